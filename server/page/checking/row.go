package checking

import (
	"fmt"
	"html/template"
	"math/big"
	"strconv"

	"pledger/ledger"
	"pledger/quantity"
	"pledger/server/page"
	"pledger/server/page/readings"
)

// Reported is one reading with what it is held against.
type Reported struct {
	Reading *ledger.Reading
	Account *ledger.Account // nil for a reading of an indicator
	Before  *ledger.Reading // of an earlier period; nil for none
	Was     *ledger.Reading // the revision before it; nil for none
	Check   *ledger.ReadingCheck
}

// Body is the body that answers for the reading: the first lead of its account.
func (r *Reported) Body() string {
	if r.Account == nil || len(r.Account.Lead) == 0 {
		return ""
	}
	return r.Account.Lead[0]
}

// Row is one reading in words.
type Row struct {
	Seq             string
	Subject         string
	Href            template.URL
	Place, Period   string
	Value           string
	Before          string // with its period
	Change          string // against it
	Was             string // what it revises
	Reason          string // for an unusual value
	Note            string
	Evidence        []page.Link
	Who, At, Status string
	Class           string // of the status
	Returned        string // why it was sent back
	Picked, Open    bool
}

// row words a reading.
func (b *builder) row(r *Reported) Row {
	w, v := b.Words, r.Reading
	row := Row{
		Seq: strconv.FormatInt(v.Seq, 10), Subject: readings.Subject(w, v, r.Account), Period: w.Period(v.Period), Value: w.Reading(v),
		Reason: v.Reason, Note: v.Note, Who: w.Who(v.Who), At: w.Moment(v.At), Class: string(v.Status), Status: w.Text("ledger.reading." + string(v.Status)),
		Open: v.Status == ledger.Submitted,
	}
	row.Picked = b.picked[row.Seq]
	if r.Account != nil {
		row.Href = page.LedgerPath(r.Account.Ledger, "accounts", r.Account.ID)
	}
	if v.Place != b.Ledger.Place {
		row.Place = w.Place(v.Place)
	}
	if r.Was != nil {
		row.Was = w.Reading(r.Was)
	}
	if r.Before != nil {
		row.Before = w.Text("office.checking.before", w.Reading(r.Before), w.Period(r.Before.Period))
		row.Change = b.change(v, r.Before)
	}
	if r.Check != nil && v.Status == ledger.Returned {
		row.Returned = r.Check.Reason
	}
	for i, e := range v.Evidence {
		href := page.LedgerPath(b.Ledger.ID, "evidence", row.Seq, strconv.Itoa(i))
		row.Evidence = append(row.Evidence, page.Link{Label: w.Text("office.checking.file", e.Name, size(e.Size)), Href: href})
	}
	return row
}

// size is how large a file is, in KB.
func size(bytes int64) string { return strconv.FormatInt((bytes+1023)>>10, 10) }

// changeDigits is how many digits after the point a change in per cent has.
const changeDigits = 1

// change is how far a value moved from another: in per cent of an amount, in
// points of a rate.
func (b *builder) change(now, before *ledger.Reading) string {
	a, err := quantity.ParseDecimal(now.Value)
	was, err2 := quantity.ParseDecimal(before.Value)
	if err != nil || err2 != nil || now.Unit != before.Unit {
		return ""
	}
	moved := new(big.Rat).Sub(a.Rat(), was.Rat())
	sign := ""
	if moved.Sign() > 0 {
		sign = "+"
	}
	if now.Kind != "level" {
		places, _ := moved.FloatPrec()
		points := sign + moved.FloatString(places)
		if now.Unit != "%" {
			return points
		}
		return b.Words.Text("office.checking.points", points)
	}
	if was.Sign() == 0 {
		return ""
	}
	moved.Quo(moved, new(big.Rat).Abs(was.Rat()))
	return fmt.Sprintf("%s%s%%", sign, moved.Mul(moved, big.NewRat(100, 1)).FloatString(changeDigits))
}

// text is a number as text.
func text(n int64) string { return strconv.FormatInt(n, 10) }
