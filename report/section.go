package report

import (
	"slices"
	"strings"
	"unicode"

	"pledger/document"
)

// Ranks of numbering, from the outer to the inner.
const (
	rankPart  = 1 // 一、
	rankTitle = 2 // an unnumbered heading inside a part, and （一）
	rankParen = 2
	rankDigit = 3 // 1．
	rankRound = 4 // （1）
	rankNth   = 5 // 第一，
	rankDash  = 6 // ——
)

// longestHeading is the most runes a heading has; a longer numbered paragraph
// without a sentence's end is a paragraph.
const longestHeading = 70

// shortestRunIn is the most runes of a first sentence behind —— or 第一， that
// is still a heading to what follows.
const shortestRunIn = 30

// isNumeral reports whether r is a digit of Chinese numbering.
func isNumeral(r rune) bool {
	switch r {
	case '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '百', '〇', '零',
		'壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖', '拾':
		return true
	}
	return false
}

// rankOf returns the rank of the numbering that pos begins with, 0 for none.
func (p *parser) rankOf(pos document.Position) int {
	rank, _ := p.labelAt(pos)
	return rank
}

// labelAt reads the numbering at the start of pos: its rank and the offset
// behind it.
func (p *parser) labelAt(pos document.Position) (rank, end int) {
	rs, i := p.rs, pos.Start
	if i >= pos.End {
		return 0, i
	}
	switch r := rs[i]; {
	case r == '（' || r == '(':
		j := i + 1
		if k := p.chinese(j, pos.End); k > j && k < pos.End && (rs[k] == '）' || rs[k] == ')') {
			return rankParen, k + 1
		}
		if _, k := number(rs, j, pos.End); k > j && k < j+4 && k < pos.End && (rs[k] == '）' || rs[k] == ')') {
			return rankRound, k + 1
		}
	case r == '第':
		if k := p.chinese(i+1, pos.End); k > i+1 && k < pos.End {
			switch rs[k] {
			case '，', '、', ',', '：':
				return rankNth, k + 1
			case '部', '章':
				if k+1 < pos.End && (rs[k] == '章' || rs[k+1] == '分') {
					return rankPart, k + 1 + strings.Count(string(rs[k:k+1]), "部")
				}
			}
		}
	case r == '—' || r == '－' || r == '-' || r == '─' || r == '●' || r == '■' || r == '◆':
		k := i
		for k < pos.End && rs[k] == r {
			k++
		}
		if k-i >= 2 || r == '●' || r == '■' || r == '◆' {
			return rankDash, k
		}
	case r >= '0' && r <= '9' || r >= '０' && r <= '９':
		if v, k := number(rs, i, pos.End); v > 0 && v < 100 && k < pos.End {
			switch rs[k] {
			case '、', '．', '.':
				if k+1 >= pos.End || !isDigit(rs[k+1]) {
					return rankDigit, k + 1
				}
				if v, y := number(rs, k+1, pos.End); v >= 1900 && v <= 2200 && y < pos.End && rs[y] == '年' {
					return rankDigit, k + 1 // 2．2021年发展目标
				}
			}
		}
	case r >= 'Ⅰ' && r <= 'Ⅻ' && i+1 < pos.End && strings.ContainsRune("、．. ", rs[i+1]):
		return rankPart, i + 2
	default:
		if k := p.chinese(i, pos.End); k > i && k < pos.End && (rs[k] == '、' || rs[k] == '．' || rs[k] == '.') {
			return rankPart, k + 1
		}
	}
	return 0, i
}

// chinese returns the offset behind the Chinese numeral at i, i where none is.
func (p *parser) chinese(i, end int) int {
	const longest = 3 // 二十一
	j := i
	for j < end && j-i <= longest && (isNumeral(p.rs[j]) || p.rs[j] == ' ' && j > i) {
		j++
	}
	return j
}

// sections finds the headings and builds the tree of sections.
func (p *parser) sections() {
	sections, over := 1, p.apart()
	for i := p.body; i < over; i++ {
		p.head(i)
		if p.paras[i].rank > 0 {
			sections++
		}
	}
	if over < len(p.paras) {
		p.paras[over].rank, p.paras[over].heading = rankPart, p.paras[over].pos
		p.over = sections
		sections++
	}
	p.rep.Sections = make([]Section, 0, sections)
	p.rep.Sections = append(p.rep.Sections, Section{Pos: document.Position{Start: 0, End: len(p.rs)}, Parent: -1})
	stack := []int{0}
	ranks := []int{0}
	for i := range p.paras {
		pa := &p.paras[i]
		if pa.rank > 0 {
			for ranks[len(ranks)-1] >= pa.rank {
				p.rep.Sections[stack[len(stack)-1]].Pos.End = pa.pos.Start
				stack, ranks = stack[:len(stack)-1], ranks[:len(ranks)-1]
			}
			parent := stack[len(stack)-1]
			p.rep.Sections = append(p.rep.Sections, Section{
				Pos:     document.Position{Start: pa.pos.Start, End: p.rep.Sections[parent].Pos.End},
				Heading: pa.heading,
				Label:   pa.label,
				Number:  p.path(parent, pa),
				Level:   len(stack),
				Parent:  parent,
			})
			stack, ranks = append(stack, len(p.rep.Sections)-1), append(ranks, pa.rank)
		}
		pa.section = stack[len(stack)-1]
	}
	for i := 1; i < len(p.rep.Sections); i++ {
		s := &p.rep.Sections[i]
		s.Pos.End = min(s.Pos.End, p.rep.Sections[s.Parent].Pos.End)
	}
}

