package statement

import (
	"strings"
	"unicode/utf8"

	"pledger/lexicon"
	"pledger/report"
)

// part is what a clause does in a sentence of pledges.
type part uint8

const (
	partFrame   part = iota // opens the sentence and promises nothing: 面对…，
	partManner              // belongs to what follows: 围绕…，
	partAction              // an action of its own
	partTarget              // a target of its own
	partPurpose             // adds purpose or effect to what stands before
	partRest                // no verb opens it
	partOwed                // must be done, and no known verb opens it: an action where nothing stands before it
)

// partOf says what clause c does.
func (e *extractor) partOf(c int, sent *report.Sentence) part {
	cl := &e.rep.Clauses[c]
	at, first, _ := e.opening(c)
	switch {
	case cl.Mark == '：':
		return partFrame
	case e.rs[cl.Pos.End-1] == '步' && e.keepsPace(c, sent):
		return partAction
	case first.Class&lexicon.ClassVerb != 0 && e.plainTask(c, at, first):
		switch {
		case c+1 < sent.Last && e.manner(c):
			return partManner
		case first.Role.Is(lexicon.Purpose) && c > sent.First && e.onlyFor(c, first):
			return partPurpose
		}
		return partAction
	}
	return e.partOfOther(c, sent)
}

// partOfOther says what clause c does, which is no plain task: the order is that of what tells it apart best.
func (e *extractor) partOfOther(c int, sent *report.Sentence) part {
	cl, target := &e.rep.Clauses[c], e.targetIn(c)
	first, more := c == sent.First, c+1 < sent.Last
	at, t, _ := e.opening(c)
	verb, prep := t.Class&lexicon.ClassVerb != 0, t.Role.Is(lexicon.Prep)
	r := e.rs[cl.Pos.Start]
	leads := leaders.may(r)
	switch {
	case leads && (e.explains(c) || more && e.grounding(c)), e.pastVerb(t), !(verb && at == cl.Pos.Start) && e.underWay(c), !target && (e.cls[c].told || e.defines(c)), e.tells(c, first):
		return partFrame
	case leads && !first && e.continues(cl.Pos.Start) && !(r == '但' && e.cls[c].roles.Is(lexicon.Modal|lexicon.Wish) && e.worsens(c-1)):
		return partRest
	case e.argues(c, t, leads):
		return partRest
	case more && (r == '对' && e.recipient(c) || e.rs[cl.Pos.End-1] == '间' && e.timeLimit(c) || e.takenUp(c) && (e.whatever(c) || e.topic(c, sent))):
		return partManner
	case target && !(prep && !verb && more && e.onlyLists(c)):
		return partTarget
	case purposes.may(r) && !first && (e.hasAt(cl.Pos.Start, "让我们") || e.aims(c) || e.forestalls(c) || e.byMeans(c) || e.serves(c)):
		return partPurpose
	case more && e.manner(c):
		return partManner
	case leads && first && sent.Last-sent.First > 1 && e.sceneSetting(cl.Pos):
		return partFrame
	case at >= cl.Pos.End: // an adverb or a time phrase alone
		if e.duePhrase(c) {
			return partManner
		}
		if e.owns(c) {
			return partAction // 政策要精准有力
		}
		return partFrame
	case !first && e.targetIn(c-1) && e.changes(c):
		return partAction
	case e.listsGoals() && (e.predicated(c) || c > e.said.goal):
		return partAction
	case e.at(at) == '为' && int(t.End) == at+1 && (first || e.rep.Clauses[c-1].Mark == '；') && (e.verbInside(c, at+1) || e.holds(at, cl.Pos.End, "免费")):
		return partAction // 为老年人免费体检
	case t.Role.Is(lexicon.Plain) && at > cl.Pos.Start && !target && e.taskAt(at):
		return partAction // 6月底前建成区体育中心
	case prep && !first && e.repeats(c):
		return partRest
	case prep && !verb:
		return e.behindPreposition(c, sent, at, int(t.End))
	case t.Role.Is(lexicon.Agent) && !verb && e.verbInside(c, int(t.End)):
		return partAction // 中央财政对困难地区给予补助
	case !first && e.disposes(c):
		return partAction
	case verb && !first && e.wardsOff(c, t):
		if e.targetIn(c - 1) {
			return partAction
		}
		return partPurpose
	case verb && t.Role.Is(lexicon.Purpose) && !first && e.onlyFor(c, t):
		return partPurpose
	case verb && t.Role.Is(lexicon.Task|lexicon.Purpose|lexicon.Principle):
		return partAction
	case t.Class&lexicon.ClassIndicator != 0 && e.taskAt(at):
		return partAction // 积极有效利用外资
	case e.comesAbout(c):
		return partAction
	case e.obliges(c), at > cl.Pos.Start && e.verbInside(c, at), first && e.verbInside(c, cl.Pos.Start):
		return partAction
	}
	if first && more && cl.Mark == '，' && e.takesUp(c+1) {
		return partManner
	}
	return e.owing(c, sent)
}

