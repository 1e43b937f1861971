package ask

import (
	"net/url"
	"testing"

	"pledger/server/page"
	"pledger/server/page/pagetest"
)

func TestEveryState(t *testing.T) {
	const bad = pagetest.Attack
	options := []page.Option{{Value: "a", Label: "甲"}, {Value: bad, Label: bad}}
	typed := &page.Form{Values: url.Values{"name": {bad}, "role": {bad}, "password": {bad}}}
	typed.Refuse("name", bad)
	typed.Refuse("name", "a second sentence")
	name, role, password := typed.Field("name", "text", bad, ""), typed.Field("role", "select", "角色", ""), typed.Field("password", "password", "口令", "")
	name.Hint, name.Required, name.Focus, role.Options = bad, true, true, options
	states := map[string]Page{
		"empty": {},
		"blank": {Lead: "x", Form: Form{Action: "/x", Submit: "登录", Fields: []page.Field{new(page.Form).Field("name", "text", "用户名", "wang")}}},
		"full": {
			Back: page.NewChoice(bad, "/users", "/"), Lead: bad, Done: bad, Alert: bad, Facts: []Fact{{bad, bad}},
			Show:   page.Field{Name: "link", Label: bad, Value: bad, Hint: bad},
			Form:   Form{Heading: bad, Action: "/x", Hidden: []Hidden{{"next", bad}}, User: bad, Fields: []page.Field{name, role, password}, Submit: bad, Grave: true, Cancel: "/y"},
			Others: []page.Choice{page.NewChoice(bad, "/z", "/")}, Actions: []Action{{Path: "/a", Label: bad, Hint: bad}, {Path: "/b", Label: bad, Asks: true, Grave: true}},
		},
	}
	for state, p := range states {
		for _, frame := range pagetest.Frames() {
			t.Run(state+"/"+frame.Lang.String()+"/"+frame.User, func(t *testing.T) {
				p.Frame = New(frame, pagetest.Attack).Frame
				root, _ := pagetest.Parse(t, p.Render)
				pagetest.Check(t, root, false)
				for _, input := range pagetest.Find(root, "input") {
					if pagetest.Attr(input, "name") == "password" && pagetest.Attr(input, "value") != "" {
						t.Error("a password is sent back")
					}
				}
			})
		}
	}
}
