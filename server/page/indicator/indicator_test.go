package indicator

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

// input is the page's input for an indicator on a day.
func input(b *board.Board, lang locale.Lang, day, code string) Input {
	d := b.On(day)
	return Input{
		Ledger: d.Ledger(), Folder: page.NewFolder(d.Ledger(), ledger.Operator(), page.FolderOverview, lang), Day: d, Code: code,
		Words: wording.New(lang, ledgertest.Lexicon(), d.Ledger(), ledgertest.Bodies(), nil),
	}
}

func TestEveryState(t *testing.T) {
	b := ledgertest.Watched(t)
	gallery := browsertest.Gallery{}
	for _, frame := range pagetest.Frames() {
		hostile := input(b, frame.Lang, "2024-11-02", "gdp")
		hostile.Folder.Title = pagetest.Attack
		for name, in := range map[string]Input{
			"rate": input(b, frame.Lang, "2024-11-02", "gdp"), "early": input(b, frame.Lang, "2024-02-21", "gdp"), "hostile": hostile,
			"places": input(b, frame.Lang, "2024-11-02", "agri.high_standard_land"), "second": input(b, frame.Lang, "2024-11-02", "city.pipes"),
		} {
			p := New(frame, in)
			root, source := pagetest.Parse(t, p.Render)
			pagetest.Check(t, root, false)
			if name == "places" != strings.Contains(source, `class="chart multiples"`) {
				t.Errorf("%s: places are shown side by side: %t", name, name != "places")
			}
			gallery.Add(name, frame, p.Render)
		}
	}
	gallery.Look(t, "indicator", Assets())
}

// TestYears demands the whole years in a row, with a gap where one is missing,
// and no page for an indicator that nobody promises.
func TestYears(t *testing.T) {
	in := input(ledgertest.Watched(t), locale.ZhCN, "2024-11-02", "gdp")
	if years := string(New(page.Frame{}, in).Charts[0].Years); !strings.Contains(years, "2021") || strings.Count(years, `<circle class="missing"`) != 3 {
		t.Errorf("the years are %s", years)
	}
	if in.Code = "none"; New(page.Frame{}, in) != nil {
		t.Error("there is a page for no indicator")
	}
}