// purposes are the runes that a clause opens with which says what the action before it is for.
var purposes = headsOf(phrasesOf("让", "以", "从", "用", "为"))

// tiedMusts open a clause that must be done as much as another.
var tiedMusts = phrasesOf("也要", "既要", "更要")

// owing is what a clause does that no known verb opens where it says that something must
// be done: one of a few words tells how the next one acts, 要标本兼治，消除隐患.
func (e *extractor) owing(c int, sent *report.Sentence) part {
	const shortest, longest = 4, 5 // runes of what must be done
	n := e.rep.Clauses[c].Pos.End - e.lead(c)
	if e.isAt(e.rep.Clauses[c].Pos.Start, tiedMusts) {
		return partRest // 既要算经济账，也要算生态账
	}
	if e.mustDo(c) {
		return partAction
	}
	if n < shortest || !e.obliged(c) || e.hasAt(e.lead(c), "付出") {
		return partRest
	}
	if n <= longest && c+1 < sent.Last && e.rep.Clauses[c].Mark == '，' && e.pledgeStart(c) == e.lead(c) && e.opensTask(c+1) {
		return partManner
	}
	if c > sent.First && (e.pledgeStart(c) == e.lead(c) || e.at(e.rep.Clauses[c].Pos.Start) == '都') {
		return partOwed
	}
	return partAction
}

// mustDo reports whether clause c says of a long subject that it must do something: 经济
// 特区、浦东新区、滨海新区要当好排头兵.
func (e *extractor) mustDo(c int) bool {
	const nearest, furthest, shortest = 3, 24, 4 // runes of the subject, and of what it must do
	pos := e.rep.Clauses[c].Pos
	if !e.cls[c].roles.Is(lexicon.Modal) || e.obliged(c) {
		return false
	}
	for _, t := range e.clauseTokens(c) {
		i := int(t.Start)
		switch {
		case i > pos.Start+furthest, t.Class&lexicon.ClassVerb != 0 && !t.Role.Is(lexicon.Noun|lexicon.Modal):
			return false
		case i >= pos.Start+nearest && (t.End-t.Start == 1 && e.rs[i] == '要' && !e.conditional(i) || e.hasAt(i, "应当")):
			next, ok := e.tokenAt(c, span{Start: int(t.End), End: pos.End})
			return int(t.End)+shortest <= pos.End && !(ok && next.Role.Is(lexicon.Prep) && e.endsManner(pos.End))
		}
	}
	return false
}

// reasonWords open a clause that says why or upon what the next ones act.
var reasonWords = phrasesOf("随着", "考虑到", "鉴于", "由于", "为了", "加之")

// grounding reports whether clause c says why or upon what the next one acts, which is
// no part of it: 随着投资增长加快，逐步调减发债规模.
func (e *extractor) grounding(c int) bool {
	return e.isAt(e.rep.Clauses[c].Pos.Start, reasonWords) && !e.targetIn(c)
}

// timeLimit reports whether clause c says only how long the next one may take: 力争用三年
// 时间.
func (e *extractor) timeLimit(c int) bool {
	const longest = 12 // runes
	pos := e.rep.Clauses[c].Pos
	if pos.Len() > longest || !e.hasBefore(pos.End, "时间") {
		return false
	}
	at := pos.Start
	if w, ok := e.oneAt(at, wishings); ok {
		at += utf8.RuneCountInString(w)
	}
	return e.at(at) == '用'
}

// wholes open a clause that names all of whom or of what the next one says something.
var wholes = phrasesOf("凡", "各", "所有", "一切", "任何", "全体", "每个")

