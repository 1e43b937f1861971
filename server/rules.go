package server

import (
	"pledger/ledger"
	"pledger/server/page"
	"pledger/server/page/rules"
	"pledger/standing"
)

// rulesPage lists the rules for lights in force in a ledger.
func (o *office) rulesPage(r *request) (answer, error) {
	in := rules.Input{Ledger: r.ledger, Folder: page.NewFolder(r.ledger, r.actor, page.FolderOverview, r.lang)}
	err := o.store.View(r.Context(), func(rd ledger.Reader) (err error) {
		if in.Words, err = o.words(rd, r); err != nil {
			return err
		}
		in.Rules, err = standing.RulesOf(rd, r.ledger.Place)
		return err
	})
	if err != nil {
		return answer{}, err
	}
	return rendered(rules.New(o.frameOf(r), in))
}
