package statement

import (
	"slices"

	"pledger/lexicon"
	"pledger/report"
)

// rounds reports whether clause c, the last of its sentence, says what comes of
// the action before it: 整顿建筑市场，保证工程质量. What lists objects of its own or
// does to another thing the same as the clause before, or who must act by himself,
// is a task beside it.
func (e *extractor) rounds(c int, sent *report.Sentence) bool {
	if c+1 < sent.Last || e.rep.Clauses[c-1].Mark != '，' {
		return false
	}
	if e.vision(c) {
		return true
	}
	v, ok := e.effectVerb(c)
	return ok && e.pledgeStart(c) == e.lead(c) && !e.hastens(c) && !(v.Role.Is(lexicon.Up) && e.owned(c, v)) && (!e.listsObjects(c, v) || e.seesTo(v)) && !e.parallels(c, v) && !e.worksOn(c, v) && !e.fallsDue(c, v)
}

// wishesFor reports whether clause c wishes, in words that end at offset i, that something
// becomes of a thing which the clause before does not name: 争取机场列入国家规划 behind
// 开工建设铁路.
func (e *extractor) wishesFor(c, i int) bool {
	t, ok := e.lex.At(e.rs, i, lexicon.ClassAny)
	if ok && (t.Class&lexicon.ClassVerb != 0 || t.Role.Is(lexicon.Prep|lexicon.Time|lexicon.Adverb|lexicon.Wish)) || e.hasAt(i, "早日") || !e.comesAbout(c) {
		return false
	}
	return !e.shares(c-1, c)
}

// besides are verbs of a task that comes of no measure before it.
var besides = phrasesOf("推动", "杜绝", "遏制")

// besideGoal reports whether clause c pushes on or keeps off a thing behind a goal that no task
// opens: 抚恤标准提高10%，推动军民融合发展.
func (e *extractor) besideGoal(c int) bool {
	if !e.targetIn(c-1) || e.opensTask(c-1) {
		return false
	}
	return e.isAt(e.lead(c), besides)
}

// seesTo reports whether verb v says that something is seen to, whatever it lists: 确保按期
// 完成、不反弹.
func (e *extractor) seesTo(v *lexicon.Token) bool {
	_, ok := e.anyAt(int(v.Start), "确保", "保证", "力保")
	return ok
}

// listsObjects reports whether verb v of clause c has several objects: 推动餐饮、
// 旅游消费恢复. What is to rise or fall is no object: 推动贷款增加、利率下降.
func (e *extractor) listsObjects(c int, v *lexicon.Token) bool {
	pos := e.rep.Clauses[c].Pos
	if toks := e.clauseTokens(c); len(toks) > 0 && int(toks[len(toks)-1].End) == pos.End && e.moves(&toks[len(toks)-1]) {
		return false
	}
	for _, t := range e.tokens(c, span{Start: int(v.End), End: pos.End}) {
		if t.Role.Is(lexicon.Prep) && t.Class&lexicon.ClassVerb == 0 {
			return false
		}
		if t.End-t.Start == 1 && e.rs[t.Start] == '、' {
			return !e.verbAt(int(t.End))
		}
	}
	return e.index(int(v.End), pos.End, "”“") > 0 // 推动“通航+旅游”“通航+体育”发展
}

// parallels reports whether verb v of clause c does what the clause before does:
// both have one verb, or let something grow, or end in one noun.
func (e *extractor) parallels(c int, v *lexicon.Token) bool {
	const noun = 2 // runes
	end, before := e.rep.Clauses[c].Pos.End, e.rep.Clauses[c-1].Pos.End
	if slices.Equal(e.rs[end-noun:end], e.rs[before-noun:before]) {
		return true
	}
	_, t, ok := e.opening(c - 1)
	if !ok || t.Class&lexicon.ClassVerb == 0 {
		return false
	}
	return t.Role.Is(lexicon.Up) && v.Role.Is(lexicon.Up) || slices.Equal(e.rs[t.Start:t.End], e.rs[v.Start:v.End])
}

// moves reports whether t says that something rises or falls.
func (e *extractor) moves(t *lexicon.Token) bool {
	return t.Class&lexicon.ClassVerb != 0 && t.Role.Is(lexicon.Up|lexicon.Down)
}

