package statement

import "pledger/lexicon"

// addVerbs adds the verb t of clause c, which ends at offset end, and those that follow it in a row:
// 新建、改建, 组织实施, 健全并落实. It makes t the last of them and gives where what they act on begins.
func (e *extractor) addVerbs(p *Pledge, c int, t *lexicon.Token, end int) (at int) {
	soft := false
	if spirits.may(e.rs[t.Start]) {
		soft = e.behindStance(c, t, end)
		soft = e.behindAttitude(c, t, end) || soft
	}
	for {
		e.addVerbAs(p, t, soft)
		at = e.verbEnd(t)
		if !followings.may(e.at(at)) {
			break
		}
		next, how := e.nextVerb(c, t, at, end)
		if how == notNext {
			break
		}
		*t = next
		soft = e.behindAttitude(c, t, end) || how == nextAndMore
	}
	if leadUps.may(e.rs[t.Start]) {
		return e.innerObject(p, c, t, at, end)
	}
	return at
}

// spirits are the runes that stances and attitudes begin with, and followings those with which goes
// on what may be a verb in a row.
var spirits, followings = headsOf(stances, attitudes), headsOf(furtherActs, phrasesOf("、", "和", "并", "或"))

// nextIs says how a verb follows another.
type nextIs uint8

const (
	notNext     nextIs = iota
	nextAlike          // 新建、改建, 制定实施
	nextAndMore        // 健全并严格执行
)

// nextVerb is the verb of clause c that acts on the same thing as verb t, which ends at offset
// at: behind a mark, 新建、改建, a word that joins, perhaps with words of how between, or nothing,
// 制定实施.
func (e *extractor) nextVerb(c int, t *lexicon.Token, at, end int) (next lexicon.Token, how nextIs) {
	if !e.joinsVerbs(at) {
		if !furtherActs.mayOpen(e.at(at)) || backers.mayOpen(e.rs[t.Start]) && e.isAt(int(t.Start), backers) {
			return next, notNext
		}
		next, ok := e.tokenAt(c, span{Start: at, End: end})
		switch {
		case !ok || !e.actsToo(t, next, end):
			return next, notNext
		case e.rs[t.Start] == '坚' || e.rs[t.Start] == '研':
			return next, nextAndMore // 坚持实行
		}
		return next, nextAlike
	}
	how = nextAlike
	if r := e.at(at); r == '并' || r == '或' {
		how = nextAndMore
	}
	for from := at + 1; ; how = nextAndMore {
		next, ok := e.tokenAt(c, span{Start: from, End: end})
		switch {
		case !ok:
			return next, notNext
		case next.Class&lexicon.ClassVerb != 0 && !(next.Role.Is(lexicon.Adverb) && e.verbAt(int(next.End))):
			if how == nextAndMore && !e.actsOn(c, next, end, true) {
				return next, notNext
			}
			return next, how
		case !next.Role.Is(lexicon.Adverb | lexicon.Wish):
			return next, notNext
		}
		from = int(next.End)
	}
}

// joinsVerbs reports whether what stands at offset i joins one verb to the next.
func (e *extractor) joinsVerbs(i int) bool {
	switch e.at(i) {
	case '、':
		return true
	case '和', '并', '或':
		return !e.longerWord(i) // 和平
	}
	return false
}

// actives are verbs that are as often nouns, and verbs where they stand where a verb may and
// something that they can act on behind them.
var actives = phrasesOf("发展", "建设", "加强", "改善", "改进", "支持", "引导", "保护", "维护", "培养", "防范", "应对", "保障", "履行", "执行", "打击", "处理", "传承", "繁荣", "振兴", "开发", "治理", "整治", "规范", "创建", "改造", "转变", "调整", "控制", "研究", "使用", "限制", "修复", "参与", "组织", "加固", "应用", "指导", "支援", "审查", "清查", "排查", "监督")

