package ledger

import (
	"math/big"

	"pledger/quantity"
)

// Limits beyond which a reading needs a reason. They ask about slips of the hand:
// a unit ten thousand times too large, a digit too many, a month in the wrong
// row. What is merely surprising passes.
var (
	// fractionBelow and fractionTarget: 0.06 is asked about where 6 is promised.
	fractionBelow, fractionTarget = big.NewRat(1, 5), big.NewRat(1, 1)
	// jumpTimes is how many times its predecessor, month for month, an amount may
	// be: no yearly sum of a government grows fivefold from one period to the next.
	jumpTimes = big.NewRat(5, 1)
	// jumpPoints is how far a rate may move from one period to the next: growth
	// rates of small leagues do by dozens of points, none by a hundred.
	jumpPoints = big.NewRat(100, 1)
	whole      = big.NewRat(100, 1)
)

// questions are what a reading must give a reason for.
func (t *intake) questions(r *Reading, state *seriesState, aim target) ([]Problem, error) {
	v := rational(r.Value)
	var all []Problem
	ask := func(p *Problem) {
		if p != nil {
			all = append(all, *p)
		}
	}
	if r.Account == "" && fractional(r, v) {
		var err error
		if aim, err = t.targetOf(r.Indicator, r.Kind); err != nil {
			return nil, err
		}
	}
	ask(askFraction(r, v, state, aim.terms()))
	ask(askRange(r, v))
	if r.Kind == "level" || r.Kind == Completion {
		ask(t.askFall(r, v, state, aim))
		ask(askAmount(r, v, state))
	} else {
		ask(askRate(r, v, state))
	}
	p, err := t.askPart(r, v, aim)
	ask(p)
	return all, err
}

// rational is a value that was read before.
func rational(value string) *big.Rat {
	d, err := quantity.ParseDecimal(value)
	if err != nil {
		return new(big.Rat) // what is kept is a decimal
	}
	return d.Rat()
}

// about is a question that names another reading.
func about(code string, r, other *Reading) *Problem {
	return &Problem{Account: r.Account, Field: "value", Code: code, Args: []string{shown(r), shown(other), other.Period.String()}}
}

// askFraction asks about 0.06 where percent are promised, or were reported before.
func askFraction(r *Reading, v *big.Rat, state *seriesState, terms *Terms) *Problem {
	other := ""
	if before := state.before(r.Period, func(Period) bool { return true }); before != nil {
		other = before.Value
	}
	if terms != nil {
		other = terms.Value
	}
	if !fractional(r, v) || other == "" {
		return nil
	}
	target := rational(other)
	if target.Abs(target).Cmp(fractionTarget) < 0 {
		return nil
	}
	return &Problem{Account: r.Account, Field: "value", Code: AskFraction, Args: []string{r.Value, other, percentOf(v)}}
}

// fractional reports whether a value in per cent is so small that it may be a
// fraction.
func fractional(r *Reading, v *big.Rat) bool {
	return r.Unit == percentUnit && v.Sign() != 0 && new(big.Rat).Abs(v).Cmp(fractionBelow) < 0
}

// percentOf is a fraction as per cent.
func percentOf(v *big.Rat) string {
	z := new(big.Rat).Mul(v, whole)
	places, _ := z.FloatPrec()
	return z.FloatString(places)
}

// askRange asks about a rate outside its range.
func askRange(r *Reading, v *big.Rat) *Problem {
	low, high := "", ""
	switch {
	case r.Unit != percentUnit && r.Kind != "level":
		return nil
	case r.Kind == "share":
		low, high = "0", "100"
	case r.Kind == "growth":
		low = "-100"
	case r.Kind == Completion:
		low = "0"
	case r.Unit == percentUnit:
		low = "0"
	}
	if low != "" && v.Cmp(rational(low)) < 0 || high != "" && v.Cmp(whole) > 0 {
		return &Problem{Account: r.Account, Field: "value", Code: AskRange, Args: []string{r.Value, low, high}}
	}
	return nil
}

