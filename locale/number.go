package locale

import "strings"

// Number writes a decimal number the way a person reads it in the language:
// 42630000000 as 426.3亿 or 42,630,000,000. A range lo..hi keeps both ends.
func (l Lang) Number(value string) string {
	lo, hi, isRange := strings.Cut(value, "..")
	if isRange {
		return l.Number(lo) + "–" + l.Number(hi)
	}
	if l == ZhCN {
		return chinese(value)
	}
	return grouped(value)
}

// The steps by which Chinese counts large numbers, the greatest first.
var steps = []struct {
	zeros int
	name  string
	most  int // digits after the point for which the step is taken
}{{12, "万亿", fewDigits}, {8, "亿", fewDigits}, {4, "万", fewDigits}, {8, "亿", allDigits}, {4, "万", allDigits}}

const (
	fewDigits  = 2    // 20514亿 and not 2.0514万亿, 35123 and not 3.5123万
	allDigits  = 1000 // nothing is lost
	readDigits = 6    // a number of so many digits is read without a step
)

// chinese writes a number with 万亿, 亿 or 万 where that is how it is read:
// nothing is rounded.
func chinese(value string) string {
	sign := ""
	if rest, ok := strings.CutPrefix(value, "-"); ok {
		sign, value = "-", rest
	}
	whole, decimals, _ := strings.Cut(value, ".")
	for _, s := range steps {
		cut := len(whole) - s.zeros
		if cut <= 0 || s.most == allDigits && len(whole) <= readDigits {
			continue
		}
		rest := strings.TrimRight(whole[cut:]+decimals, "0")
		if len(rest) > s.most {
			continue
		}
		if rest != "" {
			rest = "." + rest
		}
		return sign + whole[:cut] + rest + s.name
	}
	return sign + value
}

// groupDigits is how many digits stand between two commas.
const groupDigits = 3

// grouped writes a number with commas.
func grouped(value string) string {
	whole, decimals, fraction := strings.Cut(value, ".")
	sign := ""
	if rest, ok := strings.CutPrefix(whole, "-"); ok {
		sign, whole = "-", rest
	}
	var groups []string
	for len(whole) > groupDigits {
		groups = append([]string{whole[len(whole)-groupDigits:]}, groups...)
		whole = whole[:len(whole)-groupDigits]
	}
	whole = strings.Join(append([]string{whole}, groups...), ",")
	if fraction {
		whole += "." + decimals
	}
	return sign + whole
}
