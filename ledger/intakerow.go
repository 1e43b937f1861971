package ledger

import (
	"cmp"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"golang.org/x/text/width"
)

// row says what one row does.
func (t *intake) row(g *GivenReading) (*ReadingStep, error) {
	r := &Reading{
		Place: g.Place, Final: g.Final, Source: strings.TrimSpace(g.Source), Note: strings.TrimSpace(g.Note), Reason: strings.TrimSpace(g.Reason),
		Status: Submitted, Who: t.who.Name, At: t.now, Revision: 1,
	}
	step := &ReadingStep{Kind: StepRefused, Problems: g.Bad}
	if len(g.Bad) > 0 {
		return step, nil
	}
	say := func(p *Problem) {
		if p != nil {
			step.Problems = append(step.Problems, *p)
		}
	}
	aim, unit, p, err := t.subject(g, r)
	if err != nil {
		return nil, err
	}
	say(p)
	say(t.texts(r))
	step.Problems = append(step.Problems, t.evidence(g, r)...)
	if p == nil {
		m, p := t.units.measure(g.Value, g.Unit, unit)
		say(p)
		r.Value, r.Typed, r.Unit = m.value, m.typed, unit
	}
	say(t.period(g, r))
	if len(step.Problems) > 0 {
		return step, nil
	}
	step.Reading = r
	state, err := t.known.of(r.Series())
	if err != nil {
		return nil, err
	}
	return step, t.settle(step, state, aim)
}

// settle says what a sound reading is to those that are known.
func (t *intake) settle(step *ReadingStep, state *seriesState, aim target) error {
	r := step.Reading
	step.Kind, step.Was = StepNew, state.last[r.Period]
	if was := step.Was; was != nil {
		switch {
		case r.Same(was):
			step.Kind = StepDuplicate
			return nil
		case was.Seq == 0 || was.Journal == t.ledger.ID.Journal() && was.Seq > t.before: // of this very intake
			step.Kind, step.Reading = StepRefused, nil
			step.Problems = []Problem{{Field: "value", Code: BadSecondValue, Args: []string{shown(was)}}}
			return nil
		}
		step.Kind, r.Revision = StepRevision, was.Revision+1
	}
	problems, err := t.questions(r, state, aim)
	step.Problems = problems
	if len(problems) > 0 && r.Reason == "" && (t.Asking || r.Note == "") {
		step.Kind = StepQuestion
	}
	return err
}

// shown is a reading's value as it was typed.
func shown(r *Reading) string {
	if r.Typed != "" {
		return r.Typed
	}
	return r.Value + r.Unit
}

// subject settles what the row is a value of, who may say so, and in which unit
// it is kept.
func (t *intake) subject(g *GivenReading, r *Reading) (aim target, unit string, p *Problem, err error) {
	if r.Place == "" {
		r.Place = t.ledger.Place
	}
	if !Inside(r.Place, t.ledger.Place) || t.lex.PlaceCoded(r.Place) == nil {
		return target{}, "", &Problem{Field: "place", Code: BadReadingPlace, Args: []string{r.Place}}, nil
	}
	if g.Number != "" {
		return t.ofAccount(g, r)
	}
	ind := t.lex.IndicatorCoded(g.Indicator)
	switch {
	case g.Indicator == "":
		return target{}, "", &Problem{Field: "indicator", Code: BadNothing}, nil
	case ind == nil:
		return target{}, "", &Problem{Field: "indicator", Code: BadIndicator, Args: []string{g.Indicator}}, nil
	case !t.who.May(EditLedger, t.ledger, nil):
		return target{}, "", &Problem{Field: "indicator", Code: BadReadingRight}, nil
	}
	r.Indicator, r.Kind = ind.Code, g.Kind
	if r.Kind == "" {
		r.Kind = ind.Kind
	}
	return target{}, KindUnit(r.Kind, ind.Unit), nil, nil // questions looks for what it is held against where that matters
}

