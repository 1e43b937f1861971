package postgres

import (
	"github.com/jackc/pgx/v5"

	"pledger/ledger"
	"pledger/store/index"
	"pledger/store/raw"
)

var _ raw.Keeper = (*DB)(nil)

// Owners looks through the derived tables, the documents and the readings.
func (r *reader) Owners() ([]ledger.Journal, error) {
	return list[ledger.Journal](r, `
		SELECT journal FROM record
		UNION SELECT ledger FROM account
		UNION SELECT ledger FROM account_body
		UNION SELECT ledger FROM account_search
		UNION SELECT ledger FROM document
		UNION SELECT journal FROM reading
		UNION SELECT journal FROM reading_open
		ORDER BY 1`)
}

// EachEntry stops at the first error.
func (r *reader) EachEntry(j ledger.Journal, f func(*ledger.Entry) error) (failed error) {
	err := r.Entries(j, 0, nil, func(e *ledger.Entry) bool {
		failed = f(e)
		return failed == nil
	})
	if failed != nil {
		return failed
	}
	return err
}

// EachRecord reads the record table.
func (r *reader) EachRecord(j ledger.Journal, f func(ledger.Key, ledger.Stored) error) error {
	return r.each(func(rows pgx.Rows) error {
		var key ledger.Key
		var stored ledger.Stored
		if err := rows.Scan(&key.Kind, &key.ID, &stored.Version, &stored.Doc); err != nil {
			return err
		}
		return f(key, stored)
	}, `
		SELECT
			kind,
			id,
			version,
			doc
		FROM record
		WHERE journal = $1
		ORDER BY
			kind,
			id`, j)
}

// EachRow reads accounts in batches, and their bodies beside them.
func (r *reader) EachRow(id ledger.ID, f func(*raw.Row) error) error {
	after, more := "", true
	for more {
		rows, err := r.rowsAfter(id, after)
		if err != nil {
			return err
		}
		for _, row := range rows {
			if err := f(row); err != nil {
				return err
			}
			after = row.ID
		}
		more = len(rows) == batch
	}
	return nil
}

// rowsAfter is one batch of EachRow.
func (r *reader) rowsAfter(id ledger.ID, after string) ([]*raw.Row, error) {
	var all []*raw.Row
	byID := map[string]*raw.Row{}
	err := r.each(func(rows pgx.Rows) error {
		row, err := scanRow(rows)
		if err == nil {
			all = append(all, row)
			byID[row.ID] = row
		}
		return err
	}, `
		SELECT
			account.id,
			account.version,
			account.doc,
			account.ord,
			account.number,
			account.category,
			account.state,
			account.state_order,
			account.section,
			account.hardness,
			account.task_key,
			account.no_deadline,
			account.deadline,
			account.no_lead,
			account.lead_order,
			coalesce(account_search.text, '')
		FROM account
		LEFT JOIN account_search ON account_search.ledger = account.ledger AND account_search.account = account.id
		WHERE account.ledger = $1 AND account.id > $2
		ORDER BY account.id
		LIMIT $3`, id, after, batch)
	if err != nil || len(all) == 0 {
		return nil, err
	}
	return all, r.each(func(rows pgx.Rows) error {
		var account string
		var b index.Body
		if err := rows.Scan(&account, &b.Code, &b.Role); err != nil {
			return err
		}
		if row := byID[account]; row != nil {
			row.Columns.Bodies = append(row.Columns.Bodies, b)
		}
		return nil
	}, `
		SELECT
			account,
			body,
			role
		FROM account_body
		WHERE ledger = $1 AND account > $2 AND account <= $3
		ORDER BY
			account,
			body,
			role`, id, after, all[len(all)-1].ID)
}

// scanRow reads a row of rowsAfter.
func scanRow(rows pgx.Rows) (*raw.Row, error) {
	row := new(raw.Row)
	c := &row.Columns
	err := rows.Scan(
		&row.ID,
		&row.Stored.Version,
		&row.Stored.Doc,
		&c.Order,
		&c.Number,
		&c.Category,
		&c.State,
		&c.StateOrder,
		&c.Section,
		&c.Hardness,
		&c.TaskKey,
		&c.NoDeadline,
		&c.Deadline,
		&c.NoLead,
		&c.LeadOrder,
		&c.Search,
	)
	return row, err
}

// Strays looks for rows beside no account.
func (r *reader) Strays(id ledger.ID) (table, account string, err error) {
	err = r.each(func(rows pgx.Rows) error { return rows.Scan(&table, &account) }, `
		SELECT 'account_body', account
		FROM account_body
		WHERE ledger = $1 AND account NOT IN (SELECT id FROM account WHERE ledger = $1)
		UNION ALL
		SELECT 'account_search', account
		FROM account_search
		WHERE ledger = $1 AND account NOT IN (SELECT id FROM account WHERE ledger = $1)
		LIMIT 1`, id)
	return table, account, err
}

// EachDocument reads one report at a time.
func (r *reader) EachDocument(f func(*ledger.Document) error) error {
	return r.each(func(rows pgx.Rows) error {
		d := new(ledger.Document)
		if err := rows.Scan(&d.Ledger, &d.Name, &d.File, &d.Text); err != nil {
			return err
		}
		return f(d)
	}, `
		SELECT
			ledger,
			name,
			file,
			text
		FROM document
		ORDER BY ledger`)
}

// EachSecret reads the secrets.
func (r *reader) EachSecret(f func(user, secret string) error) error {
	return r.each(func(rows pgx.Rows) error {
		var user, secret string
		if err := rows.Scan(&user, &secret); err != nil {
			return err
		}
		return f(user, secret)
	}, `
		SELECT
			name,
			secret
		FROM secret
		ORDER BY name`)
}

// Size counts rows.
func (r *reader) Size() (n raw.Size, err error) {
	err = r.row(`
		SELECT
			(SELECT count(*) FROM entry),
			(SELECT count(*) FROM document),
			(SELECT count(*) FROM reading),
			(SELECT count(*) FROM evidence),
			(SELECT count(*) FROM secret),
			(SELECT count(*) FROM record) + (SELECT count(*) FROM account) + (SELECT count(*) FROM reading_open)`,
	).Scan(
		&n.Entries,
		&n.Documents,
		&n.Readings,
		&n.Evidence,
		&n.Secrets,
		&n.Derived,
	)
	return n, r.db.translate(err)
}

// keeper writes rows as they are.
type keeper struct{ writer }

// PutEntries writes entries as they are.
func (k *keeper) PutEntries(entries []*ledger.Entry) error {
	for _, e := range entries {
		if err := k.putEntry(e); err != nil {
			return err
		}
	}
	return nil
}

// PutDocument writes a report as it is.
func (k *keeper) PutDocument(d *ledger.Document) error { return k.putDocument(d) }

// PutRecord writes a record and what follows from it.
func (k *keeper) PutRecord(j ledger.Journal, r ledger.Record, version int64) error {
	return k.putRecord(j, r, version)
}

// Forget empties the derived tables.
func (k *keeper) Forget() error {
	clear(k.bodies)
	for _, table := range []string{"account_search", "account_body", "account", "reading_open", "record"} {
		if err := k.exec("DELETE FROM " + table); err != nil {
			return err
		}
	}
	return nil
}
