package document

// isSalutation reports whether a line is an address to the hall and nothing
// more: 各位代表： 主席、各位代表！
func isSalutation(text []rune) bool {
	const maxSalutation = 24
	n := len(text)
	if n < 3 || n > maxSalutation {
		return false
	}
	switch text[n-1] {
	case '：', '！', ':', '!', '，':
	default:
		return false
	}
	for i := 0; i+1 < n; i++ {
		if text[i] == '各' && text[i+1] == '位' || text[i] == '同' && text[i+1] == '志' {
			return true
		}
	}
	return false
}

// isTitle reports whether a line ends as the title of a report does, with no sentence or
// clause in it: 某某县2021年政府工作报告.
func isTitle(text []rune) bool {
	const longest = 40
	n := len(text)
	if n > longest {
		return false
	}
	if text[n-1] == '）' || text[n-1] == ')' { // （2006年）
		for n--; n > 0 && text[n] != '（' && text[n] != '('; n-- {
		}
	}
	if n < 4 || text[n-1] != '告' || text[n-2] != '报' {
		return false
	}
	for _, r := range text {
		if isFinal(r) || r == '，' || r == '、' {
			return false
		}
	}
	return true
}

// isPart reports whether a line begins with the number of a part: 一、 十二、
func isPart(text []rune) bool {
	n := numberingLen(text)
	return n > 1 && text[n-1] == '、' && text[0] != '第' && !isDigit(text[0])
}

// isHeadingLine reports whether a line is a heading by its numbering: it
// begins with 一、 or （一） or 第一章 or 1. or the like, goes on after it, is
// short, and holds no sentence.
func isHeadingLine(text []rune) bool {
	n := numberingLen(text)
	if n == 0 || n == len(text) || 2*len(text) > maxHeading {
		return false
	}
	for i, r := range text {
		if r == '。' || r == '；' || r == '，' && i == len(text)-1 {
			return false
		}
	}
	return !isFinal(text[len(text)-1]) && text[len(text)-1] != '、'
}

// isNumbered reports whether a line begins with the numbering of a section or
// an item.
func isNumbered(text []rune) bool { return numberingLen(text) > 0 }

// numberingLen is the length of the numbering that text begins with: 一、
// （一） (1) 1. 1、 第一章 第一， ——; 0 if there is none.
func numberingLen(text []rune) int {
	i := 0
	open := text[0] == '（' || text[0] == '('
	ordinal := text[0] == '第'
	switch {
	case open || ordinal:
		i = 1
	case text[0] == '—' && len(text) > 1 && text[1] == '—':
		return 2
	}
	from := i
	const maxDigits = 4
	for i < len(text) && i-from < maxDigits && isNumeral(text[i]) {
		i++
	}
	if i == from || i == len(text) {
		return 0
	}
	switch r := text[i]; {
	case open:
		if r == '）' || r == ')' {
			return i + 1
		}
	case ordinal:
		if r == '章' || r == '节' || r == '部' || r == '，' || r == '、' {
			return i + 1
		}
	case r == '、' || r == '．' || (r == '是' || r == '要') && i-from == 1 && !isDigit(text[from]):
		return i + 1
	case r == '.' && (i+1 == len(text) || !isDigit(text[i+1])):
		return i + 1
	}
	return 0
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' || '０' <= r && r <= '９' }

func isNumeral(r rune) bool {
	if isDigit(r) {
		return true
	}
	switch r {
	case '一', '二', '三', '四', '五', '六', '七', '八', '九', '十',
		'壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖', '拾':
		return true
	}
	return false
}
