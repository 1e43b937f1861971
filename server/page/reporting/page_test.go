package reporting

import (
	"fmt"
	"net/url"
	"slices"
	"strings"
	"testing"

	"pledger/ledger"
	"pledger/server/page"
	"pledger/server/page/browsertest"
	"pledger/server/page/ledgertest"
	"pledger/server/page/pagetest"
)

// asks are what is asked of n of the sample's accounts for nine months, in every
// way: nothing known, reported, known by the indicator, sent back, over places.
func asks(t *testing.T, n int, change func(*ledger.Account)) (*ledger.Ledger, []*ledger.Ask) {
	o := ledgertest.Half(t)
	var all []*ledger.Ask
	for i, a := range o.Accounts[:min(n, len(o.Accounts))] {
		change(a)
		places := []string{"150000"}
		if i%6 == 4 {
			places = append(places, "150100", "150200", "150300", "150400", "150500", "150600", "150700")
		}
		for term := range a.Measured() {
			for j, place := range places {
				ask := &ledger.Ask{Account: a, Term: term, Place: place, Period: a.PeriodUntil(term, 9)}
				ask.Kind, ask.Unit = a.MeasuresOf(term)
				reading := &ledger.Reading{Account: a.ID, Kind: ask.Kind, Unit: ask.Unit, Value: "12.5", Place: place, Period: ask.Period, Status: ledger.Submitted, Note: "主体已经完工", Evidence: []ledger.Evidence{{Name: "验收单.pdf"}}}
				last := *reading
				last.Period = a.PeriodUntil(term, 6)
				if i%6 != 5 {
					ask.Last = &last
				}
				switch i % 6 {
				case 1:
					ask.Now = reading
				case 2:
					reading.Source, reading.Account = "国家统计局公报", ""
					ask.Now, ask.Known = reading, true
				case 3:
					ask.Returned, ask.Check = reading, &ledger.ReadingCheck{Reason: "与统计公报不一致，请核对后重报"}
				}
				if j%3 == 1 {
					ask.Now = reading
				}
				all = append(all, ask)
			}
		}
	}
	return o.Ledger, all
}

func TestEveryState(t *testing.T) {
	gallery := browsertest.Gallery{}
	body := ledgertest.Bodies()[0]
	for name, n := range map[string]int{"empty": 0, "one": 1, "many": 24, "refused": 12, "hostile": 8, "long": 2} {
		l, all := asks(t, n, func(a *ledger.Account) {
			switch name {
			case "hostile":
				hostile := ledgertest.Hostile()
				hostile.ID, hostile.Ledger = a.ID, a.Ledger
				hostile.Terms[0].Value = "1"
				*a = *hostile
			case "long":
				a.Task = ledgertest.Long().Task
			}
		})
		for _, frame := range pagetest.Frames() {
			in := Input{Ledger: l, Words: ledgertest.Words(frame.Lang, l), Body: body, Day: "2021-10-12", Asks: all}
			if name == "refused" {
				in.Form, in.Asking = refusedForm(all), map[string]bool{ReasonField(all[1]): true}
				in.Kept = map[string][]string{all[0].Account.ID: {"验收单.pdf"}}
				in.Token, in.Strange = "x", []string{"99\t3\t没有这一项"}
			}
			if name == "many" || name == "hostile" {
				in.Nodes = nodes(l, name)
			}
			if name == "many" {
				in.Told = frame.Lang.Text("office.reporting.done", 3, 1)
				in.Choose = []BodyLink{{Name: body.Name, Href: "/a", Open: 3, Chosen: true}, {Name: "自治区财政厅", Href: "/b"}}
			}
			p := New(frame, in, ledger.Operator())
			root, _ := pagetest.Parse(t, p.Render)
			pagetest.Check(t, root, false)
			gallery.Add(name, frame, p.Render)
		}
	}
	l, _ := asks(t, 0, nil)
	for _, frame := range pagetest.Frames() {
		p := New(frame, Input{Ledger: l, Words: ledgertest.Words(frame.Lang, l), Day: "2021-10-12", Choose: []BodyLink{{Name: pagetest.Attack, Href: "/a", Open: 3}}}, ledger.Operator())
		root, _ := pagetest.Parse(t, p.Render)
		pagetest.Check(t, root, false)
		gallery.Add("choose", frame, p.Render)
	}
	gallery.Look(t, "reporting", Assets())
}

