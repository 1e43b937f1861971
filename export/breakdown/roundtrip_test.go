package breakdown

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"pledger/ledger"
)

// awkward are pieces of texts that formats, spreadsheets and readers of duties
// stumble over.
var awkward = []string{
	"建设", "推进项目", "乡村振兴", "（含续建）", "（甲牵头）", "（", "）", "(", ")", `"`, "'", "“引号”", "=1+1", "+", "-", "@", "\n", "\t", ",", "，", ";", "；",
	"：", "牵头单位：某局", "责任单位", "、", "。", "1.", "12-1", "一、", "（二）", "5G", "6%左右", "1.0", "&<>", "_x000D_", "%", "合计", "注：", "附件", "　", " ", "𠮷", "〔2026〕1号", "牵头", "配合", "12月底前",
}

// text is a text of awkward pieces, at least one of them plain.
func text(label string) *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		pieces := rapid.SliceOfN(rapid.SampledFrom(awkward), 0, 8).Draw(t, label)
		pieces = append(pieces, "办好")
		return strings.Join(rapid.Permutation(pieces).Draw(t, "order"), "")
	})
}

// anyLedger is a ledger with bodies of the sample's list.
func anyLedger(t *rapid.T) (*ledger.Ledger, []*ledger.Account) {
	l, _ := sampleLedger()
	l.Sections = append(l.Sections, ledger.Section{Number: "四", Heading: text("heading").Draw(t, "heading"), Level: 1})
	var codes []string
	for _, b := range sampleBodies() {
		codes = append(codes, b.Code)
	}
	deadlines := []string{"", "12月底前", "三季度", "年内持续推进", "5月底前动工，12月底前完成", "12月底前完成", "长期坚持", "6月下旬"}
	var all []*ledger.Account
	for i := range rapid.IntRange(1, 6).Draw(t, "accounts") {
		bodies := rapid.Permutation(codes).Draw(t, "bodies")
		leads, supports := rapid.IntRange(0, 3).Draw(t, "leads"), rapid.IntRange(0, 3).Draw(t, "supports")
		a := &ledger.Account{
			ID: fmt.Sprintf("%04d", i+1), Number: fmt.Sprint(i + 1), Order: int64(i+1) * ledger.OrderStep,
			Category: rapid.SampledFrom([]ledger.Category{ledger.Target, ledger.Task}).Draw(t, "category"),
			State:    rapid.SampledFrom([]ledger.State{ledger.Proposed, ledger.Accepted, ledger.Dropped}).Draw(t, "state"),
			Section:  rapid.SampledFrom([]string{"", "二", "三/（一）", "三/（二）", "四"}).Draw(t, "section"),
			Task:     text("task").Draw(t, "task"), Hardness: rapid.SampledFrom([]ledger.Hardness{ledger.Hard, ledger.Soft}).Draw(t, "hardness"),
			Lead: bodies[:leads], Supporting: bodies[leads : leads+supports],
			Leader:   rapid.SampledFrom([]string{"", "李某某", "王某、赵某"}).Draw(t, "leader"),
			Deadline: ledger.Deadline{Text: rapid.SampledFrom(deadlines).Draw(t, "deadline")},
		}
		if rapid.Bool().Draw(t, "split") {
			a.Number = ledger.SplitNumber(a.Number, 1)
		}
		if rapid.Bool().Draw(t, "noted") {
			a.Note = text("note").Draw(t, "note")
		}
		if rapid.Bool().Draw(t, "quantified") {
			a.Terms = []ledger.Terms{{Subject: "某事", Bound: ledger.AtLeast, Value: "3", Unit: "%", Written: "3%以上"}}
		}
		all = append(all, a)
	}
	return l, all
}

// resolver resolves the names of the sample's list.
func resolver(name string) (code string, ok bool, near []string) {
	for _, b := range sampleBodies() {
		if b.Name == name {
			return b.Code, true, nil
		}
	}
	return "", false, []string{sampleBodies()[0].Name}
}

// TestRoundTrip demands that a file made of a ledger changes nothing in it.
func TestRoundTrip(t *testing.T) {
	for format, write := range writers {
		t.Run(format, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				l, accounts := anyLedger(t)
				table := FromLedger(l, accounts, sampleBodies())
				if len(table.Rows) == 0 {
					t.Skip("no live account")
				}
				var b bytes.Buffer
				if err := write(&b, table); err != nil {
					t.Fatal(err)
				}
				back, problems := Read("a."+format, &b)
				if len(problems) > 0 {
					t.Fatalf("%s", told(problems))
				}
				if len(back.Rows) != len(table.Rows) {
					t.Fatalf("%d rows of %d", len(back.Rows), len(table.Rows))
				}
				for _, s := range Plan(back, l, accounts, resolver) {
					if s.Kind != Unchanged || len(s.Problems) > 0 {
						t.Fatalf("%s: %+v\n%s\nrow %+v\naccount %+v", s.Kind, s.Changes, told(s.Problems), s.Row, s.Account)
					}
				}
			})
		})
	}
}
