package statement

import (
	"pledger/lexicon"
	"pledger/report"
)

// mannerEnds are the words that close a phrase which tells on what ground, by
// what means or under what lead the next clause acts.
var mannerEnds = anyOf(
	phrasesOf("基础上", "方面", "前提下", "条件下", "情况下", "过程中", "同时", "中", "上", "下", "时", "后"),
	meansNouns,
	phrasesOf("实际", "需要", "做法", "为例"),
)

// meansNouns are nouns for what one goes by.
var meansNouns = phrasesOf("方式", "方法", "办法", "手段", "措施", "举措", "形式", "途径", "渠道", "要求", "原则", "方针", "部署", "思路")

// leads are the words that follow 为 in 以…为重点.
var leads = phrasesOf(
	"重点", "引领", "抓手", "契机", "目标", "中心", "主线", "核心", "支撑", "载体", "导向", "牵引", "动力", "突破口", "统领", "主体", "基础", "依托", "主", "纽带", "龙头", "关键", "先导", "主题",
)

// leadMark is where the 为 of 以…为重点 stands between two offsets, -1 where none does.
func (e *extractor) leadMark(at, end int) int {
	const furthest = 4 // runes of the longest word behind 为
	for i := end - 1; i > at && i >= end-1-furthest; i-- {
		if e.rs[i] == '为' {
			return i
		}
	}
	return -1
}

// manner reports whether clause c is a phrase that only tells how the next one
// acts: 在…基础上, 以…为重点, 通过…方式.
func (e *extractor) manner(c int) bool {
	o := &e.opens[c]
	if o.manner == unasked {
		o.manner = no
		if e.onlyManner(c) {
			o.manner = yes
		}
	}
	return o.manner == yes
}

// onlyManner finds out what manner keeps.
func (e *extractor) onlyManner(c int) bool {
	if lead := e.lead(c); mannerOpens.may(e.at(lead)) {
		if only, known := e.opensManner(c, lead); known {
			return only
		}
	}
	cl := &e.rep.Clauses[c]
	if grounds.mayClose(e.rs[cl.Pos.End-1]) && e.grounded(c) {
		return true
	}
	return cl.Mark == '，' && (e.wields(c) || e.at(cl.Pos.End-3) == '不' && e.steadfast(c))
}

// bases are what one goes by or makes use of.
var bases = phrasesOf("通过", "按照", "根据", "参照", "采取", "采用", "运用", "综合运用", "结合", "利用", "本着")

// mannerOpens are the runes that a phrase of manner may open with.
var mannerOpens = headsOf(bases, phrasesOf("继续", "以", "在", "为", "从"))

// opensManner reports whether the words of clause c from offset at on are a phrase of manner by
// what they open with and how they end; where that tells nothing, known is false.
func (e *extractor) opensManner(c, at int) (only, known bool) {
	end := e.rep.Clauses[c].Pos.End
	if e.hasAt(at, "继续") {
		at += 2 // 继续以改革为动力
	}
	switch e.at(at) {
	case '以':
		if i := e.leadMark(at, end); i > 0 {
			return e.isAt(i+1, leads), true
		}
		return e.endsManner(end), true
	case '在':
		return e.endsManner(end), true
	case '为':
		return true, e.wishes(c, at)
	case '从':
		return true, e.hasBefore(end, "环节") || e.hasBefore(end, "方面")
	}
	return true, e.isAt(at, bases) && e.endsManner(end)
}

// firmnesses close a clause that says with what firmness the next one acts.
var firmnesses = phrasesOf("不动摇", "不停步", "不松劲", "不放松", "不懈怠", "不止步", "不手软", "不松懈", "不停歇")

// steadfast reports whether clause c, three runes before whose end 不 stands, only says that one does
// not let go of what the next one goes on with: 简政放权不停步，取消审批事项30项.
func (e *extractor) steadfast(c int) bool {
	end := e.rep.Clauses[c].Pos.End
	if r := e.at(end - 4); r == '决' || r == '绝' || r == '毫' {
		return false // 依法惩办，决不手软
	}
	_, ok := e.oneBefore(end, firmnesses)
	_, t, _ := e.opening(c)
	return ok && !t.Role.Is(lexicon.Principle)
}

