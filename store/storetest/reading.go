package storetest

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"testing"

	"pledger/ledger"
	"pledger/store/fault"
)

// IndicatorReading is a first reading of the growth of GDP, of the year up to a
// month.
func IndicatorReading(month, value string) *ledger.Reading {
	p, err := ledger.ParsePeriod(month[:4]+"-01/"+month, 0)
	if err != nil {
		panic(err)
	}
	return &ledger.Reading{
		Indicator: "gdp", Kind: "growth", Place: ID.Place(), Period: p, Value: value, Unit: "%",
		Typed: value + "％", Source: "统计局", Note: "“<同比>”&", Revision: 1, Status: ledger.Submitted, Who: "wang", At: at,
	}
}

// AccountReading is a first reading of the n-th account, of a month.
func AccountReading(n int, month, value string) *ledger.Reading {
	r := IndicatorReading(month, value)
	r.Ledger, r.Account, r.Indicator, r.Kind = ID, Account(ID, n).ID, "", "level"
	return r
}

// BatchOf is the batch that holds readings that were put.
func BatchOf(readings ...*ledger.Reading) *ledger.ReadingBatch {
	sum := ledger.NewReadingSum()
	for _, r := range readings {
		sum.Add(r)
	}
	first := readings[0].Seq
	return &ledger.ReadingBatch{
		ID: ledger.ReadingID(first), Name: "读数.csv", Count: int64(len(readings)),
		First: first, Last: first + int64(len(readings)) - 1, Sum: sum.String(),
	}
}

// PutReadings keeps readings and their batch in a transaction of its own.
func PutReadings(t testing.TB, s ledger.Store, j ledger.Journal, readings ...*ledger.Reading) {
	t.Helper()
	err := s.Update(context.Background(), j, func(tx ledger.Tx) error {
		if err := errors.Join(tx.HoldReadings(), tx.PutReadings(readings)); err != nil {
			return err
		}
		return Write(tx, j, BatchOf(readings...))
	})
	if err != nil {
		t.Fatal(err)
	}
}

// readings keeps readings of accounts and of indicators, revises and checks
// them, and reads them in every way.
func readings(t *testing.T, s ledger.Store) {
	Put(t, s, ID.Journal(), Ledger(ID), Account(ID, 1))
	half, quarter := IndicatorReading("2021-06", "7.8"), IndicatorReading("2021-03", "6.5")
	own := AccountReading(1, "2021-03", "12")
	PutReadings(t, s, ID.Journal(), half, own, quarter)
	again := IndicatorReading("2021-03", "6.6")
	again.Revision, again.Final = 2, true
	PutReadings(t, s, ledger.System, again)
	Put(t, s, ID.Journal(), &ledger.ReadingCheck{ID: "3", Status: ledger.Returned, Reason: "笔误"}, &ledger.ReadingCheck{ID: "2", Status: ledger.Verified})
	same(t, []int64{1, 2, 3, 1}, []int64{half.Seq, own.Seq, quarter.Seq, again.Seq})
	quarter.Status, own.Status = ledger.Returned, ledger.Verified
	view(t, s, func(r ledger.Reader) error {
		same(t, []*ledger.Reading{quarter, again, half}, result(r.Readings(half.Series())))
		same(t, []*ledger.Reading{own}, result(r.Readings(own.Series())))
		same(t, half, result(r.LastReading(half.Series())))
		same(t, own, result(r.Reading(ID.Journal(), 2)))
		same(t, int64(3), result(r.ReadingHead(ID.Journal())))
		batches, err := r.Batches(ID.Journal())
		same(t, 1, len(batches))
		other := half.Series()
		other.Place = "150100"
		if last, err := r.LastReading(other); last != nil || err != nil {
			t.Errorf("a series without readings has %v, %v", last, err)
		}
		var missing *ledger.NotFound
		if _, err := r.Reading(ID.Journal(), 9); !errors.As(err, &missing) {
			t.Errorf("%v is no NotFound", err)
		}
		return err
	})
}

// readingStream keeps more readings than a store reads at once, in one batch,
// and reads them by ledger.
func readingStream(t *testing.T, s ledger.Store) {
	const n = 700
	var all []*ledger.Reading
	for i := range n {
		all = append(all, AccountReading(n-i, "2021-03", fmt.Sprint(i)))
	}
	Put(t, s, ID.Journal(), Ledger(ID))
	PutReadings(t, s, ID.Journal(), append(all, IndicatorReading("2021-03", "6.5"))...)
	view(t, s, func(r ledger.Reader) error {
		var got, indicators int
		err := r.EachReading(ID, func(reading *ledger.Reading) bool {
			got++
			if want := Account(ID, got).ID; reading.Account != want {
				t.Fatalf("reading %d is of %s, want %s", got, reading.Account, want)
			}
			_, err := r.Head(ID.Journal()) // the transaction can be used meanwhile
			return err == nil && got < 650
		})
		same(t, 650, got)
		return errors.Join(err, r.EachReading("", func(*ledger.Reading) bool { indicators++; return true }))
	})
}

