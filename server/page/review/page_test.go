package review

import (
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pledger/ledger"
	"pledger/ledger/assign"
	"pledger/locale"
	"pledger/server/page"
	"pledger/server/page/browsertest"
	"pledger/server/page/ledgertest"
	"pledger/server/page/pagetest"
)

// input is the page's input over the sample.
func input(t testing.TB, lang locale.Lang) Input {
	o := ledgertest.Half(t)
	in := Input{
		Ledger: o.Ledger, Words: ledgertest.Words(lang, o.Ledger), Accounts: o.Accounts, Set: ledgertest.Statements(t),
		Folder: page.NewFolder(o.Ledger, ledger.Operator(), page.FolderReview, lang), Suggestions: map[string][]assign.Suggestion{},
	}
	for _, a := range o.Accounts {
		in.Suggestions[a.ID] = []assign.Suggestion{
			{Code: "reform", Name: "自治区发展改革委", Reasons: []assign.Reason{{Why: assign.DutyWord, Word: "投资"}}},
			{Code: "energy", Name: "自治区能源局", Reasons: []assign.Reason{{Why: assign.PastRow, Year: 2020, Task: "固定资产投资增长一成"}}},
		}
	}
	return in
}

// states are the states in which the page is tested.
func states(t *testing.T, lang locale.Lang) map[string]Input {
	all := map[string]Input{"many": input(t, lang)}
	chosen := input(t, lang)
	chosen.At, chosen.Only = chosen.Accounts[20].ID, true
	all["chosen"] = chosen
	empty := input(t, lang)
	empty.Accounts, empty.Set = nil, nil
	all["empty"] = empty
	one := input(t, lang)
	one.Accounts, one.Left = one.Accounts[:1], 72
	all["one"] = one
	done := input(t, lang)
	for _, a := range done.Accounts {
		a.State = ledger.Accepted
	}
	done.Done = "已保存"
	all["all accepted"] = done
	dropped := input(t, lang)
	dropped.At = dropped.Accounts[len(dropped.Accounts)-1].ID
	all["dropped"] = dropped
	approved := input(t, lang)
	approved.Ledger.Stage = ledger.Approved
	all["approved"] = approved
	refused := input(t, lang)
	refused.Form = &page.Form{Values: url.Values{FieldWords: {pagetest.Attack}}}
	refused.Form.Refuse(FieldWords, pagetest.Attack)
	all["refused"] = refused
	hostile := input(t, lang)
	h, l := ledgertest.Hostile(), ledgertest.Long()
	h.Spans, l.Spans = []ledger.Span{{Start: 100, End: 140}, {Start: 120, End: 180}}, []ledger.Span{{Start: 110, End: 1 << 20}}
	h.Terms[0].At = 130
	hostile.Accounts = []*ledger.Account{h, l}
	hostile.Suggestions[h.ID] = []assign.Suggestion{{Code: pagetest.Attack, Name: pagetest.Attack, Reasons: []assign.Reason{{Word: pagetest.Attack}}}}
	all["hostile"] = hostile
	return all
}

// looked are the states that differ to the eye.
var looked = []string{"chosen", "refused", "hostile", "empty"}

func TestEveryState(t *testing.T) {
	gallery := browsertest.Gallery{}
	for _, frame := range pagetest.Frames() {
		for name, in := range states(t, frame.Lang) {
			t.Run(name+"/"+frame.Lang.String()+"/"+frame.User, func(t *testing.T) {
				p := New(frame, in)
				if slices.Contains(looked, name) {
					gallery.Add(name, frame, p.Render)
				}
				root, _ := pagetest.Parse(t, p.Render)
				pagetest.Check(t, root, false)
			})
		}
	}
	gallery.Look(t, "review", Assets())
}

// TestMarks demands that every account with a place in the report has its mark
// there and a line in the list, by its state.
func TestMarks(t *testing.T) {
	in := states(t, locale.ZhCN)["many"]
	root, source := pagetest.Parse(t, New(page.Frame{}, in).Render)
	found := map[string]string{}
	for _, n := range pagetest.Find(root, "span") {
		if id := pagetest.Attr(n, "id"); strings.HasPrefix(id, "t-") {
			found[id[2:]] = pagetest.Attr(n, "class")
		}
	}
	for _, a := range in.Accounts {
		if !strings.Contains(found[a.ID], "acc "+string(a.State)) {
			t.Errorf("account %s, %s, is marked %q", a.ID, a.State, found[a.ID])
		}
		if !strings.Contains(source, `id="a-`+a.ID+`"`) {
			t.Errorf("account %s has no line", a.ID)
		}
	}
	if !strings.Contains(source, `class="loose`) || !strings.Contains(source, "未入账：数字") {
		t.Error("what lies in no account is not shown")
	}
}

func TestChoose(t *testing.T) {
	all := ledgertest.Half(t).Accounts
	for at, want := range map[string]string{"": "0003", "0001": "0001", "nonsense": "0003"} {
		if got := Choose(all, at); got != want {
			t.Errorf("asked for %q, %s is chosen, want %s", at, got, want)
		}
	}
	if got := Choose(nil, "0001"); got != "" {
		t.Errorf("of none, %s is chosen", got)
	}
}

// TestByHand demands that words of the report become an account in their
// place, with their figures, and that other words do not.
func TestByHand(t *testing.T) {
	in := states(t, locale.ZhCN)["many"]
	grain := in.Accounts[7]
	without := append(append([]*ledger.Account{}, in.Accounts[:7]...), in.Accounts[8:]...)
	a, after, ok := ByHand(in.Set, ledgertest.Lexicon(), in.Ledger, without, " "+grain.Task+"\n")
	if !ok {
		t.Fatal("the words are not found")
	}
	if diff := cmp.Diff(grain.Spans, a.Spans); diff != "" || a.Task != grain.Task || a.Section != grain.Section || a.Hardness != ledger.Hard {
		t.Errorf("made %+v of %+v", a, grain)
	}
	if diff := cmp.Diff(grain.Terms, a.Terms); diff != "" {
		t.Error(diff)
	}
	if after == "" {
		t.Error("it is listed at the end")
	}
	for _, words := range []string{"", "  ", "报告里没有这句话"} {
		if _, _, ok := ByHand(in.Set, ledgertest.Lexicon(), in.Ledger, in.Accounts, words); ok {
			t.Errorf("%q is found", words)
		}
	}
}