// ofAccount is subject where the row names an account.
func (t *intake) ofAccount(g *GivenReading, r *Reading) (aim target, unit string, p *Problem, err error) {
	number, chosen, sharp := strings.Cut(width.Narrow.String(g.Number), "#")
	a, err := t.account(strings.TrimSpace(number))
	switch {
	case err != nil:
		return target{}, "", nil, err
	case a == nil:
		return target{}, "", &Problem{Field: "number", Code: BadAccountNumber, Args: []string{g.Number}}, nil
	case !t.who.MayReport(t.ledger, a, r.Place, t.body):
		return target{}, "", &Problem{Account: a.ID, Field: "number", Code: BadReadingRight}, nil
	}
	if !sharp {
		chosen = cmp.Or(g.Subject, g.Indicator)
		r.Term = a.termNamed(g)
	} else if n, err := strconv.Atoi(strings.TrimSpace(chosen)); err == nil {
		r.Term = n - 1
	} else {
		r.Term = -1
	}
	if r.Term < 0 || r.Term >= a.Measured() {
		return target{}, "", &Problem{Account: a.ID, Field: "number", Code: BadTerm, Args: []string{a.Number, chosen, strconv.Itoa(a.Measured())}}, nil
	}
	r.Ledger, r.Account = a.Ledger, a.ID
	r.Kind, unit = a.MeasuresOf(r.Term)
	return target{a, r.Term}, unit, nil, nil
}

// termNamed is which of the account's terms a row without # is of: -1 where it
// names one of several and none is called so.
func (a *Account) termNamed(g *GivenReading) int {
	if len(a.Terms) < 2 || g.Indicator == "" && g.Subject == "" {
		return 0
	}
	for n := range a.Terms {
		t := &a.Terms[n]
		ofIndicator := g.Indicator != "" && t.Indicator == g.Indicator && (g.Kind == "" || g.Kind == t.Kind)
		if ofIndicator || g.Subject != "" && t.Subject == strings.TrimSpace(g.Subject) {
			return n
		}
	}
	return -1
}

// KindUnit is the unit in which values of a kind are kept, of an indicator whose
// level is kept in unit.
func KindUnit(kind, unit string) string {
	switch kind {
	case "growth", "share", Completion:
		if unit == "‰" {
			return unit
		}
		return percentUnit
	case "pp":
		return "个百分点"
	case "multiple":
		return "倍"
	case "rank":
		return "位"
	}
	return unit
}

// Inside reports whether a place is the government's own or lies in it, by code.
func Inside(place, government string) bool {
	return strings.HasPrefix(place, placeStem(government)) && len(place) == len(government)
}

// placeStem is the part of a code that all places within it share.
func placeStem(code string) string {
	for strings.HasSuffix(code, "00") {
		code = code[:len(code)-2]
	}
	return code
}

// texts refuses what no table can hold.
func (t *intake) texts(r *Reading) *Problem {
	for _, f := range []struct{ field, text string }{{"source", r.Source}, {"note", r.Note}, {"reason", r.Reason}} {
		if !plain(f.text) {
			return &Problem{Field: f.field, Code: BadText}
		}
		if utf8.RuneCountInString(f.text) > MaxNote {
			return &Problem{Field: f.field, Code: BadLong, Args: []string{accountNumber(MaxNote)}}
		}
	}
	return nil
}

// maxPeriods is how many texts of periods are remembered.
const maxPeriods = 4096

// period reads the period and when it became known.
func (t *intake) period(g *GivenReading, r *Reading) *Problem {
	p, ok := t.periods[g.Period]
	if !ok {
		var err error
		if p, err = ParsePeriod(g.Period, t.ledger.Year); err != nil {
			return &Problem{Field: "period", Code: BadReadingPeriod, Args: []string{g.Period}}
		}
		if len(t.periods) < maxPeriods {
			t.periods[strings.Clone(g.Period)] = p
		}
	}
	if r.Period = p; p.End > t.today {
		return &Problem{Field: "period", Code: BadFuture, Args: []string{p.End, t.today}}
	}
	day := ""
	switch {
	case strings.TrimSpace(g.Known) != "":
		known, err := ParsePeriod(g.Known, t.ledger.Year)
		if day = known.End; err != nil || !known.Instant() || day < p.End {
			return &Problem{Field: "known", Code: BadKnown, Args: []string{g.Known}}
		}
	case t.Lag > 0:
		end, _ := time.Parse(time.DateOnly, p.End) // it was parsed
		day = end.AddDate(0, 0, t.Lag).Format(time.DateOnly)
	default:
		return nil
	}
	if day > t.today && g.Known != "" {
		return &Problem{Field: "known", Code: BadKnown, Args: []string{g.Known}}
	}
	if at, err := time.ParseInLocation(time.DateOnly, day, OfficeTime); err == nil && at.Before(t.now) {
		r.At = at.UTC()
	}
	return nil
}