// readingsRefused asks for readings that no store may keep.
func readingsRefused(t *testing.T, s ledger.Store) {
	Put(t, s, ID.Journal(), Ledger(ID))
	one := func(change func(*ledger.Reading)) func(ledger.Tx) error {
		return func(tx ledger.Tx) error {
			r := AccountReading(1, "2021-03", "1")
			change(r)
			if err := tx.PutReadings([]*ledger.Reading{r}); err != nil {
				return err
			}
			return Write(tx, ID.Journal(), BatchOf(r))
		}
	}
	for name, tt := range map[string]struct {
		code string
		f    func(ledger.Tx) error
	}{
		"no batch": {fault.Misuse, func(tx ledger.Tx) error { return tx.PutReadings([]*ledger.Reading{AccountReading(1, "2021-03", "1")}) }},
		"no readings": {fault.Misuse, func(tx ledger.Tx) error {
			r := AccountReading(1, "2021-03", "1")
			r.Seq = 1
			return Write(tx, ID.Journal(), BatchOf(r))
		}},
		"no revision":           {fault.Misuse, one(func(r *ledger.Reading) { r.Revision = 0 })},
		"no period":             {fault.Misuse, one(func(r *ledger.Reading) { r.Period.End = "2020-01-01" })},
		"of nothing":            {fault.Misuse, one(func(r *ledger.Reading) { r.Ledger, r.Account = "", "" })},
		"another ledger":        {fault.Misuse, one(func(r *ledger.Reading) { r.Ledger = "150100-2021" })},
		"terms of an indicator": {fault.Misuse, one(func(r *ledger.Reading) { r.Ledger, r.Account, r.Indicator, r.Term = "", "", "gdp", 1 })},
		"no terms":              {fault.Misuse, one(func(r *ledger.Reading) { r.Term = -1 })},
		"no evidence":           {fault.Misuse, one(func(r *ledger.Reading) { r.Evidence = []ledger.Evidence{EvidenceOf("照片")} })},
		"evidence of nothing": {fault.Misuse, func(tx ledger.Tx) error {
			return errors.Join(tx.PutEvidence([]byte("照片")), one(func(*ledger.Reading) {})(tx))
		}},
		"evidence alone": {fault.Misuse, func(tx ledger.Tx) error { return tx.PutEvidence([]byte("照片")) }},
		"NUL":            {fault.Text, one(func(r *ledger.Reading) { r.Note = "a\x00" })},
	} {
		if err := s.Update(context.Background(), ID.Journal(), tt.f); !fault.Is(err, tt.code) {
			t.Errorf("%s: %v, want %s", name, err, tt.code)
		}
	}
	// A revision that stands is given by nobody again.
	PutReadings(t, s, ID.Journal(), AccountReading(1, "2021-03", "1"))
	if err := s.Update(context.Background(), ID.Journal(), one(func(*ledger.Reading) {})); err == nil {
		t.Error("a revision was kept twice")
	}
	view(t, s, func(r ledger.Reader) error {
		seq, err := r.ReadingHead(ID.Journal())
		same(t, int64(1), seq)
		return err
	})
}

// openReadings demands that what nobody has checked is found, the last first,
// whatever was checked in between.
func openReadings(t *testing.T, s ledger.Store) {
	j := ID.Journal()
	Put(t, s, j, Ledger(ID), Account(ID, 1))
	const n = 600 // more than a store reads at once
	var all []*ledger.Reading
	for i := range n {
		all = append(all, AccountReading(1, "2021-01", strconv.Itoa(i)))
		all[i].Revision = i + 1
	}
	PutReadings(t, s, j, all[:n-1]...)
	PutReadings(t, s, j, all[n-1:]...)
	open := map[int64]bool{}
	for seq := int64(1); seq <= n; seq++ {
		open[seq] = true
	}
	check := func(seqs ...int64) {
		var records []ledger.Record
		for _, seq := range seqs {
			records = append(records, &ledger.ReadingCheck{ID: ledger.ReadingID(seq), Status: ledger.Verified})
			delete(open, seq)
		}
		Put(t, s, j, records...)
	}
	found := func(before int64, most int) (seqs []int64) {
		view(t, s, func(r ledger.Reader) error {
			seqs = nil
			return r.OpenReadings(j, before, func(reading *ledger.Reading) bool {
				if reading.Status != ledger.Submitted {
					t.Errorf("reading %d is %s", reading.Seq, reading.Status)
				}
				seqs = append(seqs, reading.Seq)
				return len(seqs) != most
			})
		})
		return seqs
	}
	same(t, n, len(found(n+1, 0)))
	check(1, n, 300, 301, 299, n-1)
	var even []int64
	for seq := int64(10); seq < 290; seq += 2 {
		even = append(even, seq)
	}
	check(even...)
	Put(t, s, j, &ledger.ReadingCheck{ID: "10", Status: ledger.Returned, Reason: "再想"}) // once more
	want := slices.Sorted(maps.Keys(open))
	slices.Reverse(want)
	same(t, want, found(n+1, 0))
	same(t, want[:5], found(n+1, 5))
	below := want[slices.IndexFunc(want, func(seq int64) bool { return seq < 289 }):]
	same(t, below, found(289, 0))
	same(t, below, found(288, 0)) // 288 was checked
	same(t, []int64(nil), found(1, 0))
	PutReadings(t, s, j, AccountReading(1, "2021-02", "1"))
	same(t, []int64{n + 1, n - 2}, found(n+2, 2))
}
