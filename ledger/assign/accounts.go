package assign

import "pledger/ledger"

// FromAccounts makes a precedent of a ledger's live accounts that have a lead,
// so that what is assigned already teaches what is not. Its ID is that of the
// ledger; codes become the names on the list of bodies, and those on no list
// stay as they are.
func FromAccounts(l *ledger.Ledger, accounts []*ledger.Account, bodies []*ledger.Body) *ledger.Precedent {
	names := map[string]string{}
	for _, b := range bodies {
		names[b.Code] = b.Name
	}
	printed := func(codes []string) (list []string) {
		for _, code := range codes {
			name, ok := names[code]
			if !ok {
				name = code
			}
			list = append(list, name)
		}
		return list
	}
	p := &ledger.Precedent{ID: string(l.ID), Place: l.Place, Year: l.Year, Name: l.Title}
	for _, a := range accounts {
		if a.State.Live() && len(a.Lead) > 0 {
			p.Rows = append(p.Rows, ledger.PrecedentRow{Task: a.Task, Lead: printed(a.Lead), Supporting: printed(a.Supporting)})
		}
	}
	return p
}
