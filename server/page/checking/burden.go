package checking

import (
	"strconv"

	"pledger/ledger"
)

// Burden is how many values each body is asked for.
type Burden struct {
	Months []string // the months at whose end something is due
	Rows   []BurdenRow
	Says   string
}

// BurdenRow is one body's, or all together.
type BurdenRow struct {
	Body  string
	Cells []BurdenCell
	All   BurdenCell
}

// BurdenCell is one month: how many values are due, and how many of them nobody
// has to fill in.
type BurdenCell struct{ Asked, Known string }

// burden words the counts; nil where nobody is asked for anything.
func (b *builder) burden(all []*ledger.Burden) *Burden {
	if len(all) == 0 {
		return nil
	}
	total := &ledger.Burden{}
	for _, one := range all {
		for m := range one.Asked {
			total.Asked[m] += one.Asked[m]
			total.Known[m] += one.Known[m]
		}
	}
	t := &Burden{}
	for m, n := range total.Asked {
		if n > 0 {
			t.Months = append(t.Months, b.Words.Text("office.checking.month", m+1))
		}
	}
	for _, one := range all {
		name := b.Words.Text("office.checking.nolead")
		if one.Body != "" {
			name = b.Words.Body(one.Body)
		}
		t.Rows = append(t.Rows, burdenRow(name, one, total))
	}
	t.Rows = append(t.Rows, burdenRow(b.Words.Text("office.checking.all"), total, total))
	asked, known := total.Total()
	t.Says = b.Words.Text("office.checking.burden.says", asked, known, len(all))
	return t
}

// burdenRow is one body's row, of the months that any body has.
func burdenRow(name string, one, total *ledger.Burden) BurdenRow {
	r := BurdenRow{Body: name}
	for m, n := range total.Asked {
		if n > 0 {
			r.Cells = append(r.Cells, burdenCell(one.Asked[m], one.Known[m]))
		}
	}
	asked, known := one.Total()
	r.All = burdenCell(asked, known)
	return r
}

// burdenCell words one count.
func burdenCell(asked, known int) BurdenCell {
	if asked == 0 {
		return BurdenCell{Asked: "—"}
	}
	c := BurdenCell{Asked: strconv.Itoa(asked)}
	if known > 0 {
		c.Known = strconv.Itoa(known)
	}
	return c
}