// askFall asks about a sum from the beginning of the year that is less than it
// was, or more than it is later.
func (t *intake) askFall(r *Reading, v *big.Rat, state *seriesState, aim target) *Problem {
	if !r.Period.Cumulative() || !t.addsUp(r, aim) {
		return nil
	}
	same := func(q Period) bool { return q.Start == r.Period.Start && q.Start != q.End } // so that it is cumulative too
	if b := state.before(r.Period, same); b != nil && v.Cmp(rational(b.Value)) < 0 {
		return about(AskFall, r, b)
	}
	if a := state.after(r.Period, same); a != nil && v.Cmp(rational(a.Value)) > 0 {
		return about(AskFall, r, a)
	}
	return nil
}

// addsUp reports whether values of the series add up over the year.
func (t *intake) addsUp(r *Reading, aim target) bool {
	if ind := t.lex.IndicatorCoded(r.Indicator); ind != nil {
		return ind.Nature == "flow"
	}
	terms := aim.terms()
	return aim.account != nil && (terms == nil || terms.Over == Cumulative || terms.Over == "")
}

// askAmount asks about an amount far from the one before it, month for month.
func askAmount(r *Reading, v *big.Rat, state *seriesState) *Problem {
	b := state.before(r.Period, func(q Period) bool { return (q.Start == q.End) == (r.Period.Start == r.Period.End) })
	if b == nil {
		return nil
	}
	was := rational(b.Value)
	if was.Sign() <= 0 || v.Sign() <= 0 {
		return nil
	}
	now := new(big.Rat).Mul(v, big.NewRat(b.Period.months(), r.Period.months()))
	if now.Cmp(new(big.Rat).Mul(was, jumpTimes)) > 0 || was.Cmp(new(big.Rat).Mul(now, jumpTimes)) > 0 {
		return about(AskJump, r, b)
	}
	return nil
}

// months is how many months a period touches; 1 of a day.
func (p Period) months() int64 {
	if p.Start == p.End {
		return 1
	}
	start, end, ok := p.days()
	if !ok {
		return 1
	}
	return int64(12*(end.Year()-start.Year()) + int(end.Month()) - int(start.Month()) + 1)
}

// askRate asks about a rate far from the one before it.
func askRate(r *Reading, v *big.Rat, state *seriesState) *Problem {
	b := state.before(r.Period, func(Period) bool { return true })
	if b == nil || r.Unit != percentUnit {
		return nil
	}
	d := new(big.Rat).Sub(v, rational(b.Value))
	if d.Abs(d).Cmp(jumpPoints) > 0 {
		return about(AskJump, r, b)
	}
	return nil
}

// askPart asks about an amount of a place above that of the place around it.
func (t *intake) askPart(r *Reading, v *big.Rat, aim target) (*Problem, error) {
	around := parentCode(r.Place)
	if r.Kind != "level" || around == "" || !t.sums(r, aim) {
		return nil, nil
	}
	s := r.Series()
	s.Place = around
	state, err := t.known.of(s)
	if err != nil {
		return nil, err
	}
	if w := state.last[r.Period]; w != nil && w.Status != Returned && v.Cmp(rational(w.Value)) > 0 {
		return &Problem{Field: "value", Code: AskPart, Args: []string{shown(r), shown(w), around}}, nil
	}
	return nil, nil
}

// sums reports whether the values of a region's parts make its own.
func (t *intake) sums(r *Reading, aim target) bool {
	if terms := aim.terms(); r.Account != "" && terms != nil {
		return PartsRule(terms, t.lex.IndicatorCoded(terms.Indicator)) == "sum"
	}
	ind := t.lex.IndicatorCoded(r.Indicator)
	return ind != nil && ind.Regions == "sum"
}

// parentCode is the code of the place around a county or a prefecture; "" of a
// province.
func parentCode(code string) string {
	stem := placeStem(code)
	if len(code) != 6 || len(stem) <= 2 {
		return ""
	}
	return stem[:len(stem)-2] + "000000"[:8-len(stem)]
}
