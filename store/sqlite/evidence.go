package sqlite

import (
	"database/sql"
	"errors"

	"pledger/ledger"
)

// Evidence is the file kept under the sum.
func (r *reader) Evidence(sum string) (file []byte, err error) {
	err = r.tx.QueryRowContext(r.ctx, `
		SELECT file
		FROM evidence
		WHERE sum = ?`, sum,
	).Scan(&file)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, &ledger.NotFound{Kind: "evidence", ID: sum}
	}
	return file, r.db.translate(err)
}

// EachEvidence reads one file at a time.
func (r *reader) EachEvidence(f func(sum string, file []byte) error) error {
	return r.each(func(rows *sql.Rows) error {
		var sum string
		var file []byte
		if err := rows.Scan(&sum, &file); err != nil {
			return err
		}
		return f(sum, file)
	}, `
		SELECT
			sum,
			file
		FROM evidence
		ORDER BY sum`)
}

// PutEvidence writes a file that is not there yet. Whether a reading names it is
// asked when the transaction ends.
func (w *writer) PutEvidence(file []byte) error {
	sum := ledger.EvidenceSum(file)
	if w.put.files == nil {
		w.put.files = map[string]bool{}
	}
	w.put.files[sum] = true
	return w.putEvidence(sum, file)
}

// putEvidence writes a file unchecked.
func (w *writer) putEvidence(sum string, file []byte) error {
	return w.exec(`
		INSERT INTO evidence (
			sum,
			file
		) VALUES (?, ?)
		ON CONFLICT (sum) DO NOTHING`, sum, file)
}

// keeps reports whether a file is kept under the sum.
func (r *reader) keeps(sum string) (there bool, err error) {
	err = r.tx.QueryRowContext(r.ctx, `SELECT count(*) > 0 FROM evidence WHERE sum = ?`, sum).Scan(&there)
	return there, r.db.translate(err)
}

// KeepEvidence writes a file under the name that it had.
func (k *keeper) KeepEvidence(sum string, file []byte) error { return k.putEvidence(sum, file) }
