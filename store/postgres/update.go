package postgres

import (
	"errors"

	"github.com/jackc/pgx/v5"

	"pledger/ledger"
	"pledger/store/fault"
	"pledger/store/raw"
)

// writer is a writing transaction.
type writer struct {
	reader
	journal   ledger.Journal
	bodies    map[string]*ledger.Body // by key, as read so far; nil for one that is not there
	documents []*ledger.Document      // put, and not yet held against their ledger
	put       put
	last      *ledger.Entry // appended
}

// queue is how many statements are sent at once.
const queue = 500

// exec queues a statement. Whoever reads in the transaction sees it done.
func (w *writer) exec(query string, args ...any) error {
	w.queued.Queue(query, args...)
	if w.queued.Len() >= queue {
		return w.flush()
	}
	return nil
}

// Append seals the entries and writes them and their records.
func (w *writer) Append(entries []*ledger.Entry, records []ledger.Record) error {
	if err := fault.CheckAppend(w.journal, entries, records); err != nil {
		return err
	}
	head, err := w.Head(w.journal)
	if err != nil {
		return err
	}
	standing, err := w.standing(entries)
	if err != nil {
		return err
	}
	ledger.Seal(w.journal, head, entries)
	changed := map[string]bool{} // keys of bodies
	for _, e := range entries {
		if e.Kind == ledger.KindBody {
			changed[e.Subject] = true
		}
	}
	if len(changed) > 0 {
		if err := w.exec(lockBodies); err != nil {
			return err
		}
	}
	for i, e := range entries {
		key := ledger.Key{Kind: e.Kind, ID: e.Subject}
		if err := fault.CheckChanges(e, standing[key], records[i]); err != nil {
			return err
		}
		standing[key] = records[i]
		if err := w.putEntry(e); err != nil {
			return err
		}
		if err := w.putRecord(w.journal, records[i], e.Seq); err != nil {
			return err
		}
		if err := w.follow(records[i]); err != nil {
			return err
		}
		w.last = e
	}
	if err := w.deriveAgain(changed); err != nil {
		return err
	}
	return w.flush()
}

// standing reads the records that stand before entries; one that is not there
// is not in the map.
func (w *writer) standing(entries []*ledger.Entry) (map[ledger.Key]ledger.Record, error) {
	var kinds, subjects []string
	for _, e := range entries {
		kinds, subjects = append(kinds, string(e.Kind)), append(subjects, e.Subject)
	}
	all := map[ledger.Key]ledger.Record{}
	return all, w.each(func(rows pgx.Rows) error {
		var key ledger.Key
		var doc []byte
		if err := rows.Scan(&key.Kind, &key.ID, &doc); err != nil {
			return err
		}
		r, err := ledger.Decode(key.Kind, doc)
		all[key] = r
		return err
	}, `
		SELECT
			record.kind,
			record.id,
			record.doc
		FROM record
		JOIN (SELECT DISTINCT * FROM unnest($2::text[], $3::text[]) AS u (kind, id)) asked
			ON asked.kind = record.kind AND asked.id = record.id
		WHERE record.journal = $1
		UNION ALL
		SELECT
			'account',
			account.id,
			account.doc
		FROM account
		WHERE account.ledger = $1 AND account.id IN (
			SELECT id FROM unnest($2::text[], $3::text[]) AS u (kind, id) WHERE kind = 'account'
		)`, w.journal, kinds, subjects)
}

// follow writes what follows from a record besides.
func (w *writer) follow(r ledger.Record) error {
	switch r := r.(type) {
	case *ledger.ReadingBatch:
		return w.openBatch(w.journal, r)
	case *ledger.ReadingCheck:
		return w.closeReading(w.journal, r)
	}
	return nil
}

// putEntry writes a sealed entry.
func (w *writer) putEntry(e *ledger.Entry) error {
	texts, err := raw.TextsOf(e)
	if err != nil {
		return err
	}
	return w.exec(`
		INSERT INTO entry (
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
			hash
		) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
		e.Journal,
		e.Seq,
		e.Op,
		texts.At,
		e.Who,
		e.Action,
		e.Kind,
		e.Subject,
		texts.Changes,
		e.Why,
		texts.Prev,
		texts.Hash,
	)
}

// putRecord writes the state of a record.
func (w *writer) putRecord(j ledger.Journal, r ledger.Record, version int64) error {
	if a, ok := r.(*ledger.Account); ok {
		return w.putAccount(a, version)
	}
	if b, ok := r.(*ledger.Body); ok {
		w.remember(b)
	}
	if b, ok := r.(*ledger.ReadingBatch); ok {
		w.put.batches = append(w.put.batches, b)
	}
	return w.exec(`
		INSERT INTO record (
			journal,
			kind,
			id,
			version,
			doc
		) VALUES ($1, $2, $3, $4, $5)
		ON CONFLICT (journal, kind, id) DO UPDATE SET
			version = excluded.version,
			doc = excluded.doc`,
		j,
		r.RecordKind(),
		r.RecordKey(),
		version,
		string(ledger.Encode(r)),
	)
}

// PutDocument writes a report, once for a ledger. Whether it is the one that
// the ledger names is asked when the transaction ends.
func (w *writer) PutDocument(d *ledger.Document) error {
	if d.Ledger.Journal() != w.journal || w.journal == ledger.System {
		return fault.Of(fault.Misuse, "", "the report of "+string(d.Ledger)+" does not belong to the journal "+string(w.journal))
	}
	if err := errors.Join(fault.Clean("name", d.Name), fault.Clean("text", d.Text)); err != nil {
		return err
	}
	var there int
	err := w.row(`SELECT count(*) FROM document WHERE ledger = $1`, d.Ledger).Scan(&there)
	switch {
	case err != nil:
		return w.db.translate(err)
	case there > 0:
		return fault.Of(fault.Misuse, "", "the ledger "+string(d.Ledger)+" has its report already")
	}
	w.documents = append(w.documents, d)
	return w.putDocument(d)
}

// putDocument writes a report unchecked.
func (w *writer) putDocument(d *ledger.Document) error {
	file := d.File
	if file == nil {
		file = []byte{}
	}
	return w.exec(`
		INSERT INTO document (
			ledger,
			name,
			file,
			text
		) VALUES ($1, $2, $3, $4)`,
		d.Ledger,
		d.Name,
		file,
		d.Text,
	)
}

// checkDocuments refuses reports that are not what their ledgers were opened
// from.
func (w *writer) checkDocuments() error {
	for _, d := range w.documents {
		l, err := w.Ledger(d.Ledger)
		if err != nil {
			return err
		}
		if err := raw.CheckDocument(l, d); err != nil {
			return err
		}
	}
	return nil
}

// PutSecret writes or removes a user's secret.
func (w *writer) PutSecret(user, secret string) error {
	if err := errors.Join(fault.Clean("user", user), fault.Clean("secret", secret)); err != nil {
		return err
	}
	if secret == "" {
		return w.exec(`DELETE FROM secret WHERE name = $1`, user)
	}
	return w.exec(`
		INSERT INTO secret (
			name,
			secret
		) VALUES ($1, $2)
		ON CONFLICT (name) DO UPDATE SET
			secret = excluded.secret`,
		user,
		secret,
	)
}
