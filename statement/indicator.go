package statement

import (
	"strings"

	"pledger/lexicon"
)

// links sets the indicators of all figures.
func (e *extractor) links() {
	for i := range e.set.Figures {
		e.link(&e.set.Figures[i], e.topics[i])
	}
	clear(e.topics) // a notebook keeps no text alive
}

// link sets the indicator of f: the entry that spells the subject, or the last
// and longest inside it.
func (e *extractor) link(f *Figure, topic string) {
	if ind := e.indicatorDone(f); ind != nil {
		f.Indicator = ind.Code
	} else if ind := e.indicatorOf(f.Subject); ind != nil {
		f.Indicator = ind.Code
	} else if ind := e.indicatorLess(f); ind != nil {
		f.Indicator = ind.Code
	} else if f.Kind == Growth && e.indicatorWhole(f.Subject+"增速") {
		f.Indicator = e.indicatorOf(f.Subject + "增速").Code // 经济增长8.8%
	} else if topic == f.Subject {
		return
	} else if ind := e.indicatorOf(topic); ind != nil {
		f.Indicator = ind.Code
	}
}

// indicatorDone is the indicator that counts people by what they did, worded as the
// catalogue words it: 再就业的下岗职工 are 下岗职工再就业; nil where there is none.
func (e *extractor) indicatorDone(f *Figure) *lexicon.Indicator {
	const person = "count:person"
	if f.Kind != Level || f.Quantity.Unit == nil || f.Quantity.Unit.Dimension != person {
		return nil
	}
	done, who, ok := strings.Cut(f.Subject, "的")
	if last, _ := lastRune(who); !ok || !endsPeople(last) && !e.personal(who) {
		return nil
	}
	return e.indicatorOf(who + done)
}

// indicatorLess is the indicator that a subject names but for the word that closes
// it: 在校学生总数, A占B的比重, 零售额降幅; nil where there is none.
func (e *extractor) indicatorLess(f *Figure) *lexicon.Indicator {
	last, _ := lastRune(f.Subject)
	if !lessEnds.may(last) {
		return nil
	}
	if less, ok := strings.CutSuffix(f.Subject, "总数"); ok {
		return e.indicatorOf(less)
	}
	if less, ok := cutOne(f.Subject, changeNouns); ok && f.Kind == Growth {
		return e.indicatorOf(less)
	}
	if less, ok := cutOne(f.Subject, proportions); ok {
		if ind := e.indicatorOf(less); ind != nil && ind.Kind == Share.String() {
			return ind
		}
	}
	return nil
}

// cutOne is s without the first of nouns that it ends in; ok is false where it ends in none.
func cutOne(s string, nouns []string) (less string, ok bool) {
	for _, noun := range nouns {
		if less, ok = strings.CutSuffix(s, noun); ok {
			return less, true
		}
	}
	return s, false
}

// changeNouns are nouns for how fast something changes, proportions for what part of a whole
// something is.
var (
	changeNouns = []string{"增速", "增幅", "降幅", "跌幅", "减幅"}
	proportions = []string{"的比重", "的比例", "比重", "比例"}
)

// lessEnds are the runes that the words end in which indicatorLess cuts off.
var lessEnds = tailsOf(phrasesOf("总数"), phrasesOf(changeNouns...), phrasesOf(proportions...))

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