// wholeMusts open a clause that says what all of them must do or be done to.
var wholeMusts = phrasesOf("都要", "都应", "都必须", "一律", "必须", "要", "应当")

// whatever reports whether clause c only names all of whom or of what the next one says
// that something must be done: 凡涉及公众利益的事项，都要听取意见; 企业作为主体，必须负责.
func (e *extractor) whatever(c int) bool {
	pos := e.rep.Clauses[c].Pos
	if _, must := e.oneAt(e.rep.Clauses[c+1].Pos.Start, wholeMusts); !must {
		return false
	}
	w, whole := e.oneAt(pos.Start, wholes)
	if !whole && !e.actsAs(c) && !(e.doer(pos.End) && !e.verbInside(c, pos.Start)) {
		return false
	}
	return w == "凡" || !e.cls[c].roles.Is(lexicon.Past|lexicon.Modal|lexicon.Wish) && e.copula(c, pos.Start) < 0
}

// fronted open a clause that says what must be done with what the clause before names.
var fronted = anyOf(wholeMusts, phrasesOf("务必", "应该", "将由", "将从"))

// takenUp reports whether the clause behind clause c says so of what c names.
func (e *extractor) takenUp(c int) bool {
	next := e.rep.Clauses[c+1].Pos.Start
	return fronted.mayOpen(e.rs[next]) && e.rep.Clauses[c].Mark == '，' && e.isAt(next, fronted)
}

// unnamed are the runes in which no name of a thing ends: 基础薄弱、潜力大, 培训期满后.
var unnamed = "大小多少高低弱强后外上下中时期间计于"

// statives are verbs that say how a thing stands: what they follow is no mere name.
var statives = phrasesOf("是", "有", "占", "肩负", "担负", "承担", "需要", "关系", "处于", "处在", "存在", "负有", "属于", "面临", "涉及到", "意味", "决定")

// topic reports whether clause c, with which a sentence or a part of it opens, only names a
// thing of more than one word, and the next clause says what must be done with it: 设在各县的
// 收费站点，要逐步撤并; 超期未用的土地，一律收回.
func (e *extractor) topic(c int, sent *report.Sentence) bool {
	const shortest = 5 // runes of the thing
	pos := e.rep.Clauses[c].Pos
	if !e.takenUp(c) || pos.Len() < shortest || c > sent.First && e.rep.Clauses[c-1].Mark == '，' || e.at(e.rep.Clauses[c+1].Pos.Start+1) == '求' {
		return false
	}
	if e.targetIn(c) || e.cls[c].roles.Is(lexicon.Past|lexicon.Modal|lexicon.Wish|lexicon.Argue) || strings.ContainsRune(unnamed, e.at(pos.End-1)) {
		return false
	}
	at, t, ok := e.opening(c)
	if ok && (t.Role.Is(lexicon.Prep) || t.Class&lexicon.ClassVerb != 0 && t.Role.Is(lexicon.Task) && !t.Role.Is(lexicon.Noun)) || at > int(e.opens[c].label) {
		return false
	}
	return e.phrasal(c)
}

// phrasal reports whether clause c is a noun with what belongs to it: of several words joined, or
// behind the last 的; a verb said of it makes it a statement.
func (e *extractor) phrasal(c int) bool {
	const nearest = 2 // runes before a verb that says how a thing stands
	pos := e.rep.Clauses[c].Pos
	of, several := -1, false
	for i := pos.Start + 1; i+1 < pos.End; i++ {
		switch e.rs[i] {
		case '的':
			of = i
		case '、', '和', '及':
			several = true
		case '在', '以':
			if of > 0 {
				return false // 治水的关键在人
			}
		}
	}
	if of < 0 && !several {
		return false
	}
	for _, t := range e.clauseTokens(c) {
		i := int(t.Start)
		if i >= pos.Start+nearest && e.isAt(i, statives) || i > of && (t.Class&lexicon.ClassVerb != 0 && !t.Role.Is(lexicon.Noun|lexicon.Plain) || t.Role.Is(lexicon.Adverb|lexicon.Not)) {
			return false
		}
	}
	return true
}

