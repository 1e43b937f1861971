package wording

import (
	"slices"
	"strings"

	"pledger/ledger"
	"pledger/quantity"
)

// Amount is a number with its unit as offices write it: 700亿斤, 6.5%.
func (w *Words) Amount(value, unit string) string { return w.Lang.Number(value) + unit }

// Target is a target on one line: 粮食产量700亿斤以上.
func (w *Words) Target(t *ledger.Terms) string {
	return w.Text("ledger.target", t.Subject, w.Promised(t))
}

// Targets are an account's targets, each on one line. What is measured is left
// out where there is one and the task says it.
func (w *Words) Targets(a *ledger.Account) []string {
	if len(a.Terms) == 1 && strings.Contains(a.Task, a.Terms[0].Subject) {
		return []string{w.Promised(&a.Terms[0])}
	}
	all := make([]string, len(a.Terms))
	for i := range a.Terms {
		all[i] = w.Target(&a.Terms[i])
	}
	return all
}

// rates are the ends of subjects that say by themselves that a growth is meant:
// 涨幅不超过3% and not 涨幅增长不超过3%.
var rates = []string{"幅", "增速", "增长率", "弹性系数"}

// Promised is what is promised of the subject: 700亿斤以上, 增长6%左右.
func (w *Words) Promised(t *ledger.Terms) string {
	value, down := w.bounded(t), t.Direction == "down"
	switch {
	case slices.ContainsFunc(rates, func(end string) bool { return strings.HasSuffix(t.Subject, end) }):
		return value
	case t.Kind == "growth" && down:
		return w.Text("ledger.change.fall", value)
	case t.Kind == "growth":
		return w.Text("ledger.change.grow", value)
	case t.Kind == "pp" && down:
		return w.Text("ledger.change.lower", value)
	case t.Kind == "pp":
		return w.Text("ledger.change.raise", value)
	}
	return value
}

// bounded is the value that is promised, with its bound: 700亿斤以上. It is as
// the report writes it where it does.
func (w *Words) bounded(t *ledger.Terms) string {
	if t.Written != "" && t.Bound != ledger.Within { // of a range that is one end
		return t.Written
	}
	value := w.Amount(t.Value, t.Unit)
	switch t.Bound {
	case ledger.AtLeast:
		if t.Strict {
			return w.Text("ledger.promised.above", value)
		}
		return w.Text("ledger.promised.least", value)
	case ledger.AtMost:
		if t.Strict {
			return w.Text("ledger.promised.below", value)
		}
		return w.Text("ledger.promised.most", value)
	case ledger.Near:
		return w.Text("ledger.promised.near", value)
	case ledger.Within:
		return w.Text("ledger.promised.range", value, w.Amount(t.High, t.Unit))
	}
	return value
}

// Met says when a target is met: 不超过3.5%即为完成（越低越好）. It is "" where the
// terms make no target.
func (w *Words) Met(t *ledger.Terms) string {
	z, err := t.Accepts()
	if err != nil || z.Empty() {
		return ""
	}
	return w.Text("ledger.met", w.accepted(z, t.Unit), w.Polarity(t.Polarity))
}

// accepted words the values that meet a target.
func (w *Words) accepted(z quantity.Interval, unit string) string {
	lo, hi := w.Amount(z.Lo.String(), unit), w.Amount(z.Hi.String(), unit)
	switch {
	case z.Lo.Kind == quantity.Unbounded && z.Hi.Kind == quantity.Unbounded:
		return w.Text("ledger.met.any")
	case z.Hi.Kind == quantity.Closed && z.Lo.Kind == quantity.Unbounded:
		return w.Text("ledger.met.most", hi)
	case z.Lo.Kind == quantity.Unbounded:
		return w.Text("ledger.met.below", hi)
	case z.Lo.Kind == quantity.Closed && z.Hi.Kind == quantity.Unbounded:
		return w.Text("ledger.met.least", lo)
	case z.Hi.Kind == quantity.Unbounded:
		return w.Text("ledger.met.above", lo)
	case z.IsPoint():
		return w.Text("ledger.met.equal", lo)
	}
	return w.Text("ledger.met.between", lo, hi)
}

// Interval is what parts make or need, in words.
func (w *Words) Interval(z quantity.Interval, unit string) string {
	switch {
	case z.IsPoint():
		return w.Amount(z.Lo.String(), unit)
	case !z.Known():
		return w.Text("page.unknown")
	case z.Hi.Kind == quantity.Unbounded:
		return "≥" + w.Amount(z.Lo.String(), unit)
	case z.Lo.Kind == quantity.Unbounded:
		return "≤" + w.Amount(z.Hi.String(), unit)
	}
	return w.Amount(z.Lo.String(), unit) + "—" + w.Amount(z.Hi.String(), unit)
}
