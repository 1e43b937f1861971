package statement

import (
	"pledger/lexicon"
	"pledger/report"
)

// beginning is the first clause of a sentence that can promise anything: behind what
// the sentence only says something of, 加强国防建设，是…, and behind a task that is
// named for the sake of what it takes, 建设新农村，必须加强基础设施.
func (e *extractor) beginning(sent *report.Sentence) int {
	const furthest = 5 // clauses that name one subject
	if e.said.remark < 0 && !aimEnds.mayClose(e.rs[e.rep.Clauses[sent.First].Pos.End-1]) {
		return sent.First
	}
	for c := sent.First + 1; c < min(sent.Last, sent.First+1+furthest); c++ {
		if e.rep.Clauses[c-1].Mark != '，' || e.targetIn(c-1) {
			break
		}
		if c == sent.First+1 && aimEnds.mayClose(e.rs[e.rep.Clauses[sent.First].Pos.End-1]) && e.namesAims(sent.First) && e.owns(c) {
			return c
		}
		switch pos := e.rep.Clauses[c].Pos; e.at(pos.Start) {
		case '是': // see copulas
			if t, ok := e.tokenAt(c, pos); ok && t.End-t.Start == 1 && !e.holds(pos.Start, pos.End, "今年") && !e.anyObliged(sent.First, c) {
				return c
			}
		case '主', '综':
			if c == sent.First+1 && e.isAt(pos.Start, reckonings) {
				return c // 调低赤字率，综合考虑了财力
			}
		case '必', '首', '要', '需':
			if _, takes := e.oneAt(pos.Start, takings); takes && !e.anyObliged(sent.First, c) && (e.grounding(sent.First) || c == sent.First+1 && e.namesTask(sent.First)) {
				return c
			}
		}
	}
	return sent.First
}

// aimEnds close a clause that names all there is to do.
var aimEnds = phrasesOf("目标任务", "目标", "任务", "困难和挑战", "风险挑战")

// namesAims reports whether clause c only names what the sentence tells how to come to: 完成全年目标任务，
// 招商工作要抓紧.
func (e *extractor) namesAims(c int) bool {
	return e.isBefore(e.rep.Clauses[c].Pos.End, aimEnds) && e.namesTask(c)
}

// anyObliged reports whether one of the clauses from c on, before end, says that
// something must be done.
func (e *extractor) anyObliged(c, end int) bool {
	for ; c < end; c++ {
		if e.obliged(c) {
			return true
		}
	}
	return false
}

// copulas open a clause that says what the clauses before it are.
var copulas = phrasesOf("是")

// reckonings open a clause that says what was weighed when the clause before was settled.
var reckonings = phrasesOf("主要考虑", "主要是考虑", "综合考虑")

// takings open a clause that says what the task named before it takes.
var takings = phrasesOf("必须", "首先要", "要", "需要")

// namesTask reports whether clause c is a task with nothing before its verb.
func (e *extractor) namesTask(c int) bool {
	at, t, ok := e.opening(c)
	return ok && at == e.rep.Clauses[c].Pos.Start && t.Class&lexicon.ClassVerb != 0 && t.Role.Is(lexicon.Task) && !t.Role.Is(lexicon.Principle) && !e.manner(c)
}

// tells reports whether clause c, the first of its sentence or not, tells what has come about or how
// things are: 赢得了更多理解, 决定着管理水平, 我国有2亿在校学生.
func (e *extractor) tells(c int, first bool) bool {
	cl, pos := &e.cls[c], e.rep.Clauses[c].Pos
	ends := tellingEnds.may(e.rs[pos.End-1])
	if e.rs[pos.Start] == '我' && e.ownFact(c) || ends && e.worsens(c) {
		return true
	}
	if cl.target {
		return false
	}
	if ends && e.isBefore(pos.End, layings) || cl.heads.may('即') && e.befalls(c) || powers.mayOpen(e.at(e.lead(c))) && e.able(c) || cl.roles.Is(lexicon.Past) && cl.heads.may('了') && e.cameAbout(c) {
		return true
	}
	return first && e.endures(c)
}

// tellingEnds are the runes in which a clause ends that says what worsens, or what is laid before
// a congress.
var tellingEnds = tailsOf(worsenings, troubles, layings)

