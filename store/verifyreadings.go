package store

import (
	"errors"
	"fmt"
	"maps"
	"slices"
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
	t := &batchTally{journal: j, batches: batches, sum: ledger.NewReadingSum(), named: p.named}
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
	if err := p.open(j, raw.OpenRuns(batches, checks)); err != nil {
		return err
	}
	p.report.Batches += len(batches)
	p.report.Readings += int(t.last)
	return nil
}

// open proves which readings are kept as those that nobody has checked.
func (p *proof) open(j ledger.Journal, derived []raw.Run) error {
	stored, err := p.rows.OpenRuns(j)
	if err != nil || slices.Equal(stored, derived) {
		return err
	}
	return &ledger.Broken{Journal: j, Code: ledger.BrokenIndex, Args: []string{string(j), "reading_open", fmt.Sprint(stored), fmt.Sprint(derived)}}
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
	named   map[string]naming
}

// naming is the first reading that names a file of evidence.
type naming struct {
	journal ledger.Journal
	seq     int64
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
	for _, e := range r.Evidence {
		if _, ok := t.named[e.Sum]; !ok {
			t.named[e.Sum] = naming{t.journal, r.Seq}
		}
	}
	return nil
}

// evidence proves that every file that a reading names is there, unchanged, and
// that there are no others.
func (p *proof) evidence() error {
	err := p.rows.EachEvidence(func(sum string, file []byte) error {
		by, ok := p.named[sum]
		switch actual := ledger.EvidenceSum(file); {
		case !ok:
			return &ledger.Broken{Journal: ledger.System, Code: ledger.BrokenExtra, Args: []string{"evidence " + sum}}
		case actual != sum:
			return &ledger.Broken{Journal: by.journal, Code: ledger.BrokenEvidence, Args: []string{ledger.ReadingID(by.seq), sum, actual}}
		}
		delete(p.named, sum)
		p.report.Evidence++
		return nil
	})
	if err != nil {
		return err
	}
	for _, sum := range slices.Sorted(maps.Keys(p.named)) {
		by := p.named[sum]
		return &ledger.Broken{Journal: by.journal, Code: ledger.BrokenEvidence, Args: []string{ledger.ReadingID(by.seq), sum, ""}}
	}
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
