package evaluate

import (
	"math/big"
	"regexp"
	"strings"
)

// Found counts how many items of the gold were found.
type Found struct {
	Gold      int // items annotated
	Predicted int // items read
	Matched   int // items annotated and read
}

// Precision is the share of what was read that is annotated; 1 where nothing
// was read.
func (f Found) Precision() float64 { return ratio(f.Matched, f.Predicted) }

// Recall is the share of what is annotated that was read; 1 where nothing is.
func (f Found) Recall() float64 { return ratio(f.Matched, f.Gold) }

// F1 is the harmonic mean of precision and recall.
func (f Found) F1() float64 { return ratio(2*f.Matched, f.Gold+f.Predicted) }

// Accuracy counts how often a field, or several together, came out right.
type Accuracy struct {
	Field   string
	Right   int
	Matched int // items found: the denominator of Rate
	Gold    int // all items annotated: the denominator of OfGold
}

// Rate is the share of the items found that have the field right.
func (a Accuracy) Rate() float64 { return ratio(a.Right, a.Matched) }

// OfGold is the share of all annotated items that were found with the field right.
func (a Accuracy) OfGold() float64 { return ratio(a.Right, a.Gold) }

// ratio is n/d, and 1 for an empty set.
func ratio(n, d int) float64 {
	if d == 0 {
		return 1
	}
	return float64(n) / float64(d)
}

// The differences that concern no field but the finding itself.
const (
	Missing = "missing" // annotated, not read
	Extra   = "extra"   // read, annotated as no figure or not at all
)

// Mismatch is one difference between gold and reading.
type Mismatch struct {
	ID      string   // of the gold row; "" for an extra without one
	At      int      // rune offset of the item
	Field   string   // the field, or Missing or Extra
	Want    string   // the gold's value
	Got     string   // the reading's value
	Context string   // the clause around At
	Trace   []string // the rules that decided
}

// decimal is how values are written: no exponent, so that none can be huge.
var decimal = regexp.MustCompile(`^-?[0-9]+(\.[0-9]+)?$`)

// sameValue reports whether two values are the same number, or ranges with the
// same ends. A value that is no number equals only itself.
func sameValue(a, b string) bool {
	as, bs := strings.Split(a, ".."), strings.Split(b, "..")
	if len(as) != len(bs) {
		return false
	}
	for i := range as {
		if as[i] != bs[i] && !sameDecimal(as[i], bs[i]) {
			return false
		}
	}
	return true
}

// sameDecimal compares exactly, so that 1.0 is 1.
func sameDecimal(a, b string) bool {
	if !decimal.MatchString(a) || !decimal.MatchString(b) {
		return false
	}
	x, _ := new(big.Rat).SetString(a)
	y, _ := new(big.Rat).SetString(b)
	return x.Cmp(y) == 0
}
