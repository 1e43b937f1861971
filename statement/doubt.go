package statement

import (
	"pledger/quantity"
	"pledger/report"
)

// The reasons for which a number is left doubtful; keys of the message catalogue.
const (
	DoubtNature  = "statement.nature"     // it could not be told whether it is a quantity or a name
	DoubtSubject = "statement.no-subject" // a figure, but of what is not said
	DoubtPeriod  = "statement.no-period"  // a figure, but of when is not known
)

// doubts lists the numbers that were not understood for sure, in the order of
// the text; a number is listed once, for the gravest reason.
func (e *extractor) doubts() {
	for i := range e.set.Mentions {
		m := &e.set.Mentions[i]
		code := ""
		switch {
		case m.Rule == "" || e.byDefault(i):
			code = DoubtNature
		case m.Figure < 0:
			continue
		case e.set.Figures[m.Figure].Subject == "":
			code = DoubtSubject
		case e.set.Figures[m.Figure].Dated() == "":
			code = DoubtPeriod
		default:
			continue
		}
		if code != "" {
			e.set.Doubts = append(e.set.Doubts, report.Doubt{Pos: m.Pos, Code: code, Args: []string{e.text(m.Pos)}})
		}
	}
}

// byDefault reports whether number i was taken for a name only because no rule
// says otherwise: digits without unit, multiplier or a noun that names.
func (e *extractor) byDefault(i int) bool {
	m := &e.set.Mentions[i]
	return m.Rule == "unmeasured" && m.What == IsName && e.nums[i].Form == quantity.Digits
}
