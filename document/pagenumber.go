package document

// pageNumber reads a line as the number of a page: — 12 —, 第3页 共20页, 3/20,
// 12. sure says that the line can be nothing else; a bare number may be part
// of a sentence that stands on several lines.
func pageNumber(text []rune) (n int, sure, ok bool) {
	const maxLen = 24
	if len(text) > maxLen {
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
	lead := 0
	for len(s) > 0 && isDash(s[0]) {
		s, lead = s[1:], lead+1
	}
	trail := 0
	for len(s) > 0 && isDash(s[len(s)-1]) {
		s, trail = s[:len(s)-1], trail+1
	}
	for _, word := range []string{"第", "Page", "page", "P"} {
		if w := []rune(word); len(s) > len(w) && string(s[:len(w)]) == word {
			s = s[len(w):]
			sure = word != "P" && word != "第"
			break
		}
	}
	n, s, ok = leadingNumber(s)
	if !ok {
		return 0, false, false
	}
	named := false
	if len(s) > 0 && s[0] == '页' {
		s, named = s[1:], true
	}
	rest := string(s)
	switch {
	case rest == "":
		sure = sure || named || lead > 0 && trail > 0
	default:
		of := false
		for len(s) > 0 && (s[0] == '/' || s[0] == '／' || s[0] == '，' || s[0] == ',' || s[0] == '共' || s[0] == 'o' || s[0] == 'f') {
			s, of = s[1:], true
		}
		_, s, ok = leadingNumber(s)
		if !of || !ok || len(s) > 0 && string(s) != "页" {
			return 0, false, false
		}
		sure = named || sure
	}
	return n, sure, true
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
