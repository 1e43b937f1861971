package raw

import (
	"slices"
	"strconv"

	"pledger/ledger"
)

// Run is a stretch of readings of a journal by their Seq, First to Last, that
// nobody has checked and that no other such reading follows or precedes.
type Run struct{ First, Last int64 }

// Without is what is left of the stretch when one of its readings was checked.
func (r Run) Without(seq int64) (rest []Run) {
	if r.First < seq {
		rest = append(rest, Run{r.First, seq - 1})
	}
	if seq < r.Last {
		rest = append(rest, Run{seq + 1, r.Last})
	}
	return rest
}

// OpenRuns are the stretches that follow from a journal's batches, in their order,
// and the IDs of its checks.
func OpenRuns(batches []*ledger.ReadingBatch, checks []string) (runs []Run) {
	var seqs []int64
	for _, id := range checks {
		if seq, err := strconv.ParseInt(id, 10, 64); err == nil {
			seqs = append(seqs, seq)
		}
	}
	slices.Sort(seqs)
	for _, b := range batches {
		next := Run{b.First, b.Last}
		if n := len(runs); n > 0 && runs[n-1].Last == b.First-1 {
			next.First, runs = runs[n-1].First, runs[:n-1]
		}
		runs = append(runs, next)
		for len(seqs) > 0 && seqs[0] <= b.Last {
			if last := len(runs) - 1; last >= 0 && runs[last].First <= seqs[0] && seqs[0] <= runs[last].Last {
				runs = append(runs[:last], runs[last].Without(seqs[0])...)
			}
			seqs = seqs[1:]
		}
	}
	return runs
}
