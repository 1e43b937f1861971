package statement

import (
	"slices"

	"pledger/report"
)

// stretchRunes is how long a text may be to be read at one go, and how long the stretches
// of a longer one are at least. What the passes write down for each other takes several
// times the memory of what they find, and has to last for a stretch only. Single reports
// are shorter.
const stretchRunes = 1 << 16

// stretches reads e.rep in stretches of so many runes at least, one after the other. Each
// ends with a paragraph.
func (e *extractor) stretches(least int) {
	whole, set := e.rep, e.set
	if set.Government == "" {
		set.Government = e.governing()
	}
	st := stretch{part: *whole}
	st.part.Sentences, st.part.Clauses = nil, nil
	for st.next(whole, least) {
		e.rep, e.set = &st.part, set.behind()
		e.pass(st.pos)
		set.add(e.set, &st, len(e.rs))
	}
	e.rep, e.set = whole, set
}

// governing is the place that e.rep names most.
func (e *extractor) governing() string {
	named := map[string]int{}
	for i := range e.rep.Clauses {
		pos := e.rep.Clauses[i].Pos
		e.toks = e.lex.Tokens(e.toks[:0], e.rs, pos.Start, pos.End)
		e.countPlaces(named, e.toks)
	}
	return mostNamed(named)
}

// stretch is a stretch of a report.
type stretch struct {
	pos                span
	part               report.Report // its sentences and clauses, counted as if there were no others
	sentences, clauses int           // how many of the report stand before it
}

// next makes st the stretch of whole that follows it, of so many runes at least; false where
// none does.
func (st *stretch) next(whole *report.Report, least int) bool {
	part, runes := &st.part, whole.Text.Len()
	if st.pos.End == runes {
		return false
	}
	st.sentences += len(part.Sentences)
	st.clauses += len(part.Clauses)
	rest := whole.Sentences[st.sentences:]
	n, _ := slices.BinarySearchFunc(rest, st.pos.End+least, func(s report.Sentence, end int) int { return s.Pos.End - end })
	for n < len(rest) && (n == 0 || rest[n].Paragraph == rest[n-1].Paragraph) {
		n++
	}
	st.pos = span{Start: st.pos.End, End: runes}
	if n < len(rest) {
		st.pos.End = rest[n-1].Pos.End
	}
	part.Sentences, part.Clauses = append(part.Sentences[:0], rest[:n]...), part.Clauses[:0]
	if n == 0 {
		return true
	}
	paragraphs := rest[0].Paragraph
	for i := range part.Sentences {
		s := &part.Sentences[i]
		s.First, s.Last, s.Paragraph = s.First-st.clauses, s.Last-st.clauses, s.Paragraph-paragraphs
	}
	part.Clauses = append(part.Clauses, whole.Clauses[st.clauses:rest[n-1].Last]...)
	for i := range part.Clauses {
		part.Clauses[i].Sentence -= int32(st.sentences)
	}
	return true
}

// behind is a set without anything yet, in the room that the lists of set have left.
func (set *Set) behind() *Set {
	return &Set{
		Mentions: room(set.Mentions), Figures: room(set.Figures), Pledges: room(set.Pledges),
		Mechanisms: room(set.Mechanisms), Government: set.Government,
	}
}

// room is an empty list in what list has left.
func room[T any](list []T) []T { return list[len(list):] }

// add adds to set what was found in the stretch st of a text of so many runes.
func (set *Set) add(part *Set, st *stretch, runes int) {
	for i := range part.Mentions {
		if m := &part.Mentions[i]; m.Figure >= 0 {
			m.Figure += len(set.Figures)
		}
	}
	for i := range part.Figures {
		part.Figures[i].Clause += st.clauses
	}
	for i := range part.Pledges {
		for k := range part.Pledges[i].Figures {
			part.Pledges[i].Figures[k] += len(set.Figures)
		}
	}
	for i := range part.Mechanisms {
		if m := &part.Mechanisms[i]; m.Pledge >= 0 {
			m.Pledge += len(set.Pledges)
		}
	}
	set.Mentions = extend(set.Mentions, part.Mentions, st.pos.End, runes)
	set.Figures = extend(set.Figures, part.Figures, st.pos.End, runes)
	set.Pledges = extend(set.Pledges, part.Pledges, st.pos.End, runes)
	set.Mechanisms = extend(set.Mechanisms, part.Mechanisms, st.pos.End, runes)
	set.Doubts = append(set.Doubts, part.Doubts...)
}

// extend is list with more behind it, in place where more stands there already. Where the
// room is used up it makes as much as all runes of the text need, going by those that were
// read and a little above that; while these are few, three times what there is will do.
func extend[T any](list, more []T, read, runes int) []T {
	const few = 16 // of so many
	if n := len(list) + len(more); n > cap(list) {
		all := n * runes / read
		if all += all / 16; read < runes/few {
			all = min(all, 3*n)
		}
		list = slices.Grow(list, all-len(list))
	}
	return append(list, more...)
}
