package report

import (
	"slices"

	"pledger/document"
)

// What is printed with a report and is none of it: its table of contents（目录）before it, and
// behind it the words that it explains（名词解释）.

// contents is how the heading of a table of contents reads, without blanks.
var contents = []rune("目录")

// dropContents takes the table of contents out of the paragraphs: lines that lead to a page,
// 一、2021年工作回顾……3, and what stands under 目录 and comes again below.
func (p *parser) dropContents() {
	for i := 0; i < min(len(p.paras), frontParagraphs); i++ {
		if p.reads(p.paras[i].pos, contents) {
			end := i + 1
			for end < len(p.paras) && p.comesAgain(end) {
				end++
			}
			p.paras = slices.Delete(p.paras, i, end)
			break
		}
	}
	p.paras = slices.DeleteFunc(p.paras, func(pa para) bool { return p.leadsToPage(pa.pos) })
}

// reads reports whether the text at pos is no more than what, but for blanks.
func (p *parser) reads(pos document.Position, what []rune) bool {
	n := 0
	for _, r := range p.rs[pos.Start:pos.End] {
		if space(r) {
			continue
		}
		if n == len(what) || r != what[n] {
			return false
		}
		n++
	}
	return n == len(what)
}

// comesAgain reports whether paragraph i is a line of a table of contents: one that leads to a
// page or a heading that a paragraph below opens with.
func (p *parser) comesAgain(i int) bool {
	pos := p.paras[i].pos
	if p.leadsToPage(pos) {
		return true
	}
	for pos.End > pos.Start && (isDigit(p.rs[pos.End-1]) || space(p.rs[pos.End-1])) {
		pos.End-- // its page
	}
	if !pos.Valid() || pos.Len() > longestHeading {
		return false
	}
	head := [][]rune{p.rs[pos.Start:pos.End]}
	return slices.ContainsFunc(p.paras[i+1:], func(pa para) bool { return p.opensWith(pa.pos, head) })
}

// leadsToPage reports whether dots lead from the words at pos to a page: ……3, ·····（12）.
func (p *parser) leadsToPage(pos document.Position) bool {
	const dots = 4 // at least; …… are two
	if pos.Len() > longestHeading*2 || !pos.Valid() {
		return false
	}
	i, n, paged := pos.End, 0, false
	for i > pos.Start && ofPage(p.rs[i-1]) {
		i--
		paged = paged || isDigit(p.rs[i])
	}
	for ; i > pos.Start; i-- {
		switch p.rs[i-1] {
		case '…', '⋯':
			n += 2
			continue
		case '.', '．', '·', '•', '┈', '‥', '﹒':
			n++
			continue
		case ' ':
			continue
		}
		break
	}
	return paged && n >= dots
}

// ofPage reports whether r is of the number of a page: （12）, — 3 —.
func ofPage(r rune) bool {
	switch r {
	case '（', '）', '(', ')', '-', '—', ' ':
		return true
	}
	return isDigit(r)
}

// glossaries are words in the heading of what explains the words of a report; explainers those
// behind them.
var (
	glossaries = [][]rune{[]rune("名词"), []rune("术语"), []rune("词语"), []rune("用语"), []rune("词汇")}
	explainers = [][]rune{[]rune("解释"), []rune("注释"), []rune("说明"), []rune("释义"), []rune("解读")}
)

// longestAttached is the most runes of a line above a glossary that says that it is attached: 附件1：.
const longestAttached = 6

// apart is the index of the paragraph from which on the report is over and words of it are
// explained; the number of paragraphs where none does. A line above that says 附件 goes.
func (p *parser) apart() int {
	parts := false
	for i := p.body; i < len(p.paras); i++ {
		pos := p.paras[i].pos
		if !parts {
			parts = p.rankOf(pos) == rankPart
			continue
		}
		if pos.Len() > longestHeading/2 || !p.explains(pos) {
			continue
		}
		if above := p.paras[i-1].pos; above.Len() <= longestAttached && p.rs[above.Start] == '附' {
			i--
			p.paras = slices.Delete(p.paras, i, i+1)
		}
		return i
	}
	return len(p.paras)
}

// explains reports whether pos is the heading of a glossary: （名词解释）, 有关术语说明.
func (p *parser) explains(pos document.Position) bool {
	for pos.End > pos.Start && closesHeading(p.rs[pos.End-1]) {
		pos.End--
	}
	return p.endsIn(pos, explainers...) && slices.ContainsFunc(glossaries, func(w []rune) bool { return p.has(pos, w) })
}

// closesHeading reports whether r is a mark that can stand behind the words of a heading.
func closesHeading(r rune) bool {
	switch r {
	case '）', ')', '》', '：', ':', ' ':
		return true
	}
	return false
}
