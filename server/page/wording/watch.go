package wording

import (
	"strconv"
	"strings"

	"pledger/export/standings"
	"pledger/ledger"
	"pledger/locale"
	"pledger/standing"
)

// Pace is the name of a pace.
func (w *Words) Pace(p ledger.Pace) string { return w.value("ledger.pace.", string(p)) }

// PaceMeans is what a pace means, in a sentence.
func (w *Words) PaceMeans(p ledger.Pace) string {
	if p == "" {
		return ""
	}
	return w.Text("ledger.pace." + string(p) + ".means")
}

// Thresholds is what a rule for lights says.
func (w *Words) Thresholds(r *standing.Rule) string {
	return standings.Thresholds(w.Lang, r)
}

// Source is where a rule for lights comes from, as its table states it.
func (w *Words) Source(r *standing.Rule) string {
	if r.Own {
		return r.Source
	}
	if key := "standing.source." + r.Name; locale.Has(key) {
		return w.Text(key)
	}
	return r.Source
}

// Rhythm is how often readings are due, every so many months.
func (w *Words) Rhythm(months int) string { return w.value("ledger.rhythm.", strconv.Itoa(months)) }

// Rule is the name of a rule for lights: that of the program's in words, an
// office's own as it stands.
func (w *Words) Rule(name string) string { return w.value("standing.rule.", name) }

// Watch is how an account is watched, "" where nobody said.
func (w *Words) Watch(watch ledger.Watch) string {
	var all []string
	if watch.Pace != "" {
		all = append(all, w.Pace(watch.Pace))
	}
	if watch.Rule != "" {
		all = append(all, w.Text("ledger.watch.rule", w.Rule(watch.Rule)))
	}
	if watch.Every != 0 {
		all = append(all, w.Rhythm(watch.Every))
	}
	return strings.Join(all, "，")
}
