package assign

import (
	"cmp"
	"flag"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"pledger/lexicon"
)

var fit = flag.Bool("fit", false, "fit the weights of the evidence and print them")

// question is one task of a trial: the evidence for each label, and who leads.
type question struct {
	features [][evidences]float64
	right    []int32
}

// forgetful is the lexicon with a share of its duty words left out by seed: the
// rows of testdata and the duties are by one hand, and real rows agree less.
func forgetful(share float64, seed uint64) *lexicon.Lexicon {
	random := rand.New(rand.NewPCG(seed, 2))
	lex := *lexicon.Default()
	lex.Bodies = slices.Clone(lex.Bodies)
	for i := range lex.Bodies {
		lex.Bodies[i].Duties = slices.DeleteFunc(slices.Clone(lex.Bodies[i].Duties), func(string) bool {
			return random.Float64() < share
		})
	}
	return &lex
}

// questions makes the questions of an office, with from none to most of its
// rows known and some duties forgotten.
func questions(o *office, forget float64) (list []question) {
	for seed, share := range []float64{0, 0.25, 0.5, 0.5, 0.5, 0.75} {
		trial := o.tryWith(forgetful(forget, uint64(seed)), share, uint64(seed)+100)
		for k, i := range trial.asked {
			if len(trial.right[k]) > 0 {
				list = append(list, question{trial.weigh(o.rows[i].Task, o.sections[i]).features, trial.right[k]})
			}
		}
	}
	return append(list, repeats(o)...)
}

// repeats are questions about next year's wording of known rows: the last clause
// is gone or the first two words are. Every third row was led by another body
// than its duties say, as offices do, and is so again.
func repeats(o *office) (list []question) {
	changed := office{o.name, o.place, o.sections, slices.Clone(o.rows)}
	for i := range changed.rows {
		if i%3 == 0 {
			changed.rows[i].Lead = o.rows[(i+len(o.rows)/2)%len(o.rows)].Lead
		}
	}
	trial := changed.try(1, 0)
	trial.asked = make([]int, len(o.rows))
	for i, row := range changed.rows {
		trial.asked[i] = i
		task := row.Task
		if cut := strings.LastIndex(task, "，"); cut > 0 {
			task = task[:cut]
		} else if rs := []rune(task); len(rs) > 8 {
			task = string(rs[4:])
		}
		if right := trial.labelsOf(row.Lead); len(right) > 0 && i%4 == 0 {
			list = append(list, question{trial.weigh(task, o.sections[i]).features, right})
		}
	}
	return list
}

// fitted are the weights under which the right leads are likeliest（conditional
// logit, gradient descent with a small penalty on great weights).
func fitted(list []question) (w [evidences]float64) {
	w = leadWeights
	const steps, penalty = 250, 0.002
	const inThree = 3 // how much being among the first three counts beside being likely
	var momentum [evidences]float64
	for step := range steps {
		var slope [evidences]float64
		for _, q := range list {
			p := chances(q, w)
			third, missed := rival(q, p)
			for k := range w {
				slope[k] += inThree * missed * (q.features[third][k] - q.features[q.right[0]][k])
			}
			for l, f := range q.features {
				d := p[l]
				if slices.Contains(q.right, int32(l)) {
					d -= 1 / float64(len(q.right))
				}
				for k := range f {
					slope[k] += d * f[k]
				}
			}
		}
		rate := 0.3 / (1 + float64(step)/200)
		for k := range w {
			momentum[k] = 0.9*momentum[k] + slope[k]/float64(len(list)) + penalty*w[k]
			w[k] -= rate * momentum[k]
		}
	}
	return w
}

// rival is the third likeliest of the labels that do not lead, and how nearly
// it keeps the first that leads from being among three, in (0, 1).
func rival(q question, p []float64) (third int32, missed float64) {
	var wrong []int32
	for l := range p {
		if !slices.Contains(q.right, int32(l)) {
			wrong = append(wrong, int32(l))
		}
	}
	slices.SortFunc(wrong, func(a, b int32) int { return cmp.Compare(p[b], p[a]) })
	return wrong[2], p[wrong[2]] / (p[wrong[2]] + p[q.right[0]])
}

// chances is how likely each label is to lead under the weights.
func chances(q question, w [evidences]float64) []float64 {
	p := make([]float64, len(q.features))
	greatest := math.Inf(-1)
	for l, f := range q.features {
		for k := range f {
			p[l] += w[k] * f[k]
		}
		greatest = max(greatest, p[l])
	}
	total := 0.0
	for l := range p {
		p[l] = math.Exp(p[l] - greatest)
		total += p[l]
	}
	for l := range p {
		p[l] /= total
	}
	return p
}

// among is the share of questions whose lead is among the first n.
func among(list []question, w [evidences]float64, n int) float64 {
	got := 0
	for _, q := range list {
		p := chances(q, w)
		best := 0.0
		for _, l := range q.right {
			best = max(best, p[l])
		}
		before := 0
		for _, v := range p {
			if v > best {
				before++
			}
		}
		if before < n {
			got++
		}
	}
	return percent(got, len(list))
}

// TestFit with -fit fits the weights of weights.go, and tells of each office how well
// those fitted to the others serve it.
func TestFit(t *testing.T) {
	if !*fit {
		return
	}
	const forget = 0.35
	var all [][]question
	for _, o := range offices(t) {
		if !heldOut[o.name] {
			all = append(all, questions(&o, forget))
		}
	}
	for i, own := range all {
		others := slices.Concat(slices.Concat(all[:i]...), slices.Concat(all[i+1:]...))
		w := fitted(others)
		t.Logf("office %d: first %.1f, among three %.1f; with today's weights %.1f, %.1f", i, among(own, w, 1), among(own, w, 3), among(own, leadWeights, 1), among(own, leadWeights, 3))
	}
	t.Logf("%.2f", fitted(slices.Concat(all...)))
}