// activeNouns are nouns that have one of actives before them for part of their name: 发展方式.
var activeNouns = phrasesOf("方式", "水平", "质量", "动能", "环境", "规划", "项目", "资金", "用地", "标准", "成果", "模式", "成就", "能力", "空间", "潜力", "需求", "速度", "格局", "理念", "力度", "机制", "体系", "制度", "政策", "行动", "工程", "计划", "工作", "任务", "目标", "范围", "对象", "进度", "中", "型", "性", "者", "力")

// actsOn reports whether verb t of clause c acts on what stands right behind it before offset
// end: 发展 of 发展旅游, but neither of 发展方式 nor of 发展的成果. A word before it can say
// that it is a verb.
func (e *extractor) actsOn(c int, t lexicon.Token, end int, told bool) bool {
	const shortest = 2 // runes of the thing
	at := e.verbEnd(&t)
	if t.Class&lexicon.ClassVerb == 0 || !t.Role.Is(lexicon.Task) || t.End-t.Start < 2 || at+shortest > end || t.Role.Is(lexicon.Prep) && !e.hasAt(int(t.Start), "利用") {
		return false
	}
	if e.joinsVerbs(at) {
		_, how := e.nextVerb(c, &t, at, end)
		return how != notNext
	}
	if e.joinsOn(at) {
		return false
	}
	return !t.Role.Is(lexicon.Noun|lexicon.Plain) || e.isAt(int(t.Start), actives) && (told || !e.isAt(at, activeNouns))
}

// stances are verbs that say before another one in what spirit it acts: 严肃查处, 统筹推进.
var stances = phrasesOf("坚定不移", "坚定", "严肃", "密切", "严格", "统筹", "积极稳妥", "稳妥有序", "从严", "突出", "公开")

// behindStance makes t, which says in what spirit the verb behind it acts, that verb, and
// reports whether it did.
func (e *extractor) behindStance(c int, t *lexicon.Token, end int) bool {
	if w, ok := e.oneAt(int(t.Start), stances); !ok || int(t.End-t.Start) != runeCount(w) {
		return false
	}
	at := int(t.End)
	if e.at(at) == '地' {
		at++
	}
	next, ok := e.tokenAt(c, span{Start: at, End: end})
	switch {
	case !ok || next.Class&lexicon.ClassVerb == 0:
		return false
	case int(next.End) == end && e.rs[t.Start] == '严': // 要严肃处理
	case next.End-next.Start == 3 && e.verbEnd(&next) == int(next.End), !e.actsOn(c, next, end, false), e.leadsToWay(next, end):
		return false
	}
	*t = next
	return true
}

// attitudes are verbs that say how much one cares for what the verb behind them does: 注重发展.
var attitudes = phrasesOf("注重", "重视", "注意", "善于", "敢于", "勇于", "致力于", "配合")

// behindAttitude makes t, which only says how much one cares, the verb behind it, and reports
// whether it did.
func (e *extractor) behindAttitude(c int, t *lexicon.Token, end int) bool {
	if !e.isAt(int(t.Start), attitudes) {
		return false
	}
	next, ok := e.tokenAt(c, span{Start: int(t.End), End: end})
	if ok = ok && e.actsOn(c, next, end, false); ok {
		*t = next
	}
	return ok
}

// ways close a noun that the verbs before it only describe: 扩大合作的途径, 承担课题的企业; those
// of made may be made as well: 建立统一的体制.
var (
	ways = phrasesOf("办法", "途径", "路子", "道路", "路径", "方式", "方法", "形式", "努力", "信念", "理想", "人员", "单位", "家庭", "意识", "氛围", "事业", "活动", "条约", "立法")
	made = phrasesOf("模式", "措施", "政策", "机制", "体制", "体系", "企业", "工程", "项目", "试点", "工作")
)

// leadsToWay reports whether what verb t acts on before offset end is but the name of one of
// ways, or of made where it makes nothing.
func (e *extractor) leadsToWay(t lexicon.Token, end int) bool {
	w, ok := e.oneBefore(end, ways)
	if !ok && !t.Role.Is(lexicon.Make) && e.at(int(t.End)-1) != '好' && !e.isAt(int(t.Start), foundings) {
		w, ok = e.oneBefore(end, made)
	}
	return ok && e.index(int(t.End), end-runeCount(w), "的") >= 0
}

