package standings

import (
	"pledger/locale"
	"pledger/standing"
)

// Thresholds is what a rule for lights says, in a sentence.
func Thresholds(lang locale.Lang, r *standing.Rule) string {
	key := "standing.thresholds." + string(r.Measure)
	if r.Yellow.Sign() == 0 { // yellow from the least shortfall
		return lang.Text(key+"-any", r.Red.String(), r.Ahead.String())
	}
	return lang.Text(key, r.Yellow.String(), r.Red.String(), r.Ahead.String())
}
