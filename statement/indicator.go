package statement

import (
	"pledger/lexicon"
)

// link sets the indicator of f: the entry that spells the subject, or the last
// and longest inside it.
func (e *extractor) link(f *Figure, topic string) {
	if ind := e.indicatorOf(f.Subject); ind != nil {
		f.Indicator = ind.Code
	} else if topic == f.Subject {
		return
	} else if ind := e.indicatorOf(topic); ind != nil {
		f.Indicator = ind.Code
	}
}

// endsIndicator reports whether the name of an indicator can end where p does;
// where blanks stand there it is left open.
func (e *extractor) endsIndicator(p span) bool {
	if p.Len() < 2 || isBlank(e.rs[p.End-1]) || isBlank(e.rs[p.End-2]) {
		return true
	}
	return e.lex.IndicatorEnds(e.rs[p.Start:p.End])
}

// indicatorOf finds the indicator a subject names, or nil: an entry that ends
// where the subject does, the longest one; else none.
func (e *extractor) indicatorOf(subject string) *lexicon.Indicator {
	if subject == "" {
		return nil
	}
	buf := e.runesOf(subject)
	if !e.lex.IndicatorEnds(buf) {
		return nil
	}
	for i := range buf {
		if t, ok := e.lex.At(buf, i, lexicon.ClassIndicator); ok && int(t.End) == len(buf) {
			return e.lex.Indicator(t)
		}
	}
	return nil
}
