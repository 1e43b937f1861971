package ledger

import (
	"pledger/lexicon"
	"pledger/quantity"
)

// Completion is the kind of the readings of an account without terms: how much
// of the task is done, in %.
const Completion = "completion"

// Measures says what readings of an account are values of: the kind and the unit
// of its first terms.
func (a *Account) Measures() (kind, unit string) {
	if len(a.Terms) == 0 {
		return Completion, percentUnit
	}
	return a.Terms[0].Kind, a.Terms[0].Unit
}

// Series is that of the account's own readings.
func (a *Account) Series() Series {
	kind, _ := a.Measures()
	return Series{Ledger: a.Ledger, Account: a.ID, Kind: kind, Place: a.Ledger.Place()}
}

// IndicatorSeries is that of its indicator's readings; ok is false where it has
// none: what is to be added to a stock over the year is no reading of the stock.
func (a *Account) IndicatorSeries(lex *lexicon.Lexicon) (s Series, ok bool) {
	if len(a.Terms) == 0 {
		return Series{}, false
	}
	t := &a.Terms[0]
	ind := lex.IndicatorCoded(t.Indicator)
	if ind == nil || ind.Nature == "stock" && t.Kind == "level" && t.Direction != "" {
		return Series{}, false
	}
	return Series{Indicator: a.Terms[0].Indicator, Kind: a.Terms[0].Kind, Place: a.Ledger.Place()}, true
}

// ReadingsOf lists what an account's standing is told from: its own readings,
// and of other periods those of its indicator, in the unit of its terms.
func ReadingsOf(r Reader, lex *lexicon.Lexicon, a *Account) ([]*Reading, error) {
	own, err := r.Readings(a.Series())
	if err != nil {
		return nil, err
	}
	s, ok := a.IndicatorSeries(lex)
	if !ok {
		return own, nil
	}
	others, err := r.Readings(s)
	return join(own, others, lex, a), err
}

// EachStanding calls f for every account of the ledger, in the order of the
// list, with what ReadingsOf lists for it, until f returns false. It reads the
// ledger's readings once.
func EachStanding(r Reader, lex *lexicon.Lexicon, id ID, f func(*Account, []*Reading) bool) error {
	own := map[Series][]*Reading{}
	err := r.EachReading(id, func(reading *Reading) bool {
		own[reading.Series()] = append(own[reading.Series()], reading)
		return true
	})
	if err != nil {
		return err
	}
	indicators := map[Series][]*Reading{}
	var failed error
	err = r.EachAccount(id, func(a *Account) bool {
		readings := own[a.Series()]
		if s, ok := a.IndicatorSeries(lex); ok {
			others, known := indicators[s]
			if !known {
				if others, failed = r.Readings(s); failed != nil {
					return false
				}
				indicators[s] = others
			}
			readings = join(readings, others, lex, a)
		}
		return f(a, readings)
	})
	if failed != nil {
		return failed
	}
	return err
}

// JoinReadings is ReadingsOf for who has both series at hand: an account's own
// readings, and those of its indicator. It changes neither.
func JoinReadings(own, others []*Reading, lex *lexicon.Lexicon, a *Account) []*Reading {
	return join(own, others, lex, a)
}

// join adds to an account's own readings those of its indicator for periods that
// it has none of.
func join(own, others []*Reading, lex *lexicon.Lexicon, a *Account) []*Reading {
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
		if turned, ok := inTerms(r, lex, &a.Terms[0]); ok {
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
