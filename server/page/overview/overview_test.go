package overview

import (
	"bytes"
	"fmt"
	"html/template"
	"io"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"golang.org/x/net/html"

	"pledger/ledger"
	"pledger/locale"
	"pledger/server/page"
	"pledger/server/page/browsertest"
	pageledger "pledger/server/page/ledger"
	"pledger/server/page/ledgertest"
	"pledger/server/page/pagetest"
	"pledger/server/page/wording"
	"pledger/standing"
	"pledger/standing/board"
)

// below are two leagues with parts and one without.
var below = []string{"150100", "150200", "150300", "150400", "150500", "150600", "150700", "150800", "150900", "152200", "152500", "152900"}

// input is the page's input on a day.
func input(b *board.Board, lang locale.Lang, day, before string) Input {
	d := b.On(day)
	l := *d.Ledger()
	return Input{
		Ledger: &l, Words: wording.New(lang, ledgertest.Lexicon(), &l, ledgertest.Bodies(), nil), Day: d, Before: b.On(before), Below: below, Latest: "2024-12-30",
		Folder: page.NewFolder(&l, ledger.Operator(), page.FolderOverview, lang),
	}
}

func TestEveryState(t *testing.T) {
	b := ledgertest.Watched(t)
	gallery := browsertest.Gallery{}
	for _, frame := range pagetest.Frames() {
		late, early := input(b, frame.Lang, "2024-11-02", "2024-09-30"), input(b, frame.Lang, "2024-02-21", "2024-01-31")
		wrong := late
		wrong.Wrong = frame.Lang.Text("overview.day.wrong", pagetest.Attack)
		hostile := late
		x := ledgertest.Hostile()
		hostile.Words = wording.New(frame.Lang, ledgertest.Lexicon(), late.Ledger, []*ledger.Body{{Code: "reform", Name: pagetest.Attack}, {Code: "finance", Name: x.Task}}, nil)
		hostile.Folder.Title = pagetest.Attack
		for name, in := range map[string]Input{"late": late, "early": early, "wrong": wrong, "hostile": hostile} {
			p := New(frame, in)
			root, _ := pagetest.Parse(t, p.Render)
			pagetest.Check(t, root, false)
			gallery.Add(name, frame, p.Render)
		}
	}
	gallery.Look(t, "overview", Assets())
}

// TestNumbers demands that the page shows the board's counts, that shares make
// 100, and that nothing unknown is green.
func TestNumbers(t *testing.T) {
	b := ledgertest.Watched(t)
	in := input(b, locale.ZhCN, "2024-11-02", "2024-09-30")
	p := New(page.Frame{Lang: locale.ZhCN}, in)
	n, tenths := 0, 0
	for _, s := range p.States {
		n += s.N
		var whole, tenth int
		fmt.Sscanf(s.Share, "%d.%d", &whole, &tenth)
		tenths += 10*whole + tenth
	}
	if n != in.Day.Len() || tenths != 1000 || p.Total != n {
		t.Errorf("%d of %d are in a state, with shares of %d‰: %+v", n, in.Day.Len(), tenths, p.States)
	}
	if len(p.Worst) != shownWorst || p.DueAll == 0 || p.Better.N+p.Worse.N == 0 || p.Map == "" || len(p.Targets) == 0 {
		t.Errorf("%d at risk, %d due, %d better, %d worse, %d targets", len(p.Worst), p.DueAll, p.Better.N, p.Worse.N, len(p.Targets))
	}
	sum := 0
	for _, d := range p.Due {
		sum += d.N
	}
	if sum != p.DueAll {
		t.Errorf("the bodies owe %d values, all together %d", sum, p.DueAll)
	}
	for _, table := range []template.HTML{p.Lights, p.Bodies} {
		if got := column(t, table); got != in.Day.All.All {
			t.Errorf("the rows of a table count %d of %d", got, in.Day.All.All)
		}
	}
	for r := range in.Day.Rows() {
		if s := r.Standing; s.State == standing.Unreported && s.Light != standing.LightUnknown {
			t.Errorf("%s is %s without a value", r.Account.Number, s.Light)
		}
	}
}

// TestDue demands that nobody is named for what is not due yet.
func TestDue(t *testing.T) {
	b := ledgertest.Watched(t)
	for day, due := range map[string]bool{"2024-02-21": false, "2024-11-02": true} {
		in := input(b, locale.ZhCN, day, "2024-01-31")
		_, n, _ := (&builder{in}).due()
		if n > 0 != due || in.Day.All.State(standing.Unreported) == 0 {
			t.Errorf("%s: %d values are due and not reported, and %d accounts have none", day, n, in.Day.All.State(standing.Unreported))
		}
	}
}