// grounds end a phrase of manner wherever its 在 stands.
var grounds = phrasesOf("的基础上", "的前提下", "的情况下", "的条件下", "的过程中")

// grounded reports whether clause c names a thing and the ground on which the next
// one acts upon it: 试点在总结经验的基础上，全面推开.
func (e *extractor) grounded(c int) bool {
	pos := e.rep.Clauses[c].Pos
	return e.isBefore(pos.End, grounds) && e.holds(pos.Start, pos.End, "在") && !e.targetIn(c)
}

// endsManner reports whether a phrase of manner ends at offset end.
func (e *extractor) endsManner(end int) bool {
	_, ok := e.oneBefore(end, mannerEnds)
	return ok
}

// aims reports whether clause c is 以 with a verb behind it, which tells what
// the action before is for: 以促进生产.
func (e *extractor) aims(c int) bool {
	start := e.rep.Clauses[c].Pos.Start
	return e.at(start) == '以' && e.verbAt(start+1) && !e.manner(c)
}

// byMeans reports whether clause c tells by what means the action before has its
// effect: 以高水平开放推动发展, 用税收优惠激励投入; what has 以…为重点 is an action.
func (e *extractor) byMeans(c int) bool {
	pos := e.rep.Clauses[c].Pos
	if r := e.at(pos.Start); r != '以' && r != '用' || e.cls[c].numEnd > e.cls[c].num {
		return false
	}
	if e.at(pos.Start) == '以' && e.holds(pos.Start, pos.End, "为") {
		return false
	}
	t, ok := e.lex.At(e.rs[:pos.End], pos.Start, lexicon.ClassAny)
	return (!ok || t.End-t.Start == 1) && e.verbInside(c, pos.Start+1)
}

// disposes reports whether clause c tells, with its object before the verb, what
// the action before it does: 将…纳入…, 把…降到….
func (e *extractor) disposes(c int) bool {
	start := e.rep.Clauses[c].Pos.Start
	if at := int(e.opens[c].at); e.at(at) == '把' {
		start = at // 真正把企业推向市场
	}
	if r := e.at(start); r != '将' && r != '把' {
		return false
	}
	t, ok := e.lex.At(e.rs, start+1, lexicon.ClassAny)
	if e.rs[start] == '把' && t.Class&lexicon.ClassVerb == 0 {
		return true // 把更多财力用在民生上, but 将更多 says what will be
	}
	return !ok || (t.Class&lexicon.ClassVerb == 0 || e.rs[start] == '把' && t.Role.Is(lexicon.Noun)) && !t.Role.Is(lexicon.Adverb|lexicon.Wish|lexicon.Modal)
}

// dues stand before what must be done.
var dues = phrasesOf("要", "必须", "应当", "应")

// obliged reports whether clause c opens with 要 or 必须, perhaps behind 今年 or
// 特别: what stands before it frames the sentence.
func (e *extractor) obliged(c int) bool {
	pos := e.rep.Clauses[c].Pos
	at := e.lead(c)
	if at == pos.Start {
		return false
	}
	return e.isBefore(at, dues)
}

// mustAct reports whether clause c opens with 要 or 必须.
func (e *extractor) mustAct(c int) bool {
	_, ok := e.anyAt(e.rep.Clauses[c].Pos.Start, "要", "必须", "我们要", "一定要")
	return ok
}

// musts say that something has to be done or must not.
var musts = phrasesOf("必须", "不得")

// mustHeads are the heads of musts and of 要.
var mustHeads = headsIn(musts) | headOf('要')