// actsAs reports whether clause c names a doer and as what he acts: 企业作为治污主体.
func (e *extractor) actsAs(c int) bool {
	const furthest = 12 // runes of the doer
	pos := e.rep.Clauses[c].Pos
	i := e.index(pos.Start+2, min(pos.End, pos.Start+furthest), "作为")
	return i > 0 && e.at(pos.Start) != '把' && !e.verbInside(c, pos.Start)
}

// takers open a clause that says what is to be done with what the clause before names.
var takers = phrasesOf("务必", "一律", "主要用于", "主要由", "重点用于", "重点是")

// takesUp reports whether clause c says what is to be done with a thing that the clause
// before it only names: 国债资金，主要用于农田水利.
func (e *extractor) takesUp(c int) bool {
	return e.isAt(e.rep.Clauses[c].Pos.Start, takers)
}

// duePhrase reports whether clause c is a phrase that says by when: 到2025年末.
func (e *extractor) duePhrase(c int) bool {
	for k := e.cls[c].time; k < e.cls[c].timeEnd; k++ {
		if t := &e.times[k]; t.deadline || e.comingSpan(t) {
			return true
		}
	}
	return false
}

// wardings are verbs of keeping something from happening or from being lost.
var wardings = phrasesOf("防范", "遏制", "杜绝", "防止", "守住", "维护")

// wardsOff reports whether clause c says with resolve what is to be kept from happening:
// 坚决遏制重大事故. Behind a responsibility it says what that is for.
func (e *extractor) wardsOff(c int, verb *lexicon.Token) bool {
	if _, wards := e.oneAt(int(verb.Start), wardings); !wards || !e.hasBefore(int(verb.Start), "坚决") {
		return false
	}
	before := e.rep.Clauses[c-1].Pos
	return e.targetIn(c-1) || e.holds(before.Start, before.End, "责任")
}

// onlyFor reports whether clause c, which purpose verb t opens, says only what the action before
// it is for, and has no work of its own.
func (e *extractor) onlyFor(c int, t *lexicon.Token) bool {
	if e.hasAt(int(t.Start), "注重") && e.hasAt(int(t.End), "发展") {
		return false // 注重发展劳动密集型产业
	}
	return !(e.targetIn(c-1) && e.changes(c)) && !e.listsGoals() && !e.owned(c, t) && !e.worksOn(c, t) && !e.hastens(c) && !e.owns(c) && !e.fallsDue(c, t)
}

// owned reports whether what a purpose verb acts on can be a task by itself:
// 提升服务水平 can, 提高创新能力 says what for.
func (e *extractor) owned(c int, verb *lexicon.Token) bool {
	if !verb.Role.Is(lexicon.Up|lexicon.Noun) && !e.hasAt(int(verb.Start), "提升") && !e.hasAt(int(verb.Start), "增强") && !e.hasAt(int(verb.Start), "保障") && !e.hasAt(int(verb.Start), "维护") {
		return false
	}
	end := e.rep.Clauses[c].Pos.End
	if r := e.at(end - 1); r == '价' || r == '金' {
		return true // 提高小麦收购价, 提高基础养老金
	}
	toks := e.tokens(c, span{Start: int(verb.End), End: end})
	return len(toks) > 0 && int(toks[len(toks)-1].End) == end && toks[len(toks)-1].Role.Is(lexicon.Gauge)
}

// hastes open a clause that says what is done or gone on with, and not what for.
var hastes = phrasesOf("加快", "抓紧", "加紧", "继续")

// hastens reports whether clause c opens with a word of haste or of going on: 加快改善
// 办学条件, 继续提高养老金.
func (e *extractor) hastens(c int) bool {
	return e.isAt(e.lead(c), hastes)
}

// comesAbout reports whether clause c says of a thing of its own that it comes
// about or keeps a state that can be checked: 大桥年底通车, 水质保持稳定.
func (e *extractor) comesAbout(c int) bool {
	const shortest = 2 // runes of the thing before its verb
	pos := e.rep.Clauses[c].Pos
	if !e.cls[c].roles.Is(lexicon.Reach | lexicon.Checked) {
		return false
	}
	toks := e.clauseTokens(c)
	for k := range toks {
		t := &toks[k]
		if int(t.Start) < pos.Start+shortest || t.Class&lexicon.ClassVerb == 0 || t.Role.Is(lexicon.Noun) || t.End-t.Start < 2 {
			continue
		}
		if t.Role.Is(lexicon.Reach) || t.Role.Is(lexicon.Checked) && t.Role.Is(lexicon.Attain|lexicon.Make) {
			return true
		}
	}
	return false
}

