package wording

import (
	"strconv"
	"strings"

	"pledger/ledger"
)

// Pace is the name of a pace.
func (w *Words) Pace(p ledger.Pace) string { return w.value("ledger.pace.", string(p)) }

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
