package word

import "strings"

// titleWidth is how many characters of a title fit on a line: of size 2 in
// 156 mm. Two of ASCII count as one.
const titleWidth = 20

// titleRoom is from how many characters on a title is parted: a line that is
// nearly full breaks anywhere where another font stands in.
const titleRoom = 18

// titleBreaks are words after which a title may go on in a new line, the best
// first: it must not be broken inside what belongs together（回行时词意完整）.
var titleBreaks = []string{"工作报告", "报告", "的通知", "月", "人民政府", "政府", "关于", "印发", "重点工作", "自治区", "省", "市", "县", "旗", "区", "年"}

// BreakTitle puts a long title on two lines: after the best word, as even as it
// allows.
func BreakTitle(title string) string {
	title = strings.Join(strings.Fields(title), "")
	if Span(title) <= titleRoom {
		return title
	}
	best, uneven := -1, Span(title)
	for _, word := range titleBreaks {
		for i := 0; ; {
			k := strings.Index(title[i:], word)
			if k < 0 {
				break
			}
			i += k + len(word)
			first, second := Span(title[:i]), Span(title[i:])
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

// Span is the length of s in Chinese characters.
func Span(s string) int {
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
