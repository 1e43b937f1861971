package ledger_test

import (
	"fmt"
	"iter"
	"path/filepath"
	"testing"
	"time"

	"pledger/ledger"
	"pledger/lexicon"
	"pledger/store"
	"pledger/store/storetest"
)

// many yields n rows of sums of money: months of years, of indicators, of
// places, as a sorted sheet has them.
func many(n int) iter.Seq[ledger.GivenReading] {
	lex := lexicon.Default()
	return func(yield func(ledger.GivenReading) bool) {
		for _, p := range lex.Places {
			for _, ind := range lex.Indicators {
				if len(p.Code) != 6 || p.Code[:2] != "15" || ind.Kind != "level" || ind.Unit != "元" {
					continue
				}
				for month := 2; month <= 12; month++ {
					g := ledger.GivenReading{Indicator: ind.Code, Place: p.Code, Period: fmt.Sprintf("2023年1-%d月", month), Value: fmt.Sprintf("%d.50", 100*month), Unit: "万元", Source: "统计"}
					if n--; n < 0 || !yield(g) {
						return
					}
				}
			}
		}
	}
}

// benchOffice is a desk on a new database with the ledger of shortReport.
func benchOffice(b *testing.B) *ledger.Desk {
	b.Helper()
	s, err := store.Create(b.Context(), filepath.Join(b.TempDir(), "office.db"))
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { s.Close() })
	d := &ledger.Desk{Store: s, Lexicon: lexicon.Default(), Now: time.Now}
	if err := d.OpenLedger(b.Context(), operator, open("r.txt", shortReport, 2024), nil); err != nil {
		b.Fatal(err)
	}
	return d
}

// BenchmarkTakeReadings takes 20000 readings in at once, and then one.
func BenchmarkTakeReadings(b *testing.B) {
	const n = 20000
	b.Run("many", func(b *testing.B) {
		for range b.N {
			b.StopTimer()
			d := benchOffice(b)
			b.StartTimer()
			taken, err := d.TakeReadings(b.Context(), operator, "150000-2024", &ledger.Intake{Rows: many(n)})
			if err != nil || taken.Batch.Count != n {
				b.Fatal(taken, err)
			}
		}
		b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*n), "µs/reading")
	})
	b.Run("one", func(b *testing.B) {
		d := benchOffice(b)
		i := 0
		for b.Loop() {
			i++
			row := func(yield func(ledger.GivenReading) bool) {
				yield(ledger.GivenReading{Indicator: "gdp", Kind: "growth", Period: "2024-03", Value: fmt.Sprint(i), Unit: "%", Note: "试"})
			}
			if _, err := d.TakeReadings(b.Context(), operator, "150000-2024", &ledger.Intake{Rows: row}); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// BenchmarkIndicatorReading takes one reading of an indicator into ledgers of
// growing size: a usual value, and one so small that it may be a fraction, which
// is held against what the ledger promises.
func BenchmarkIndicatorReading(b *testing.B) {
	for name, value := range map[string]string{"usual": "5.%d", "small": "0.1%d"} {
		for _, n := range []int{1_000, 10_000} {
			b.Run(fmt.Sprint(name, "/", n), func(b *testing.B) {
				d := benchOffice(b)
				var more []ledger.Record
				for i := range n {
					a := storetest.Account("150000-2024", i+1000)
					a.State = ledger.Accepted
					more = append(more, a)
				}
				storetest.Put(b, d.Store, "150000-2024", more...)
				i := 0
				for b.Loop() {
					i++
					row := func(yield func(ledger.GivenReading) bool) {
						yield(ledger.GivenReading{Indicator: "gdp", Kind: "growth", Period: "2024-03", Value: fmt.Sprintf(value, i), Unit: "%", Note: "试"})
					}
					if _, err := d.TakeReadings(b.Context(), operator, "150000-2024", &ledger.Intake{Rows: row}); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
