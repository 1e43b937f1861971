package ledger

import (
	"pledger/lexicon"
	"pledger/quantity"
)

// Completion is the kind of the readings of an account without terms: how much
// of the task is done, in %.
const Completion = "completion"

// Measured is how many things readings of the account are values of: its Terms,
// or how much is done where it has none.
func (a *Account) Measured() int { return max(1, len(a.Terms)) }

// Measures is MeasuresOf the first terms.
func (a *Account) Measures() (kind, unit string) { return a.MeasuresOf(0) }

// MeasuresOf says what readings of one of the account's terms are values of: its
// kind and unit. term is less than Measured.
func (a *Account) MeasuresOf(term int) (kind, unit string) {
	if len(a.Terms) == 0 {
		return Completion, percentUnit
	}
	return a.Terms[term].Kind, a.Terms[term].Unit
}

// SeriesOf is that of the account's own readings of one of its terms.
func (a *Account) SeriesOf(term int) Series {
	kind, _ := a.MeasuresOf(term)
	return Series{Ledger: a.Ledger, Account: a.ID, Term: term, Kind: kind, Place: a.Ledger.Place()}
}

// IndicatorSeriesOf is that of the readings of the indicator of one of its terms;
// ok is false where it has none: what is to be added to a stock over the year is
// no reading of the stock.
func (a *Account) IndicatorSeriesOf(lex *lexicon.Lexicon, term int) (s Series, ok bool) {
	if term >= len(a.Terms) {
		return Series{}, false
	}
	t := &a.Terms[term]
	ind := lex.IndicatorCoded(t.Indicator)
	if ind == nil || ind.Nature == "stock" && t.Kind == "level" && (t.Direction != "" || t.Over == Cumulative) {
		return Series{}, false
	}
	return Series{Indicator: t.Indicator, Kind: t.Kind, Place: a.Ledger.Place()}, true
}

// ReadingsOf lists what an account's standing is told from: for each that
// Measured counts its own readings, and of other periods those of its indicator,
// in the unit of its terms.
func ReadingsOf(r Reader, lex *lexicon.Lexicon, a *Account) ([][]*Reading, error) {
	all := make([][]*Reading, a.Measured())
	for term := range all {
		own, err := r.Readings(a.SeriesOf(term))
		if err != nil {
			return nil, err
		}
		all[term] = own
		if s, ok := a.IndicatorSeriesOf(lex, term); ok {
			others, err := r.Readings(s)
			if err != nil {
				return nil, err
			}
			all[term] = JoinReadings(own, others, lex, a, term)
		}
	}
	return all, nil
}

// JoinReadings is one of ReadingsOf's lists for who has both series at hand: to
// an account's own readings of one of its terms it adds those of their indicator
// for periods that it has none of. It changes neither.
func JoinReadings(own, others []*Reading, lex *lexicon.Lexicon, a *Account, term int) []*Reading {
	if len(others) == 0 {
		return own
	}
	has := map[Period]bool{}
	for _, r := range own {
		has[r.Period] = has[r.Period] || r.Status != Returned
	}
	all := own[:len(own):len(own)]
	for _, r := range others {
		if has[r.Period] {
			continue
		}
		if turned, ok := inTerms(r, lex, &a.Terms[term]); ok {
			all = append(all, turned)
		}
	}
	return all
}

// inTerms is a reading of an indicator as the terms state it: in their unit, and
// a fall as its amount where they promise a fall. ok is false where the units
// measure different things.
func inTerms(r *Reading, lex *lexicon.Lexicon, t *Terms) (*Reading, bool) {
	if r.Unit == t.Unit && t.Direction != "down" {
		return r, true
	}
	number, err := quantity.ParseDecimal(r.Value)
	if err != nil {
		return nil, false
	}
	turned := *r
	if t.Direction == "down" && t.Kind != "level" {
		number = number.Neg()
		turned.Value = number.String()
	}
	if r.Unit == t.Unit {
		return &turned, true
	}
	factor, ok := conversion(lex, r.Unit, t.Unit)
	if !ok {
		return nil, false
	}
	turned.Value, ok = scaled(number, factor)
	turned.Unit = t.Unit
	return &turned, ok
}
