package breakdown

import "strings"

// titleWidth is how many characters of a title fit on a line: of size 2 in
// 156 mm. Two of ASCII count as one.
const titleWidth = 20

// titleBreaks are words after which a title may go on in a new line, the best
// first: it must not be broken inside what belongs together（回行时词意完整）.
var titleBreaks = []string{"工作报告", "报告", "的通知", "人民政府", "政府", "关于", "印发", "重点工作", "自治区", "省", "市", "县", "旗", "区", "年"}

// breakTitle puts a long title on two lines: after the best word, as even as it
// allows.
func breakTitle(title string) string {
	title = strings.Join(strings.Fields(title), "")
	if span(title) <= titleWidth {
		return title
	}
	best, uneven := -1, span(title)
	for _, word := range titleBreaks {
		for i := 0; ; {
			k := strings.Index(title[i:], word)
			if k < 0 {
				break
			}
			i += k + len(word)
			first, second := span(title[:i]), span(title[i:])
			if second == 0 || max(first, second) > titleWidth {
				continue
			}
			if d := max(first-second, second-first); d < uneven {
				best, uneven = i, d
			}
		}
		if best >= 0 {
			break
		}
	}
	if best < 0 {
		return title
	}
	return title[:best] + "\n" + title[best:]
}

// span is the length of s in Chinese characters.
func span(s string) int {
	halves := 0
	for _, r := range s {
		if r < 0x80 {
			halves++
		} else {
			halves += 2
		}
	}
	return (halves + 1) / 2
}

// hanNumber is n, from 1 to 99, as headings number: 一, 十二, 二十.
func hanNumber(n int) string {
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
