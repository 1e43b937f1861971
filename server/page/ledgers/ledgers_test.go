package ledgers

import (
	"testing"

	"pledger/server/page/pagetest"
)

func TestEveryState(t *testing.T) {
	row := Row{Title: "2021年青岚市政府工作报告重点工作分工方案", Government: "青岚市", Year: 2021, Stage: "起草"}
	bad := Row{Title: pagetest.Attack, Government: pagetest.Attack, Stage: pagetest.Attack}
	for name, rows := range map[string][]Row{"empty": nil, "one": {row}, "many": {row, bad, row}} {
		for _, frame := range pagetest.Frames() {
			t.Run(name+"/"+frame.Lang.String()+"/"+frame.User, func(t *testing.T) {
				root, _ := pagetest.Parse(t, New(frame, rows).Render)
				pagetest.Check(t, root, false)
				if n := len(pagetest.Find(root, "td")) / 3; n != len(rows) {
					t.Errorf("the page shows %d rows of %d", n, len(rows))
				}
			})
		}
	}
}
