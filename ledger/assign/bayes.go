package assign

import "math"

// bayes tells from the pairs of a task how much likelier a label's texts hold
// them than all texts do（naive Bayes with smoothing towards the whole).
type bayes struct {
	vocabulary vocabulary
	absent     []float64 // by label: what a pair says that its texts lack
	present    [][]gain  // by pair: what it says more of labels whose texts have it
}

// gain is what a pair adds for a label.
type gain struct {
	label int32
	more  float64
}

// smoothing is how many pairs of the whole are added to each label's own, so
// that a label with few texts claims little.
const smoothing = 60

// text is something said of a label, and how much it counts.
type text struct {
	label  int32
	words  readable
	weight float64
}

// newBayes learns the texts. Those of one label stand together, or the same
// pair's gains are added up.
func newBayes(labels int, texts []text) *bayes {
	b := &bayes{vocabulary: vocabulary{}, absent: make([]float64, labels)}
	var whole []float64
	total, size := 0.0, make([]float64, labels)
	for _, t := range texts {
		t.words.pairs(func(p pair) {
			n := b.vocabulary.number(p)
			if int(n) == len(whole) {
				whole, b.present = append(whole, 0), append(b.present, nil)
			}
			b.count(n, t)
			whole[n] += t.weight
			size[t.label] += t.weight
			total += t.weight
		})
	}
	for n, gains := range b.present {
		for i := range gains {
			gains[i].more = math.Log1p(gains[i].more / (size[gains[i].label] + smoothing) * total / whole[n])
		}
	}
	for l := range b.absent {
		b.absent[l] = 0
	}
	return b
}

// count adds a text's weight to the pair's count for its label.
func (b *bayes) count(n int32, t text) {
	for i := range b.present[n] {
		if g := &b.present[n][i]; g.label == t.label {
			g.more += t.weight
			return
		}
	}
	b.present[n] = append(b.present[n], gain{t.label, t.weight})
}

// score is by label the sum over the pairs of r of log P(pair|label)/P(pair),
// over the root of how many they are: long tasks say the same more than once.
func (b *bayes) score(r readable) []float64 {
	sum := make([]float64, len(b.absent))
	pairs := b.vocabulary.known(r)
	for l, v := range b.absent {
		sum[l] = v * float64(len(pairs))
	}
	for _, n := range pairs {
		for _, g := range b.present[n] {
			sum[g.label] += g.more
		}
	}
	if len(pairs) > 0 {
		root := math.Sqrt(float64(len(pairs)))
		for l := range sum {
			sum[l] /= root
		}
	}
	return sum
}