// governs reports whether clause c says of a thing that the action before names what must be
// done about it: 增设公益岗位，公益岗位要留给困难人员, or what it must serve first, to whom or what it
// must be done, or what must not be done. Whoever must act by himself has a task of his own, and so has another thing.
func (e *extractor) governs(c int) bool {
	const shortest, furthest = 3, 22 // runes of the thing
	pos := e.rep.Clauses[c].Pos
	if cl := &e.cls[c]; cl.heads&mustHeads == 0 || !cl.roles.Is(lexicon.Modal|lexicon.Not) || e.targetIn(c) || e.owns(c) && e.owns(c-1) {
		return false // 财政政策要稳健，科技政策要落地
	}
	if e.at(pos.Start) == '对' && e.at(e.rep.Clauses[c-1].Pos.Start) == '对' {
		return false // 对侵权要惩处，对错案要纠正
	}
	toks := e.clauseTokens(c)
	for k := range toks {
		t := &toks[k]
		switch n := int(t.Start) - pos.Start; {
		case n > furthest, n == 0 && t.Class&lexicon.ClassVerb != 0 && !t.Role.Is(lexicon.Noun):
			return false
		case n < shortest:
		case t.End-t.Start == 1 && e.rs[t.Start] == '要' || e.isAt(int(t.Start), musts):
			i := int(t.Start)
			if e.at(i-1) == '都' {
				i--
			}
			return e.at(i-1) != '也' && !e.doer(i) && (e.at(pos.Start) == '对' || e.rs[t.Start] == '不' || e.hasAt(int(t.End), "优先") || e.namedBefore(c, i))
		}
	}
	return false
}

// namedBefore reports whether the thing that clause c opens with, which ends at offset i, shares a
// word with the clause before: 公益岗位 with 开发公益岗位.
func (e *extractor) namedBefore(c, i int) bool {
	b := e.rep.Clauses[c-1].Pos
	for k := e.rep.Clauses[c].Pos.Start; k+1 < i; k++ {
		if isHan(e.rs[k]) && isHan(e.rs[k+1]) && e.wordIn(k, b) {
			return true
		}
	}
	return false
}

// wordIn reports whether the two runes at offset i stand in p too.
func (e *extractor) wordIn(i int, p span) bool {
	for k := p.Start; k+1 < p.End; k++ {
		if e.rs[k] == e.rs[i] && e.rs[k+1] == e.rs[i+1] {
			return true
		}
	}
	return false
}

// owns reports whether clause c has a subject of its own before 要: 科技政策要落地.
func (e *extractor) owns(c int) bool {
	const shortest = 4 // runes of the subject
	start := e.rep.Clauses[c].Pos.Start
	if lead := e.lead(c); lead-1 < start+shortest || e.at(start) == '对' {
		return false
	}
	return e.at(e.lead(c)-2) != '的'
}

// doer reports whether the words before offset i name who acts.
func (e *extractor) doer(i int) bool {
	switch e.at(i - 1) {
	case '长', '员', '者':
		return true
	}
	return e.isBefore(i, actors)
}

// actors are the words that end the name of who acts.
var actors = phrasesOf("财政", "政府", "部门", "单位", "地区", "各级", "各地", "干部", "我们", "人员", "企业")

// additions are words that add a clause to what stands before.
var additions = phrasesOf("其中", "以及", "特别", "尤其", "并且", "用于", "主要用于", "重点用于", "违者")

// addsTo reports whether clause c opens with a word that adds it to what stands
// before: 其中, 特别要, 并且.
func (e *extractor) addsTo(c int) bool {
	return e.isAt(e.rep.Clauses[c].Pos.Start, additions)
}

// pastVerb reports whether the verb that opens a clause has 了 behind it.
func (e *extractor) pastVerb(first *lexicon.Token) bool {
	return first.Class&lexicon.ClassVerb != 0 && e.at(int(first.End)) == '了'
}

// forestalls reports whether clause c tells what an action keeps from happening,
// and where it does so: 从源头上防止….
func (e *extractor) forestalls(c int) bool {
	pos := e.rep.Clauses[c].Pos
	if e.at(pos.Start) != '从' {
		return false
	}
	for _, t := range e.clauseTokens(c) {
		if t.Class&lexicon.ClassVerb != 0 && t.Role.Is(lexicon.Task) && !t.Role.Is(lexicon.Noun) {
			return t.Role.Is(lexicon.Purpose)
		}
	}
	return false
}

// definitions are the nouns that close a clause which says what something is.
var definitions = phrasesOf("方式", "任务", "举措", "要求", "途径", "基础", "关键", "保证", "问题", "大事", "标志", "内容", "前提", "环节", "方针", "抉择", "工作", "过程", "方面", "职责", "政策", "目的")

