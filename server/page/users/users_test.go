package users

import (
	"testing"

	"pledger/server/page/pagetest"
)

func TestEveryState(t *testing.T) {
	row := Row{Href: "/users/wang", Name: "wang", Display: "王维", Role: "督查员", Place: "青岚市", Body: "财政局"}
	const attack = pagetest.Attack
	bad := Row{Href: "/users/y", Name: attack, Display: attack, Role: attack, Place: attack, Body: attack, Provider: true, Disabled: true}
	for name, rows := range map[string][]Row{"empty": nil, "one": {row}, "many": {row, bad, {Name: "li", Pending: true}}} {
		for _, frame := range pagetest.Frames() {
			t.Run(name+"/"+frame.Lang.String()+"/"+frame.User, func(t *testing.T) {
				root, _ := pagetest.Parse(t, New(frame, rows, "/newuser").Render)
				pagetest.Check(t, root, false)
				if n := len(pagetest.Find(root, "td")) / 5; n != len(rows) {
					t.Errorf("the page shows %d rows of %d", n, len(rows))
				}
			})
		}
	}
}
