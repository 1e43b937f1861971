package statement

import (
	"slices"

	"pledger/lexicon"
	"pledger/report"
)

// pledges cuts the parts that look ahead into pledges: one for each action
// with an object of its own; clauses that only add purpose, manner or scope
// stay with their action.
func (e *extractor) pledges() {
	e.opens = zeroed(e.opens, len(e.cls))
	e.cuts = e.cuts[:0]
	for s := range e.rep.Sentences {
		if e.promises(&e.rep.Sentences[s]) {
			e.sentencePledges(s)
		}
	}
	e.set.Pledges = slices.Grow(e.set.Pledges, len(e.cuts))[:len(e.cuts)]
	most := len(e.cuts)*5/4 + openRoom // verbs or objects: few pledges have several
	e.verbs.reserve(most)
	e.objects.reserve(most)
	for i := range e.cuts {
		e.pledge(&e.set.Pledges[i], &e.cuts[i])
	}
}

// cut is a stretch of the text that is one pledge.
type cut struct {
	pos         span
	first, last int // its clauses are those of [first, last)
	sentence    int
}

// sentencePledges cuts the pledges out of sentence s.
func (e *extractor) sentencePledges(s int) {
	sent := &e.rep.Sentences[s]
	open := -1 // first clause of the pledge being gathered
	acted := false
	flush := func(end int) {
		if open >= 0 && acted {
			k := cut{span{Start: e.pledgeStart(open), End: e.rep.Clauses[end-1].Pos.End}, open, end, s}
			if k.pos.Valid() {
				e.cuts = append(e.cuts, k)
			}
		}
		open, acted = -1, false
	}
	for c := e.beginning(sent); c < sent.Last; c++ {
		p := e.partOf(c, sent)
		switch {
		case p == partFrame:
			flush(c)
			continue
		case e.lets(c) && open < 0:
			continue
		case p == partOwed && open >= 0 && acted:
			p = partRest
		case p == partOwed:
			p = partAction
		}
		if open >= 0 && !acted && e.obliged(c) && e.manner(open) {
			flush(c)
		}
		stays := open >= 0 && (!acted || e.stays(open, c, p, sent))
		if !stays {
			if p == partRest && !(c == sent.First && sent.Last-sent.First == 1 && e.predicated(c) && !e.points(c)) {
				flush(c)
				continue
			}
			flush(c)
			open = c
		}
		acted = acted || p != partManner
		if e.rep.Clauses[c].Mark == '；' {
			flush(c + 1)
		}
	}
	flush(sent.Last)
}

// lets reports whether clause c calls for what is to become of somebody, behind no action that
// brings it about: 要让乡亲们住得安心.
func (e *extractor) lets(c int) bool {
	return e.at(int(e.opens[c].at)) == '让' && !e.targetIn(c) && e.at(e.rep.Clauses[c].Pos.Start) != '更' // 更要让…
}

// listsGoals reports whether the sentence at hand lists goals, each clause one of its own.
func (e *extractor) listsGoals() bool { return e.said.goal >= 0 }

// firstGoal is the first clause with a promised figure of a sentence that lists
// goals, -1 for others.
func (e *extractor) firstGoal(sent *report.Sentence) int {
	framed := sent.Stance == report.Goals
	for c := sent.First; c < sent.Last; c++ {
		framed = framed || e.rep.Clauses[c].Mark == '：' && e.cls[c].roles.Is(lexicon.Frame)
		if framed && e.targetIn(c) {
			return c
		}
	}
	return -1
}

// pledge notes in p, which is empty, what the pledge k says.
func (e *extractor) pledge(p *Pledge, k *cut) {
	p.Hardness, e.checkable = Soft, false
	p.Verbs, p.Objects = e.verbs.open(), e.objects.open()
	for c := k.first; c < k.last; c++ {
		e.actions(p, k, c)
	}
	if len(p.Objects) == 0 && len(p.Verbs) > 0 && k.last > k.first+1 {
		e.addTopic(p, k.first)
	}
	p.Verbs, p.Objects = e.verbs.close(p.Verbs), e.objects.close(p.Objects)
	cls, class, times := e.cls[k.first:k.last], lexicon.Class(0), int32(0)
	for i := range cls {
		class |= cls[i].class
		times += cls[i].timeEnd - cls[i].time
	}
	if from, to := cls[0].num, cls[len(cls)-1].numEnd; from < to {
		p.Figures = e.figuresAmong(from, to)
	}
	if class&lexicon.ClassPlace != 0 {
		p.Places = e.placesIn(k)
	}
	if times > 0 {
		e.deadline(p, k)
	}
	sent := &e.rep.Sentences[k.sentence]
	if p.Deadline == "" {
		p.Deadline = e.framedDeadline(p, k, sent)
	}
	e.hardness(p, k)
	if p.Deadline == "" && e.rep.Sections[sent.Section].PlanEnd != 0 {
		p.Deadline = e.planEnd(k)
	}
	p.Pos, p.Section, p.Trace = k.pos, sent.Section, pledgeTraces[sent.Stance]
}

// figuresAmong are the figures among the numbers of [from, to).
func (e *extractor) figuresAmong(from, to int32) []int {
	figures := e.numbers.open()
	for i := from; i < to; i++ {
		if f := e.set.Mentions[i].Figure; f >= 0 {
			figures = append(figures, f)
		}
	}
	return e.numbers.close(figures)
}

// placesIn are the places that cut k names.
func (e *extractor) placesIn(k *cut) []string {
	places := e.words.open()
	for i := e.cls[k.first].tok; i < e.cls[k.last-1].tokEnd; i++ {
		if t := &e.toks[i]; t.Class&lexicon.ClassPlace != 0 && int(t.Start) >= k.pos.Start {
			places = append(places, e.text(span{Start: int(t.Start), End: int(t.End)}))
		}
	}
	return e.words.close(places)
}

// pledgeTraces are the traces of pledges, by stance.
var pledgeTraces = [...][]string{
	report.Goals: {"pledge:goals"}, report.Arrangement: {"pledge:arrangement"}, report.Discipline: {"pledge:discipline"},
}
