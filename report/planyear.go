package report

import (
	"path/filepath"
	"slices"
	"strings"

	"pledger/document"
)

// planYear derives the plan year of a report without title and date: from its
// headings, else from the name it is kept under, from the day it was put up on, else from
// the year that the text speaks of most.
func (p *parser) planYear() int {
	for i, s := range p.rep.Sections[1:] {
		y := 0
		if s.Heading.Valid() {
			y = p.yearIn(s.Heading)
		}
		if y == 0 {
			continue
		}
		// a first part whose heading says no more is the review, and so is one of the year
		// before that of a later part: 一、2021年主要工作 with 二、2022年工作安排
		stance := headingStance(p.rs[s.Heading.Start:s.Heading.End])
		if stance == Review || i == 0 && (stance == Opening || p.comesNext()) || p.headed(y+1) {
			return y + 1
		}
		return y
	}
	if y := yearOfName(p.rep.Text.Name); y != 0 {
		return y
	}
	if y := p.yearPublished(); y != 0 {
		return y
	}
	return p.commonYear()
}

// yearPublished is the year of the day in digits that a page above the text was put up on,
// 2022-01-15, which is soon after the report was read; 0 where there is none.
func (p *parser) yearPublished() int {
	for i, b := range p.rep.Text.Blocks {
		if i >= frontParagraphs || b.Pos.Len() > longestFront {
			break
		}
		for at := b.Pos.Start; at < b.Pos.End; at++ {
			y, j := number(p.rs, at, b.Pos.End)
			if j == at {
				continue
			}
			if 1900 <= y && y <= 2200 && j < b.Pos.End && strings.ContainsRune("-/.", p.rs[j]) {
				m, k := number(p.rs, j+1, b.Pos.End)
				if 1 <= m && m <= 12 && k < b.Pos.End && p.rs[k] == p.rs[j] {
					return y
				}
			}
			at = j
		}
	}
	return 0
}

// nexts are words for the year that a report plans.
var nexts = [][]rune{[]rune("今年"), []rune("新一年"), []rune("新的一年"), []rune("下一步"), []rune("明年")}

// comesNext reports whether the heading of a part behind the first speaks of the year that
// is planned without its number: 今年工作安排.
func (p *parser) comesNext() bool {
	return slices.ContainsFunc(p.rep.Sections[2:], func(s Section) bool {
		return s.Level == 1 && s.Heading.Valid() && p.yearIn(s.Heading) == 0 && p.opensWith(s.Heading, nexts)
	})
}

// opensWith reports whether one of words stands at the start of pos.
func (p *parser) opensWith(pos document.Position, words [][]rune) bool {
	return slices.ContainsFunc(words, func(w []rune) bool { return p.find(pos.Start, min(pos.End, pos.Start+len(w)), w) >= 0 })
}

// headed reports whether a part's heading names year.
func (p *parser) headed(year int) bool {
	return slices.ContainsFunc(p.rep.Sections[1:], func(s Section) bool {
		return s.Level == 1 && s.Heading.Valid() && p.yearIn(s.Heading) == year
	})
}

// yearOfName returns the last year that stands alone in a file's name, 0 where
// none does: reports are kept under names such as 政府工作报告2004.txt.
func yearOfName(name string) int {
	rs := []rune(filepath.Base(name))
	year := 0
	for i := 0; i < len(rs); i++ {
		v, j := number(rs, i, len(rs))
		if j == i+4 && v >= 1949 && v <= 2200 {
			year = v
		}
		if j > i {
			i = j - 1
		}
	}
	return year
}

// indexOf is the offset of the first r in rs from i on, or their length. It looks at eight
// at a time, for it passes over whole texts.
func indexOf(rs []rune, i int, r rune) int {
	for ; i+8 <= len(rs); i += 8 {
		q := rs[i : i+8]
		if q[0] == r || q[1] == r || q[2] == r || q[3] == r || q[4] == r || q[5] == r || q[6] == r || q[7] == r {
			break
		}
	}
	for i < len(rs) && rs[i] != r {
		i++
	}
	return i
}

// commonYear is the year after the one named most in the text: a report speaks
// most of the year it accounts for. Ties go to the later year.
func (p *parser) commonYear() int {
	count := map[int]int{}
	rs := p.rs
	for i := indexOf(rs, 0, '年'); i < len(rs); i = indexOf(rs, i+1, '年') {
		if v := chineseYear(rs[max(0, i-yearDigits):]); v != 0 {
			count[v]++
			continue
		}
		from := i
		for from > 0 && (isDigit(rs[from-1]) || rs[from-1] == ' ') {
			from--
		}
		for rs[from] == ' ' {
			from++
		}
		if v, j := number(rs, from, len(rs)); v >= 1900 && v <= 2200 && j == i {
			count[v]++
		}
	}
	best, most := 0, 0
	for y, n := range count {
		if n > most || n == most && y > best {
			best, most = y, n
		}
	}
	if most == 0 {
		return 0
	}
	return best + 1
}
