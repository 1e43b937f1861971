package statement

import "strings"

// classOfWhole reads the threshold of a class of what the sentence counts, which leaves out
// what that is: 企业14家，其中产值超亿元的5家.
func (e *extractor) classOfWhole(r *run, st *state, core span, s *subjects) bool {
	if !e.leftOut(r.right.Start, st) || r.right.Len() != 1 || !e.delimits(r) {
		return false
	}
	of := e.text(core)
	switch {
	case of == "投资" || of == "" && strings.HasSuffix(st.whole, "项目"):
		of = "投资额"
	case of == "":
		of = "规模"
	}
	s.topics = e.words.list(st.whole + "的" + of)
	return true
}

// leftOut reports whether the 的 at offset i leaves out what the parts are of that the
// sentence counts.
func (e *extractor) leftOut(i int, st *state) bool {
	return st.parts && st.whole != "" && e.at(i) == '的' && e.withoutVerb(st.whole) == st.whole
}
