package assign

import (
	"cmp"
	"math"
	"slices"
)

// dutyWords finds duty words in a task. A word weighs by how few bodies have
// it and by its length.
type dutyWords struct {
	bodies  map[string][]int32 // word: the labels that have it, in order
	weight  map[string]float64
	longest int
	labels  int
}

// shortestDuty is the least number of runes of a duty word: one character
// stands in too many words.
const shortestDuty = 2

// newDutyWords indexes duties of labels 0 to labels-1, each a text.
func newDutyWords(labels int, duties []text) *dutyWords {
	d := &dutyWords{bodies: make(map[string][]int32, len(duties)), weight: make(map[string]float64, len(duties)), labels: labels}
	for _, duty := range duties {
		word := string(duty.words.runes)
		if list := d.bodies[word]; len(duty.words.runes) >= shortestDuty && !slices.Contains(list, duty.label) {
			d.bodies[word] = append(list, duty.label)
			d.longest = max(d.longest, len(duty.words.runes))
		}
	}
	for word, list := range d.bodies {
		rare := math.Log(float64(1+labels)/float64(len(list))) / math.Log(float64(1+labels))
		d.weight[word] = rare * math.Sqrt(float64(len([]rune(word)))/shortestDuty)
	}
	return d
}

// hit is one duty word of one body in a task.
type hit struct {
	label      int32
	start, end int // in the readable's runes
	weight     float64
}

// later is what a word weighs in the second clause and after it, against one in
// the first: a task's first clause says what is to be done, the others how.
const later = 0.7

// find returns the hits in r, in order of label and place; of a body's words
// that lie within one another the longest counts.
func (d *dutyWords) find(r readable) []hit {
	var hits []hit
	for i := range r.runes {
		for n := shortestDuty; n <= d.longest && i+n <= len(r.runes); n++ {
			if r.runes[i+n-1] == ' ' {
				break
			}
			word := string(r.runes[i : i+n])
			w := d.weight[word]
			if w == 0 {
				continue
			}
			if r.clause[i] > 0 {
				w *= later
			}
			for _, l := range d.bodies[word] {
				hits = append(hits, hit{l, i, i + n, w})
			}
		}
	}
	slices.SortStableFunc(hits, func(a, b hit) int {
		return cmp.Or(cmp.Compare(a.label, b.label), a.start-b.start, b.end-a.end)
	})
	kept := hits[:0]
	for _, h := range hits {
		if n := len(kept); n > 0 && kept[n-1].label == h.label && h.end <= kept[n-1].end {
			continue
		}
		kept = append(kept, h)
	}
	return kept
}

// score adds up the hits by label. A word met twice counts once.
func (d *dutyWords) score(r readable, hits []hit) []float64 {
	sum := make([]float64, d.labels)
	for i, h := range hits {
		again := false
		for _, o := range hits[:i] {
			again = again || o.label == h.label && slices.Equal(r.runes[o.start:o.end], r.runes[h.start:h.end])
		}
		if !again {
			sum[h.label] += h.weight
		}
	}
	return sum
}
