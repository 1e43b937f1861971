package sqlite

import (
	"database/sql"
	"errors"

	"pledger/ledger"
	"pledger/store/fault"
	"pledger/store/raw"
)

// writer is the writing transaction.
type writer struct {
	reader
	journal   ledger.Journal
	prepared  map[string]*sql.Stmt
	bodies    map[string]*ledger.Body // by key, as read so far; nil for one that is not there
	documents []*ledger.Document      // put, and not yet held against their ledger
	put       put
}

// exec runs a statement, prepared once in the transaction.
func (w *writer) exec(query string, args ...any) error {
	s := w.prepared[query]
	if s == nil {
		var err error
		if s, err = w.tx.PrepareContext(w.ctx, query); err != nil {
			return w.db.translate(err)
		}
		if w.prepared == nil {
			w.prepared = map[string]*sql.Stmt{}
		}
		w.prepared[query] = s
	}
	_, err := s.ExecContext(w.ctx, args...)
	return w.db.translate(err)
}

// close gives the statements back.
func (w *writer) close() {
	for _, s := range w.prepared {
		s.Close()
	}
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
	ledger.Seal(w.journal, head, entries)
	changed := map[string]bool{} // keys of bodies
	for i, e := range entries {
		before, err := w.stands(e.Kind, e.Subject)
		if err != nil {
			return err
		}
		if err := fault.CheckChanges(e, before, records[i]); err != nil {
			return err
		}
		if err := w.putEntry(e); err != nil {
			return err
		}
		if err := w.putRecord(w.journal, records[i], e.Seq); err != nil {
			return err
		}
		if err := w.follow(records[i]); err != nil {
			return err
		}
		if e.Kind == ledger.KindBody {
			changed[e.Subject] = true
		}
	}
	return w.deriveAgain(changed)
}

// stands is the record as it stands before an entry; nil where there is none.
func (w *writer) stands(k ledger.Kind, id string) (ledger.Record, error) {
	query, args := `SELECT doc FROM record WHERE journal = ? AND kind = ? AND id = ?`, []any{w.journal, k, id}
	if k == ledger.KindAccount {
		query, args = `SELECT doc FROM account WHERE ledger = ? AND id = ?`, []any{w.journal, id}
	}
	var doc []byte
	err := w.tx.QueryRowContext(w.ctx, query, args...).Scan(&doc)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	if err != nil {
		return nil, w.db.translate(err)
	}
	return ledger.Decode(k, doc)
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
		) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
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
		) VALUES (?, ?, ?, ?, ?)
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
	err := w.tx.QueryRowContext(w.ctx, `SELECT count(*) FROM document WHERE ledger = ?`, d.Ledger).Scan(&there)
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
		) VALUES (?, ?, ?, ?)`,
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
		return w.exec(`DELETE FROM secret WHERE user = ?`, user)
	}
	return w.exec(`
		INSERT INTO secret (
			user,
			secret
		) VALUES (?, ?)
		ON CONFLICT (user) DO UPDATE SET
			secret = excluded.secret`,
		user,
		secret,
	)
}