// effectVerb is the verb of effect that opens clause c, be it one that also says
// how willing: 确保.
func (e *extractor) effectVerb(c int) (v *lexicon.Token, ok bool) {
	if !e.cls[c].roles.Is(lexicon.Result) {
		return nil, false
	}
	for k := e.firstToken(c, e.lead(c)); k < int(e.cls[c].tokEnd); k++ {
		t := &e.toks[k]
		if t.Role.Is(lexicon.Result) && t.Class&lexicon.ClassVerb != 0 {
			return t, !e.guards(c, t)
		}
		if !t.Role.Is(lexicon.Adverb) || e.hasAt(int(t.Start), "依法") {
			break // who acts by law does a task of its own
		}
	}
	return nil, false
}

// entitlements close what people are guarded in by an action that is done for them.
var entitlements = phrasesOf("利益", "权益", "积极性", "安全", "健康")

// guards reports whether verb v of clause c keeps a thing, 保护湿地, which is a task, and
// not what people are entitled to, which is what one is for: 保护农民利益.
func (e *extractor) guards(c int, v *lexicon.Token) bool {
	if e.at(int(v.Start)) != '保' || !e.hasAt(int(v.Start), "保护") {
		return false
	}
	_, ok := e.oneBefore(e.rep.Clauses[c].Pos.End, entitlements)
	return !ok
}

// narrowers open a clause that says on what the action before it bears most.
var narrowers = phrasesOf("重点", "主要", "首先")

// narrows reports whether clause c says on what the action before it bears most:
// 建立社会保障制度，重点推进工伤保险.
func (e *extractor) narrows(c int) bool {
	at := e.lead(c)
	w, ok := e.oneAt(at, narrowers)
	if !ok || e.rep.Clauses[c-1].Mark != '，' {
		return false
	}
	at += len([]rune(w))
	t, ok := e.lex.At(e.rs, at, lexicon.ClassAny)
	return ok && (t.Class&lexicon.ClassVerb != 0 || t.Role.Is(lexicon.Adverb|lexicon.Prep))
}

// heights open a clause that says how much further the action before it goes, or what
// risks it holds off.
var heights = phrasesOf("更", "不断", "有效")

// heightens reports whether clause c says what gets better by the action before
// it: 清理口岸收费，不断提升便利化水平.
func (e *extractor) heightens(c int) bool {
	at := e.lead(c)
	end := e.rep.Clauses[c].Pos.End
	w, ok := e.oneAt(at, heights)
	if !ok || e.rep.Clauses[c-1].Mark != '，' || w == "有效" && !e.hasBefore(end, "风险") && !e.hasBefore(end, "隐患") {
		return false
	}
	t, ok := e.tokenAt(c, span{Start: at, End: end})
	return !ok || t.Class&lexicon.ClassVerb == 0 // 更新设备 is a task
}

// bare reports whether clause c is a verb with at most an adverb and no object, which
// says how the clause before is done: 精心组织，精心施工.
func (e *extractor) bare(c int) bool {
	const longest = 4 // runes
	pos, lead := e.rep.Clauses[c].Pos, e.lead(c)
	if pos.End-lead > longest {
		return false
	}
	toks := e.tokens(c, span{Start: lead, End: pos.End})
	if n := len(toks); n == 0 || toks[n-1].Class&lexicon.ClassVerb == 0 || toks[n-1].Role.Is(lexicon.Head) || int(toks[n-1].End) != pos.End || e.rep.Clauses[c-1].Mark != '，' || e.owns(c) {
		return false
	}
	return len(toks) == 1 || toks[0].Role.Is(lexicon.Adverb)
}

// repeats reports whether clause c, which a preposition opens, goes on with what the clause before
// says, with another phrase before the same verb: 向农业倾斜，向西部倾斜.
func (e *extractor) repeats(c int) bool {
	const verb = 2 // runes
	end, before := e.rep.Clauses[c].Pos.End, e.rep.Clauses[c-1].Pos.End
	return e.rep.Clauses[c-1].Mark == '，' && slices.Equal(e.rs[end-verb:end], e.rs[before-verb:before])
}

// visions are what a country is to become or what all are to expect, which no one action is
// done with.
var visions = phrasesOf("强国", "高地", "预期", "信心")

// vision reports whether clause c says what the country is to become by the action
// before it: 发展海洋经济，建设海洋强国.
func (e *extractor) vision(c int) bool {
	_, ok := e.oneBefore(e.rep.Clauses[c].Pos.End, visions)
	return ok
}

