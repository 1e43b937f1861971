package store

import (
	"errors"
	"strconv"

	"pledger/ledger"
	"pledger/store/raw"
)

// readings proves a journal's readings: that each is in a batch, that each batch
// has all of its own, unchanged, and that each check is of one.
func (p *proof) readings(fold *ledger.Fold, j ledger.Journal) error {
	batches, checks, err := spoken(fold, j)
	if err != nil {
		return err
	}
	t := &batchTally{journal: j, batches: batches, sum: ledger.NewReadingSum()}
	if err := p.rows.EachReadingOf(j, t.add); err != nil {
		return err
	}
	if err := t.finish(); err != nil {
		return err
	}
	for _, id := range checks {
		if seq, err := strconv.ParseInt(id, 10, 64); err != nil || seq < 1 || seq > t.last || ledger.ReadingID(seq) != id {
			return &ledger.Broken{Journal: j, Seq: fold.Version(j, ledger.Key{Kind: ledger.KindCheck, ID: id}), Code: ledger.BrokenStray, Args: []string{id}}
		}
	}
	p.report.Batches += len(batches)
	p.report.Readings += int(t.last)
	return nil
}

// spoken lists the batches that entries make, in order, and the readings that
// checks are of.
func spoken(fold *ledger.Fold, j ledger.Journal) (batches []*ledger.ReadingBatch, checks []string, err error) {
	for key, doc := range fold.Docs(j) {
		switch key.Kind {
		case ledger.KindCheck:
			checks = append(checks, key.ID)
		case ledger.KindBatch:
			r, failed := ledger.Decode(key.Kind, doc)
			if failed != nil {
				err = errors.Join(err, failed)
				continue
			}
			batches = append(batches, r.(*ledger.ReadingBatch))
		}
	}
	raw.SortBatches(batches)
	return batches, checks, err
}

// batchTally holds rows against batches, one after the other.
type batchTally struct {
	journal ledger.Journal
	batches []*ledger.ReadingBatch
	at      int // the batch at hand
	count   int64
	last    int64 // Seq of the last row
	sum     *ledger.ReadingSum
}

// add takes in the next row.
func (t *batchTally) add(r *ledger.Reading) error {
	for t.at < len(t.batches) && r.Seq > t.batches[t.at].Last {
		if err := t.close(); err != nil {
			return err
		}
	}
	if t.at == len(t.batches) || r.Seq < t.batches[t.at].First {
		return &ledger.Broken{Journal: t.journal, Code: ledger.BrokenStray, Args: []string{ledger.ReadingID(r.Seq)}}
	}
	t.sum.Add(r)
	t.count++
	t.last = r.Seq
	return nil
}

// finish closes the batches that are left.
func (t *batchTally) finish() error {
	for t.at < len(t.batches) {
		if err := t.close(); err != nil {
			return err
		}
	}
	return nil
}

// close holds the batch at hand against its rows and goes to the next.
func (t *batchTally) close() error {
	b := t.batches[t.at]
	if b.Count != t.count || b.Sum != t.sum.String() || b.Last-b.First+1 != b.Count {
		return &ledger.Broken{Journal: t.journal, Code: ledger.BrokenBatch, Args: []string{
			b.ID, strconv.FormatInt(b.Count, 10), b.Sum, strconv.FormatInt(t.count, 10), t.sum.String(),
		}}
	}
	t.at, t.count, t.sum = t.at+1, 0, ledger.NewReadingSum()
	return nil
}
