package postgres

import (
	"context"
	"errors"

	"github.com/jackc/pgx/v5"

	"pledger/ledger"
	"pledger/store/index"
	"pledger/store/raw"
)

// batch is how many rows are read before f is called for them, so that f may
// use the transaction.
const batch = 256

// reader is one transaction's view of the database.
type reader struct {
	ctx    context.Context
	db     *DB
	tx     pgx.Tx
	queued pgx.Batch // statements written and not yet sent
}

// flush sends what is queued, in one exchange with the server.
func (r *reader) flush() error {
	if r.queued.Len() == 0 {
		return nil
	}
	sent := r.queued
	r.queued = pgx.Batch{}
	return r.db.translate(r.tx.SendBatch(r.ctx, &sent).Close())
}

// row reads one row, after what is queued.
func (r *reader) row(query string, args ...any) pgx.Row {
	if err := r.flush(); err != nil {
		return failed{err}
	}
	return r.tx.QueryRow(r.ctx, query, args...)
}

// failed is the row of a query that was never sent.
type failed struct{ err error }

// Scan is the error.
func (f failed) Scan(...any) error { return f.err }

// Head is the last entry of the journal.
func (r *reader) Head(j ledger.Journal) (ledger.Head, error) {
	var h ledger.Head
	var hash string
	err := r.row(`
		SELECT
			seq,
			hash
		FROM entry
		WHERE journal = $1
		ORDER BY seq DESC
		LIMIT 1`, j,
	).Scan(
		&h.Seq,
		&hash,
	)
	if errors.Is(err, pgx.ErrNoRows) {
		return ledger.Head{}, nil
	}
	if err != nil {
		return ledger.Head{}, r.db.translate(err)
	}
	h.Hash, err = ledger.ParseHash(hash)
	return h, err
}

// Heads steps from name to name along the key of entry, and reads no other rows
// than the last of each.
func (r *reader) Heads() (map[ledger.Journal]ledger.Head, error) {
	heads := map[ledger.Journal]ledger.Head{}
	err := r.each(func(rows pgx.Rows) error {
		var j ledger.Journal
		var h ledger.Head
		var hash string
		err := rows.Scan(&j, &h.Seq, &hash)
		if err == nil {
			h.Hash, err = ledger.ParseHash(hash)
		}
		heads[j] = h
		return err
	}, `
		WITH RECURSIVE step(name) AS (
			SELECT min(journal) FROM entry
			UNION ALL
			SELECT (SELECT min(journal) FROM entry WHERE journal > step.name)
			FROM step
			WHERE step.name IS NOT NULL
		)
		SELECT
			entry.journal,
			entry.seq,
			entry.hash
		FROM step
		JOIN entry ON entry.journal = step.name
			AND entry.seq = (SELECT max(seq) FROM entry WHERE journal = step.name)`)
	return heads, err
}

// list reads one column of texts.
func list[S ~string](r *reader, query string, args ...any) (all []S, err error) {
	err = r.each(func(rows pgx.Rows) error {
		var s S
		if err := rows.Scan(&s); err != nil {
			return err
		}
		all = append(all, s)
		return nil
	}, query, args...)
	return all, err
}

// each calls scan for every row of a query, after what is queued. scan must not
// use the transaction.
func (r *reader) each(scan func(pgx.Rows) error, query string, args ...any) error {
	if err := r.flush(); err != nil {
		return err
	}
	rows, err := r.tx.Query(r.ctx, query, args...)
	if err != nil {
		return r.db.translate(err)
	}
	defer rows.Close()
	for rows.Next() {
		if err := scan(rows); err != nil {
			return r.db.translate(err)
		}
	}
	return r.db.translate(rows.Err())
}

// Entries reads in batches along the key.
func (r *reader) Entries(j ledger.Journal, after int64, subject *ledger.Key, f func(*ledger.Entry) bool) error {
	for {
		entries, err := r.entriesAfter(j, after, subject)
		if err != nil {
			return err
		}
		for _, e := range entries {
			if !f(e) {
				return nil
			}
			after = e.Seq
		}
		if len(entries) < batch {
			return nil
		}
	}
}

// entryColumns are the columns that scanEntry reads.
const entryColumns = `
			journal,
			seq,
			op,
			at,
			who,
			action,
			kind,
			subject,
			changes,
			why,
			prev,
			hash`

// entriesAfter is one batch of Entries.
func (r *reader) entriesAfter(j ledger.Journal, after int64, subject *ledger.Key) (all []*ledger.Entry, err error) {
	scan := func(rows pgx.Rows) error {
		e, err := scanEntry(rows)
		all = append(all, e)
		return err
	}
	if subject == nil {
		err = r.each(scan, `
		SELECT`+entryColumns+`
		FROM entry
		WHERE journal = $1 AND seq > $2
		ORDER BY seq
		LIMIT $3`, j, after, batch)
	} else {
		err = r.each(scan, `
		SELECT`+entryColumns+`
		FROM entry
		WHERE journal = $1 AND kind = $2 AND subject = $3 AND seq > $4
		ORDER BY seq
		LIMIT $5`, j, subject.Kind, subject.ID, after, batch)
	}
	return all, err
}

