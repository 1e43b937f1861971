package breakdown

import "pledger/ledger"

// Precedent is the table as a past breakdown to learn from: rows that name a
// lead. sha is the SHA-256 of the file in hex, name the file's name.
func Precedent(table *Table, sha, name string) *ledger.Precedent {
	p := &ledger.Precedent{ID: sha, Place: table.Place, Year: table.Year, Name: name, Rows: []ledger.PrecedentRow{}}
	for _, r := range table.Rows {
		if len(r.Lead) > 0 {
			p.Rows = append(p.Rows, ledger.PrecedentRow{Task: r.Task, Lead: full(r.Lead), Supporting: full(r.Supporting)})
		}
	}
	return p
}
