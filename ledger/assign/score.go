package assign

import (
	"cmp"
	"math"
	"slices"

	"pledger/ledger"
)

// The kinds of evidence for a label as lead, each a number.
const (
	dutyShare   = iota // duty words: its share of all weight found
	dutyTop            // its weight over the greatest
	dutyWeight         // log of 1 + its weight
	dutyPairs          // pairs of its duties
	leadPairs          // pairs of the past tasks that it led
	likest             // similarity of the likest past row that it led
	repeated           // by how much that exceeds a half, doubled: nearly the same task again
	votes              // its share among the likest past rows
	usual              // log of the share of past rows that it led
	sectionDuty        // duty words in the section's heading
	named              // the task calls it by name
	precedence         // log of its place in the order
	evidences
)

// neighbours is how many past rows vote.
const neighbours = 8

// evidence is what speaks for each label.
type evidence struct {
	words    readable
	hits     []hit
	near     []alike
	calls    []ledger.Span // by label: where the task names it
	features [][evidences]float64
}

// weigh gathers the evidence for a task.
func (s *Suggester) weigh(task, section string) *evidence {
	e := &evidence{words: read(s.lex, task), features: make([][evidences]float64, len(s.labels)), calls: make([]ledger.Span, len(s.labels))}
	e.hits = s.duties.find(e.words)
	e.near = s.past.near(e.words, neighbours)
	duty := s.duties.score(e.words, e.hits)
	heading := read(s.lex, section)
	under := s.duties.score(heading, s.duties.find(heading))
	pairs, led := s.words.score(e.words), s.posterior(e.words)
	sum, most, mostUnder := 0.5, 0.5, 0.5 // half a word: one weak word claims no certainty
	for l := range s.labels {
		sum += duty[l]
		most, mostUnder = max(most, duty[l]), max(mostUnder, under[l])
	}
	for l := range s.labels {
		f := &e.features[l]
		f[dutyShare], f[dutyTop], f[dutyWeight] = duty[l]/sum, duty[l]/most, math.Log1p(duty[l])
		f[dutyPairs], f[leadPairs] = pairs[l], led[l]
		f[usual] = s.prior[l]
		f[sectionDuty] = under[l] / mostUnder
		f[precedence] = math.Log1p(float64(l))
		e.calls[l], f[named] = called(e.words, s.labels[l].core)
	}
	s.vote(e)
	return e
}

// posterior is by label how likely it leads a task of these words, as past rows
// alone tell: the share of rows that it led, and the pairs of their tasks.
func (s *Suggester) posterior(words readable) []float64 {
	p := s.leads.score(words)
	total := 0.0
	for l := range p {
		p[l] = (s.led[l] + 0.1) * math.Exp(2*p[l])
		total += p[l]
	}
	for l := range p {
		p[l] /= total
	}
	return p
}

// vote files the likest past rows with their leads.
func (s *Suggester) vote(e *evidence) {
	total := 0.3 // so that one faintly like row does not carry all
	for _, a := range e.near {
		total += a.similarity * a.similarity
	}
	for _, a := range e.near {
		row := s.past.rows[a.row]
		for i, l := range row.lead {
			f := &e.features[l]
			f[likest] = max(f[likest], a.similarity*row.weight)
			f[repeated] = max(0, 2*f[likest]-1)
			f[votes] += a.similarity * a.similarity * row.weight / total / float64(1+i)
		}
	}
}

// called is the longest part of a name that the task holds, and the share of
// the name that it is; parts of one character are none.
func called(words readable, core []rune) (at ledger.Span, share float64) {
	best := 1
	for i := range words.runes {
		for j := range core {
			n := 0
			for i+n < len(words.runes) && j+n < len(core) && words.runes[i+n] == core[j+n] {
				n++
			}
			if n > best {
				best = n
				at = ledger.Span{Start: i, End: i + n}
				share = float64(n) / float64(len(core))
			}
		}
	}
	return at, share
}

// count makes the priors and the counts of past rows.
func (s *Suggester) count(rows []pastRow) {
	n := len(s.labels)
	s.led, s.helped, s.prior = make([]float64, n), make([]float64, n), make([]float64, n)
	s.given = map[[2]int32]float64{}
	total := 0.0
	for _, row := range rows {
		for i, l := range row.lead {
			s.led[l] += row.weight / float64(1+i)
			total += row.weight / float64(1+i)
		}
		for _, l := range row.supporting {
			s.helped[l] += row.weight
			for _, lead := range row.lead {
				s.given[[2]int32{lead, l}] += row.weight
			}
		}
	}
	const half = 0.5 // of a row for a label that led none
	for l := range s.prior {
		s.prior[l] = math.Log((s.led[l] + half) / (total + half*float64(n)) * float64(n))
	}
}

// Few is how many bodies are suggested.
const Few = 5

// Suggest lists the Few bodies likeliest to lead a task, the likeliest first;
// ties are in the order of the list. section is the heading under which the
// task stands, or "".
func (s *Suggester) Suggest(task, section string) []Suggestion {
	e := s.weigh(task, section)
	scores := make([]float64, len(s.labels))
	for l, f := range e.features {
		for k, w := range leadWeights {
			scores[l] += w * f[k]
		}
	}
	return s.top(scores, e, func(r pastRow, l int32) bool { return slices.Contains(r.lead, l) })
}

// top turns scores into shares of all and lists the greatest, with reasons.
func (s *Suggester) top(scores []float64, e *evidence, owed func(pastRow, int32) bool) []Suggestion {
	if len(scores) == 0 {
		return nil
	}
	order := make([]int32, len(scores))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortStableFunc(order, func(a, b int32) int { return cmp.Compare(scores[b], scores[a]) })
	greatest, total := scores[order[0]], 0.0
	for _, v := range scores {
		total += math.Exp(v - greatest)
	}
	list := make([]Suggestion, 0, Few)
	for _, l := range order[:min(Few, len(order))] {
		list = append(list, Suggestion{
			Code: s.labels[l].code, Name: s.labels[l].name,
			Score:   math.Exp(scores[l]-greatest) / total,
			Reasons: s.reasons(l, e, owed),
		})
	}
	return list
}
