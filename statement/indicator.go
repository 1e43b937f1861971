package statement

import (
	"pledger/lexicon"
)

// link sets the indicator of f: the entry that spells the subject, or the last
// and longest inside it.
func (e *extractor) link(f *Figure, topic string) {
	if ind := e.indicatorOf(f.Subject); ind != nil {
		f.Indicator = ind.Code
	} else if ind := e.indicatorOf(topic); ind != nil {
		f.Indicator = ind.Code
	}
}

// indicatorOf finds the indicator a subject names, or nil: an entry that ends
// where the subject does, the longest one; else none.
func (e *extractor) indicatorOf(subject string) *lexicon.Indicator {
	if subject == "" {
		return nil
	}
	buf := []rune(subject)
	for i := range buf {
		if t, ok := e.lex.At(buf, i, lexicon.ClassIndicator); ok && int(t.End) == len(buf) {
			return e.lex.Indicator(t)
		}
	}
	return nil
}
