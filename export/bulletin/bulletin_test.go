package bulletin_test

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"pledger/document/docx"
	"pledger/export/bulletin"
	"pledger/export/standings"
	"pledger/export/word/wordtest"
	"pledger/internal/golden"
	"pledger/locale"
	"pledger/server/page/ledgertest"
	"pledger/standing"
	"pledger/standing/board"
)

// drafted is the bulletin of the sample's ledger until a month, on a day.
func drafted(lang locale.Lang, b *board.Board, month, on string, number int) *bulletin.Bulletin {
	m, day, wrong := bulletin.Asked{Month: month, On: on}.In(ledgertest.Year, "2025-03-01")
	if wrong != nil {
		panic(bulletin.Wrong(lang, ledgertest.Year, wrong))
	}
	return bulletin.New(lang, input(b, m, day, number))
}

// input is what the bulletin of the sample is made of.
func input(b *board.Board, m bulletin.Month, day string, number int) bulletin.Input {
	return bulletin.Input{
		Day: b.On(day), Before: b.On(m.Before(day)), Month: m, Number: number, Bodies: ledgertest.Bodies(),
		Place: func(code string) string { return ledgertest.Lexicon().PlaceCoded(code).Name },
	}
}

// text is a bulletin as plain text.
func text(t testing.TB, b *bulletin.Bulletin) string {
	t.Helper()
	var out strings.Builder
	if err := b.WriteText(&out); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// TestGolden compares whole bulletins of the sample with what an office would
// print.
func TestGolden(t *testing.T) {
	b := ledgertest.Watched(t)
	golden.Run(t, "testdata/*.txtar", golden.Stage{Name: "text", Print: func(in string) string {
		asked := strings.Fields(in)
		lang, _ := locale.Parse(asked[0])
		return text(t, drafted(lang, b, asked[1], asked[2], 9))
	}})
}

// counted finds a state's count and share.
var counted = regexp.MustCompile(`(\d+)项，占(\d+)\.(\d)%`)

// TestNumbers demands that the states make all accounts and 100.0 %, and that
// every number is the board's.
func TestNumbers(t *testing.T) {
	b := ledgertest.Watched(t)
	for _, month := range []string{"2024-01", "2024-03", "2024-06", "2024-09", "2024-12"} {
		out := text(t, drafted(locale.ZhCN, b, month, "", 0))
		m, on, _ := bulletin.Asked{Month: month}.In(ledgertest.Year, "2025-03-01")
		day, n, tenths := b.On(on), 0, 0
		for _, c := range counted.FindAllStringSubmatch(out, -1) {
			var count, whole, tenth int
			fmt.Sscan(c[1], &count)
			fmt.Sscan(c[2], &whole)
			fmt.Sscan(c[3], &tenth)
			n, tenths = n+count, tenths+10*whole+tenth
		}
		if n != day.All.All || tenths != 1000 {
			t.Errorf("until %s: %d of %d accounts, %d‰", m, n, day.All.All, tenths)
		}
		for _, l := range []standing.Light{standing.LightMissed, standing.Red, standing.Yellow} {
			for row := range day.Rows() {
				named := strings.Contains(after(out, "滞后项目\n"), "\n"+row.Account.Number+"."+strings.TrimRight(row.Account.Task, "。"))
				if row.Standing.Light == l && !named {
					t.Errorf("until %s: no. %s is %s and not named", m, row.Account.Number, l)
				}
			}
		}
	}
}

// after is what stands behind the first of a mark.
func after(s, mark string) string {
	_, rest, _ := strings.Cut(s, mark)
	return rest
}

// TestNobodyIsNamedEarly demands that nobody is named before anything was due,
// and that those are who did not report when it was.
func TestNobodyIsNamedEarly(t *testing.T) {
	b := ledgertest.Watched(t)
	if out := text(t, drafted(locale.ZhCN, b, "2024-01", "", 0)); !strings.Contains(out, "应报的项目都已报送。另有") || strings.Contains(out, "未报单位\n") {
		t.Errorf("in January:\n%s", out)
	}
	out := text(t, drafted(locale.ZhCN, b, "2024-09", "", 0))
	missing := 0
	for row := range b.On("2024-10-31").Rows() {
		if row.Standing.State != standing.Unreported {
			continue
		}
		if missing++; !strings.Contains(after(out, "未报单位\n"), "第"+row.Account.Number+"项") {
			t.Errorf("no. %s was due and is not named", row.Account.Number)
		}
	}
	if missing == 0 {
		t.Error("nothing is missing from the sample")
	}
}

// TestEveryTerm demands that of an account with several targets each is said by
// itself, in its own unit.
func TestEveryTerm(t *testing.T) {
	b := ledgertest.Watched(t)
	out := text(t, drafted(locale.ZhCN, b, "2024-09", "", 0))
	many := 0
	for row := range b.On("2024-10-31").Rows() {
		if len(row.Terms) == 1 {
			continue
		}
		many++
		for i, terms := range row.Account.Terms {
			line := "\n"
			if i == 0 {
				line += row.Account.Number
			}
			line += "\t" + terms.Subject + "\t" + terms.Written + "\t" + standings.Amount(row.Terms[i].Value, terms.Unit) + "\t"
			if !strings.Contains(out, line) {
				t.Errorf("the annex lacks %q", line)
			}
		}
	}
	if many == 0 {
		t.Error("no account of the sample has several targets")
	}
}

// TestMonths settles which month and day are meant.
func TestMonths(t *testing.T) {
	for _, tt := range []struct {
		month, on, today string
		want             string
	}{
		{"", "", "2024-10-15", "2024-09 on 2024-10-15, since 2024-09-30"},
		{"", "", "2024-10-31", "2024-09 on 2024-10-31, since 2024-09-30"},
		{"", "", "2024-01-20", "2024-01 on 2024-01-20, since 2023-12-31"},
		{"", "", "2025-01-20", "2024-12 on 2025-01-20, since 2024-12-31"},
		{"", "", "2026-05-01", "2024-12 on 2025-01-31, since 2024-12-31"},
		{"2024-01", "", "2026-05-01", "2024-01 on 2024-02-29, since 2024-01-31"},
		{"2024-09", "2024-09-30", "2024-12-01", "2024-09 on 2024-09-30, since 2024-08-31"},
		{"2024-09", "2024-11-20", "2024-12-01", "2024-09 on 2024-11-20, since 2024-09-30"},
		{"2024-09", "2024-09-29", "2024-12-01", "2024-09 on 2024-10-31, since 2024-09-30, wrong day"},
		{"2024-09", "2024-12-02", "2024-12-01", "2024-09 on 2024-10-31, since 2024-09-30, wrong day"},
		{"2024-12", "", "2024-12-30", "2024-11 on 2024-12-30, since 2024-11-30, wrong month"},
		{"2023-09", "", "2024-12-30", "2024-11 on 2024-12-30, since 2024-11-30, wrong month"},
		{"九月", "", "2024-12-30", "2024-11 on 2024-12-30, since 2024-11-30, wrong month"},
	} {
		m, day, wrong := bulletin.Asked{Month: tt.month, On: tt.on}.In(2024, tt.today)
		got := fmt.Sprintf("%s on %s, since %s", m, day, m.Before(day))
		if wrong != nil {
			got += ", wrong " + wrong[0]
			for _, lang := range locale.All() {
				if s := bulletin.Wrong(lang, 2024, wrong); strings.Contains(s, "⟦") || !strings.Contains(s, wrong[1]) {
					t.Error(s)
				}
			}
		}
		if got != tt.want {
			t.Errorf("%q on %q, asked on %s: %s, want %s", tt.month, tt.on, tt.today, got, tt.want)
		}
	}
	if all := bulletin.Months(2024, "2024-04-02"); len(all) != 3 || all[0].String() != "2024-03" || all[2].End() != "2024-01-31" {
		t.Errorf("months %v", all)
	}
}

// TestDocx reads the document back: its words are those of the text.
func TestDocx(t *testing.T) {
	b := drafted(locale.ZhCN, ledgertest.Watched(t), "2024-09", "", 9)
	blocks, err := docx.Decode(file(t, b))
	if err != nil {
		t.Fatal(err)
	}
	var words []string
	for _, block := range blocks {
		words = append(words, block.Text)
	}
	if got, want := bare(strings.Join(words, "")), bare(text(t, b)); got != want {
		t.Errorf("the document says\n%s\nwant\n%s", got, want)
	}
}

// file is the bulletin as a document.
func file(t testing.TB, b *bulletin.Bulletin) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := b.WriteDocx(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// bare is a text without white space.
func bare(s string) string { return strings.Join(strings.Fields(s), "") }

// filler fills lines: every character once, none a punctuation mark.
const filler = "持续推进各项重点工作落地见效并按季通报展情况"

// TestOnPaper prints the document: 22 lines of 28 characters, numbered pages,
// the annex on a page of its own.
func TestOnPaper(t *testing.T) {
	b := drafted(locale.ZhCN, ledgertest.Watched(t), "2024-09", "", 9)
	long := []bulletin.Block{{Kind: bulletin.Text, Text: strings.Repeat(filler, 60)}}
	b.Blocks = append(long, b.Blocks...)
	pages := wordtest.Printed(t, "bulletin.docx", file(t, b))
	if lines, widest := wordtest.Block(pages[1], filler); lines != 22 || widest != 28 {
		t.Errorf("a full page has %d lines of %d characters, want 22 of 28", lines, widest)
	}
	wordtest.Numbered(t, pages)
	first := bare(pages[0])
	if want := "重点工作推进情况通报第九期内蒙古自治区人民政府2024年10月31日关于2024年1—9月重点工作推进情况的通报持续推进"; !strings.HasPrefix(first, want) {
		t.Errorf("the first page begins %.200s, want %s", first, want)
	}
	for _, page := range pages {
		if p := bare(page); strings.Contains(p, "量化目标完成情况表序号") && !strings.HasPrefix(p, "附件量化目标完成情况表") {
			t.Errorf("the annex has no page of its own: %s", p)
		}
	}
}

// TestNothing drafts a bulletin of a ledger that has nothing to tell yet: what is
// left to the drafter is a bracket, and every target leads to its account.
func TestNothing(t *testing.T) {
	b := ledgertest.Watched(t)
	m, _, _ := bulletin.Asked{}.In(ledgertest.Year, "2024-01-05")
	in := input(b, m, "2024-01-05", 0)
	in.Office = "督查室"
	for _, lang := range locale.All() {
		out := text(t, bulletin.New(lang, in))
		if strings.Contains(out, "⟦") || !strings.Contains(out, "督查室\t") || !strings.Contains(out, "〔") {
			t.Errorf("%s:\n%s", lang, out)
		}
	}
	named := 0
	for _, block := range bulletin.New(locale.ZhCN, in).Blocks {
		if block.Of == "" {
			continue
		}
		named++
		if row := in.Day.Row(block.Of); row == nil || !strings.HasPrefix(block.Lead, row.Account.Number+".") {
			t.Errorf("%s is said of account %s", block.Lead, block.Of)
		}
	}
	if named < in.Day.Targets.All {
		t.Errorf("%d accounts are named, there are %d main targets", named, in.Day.Targets.All)
	}
}
