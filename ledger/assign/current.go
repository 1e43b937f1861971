package assign

import "pledger/ledger"

// Current is what a ledger's accounts teach: those that have a lead, as rows of
// a breakdown. Bodies stand in it by the names of the list.
func Current(l *ledger.Ledger, accounts []*ledger.Account, bodies []*ledger.Body) *ledger.Precedent {
	names := make(map[string]string, len(bodies))
	for _, b := range bodies {
		names[b.Code] = b.Name
	}
	named := func(codes []string) []string {
		var all []string
		for _, code := range codes {
			if names[code] != "" {
				all = append(all, names[code])
			}
		}
		return all
	}
	p := &ledger.Precedent{ID: string(l.ID), Place: l.Place, Year: l.Year, Name: l.Title}
	for _, a := range accounts {
		if lead := named(a.Lead); a.State.Live() && len(lead) > 0 {
			p.Rows = append(p.Rows, ledger.PrecedentRow{Task: a.Task, Lead: lead, Supporting: named(a.Supporting)})
		}
	}
	return p
}
