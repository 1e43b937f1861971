package statement

import (
	"pledger/lexicon"
	"pledger/quantity"
)

// timeless is the text of core without the time phrases inside it: 中央财政全年用于….
func (e *extractor) timeless(c int, core span) string {
	text, from := e.agentOf(c, core)
	for k := e.cls[c].time; k < e.cls[c].timeEnd; k++ {
		p := e.times[k].pos
		if p.Start <= from || p.End >= core.End || e.frameTime(c, &e.times[k]) || e.at(p.Start-1) == '“' || e.at(p.End) == '的' {
			continue
		}
		text += e.text(span{Start: from, End: p.Start})
		from = p.End
	}
	rest := e.unsummed(c, span{Start: from, End: core.End})
	if text == "" {
		return rest // as nearly always
	}
	return text + rest
}

// unsummed is the text of core without the words inside it that only call what follows a sum or
// possible: 各级法院审结案件 of 各级法院共审结案件, and without the time that is summed over.
func (e *extractor) unsummed(c int, core span) (text string) {
	from := core.Start
	const shortest = 2 // runes of who or what it is said
	if core.Len() <= shortest {
		return e.text(core)
	}
	for k, r := range e.rs[core.Start+shortest : core.End-1] {
		if !adders.may(r) {
			continue
		}
		i := core.Start + shortest + k
		n := e.addsUp(i, core.End)
		if n == 0 {
			continue
		}
		end := i
		for k := e.cls[c].time; k < e.cls[c].timeEnd; k++ {
			if p := e.times[k].pos; p.End == i && p.Start > from {
				end = p.Start // 五年共培养人才
			}
		}
		text += e.text(span{Start: from, End: end})
		from = i + n
	}
	if from == core.Start {
		return e.text(core) // as nearly always
	}
	return text + e.text(span{Start: from, End: core.End})
}

// adders are the runes that words of addsUp begin with.
var adders = headsOf(phrasesOf("共", "合计", "可", "能"))

// addsUp is how many runes of a word at offset i say, before a verb, only that what it tells is a
// sum or can be done: 城镇共安排就业, 单位合计建成住宅, 新工艺可以节约用水; 0 elsewhere.
func (e *extractor) addsUp(i, end int) int {
	switch e.rs[i] {
	case '共':
		if to := e.toBody(span{Start: i + 1, End: end}); to > i+1 {
			return to - i // 县政府共向人大提交
		}
		if e.verbAt(i+1) && !e.longerWord(i) && !e.wordBefore(i+1) {
			return 1
		}
	case '合', '可', '能':
		if w, ok := e.anyAt(i, "合计", "可以", "能够"); ok && e.verbAt(i+runeCount(w)) {
			return runeCount(w)
		}
	}
	return 0
}

// agentOf is who does what core tells, and where his verb begins when adverbs stand
// between them: 中央财政 of 中央财政还将投入; "" and the start of core elsewhere.
func (e *extractor) agentOf(c int, core span) (agent string, verb int) {
	if !e.cls[c].roles.Is(lexicon.Agent) {
		return "", core.Start
	}
	t, ok := e.tokenAt(c, core)
	if !ok || !t.Role.Is(lexicon.Agent) {
		return "", core.Start
	}
	if at := e.pastAdverbs(int(t.End), core.End); at > int(t.End) && e.verbAt(at) {
		return e.text(span{Start: core.Start, End: int(t.End)}), at
	}
	return "", core.Start
}

// pastAdverbs is the offset behind the adverbs and the like that stand at offset i.
func (e *extractor) pastAdverbs(i, end int) int {
	for i < end {
		n, ok := e.lex.At(e.rs[:end], i, lexicon.ClassAny)
		switch {
		case ok && n.Role.Is(lexicon.Adverb|lexicon.Modal|lexicon.Past|lexicon.Void) && n.Class&(lexicon.ClassVerb|lexicon.ClassIndicator) == 0 && !n.Role.Is(lexicon.Head|lexicon.Plain|lexicon.Noun):
			i = int(n.End)
		case e.hasAt(i, "为此"):
			i += 2
		default:
			return i
		}
	}
	return i
}

// insideBracket is what stands behind a bracket that core opens and does not
// close; aside says that it only tells what the subject before it includes:
// （不包括村办企业.
func (e *extractor) insideBracket(core span) (inner span, aside bool) {
	for i := core.End - 1; i >= core.Start; i-- {
		switch e.rs[i] {
		case '）', ')':
			return span{}, false
		case '（', '(':
			inner = e.trim(span{Start: i + 1, End: core.End})
			_, aside = e.anyAt(i+1, "包括", "不包括", "含", "不含", "扣除", "剔除", "按")
			if !inner.Valid() {
				inner, aside = core, true
			}
			return inner, aside
		}
	}
	return span{}, false
}

// nation is how many people are no fewer than those of the country.
var nation = quantity.NewDecimal(1, 9)

// populous are the runes that stand behind the number of all people.
var populous = headsOf(nationals, phrasesOf("的", "民", "口"))

// nationals are words for the people of a country.
var nationals = phrasesOf("中国人", "人民")

// population reads 14亿人口 and 14亿中国人 said in passing: the people that live there.
func (e *extractor) population(r *run, st *state, s *subjects) bool {
	last := r.nums[len(r.nums)-1]
	q := &e.nums[last]
	if !populous.may(e.at(q.Full.End)) {
		return false
	}
	people := e.isAt(q.Full.End, nationals) || e.at(q.Full.End) == '的' && e.at(q.Full.End-1) == '人' && q.Nominal.Cmp(nation) >= 0 // 14亿人的饭碗
	people = people || e.at(q.Full.End) == '民' && e.at(q.Full.End-1) == '人' && q.UnitText.Valid()
	if !people && (!q.Unit.Is(lexicon.UnitPerson) || e.at(q.Full.End) != '口' || e.at(q.Full.End-1) != '人') {
		return false
	}
	s.quantified, r.quantified = true, true
	if r.passing = r.first || !e.joinsBefore(e.nums[r.nums[0]].Full.Start); r.passing {
		s.topics = []string{"人口"}
	} else {
		s.topics = []string{e.spreadBefore(r, st) + "人口"} // 惠及30个乡镇、26万人口
	}
	return true
}
