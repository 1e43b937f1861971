package standings

import (
	"math/big"

	"pledger/locale"
	"pledger/quantity"
	"pledger/standing"
)

// Roller words roll-ups: in a language, in the unit of the terms, with the
// names of places by their codes.
type Roller struct {
	Lang locale.Lang
	Unit string
	Name func(code string) string
}

// RolledRow is a roll-up in words.
type RolledRow struct {
	Place    string   `json:"place"` // code
	Period   string   `json:"period"`
	Rule     string   `json:"rule"`     // sum, mean, max, min; "" where the parts make no whole
	Own      string   `json:"own"`      // as the place reported it
	Value    string   `json:"value"`    // what its parts make
	Partial  bool     `json:"partial"`  // something is missing from it
	Reported []string `json:"reported"` // codes
	Missing  []string `json:"missing"`
	Text     string   `json:"text"`     // value and what is missing, in a sentence
	Findings []string `json:"findings"` // in sentences, with their working
}

// Row words one roll-up.
func (w Roller) Row(r *standing.Rolled) RolledRow {
	row := RolledRow{
		Place: r.Place, Period: r.Period.String(), Rule: r.Rule, Own: w.middle(r.Own), Value: w.between(r.Value), Partial: r.Partial,
		Reported: append([]string{}, r.Reported...), Missing: append([]string{}, r.Missing...), Text: w.text(r), Findings: []string{},
	}
	for i := range r.Findings {
		row.Findings = append(row.Findings, w.Finding(r.Rule, &r.Findings[i]))
	}
	return row
}

// text says what the parts make: 12个地区合计768亿元. What is missing is named.
func (w Roller) text(r *standing.Rolled) string {
	all := len(r.Reported) + len(r.Missing)
	key := "standing.rollup."
	switch {
	case all == 0:
		return ""
	case r.Rule == "":
		return w.lacking(w.Lang.Text(key+"no-rule", len(r.Reported)), r.Missing)
	case len(r.Unweighed) > 0:
		return w.Lang.Text(key+"unweighed", w.names(r.Unweighed))
	case !r.Value.Known():
		return w.Lang.Text(key+"nothing", all)
	default:
		key += r.Rule
	}
	return w.lacking(w.Lang.Text(key, len(r.Reported), w.between(r.Value)), r.Missing)
}

// lacking names what is missing behind a text.
func (w Roller) lacking(text string, missing []string) string {
	if len(missing) == 0 {
		return text
	}
	return w.Lang.Text("standing.rollup.partial", text, len(missing), w.names(missing))
}

// Finding says what cannot be true together, with the working. rule is that of
// the roll-up.
func (w Roller) Finding(rule string, f *standing.Disagreement) string {
	parts := make([]string, len(f.Left))
	for i, s := range f.Left {
		parts[i] = w.Lang.Text("standing.rollup.part", w.Name(s.Place), w.middle(s.Value))
	}
	working := w.list(parts)
	key := "standing.rollup." + f.Code
	switch f.Code {
	case standing.PartsAbove, standing.PartsOther:
		return w.Lang.Text(key+"-"+rule, working, w.between(f.Made), w.Name(f.Place), w.middle(f.Own))
	}
	return w.Lang.Text(key, working, w.Name(f.Place), w.middle(f.Own))
}

// names lists places.
func (w Roller) names(codes []string) string {
	all := make([]string, len(codes))
	for i, c := range codes {
		all[i] = w.Name(c)
	}
	return w.list(all)
}

// list puts texts after one another.
func (w Roller) list(all []string) string {
	var text string
	for i, s := range all {
		if i == 0 {
			text = s
			continue
		}
		text = w.Lang.Text("standing.rollup.list", text, s)
	}
	return text
}

// middle is a value as it was typed: the middle of what it can mean; "" for none.
func (w Roller) middle(v quantity.Interval) string {
	if !v.Known() {
		return ""
	}
	sum := new(big.Rat).Add(v.Lo.Value.Rat(), v.Hi.Value.Rat())
	return Amount(standing.Rational(sum.Quo(sum, big.NewRat(2, 1))), w.Unit)
}

// between is a value that was put together, no more exact than its parts: its
// ends where they print differently.
func (w Roller) between(v quantity.Interval) string {
	if !v.Known() {
		return ""
	}
	lo, hi := Amount(standing.NumberOf(v.Lo.Value), w.Unit), Amount(standing.NumberOf(v.Hi.Value), w.Unit)
	if lo == hi {
		return lo
	}
	return w.Lang.Text("standing.rollup.between", lo, hi)
}