// nodes are accounts with milestones: reached, due, late, and without a day.
func nodes(l *ledger.Ledger, name string) []*ledger.Account {
	words := "主体工程完工"
	if name == "hostile" {
		words = pagetest.Attack
	}
	return []*ledger.Account{{
		Ledger: l.ID, ID: "0901", Number: "901", Order: 1, State: ledger.Accepted, Task: "新建改建农村公路5000公里", Version: 7,
		Milestones: []ledger.Milestone{
			{What: words, Due: ledger.Deadline{Text: "5月底前", Date: "2021-05-31"}, Done: "2021-05-20"}, {What: words, Due: ledger.Deadline{Text: "9月底前", Date: "2021-09-30"}},
			{What: words, Due: ledger.Deadline{Text: "12月底前", Date: "2021-12-31"}}, {What: words, Due: ledger.Deadline{Text: words}},
		},
	}}
}

// TestNodes demands that milestones reached have no box, that late ones are told,
// and that ticks are read with the version that was shown.
func TestNodes(t *testing.T) {
	l, _ := asks(t, 0, nil)
	frame := pagetest.Frames()[0]
	all := nodes(l, "")
	form := &page.Form{Values: url.Values{"node-0901": {"1@7", "x@7", "2@y"}, "say-0901": {"提前\n完工"}}}
	p := New(frame, Input{Ledger: l, Words: ledgertest.Words(frame.Lang, l), Body: ledgertest.Bodies()[0], Day: "2021-10-12", Nodes: all, Form: form}, ledger.Operator())
	got := ""
	for _, n := range p.Open[0].Nodes {
		got += fmt.Sprintf("%s,%t,%t;", n.Value, n.Late, n.Ticked)
	}
	if got != ",false,false;1@7,true,true;2@7,false,true;3@7,false,false;" || p.Open[0].Evidence != nil || p.Open[0].Say == nil {
		t.Errorf("%s, %+v", got, p.Open[0])
	}
	if ticks := Ticks(form, all); len(ticks) != 1 || ticks[0].Index != 1 || ticks[0].Version != 7 || ticks[0].Note != "提前 完工" {
		t.Errorf("%+v", ticks)
	}
}

// refusedForm is a form with something wrong, or asked, at its first fields.
func refusedForm(all []*ledger.Ask) *page.Form {
	form := &page.Form{Values: url.Values{
		ValueField(all[0]): {"约六"}, ValueField(all[1]): {"0.06"}, SayField(all[0].Account): {"正在\n推进"},
	}}
	form.Refuse(ValueField(all[0]), "“约六”不是一个数。请填写单个数字。")
	form.Refuse(ValueField(all[1]), "填的是 0.06：是不是 6%？")
	form.Refuse(SayField(all[len(all)-1].Account), "写了进展，还没有填数。")
	return form
}

// TestKnownIsNotAsked demands that what the ledger knows has no field, and that
// what was sent back says why.
func TestKnownIsNotAsked(t *testing.T) {
	l, all := asks(t, 4, func(*ledger.Account) {})
	frame := pagetest.Frames()[0]
	p := New(frame, Input{Ledger: l, Words: ledgertest.Words(frame.Lang, l), Body: ledgertest.Bodies()[0], Day: "2021-10-12", Asks: all}, ledger.Operator())
	for _, block := range slices.Concat(p.Open, p.Reported) {
		for _, row := range block.Rows {
			for _, c := range row.Cells {
				known := strings.Contains(c.Known, "国家统计局公报")
				if known != (c.Field == nil) || known && block.Say != nil {
					t.Errorf("%s: known %t, and the field is %v", block.Number, known, c.Field)
				}
			}
		}
	}
	if len(p.Reported) != 2 || len(p.Open) != 2 || !strings.Contains(p.Open[1].Rows[0].Cells[0].Returned, "重报") {
		t.Errorf("%d open, %d reported: %+v", len(p.Open), len(p.Reported), p.Open)
	}
}

