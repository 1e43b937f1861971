package place

import (
	"strings"
	"testing"

	"pledger/ledger"
	"pledger/locale"
	"pledger/server/page"
	"pledger/server/page/browsertest"
	"pledger/server/page/ledgertest"
	"pledger/server/page/pagetest"
	"pledger/server/page/wording"
	"pledger/standing/board"
)

// input is the page's input for a place on a day.
func input(b *board.Board, lang locale.Lang, day, code string) Input {
	d := b.On(day)
	return Input{
		Ledger: d.Ledger(), Folder: page.NewFolder(d.Ledger(), ledger.Operator(), page.FolderOverview, lang), Day: d, Code: code,
		Words: wording.New(lang, ledgertest.Lexicon(), d.Ledger(), ledgertest.Bodies(), nil), Below: []string{"150100", "150200", "150300"},
	}
}

func TestEveryState(t *testing.T) {
	b := ledgertest.Watched(t)
	gallery := browsertest.Gallery{}
	for _, frame := range pagetest.Frames() {
		late, early := input(b, frame.Lang, "2024-11-02", "150400"), input(b, frame.Lang, "2024-02-21", "150400")
		leaf, hostile := late, late
		leaf.Below = nil
		hostile.Folder.Title = pagetest.Attack
		for name, in := range map[string]Input{"late": late, "early": early, "leaf": leaf, "hostile": hostile} {
			p := New(frame, in)
			root, source := pagetest.Parse(t, p.Render)
			pagetest.Check(t, root, false)
			if in.Day.Date < "2024-03" && strings.Contains(strings.Split(source, "<tbody>")[1], "light-green") {
				t.Errorf("%s: something is green before anything was reported", name)
			}
			if (p.Map == "") != (len(in.Below) == 0) {
				t.Errorf("%s: the map is %q", name, p.Map)
			}
			gallery.Add(name, frame, p.Render)
		}
	}
	gallery.Look(t, "place", Assets())
}

// TestRows demands a row for every part that the board counts, and no page for a
// place that has none.
func TestRows(t *testing.T) {
	in := input(ledgertest.Watched(t), locale.ZhCN, "2024-11-02", "150400")
	if p := New(page.Frame{}, in); len(p.Rows) == 0 || len(p.Rows) != func() int { t := in.Day.Place(in.Code); return t.All }() {
		t.Errorf("%d rows", len(p.Rows))
	}
	for _, code := range []string{"150421", "x", ""} {
		if in.Code = code; New(page.Frame{}, in) != nil {
			t.Errorf("there is a page for %q", code)
		}
	}
}
