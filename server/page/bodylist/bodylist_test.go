package bodylist

import (
	"strings"
	"testing"

	"pledger/export/breakdown"
	"pledger/ledger"
	"pledger/server/page/browsertest"
	"pledger/server/page/ledgertest"
	"pledger/server/page/pagetest"
)

func TestEveryState(t *testing.T) {
	gallery := browsertest.Gallery{}
	l := ledgertest.Opening(t).Ledger
	for name, text := range map[string]string{"one": "自治区大数据中心", "long": strings.Repeat("很长的名称", 40), "hostile": pagetest.Attack} {
		rows := []*breakdown.BodyRow{{Name: text, Aliases: []string{text}, Duties: []string{text}, Order: 1}, {Name: "自治区财政厅", Duties: []string{"预算"}, Order: 2}, {Name: "自治区扶贫办", Order: 99}}
		steps, _ := breakdown.PlanBodies(l.Place, rows, ledgertest.Bodies())
		problems := breakdown.Problems{{Severity: breakdown.Error, Place: breakdown.Place{Line: 4}, Code: breakdown.CodeBodyTwice, Args: []any{text, breakdown.Place{Line: 2}}}}
		for _, frame := range pagetest.Frames() {
			p := NewPreview(frame, l, ledger.Operator(), "/x", text, steps, problems)
			root, _ := pagetest.Parse(t, p.Render)
			pagetest.Check(t, root, false)
			gallery.Add("preview-"+name, frame, p.Render)
			u := NewUpload(frame, l, ledger.Operator(), text)
			root, _ = pagetest.Parse(t, u.Render)
			pagetest.Check(t, root, false)
		}
	}
	for _, frame := range pagetest.Frames() {
		p := NewPreview(frame, l, ledger.Operator(), "/x", "名单.csv", nil, nil)
		root, _ := pagetest.Parse(t, p.Render)
		pagetest.Check(t, root, false)
		gallery.Add("preview-same", frame, p.Render)
		u := NewUpload(frame, l, ledger.Operator())
		root, _ = pagetest.Parse(t, u.Render)
		pagetest.Check(t, root, false)
		gallery.Add("upload", frame, u.Render)
	}
	gallery.Look(t, "bodylist", Assets())
}
