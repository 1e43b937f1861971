package postgres

import (
	"slices"
	"strconv"

	"github.com/jackc/pgx/v5"

	"pledger/ledger"
	"pledger/store/raw"
)

// runs reads rows of reading_open.
func (r *reader) runs(query string, args ...any) (all []raw.Run, err error) {
	err = r.each(func(rows pgx.Rows) error {
		var run raw.Run
		err := rows.Scan(&run.First, &run.Last)
		all = append(all, run)
		return err
	}, query, args...)
	return all, err
}

// OpenRuns reads along the key.
func (r *reader) OpenRuns(j ledger.Journal) ([]raw.Run, error) {
	return r.runs(`
		SELECT
			first,
			last
		FROM reading_open
		WHERE journal = $1
		ORDER BY first`, j)
}

// OpenReadings reads the stretches from the last, and each along the key of
// readings from its end.
func (r *reader) OpenReadings(j ledger.Journal, before int64, f func(*ledger.Reading) bool) error {
	for {
		runs, err := r.runs(`
		SELECT
			first,
			last
		FROM reading_open
		WHERE journal = $1 AND first < $2
		ORDER BY first DESC
		LIMIT $3`, j, before, batch)
		if err != nil {
			return err
		}
		for _, run := range runs {
			for last := min(run.Last, before-1); last >= run.First; last -= batch {
				first := max(run.First, last-batch+1)
				readings, err := r.scanReadings(`
		SELECT`+checked+`
		FROM reading
		WHERE reading.journal = $1 AND seq >= $2 AND seq <= $3
		ORDER BY seq`, j, first, last)
				if err != nil {
					return err
				}
				for _, reading := range slices.Backward(readings) {
					if !f(reading) {
						return nil
					}
				}
			}
			before = run.First
		}
		if len(runs) < batch {
			return nil
		}
	}
}

// openBatch notes that a batch's readings are to be checked: they follow all that
// are there.
func (w *writer) openBatch(j ledger.Journal, b *ledger.ReadingBatch) error {
	runs, err := w.runs(`
		SELECT
			first,
			last
		FROM reading_open
		WHERE journal = $1 AND first < $2
		ORDER BY first DESC
		LIMIT 1`, j, b.First)
	if err != nil {
		return err
	}
	run := raw.Run{First: b.First, Last: b.Last}
	if len(runs) > 0 && runs[0].Last == b.First-1 {
		run.First = runs[0].First
		if err := w.dropRun(j, run.First); err != nil {
			return err
		}
	}
	return w.putRun(j, run)
}

// closeReading notes that a reading was checked.
func (w *writer) closeReading(j ledger.Journal, c *ledger.ReadingCheck) error {
	seq, err := strconv.ParseInt(c.ID, 10, 64)
	if err != nil {
		return nil // Verify tells of it
	}
	runs, err := w.runs(`
		SELECT
			first,
			last
		FROM reading_open
		WHERE journal = $1 AND first <= $2 AND last >= $3
		ORDER BY first DESC
		LIMIT 1`, j, seq, seq)
	if err != nil || len(runs) == 0 {
		return err
	}
	if err := w.dropRun(j, runs[0].First); err != nil {
		return err
	}
	for _, rest := range runs[0].Without(seq) {
		if err := w.putRun(j, rest); err != nil {
			return err
		}
	}
	return nil
}

// dropRun removes a stretch.
func (w *writer) dropRun(j ledger.Journal, first int64) error {
	return w.exec(`
		DELETE FROM reading_open
		WHERE journal = $1 AND first = $2`, j, first)
}

// putRun writes a stretch.
func (w *writer) putRun(j ledger.Journal, run raw.Run) error {
	return w.exec(`
		INSERT INTO reading_open (
			journal,
			first,
			last
		) VALUES ($1, $2, $3)`, j, run.First, run.Last)
}

// PutOpenRuns writes stretches as they are.
func (k *keeper) PutOpenRuns(j ledger.Journal, runs []raw.Run) error {
	for _, run := range runs {
		if err := k.putRun(j, run); err != nil {
			return err
		}
	}
	return nil
}