// scanEntry reads a row of entryColumns.
func scanEntry(rows pgx.Rows) (*ledger.Entry, error) {
	e := new(ledger.Entry)
	var texts raw.Texts
	err := rows.Scan(
		&e.Journal,
		&e.Seq,
		&e.Op,
		&texts.At,
		&e.Who,
		&e.Action,
		&e.Kind,
		&e.Subject,
		&texts.Changes,
		&e.Why,
		&texts.Prev,
		&texts.Hash,
	)
	if err != nil {
		return nil, err
	}
	return e, texts.Read(e)
}

// records reads the records of a kind in a journal by id; from and to limit the
// ids, to excluded, where to is not "".
func records[R ledger.Record](r *reader, j ledger.Journal, k ledger.Kind, from, to string) (all []R, err error) {
	err = r.each(func(rows pgx.Rows) error {
		var doc []byte
		if err := rows.Scan(&doc); err != nil {
			return err
		}
		decoded, err := ledger.Decode(k, doc)
		if err != nil {
			return err
		}
		all = append(all, decoded.(R))
		return nil
	}, `
		SELECT doc
		FROM record
		WHERE journal = $1 AND kind = $2 AND id >= $3 AND ($4 = '' OR id < $5)
		ORDER BY id`, j, k, from, to, to)
	return all, err
}

// record reads the record with a key into its type.
func record[R ledger.Record](r *reader, j ledger.Journal, k ledger.Kind, id string) (R, error) {
	var none R
	var doc []byte
	err := r.row(`
		SELECT doc
		FROM record
		WHERE journal = $1 AND kind = $2 AND id = $3`, j, k, id,
	).Scan(&doc)
	if errors.Is(err, pgx.ErrNoRows) {
		return none, &ledger.NotFound{Kind: k, ID: id}
	}
	if err != nil {
		return none, r.db.translate(err)
	}
	decoded, err := ledger.Decode(k, doc)
	if err != nil {
		return none, err
	}
	return decoded.(R), nil
}

// Ledgers sorts the few heads here.
func (r *reader) Ledgers() (all []*ledger.Ledger, err error) {
	err = r.each(func(rows pgx.Rows) error {
		var doc []byte
		if err := rows.Scan(&doc); err != nil {
			return err
		}
		decoded, err := ledger.Decode(ledger.KindLedger, doc)
		if err != nil {
			return err
		}
		all = append(all, decoded.(*ledger.Ledger))
		return nil
	}, `
		SELECT doc
		FROM record
		WHERE kind = $1`, ledger.KindLedger)
	index.SortLedgers(all)
	return all, err
}

// Ledger is the head of a ledger.
func (r *reader) Ledger(id ledger.ID) (*ledger.Ledger, error) {
	return record[*ledger.Ledger](r, id.Journal(), ledger.KindLedger, string(id))
}

// Document reads the report whole.
func (r *reader) Document(id ledger.ID) (*ledger.Document, error) {
	d := &ledger.Document{Ledger: id}
	err := r.row(`
		SELECT
			name,
			file,
			text
		FROM document
		WHERE ledger = $1`, id,
	).Scan(
		&d.Name,
		&d.File,
		&d.Text,
	)
	if errors.Is(err, pgx.ErrNoRows) {
		return nil, &ledger.NotFound{Kind: "document", ID: string(id)}
	}
	if err != nil {
		return nil, r.db.translate(err)
	}
	return d, nil
}

// Bodies are the bodies whose key begins with the place.
func (r *reader) Bodies(place string) ([]*ledger.Body, error) {
	all, err := records[*ledger.Body](r, ledger.System, ledger.KindBody, place+"/", place+"0") // 0 is the sign after /
	index.SortBodies(all)
	return all, err
}

// RuleTable is the record of the place.
func (r *reader) RuleTable(place string) (*ledger.RuleTable, error) {
	return record[*ledger.RuleTable](r, ledger.System, ledger.KindRules, place)
}

// Precedents are few, and sorted here.
func (r *reader) Precedents() ([]*ledger.Precedent, error) {
	all, err := records[*ledger.Precedent](r, ledger.System, ledger.KindPrecedent, "", "")
	index.SortPrecedents(all)
	return all, err
}

// Users are in the order of their key.
func (r *reader) Users() ([]*ledger.User, error) {
	return records[*ledger.User](r, ledger.System, ledger.KindUser, "", "")
}

// User is the user with the name.
func (r *reader) User(name string) (*ledger.User, error) {
	return record[*ledger.User](r, ledger.System, ledger.KindUser, name)
}

// Secret is what PutSecret kept.
func (r *reader) Secret(user string) (secret string, err error) {
	err = r.row(`
		SELECT secret
		FROM secret
		WHERE name = $1`, user,
	).Scan(&secret)
	if errors.Is(err, pgx.ErrNoRows) {
		return "", &ledger.NotFound{Kind: "secret", ID: user}
	}
	return secret, r.db.translate(err)
}
