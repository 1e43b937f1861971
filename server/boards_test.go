package server

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"pledger/document"
	"pledger/ledger"
	"pledger/lexicon"
	"pledger/report"
	"pledger/standing/board"
	"pledger/statement"
	"pledger/store"
)

// boardReport is a report of two targets.
const boardReport = "2024年政府工作报告\n\n一、2024年工作安排\n\n地区生产总值增长6%左右，城镇新增就业10万人以上。\n"

// TestBoards has many look at a board while one reports: whoever looks sees all
// of what was reported before.
func TestBoards(t *testing.T) {
	s, err := store.Create(t.Context(), filepath.Join(t.TempDir(), "boards.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	lex := lexicon.Default()
	desk := &ledger.Desk{Store: s, Lexicon: lex, Now: time.Now}
	set := statement.Extract(report.Parse(document.FromString("r.txt", boardReport)), lex)
	id := ledger.NewID("150000", 2024)
	if err := desk.OpenLedger(t.Context(), ledger.Operator(), ledger.Open(set, lex, *lex.PlaceCoded("150000"), 2024, []byte(boardReport)), nil); err != nil {
		t.Fatal(err)
	}
	var kept boards
	var wg sync.WaitGroup
	const reports = 12
	look := func(days ...string) (values []string) {
		err := s.View(t.Context(), func(r ledger.Reader) error {
			head, err := r.ReadingHead(id.Journal())
			return errors.Join(err, kept.see(r, lex, id, days, func(found []*board.Day) error {
				for i, day := range found {
					if day.Date != days[i] || day.All.All != day.Len() || day.Len() != 2 {
						t.Errorf("on %s stand %d accounts, %d are counted, as of %s", days[i], day.Len(), day.All.All, day.Date)
					}
					n := 0
					for row := range day.Rows() {
						n += len(row.Readings[0])
					}
					if int64(n) < head {
						t.Errorf("%d readings are seen of %d", n, head)
					}
					values = append(values, fmt.Sprint(n))
				}
				return nil
			}))
		})
		if err != nil {
			t.Error(err)
		}
		return values
	}
	for range 4 {
		wg.Go(func() {
			for range 30 {
				look("2024-06-30", "2024-12-31")
			}
		})
	}
	wg.Go(func() {
		for i := range reports {
			g := ledger.GivenReading{Number: "1", Period: fmt.Sprintf("2024年1-%d月", i+1), Value: fmt.Sprintf("6.%d", i%10), Unit: "%", Note: "说明"}
			if i > 0 && i+1 == reports {
				g.Period = "2024年"
			}
			if _, err := desk.TakeReadings(t.Context(), ledger.Operator(), id, &ledger.Intake{Rows: slices.Values([]ledger.GivenReading{g})}); err != nil {
				t.Error(err)
			}
		}
	})
	wg.Wait()
	if got, want := look("2024-12-31"), []string{fmt.Sprint(reports)}; !slices.Equal(got, want) {
		t.Errorf("%s readings are seen at the end, want %s", got, want)
	}
}
