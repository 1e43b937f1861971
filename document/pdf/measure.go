package pdf

import (
	"math"
	"slices"
)

// measure is how the body of a file is set.
type measure struct {
	left, right float64 // margins
	size        float64 // height of a character
	pitch       float64 // from line to line
}

// findMeasure tells from all lines how most of them are set.
func findMeasure(lines []line) measure {
	var m measure
	var sizes, lefts, rights, pitches []float64
	for _, ln := range lines {
		for range min(len(ln.text)/weightBytes+1, maxWeight) { // long lines are the body's
			sizes = append(sizes, ln.size)
		}
	}
	m.size = median(sizes)
	for i, ln := range lines {
		if !near(ln.size, m.size) {
			continue
		}
		lefts, rights = append(lefts, ln.left), append(rights, ln.right)
		if i > 0 && lines[i-1].page == ln.page && near(lines[i-1].size, m.size) {
			if d := lines[i-1].base - ln.base; d > 0 {
				pitches = append(pitches, d)
			}
		}
	}
	const leftmost, rightmost = 0.1, 0.9
	m.left = modal(lefts, m.size, leftmost)
	m.right = modal(rights, m.size, rightmost)
	m.pitch = lowerQuartile(pitches)
	return m
}

const (
	// weightBytes and maxWeight say how much more a long line counts than a
	// short one: once for every ten Han characters, six times at the most.
	weightBytes = 30
	maxWeight   = 6
)

// near reports whether two sizes are the same but for rounding and bold faces.
func near(a, b float64) bool { return math.Abs(a-b) <= 0.12*math.Max(a, b) }

// modal returns the value about which most of v stand, within half a size; of
// none of them if v is empty. Where no value is common, it is the quantile q.
func modal(v []float64, size, q float64) float64 {
	if len(v) == 0 {
		return 0
	}
	slices.Sort(v)
	best, at := 0, 0
	for i, j := 0, 0; i < len(v); i++ {
		for j < len(v) && v[j]-v[i] <= size/2 {
			j++
		}
		if j-i > best {
			best, at = j-i, (i+j-1)/2
		}
	}
	const common = 4 // a quarter of the lines
	if best*common < len(v) {
		return v[int(q*float64(len(v)-1))]
	}
	return v[at]
}

func median(v []float64) float64 {
	if len(v) == 0 {
		return 0
	}
	s := slices.Clone(v)
	slices.Sort(s)
	return s[len(s)/2]
}

func lowerQuartile(v []float64) float64 {
	if len(v) == 0 {
		return 0
	}
	slices.Sort(v)
	return v[len(v)/4]
}
