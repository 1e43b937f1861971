package statement

import "pledger/lexicon"

// frameEnds close a phrase that tells on what ground or in what the verb right behind it acts, and
// frameMeans one that tells by what means or under what lead it does.
var (
	frameEnds  = phrasesOf("基础上", "根本上", "源头上", "前提下", "条件下", "情况下", "过程中", "进程中", "中", "上", "下", "方面", "领域", "环节", "范围内", "同时", "起")
	frameMeans = anyOf(meansNouns, phrasesOf("规划", "程序", "制度", "机制", "为重点", "为引领", "为抓手", "为契机", "为主线", "为核心", "为导向", "为牵引", "为载体", "为目标", "为统领", "为依托", "为主体", "为龙头"))
)

// frameAt are the runes that phrases of the one and of the other open with.
var frameAt, meansAt = headsOf(phrasesOf("在", "从")), headsOf(phrasesOf("通", "运", "采", "利", "综", "按", "根", "以", "用", "依", "立"))

// madeUseOf are verbs that name what is made use of by the verb behind it.
var madeUseOf = phrasesOf("通过", "运用", "综合运用", "采取", "采用", "利用", "立足")

// behindFrame is the verb of clause c right behind a phrase that opens at offset at and ends in one
// of frameEnds or frameMeans: 发展 of 在自愿基础上发展规模经营, 推进 of 以水库为重点推进除险加固.
func (e *extractor) behindFrame(c, at, end int) (v lexicon.Token, ok bool) {
	const shortest = 2 // runes of a phrase
	ends := frameEnds
	if r := e.at(at); meansAt.may(r) {
		ends = frameMeans
	} else if !frameAt.may(r) {
		return v, false
	}
	for k := e.firstToken(c, at+shortest); k < int(e.cls[c].tokEnd); k++ {
		t := &e.toks[k]
		if t.Class&lexicon.ClassVerb == 0 && !t.Role.Is(lexicon.Adverb) {
			continue
		}
		w, framed := e.oneBefore(int(t.Start), ends)
		if !framed || int(t.Start)-runeCount(w) < at+1 {
			continue
		}
		if v, ok = e.behindAdverbs(c, k, end); ok && e.actsOn(c, v, end, true) {
			return v, true
		}
	}
	return v, false
}

// behindAdverbs is the verb of clause c at token k or behind the adverbs that begin there.
func (e *extractor) behindAdverbs(c, k, end int) (v lexicon.Token, ok bool) {
	for at := int(e.toks[k].Start); k < int(e.cls[c].tokEnd); k++ {
		t := &e.toks[k]
		if int(t.Start) != at || int(t.End) > end {
			break
		}
		if t.Class&lexicon.ClassVerb != 0 && t.Role.Is(lexicon.Task) && !(t.Role.Is(lexicon.Adverb) && e.verbAt(int(t.End))) {
			return *t, true
		}
		if !t.Role.Is(lexicon.Adverb | lexicon.Wish) {
			break
		}
		if at = int(t.End); e.at(at) == '地' {
			at++
		}
	}
	return v, false
}

// givers are verbs of what one does for somebody or something.
var givers = phrasesOf("提供", "创造", "营造", "奠定", "打下", "注入", "作出", "做出", "增添", "留出", "发挥", "搭建", "赢得")

// giving is the verb of clause c, from offset i on, of what is done for what stands before it: 提供 of
// 为应对灾害、解决水荒提供支撑.
func (e *extractor) giving(c, i, end int) (v lexicon.Token, ok bool) {
	for _, t := range e.tokens(c, span{Start: i, End: end}) {
		if t.Class&lexicon.ClassVerb != 0 && e.isAt(int(t.Start), givers) && int(t.End) < end && e.at(int(t.End)) != '的' {
			v, ok = t, true
		}
	}
	return v, ok
}

// outerVerb is v, or the verb of clause c behind the 的 that v only describes something with: 解决 of
// 对群众反映的问题及时解决.
func (e *extractor) outerVerb(c int, v lexicon.Token, end int) lexicon.Token {
	of := e.index(int(v.End), end, "的")
	if of < 0 {
		return v
	}
	for _, t := range e.tokens(c, span{Start: of + 2, End: end}) {
		if t.Class&lexicon.ClassVerb == 0 || !t.Role.Is(lexicon.Task) || t.Role.Is(lexicon.Noun) {
			continue
		}
		if e.actsOn(c, t, end, false) || int(t.End) == end && e.toldBefore(int(t.Start)) {
			return t
		}
	}
	return v
}

// surely are words that nothing but a verb stands behind.
var surely = phrasesOf("切实", "不断", "进一步", "继续", "大力", "积极", "认真", "努力", "坚决", "逐步", "大幅", "着力", "全力", "及时", "迅速", "必须", "应当", "要", "将", "应", "拟", "有效", "从严", "依法")

// toldBefore reports whether the word that ends at offset i says that a verb follows.
func (e *extractor) toldBefore(i int) bool { return e.isBefore(i, surely) }

// saidOf is the first verb of clause c behind its subject, from offset at on, that a word before it
// shows to be one: 加强 of 各乡镇必须切实加强值守, 支持 of 国家支持平台企业.
func (e *extractor) saidOf(c, at, end int) (v lexicon.Token, ok bool) {
	var before *lexicon.Token
	toks := e.tokens(c, span{Start: at, End: end})
	for k := range toks {
		t := &toks[k]
		told := e.toldBefore(int(t.Start)) || before != nil && before.Role.Is(lexicon.Agent) && before.End == t.Start && before.Class&lexicon.ClassVerb == 0
		if told && t.Class&lexicon.ClassVerb != 0 && t.Role.Is(lexicon.Task) && t.End-t.Start > 1 && !e.joinsOn(int(t.End)) && (int(t.End) == end || e.actsOn(c, *t, end, true)) && !e.quotedAt(int(t.End), end) {
			return *t, true
		}
		before = t
	}
	return v, false
}

// denials open a clause that only says what must not be.
var denials = phrasesOf("决不", "绝不", "不得", "不能", "不准", "不许", "不允许", "不搞")

// forbids reports whether clause c, a later one of a pledge, which says something from offset at to
// end, only says what must not be or is not done: 决不姑息, 各地不得截留.
func (e *extractor) forbids(c, at, end int) bool {
	if !denials.mayOpen(e.at(at)) && !e.cls[c].roles.Is(lexicon.Not) {
		return false // as nearly all
	}
	return e.isAt(at, denials) || e.at(at) == '不' && !e.longerWord(at) && !e.holds(at, end, "的") || e.cls[c].roles.Is(lexicon.Not) && e.holds(at, end, "不得")
}

// quotedAt reports whether offset i stands in quotation marks that close before offset end.
func (e *extractor) quotedAt(i, end int) bool {
	for _, r := range e.rs[i:end] {
		switch r {
		case '”':
			return true
		case '“':
			return false
		}
	}
	return false
}
