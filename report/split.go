package report

import (
	"pledger/document"
)

// split cuts paragraphs into sentences and sentences into clauses.
func (p *parser) split() {
	const runesPerClause, runesPerSentence = 14, 32 // of most reports; the others grow
	p.rep.Clauses = make([]Clause, 0, len(p.rs)/runesPerClause+1)
	p.rep.Sentences = make([]Sentence, 0, len(p.rs)/runesPerSentence+1)
	for i := range p.paras {
		pa := &p.paras[i]
		start := pa.pos.Start
		if pa.label.Valid() {
			start = pa.label.End
		}
		if pa.heading.Valid() {
			p.cut(document.Position{Start: pa.heading.Start, End: pa.heading.End}, i, true)
			start = pa.heading.End
			for start < pa.pos.End && (isEnd(p.rs[start]) || p.rs[start] == '：') {
				start++
			}
		}
		p.cut(p.trim(document.Position{Start: start, End: pa.pos.End}), i, false)
	}
}

// longestClause is the most runes of a clause; no sentence of the language has
// one so long, and what looks like it is cut so that no input costs more than
// its length.
const longestClause = 600

// cut appends the sentences of pos. Where its quotation marks or brackets do
// not pair up, they are ignored.
func (p *parser) cut(pos document.Position, paragraph int, heading bool) {
	if !pos.Valid() {
		return
	}
	start, clause, first := pos.Start, pos.Start, len(p.rep.Clauses)
	depth, asked, paired := 0, false, false
	rs := p.rs
	for i := p.text.NextSign(pos.Start); i < pos.End; i = p.text.NextSign(i + 1) {
		r := rs[i]
		kind := kindOf(r)
		if kind == other || i < start { // or it closes the sentence before
			continue
		}
		if i > clause+longestClause {
			clause = p.overlong(clause, i)
		}
		if kind.nests() {
			if !asked {
				asked, paired = true, p.pairs(i, pos.End)
			}
			if paired {
				depth += kind.nesting()
			}
		}
		switch {
		case kind == ending && (depth == 0 || p.closes(i+1, pos.End, depth)):
			end := i + 1
			for depth > 0 && end < pos.End && kindOf(rs[end]) == closing {
				depth--
				end++
			}
			p.clause(clause, i, r)
			p.sentence(start, end, first, paragraph, heading || start == pos.Start && !p.paras[paragraph].heading.Valid() && p.ownLine(start, end, pos.End))
			start, clause, first = end, end, len(p.rep.Clauses)
		case i-clause >= longestClause || depth == 0 && kind == parting && (r == '，' && !isDigit(rs[max(i-1, 0)]) || p.isComma(i, pos.End)):
			p.clause(clause, i, r)
			clause = i + 1
		}
	}
	clause = p.overlong(clause, pos.End)
	p.clause(clause, pos.End, 0)
	p.sentence(start, pos.End, first, paragraph, heading)
}

// pairs reports whether the brackets and quotation marks from i on, where the first of
// them stands, pair up before end.
func (p *parser) pairs(i, end int) bool {
	depth := 0
	for ; i < end && depth >= 0; i = p.text.NextSign(i + 1) {
		depth += kindOf(p.rs[i]).nesting()
	}
	return depth == 0
}

// overlong appends the clauses that must be cut for their length between one that
// begins at offset clause and the next mark, at offset to; it returns where the
// one after them begins.
func (p *parser) overlong(clause, to int) int {
	for i := clause + longestClause; i < to; i++ {
		if p.rs[i] >= 0x2000 { // not inside a Latin word
			p.clause(clause, i, p.rs[i])
			clause = i + 1
			i = clause + longestClause - 1
		}
	}
	return clause
}

// ownLine reports whether the first sentence of a paragraph stands on a line of
// its own, with the rest of the paragraph on the next: a run-in heading, where the
// paragraph has none yet.
func (p *parser) ownLine(from, to, end int) bool {
	return to < end-1 && to-from <= longestHeading/2 && (p.rs[to] == '\n' || p.rs[to] == '\r' && p.rs[to+1] == '\n')
}

