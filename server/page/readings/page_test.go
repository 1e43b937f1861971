package readings

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

// plan are rows of every kind over the sample's ledger.
func plan(t *testing.T, n int, words string, kinds ...ledger.StepKind) (*ledger.Ledger, []Row, map[ledger.StepKind]int64) {
	o := ledgertest.Half(t)
	counts := map[ledger.StepKind]int64{}
	var rows []Row
	for i := range n {
		kind := kinds[i%len(kinds)]
		counts[kind]++
		a := o.Accounts[i%len(o.Accounts)]
		measured, unit := a.Measures()
		v := &ledger.Reading{Account: a.ID, Kind: measured, Unit: unit, Value: fmt.Sprint(i), Place: "150200", Period: a.PeriodUntil(0, 9), Note: words}
		row := Row{N: i, At: fmt.Sprintf("第 %d 行", i+2), Account: a, Step: &ledger.ReadingStep{Kind: kind, Reading: v}}
		switch kind {
		case ledger.StepRevision:
			row.Step.Was = &ledger.Reading{Typed: "12.5" + unit}
		case ledger.StepQuestion:
			row.Step.Problems, row.Cells = []ledger.Problem{{Field: "value", Code: ledger.AskFraction, Args: []string{"0.06", words, "6"}}}, []string{"B12“数值”栏"}
		case ledger.StepRefused:
			row.Step.Reading, row.Account = nil, nil
			row.Given = ledger.GivenReading{Number: words, Place: "150200", Period: words, Value: "约六", Unit: words}
			row.Step.Problems, row.Cells = []ledger.Problem{{Field: "value", Code: ledger.BadNotNumber, Args: []string{words}}, {Field: "place", Code: ledger.BadReadingPlace, Args: []string{words}}}, []string{"B12“数值”栏", "C12"}
		}
		rows = append(rows, row)
	}
	return o.Ledger, rows, counts
}

func TestEveryState(t *testing.T) {
	gallery := browsertest.Gallery{}
	every := ledger.StepKinds()
	for name, tt := range map[string]struct {
		n     int
		words string
		kinds []ledger.StepKind
	}{
		"empty": {0, "", every}, "good": {3, "正在推进", []ledger.StepKind{ledger.StepNew, ledger.StepRevision}}, "asked": {4, "正在推进", []ledger.StepKind{ledger.StepQuestion, ledger.StepNew}},
		"refused": {12, "三百", []ledger.StepKind{ledger.StepRefused, ledger.StepQuestion, ledger.StepRevision, ledger.StepNew}}, "same": {2, "", []ledger.StepKind{ledger.StepDuplicate}},
		"hostile": {8, pagetest.Attack, every}, "long": {4, strings.Repeat("很长的说明", 80), every},
	} {
		l, rows, counts := plan(t, tt.n, tt.words, tt.kinds...)
		for _, frame := range pagetest.Frames() {
			in := Input{Ledger: l, Words: ledgertest.Words(frame.Lang, l), Path: "/ledgers/150000-2021/readings/x", File: tt.words + ".xlsx", Rows: rows, Counts: counts, Digest: "d"}
			if name == "asked" {
				in.Form, in.Cut = &page.Form{Values: url.Values{ReasonField(0): {"确为0.06"}}}, true
			}
			p := NewPreview(frame, in, ledger.Operator())
			if (p.Button == "") != (name != "good" && name != "asked" && name != "long") || (p.Cannot == "") == (p.Button == "") {
				t.Errorf("%s: the button is %q, and it cannot %q", name, p.Button, p.Cannot)
			}
			root, source := pagetest.Parse(t, p.Render)
			pagetest.Check(t, root, false)
			if name == "asked" && !strings.Contains(source, `value="确为0.06"`) {
				t.Error("a reason that was typed is lost")
			}
			gallery.Add(name, frame, p.Render)
			u := NewUpload(frame, l, ledger.Actor{Role: ledger.Liaison, Body: "x"}, []string{tt.words}[:min(1, tt.n)]...)
			root, _ = pagetest.Parse(t, u.Render)
			pagetest.Check(t, root, false)
			gallery.Add("upload-"+name, frame, u.Render)
		}
	}
	gallery.Look(t, "readings", Assets())
}