// goesOn reports whether clause c tells what else he must do who must act in the
// clause that opened the pledge: 园区都要按期发放补贴，严格执行垃圾分类制度.
func (e *extractor) goesOn(open, c int, sent *report.Sentence) bool {
	const shortest = 5 // runes of what he must do, else it only leads up to tasks: 地方也要主动挖潜
	const longest = 3  // clauses of a sentence that is no list of tasks
	if sent.Last-sent.First > longest {
		return false
	}
	lead := e.lead(open)
	if e.pledgeStart(open) == lead || e.rep.Clauses[open].Pos.End-lead < shortest || e.rep.Clauses[c-1].Mark != '，' {
		return false
	}
	_, t, ok := e.opening(c)
	return ok && t.Class&lexicon.ClassVerb != 0 && e.pledgeStart(c) == e.lead(c) && !e.targetIn(c-1)
}

// strives reports whether clause c says how far the action before it shall come:
// 抓紧开展工作，争取突破关键技术.
func (e *extractor) strives(c int) bool {
	w, ok := e.oneAt(e.lead(c), wishings)
	if !ok || e.rep.Clauses[c-1].Mark != '，' || w == "争取" && e.wishesFor(c, e.lead(c)+runeCount(w)) {
		return false
	}
	_, t, ok := e.opening(c)
	return ok && (t.Class&lexicon.ClassVerb != 0 || t.Role.Is(lexicon.Prep)) // 力争大桥通车 names a thing of its own
}

// givesOn reports whether clause c gives what it says to whom the clause before
// names: 加大设施建设力度，在用地等方面给予支持.
func (e *extractor) givesOn(c int) bool {
	if e.at(e.lead(c)) != '在' || e.rep.Clauses[c-1].Mark != '，' {
		return false
	}
	for _, t := range e.clauseTokens(c) {
		if e.hasAt(int(t.Start), "给予") || e.hasAt(int(t.Start), "予以") {
			return true
		}
	}
	return false
}

// builds open a clause that says what is built.
var builds = phrasesOf("新建", "新改", "新（改", "改扩建", "扩建", "建成", "续建", "建设", "开工建设")

// capacities are what there is more of once a thing is built.
var capacities = []string{"学位", "床位", "装机", "里程", "供热面积", "供暖面积", "能力"}

// workings are verbs of effect that say, behind a target, what else is worked on.
var workings = phrasesOf("强化", "拓展", "优化", "扩大")

// worksOn reports whether clause c, which verb t opens, has work of its own behind the target of
// the clause before: 搬迁3万人，强化对口帮扶.
func (e *extractor) worksOn(c int, t *lexicon.Token) bool {
	return e.targetIn(c-1) && t.End-t.Start == 2 && e.isAt(int(t.Start), workings)
}

// keepsPace reports whether clause c, with which a sentence opens, says what is to keep pace with
// what: 居民收入增长与经济增长基本同步.
func (e *extractor) keepsPace(c int, sent *report.Sentence) bool {
	const shortest = 4 // runes of what keeps pace
	pos := e.rep.Clauses[c].Pos
	if c != sent.First || sent.Stance == report.Review || sent.Stance == report.Problems || !e.hasBefore(pos.End, "同步") || e.verbAt(pos.Start) {
		return false
	}
	return e.index(pos.Start+shortest, pos.End, "与") > 0 || e.index(pos.Start+shortest, pos.End, "和") > 0
}

// gainers are those who gain by what the clause before does.
var gainers = phrasesOf("受益人口", "受益群众", "受益居民", "受益农户", "受益农民", "受益户", "受益人数", "受益面积", "服务人口", "覆盖人口")

// yields reports whether clause c says how much room or power there is by what the clause
// before builds, or who gains by it: 新建小学2所，新增学位1500个; 新建水厂6座，受益人口8万人.
func (e *extractor) yields(c int) bool {
	at, _, _ := e.opening(c)
	if _, gain := e.oneAt(at, gainers); gain && e.targetIn(c-1) && e.rep.Clauses[c-1].Mark == '，' {
		return true
	}
	if e.at(at) == '年' && e.verbAt(at+1) && e.targetIn(c) && e.rep.Clauses[c-1].Mark == '，' {
		return true // 推动物流园投产，年加工玉米30万吨
	}
	if _, more := e.anyAt(at, "新增", "增加", "设置", "日处理", "年处理", "日供水"); !more {
		return false
	}
	before, _, _ := e.opening(c - 1)
	if e.among(c-1) && e.targetIn(c-1) {
		before, _, _ = e.opening(c - 2) // 新建学校9所，其中投用4所，增加学位6000个
	}
	if _, built := e.oneAt(before, builds); !built {
		if _, opens := e.oneBefore(e.rep.Clauses[c-1].Pos.End, completions); !opens || e.rep.Clauses[c-1].Mark != '，' {
			return false
		}
	}
	limit := e.nums[e.cls[c].num].Pos.Start
	for _, w := range capacities {
		if e.holds(at, limit, w) {
			return true
		}
	}
	return false
}

