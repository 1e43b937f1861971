package postgres

import (
	"github.com/jackc/pgx/v5"

	"pledger/ledger"
	"pledger/store/index"
)

// Tally counts along account_list and account_body_owes.
func (r *reader) Tally(id ledger.ID) (*ledger.Tally, error) {
	t := &ledger.Tally{
		States:   map[ledger.State]int{},
		Sections: map[string]int{},
		Leads:    map[string]int{},
		Supports: map[string]int{},
	}
	err := r.each(func(rows pgx.Rows) error {
		var state ledger.State
		var category ledger.Category
		var section string
		var noLead, n int
		if err := rows.Scan(&state, &category, &section, &noLead, &n); err != nil {
			return err
		}
		index.Count(t, state, category, section, noLead, n)
		return nil
	}, `
		SELECT
			state,
			category,
			section,
			count(*) FILTER (WHERE no_lead),
			count(*)
		FROM account
		WHERE ledger = $1
		GROUP BY
			state,
			category,
			section`, id)
	if err != nil {
		return nil, err
	}
	return t, r.each(func(rows pgx.Rows) error {
		var body string
		var role index.Role
		var n int
		if err := rows.Scan(&body, &role, &n); err != nil {
			return err
		}
		if role == index.Lead {
			t.Leads[body] = n
		} else {
			t.Supports[body] = n
		}
		return nil
	}, `
		SELECT
			account_body.body,
			account_body.role,
			count(*)
		FROM account_body
		JOIN account ON account.ledger = account_body.ledger AND account.id = account_body.account
		WHERE account_body.ledger = $1 AND account.state IN ($2, $3)
		GROUP BY
			account_body.body,
			account_body.role`, id, ledger.Proposed, ledger.Accepted)
}
