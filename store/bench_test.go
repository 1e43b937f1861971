package store_test

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"testing"
	"time"

	"pledger/ledger"
	"pledger/store"
	"pledger/store/storetest"
)

// tasks are what the accounts of benchmarks promise, in turn.
var tasks = []string{
	"居民消费价格涨幅控制在3%%左右，第%d项", "新建改建农村公路%d公里", "支持重庆银行调整信贷结构第%d批",
	"深化“放管服”改革第%d项举措", "完成营造林%d万亩", "城镇新增就业%d万人以上",
}

// filled makes a store with a ledger of n accounts.
func filled(b *testing.B, name string, n int) store.Store {
	b.Helper()
	s := create(b, addresses[name](b))
	storetest.Put(b, s, ledger.System,
		storetest.Body("finance", "自治区财政厅", 1), storetest.Body("transport", "自治区交通运输厅", 2), storetest.Body("reform", "自治区发展改革委", 3))
	storetest.Put(b, s, storetest.ID.Journal(), storetest.Ledger(storetest.ID))
	const chunk = 5000
	for from := 0; from < n; from += chunk {
		var records []ledger.Record
		for i := from; i < min(n, from+chunk); i++ {
			records = append(records, example(i+1))
		}
		storetest.Put(b, s, storetest.ID.Journal(), records...)
	}
	return s
}

// example is the n-th account of a benchmark.
func example(n int) *ledger.Account {
	a := storetest.Account(storetest.ID, n)
	a.Task = fmt.Sprintf(tasks[n%len(tasks)], n)
	a.Section = fmt.Sprint("三/", n%9)
	a.Lead = []string{[]string{"finance", "transport", "reform"}[n%3]}
	a.Supporting = []string{[]string{"finance", "transport", "reform"}[(n+1)%3]}
	a.Deadline = ledger.Deadline{Text: "年底", Date: fmt.Sprintf("2021-%02d-28", n%12+1)}
	return a
}

// each runs a benchmark on both stores.
func each(b *testing.B, f func(*testing.B, string)) {
	for _, name := range []string{"sqlite", "postgres"} {
		b.Run(name, func(b *testing.B) { f(b, name) })
	}
}

// BenchmarkAppend keeps one entry a transaction.
func BenchmarkAppend(b *testing.B) {
	each(b, func(b *testing.B, name string) {
		s := filled(b, name, 1000)
		n := 0
		for b.Loop() {
			n++
			a := example(n%1000 + 1)
			a.Note = fmt.Sprint(n)
			storetest.Put(b, s, storetest.ID.Journal(), a)
		}
	})
}

// sizes are the lengths of the lists of benchmarks.
var sizes = []int{1_000, 10_000, 100_000}

// BenchmarkPage reads pages of lists while others read and one writes: the time
// of a page at the median and for the slowest of a hundred.
func BenchmarkPage(b *testing.B) {
	each(b, func(b *testing.B, name string) {
		for _, n := range sizes {
			b.Run(fmt.Sprint(n), func(b *testing.B) {
				s := filled(b, name, n)
				for list, q := range map[string]ledger.Query{
					"first":    {Limit: 50},
					"middle":   {Limit: 50, Offset: n / 2},
					"lead":     {Limit: 50, Lead: "reform", Sort: ledger.ByDeadline},
					"reverse":  {Limit: 50, Sort: ledger.ByDeadline, Reverse: true},
					"section":  {Limit: 50, Section: "三/4", States: []ledger.State{ledger.Proposed}},
					"text":     {Limit: 50, Text: "公路"},
					"initials": {Limit: 50, Text: "jmxfjg"},
				} {
					q.Ledger = storetest.ID
					b.Run(list, func(b *testing.B) { pages(b, s, q) })
				}
			})
		}
	})
}

// pages times pages of one query.
func pages(b *testing.B, s ledger.Store, q ledger.Query) {
	const readers = 4
	stop := make(chan struct{})
	var wait sync.WaitGroup
	defer wait.Wait()
	defer close(stop)
	wait.Go(func() { write(b, s, stop) })
	for range readers - 1 {
		wait.Go(func() {
			for {
				select {
				case <-stop:
					return
				case <-time.After(5 * time.Millisecond): // people read what they asked for
					page(b, s, q)
				}
			}
		})
	}
	var times []time.Duration
	for b.Loop() {
		start := time.Now()
		page(b, s, q)
		times = append(times, time.Since(start))
	}
	slices.Sort(times)
	b.ReportMetric(float64(times[len(times)/2].Microseconds())/1000, "p50-ms")
	b.ReportMetric(float64(times[len(times)*99/100].Microseconds())/1000, "p99-ms")
}

// page reads a page.
func page(b *testing.B, s ledger.Store, q ledger.Query) {
	err := s.View(context.Background(), func(r ledger.Reader) error {
		_, err := r.Accounts(q)
		return err
	})
	if err != nil {
		b.Error(err)
	}
}

// write edits an account now and then until it is stopped.
func write(b *testing.B, s ledger.Store, stop chan struct{}) {
	for n := 1; ; n++ {
		select {
		case <-stop:
			return
		case <-time.After(10 * time.Millisecond):
			a := example(n%1000 + 1)
			a.Note = fmt.Sprint(time.Now().UnixNano())
			storetest.Put(b, s, storetest.ID.Journal(), a)
		}
	}
}

// BenchmarkTally counts a ledger.
func BenchmarkTally(b *testing.B) {
	each(b, func(b *testing.B, name string) {
		s := filled(b, name, 10_000)
		for b.Loop() {
			err := s.View(context.Background(), func(r ledger.Reader) error {
				_, err := r.Tally(storetest.ID)
				return err
			})
			if err != nil {
				b.Fatal(err)
			}
		}
	})
}

// BenchmarkVerify proves a ledger; ns/entry is the time by its length.
func BenchmarkVerify(b *testing.B) {
	each(b, func(b *testing.B, name string) {
		s := filled(b, name, 10_000)
		entries := 0
		for b.Loop() {
			report, err := store.Verify(context.Background(), s)
			if err != nil {
				b.Fatal(err)
			}
			entries += report.Entries
		}
		b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(entries), "ns/entry")
	})
}

// BenchmarkOpenReadings finds the oldest reading, which nobody has checked, behind
// others that were.
func BenchmarkOpenReadings(b *testing.B) {
	each(b, func(b *testing.B, name string) {
		for _, n := range []int{1_000, 10_000} {
			b.Run(fmt.Sprint(n), func(b *testing.B) {
				s := filled(b, name, 1)
				j := storetest.ID.Journal()
				var readings []*ledger.Reading
				var checks []ledger.Record
				for i := range n {
					r := storetest.AccountReading(1, "2021-01", fmt.Sprint(i))
					r.Revision = i + 1
					readings = append(readings, r)
					if i > 0 {
						checks = append(checks, &ledger.ReadingCheck{ID: ledger.ReadingID(int64(i + 1)), Status: ledger.Verified})
					}
				}
				storetest.PutReadings(b, s, j, readings...)
				storetest.Put(b, s, j, checks...)
				for b.Loop() {
					found := 0
					err := s.View(context.Background(), func(r ledger.Reader) error {
						return r.OpenReadings(j, int64(n)+1, func(*ledger.Reading) bool { found++; return true })
					})
					if err != nil || found != 1 {
						b.Fatal(found, err)
					}
				}
			})
		}
	})
}
