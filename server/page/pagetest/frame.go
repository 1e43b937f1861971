package pagetest

import (
	"pledger/locale"
	"pledger/server/page"
)

// Frames are the frames that every page of an office must look right in: for a
// user, for nobody, and for a user with a hostile name, in every language.
func Frames() (all []page.Frame) {
	for _, lang := range locale.All() {
		for _, user := range []string{"", "其其格", Attack} {
			f := page.Frame{Lang: lang, Home: "/", Account: true, User: user, Switch: page.SwitchLanguage(lang, "/", nil)}
			if user != "" {
				f.Places = []page.Choice{page.NewChoice(lang.Text("page.nav.ledgers"), "/", "/")}
			}
			all = append(all, f)
		}
	}
	return all
}
