package statement

import "strings"

// attribute reports whether a word names only a side of the subject before it.
func (e *extractor) attribute(text string) bool {
	switch text {
	case "增幅", "增速", "涨幅", "降幅", "减幅", "跌幅", "增长速度", "占比", "比重", "总量", "规模", "压减比例", "压缩比例", "精简比例", "削减比例", "压减幅度", "压缩幅度", "精简幅度", "削减幅度", "精简率", "压减率":
		return true
	}
	return false
}

// changeSides are words for how much something changes, in the place of which another can stand.
var changeSides = []string{"总量", "增速", "增长速度", "上涨幅度", "增长幅度", "下降幅度", "涨幅", "增幅"}

// withoutSide is a topic less the side of it that it ends in: 物价 of 物价上涨幅度.
func withoutSide(of string) string {
	for _, side := range changeSides {
		if rest := strings.TrimSuffix(of, side); rest != of {
			return rest
		}
	}
	return of
}

// attributes reports whether text names only two sides of the subject before it: 总量和增速.
func (e *extractor) attributes(text string) bool {
	const one, both = 2 * hanSize, 5 * hanSize
	if len(text) != both {
		return false
	}
	joint := text[one : one+hanSize]
	return (joint == "、" || joint == "和" || joint == "与") && e.attribute(text[:one]) && e.attribute(text[one+hanSize:])
}

// contributes reports whether a subject says what something does to a thing and
// leaves out what does it: 对经济增长的贡献率.
func (e *extractor) contributes(text string) bool {
	return strings.HasPrefix(text, "对") && (strings.HasSuffix(text, "率") || strings.HasSuffix(text, "度") || strings.HasSuffix(text, "点"))
}
