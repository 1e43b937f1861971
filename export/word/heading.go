package word

import (
	"fmt"
	"strings"
)

// maxLevel is how many levels of headings the standard gives names to, less the
// fourth, which official documents seldom number.
const maxLevel = 3

// Headings numbers headings by their levels: 一、 then （一） then 1. The zero
// Headings has numbered none.
type Headings struct{ counts [maxLevel]int }

// Count is how many headings of a level from 1 to 3 there are since the last one
// above it.
func (h *Headings) Count(level int) int { return h.counts[level-1] }

// Next is the number of the next heading of a level; a level out of range is
// the nearest. Levels below begin anew.
func (h *Headings) Next(level int) (number string, style Style) {
	level = min(max(level, 1), maxLevel)
	h.counts[level-1]++
	for i := level; i < maxLevel; i++ {
		h.counts[i] = 0
	}
	n := h.counts[level-1]
	switch level {
	case 1:
		return HanNumber(n), Heading1
	case 2:
		return "（" + HanNumber(n) + "）", Heading2
	}
	return fmt.Sprint(n), Heading3
}

// HeadingText is a heading with its number: 三、…, （一）…, 1.….
func HeadingText(number, heading string) string {
	switch {
	case number == "":
		return heading
	case strings.HasSuffix(number, "）") || strings.HasSuffix(number, ")"):
		return number + heading
	case number[0] >= '0' && number[0] <= '9':
		return number + "." + heading
	}
	return number + "、" + heading
}

// MaxHan is the greatest number that HanNumber writes.
const MaxHan = 99

// HanNumber is n, from 1 to MaxHan, as headings number: 一, 十二, 二十.
func HanNumber(n int) string {
	const digits = "一二三四五六七八九"
	digit := func(d int) string {
		if d == 0 {
			return ""
		}
		return string([]rune(digits)[d-1])
	}
	switch {
	case n < 10:
		return digit(n)
	case n < 20:
		return "十" + digit(n%10)
	}
	return digit(n/10%10) + "十" + digit(n%10)
}