// changes reports whether clause c says of a subject of its own how it will
// change: 污染物排放量继续下降.
func (e *extractor) changes(c int) bool {
	pos := e.rep.Clauses[c].Pos
	toks := e.clauseTokens(c)
	if len(toks) == 0 {
		return false
	}
	t := toks[len(toks)-1]
	if first := toks[0]; int(first.Start) == pos.Start && first.Class&lexicon.ClassVerb != 0 {
		return false
	}
	return int(t.End) == pos.End && t.Class&lexicon.ClassVerb != 0 && (t.Role.Is(lexicon.Up|lexicon.Down|lexicon.Purpose|lexicon.Attain) || t.Role.Is(lexicon.Checked))
}

// doings say that something is being done.
var doings = phrasesOf("正在", "正着手", "正抓紧")

// underWay reports whether clause c tells what is being done: 国务院正着手制定….
func (e *extractor) underWay(c int) bool {
	const furthest = 8 // runes of who does it
	if !e.cls[c].heads.may('正') {
		return false
	}
	start := e.rep.Clauses[c].Pos.Start
	for _, t := range e.clauseTokens(c) {
		if int(t.Start) > start+furthest {
			return false
		}
		if e.isAt(int(t.Start), doings) {
			return true
		}
	}
	return false
}

// obligations say what must be done or reached, wherever they stand.
var obligations = phrasesOf("达到")

// obligationHeads are their heads.
var obligationHeads = headsIn(obligations)

// obliges reports whether clause c says of a subject of its own what it must
// do or reach: 新建项目能耗必须达到先进标准.
func (e *extractor) obliges(c int) bool {
	if cl := &e.cls[c]; !cl.roles.Is(lexicon.Wish|lexicon.Modal) && cl.heads&obligationHeads == 0 {
		return false
	}
	toks := e.clauseTokens(c)
	for k := range toks {
		t := &toks[k]
		if t.Role.Is(lexicon.Wish|lexicon.Modal) && int(t.Start) > e.rep.Clauses[c].Pos.Start && e.predicated(c) {
			return true
		}
		if obligations.mayOpen(e.rs[t.Start]) && e.isAt(int(t.Start), obligations) {
			return true
		}
	}
	return false
}

// scenes open a clause that only sets the scene.
var scenes = phrasesOf("面对", "今年是", "当前", "新的一年", "做好今年", "做好政府工作", "各位代表", "按照", "为此", "综合考虑", "为实现")

// mandates open a clause that names what the next one goes by.
var mandates = phrasesOf("根据")

// sceneSetting reports whether a clause only sets the scene: 面对新形势.
func (e *extractor) sceneSetting(p span) bool {
	if _, ok := e.oneAt(p.Start, mandates); ok {
		_, mandated := e.anyBefore(p.End, "》", "精神", "部署", "建议", "决定", "要求")
		return mandated // 根据农资价格 tells how the next clause acts
	}
	return e.isAt(p.Start, scenes)
}

// verbInside reports whether a verb that opens tasks stands behind offset i.
func (e *extractor) verbInside(c, i int) bool {
	if !e.cls[c].roles.Is(lexicon.Task) {
		return false
	}
	toks := e.tokens(c, span{Start: i, End: e.rep.Clauses[c].Pos.End})
	for k := range toks {
		t := &toks[k]
		if t.Class&lexicon.ClassVerb != 0 && t.Role.Is(lexicon.Task) && !t.Role.Is(lexicon.Noun) {
			return true
		}
	}
	return false
}

// taskAt reports whether a verb that opens tasks begins at offset i, be it inside a
// longer entry.
func (e *extractor) taskAt(i int) bool {
	t, ok := e.lex.At(e.rs, i, lexicon.ClassVerb)
	return ok && t.Role.Is(lexicon.Task) && !t.Role.Is(lexicon.Noun)
}

// predicated reports whether a clause says something of a subject of its own
// that can be promised: 居民收入稳步增长, 项目年内建成.
func (e *extractor) predicated(c int) bool { return e.cls[c].class&lexicon.ClassVerb != 0 }