// clause appends the clause rs[from:to] unless it is empty.
func (p *parser) clause(from, to int, mark rune) {
	pos := p.trim(document.Position{Start: from, End: to})
	if pos.Valid() {
		p.rep.Clauses = append(p.rep.Clauses, Clause{Pos: pos, Mark: mark, Sentence: int32(len(p.rep.Sentences))})
	}
}

// sentence appends the sentence of the clauses from first on.
func (p *parser) sentence(from, to, first, paragraph int, heading bool) {
	pos := p.trim(document.Position{Start: from, End: to})
	if !pos.Valid() || first == len(p.rep.Clauses) {
		return
	}
	pa := &p.paras[paragraph]
	p.rep.Sentences = append(p.rep.Sentences, Sentence{
		Pos: pos, Section: pa.section, Paragraph: paragraph, Stance: pa.stance,
		Heading: heading, First: first, Last: len(p.rep.Clauses),
	})
}

// markKind is what a mark can do.
type markKind uint8

const (
	other   markKind = iota
	opening          // it opens a bracket or a quotation
	closing
	ending  // it ends a sentence
	parting // it can end a clause; see isComma
)

// kindOf is what the mark r can do.
func kindOf(r rune) markKind {
	m := &kinds[uint32(r)%uint32(len(kinds))]
	if m.mark == r {
		return m.kind
	}
	return other
}

// kinds are the marks that can do something, and the signs that texts have most of, so
// that nearly every look finds its own; each at its code point modulo the size, at which
// no two of them are the same.
var kinds = func() (t [512]struct {
	mark rune
	kind markKind
}) {
	for kind, marks := range map[markKind]string{
		other:   "、.．%％0123456789０１２３４５６７８９",
		parting: "，：；,;:",
		ending:  "。！？!?…",
		opening: "（(“《【〔『「‘〈",
		closing: "）)”》】〕』」’〉",
	} {
		for _, r := range marks {
			m := &t[int(r)%len(t)]
			if m.mark != 0 {
				panic("report: two marks at one place: " + string([]rune{m.mark, r}))
			}
			m.mark, m.kind = r, kind
		}
	}
	return t
}()

// nests reports whether k opens or closes.
func (k markKind) nests() bool { return k == opening || k == closing }

// nesting is +1 for a mark that opens, -1 for one that closes, else 0.
func (k markKind) nesting() int {
	switch k {
	case opening:
		return 1
	case closing:
		return -1
	}
	return 0
}

// closes reports whether the depth marks from i on all close.
func (p *parser) closes(i, end, depth int) bool {
	for ; depth > 0; depth-- {
		if i >= end || kindOf(p.rs[i]) != closing {
			return false
		}
		i++
	}
	return true
}

// isEnd reports whether r ends a sentence.
func isEnd(r rune) bool { return kindOf(r) == ending }

// insideNumber reports whether the mark at i parts the digits of one number or
// of a ratio: 3，000 or 8：37：55.
func (p *parser) insideNumber(i, end int) bool {
	const group = 3
	if i == 0 || !isDigit(p.rs[i-1]) || i+1 >= end || !isDigit(p.rs[i+1]) {
		return false
	}
	n := 0
	for i+1+n < end && isDigit(p.rs[i+1+n]) {
		n++
	}
	return p.rs[i] == '：' || p.rs[i] == ':' || n == group
}

// isDigit reports whether r is an Arabic digit, half or full width.
func isDigit(r rune) bool { return r >= '0' && r <= '9' || r >= '０' && r <= '９' }

// isComma reports whether the rune at i ends a clause; half-width marks do
// only where no digit or Latin letter stands behind them, as in 1,748 or 8:30.
func (p *parser) isComma(i, end int) bool {
	switch p.rs[i] {
	case '，', '：':
		return !p.insideNumber(i, end)
	case '；':
		return true
	case ',', ';', ':':
		return i+1 >= end || (p.rs[i+1] > 0x7F || p.rs[i+1] == ' ') && !p.insideNumber(i, end)
	}
	return false
}
