package overview

import (
	"bytes"
	"fmt"
	"testing"
	"time"

	"pledger/ledger"
	"pledger/locale"
	"pledger/server/page"
	"pledger/server/page/ledgertest"
	"pledger/server/page/wording"
	"pledger/standing/board"
)

// large is a reader over a ledger of n accounts in memory, with what a board
// asks for: every account reports three quarters, some of them late.
type large struct {
	ledger.Reader
	ledger *ledger.Ledger
	n      int
}

func (l *large) Heads() (map[ledger.Journal]ledger.Head, error)    { return nil, nil }
func (l *large) Ledger(ledger.ID) (*ledger.Ledger, error)          { return l.ledger, nil }
func (l *large) Head(ledger.Journal) (ledger.Head, error)          { return ledger.Head{}, nil }
func (l *large) Readings(ledger.Series) ([]*ledger.Reading, error) { return nil, nil }

func (l *large) RuleTable(place string) (*ledger.RuleTable, error) {
	return nil, &ledger.NotFound{Kind: ledger.KindRules, ID: place}
}

// account is the i-th.
func (l *large) account(i int) *ledger.Account {
	a := &ledger.Account{
		Ledger: l.ledger.ID, ID: fmt.Sprintf("%06d", i+1), Number: fmt.Sprint(i + 1), Order: int64(i+1) * ledger.OrderStep, Category: ledger.Task, State: ledger.Accepted,
		Section: fmt.Sprintf("%d", i%12), Task: "建成若干项目", Hardness: ledger.Hard, Lead: []string{fmt.Sprintf("body%d", i%60)},
		Terms: []ledger.Terms{{Subject: "项目", Kind: "level", Bound: ledger.AtLeast, Value: "1200", Unit: "个", Polarity: ledger.MoreIsBetter, Over: ledger.Cumulative, Period: "2024"}},
	}
	if i < 20 {
		a.Category = ledger.Target
	}
	return a
}

func (l *large) EachAccount(_ ledger.ID, f func(*ledger.Account) bool) error {
	for i := range l.n {
		if !f(l.account(i)) {
			break
		}
	}
	return nil
}

func (l *large) EachReading(id ledger.ID, f func(*ledger.Reading) bool) error {
	if id == "" {
		return nil
	}
	for i := range l.n {
		for q := 1; q <= 3; q++ {
			end := time.Date(2024, time.Month(3*q)+1, 0, 0, 0, 0, 0, time.UTC)
			f(&ledger.Reading{
				Ledger: id, Account: l.account(i).ID, Kind: "level", Place: l.ledger.Place, Period: ledger.Period{Start: "2024-01-01", End: end.Format(time.DateOnly)},
				Value: fmt.Sprint(q*180 + (i*q*37)%300), Unit: "个", Revision: 1, At: end.AddDate(0, 0, 10), Seq: int64(3*i + q),
			})
		}
	}
	return nil
}

// BenchmarkPage makes the overview of a ledger whose board is loaded, and writes
// it.
func BenchmarkPage(b *testing.B) {
	for _, n := range []int{10_000, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			l := &ledger.Ledger{ID: "150000-2024", Place: "150000", Year: 2024, Title: "2024年重点工作"}
			var bodies []*ledger.Body
			for i := range 12 {
				l.Sections = append(l.Sections, ledger.Section{Number: fmt.Sprint(i), Heading: "工作", Level: 1})
			}
			for i := range 60 {
				bodies = append(bodies, &ledger.Body{Place: l.Place, Code: fmt.Sprintf("body%d", i), Name: fmt.Sprintf("第%d单位", i), Order: i})
			}
			loaded, err := board.Load(&large{ledger: l, n: n}, ledgertest.Lexicon(), l.ID)
			if err != nil {
				b.Fatal(err)
			}
			in := Input{
				Ledger: l, Words: wording.New(locale.ZhCN, ledgertest.Lexicon(), l, bodies, nil), Day: loaded.On("2024-11-02"), Before: loaded.On("2024-09-30"),
				Below: below, Latest: "2024-11-02", Folder: page.NewFolder(l, ledger.Operator(), page.FolderOverview, locale.ZhCN),
			}
			frame := page.Frame{Lang: locale.ZhCN}
			var out bytes.Buffer
			for b.Loop() {
				out.Reset()
				if err := New(frame, in).Render(&out); err != nil || out.Len() == 0 {
					b.Fatal(err)
				}
			}
		})
	}
}
