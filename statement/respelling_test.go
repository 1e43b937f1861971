package statement_test

import (
	"math/rand/v2"
	"strconv"
	"strings"
	"unicode"

	"pledger/internal/evaluate"
)

// renumbered puts other numbers for those of plain figures, the values with them.
func renumbered(s *specimen, rnd *rand.Rand) specimen {
	var edits []edit
	values := map[int]string{}
	for i := range s.figures {
		g := &s.figures[i]
		scale, ok := s.plain(g)
		if !ok {
			continue
		}
		num := []byte(g.Num)
		for k, c := range num {
			if c != '.' {
				num[k] = "123456789"[rnd.IntN(9)]
			}
		}
		if _, _, decimals := strings.Cut(g.Num, "."); !decimals && g.Unit == "%" || decimals && rnd.IntN(3) == 0 {
			if !decimals {
				num = append(num, '.')
			}
			num = append(num, "123456789"[rnd.IntN(9)])
		}
		value, err := strconv.ParseFloat(string(num), 64)
		if err != nil {
			continue
		}
		edits = append(edits, edit{g.At, g.At + len(g.Num), string(num)})
		values[i] = strconv.FormatFloat(value*scale, 'f', -1, 64)
		if places := len(num) - 1 - strings.IndexByte(string(num), '.'); scale != 1 || places == len(num) {
			values[i] = strconv.FormatFloat(value*scale, 'f', 0, 64)
		}
	}
	out := s.varied(edits, asIs)
	for i, v := range values {
		out.figures[i].Value = v
	}
	return out
}

// plain reports whether g is a number in half-width digits that says no more than
// how much, and by what its digits are multiplied.
func (s *specimen) plain(g *evaluate.GoldFigure) (scale float64, ok bool) {
	num, err := strconv.ParseFloat(g.Num, 64)
	if err != nil || num == 0 || g.Num[0] == '0' || strings.Contains(g.Value, "..") || len(g.Num) < 2 {
		return 0, false
	}
	switch g.Kind {
	case "level", "growth", "share", "pp", "completion", "multiple":
	default:
		return 0, false
	}
	if strings.Contains(g.Subject, g.Num) || g.Role == "reference" && g.Kind == "level" {
		return 0, false
	}
	switch s.text[g.At+len(g.Num)] {
	case '多', '余', '年', '：', ':', '∶':
		return 0, false
	}
	if at := g.At - 1; at >= 0 && strings.ContainsRune("近：:∶—－~～-到至", s.text[at]) {
		return 0, false
	}
	value, err := strconv.ParseFloat(g.Value, 64)
	if err != nil || value == 0 {
		return 0, false
	}
	scale = value / num
	if scale < 1 || scale != float64(int64(scale+0.5)) {
		rounded := float64(int64(scale + 0.5))
		if rounded < 1 || scale-rounded > 1e-6 || rounded-scale > 1e-6 {
			return 0, false
		}
		scale = rounded
	}
	return scale, true
}

// spelt writes whole numbers of plain figures in words: 八百公里, 百分之十六点二.
func spelt(s *specimen, rnd *rand.Rand) specimen {
	var edits []edit
	for i := range s.figures {
		g := &s.figures[i]
		if _, ok := s.plain(g); !ok || rnd.IntN(2) == 0 {
			continue
		}
		whole, rest, decimals := strings.Cut(g.Num, ".")
		n, err := strconv.Atoi(whole)
		end := g.At + len(g.Num)
		percent := s.text[end] == '%' || s.text[end] == '％'
		if err != nil || n > 9999 || n < 10 || decimals && !percent {
			continue
		}
		said := inHan(n)
		if decimals {
			said += "点"
			for _, d := range rest {
				said += string(hanDigits[d-'0'])
			}
		}
		if percent {
			said, end = "百分之"+said, end+1
		}
		edits = append(edits, edit{g.At, end, said})
	}
	return s.varied(edits, asIs)
}

var hanDigits = []rune("零一二三四五六七八九")

// inHan is n, from 10 to 9999, in Chinese numerals.
func inHan(n int) string {
	var b strings.Builder
	gap := false
	for i, power := 0, 1000; power > 0; i, power = i+1, power/10 {
		d := n / power % 10
		switch {
		case d == 0:
			gap = b.Len() > 0
			continue
		case gap:
			b.WriteRune('零')
			gap = false
		}
		if d != 1 || power != 10 || b.Len() > 0 {
			b.WriteRune(hanDigits[d])
		}
		b.WriteString([]string{"千", "百", "十", ""}[i])
	}
	return b.String()
}

// widened writes digits and signs full-width, or half-width where they were not.
func widened(s *specimen, _ *rand.Rand) specimen {
	const apart = '０' - '0'
	var edits []edit
	for i, r := range s.text {
		switch {
		case r >= '0' && r <= '9' || r == '%' || r == '.' && i > 0 && s.text[i-1] <= '9' && s.text[i-1] >= '0':
			edits = append(edits, edit{i, i + 1, string(r + apart)})
		case r >= '０' && r <= '９' || r == '％' || r == '．':
			edits = append(edits, edit{i, i + 1, string(r - apart)})
		}
	}
	return s.varied(edits, asIs)
}

// spaced sets blanks before and behind numbers.
func spaced(s *specimen, rnd *rand.Rand) specimen { return setApart(s, rnd, " ") }

// setApart sets blank before and behind every second number.
func setApart(s *specimen, rnd *rand.Rand, blank string) specimen {
	var edits []edit
	for i := 1; i < len(s.text); i++ {
		a, b := s.text[i-1], s.text[i]
		if digitRune(a) && unicode.Is(unicode.Han, b) || digitRune(b) && unicode.Is(unicode.Han, a) {
			if rnd.IntN(2) == 0 {
				edits = append(edits, edit{i, i, blank})
			}
		}
	}
	return s.varied(edits, asIs)
}

// digitRune reports whether r is a digit of either width.
func digitRune(r rune) bool { return r >= '0' && r <= '9' || r >= '０' && r <= '９' }

// broken breaks lines inside sentences, as text taken from a page is.
func broken(s *specimen, rnd *rand.Rand) specimen {
	const line = 33 // runes
	var edits []edit
	width := 0
	for i, r := range s.text {
		if r == '\n' {
			width = 0
			continue
		}
		if width++; width == line && i+1 < len(s.text) && s.text[i+1] != '\n' {
			edits = append(edits, edit{i + 1, i + 1, "\n"})
			width = 0
		}
	}
	return s.varied(edits, asIs)
}
