package checking

import (
	"fmt"
	"net/url"
	"strings"
	"testing"

	"pledger/ledger"
	"pledger/server/page"
	"pledger/server/page/browsertest"
	"pledger/server/page/ledgertest"
	"pledger/server/page/pagetest"
)

// reported are n readings of the sample's accounts, of every status, with and
// without what they are held against.
func reported(t *testing.T, n int, words string) (*ledger.Ledger, []*Reported) {
	o := ledgertest.Half(t)
	var all []*Reported
	for i := range n {
		a := o.Accounts[i%len(o.Accounts)]
		kind, unit := a.Measures()
		v := &ledger.Reading{
			Ledger: a.Ledger, Account: a.ID, Kind: kind, Unit: unit, Value: fmt.Sprint(10 + i), Place: "150000", Period: a.PeriodUntil(0, 9),
			Note: words, Status: ledger.Submitted, Who: "qqg", At: ledgertest.At, Seq: int64(n - i), Revision: 1,
		}
		r := &Reported{Reading: v, Account: a}
		before := *v
		before.Value, before.Period = "8", a.PeriodUntil(0, 6)
		switch i % 5 {
		case 0:
			r.Before = &before
		case 1:
			v.Reason, v.Typed, r.Before, r.Was = words, "12.50"+unit, &before, &before
			v.Evidence = []ledger.Evidence{{Name: words + ".pdf", Size: 120_000}, {Name: "照片.jpg", Size: 3}}
		case 2:
			v.Status, v.Place = ledger.Verified, "150200"
		case 3:
			v.Status, r.Check = ledger.Returned, &ledger.ReadingCheck{Reason: words}
		case 4:
			v.Account, v.Indicator, v.Kind, r.Account = "", "gdp", "growth", nil
		}
		all = append(all, r)
	}
	return o.Ledger, all
}

// burdens are those of two bodies, and of accounts without lead.
func burdens() []*ledger.Burden {
	a, b, c := &ledger.Burden{Body: "reform"}, &ledger.Burden{Body: "finance"}, &ledger.Burden{}
	for m := range 12 {
		a.Asked[m] = 1
		if m%3 == 2 {
			a.Asked[m], a.Known[m], b.Asked[m], c.Asked[m] = 14, 3, 8, 120
		}
	}
	return []*ledger.Burden{a, b, c}
}

func TestEveryState(t *testing.T) {
	gallery := browsertest.Gallery{}
	for name, n := range map[string]int{"empty": 0, "one": 1, "many": 24, "refused": 6, "hostile": 10, "long": 5} {
		words := map[string]string{"hostile": pagetest.Attack, "long": strings.Repeat("很长的说明", 100)}[name]
		if words == "" {
			words = "新增就业提前完成，技能培训稳步推进"
		}
		l, all := reported(t, n, words)
		for _, frame := range pagetest.Frames() {
			in := Input{Ledger: l, Words: ledgertest.Words(frame.Lang, l), Reported: all, Query: url.Values{"show": {"all"}}, Bodies: []string{"reform", "finance"}, Burdens: burdens()}
			switch name {
			case "empty":
				in.Burdens, in.Query, in.Bodies = nil, url.Values{}, nil
			case "many":
				in.Older, in.Told = 7, frame.Lang.Text("office.checking.done.verify", 3)
			case "refused":
				in.Form = &page.Form{Values: url.Values{FieldPick: {"6"}}}
				in.Form.Refuse(FieldReason, frame.Lang.Text("ledger.invalid.need-reason"))
				in.Form.Refuse("", frame.Lang.Text("office.checking.pick.none"))
			}
			p := New(frame, in, ledger.Operator())
			root, _ := pagetest.Parse(t, p.Render)
			pagetest.Check(t, root, false)
			gallery.Add(name, frame, p.Render)
		}
	}
	gallery.Look(t, "checking", Assets())
}

func TestChange(t *testing.T) {
	l, _ := reported(t, 0, "")
	b := &builder{Input: Input{Ledger: l, Words: ledgertest.Words(pagetest.Frames()[0].Lang, l)}}
	for _, tt := range []struct{ kind, now, before, want string }{
		{"level", "120", "100", "+20.0%"}, {"level", "80", "100", "-20.0%"}, {"level", "-50", "-100", "+50.0%"}, {"level", "5", "0", ""},
		{"growth", "6.5", "6", "+0.5个百分点"}, {"growth", "5.9", "6.0", "-0.1个百分点"}, {"share", "6", "6", "0个百分点"}, {"level", "x", "1", ""},
	} {
		if got := b.change(&ledger.Reading{Kind: tt.kind, Value: tt.now, Unit: "%"}, &ledger.Reading{Kind: tt.kind, Value: tt.before, Unit: "%"}); got != tt.want {
			t.Errorf("%+v: %s", tt, got)
		}
	}
}

// TestBurden demands that months in which nobody is asked are left out, that the
// sums are right, and that accounts without lead are counted.
func TestBurden(t *testing.T) {
	l, _ := reported(t, 0, "")
	b := &builder{Input: Input{Ledger: l, Words: ledgertest.Words(pagetest.Frames()[0].Lang, l)}}
	all := burdens()
	all[0].Asked[0], all[0].Asked[1] = 0, 0
	got := b.burden(all)
	last := got.Rows[len(got.Rows)-1]
	if len(got.Months) != 10 || len(got.Rows) != 4 || last.All.Asked != fmt.Sprint(14*4+6+8*4+120*4) || last.All.Known != "12" || len(last.Cells) != 10 {
		t.Errorf("%+v", got)
	}
	if b.burden(nil) != nil {
		t.Error("nobody is asked for anything, and there is a table")
	}
}
