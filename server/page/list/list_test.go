package list

import (
	"testing"

	"pledger/locale"
	"pledger/server/page"
	"pledger/server/page/pagetest"
)

func TestEveryState(t *testing.T) {
	row := Row{Href: "/reports/x", Title: "2024年青岚市政府工作报告", Government: "青岚市", Year: 2024, Figures: 29, Targets: 12, Pledges: 15, Doubts: 2}
	bad := Row{Href: "/reports/y", Title: pagetest.Attack, Government: pagetest.Attack}
	for name, rows := range map[string][]Row{"empty": nil, "one": {row}, "many": {row, bad, row}, "hostile": {bad}} {
		for _, lang := range locale.All() {
			t.Run(name+"/"+lang.String(), func(t *testing.T) {
				p := New(rows, lang, page.SwitchLanguage(lang, "/", nil))
				root, _ := pagetest.Parse(t, p.Render)
				pagetest.Check(t, root, false)
				if n := len(pagetest.Find(root, "td")) / 6; n != len(rows) {
					t.Errorf("the page shows %d rows of %d", n, len(rows))
				}
			})
		}
	}
}
