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
}{{8, "亿"}, {4, "万"}}

// chinese writes a number with 亿 or 万 where it is at least one of them.
func chinese(value string) string {
	whole, decimals, _ := strings.Cut(value, ".")
	for _, s := range steps {
		if len(strings.TrimPrefix(whole, "-")) > s.zeros && decimals == "" {
			cut := len(whole) - s.zeros
			rest := strings.TrimRight(whole[cut:], "0")
			if rest != "" {
				rest = "." + rest
			}
			return whole[:cut] + rest + s.name
		}
	}
	return value
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