// TestCountsLead demands that each count of lights leads to the table of just as
// many accounts.
func TestCountsLead(t *testing.T) {
	b := ledgertest.Watched(t)
	in := input(b, locale.ZhCN, "2024-11-02", "2024-09-30")
	links := 0
	for _, table := range []template.HTML{New(page.Frame{Lang: locale.ZhCN}, in).Lights, New(page.Frame{Lang: locale.ZhCN}, in).Bodies} {
		root, err := html.Parse(strings.NewReader(string(table)))
		if err != nil {
			t.Fatal(err)
		}
		for _, td := range pagetest.Find(root, "td") {
			for _, a := range pagetest.Find(td, "a") {
				at, err := url.Parse(pagetest.Attr(a, "href"))
				if err != nil {
					t.Fatal(err)
				}
				f := pageledger.ParseFilter(at.Query())
				n := 0
				for r := range in.Day.Rows() {
					if chosen(f, r) {
						n++
					}
				}
				if text := a.FirstChild.Data; text != fmt.Sprint(n) || f.On != "2024-11-02" {
					t.Errorf("%s leads to %s, which shows %d", text, at, n)
				}
				links++
			}
		}
	}
	if links < 20 {
		t.Errorf("%d counts are links", links)
	}
}

// chosen reports whether a filter chooses a row.
func chosen(f pageledger.Filter, r *board.Row) bool {
	a := r.Account
	lead := f.Lead == "" || slices.Contains(a.Lead, f.Lead) || f.Lead == ledger.NoLead && len(a.Lead) == 0
	section := f.Section == "" || a.Section == f.Section || strings.HasPrefix(a.Section, f.Section+"/")
	return lead && section && (f.Category == "" || a.Category == f.Category) && r.Standing.Light.String() == f.Light
}

// column sums the column of all of a stack over its rows without the total and
// the sections, which the categories count too.
func column(t *testing.T, table template.HTML) (sum int) {
	root, err := html.Parse(strings.NewReader(string(table)))
	if err != nil {
		t.Fatal(err)
	}
	for i, tr := range pagetest.Find(root, "tr")[1:] {
		sections := strings.Contains(string(table), "category=target")
		if sections && (i == 0 || i > 2) {
			continue
		}
		for _, td := range pagetest.Find(tr, "td") {
			if pagetest.Attr(td, "class") == "n all" {
				var n int
				fmt.Sscan(td.FirstChild.Data, &n)
				sum += n
			}
		}
	}
	return sum
}

// TestChanges demands that who became worse is told apart from who became
// better, and that only changes are listed.
func TestChanges(t *testing.T) {
	b := ledgertest.Watched(t)
	in := input(b, locale.ZhCN, "2024-11-02", "2024-09-30")
	better, worse := (&builder{in}).moves()
	up, down := 0, 0
	for r := range in.Day.Rows() {
		switch was := in.Before.Row(r.Account.ID).Standing.Light; {
		case r.Standing.Light > was:
			down++
		case r.Standing.Light < was:
			up++
		}
	}
	if better.N != up || worse.N != down {
		t.Errorf("%d better and %d worse, want %d and %d", better.N, worse.N, up, down)
	}
	same := in
	same.Before = same.Day
	if better, worse := (&builder{same}).moves(); better.N+worse.N != 0 {
		t.Errorf("a day differs from itself: %+v %+v", better, worse)
	}
}

// TestPrint demands that the page prints on two sheets of A4.
func TestPrint(t *testing.T) {
	if testing.Short() {
		t.Skip("a browser prints")
	}
	ctx, _ := browsertest.Start(t)
	frame := page.Frame{Lang: locale.ZhCN, Home: "/", Account: true}
	p := New(frame, input(ledgertest.Watched(t), locale.ZhCN, "2024-11-02", "2024-09-30"))
	url := browsertest.Serve(t, Assets(), map[string]func(io.Writer) error{"/late": p.Render})
	browsertest.Run(ctx, t, chromedp.Navigate(url+"/late"), chromedp.WaitReady(chromedp.CSS("main")))
	pdf, err := chromedp.Run(ctx, chromedp.PrintToPDF(chromedp.PDFPreferCSSPageSize()))
	if err != nil {
		t.Fatal(err)
	}
	if n := bytes.Count(pdf, []byte("/Type /Page\n")); n != 2 {
		t.Errorf("it prints on %d sheets", n)
	}
	browsertest.Print(ctx, t, "overview-print")
}