// backers are verbs whose object can open with what is to be done: 支持建设粮库.
var backers = phrasesOf("支持", "鼓励", "推动", "推进", "促进", "激励", "争取", "防止", "避免", "严防", "谨防")

// comings say no more of a thing than that it is there: 防止出现拥堵.
var comings = phrasesOf("出现", "发生", "形成", "产生")

// helpers are verbs behind which others do, or means do, what the clause is about: 帮助农户解决
// 住房难题, 集中力量开展攻关, 探索分类建立台账.
var helpers = phrasesOf("帮助", "集中", "探索")

// leadUps are the runes that backers and helpers begin with.
var leadUps = headsOf(backers, helpers)

// innerObject is where what clause c acts on with the verb t that ends at offset at begins,
// behind the verb with which that opens: 粮库 of 支持建设粮库, 住房难题 of 帮助居民解决住房难题.
// A verb that does something of its own it adds.
func (e *extractor) innerObject(p *Pledge, c int, t *lexicon.Token, at, end int) int {
	switch r := e.rs[t.Start]; {
	case backers.mayOpen(r) && e.isAt(int(t.Start), backers):
		return e.behindBacked(c, at, end, r == '防' || r == '避' || r == '严' || r == '谨')
	case helpers.mayOpen(r) && e.isAt(int(t.Start), helpers):
		v, ok := e.verbWithin(c, at, end, r == '探')
		if !ok || e.leadsToWay(v, end) {
			return at
		}
		if r == '集' {
			p.Verbs = p.Verbs[:len(p.Verbs)-1]
		}
		e.addVerbAs(p, &v, r == '探')
		*t = v
		return e.verbEnd(&v)
	}
	return at
}

// behindBacked is where what is backed in clause c begins, behind the verb at offset at that says
// what is to be done to it; of what is kept away only behind one of comings.
func (e *extractor) behindBacked(c, at, end int, keptAway bool) int {
	const phrase = 4 // runes of a verb and its object that are one word: 节约用水
	if w, ok := e.oneAt(at, comings); ok && at+phrase < end {
		return at + runeCount(w)
	}
	v, ok := e.tokenAt(c, span{Start: at, End: end})
	if !ok || keptAway || at+phrase >= end || v.Role.Is(lexicon.Adverb) || !e.actsOn(c, v, end, false) || e.joinsVerbs(e.verbEnd(&v)) || e.leadsToWay(v, end) {
		return at
	}
	if next, ok := e.tokenAt(c, span{Start: int(v.End), End: end}); ok && next.Class&lexicon.ClassVerb != 0 && (!next.Role.Is(lexicon.Noun) || e.joinsVerbs(int(next.End))) {
		return at // 节约使用和合理利用
	}
	if of := e.index(int(v.End), end, "的"); of >= 0 && e.verbInside(c, of) {
		return at // 承担课题的企业扩大生产
	}
	return e.verbEnd(&v)
}

// foundings are what one looks for a way of doing.
var foundings = phrasesOf("建立", "构建", "开展", "实行", "推行", "形成", "组建", "设立", "推进", "打造")

// verbWithin is the first verb in clause c between two offsets that acts on what follows it, of
// foundings alone where one is still looking.
func (e *extractor) verbWithin(c, from, end int, looking bool) (v lexicon.Token, ok bool) {
	for _, t := range e.tokens(c, span{Start: from, End: end}) {
		if e.at(int(t.End)) == '的' {
			return v, false
		}
		if t.Class&lexicon.ClassVerb != 0 && !t.Role.Is(lexicon.Noun) && e.actsOn(c, t, end, false) && !(t.Role.Is(lexicon.Adverb) && int(t.End)+2 == end) && (!looking || e.isAt(int(t.Start), foundings)) {
			return t, true
		}
	}
	return v, false
}
