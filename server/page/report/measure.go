package report

import (
	"fmt"

	"pledger/audit"
	"pledger/statement"
)

// Measure is one number in the page's head: how many there are, and how many of
// them are more.
type Measure struct {
	Label string
	Count int
	Of    string // 读懂 405（98.3%）; "" where there is nothing more to say
	Bar   string // the share as a width, 98.3%; "" where there is none
	Warn  bool   // a number that should be nought and is not
}

// measures are the head's numbers.
func (w *writer) measures() []Measure {
	c := w.set.Coverage
	targets, hard := 0, 0
	for _, f := range w.set.Figures {
		if f.Role == statement.Target {
			targets++
		}
	}
	for _, p := range w.set.Pledges {
		if p.Hardness == statement.Hard {
			hard++
		}
	}
	share := func(key string, part, whole int) (of, bar string) {
		if whole == 0 {
			return "", ""
		}
		s := percent(part, whole)
		return w.text(key, part, s), s
	}
	var all []Measure
	add := func(label string, count int, of, bar string) {
		all = append(all, Measure{Label: w.text(label), Count: count, Of: of, Bar: bar})
	}
	of, bar := share("page.measure.read", c.Read, c.Numbers)
	add("page.measure.numbers", c.Numbers, of, bar)
	of, bar = share("page.measure.linked", c.Linked, c.Figures)
	add("page.measure.figures", c.Figures, of, bar)
	of, bar = "", ""
	if n := len(w.set.Figures); n > 0 {
		bar = percent(targets, n)
		of = w.text("page.measure.share", bar)
	}
	add("page.measure.targets", targets, of, bar)
	of, bar = share("page.measure.hard", hard, len(w.set.Pledges))
	add("page.measure.pledges", len(w.set.Pledges), of, bar)
	add("page.measure.mechanisms", len(w.set.Mechanisms), "", "")
	add("page.measure.doubts", len(w.doubts), "", "")
	all[len(all)-1].Warn = len(w.doubts) > 0
	apart, cover := w.found.Count(audit.Contradicts), audit.CoverageOf(w.set, w.found.Relations)
	add("page.measure.findings", len(w.found.Relations), w.text("page.measure.apart", apart, cover.Related, cover.Checked), "")
	all[len(all)-1].Warn = apart > 0
	return all
}

// permille is the whole in the steps that percent shows.
const permille = 1000

// percent is part of whole in percent with one place, rounded down, so that
// 100.0% means all. whole must not be 0.
func percent(part, whole int) string {
	p := part * permille / whole
	return fmt.Sprintf("%d.%d%%", p/10, p%10)
}
