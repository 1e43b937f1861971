package bulletin

import (
	"bytes"
	"net/url"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"golang.org/x/net/html"

	"pledger/document/docx"
	exported "pledger/export/bulletin"
	"pledger/ledger"
	"pledger/locale"
	"pledger/server/page"
	"pledger/server/page/browsertest"
	"pledger/server/page/ledgertest"
	"pledger/server/page/pagetest"
	"pledger/standing/board"
)

// today is a day of the sample's year.
const today = "2024-11-20"

// input is the page's input for what an address asks for.
func input(b *board.Board, lang locale.Lang, query string, bodies []*ledger.Body) Input {
	q, _ := url.ParseQuery(query)
	in := Input{Asked: ParseAsked(q), Today: today}
	month, on, wrong := in.Asked.In(ledgertest.Year, today)
	day := b.On(on)
	in.Ledger, in.Month, in.On, in.Wrong = day.Ledger(), month, on, exported.Wrong(lang, ledgertest.Year, wrong)
	in.Folder = page.NewFolder(in.Ledger, ledger.Operator(), page.FolderBulletin, lang)
	in.Bulletin = exported.New(lang, exported.Input{
		Day: day, Before: b.On(month.Before(on)), Month: month, Number: in.Asked.Number, Office: in.Asked.Office, Bodies: bodies,
		Place: func(code string) string { return ledgertest.Lexicon().PlaceCoded(code).Name },
	})
	return in
}

func TestEveryState(t *testing.T) {
	b := ledgertest.Watched(t)
	gallery := browsertest.Gallery{}
	hostile := []*ledger.Body{{Code: "reform", Name: pagetest.Attack}, {Code: "finance", Name: ledgertest.Hostile().Task}}
	for _, frame := range pagetest.Frames() {
		for name, in := range map[string]Input{
			"late":    input(b, frame.Lang, "month=2024-09&number=9&office="+url.QueryEscape("自治区人民政府督查室"), ledgertest.Bodies()),
			"early":   input(b, frame.Lang, "month=2024-01", ledgertest.Bodies()),
			"usual":   input(b, frame.Lang, "", nil),
			"wrong":   input(b, frame.Lang, "month="+url.QueryEscape(pagetest.Attack)+"&number=-1&office="+strings.Repeat("x", 100), ledgertest.Bodies()),
			"hostile": input(b, frame.Lang, "month=2024-09&office="+url.QueryEscape(pagetest.Attack[:30]), hostile),
		} {
			p := New(frame, in)
			root, _ := pagetest.Parse(t, p.Render)
			pagetest.Check(t, root, false)
			gallery.Add(name, frame, p.Render)
			if refused := name == "wrong"; refused != (p.Wrong != "") {
				t.Errorf("%s: %q is wrong", name, p.Wrong)
			}
		}
	}
	gallery.Look(t, "bulletin", Assets())
}

// TestSameWords demands that the page says what the document says, word for word.
func TestSameWords(t *testing.T) {
	in := input(ledgertest.Watched(t), locale.ZhCN, "month=2024-09&number=9", ledgertest.Bodies())
	root, _ := pagetest.Parse(t, New(page.Frame{Lang: locale.ZhCN}, in).Render)
	var shown strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.TextNode {
			shown.WriteString(n.Data)
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(pagetest.Find(root, "article")[0])
	var file bytes.Buffer
	if err := in.Bulletin.WriteDocx(&file); err != nil {
		t.Fatal(err)
	}
	blocks, err := docx.Decode(file.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	var written strings.Builder
	for _, block := range blocks {
		written.WriteString(block.Text)
	}
	bare := func(s string) string { return strings.Join(strings.Fields(s), "") }
	if got, want := bare(shown.String()), bare(written.String()); got != want || len(want) < 1000 {
		t.Errorf("the page says\n%s\nthe document\n%s", got, want)
	}
}

// TestAsked demands that the file is that of what the page shows, and that only
// what was typed stays in the form.
func TestAsked(t *testing.T) {
	b := ledgertest.Watched(t)
	for query, want := range map[string]string{
		"":                                      "month=2024-10&on=2024-11-20",
		"month=2024-09":                         "month=2024-09&on=2024-10-31",
		"month=2024-09&on=2024-09-30&number=12": "month=2024-09&number=12&on=2024-09-30",
		"month=2030-01&number=x":                "month=2024-10&on=2024-11-20",
		"office=+%E2%80%AE%E5%8A%9E%0A+":        "month=2024-10&office=%E5%8A%9E&on=2024-11-20",
	} {
		p := New(page.Frame{Lang: locale.ZhCN}, input(b, locale.ZhCN, query, ledgertest.Bodies()))
		if got := string(p.File); got != "/ledgers/150000-2024/bulletin/download?"+want {
			t.Errorf("%q leads to %s, want %s", query, got, want)
		}
		if q, _ := url.ParseQuery(query); p.On != q.Get("on") || len(p.Months) != 10 {
			t.Errorf("%q: the form has the day %q and %d months", query, p.On, len(p.Months))
		}
	}
}

// TestPrint prints the page: the annex begins a page, as in the document, and
// the form is not on paper.
func TestPrint(t *testing.T) {
	if testing.Short() {
		t.Skip("a browser prints")
	}
	ctx, _ := browsertest.Start(t)
	frame := page.Frame{Lang: locale.ZhCN, Home: "/", Account: true}
	p := New(frame, input(ledgertest.Watched(t), locale.ZhCN, "month=2024-09&number=9", ledgertest.Bodies()))
	gallery := browsertest.Gallery{"/late": p.Render}
	browsertest.Run(ctx, t, chromedp.Navigate(browsertest.Serve(t, Assets(), gallery)+"/late"), chromedp.WaitReady(chromedp.CSS("main")))
	browsertest.Print(ctx, t, "bulletin-print")
}
