package postgres

import (
	"errors"
	"strings"

	"pledger/ledger"
	"pledger/store/index"
)

// putAccount writes the state of an account and the columns that follow from it.
func (w *writer) putAccount(a *ledger.Account, version int64) error {
	c, err := w.columns(a)
	if err != nil {
		return err
	}
	err = w.exec(`
		INSERT INTO account (
			ledger,
			id,
			version,
			ord,
			number,
			category,
			state,
			state_order,
			section,
			hardness,
			task_key,
			no_deadline,
			deadline,
			no_lead,
			lead_order,
			doc
		) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
		ON CONFLICT (ledger, id) DO UPDATE SET
			version = excluded.version,
			ord = excluded.ord,
			number = excluded.number,
			category = excluded.category,
			state = excluded.state,
			state_order = excluded.state_order,
			section = excluded.section,
			hardness = excluded.hardness,
			task_key = excluded.task_key,
			no_deadline = excluded.no_deadline,
			deadline = excluded.deadline,
			no_lead = excluded.no_lead,
			lead_order = excluded.lead_order,
			doc = excluded.doc`,
		a.Ledger,
		a.ID,
		version,
		c.Order,
		c.Number,
		c.Category,
		c.State,
		c.StateOrder,
		c.Section,
		c.Hardness,
		c.TaskKey,
		c.NoDeadline,
		c.Deadline,
		c.NoLead,
		c.LeadOrder,
		string(ledger.Encode(a)),
	)
	if err != nil {
		return err
	}
	if err := w.putBodies(a, c.Bodies); err != nil {
		return err
	}
	return w.putSearch(a, c.Search)
}

// putBodies writes who owes an account.
func (w *writer) putBodies(a *ledger.Account, bodies []index.Body) error {
	err := w.exec(`DELETE FROM account_body WHERE ledger = $1 AND account = $2`, a.Ledger, a.ID)
	if err != nil {
		return err
	}
	for _, b := range bodies {
		err := w.exec(`
		INSERT INTO account_body (
			ledger,
			account,
			body,
			role
		) VALUES ($1, $2, $3, $4)`,
			a.Ledger,
			a.ID,
			b.Code,
			b.Role,
		)
		if err != nil {
			return err
		}
	}
	return nil
}

// putSearch writes what an account is found by.
func (w *writer) putSearch(a *ledger.Account, text string) error {
	return w.exec(`
		INSERT INTO account_search (
			ledger,
			account,
			text
		) VALUES ($1, $2, $3)
		ON CONFLICT (ledger, account) DO UPDATE SET
			text = excluded.text`,
		a.Ledger,
		a.ID,
		text,
	)
}

// columns derives an account's columns from it and the list of bodies.
func (w *writer) columns(a *ledger.Account) (index.Columns, error) {
	var failed error
	c := index.Of(a, func(code string) *ledger.Body {
		b, err := w.body(ledger.BodyKey(a.Ledger.Place(), code))
		failed = errors.Join(failed, err)
		return b
	})
	return c, failed
}

// body is the body with the key, read once in the transaction; nil where there
// is none.
func (w *writer) body(key string) (*ledger.Body, error) {
	if b, ok := w.bodies[key]; ok {
		return b, nil
	}
	b, err := record[*ledger.Body](&w.reader, ledger.System, ledger.KindBody, key)
	var missing *ledger.NotFound
	if err != nil && !errors.As(err, &missing) {
		return nil, err
	}
	if w.bodies == nil {
		w.bodies = map[string]*ledger.Body{}
	}
	w.bodies[key] = b
	return b, nil
}

// remember keeps the body just written for those who ask for it.
func (w *writer) remember(b *ledger.Body) {
	if w.bodies == nil {
		w.bodies = map[string]*ledger.Body{}
	}
	w.bodies[b.RecordKey()] = b
}

// deriveAgain writes the columns of all accounts that name one of the bodies
// anew: their names and orders are part of them.
func (w *writer) deriveAgain(bodies map[string]bool) error {
	if len(bodies) == 0 {
		return nil
	}
	ids, err := list[ledger.ID](&w.reader, `
		SELECT DISTINCT journal
		FROM record
		WHERE kind = $1`, ledger.KindLedger)
	if err != nil {
		return err
	}
	for _, id := range ids {
		for key := range bodies {
			place, code, _ := strings.Cut(key, "/")
			if place != id.Place() {
				continue
			}
			accounts, err := w.scanAccounts(`
		SELECT
			version,
			doc
		FROM account
		WHERE ledger = $1 AND id IN (SELECT account FROM account_body WHERE ledger = $2 AND body = $3)`, id, id, code)
			if err != nil {
				return err
			}
			for _, a := range accounts {
				if err := w.putAccount(a, a.Version); err != nil {
					return err
				}
			}
		}
	}
	return nil
}
