package evaluate

import (
	"slices"
	"strings"

	"golang.org/x/text/width"
)

// lenientDice is the share of common character pairs from which two wordings
// of a subject pass as the same for the lenient measure.
const lenientDice = 0.8

// wholes and levels make the words by which a report names its own region at
// the head of a subject: 全市, 我区.
var (
	wholes = []string{"全", "我"}
	levels = []string{"自治区", "国", "省", "市", "区", "县", "州", "盟", "旗"}
)

// dropped are the marks that make no difference to a subject.
var dropped = strings.NewReplacer("“", "", "”", "", `"`, "", "‘", "", "’", "", "的", "", " ", "", "\u3000", "")

// normal is a subject without the differences that are only of writing: width,
// quotation marks, the particle 的, spaces and a leading 全市, 我区 and the like.
func normal(subject string) string {
	s := dropped.Replace(width.Fold.String(subject))
	for _, w := range wholes {
		for _, l := range levels {
			if rest, ok := strings.CutPrefix(s, w+l); ok && rest != "" {
				return rest
			}
		}
	}
	return s
}

// sameSubject reports whether got is one of the accepted wordings, strictly and
// leniently. Strict implies lenient.
func sameSubject(got string, accepted []string) (strict, lenient bool) {
	g := normal(got)
	for _, a := range accepted {
		a = normal(a)
		strict = strict || g == a
		lenient = lenient || strict || dice(g, a) >= lenientDice
	}
	return strict, lenient
}

// dice is the Dice coefficient of the character pairs of a and b: twice the
// pairs in common over the pairs of both; 0 where either has none.
func dice(a, b string) float64 {
	p, q := pairs(a), pairs(b)
	if len(p) == 0 || len(q) == 0 {
		return 0
	}
	total, common := len(p)+len(q), 0
	for _, x := range p {
		if i := slices.Index(q, x); i >= 0 {
			q = slices.Delete(q, i, i+1)
			common++
		}
	}
	return float64(2*common) / float64(total)
}

// pairs are the neighbouring characters of s.
func pairs(s string) [][2]rune {
	rs := []rune(s)
	var out [][2]rune
	for i := 1; i < len(rs); i++ {
		out = append(out, [2]rune{rs[i-1], rs[i]})
	}
	return out
}