func TestGiven(t *testing.T) {
	_, all := asks(t, 6, func(a *ledger.Account) {
		if a.Number == "1" && len(a.Terms) > 0 {
			a.Terms[0].Unit, a.Terms[0].Written = "斤", "700亿斤以上"
		}
	})
	form := &page.Form{Values: url.Values{ValueField(all[0]): {" 720 "}, SayField(all[0].Account): {"秋粮\r\n收完"}, ReasonField(all[0]): {"丰收"}}}
	for _, a := range all {
		if a.Known {
			form.Values.Set(ValueField(a), "1") // nobody asked
		}
	}
	files := map[string][]ledger.Attachment{all[0].Account.ID: {{Name: "a.pdf"}}, all[len(all)-1].Account.ID: {{Name: "b.pdf"}}}
	given, answered := Given(form, all, files)
	if len(given) != 1 || answered[0] != all[0] {
		t.Fatalf("%+v", given)
	}
	g := given[0]
	if got := fmt.Sprint(g.Number, g.Place, g.Value, g.Unit, g.Note, g.Reason, len(g.Evidence)); got != all[0].Account.Number+"#1 150000 720 "+UnitOf(all[0])+" 秋粮 收完 丰收 1" && got != fmt.Sprint(all[0].Account.Number+"#1", "150000", "720", UnitOf(all[0]), "秋粮 收完", "丰收", 1) {
		t.Errorf("%s", got)
	}
	if alone := Alone(form, all, files); len(alone) != 1 || alone[0] != all[len(all)-1].Account {
		t.Errorf("files without a value: %+v", alone)
	}
	for value, want := range map[string]string{"12": "万人", "-1.5": "万人", "12万人": "", "6%": "", "1,234": "万人", "６．５": "万人"} {
		if got := unitFor(value, "万人"); got != want {
			t.Errorf("%s has the unit %q", value, got)
		}
	}
}

func TestUnitOf(t *testing.T) {
	for written, want := range map[string]string{"700亿斤以上": "亿斤", "20万斤以上": "万斤", "1.2万亿斤": "万亿斤", "30斤": "斤", "": "斤", "6%左右": "斤"} {
		a := &ledger.Ask{Account: &ledger.Account{Terms: []ledger.Terms{{Unit: "斤", Written: written}}}, Unit: "斤"}
		if got := UnitOf(a); got != want {
			t.Errorf("%s: %s, want %s", written, got, want)
		}
	}
}

// TestFill puts pasted lines where they belong, and tells the rest.
func TestFill(t *testing.T) {
	_, all := asks(t, 6, func(*ledger.Account) {})
	first, places := all[0], all[slices.IndexFunc(all, func(a *ledger.Ask) bool { return a.Place == "150200" })]
	named := func(name string) string { return map[string]string{"包头市": "150200"}[name] }
	form := &page.Form{Values: url.Values{FieldLines: {strings.Join([]string{
		first.Account.Number + "\t720.5\t收完", places.Account.Number + "＃1，包头市，33", "", "999\t1", "随便", first.Account.Number + "#9\t1", first.Account.Number + "#x\t1",
	}, "\r\n")}}}
	strange := Fill(form, all, named)
	if form.Value(ValueField(first)) != "720.5" || form.Value(SayField(first.Account)) != "收完" || form.Value(ValueField(places)) != "33" {
		t.Errorf("%v", form.Values)
	}
	if len(strange) != 4 || form.Values.Has(FieldLines) {
		t.Errorf("fitting nothing: %q", strange)
	}
}
