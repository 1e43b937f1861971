package block

import "strings"

// Chinese returns n as a reader writes it: 1 as 一, 10 as 十, 21 as 二十一, 105
// as 一百零五. n must be between 0 and 9999; others are returned as digits by
// the rule for the last four places.
func Chinese(n int) string {
	const digits = "零一二三四五六七八九"
	d := []rune(digits)
	n %= 10000
	if n <= 0 {
		return string(d[0])
	}
	var b strings.Builder
	zero := false
	for _, step := range []struct {
		value int
		name  string
	}{{1000, "千"}, {100, "百"}, {10, "十"}, {1, ""}} {
		q := n / step.value % 10
		switch {
		case q == 0:
			zero = b.Len() > 0
		case q == 1 && step.value == 10 && b.Len() == 0:
			b.WriteString(step.name)
		default:
			if zero {
				b.WriteRune(d[0])
				zero = false
			}
			b.WriteRune(d[q])
			b.WriteString(step.name)
		}
	}
	return b.String()
}
