package store_test

import (
	"context"
	"fmt"
	"slices"
	"testing"
	"time"

	"pledger/ledger"
	"pledger/lexicon"
	"pledger/standing/board"
	"pledger/store"
	"pledger/store/storetest"
)

// BenchmarkBoard keeps ten readings of each account, loads where all stand, and
// then takes one reading in, kept for good, and into the board: how each of these
// grows with the ledger. The time of an operation is that of the one reading.
func BenchmarkBoard(b *testing.B) {
	each(b, func(b *testing.B, name string) {
		for _, n := range []int{1_000, 10_000, 100_000} {
			b.Run(fmt.Sprint(n), func(b *testing.B) { oneOf(b, name, n) })
		}
	})
}

// oneOf is BenchmarkBoard for one store and size.
func oneOf(b *testing.B, name string, n int) {
	s := filled(b, name, n)
	clock := time.Date(2021, 11, 20, 0, 0, 0, 0, time.UTC)
	desk := &ledger.Desk{Store: s, Lexicon: lexicon.Default(), Now: func() time.Time { return clock }}
	importing := since(func() { report(b, desk, n) })
	var kept *board.Board
	loading := since(func() { kept = loaded(b, s) })
	judging := since(func() { kept.On("2021-11-20") })

	var writing, following time.Duration
	i := 0
	for b.Loop() {
		i++
		row := ledger.GivenReading{Number: fmt.Sprint(i*7919%n + 1), Period: "2021年1-10月", Value: fmt.Sprint(i % 100), Unit: "%", Note: "修订"}
		writing += since(func() {
			if _, err := desk.TakeReadings(context.Background(), ledger.Operator(), storetest.ID, &ledger.Intake{Rows: slices.Values([]ledger.GivenReading{row})}); err != nil {
				b.Fatal(err)
			}
		})
		following += since(func() { follow(b, s, kept) })
	}
	b.ReportMetric(float64(importing.Microseconds())/float64(10*n), "µs/imported")
	b.ReportMetric(loading.Seconds(), "s/load")
	b.ReportMetric(judging.Seconds(), "s/judge")
	b.ReportMetric(float64(writing.Microseconds())/float64(b.N), "µs/write")
	b.ReportMetric(float64(following.Microseconds())/float64(b.N), "µs/follow")
}

// report gives in how much of each account is done after each of ten months.
func report(b *testing.B, desk *ledger.Desk, n int) {
	rows := func(yield func(ledger.GivenReading) bool) {
		for i := range n {
			for m := 1; m <= 10; m++ {
				if !yield(ledger.GivenReading{Number: fmt.Sprint(i + 1), Period: fmt.Sprintf("2021年1-%d月", m), Value: fmt.Sprint(m * (5 + i%6)), Unit: "%"}) {
					return
				}
			}
		}
	}
	taken, err := desk.TakeReadings(context.Background(), ledger.Operator(), storetest.ID, &ledger.Intake{Rows: rows})
	if err != nil || taken.Batch.Count != int64(10*n) {
		b.Fatal(taken, err)
	}
}

// loaded is the board of a store's ledger.
func loaded(b *testing.B, s store.Store) (made *board.Board) {
	err := s.View(context.Background(), func(r ledger.Reader) (err error) {
		made, err = board.Load(r, lexicon.Default(), storetest.ID)
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	return made
}

// follow brings a board up to date with one reading.
func follow(b *testing.B, s store.Store, kept *board.Board) {
	err := s.View(context.Background(), func(r ledger.Reader) error {
		judged, err := kept.Advance(r)
		if err == nil && judged != 1 {
			err = fmt.Errorf("%d accounts were judged", judged)
		}
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
}

// since times f.
func since(f func()) time.Duration {
	start := time.Now()
	f()
	return time.Since(start)
}
