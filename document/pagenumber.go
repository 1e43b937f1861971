package document

import "slices"

// pageNumber reads a line as the number of a page: — 12 —, 第3页 共20页, 3/20,
// 12. sure says that the line can be nothing else; a bare number may be part
// of a sentence that stands on several lines. The last rune of text is visible.
func pageNumber(text []rune) (n int, sure, ok bool) {
	const maxLen = 24
	if len(text) > maxLen {
		return 0, false, false
	}
	if last := text[len(text)-1]; !isDigit(last) && last != '页' && !isDash(last) {
		return 0, false, false
	}
	var compact [maxLen]rune
	k := 0
	for _, r := range text {
		if classify(r) == visible {
			compact[k] = r
			k++
		}
	}
	s := compact[:k]
	lead, trail := 0, 0
	for len(s) > 0 && isDash(s[0]) {
		s, lead = s[1:], lead+1
	}
	for len(s) > 0 && isDash(s[len(s)-1]) {
		s, trail = s[:len(s)-1], trail+1
	}
	s, named := cutPageWord(s)
	n, s, ok = leadingNumber(s)
	if !ok {
		return 0, false, false
	}
	if len(s) > 0 && s[0] == '页' {
		s, named = s[1:], true
	}
	if len(s) == 0 {
		return n, named || lead > 0 && trail > 0, true
	}
	if !isPageTotal(s) {
		return 0, false, false
	}
	return n, named, true
}

// pageWords stand before a page's number.
var pageWords = [][]rune{[]rune("第"), []rune("Page"), []rune("page"), []rune("P")}

// cutPageWord takes the word before a page's number off. English says with it
// that it is one; 第 may begin other things.
func cutPageWord(s []rune) (rest []rune, named bool) {
	for _, word := range pageWords {
		if n := len(word); len(s) > n && slices.Equal(s[:n], word) {
			return s[n:], n == len("page")
		}
	}
	return s, false
}

// isPageTotal reports whether s is the number of all pages, as it follows a
// page's own: 共20页, /20, of20.
func isPageTotal(s []rune) bool {
	of := false
	for len(s) > 0 {
		switch s[0] {
		case '/', '／', '，', ',', '共', 'o', 'f':
			s, of = s[1:], true
			continue
		}
		break
	}
	_, s, ok := leadingNumber(s)
	return of && ok && (len(s) == 0 || string(s) == "页")
}

func isDash(r rune) bool {
	switch r {
	case '-', '—', '－', '–', '―', '─', '‐', '‑', '·', '•', '~', '～':
		return true
	}
	return false
}

// leadingNumber reads up to four digits.
func leadingNumber(s []rune) (n int, rest []rune, ok bool) {
	const maxDigits = 4
	i := 0
	for i < len(s) && i < maxDigits && isDigit(s[i]) {
		n = n*10 + int(s[i]&0xF) // holds for half- and full-width digits
		i++
	}
	return n, s[i:], i > 0
}
