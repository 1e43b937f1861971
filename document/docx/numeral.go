package docx

import (
	"strconv"
	"strings"

	"pledger/document/block"
)

// numeral writes n in one of Word's number formats（ST_NumberFormat）. Formats
// of other languages come out as decimals.
func numeral(n int, format string) string {
	switch format {
	case "none":
		return ""
	case "chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting",
		"taiwaneseCountingThousand", "koreanCounting":
		return block.Chinese(n)
	case "ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital":
		return mapDigits(n, "〇一二三四五六七八九")
	case "chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal":
		return strings.NewReplacer("一", "壹", "二", "贰", "三", "叁", "四", "肆", "五", "伍", "六", "陆", "七", "柒",
			"八", "捌", "九", "玖", "十", "拾", "百", "佰", "千", "仟").Replace(block.Chinese(n))
	case "ideographTraditional":
		return cyclic(n, "甲乙丙丁戊己庚辛壬癸")
	case "ideographZodiac":
		return cyclic(n, "子丑寅卯辰巳午未申酉戌亥")
	case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
		return enclosed(n, '①', 20)
	case "decimalEnclosedParen":
		return enclosed(n, '⑴', 20)
	case "decimalEnclosedFullstop":
		return enclosed(n, '⒈', 20)
	case "ideographEnclosedCircle":
		return enclosed(n, '㊀', 10)
	case "decimalFullWidth", "decimalFullWidth2":
		return mapDigits(n, "０１２３４５６７８９")
	case "decimalZero":
		if n < 10 {
			return "0" + strconv.Itoa(n)
		}
	case "upperLetter":
		return letters(n, 'A')
	case "lowerLetter":
		return letters(n, 'a')
	case "upperRoman":
		return roman(n)
	case "lowerRoman":
		return strings.ToLower(roman(n))
	case "numberInDash":
		return "- " + strconv.Itoa(n) + " -"
	}
	return strconv.Itoa(n)
}

// mapDigits writes the decimal digits of n with other signs.
func mapDigits(n int, signs string) string {
	s := []rune(signs)
	var b strings.Builder
	for _, d := range strconv.Itoa(max(n, 0)) {
		b.WriteRune(s[d-'0'])
	}
	return b.String()
}

// cyclic counts with signs and begins again after the last.
func cyclic(n int, signs string) string {
	s := []rune(signs)
	if n < 1 {
		return strconv.Itoa(n)
	}
	return string(s[(n-1)%len(s)])
}

// enclosed writes n as one sign where there is one.
func enclosed(n int, first rune, count int) string {
	if n < 1 || n > count {
		return strconv.Itoa(n)
	}
	return string(first + rune(n-1))
}

// letters writes 1 as A, 26 as Z, 27 as AA, 53 as AAA, as Word does.
func letters(n int, first rune) string {
	const alphabet, maxRepeat = 26, 30
	if n < 1 || n > alphabet*maxRepeat {
		return strconv.Itoa(n)
	}
	return strings.Repeat(string(first+rune((n-1)%alphabet)), (n-1)/alphabet+1)
}

func roman(n int) string {
	const maxRoman = 3999
	if n < 1 || n > maxRoman {
		return strconv.Itoa(n)
	}
	var b strings.Builder
	for _, s := range []struct {
		value int
		sign  string
	}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"},
		{10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for ; n >= s.value; n -= s.value {
			b.WriteString(s.sign)
		}
	}
	return b.String()
}
