package chart

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"pledger/locale"
)

// scale is an axis of values: even steps of 1, 2 or 5 times a power of ten that
// hold every value.
type scale struct {
	ticks  []float64
	labels []string
	unit   string  // of the labels: 亿元
	factor float64 // what one unit of the labels is
}

// The steps of an axis.
var niceSteps = []float64{1, 2, 5, 10}

// finest is the least difference, beside one or the values themselves, that an
// axis shows: nobody reports finer.
const finest = 1e-9

// axis is the ticks of an axis that holds lo to hi with about steps steps. Ends
// that are as good as equal get room on both sides.
func axis(lo, hi float64, steps int) []float64 {
	if hi-lo <= finest*max(math.Abs(lo), math.Abs(hi), 1) {
		room := math.Max(math.Abs(lo)/10, 1)
		lo, hi = lo-room, hi+room
	}
	raw := (hi - lo) / float64(steps)
	power := math.Pow(10, math.Floor(math.Log10(raw)))
	step := power
	for _, n := range niceSteps {
		if step = n * power; step >= raw {
			break
		}
	}
	var ticks []float64
	const slack = 1e-9 // 0.30000000000000004 is 0.3
	for k := math.Floor(lo/step + slack); ; k++ {
		ticks = append(ticks, k*step)
		if k*step >= hi-slack*step {
			return ticks
		}
	}
}

// bigUnits are the names of large numbers on an axis, the greatest first.
var bigUnits = map[locale.Lang][]struct {
	factor float64
	key    string
}{
	locale.ZhCN: {{1e12, "chart.scale.wanyi"}, {1e8, "chart.scale.yi"}, {1e4, "chart.scale.wan"}},
	locale.En:   {{1e12, "chart.scale.trillion"}, {1e9, "chart.scale.billion"}, {1e6, "chart.scale.million"}},
}

// newScale is the scale that holds all values, in the reader's language. zero
// says that it begins at zero.
func newScale(lang locale.Lang, values []float64, unit string, zero bool, steps int) scale {
	lo, hi := math.Inf(1), math.Inf(-1)
	for _, v := range values {
		lo, hi = math.Min(lo, v), math.Max(hi, v)
	}
	if len(values) == 0 {
		lo, hi = 0, 1
	}
	if zero {
		lo, hi = math.Min(lo, 0), math.Max(hi, 0)
	}
	s := scale{ticks: axis(lo, hi, steps), unit: unit, factor: 1}
	step := s.ticks[1] - s.ticks[0]
	most := math.Max(math.Abs(s.ticks[0]), math.Abs(s.ticks[len(s.ticks)-1]))
	for _, b := range bigUnits[lang] {
		if most >= b.factor && step >= b.factor/10 {
			s.factor, s.unit = b.factor, strings.TrimSpace(lang.Text(b.key, unit))
			break
		}
	}
	decimals := max(0, int(math.Ceil(-math.Log10(step/s.factor)-1e-9)))
	for _, t := range s.ticks {
		s.labels = append(s.labels, group(lang, t/s.factor, decimals))
	}
	return s
}

// air is the share of its reach by which a scale goes beyond its values, so that
// none lies on its edge.
const air = 0.06

// airy are the values and ends outside them, on their side of zero.
func airy(values []float64) []float64 {
	lo, hi := slices.Min(values), slices.Max(values)
	room := air * (hi - lo)
	if lo < 0 || lo > room {
		values = append(values, lo-room)
	}
	if hi > 0 || hi < -room {
		values = append(values, hi+room)
	}
	return values
}

// group writes a number of an axis; Chinese needs no commas below 万.
func group(lang locale.Lang, v float64, decimals int) string {
	s := strconv.FormatFloat(v+0, 'f', decimals, 64)
	if lang == locale.ZhCN {
		return s
	}
	return lang.Number(s)
}

// lo and hi are the ends of the scale.
func (s *scale) lo() float64 { return s.ticks[0] }
func (s *scale) hi() float64 { return s.ticks[len(s.ticks)-1] }

// at is where v lies between the ends, from 0 to 1.
func (s *scale) at(v float64) float64 { return (v - s.lo()) / (s.hi() - s.lo()) }