// path is the way to a section as annotators write it: 三/（一）.
func (p *parser) path(parent int, pa *para) string {
	name := strings.TrimRight(strings.ReplaceAll(string(p.rs[pa.label.Start:pa.label.End]), " ", ""), "、．.，,：")
	if !pa.label.Valid() {
		name = string(p.rs[pa.heading.Start:pa.heading.End])
	}
	if up := p.rep.Sections[parent].Number; up != "" {
		return up + "/" + name
	}
	return name
}

// head decides whether paragraph i is or begins with a heading.
func (p *parser) head(i int) {
	pa := &p.paras[i]
	rank, end := p.labelAt(pa.pos)
	if rank == 0 {
		if p.plainHeading(i) {
			pa.rank, pa.heading = p.titleRank(i), pa.pos
		}
		return
	}
	rest := p.trim(document.Position{Start: end, End: pa.pos.End})
	stop := p.sentenceEnd(rest)
	switch {
	case rank == rankPart && p.listed(i, stop):
		rank = rankNth
	case rank <= rankParen:
		if stop-rest.Start > longestHeading && rank == rankPart {
			return
		}
		pa.heading = document.Position{Start: rest.Start, End: stop}
	case rank == rankDigit || rank == rankRound:
		if stop < rest.End-1 && stop-rest.Start <= longestHeading || stop == rest.End && rest.Len() <= longestHeading && p.open(i) {
			pa.heading = document.Position{Start: rest.Start, End: stop}
		}
	default:
		if stop < rest.End-1 && stop-rest.Start <= shortestRunIn {
			pa.heading = document.Position{Start: rest.Start, End: stop}
		}
	}
	if rank > rankParen && stop < rest.End && p.rs[stop] != '：' && p.counts(pa.heading) {
		pa.heading = document.Position{} // 1.新建幼儿园3所。改造…
	}
	pa.rank, pa.label = rank, document.Position{Start: pa.pos.Start, End: end}
}

// listed reports whether paragraph i, numbered like a part, is an item of a list within one
// sentence: 一、调整价格； 二、给予补贴。
func (p *parser) listed(i, stop int) bool {
	pos := p.paras[i].pos
	if p.rs[pos.End-1] == '；' {
		return true
	}
	if i == 0 || stop < pos.End-1 {
		return false
	}
	before := p.paras[i-1].pos
	return p.rs[before.End-1] == '；' && p.rankOf(before) == rankPart
}

// sentenceEnd returns the offset of the first mark that ends a sentence in
// pos, or pos.End.
func (p *parser) sentenceEnd(pos document.Position) int {
	for i := p.text.NextSign(pos.Start); i < pos.End; i = p.text.NextSign(i + 1) {
		switch p.rs[i] {
		case '。', '！', '？', '：':
			return i
		}
	}
	return pos.End
}

// counts reports whether a number in digits that counts or measures something stands in
// pos, as none does in a heading to other tasks: not 2024年 nor 5G.
func (p *parser) counts(pos document.Position) bool {
	for i := pos.Start; i < pos.End; i++ {
		if !isDigit(p.rs[i]) {
			continue
		}
		if _, i = number(p.rs, i, pos.End); i < pos.End && p.rs[i] != '年' && p.rs[i] > unicode.MaxLatin1 {
			return true
		}
	}
	return false
}

// open reports whether paragraph i ends without a mark and is followed by a
// paragraph that is not numbered like it: then it heads that one.
func (p *parser) open(i int) bool {
	if i+1 >= len(p.paras) || strings.ContainsRune("。；！？：，", p.rs[p.paras[i].pos.End-1]) {
		return false
	}
	return p.rankOf(p.paras[i+1].pos) != p.rankOf(p.paras[i].pos)
}

// plainHeading reports whether unnumbered paragraph i is a heading: by the
// document's style, or short, without any mark, with text behind it.
func (p *parser) plainHeading(i int) bool {
	pos := p.paras[i].pos
	const longest = 24
	if pos.Len() > longestHeading || i+1 >= len(p.paras) || p.has(pos, salutation) {
		return false
	}
	if p.paras[i].styled {
		return true
	}
	return pos.Len() <= longest && p.paras[i+1].pos.Len() > longest &&
		!slices.ContainsFunc(p.rs[pos.Start:pos.End], func(r rune) bool { return strings.ContainsRune("。，；：！？、（《—", r) })
}

// titleRank is the rank of an unnumbered heading: a part where the report
// numbers no parts or where it turns from a review to what is planned, else inside a part.
func (p *parser) titleRank(i int) int {
	for j := range p.paras {
		if j != i && p.rankOf(p.paras[j].pos) == rankPart {
			if p.turnsFrom(i) {
				return rankPart
			}
			return rankTitle
		}
	}
	return rankPart
}

// turnsFrom reports whether heading i plans a year and the part before it looks back on an
// earlier one: 2022年工作安排 behind 一、2021年工作回顾.
func (p *parser) turnsFrom(i int) bool {
	pos := p.paras[i].pos
	year := p.yearIn(pos)
	if s := headingStance(p.rs[pos.Start:pos.End]); year == 0 || s != Arrangement && s != Goals {
		return false
	}
	for j := i - 1; j >= p.body; j-- {
		if pa := &p.paras[j]; pa.rank == rankPart {
			before := p.yearIn(pa.heading)
			return before == 0 && headingStance(p.rs[pa.heading.Start:pa.heading.End]) == Review || 0 < before && before < year
		}
	}
	return false
}
