package document

// source is a text in UTF-8 beside its runes, so that a part of it is a string
// that is cut and not made.
type source struct {
	utf8 string
	marks
}

// marks tell where in a text in UTF-8 some of its runes begin.
type marks struct {
	begins []int32 // of every markEvery-th rune
	plain  bool    // no rune takes more than wide bytes
}

// markEvery is how many runes lie between two marks: few enough to walk, enough
// for the marks to weigh little beside the runes.
const markEvery = 8

// newSource is the source of runes, which utf8 spells.
func newSource(runes []rune, utf8 string) source {
	m := marks{begins: make([]int32, 0, len(runes)/markEvery+1)}
	at := 0
	for ; len(runes) >= markEvery; runes = runes[markEvery:] {
		m.begins = append(m.begins, int32(at))
		at += width(runes[:markEvery])
	}
	m.begins = append(m.begins, int32(at))
	return source{utf8, m}
}

// slice is the part of the source of runes that spells them from one to another.
func (s *source) slice(runes []rune, from, to int) string {
	at := s.at(runes, from)
	return s.utf8[at : at+width(runes[from:to])]
}

// sliceWide is slice of runes that all take wide bytes.
func (s *source) sliceWide(runes []rune, from, to int) string {
	at := s.at(runes, from)
	return s.utf8[at : at+wide*(to-from)]
}

// at is where the rune at offset i of runes begins in the source.
func (s *source) at(runes []rune, i int) int {
	m := i / markEvery
	at := int(s.begins[m])
	if s.plain && m+1 < len(s.begins) && int(s.begins[m+1])-at == wide*markEvery {
		return at + wide*(i-m*markEvery) // all are wide, as nearly everywhere
	}
	return at + width(runes[m*markEvery:i])
}

// wide is how many bytes the runes from 0x800 up to 0x10000 take in UTF-8.
const wide = 3

// width is how many bytes runes take in UTF-8.
func width(runes []rune) int {
	const widest = 0x10000
	n := wide * len(runes)
	for _, r := range runes {
		if uint32(r-0x800) < widest-0x800 {
			continue
		}
		switch {
		case r >= widest:
			n++
		case r >= 0x80:
			n--
		default:
			n -= 2
		}
	}
	return n
}