// pairs reports whether what clause c measures shares a word with the clause before, or
// houses or is for the same people: 养老床位 and 床位, 安居工程 and 居住面积, 敬老院 and
// 每千名老年人.
func (e *extractor) pairs(before, c int) bool {
	b, pos := e.rep.Clauses[before].Pos, e.rep.Clauses[c].Pos
	end := e.nums[e.cls[c].num].Pos.Start
	if end <= pos.Start+2 && e.cls[c].num+1 < e.cls[c].numEnd {
		end = e.nums[e.cls[c].num+1].Pos.Start
	}
	for i := pos.Start + 2; i+1 < end; i++ {
		if e.rs[i] == '居' && e.holds(b.Start, b.End, "居") || e.rs[i] == '老' && e.holds(b.Start, b.End, "老") {
			return true
		}
		if isHan(e.rs[i]) && e.wordIn(i, b) {
			return true
		}
	}
	return false
}

// outlays open a clause that says how much is spent on projects.
var outlays = phrasesOf("完成", "年度计划", "年度投资", "计划投资", "当年投资", "当年计划", "年度完成", "总投资", "计划总投资", "概算总投资", "估算总投资")

// invests reports whether clause c says how much is spent this year on the projects of the
// clause before: 启动城市更新项目3个，完成投资25亿元.
func (e *extractor) invests(open, c int) bool {
	at, _, _ := e.opening(c)
	if _, ok := e.oneAt(at, outlays); !ok {
		return false
	}
	n := e.cls[c].num
	if c-1 > open && e.holds(e.rep.Clauses[c-1].Pos.Start, e.rep.Clauses[c-1].Pos.End, "总投资") && !e.opensTask(c-1) {
		c-- // 总投资1850亿元，年度计划投资420亿元
	}
	if c-1 > open && e.among(c-1) {
		c-- // 实施项目210个，其中新开工95个，完成投资300亿元
	}
	if e.ownProject(at, e.nums[n].Pos.Start) {
		return false // 启动防洪工程，完成小农水项目投资3200万元
	}
	before := e.rep.Clauses[c-1].Pos
	spent := e.hasBefore(e.nums[n].Pos.Start, "投资") || isMoney(&e.nums[n]) && e.holds(before.Start, before.End, "总投资") // 总投资158亿元，年度计划完成41亿元
	return spent && e.opensTask(c-1) && (e.follows(open, c) || e.holds(before.Start, before.End, "项目"))
}

// ownProject reports whether the words between two offsets name a project that is invested in.
func (e *extractor) ownProject(from, to int) bool {
	_, ok := e.oneBefore(to-len([]rune("投资")), endeavours)
	return ok && e.hasBefore(to, "投资") && to-from > longestOutlay
}

// longestOutlay is the most runes of 完成重点项目投资, which names none.
const longestOutlay = 9

// services are what the action before does for something.
var services = []string{"提供", "奠定", "打下", "注入", "创造"}

// serves reports whether clause c says what the action before it does for something: 引进
// 人才，为建设提供保证. What somebody is given is a task: 为企业提供贷款80亿元.
func (e *extractor) serves(c int) bool {
	pos := e.rep.Clauses[c].Pos
	if e.at(pos.Start) != '为' || e.rep.Clauses[c-1].Mark != '，' || !e.opensTask(c-1) {
		return false
	}
	for _, w := range services {
		if e.holds(pos.Start, pos.End, w) {
			return e.hasBefore(pos.End, "保证") || e.hasBefore(pos.End, "支持") || e.hasBefore(pos.End, "支撑") || e.hasBefore(pos.End, "保障") || e.hasBefore(pos.End, "基础") || e.hasBefore(pos.End, "条件") || e.hasBefore(pos.End, "动力") || e.hasBefore(pos.End, "活力")
		}
	}
	return false
}
