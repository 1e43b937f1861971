// Package standings words where accounts stand, in Chinese and English, as a
// table's cells and as JSON.
//
// Its input is a standing.Standing and the account it is of; its output is a
// Row. Numbers stand in it as messages print them: 768.06亿斤, 53.3.
//
//	standings.go  a standing → a Row
//	amount.go     numbers with their units
//	forecast.go   the end of the year, or why there is no forecast of it
//	places.go     the rows of a board, and their places
//	rollup.go     what places make together, what is missing, what disagrees
//	tally.go      counts per state and light
package standings

import (
	"math/big"

	"pledger/ledger"
	"pledger/locale"
	"pledger/standing"
)

// Row is where one account stands, in words. Its JSON is that of pledger
// standing --format json.
type Row struct {
	Account  string         `json:"account"` // ID
	Number   string         `json:"number"`
	At       int            `json:"at"` // where the number of its target stands in the report, in runes
	Task     string         `json:"task"`
	State    standing.State `json:"state"`
	Light    string         `json:"light"`
	Value    string         `json:"value"`    // so far, with its unit; "" for none
	Period   string         `json:"period"`   // of the value, as ledger.ParsePeriod reads it
	Target   string         `json:"target"`   // the number that decides, with its unit
	Share    string         `json:"share"`    // what is done, in % of the target
	Expected string         `json:"expected"` // what should be
	Distance string         `json:"distance"` // in the rule's measure; below 0 is behind
	Pace     ledger.Pace    `json:"pace"`
	Rule     string         `json:"rule"`
	Code     string         `json:"code"`   // of the reason
	Reason   string         `json:"reason"` // in a sentence
	Forecast ForecastRow    `json:"forecast"`
}

// Of words a standing.
func Of(lang locale.Lang, a *ledger.Account, s *standing.Standing) Row {
	_, unit := a.Measures()
	r := Row{
		Account: a.ID, Number: a.Number, Task: a.Task, State: s.State, Light: s.Light.String(), Period: s.Period.String(),
		Value: Amount(s.Value, unit), Target: Amount(s.Target, unit), Share: standing.Text(s.Share),
		Expected: standing.Text(s.Expected), Distance: standing.Text(s.Distance), Pace: s.Pace, Rule: s.Rule,
		Code: s.Reason.Code, Reason: Reason(lang, a, s),
	}
	if len(a.Terms) > 0 {
		r.At = a.Terms[0].At
		r.Forecast = ForecastOf(lang, &a.Terms[0], &s.Forecast)
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
// 21.7个百分点.
func Reason(lang locale.Lang, a *ledger.Account, s *standing.Standing) string {
	_, unit := a.Measures()
	value, target := Amount(s.Value, unit), Amount(s.Target, unit)
	key := "standing.reason." + s.Reason.Code
	switch s.Reason.Code {
	case standing.WhyOverdue:
		return lang.Text(key, lang.Date(s.Reason.Args[0]), lang.Date(s.Reason.Args[1]))
	case standing.WhyAmount, standing.WhyCeiling:
		return lang.Text(key+beside(s.Distance), anys(s.Reason.Args)...)
	case standing.WhyRate:
		gap := new(big.Rat).Sub(s.Value, s.Target)
		return lang.Text(key+beside(gap), s.Reason.Args[0], value, target, gapText(lang, gap.Abs(gap), unit))
	case standing.WhySum, standing.WhyShort, standing.WhyNoBase, standing.WhyBand, standing.WhyZero:
		return lang.Text(key, value, target)
	}
	return lang.Text(key, anys(s.Reason.Args)...)
}

// beside is the end of the key for a difference.
func beside(d *big.Rat) string {
	switch d.Sign() {
	case -1:
		return "-below"
	case 1:
		return "-above"
	}
	return "-even"
}

// gapText is a difference of two values: of percentages in points.
func gapText(lang locale.Lang, gap *big.Rat, unit string) string {
	if unit == "%" {
		return lang.Text("standing.points", standing.Text(gap))
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