// cameAbout reports whether 了 says of what clause c tells that it has come about.
func (e *extractor) cameAbout(c int) bool {
	pos := e.rep.Clauses[c].Pos
	for _, t := range e.clauseTokens(c) {
		if t.End-t.Start != 1 || e.rs[t.Start] != '了' {
			continue
		}
		if r := e.at(int(t.End)); int(t.End) < pos.End && r != '解' && r != '结' && r != '之' && r != '的' {
			return e.at(pos.Start) != '对' || e.hasBefore(int(t.Start), "提出")
		}
	}
	return false
}

// facts say of a country what it has or how it stands.
var facts = phrasesOf("有", "处于", "处在", "已")

// ownFact reports whether clause c says how the country stands: 我国已进入….
func (e *extractor) ownFact(c int) bool {
	const furthest = 12 // runes of what of it stands so
	pos := e.rep.Clauses[c].Pos
	if !e.hasAt(pos.Start, "我国") || e.cls[c].roles.Is(lexicon.Wish) {
		return false
	}
	for i := pos.Start + 2; i < min(pos.End, pos.Start+furthest); i++ {
		if facts.mayOpen(e.rs[i]) && e.isAt(i, facts) {
			return true
		}
	}
	return false
}

// endures reports whether the first clause of a sentence tells what goes on: 政府担负着
// 繁重的任务.
func (e *extractor) endures(c int) bool {
	const nearest = 2 // runes of who
	pos := e.rep.Clauses[c].Pos
	if pos.Len() <= nearest {
		return false
	}
	for k, r := range e.rs[pos.Start+nearest : pos.End-1] {
		if r != '着' {
			continue
		}
		i := pos.Start + nearest + k
		switch e.rs[i-1] {
		case '随', '本', '沿', '意', '向', '朝', '对', '顺', '围', '凭', '接', '为', '看', '抓', '带', '跟', '无':
			return false
		}
		switch e.rs[i+1] {
		case '力', '眼', '重', '手', '陆', '想', '落', '色', '急':
			return false
		}
		return true
	}
	return false
}

// surveyings open a paragraph that weighs how the country and the world stand.
var surveyings = phrasesOf("综合分析", "综合研判", "综合判断", "综合各方面", "分析国内外")

// recounts open a sentence that tells what was done.
var recounts = phrasesOf("一年来", "过去一年", "过去的一年", "过去五年", "过去的五年", "五年来", "几年来", "近几年", "近年来")

// backOpens are the runes that surveyings and recounts begin with, and illEnds those in which
// haste and ailments end.
var backOpens, illEnds = headsOf(surveyings, recounts), tailsOf(haste, ailments)

// looksBack reports whether a sentence of a part that looks ahead tells what was done or
// what is wrong, or weighs how things stand, and says of nothing that it must be done. What
// opens its paragraph so is gone on with until a sentence turns to the time to come.
func (e *extractor) looksBack(sent *report.Sentence) bool {
	first := e.rep.Clauses[sent.First].Pos
	s := e.rep.Clauses[sent.First].Sentence
	opens := s == 0 || e.rep.Sentences[s-1].Paragraph != sent.Paragraph
	surveys, back := false, false
	if backOpens.may(e.at(first.Start)) {
		surveys, back = e.isAt(first.Start, surveyings), e.isAt(first.Start, recounts)
	}
	if opens {
		e.survey, e.recounts = 0, back
		if surveys || back {
			e.survey = sent.Paragraph + 1
		}
	}
	if sent.Stance == report.Arrangement && e.begun != sent.Section && e.leadsUp(sent) {
		return true
	}
	says := e.says(sent)
	end := e.rep.Clauses[says].Pos.End
	ails := illEnds.may(e.rs[end-1]) && (e.isBefore(end, ailments) && !e.opensTask(says) || e.isBefore(end, haste)) || e.abides(says)
	goesOn := e.survey == sent.Paragraph+1
	if !surveys && !back && !goesOn && !ails {
		return false
	}
	if (back || !e.said.target) && !e.demands(sent, sent.First) && (back || ails || !e.recounts || !e.ahead(first.Start)) {
		return true
	}
	if e.recounts {
		e.survey = 0
	}
	return false
}

