package ledger

import (
	"fmt"
	"net/url"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pledger/ledger"
	"pledger/locale"
	"pledger/server/page"
	"pledger/server/page/ledgertest"
	"pledger/server/page/pagetest"
	"pledger/server/page/standings"
	"pledger/standing"
)

// input is the page's input for the accounts.
func input(t testing.TB, lang locale.Lang, accounts []*ledger.Account) Input {
	l := ledgertest.Opening(t).Ledger
	return Input{
		Ledger: l, Words: ledgertest.Words(lang, l), Edit: true,
		Found: &ledger.Page{Accounts: accounts, Total: len(accounts)}, Tally: ledgertest.Tally(accounts),
		Folder: page.NewFolder(l, ledger.Operator(), page.FolderTable, lang),
	}
}

// states are the states in which the page is tested.
func pageStates(t *testing.T, lang locale.Lang) map[string]Input {
	half := ledgertest.Half(t).Accounts
	all := map[string]Input{
		"empty":   input(t, lang, nil),
		"one":     input(t, lang, half[:1]),
		"many":    input(t, lang, half),
		"hostile": input(t, lang, []*ledger.Account{ledgertest.Hostile(), ledgertest.Long()}),
	}
	lit := input(t, lang, half)
	lit.Filter.Light, lit.Lit = "red", map[string]standings.Cell{}
	for i, a := range half {
		if i%4 < 3 {
			at := standing.Standing{State: standing.Behind, Light: standing.Lights()[i%6], Code: standing.WhyNoReading}
			lit.Lit[a.ID] = standings.Of(lit.Words, a, &at)
		}
	}
	all["lit"] = lit
	reader := input(t, lang, half)
	reader.Edit, reader.Tally = false, nil
	all["reader"] = reader

	narrowed := input(t, lang, half[:2])
	narrowed.Filter = Filter{Section: "三", Body: "old", Lead: ledger.NoLead, Text: pagetest.Attack, Sort: ledger.ByLead, Reverse: true, Page: 1, Long: true}
	all["narrowed"] = narrowed
	nothing := input(t, lang, nil)
	nothing.Filter.State = ledger.Merged
	all["nothing"] = nothing

	paged := input(t, lang, half)
	paged.Filter.Page, paged.Found.Total = 7, 100_000
	all["paged"] = paged

	refused := input(t, lang, half)
	refused.Form = &page.Form{Values: url.Values{FieldLead: {pagetest.Attack}}}
	refused.Form.Refuse("", "整体")
	refused.Form.Refuse(FieldLead, pagetest.Attack)
	refused.Picked = []ledger.Ref{{ID: half[0].ID, Version: 1}}
	all["refused"] = refused

	apart := input(t, lang, half[3:9])
	apart.Form, apart.Picked, apart.Apart = refused.Form, refused.Picked, half[:1]
	all["apart"] = apart

	conflict := input(t, lang, half)
	conflict.Form = &page.Form{Values: url.Values{FieldWhy: {"重复"}}}
	conflict.Picked = []ledger.Ref{{ID: half[0].ID, Version: 1}}
	before := half[0].Clone()
	before.Lead, before.Task = nil, pagetest.Attack
	conflict.Conflict = &ledger.Conflict{Accounts: half[:1], Since: []*ledger.Entry{ledgertest.Entry(40, "bt", ledger.ActAssign, before, half[0], "")}}
	all["conflict"] = conflict

	done := input(t, lang, half)
	done.Done = "已处理"
	all["done"] = done
	approved := input(t, lang, half)
	approved.Ledger.Stage, approved.Ledger.Issued = ledger.Published, "2021-02-22"
	all["published"] = approved
	return all
}

func TestEveryState(t *testing.T) {
	for _, frame := range pagetest.Frames() {
		for name, in := range pageStates(t, frame.Lang) {
			t.Run(name+"/"+frame.Lang.String()+"/"+frame.User, func(t *testing.T) {
				root, _ := pagetest.Parse(t, New(frame, in).Render)
				pagetest.Check(t, root, false)
				rows := 0
				for _, tr := range pagetest.Find(root, "tr") {
					if strings.HasPrefix(pagetest.Attr(tr, "class"), "row ") {
						rows++
					}
				}
				if rows != len(in.Found.Accounts)+len(in.Apart) {
					t.Errorf("the page shows %d rows of %d", rows, len(in.Found.Accounts))
				}
			})
		}
	}
}

// TestConflictTold demands that a concurrent change is told with who, what
// before and what now, and that the row comes back ticked with its new version.
func TestConflictTold(t *testing.T) {
	in := pageStates(t, locale.ZhCN)["conflict"]
	in.Conflict.Since[0].Changes = in.Conflict.Since[0].Changes[1:] // the task, which is hostile
	_, source := pagetest.Parse(t, New(page.Frame{Lang: locale.ZhCN}, in).Render)
	for _, want := range []string{
		"巴特尔", "分工：牵头单位由“无”改为“自治区发展改革委”", "2021年2月3日 10:00",
		fmt.Sprintf(`value="%s" aria-label="选择第 1 项" checked`, Pick(in.Found.Accounts[0])), `value="重复"`,
	} {
		if !strings.Contains(source, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
}

func TestFilterRoundTrip(t *testing.T) {
	for _, f := range []Filter{
		{},
		{Section: "三/（一）", Body: "reform", Category: ledger.Task, Hardness: ledger.Soft, State: ledger.Dropped},
		{Lead: "reform", Light: "red", On: "2024-10-31"},
		{Lead: ledger.NoLead, Text: "粮食 <b>", Sort: ledger.ByDeadline, Reverse: true, Page: 12, Long: true},
	} {
		if diff := cmp.Diff(f, ParseFilter(f.Params())); diff != "" {
			t.Error(diff)
		}
	}
	stale := ParseFilter(url.Values{"state": {"eaten"}, "sort": {"number; drop table"}, "page": {"-3"}, "category": {"x"}, "on": {"2024-13-01"}})
	if diff := cmp.Diff(Filter{}, stale); diff != "" {
		t.Error(diff)
	}
}

func TestParsePicks(t *testing.T) {
	got := ParsePicks(url.Values{FieldPick: {"0001@12", "0001@13", "0002", "0003@x", "@", "0004@-1", "0005@7"}})
	if diff := cmp.Diff([]ledger.Ref{{ID: "0001", Version: 12}, {ID: "0005", Version: 7}}, got); diff != "" {
		t.Error(diff)
	}
}

// BenchmarkLong measures the longest page there is.
func BenchmarkLong(b *testing.B) {
	half := ledgertest.Half(b).Accounts
	var many []*ledger.Account
	for len(many) < longRows {
		many = append(many, half...)
	}
	in := input(b, locale.ZhCN, many[:longRows])
	for b.Loop() {
		if err := New(page.Frame{}, in).Render(discard{}); err != nil {
			b.Fatal(err)
		}
	}
}

// discard takes a page and keeps nothing.
type discard struct{}

func (discard) Write(p []byte) (int, error) { return len(p), nil }
