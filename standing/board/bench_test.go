package board_test

import (
	"encoding/json"
	"fmt"
	"runtime"
	"slices"
	"testing"
	"time"

	"pledger/ledger"
	"pledger/lexicon"
	"pledger/standing/board"
)

// fake is a reader over a ledger made in memory, with what a board asks for: a
// database's own time is measured in package store.
type fake struct {
	ledger.Reader
	ledger   *ledger.Ledger
	accounts []*ledger.Account
	readings []*ledger.Reading
}

func (f *fake) Heads() (map[ledger.Journal]ledger.Head, error) {
	return map[ledger.Journal]ledger.Head{f.ledger.ID.Journal(): {Seq: int64(len(f.readings))}}, nil // each reading came by itself
}
func (f *fake) Ledger(ledger.ID) (*ledger.Ledger, error) { return f.ledger, nil }
func (f *fake) RuleTable(place string) (*ledger.RuleTable, error) {
	return nil, &ledger.NotFound{Kind: ledger.KindRules, ID: place}
}
func (f *fake) EachAccount(_ ledger.ID, g func(*ledger.Account) bool) error {
	for _, a := range f.accounts {
		if !g(a) {
			break
		}
	}
	return nil
}
func (f *fake) EachReading(id ledger.ID, g func(*ledger.Reading) bool) error {
	if id == "" {
		return nil
	}
	for _, r := range f.readings {
		if !g(r) {
			break
		}
	}
	return nil
}
func (f *fake) Reading(_ ledger.Journal, seq int64) (*ledger.Reading, error) {
	return f.readings[seq-1], nil
}
func (f *fake) Entries(j ledger.Journal, after int64, _ *ledger.Key, g func(*ledger.Entry) bool) error {
	for seq := after + 1; seq <= int64(len(f.readings)); seq++ {
		number, err := json.Marshal(seq)
		if err != nil {
			return err
		}
		g(&ledger.Entry{Journal: j, Seq: seq, Kind: ledger.KindBatch, Subject: fmt.Sprint(seq), Changes: []ledger.Change{{Field: "first", After: number}, {Field: "last", After: number}}})
	}
	return nil
}

// account adds an account that 1,200 of something are promised of.
func (f *fake) account(n int) *ledger.Account {
	a := &ledger.Account{
		Ledger: f.ledger.ID, ID: fmt.Sprintf("%06d", n+1), Number: fmt.Sprint(n + 1), Order: int64(n+1) * ledger.OrderStep, Category: ledger.Task, State: ledger.Accepted,
		Section: fmt.Sprintf("三/（%d）", n%12), Task: "建成若干项目", Hardness: ledger.Hard, Lead: []string{fmt.Sprintf("body%d", n%60)},
		Terms: []ledger.Terms{{Subject: "项目", Kind: "level", Bound: ledger.AtLeast, Value: "1200", Unit: "个", Polarity: ledger.MoreIsBetter, Over: ledger.Cumulative, Period: "2024"}},
	}
	f.accounts = append(f.accounts, a)
	return a
}

// read adds readings of a place for the first months of the year.
func (f *fake) read(a *ledger.Account, place string, months, each int) {
	for m := 1; m <= months; m++ {
		start := time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC)
		end := start.AddDate(0, m, -1)
		r := &ledger.Reading{
			Ledger: f.ledger.ID, Account: a.ID, Kind: "level", Place: place, Period: ledger.Period{Start: "2024-01-01", End: end.Format(time.DateOnly)},
			Value: fmt.Sprint(m * each), Unit: "个", Revision: 1, Status: ledger.Submitted, At: end.AddDate(0, 0, 10), Journal: f.ledger.ID.Journal(), Seq: int64(len(f.readings) + 1),
		}
		f.readings = append(f.readings, r)
	}
}

// months is how many readings each series has: with 100,000 series a million.
const months = 10

// flat is a ledger of n accounts that report for themselves.
func flat(n int) *fake {
	f := &fake{ledger: &ledger.Ledger{ID: "510000-2024", Place: "510000", Year: 2024}}
	for i := range n {
		a := f.account(i)
		f.read(a, f.ledger.Place, months, 60+i%80)
	}
	return f
}

// regional is a ledger whose accounts have a part in each county of six
// provinces, 1,200 places in all, that report and are rolled up; n counts parts.
func regional(n int) *fake {
	f := &fake{ledger: &ledger.Ledger{ID: "000000-2024", Place: "000000", Year: 2024}}
	places := nodes(1200)
	for i := range n / len(places) {
		a := f.account(i)
		for k, place := range places {
			a.Parts = append(a.Parts, ledger.Part{Place: place, Value: "1200"})
			if k%7 > 0 {
				f.read(a, place, months, 60+k%80)
			}
		}
		f.read(a, f.ledger.Place, months, 60*len(places))
	}
	return f
}

// nodes are n places: provinces with all that lies in them.
func nodes(n int) []string {
	var codes []string
	for _, p := range lexicon.Default().Places {
		if len(p.Code) == 6 && p.Code != "000000" && p.Code != "100000" {
			codes = append(codes, p.Code)
		}
	}
	slices.Sort(codes)
	return codes[:n]
}

// BenchmarkDay judges all accounts of a ledger on a day, once loaded: a million
// readings at the largest. ns/account tells how the cost grows.
func BenchmarkDay(b *testing.B) {
	for _, kind := range []struct {
		name string
		make func(int) *fake
	}{{"accounts", flat}, {"places", regional}} {
		for _, n := range []int{10_000, 100_000} {
			b.Run(fmt.Sprintf("%s-%d", kind.name, n), func(b *testing.B) {
				made := load(b, kind.make(n))
				i := 0
				for b.Loop() {
					day := made.On(time.Date(2024, 11, 20+i%10, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)) // more days than are kept
					if i++; day.All.All == 0 {
						b.Fatal("nothing is judged")
					}
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/account")
			})
		}
	}
}

// BenchmarkOneReading takes one reading into a board that has a day.
func BenchmarkOneReading(b *testing.B) {
	for _, kind := range []struct {
		name string
		make func(int) *fake
	}{{"accounts", flat}, {"places", regional}} {
		for _, n := range []int{10_000, 100_000} {
			b.Run(fmt.Sprintf("%s-%d", kind.name, n), func(b *testing.B) {
				f := kind.make(n)
				made := load(b, f)
				made.On("2024-11-20")
				for b.Loop() {
					was := f.readings[(len(f.readings)*7)%(n*months/2)]
					revised := *was
					revised.Revision, revised.Seq = len(f.readings), int64(len(f.readings)+1)
					f.readings = append(f.readings, &revised)
					if judged, err := made.Advance(f); err != nil || judged != 1 {
						b.Fatal(judged, err)
					}
				}
			})
		}
	}
}

// load makes a board of a fake, and clears what making it left.
func load(b *testing.B, f *fake) *board.Board {
	b.Helper()
	made, err := board.Load(f, lexicon.Default(), f.ledger.ID)
	if err != nil {
		b.Fatal(err)
	}
	runtime.GC()
	return made
}