// joiners only join a sentence to the one before it.
var joiners = phrasesOf("同时", "但是", "此外")

// says is the first clause of a sentence that says anything: behind 同时 or 但是 alone.
func (e *extractor) says(sent *report.Sentence) int {
	c := sent.First
	if pos := e.rep.Clauses[c].Pos; pos.Len() == 2 && c+1 < sent.Last {
		if _, joins := e.oneAt(pos.Start, joiners); joins {
			c++
		}
	}
	return c
}

// leadsUp reports whether a sentence of arrangements stands before the first task or target of its
// part and says of something else how it stands: 外部环境依然严峻.
func (e *extractor) leadsUp(sent *report.Sentence) bool {
	if e.rep.Sections[sent.Section].Level != 1 {
		return false
	}
	_, t, ok := e.opening(sent.First)
	acts := ok && (t.Class&lexicon.ClassVerb != 0 || t.Role.Is(lexicon.Prep|lexicon.Agent) || t.Class&lexicon.ClassBody != 0)
	if acts || e.said.target || e.demands(sent, sent.First) || e.dueIn(sent.First) && e.comesAbout(sent.First) {
		e.begun = sent.Section
		return false
	}
	return true
}

// dueIn reports whether clause c says by what part of the year something is due.
func (e *extractor) dueIn(c int) bool {
	for k := e.cls[c].time; k < e.cls[c].timeEnd; k++ {
		if e.dueWithin(&e.times[k]) {
			return true
		}
	}
	return false
}

// ailments close a clause that says what is wrong.
var ailments = phrasesOf("不到位", "不够", "不强", "不高", "不足", "不平衡", "十分突出", "比较突出", "仍然突出", "较为突出", "严重", "较大差距", "不小差距")

// haste close a clause that says how much a task matters.
var haste = phrasesOf("刻不容缓", "任重道远", "势在必行", "迫在眉睫")

// abides reports whether clause c says of something that it is still so or may become so:
// 外部环境依然复杂.
func (e *extractor) abides(c int) bool {
	if _, t, _ := e.opening(c); t.Class&lexicon.ClassVerb != 0 && t.Role.Is(lexicon.Task) && !t.Role.Is(lexicon.Noun) || t.Role.Is(lexicon.Prep) {
		return false
	}
	if cl := &e.cls[c]; cl.heads&lastingHeads == 0 || !cl.roles.Is(lexicon.Adverb|lexicon.Not) {
		return false
	}
	toks := e.clauseTokens(c)
	for k := range toks {
		t := &toks[k]
		if lastings.mayOpen(e.rs[t.Start]) && e.isAt(int(t.Start), lastings) {
			return true
		}
	}
	return false
}

// lastings say that something is still so, or may become so.
var lastings = phrasesOf("仍然", "依然", "仍存在", "仍面临", "尚未", "没有改变", "没有变", "可能会")

// lastingHeads are their heads.
var lastingHeads = headsIn(lastings)

// ahead reports whether a sentence at offset i turns to the time to come.
func (e *extractor) ahead(i int) bool {
	_, ok := e.anyAt(i, "今年", "我们将", "我们要", "新的一年", "新一年", "明年", "下一步", "继续", "进一步", "今后", "未来")
	return ok
}

// demands reports whether a clause from c on says that something must be done.
func (e *extractor) demands(sent *report.Sentence, c int) bool {
	for ; c < sent.Last; c++ {
		if !e.cls[c].roles.Is(lexicon.Modal | lexicon.Wish) {
			continue
		}
		for _, t := range e.clauseTokens(c) {
			if i := int(t.Start); t.Role.Is(lexicon.Modal|lexicon.Wish) && (e.hasAt(i, "要") && !e.conditional(i) || e.hasAt(i, "必须") || e.hasAt(i, "应")) {
				return true
			}
		}
	}
	return false
}

// conditional reports whether the 要 at offset i is that of 只要, 不要 and 越要.
func (e *extractor) conditional(i int) bool {
	switch e.at(i - 1) {
	case '只', '不', '越':
		return true
	}
	return false
}
