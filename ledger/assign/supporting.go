package assign

import "slices"

// The kinds of evidence for a label as supporting body.
const (
	supportDuty   = iota // duty words: its weight over the greatest
	supportPairs         // pairs of its duties
	supportVotes         // its share among the likest past rows that had supporting bodies
	supportBeside        // the share of what the leads led that it supported
	supportUsual         // the share of past rows that it supported, over the greatest
	supportEvidences
)

// SuggestSupporting lists the Few bodies likeliest to support a task that the
// bodies with the codes in leads lead, those left out; for a lead that is on no
// list its printed name stands for the code. It is Suggest otherwise.
func (s *Suggester) SuggestSupporting(task, section string, leads []string) []Suggestion {
	e := s.weigh(task, section)
	votes, total := make([]float64, len(s.labels)), 0.3 // as in vote
	for _, a := range e.near {
		row := s.past.rows[a.row]
		if len(row.supporting) > 0 {
			total += a.similarity * a.similarity
		}
		for _, l := range row.supporting {
			votes[l] += a.similarity * a.similarity * row.weight
		}
	}
	const least = 1 // row: below it no share is taken
	most := float64(least)
	for _, n := range s.helped {
		most = max(most, n)
	}
	scores := make([]float64, len(s.labels))
	for l := range scores {
		f := [supportEvidences]float64{
			supportDuty: e.features[l][dutyTop], supportPairs: e.features[l][dutyPairs],
			supportVotes: votes[l] / total, supportUsual: s.helped[l] / most,
		}
		for lead, other := range s.labels {
			if slices.Contains(leads, other.key()) && s.led[lead] > 0 {
				f[supportBeside] = max(f[supportBeside], s.given[[2]int32{int32(lead), int32(l)}]/(s.led[lead]+least))
			}
		}
		for k, w := range supportWeights {
			scores[l] += w * f[k]
		}
		if slices.Contains(leads, s.labels[l].key()) {
			scores[l] = excluded
		}
	}
	return s.top(scores, e, func(r pastRow, l int32) bool { return slices.Contains(r.supporting, l) })
}

// excluded is the score of a label that is not to be suggested.
const excluded = -1e6

// key is how callers name a label: by code, or by name where it is on no list.
func (l label) key() string {
	if l.code != "" {
		return l.code
	}
	return l.name
}
