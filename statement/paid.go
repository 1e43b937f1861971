package statement

import (
	"strings"
	"unicode/utf8"

	"pledger/lexicon"
)

// paidFors open a clause that tells what the money of the one before it is for.
var paidFors = phrasesOf("用于", "专项用于", "专门用于")

// paidFor words a sum of which its clause tells no more than that somebody gives it, by what
// the clause behind tells that it is for, 今年安排4亿元，用于学校食堂建设, or by what the one
// before raises, 增加社会保障投入，省级财政安排30亿元.
func (e *extractor) paidFor(r *run, core span, st *state, s *subjects) bool {
	if !isMoney(&e.nums[r.nums[0]]) || r.n != 1 || r.pred.change || r.pred.to || !e.ends(r.right.Start) {
		return false
	}
	w, gives := e.oneBefore(e.trim(r.left).End, spendings)
	if !gives {
		return false
	}
	if core.Len() > utf8.RuneCountInString(w) {
		return w == "安排" && e.paidAlso(r, core, st, s)
	}
	if next := r.clause + 1; e.rep.Clauses[r.clause].Mark == '，' && next < len(e.rep.Clauses) && e.cls[next].num == e.cls[next].numEnd {
		pos := e.rep.Clauses[next].Pos
		if f, ok := e.oneAt(pos.Start, paidFors); ok {
			s.core = e.trim(span{Start: pos.Start + utf8.RuneCountInString(f), End: pos.End})
			s.topics = e.words.list(e.text(s.core))
			return true
		}
	}
	return false
}

// paidAlso words what a payer gives for what the clause before raises.
func (e *extractor) paidAlso(r *run, core span, st *state, s *subjects) bool {
	if st.object < 0 || st.object != r.clause-1 || !e.hasBefore(core.End, "财政") {
		return false
	}
	pos := e.rep.Clauses[st.object].Pos
	for _, t := range e.clauseTokens(st.object) {
		if t.Class&lexicon.ClassVerb == 0 || !t.Role.Is(lexicon.Up) && !e.hasAt(int(t.Start), "加大") {
			continue
		}
		raised := e.trim(span{Start: int(t.End), End: pos.End})
		if !e.tailHead(raised) || e.verbIn(st.object, raised) {
			return false
		}
		s.core = core
		s.topics = e.words.list(e.text(core) + strings.TrimPrefix(e.text(raised), "对"))
		r.follows = true
		return true
	}
	return false
}
