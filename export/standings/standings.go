// Package standings words where accounts stand, in Chinese and English, as a
// table's cells and as JSON.
//
// Its input is a standing.Standing and the account it is of; its output is a
// Row. Numbers stand in it as messages print them: 768.06亿斤, 53.3.
//
//	standings.go  a standing → a Row
//	amount.go     numbers with their units
//	period.go     periods, and short names of accounts
//	forecast.go   the end of the year, or why there is no forecast of it
//	places.go     the rows of a board, and their places
//	rollup.go     what places make together, what is missing, what disagrees
//	tally.go      counts per state and light
package standings

import (
	"pledger/ledger"
	"pledger/locale"
	"pledger/quantity"
	"pledger/standing"
)

// Row is where one account stands, in words. Its JSON is that of pledger
// standing --format json.
type Row struct {
	Account  string         `json:"account"` // ID
	Term     int            `json:"term"`    // which of its targets; -1 for its milestones
	Number   string         `json:"number"`
	At       int            `json:"at"` // where the number of its target stands in the report, in runes
	Task     string         `json:"task"`
	State    standing.State `json:"state"`
	Light    string         `json:"light"`
	Value    string         `json:"value"`    // so far, with its unit; "" for none
	Period   string         `json:"period"`   // of the value, as ledger.ParsePeriod reads it
	Subject  string         `json:"subject"`  // what the target is of; "" for a task without number
	Written  string         `json:"written"`  // the target as the report writes it: 6%左右
	Target   string         `json:"target"`   // the number that decides, with its unit
	Share    string         `json:"share"`    // what is done, in % of the target
	Expected string         `json:"expected"` // what should be
	Distance string         `json:"distance"` // in the rule's measure; below 0 is behind
	Pace     ledger.Pace    `json:"pace"`
	Rule     string         `json:"rule"`
	Code     string         `json:"code"`   // of the reason
	Reason   string         `json:"reason"` // in a sentence
	Forecast ForecastRow    `json:"forecast"`
	// All are its targets and its milestones one by one, where there are several:
	// the row itself says of the worst of them.
	All []Row `json:"all,omitempty"`
}

// OfAll words the standing of an account and, where there are several, those of
// its targets and milestones, as standing.JudgeAll gives them.
func OfAll(lang locale.Lang, a *ledger.Account, worst *standing.Standing, all []standing.Standing) Row {
	r := Of(lang, a, worst)
	if len(all) > 1 {
		for i := range all {
			r.All = append(r.All, Of(lang, a, &all[i]))
		}
	}
	return r
}

// Of words a standing.
func Of(lang locale.Lang, a *ledger.Account, s *standing.Standing) Row {
	unit := unitOf(a, s)
	r := Row{
		Account: a.ID, Term: s.Term, Number: a.Number, Task: a.Task, State: s.State, Light: s.Light.String(), Period: s.Period.String(),
		Value: Amount(s.Value, unit), Target: Amount(s.Target, unit), Share: s.Share.Text(),
		Expected: s.Expected.Text(), Distance: s.Distance.Text(), Pace: s.Pace, Rule: s.Rule,
		Code: s.Code, Reason: Reason(lang, a, s),
	}
	if t := s.Terms; t != nil && len(a.Terms) > 0 {
		r.At, r.Subject, r.Written = t.At, t.Subject, TargetText(t)
		r.Forecast = ForecastOf(lang, t, &s.Forecast)
	}
	return r
}

// StateText is the word for a state.
func StateText(lang locale.Lang, s standing.State) string {
	return lang.Text("standing.state." + string(s))
}

// LightText is the word for a light.
func LightText(lang locale.Lang, light string) string { return lang.Text("standing.light." + light) }

// Reason says why an account stands as it does: 前9个月完成53.3%，序时应为75%，低
// 21.7个百分点. Where its target was changed after the ledger was published, it
// says so behind that.
func Reason(lang locale.Lang, a *ledger.Account, s *standing.Standing) string {
	text := reason(lang, a, s)
	switch {
	case s.Changed == nil:
		return text
	case s.Changed.From == nil:
		return lang.Text("standing.changed-new", text, lang.Date(s.Changed.Day))
	}
	return lang.Text("standing.changed", text, lang.Date(s.Changed.Day), TargetText(s.Changed.From))
}

// reason is the sentence without what was changed.
func reason(lang locale.Lang, a *ledger.Account, s *standing.Standing) string {
	unit := unitOf(a, s)
	value, target := Amount(s.Value, unit), Amount(s.Target, unit)
	key, args := "standing.reason."+s.Code, s.Args()
	switch s.Code {
	case standing.WhyOverdue:
		return lang.Text(key, lang.Date(args[0]), lang.Date(args[1]))
	case standing.WhyNotDue, standing.WhyGone:
		return lang.Text(key, lang.Date(args[0]))
	case standing.WhyNodeOver, standing.WhyNoNode:
		return lang.Text(key, args[0], lang.Date(args[1]))
	case standing.WhyNodeLate:
		return lang.Text(key, args[0], lang.Date(args[1]), args[2])
	case standing.WhyAmount, standing.WhyCeiling:
		return lang.Text(key+beside(s.Distance), anys(args)...)
	case standing.WhyRate:
		gap := s.Value.Sub(s.Target)
		return lang.Text(key+beside(gap), args[0], value, target, gapText(lang, gap.Abs(), unit))
	case standing.WhyBand:
		return lang.Text(key, args[0], value, target, Amount(s.High, unit))
	case standing.WhySum, standing.WhyShort, standing.WhyNoBase, standing.WhyZero:
		return lang.Text(key, value, target)
	case standing.WhyRecovering:
		return lang.Text(key)
	}
	return lang.Text(key, anys(args)...)
}

// unitOf is that of a standing's numbers.
func unitOf(a *ledger.Account, s *standing.Standing) (unit string) {
	switch {
	case s.Terms != nil:
		return s.Terms.Unit
	case s.Term >= 0 && s.Term < a.Measured():
		_, unit = a.MeasuresOf(s.Term)
	}
	return unit
}

// TargetText is a target as its report writes it, 6%左右, 700亿斤以上; of one that
// was made by hand what it asks for.
func TargetText(t *ledger.Terms) string {
	if t.Written != "" {
		return t.Written
	}
	d, err := quantity.ParseDecimal(t.Value)
	if err != nil {
		return t.Value + t.Unit
	}
	text := Amount(standing.NumberOf(d), t.Unit)
	if high, err := quantity.ParseDecimal(t.High); err == nil && t.Bound == ledger.Within {
		return text + "—" + Amount(standing.NumberOf(high), t.Unit)
	}
	return t.Bound.Sign() + text
}

// beside is the end of the key for a difference.
func beside(d standing.Number) string {
	switch d.Sign() {
	case -1:
		return "-below"
	case 1:
		return "-above"
	}
	return "-even"
}

// gapText is a difference of two values: of percentages in points.
func gapText(lang locale.Lang, gap standing.Number, unit string) string {
	if unit == "%" {
		return lang.Text("standing.points", gap.Text())
	}
	return Amount(gap, unit)
}

// anys are texts as arguments of a message.
func anys(args []string) []any {
	all := make([]any, len(args))
	for i, s := range args {
		all[i] = s
	}
	return all
}