// defines reports whether clause c says what an action is: 实行股份制是一种有效方式.
func (e *extractor) defines(c int) bool {
	if !e.cls[c].mayEquate() {
		return false
	}
	pos := e.rep.Clauses[c].Pos
	if _, ok := e.oneBefore(pos.End, definitions); !ok {
		return false
	}
	const nearest = 2 // runes of what it says something of
	is := e.copula(c, pos.Start+nearest)
	if is < 0 {
		return false
	}
	_, list := e.anyBefore(is, "重点", "主要", "就", "目标", "关键", "核心", "首先")
	return !list
}

// standings open a sentence that tells how things stand.
var standings = phrasesOf("现在", "目前", "去年", "上年", "近年来", "几年来", "这几年", "前几年", "多年来", "随着", "如果", "在通常情况下", "当然", "实践证明", "事实证明", "欢迎", "希望", "我们坚信", "我们相信", "我们深信", "只要", "只有", "越是", "没有")

// judgements open a clause that says of what the clauses before it name what will
// come of it or how much it matters.
var judgements = phrasesOf(
	"不仅可以", "不仅能", "不会", "就会", "那就会", "就能", "就不可能", "一定能", "必将", "将会", "并不",
	"至关重要", "势在必行", "意义重大", "事关", "关系到", "不仅关系", "直接关系", "对于", "具有", "有利于", "有助于", "不利于", "都不利于", "仍然是", "仍是", "始终是",
)

// judged is the clause of a sentence that judges what stands before it, -1 where
// none does: 扩大国债规模，不会引发通货膨胀.
func (e *extractor) judged(sent *report.Sentence) int {
	const furthest = 4 // clauses that can be judged at once
	if e.said.remark < 0 {
		return -1
	}
	for c := e.said.remark; c < min(sent.Last, sent.First+1+furthest); c++ {
		start := e.rep.Clauses[c].Pos.Start
		if !judgements.mayOpen(e.at(start)) {
			continue
		}
		if w, ok := e.oneAt(start, judgements); ok && e.rep.Clauses[c-1].Mark == '，' && !(w == "对于" && e.cls[c].roles.Is(lexicon.Modal)) {
			return c // but 对于发现的问题要整改 is a task
		}
	}
	return -1
}

// reasons reports whether a sentence, whose words have roles, argues or describes and promises nothing:
// it weighs what may come of something, or tells how things stand, and neither
// opens with a task nor says that anything must be done.
func (e *extractor) reasons(sent *report.Sentence, roles lexicon.Role) bool {
	start := e.rep.Clauses[sent.First].Pos.Start
	regards := e.regards(sent.First)
	if regards && e.at(e.rep.Clauses[sent.First].Pos.End-1) == '看' && !(sent.Last > sent.First+1 && (e.obliged(sent.First+1) || e.mustAct(sent.First+1))) {
		return true // 从财力看，7%的增速可以承受
	}
	stands := standings.mayOpen(e.rs[start]) && e.isAt(start, standings) && !e.grounds(sent) || regards
	judged := e.judged(sent)
	if !stands && judged < 0 && !roles.Is(lexicon.Argue) || e.said.target {
		return false
	}
	for c := max(sent.First, judged+1); c < sent.Last; c++ {
		at, t, ok := e.opening(c)
		if ok && t.Class&lexicon.ClassVerb != 0 && t.Role.Is(lexicon.Task) && (c == sent.First && !stands || at > e.rep.Clauses[c].Pos.Start) {
			return false
		}
	}
	return !e.demands(sent, max(sent.First, judged+1))
}

// grounds reports whether a sentence only begins with what its task follows: 随着客流回升，
// 增加公交.
func (e *extractor) grounds(sent *report.Sentence) bool {
	if !e.grounding(sent.First) {
		return false
	}
	for c := sent.First + 1; c < sent.Last; c++ {
		if e.opensTask(c) {
			return true
		}
	}
	return false
}

// regards reports whether clause c says from where something is looked at: 从国际环境看.
func (e *extractor) regards(c int) bool {
	pos := e.rep.Clauses[c].Pos
	if e.at(pos.Start) != '从' {
		return false
	}
	switch e.at(pos.End - 1) {
	case '看', '说', '讲':
		return true
	}
	return false
}
