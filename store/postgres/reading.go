package postgres

import (
	"strings"
	"unicode"

	"github.com/jackc/pgx/v5"

	"pledger/ledger"
	"pledger/store/fault"
	"pledger/store/raw"
)

// checked are the columns that raw.ScanChecked reads.
const checked = raw.ReadingColumns + `,
			coalesce((
				SELECT doc
				FROM record
				WHERE record.journal = reading.journal AND kind = 'check' AND id = reading.seq::text
			), '')`

// scanReadings reads rows of checked.
func (r *reader) scanReadings(query string, args ...any) (all []*ledger.Reading, err error) {
	err = r.each(func(rows pgx.Rows) error {
		reading, err := raw.ScanChecked(rows.Scan)
		all = append(all, reading)
		return err
	}, query, args...)
	return all, err
}

// Readings reads along reading_series.
func (r *reader) Readings(s ledger.Series) ([]*ledger.Reading, error) {
	return r.scanReadings(`
		SELECT`+checked+`
		FROM reading
		WHERE ledger = $1 AND account = $2 AND indicator = $3 AND place = $4 AND reading.kind = $5 AND term = $6
		ORDER BY
			until,
			start,
			revision`, s.Ledger, s.Account, s.Indicator, s.Place, s.Kind, s.Term)
}

// LastReading reads reading_series from its end.
func (r *reader) LastReading(s ledger.Series) (*ledger.Reading, error) {
	return one(r.scanReadings(`
		SELECT`+checked+`
		FROM reading
		WHERE ledger = $1 AND account = $2 AND indicator = $3 AND place = $4 AND reading.kind = $5 AND term = $6
		ORDER BY
			until DESC,
			start DESC,
			revision DESC
		LIMIT 1`, s.Ledger, s.Account, s.Indicator, s.Place, s.Kind, s.Term))
}

// one is the only element; nil where there is none.
func one(all []*ledger.Reading, err error) (*ledger.Reading, error) {
	if err != nil || len(all) == 0 {
		return nil, err
	}
	return all[0], nil
}

// Reading is the one with the number.
func (r *reader) Reading(j ledger.Journal, seq int64) (*ledger.Reading, error) {
	found, err := one(r.scanReadings(`
		SELECT`+checked+`
		FROM reading
		WHERE reading.journal = $1 AND seq = $2`, j, seq))
	if err == nil && found == nil {
		err = &ledger.NotFound{Kind: "reading", ID: string(j) + "/" + ledger.ReadingID(seq)}
	}
	return found, err
}

// EachReading reads in batches along reading_series.
func (r *reader) EachReading(id ledger.ID, f func(*ledger.Reading) bool) error {
	var last ledger.Reading
	for {
		readings, err := r.scanReadings(`
		SELECT`+checked+`
		FROM reading
		WHERE ledger = $1 AND (account, indicator, place, reading.kind, term, until, start, revision) > ($2, $3, $4, $5, $6, $7, $8, $9)
		ORDER BY
			account,
			indicator,
			place,
			reading.kind,
			term,
			until,
			start,
			revision
		LIMIT $10`, id, last.Account, last.Indicator, last.Place, last.Kind, last.Term, last.Period.End, last.Period.Start, last.Revision, batch)
		if err != nil {
			return err
		}
		for _, reading := range readings {
			if !f(reading) {
				return nil
			}
			last = *reading
		}
		if len(readings) < batch {
			return nil
		}
	}
}

// ReadingHead reads the key from its end.
func (r *reader) ReadingHead(j ledger.Journal) (seq int64, err error) {
	err = r.row(`
		SELECT coalesce(max(seq), 0)
		FROM reading
		WHERE journal = $1`, j,
	).Scan(&seq)
	return seq, r.db.translate(err)
}

// Batches sorts by number what the key has by text.
func (r *reader) Batches(j ledger.Journal) ([]*ledger.ReadingBatch, error) {
	all, err := records[*ledger.ReadingBatch](r, j, ledger.KindBatch, "", "")
	raw.SortBatches(all)
	return all, err
}

// ReadingCheck is the record of the reading's check.
func (r *reader) ReadingCheck(j ledger.Journal, id string) (*ledger.ReadingCheck, error) {
	return record[*ledger.ReadingCheck](r, j, ledger.KindCheck, id)
}

// EachReadingOf reads along the key.
func (r *reader) EachReadingOf(j ledger.Journal, f func(*ledger.Reading) error) error {
	return r.each(func(rows pgx.Rows) error {
		reading, err := raw.ScanReading(rows.Scan)
		if err != nil {
			return err
		}
		return f(reading)
	}, `
		SELECT`+raw.ReadingColumns+`
		FROM reading
		WHERE journal = $1
		ORDER BY seq`, j)
}

// HoldReadings takes the lock of the readings of indicators. No list of bodies
// may be changed after it in the same transaction: who waits for it may hold that
// lock.
func (w *writer) HoldReadings() error {
	if err := w.exec(lockReadings); err != nil {
		return err
	}
	return w.flush()
}

// PutReadings numbers the readings and writes them. Whether their batch is
// appended is asked when the transaction ends.
func (w *writer) PutReadings(readings []*ledger.Reading) error {
	if err := w.beginReadings(); err != nil {
		return err
	}
	for _, r := range readings {
		if err := fault.CheckReading(w.journal, r); err != nil {
			return err
		}
		w.put.last++
		r.Journal, r.Seq = w.journal, w.put.last
		for _, e := range r.Evidence {
			w.put.name(e.Sum)
		}
	}
	return w.putReadings(readings)
}

// put is what a transaction did to readings.
type put struct {
	begun        bool
	before, last int64 // Seq of the last reading before it, and now
	batches      []*ledger.ReadingBatch
	files, named map[string]bool // sums of evidence that was kept, and that readings name
}

// name notes that a reading names evidence.
func (p *put) name(sum string) {
	if p.named == nil {
		p.named = map[string]bool{}
	}
	p.named[sum] = true
}

// beginReadings notes where the transaction's readings begin.
func (w *writer) beginReadings() (err error) {
	if w.put.begun {
		return nil
	}
	w.put.before, err = w.ReadingHead(w.journal)
	w.put.last, w.put.begun = w.put.before, true
	return err
}

// checkBatches refuses readings without their batch, and batches without theirs;
// the same with evidence.
func (w *writer) checkBatches() error {
	if !w.put.begun && len(w.put.batches)+len(w.put.files) == 0 {
		return nil
	}
	if err := w.beginReadings(); err != nil {
		return err
	}
	if err := fault.CheckEvidence(w.put.files, w.put.named, w.keeps); err != nil {
		return err
	}
	return fault.CheckBatches(w.put.before, w.put.last, w.put.batches)
}

// readingColumns are the names in raw.ReadingColumns.
var readingColumns = strings.FieldsFunc(raw.ReadingColumns, func(r rune) bool { return r == ',' || unicode.IsSpace(r) })

// putReadings copies readings into the table as they are.
func (w *writer) putReadings(readings []*ledger.Reading) error {
	if len(readings) == 0 {
		return nil
	}
	if err := w.flush(); err != nil {
		return err
	}
	var row []any
	_, err := w.tx.CopyFrom(w.ctx, pgx.Identifier{"reading"}, readingColumns, pgx.CopyFromSlice(len(readings), func(i int) ([]any, error) {
		row = raw.AppendReading(row[:0], readings[i])
		return row, nil
	}))
	return w.db.translate(err)
}

// KeepReadings writes readings as they are.
func (k *keeper) KeepReadings(readings []*ledger.Reading) error { return k.putReadings(readings) }
