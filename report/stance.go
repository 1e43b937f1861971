package report

import (
	_ "embed"
	"slices"
	"strings"

	"pledger/document"
)

//go:embed stances.tsv
var stanceFile string

// cue is a word that gives a heading or a paragraph its stance.
type cue struct {
	word   []rune
	signs  signs // of the word
	stance Stance
}

// signs tell which runes may stand in a text: of each the low bits.
type signs uint64

// signsOf are the signs of rs.
func signsOf(rs []rune) (s signs) {
	for _, r := range rs {
		s |= 1 << (uint32(r) % 64)
	}
	return s
}

// stanceIn is the stance of the first of cues whose word stands in rs, or def.
func stanceIn(rs []rune, cues []cue, def Stance) Stance {
	if len(cues) == 0 {
		return def
	}
	has := signsOf(rs)
	for i := range cues {
		c := &cues[i]
		if has&c.signs != c.signs {
			continue
		}
		if p := (parser{rs: rs}); p.find(0, len(rs), c.word) >= 0 {
			return c.stance
		}
	}
	return def
}

// headingCues and paragraphCues are the rows of stances.tsv in their order.
var headingCues, paragraphCues = loadCues(stanceFile)

// turningCues are those of paragraphCues that can turn a paragraph, by the stance of its
// section.
var turningCues = func() (by [Discipline + 1][]cue) {
	for section := range by {
		for _, c := range paragraphCues {
			if c.turns(Stance(section)) {
				by[section] = append(by[section], c)
			}
		}
	}
	return by
}()

// loadCues reads stances.tsv; the file is embedded and tested, a bad line panics.
func loadCues(file string) (heading, paragraph []cue) {
	names := map[string]Stance{}
	for s := Opening; s <= Discipline; s++ {
		names[s.String()] = s
	}
	for _, line := range strings.Split(file, "\n") {
		cells := strings.Split(line, "\t")
		if line == "" || line[0] == '#' || cells[0] == "cue" {
			continue
		}
		stance, ok := names[cells[1]]
		if !ok || len(cells) < 3 {
			panic("report: bad line in stances.tsv: " + line)
		}
		for word := range strings.SplitSeq(cells[0], "|") {
			c := cue{[]rune(word), signsOf([]rune(word)), stance}
			if cells[2] == "heading" {
				heading = append(heading, c)
			} else {
				paragraph = append(paragraph, c)
			}
		}
	}
	return heading, paragraph
}

// headingStance is the stance a heading's words give, Opening where none.
func headingStance(rs []rune) Stance { return stanceIn(rs, headingCues, Opening) }

// stances gives every section and paragraph its stance.
func (p *parser) stances() {
	p.sectionStances()
	last, reset := Opening, 0
	for i := range p.paras {
		pa := &p.paras[i]
		section := p.rep.Sections[pa.section].Stance
		if pa.section != reset {
			turned := section == Review && (last == Goals || last == Arrangement) && p.partOf(pa.section) == p.partOf(reset) && p.rep.Sections[p.rep.Sections[pa.section].Parent].Stance == Review
			if !turned && (pa.rank != rankDash && pa.rank != rankNth || last != Goals && last != Problems) {
				last = section
			}
			reset = pa.section
		}
		pa.stance = p.paragraphStance(pa, section, last)
		last = pa.stance
	}
}

// partOf is the part that a section belongs to; 0 for what stands before the first.
func (p *parser) partOf(section int) int {
	for p.rep.Sections[section].Level > 1 {
		section = p.rep.Sections[section].Parent
	}
	return section
}

// sectionStances: by the heading's words; else a part is review as long as no
// part looked ahead, then arrangement; and an inner section is as its parent,
// but that the inner sections of goals say how: arrangement.
func (p *parser) sectionStances() {
	ahead := false
	for i := 1; i < len(p.rep.Sections); i++ {
		s := &p.rep.Sections[i]
		up := p.rep.Sections[s.Parent].Stance
		own := Opening
		if s.Heading.Valid() {
			own = headingStance(p.rs[s.Heading.Start:s.Heading.End])
		}
		switch {
		case i == p.over:
			s.Stance = Opening
			continue
		case s.Level > 1 && up == Review && (own == Arrangement || own == Goals) && p.rep.Year != 0 && p.yearIn(s.Heading) == p.rep.Year:
			s.Stance = own // （二）2022年工作安排 behind （一）2021年工作回顾
		case s.Level > 1 && up == Review:
			s.Stance = Review
		case p.rep.Year != 0 && s.Heading.Valid() && p.pastYear(s.Heading):
			s.Stance = Review // 一、1998年的主要工作
		case s.Level > 1 && own == Review && p.endsIn(s.Heading, []rune("情况"), []rune("回顾")):
			s.Stance = Review // 前两年计划的执行情况, inside a part on the plan
		case s.Level > 1 && own == Opening && up == Goals && (s.SpanStart == 0 || s.Year != 0 && s.Year == p.rep.Year):
			s.Stance = Arrangement
		case s.Level > 1 && (own == Opening || own == Review):
			s.Stance = up
		case own != Opening:
			s.Stance = own
		case ahead || i == 1 && p.plannedBefore():
			s.Stance = Arrangement
		default:
			s.Stance = Review
			if p.rep.Sections[0].Stance == Review {
				s.Stance = Arrangement
			}
		}
		if s.Level == 1 {
			ahead = ahead || s.Stance != Review
			if s.Stance == Review {
				p.rep.Sections[0].Stance = Review
			}
		}
	}
	p.unreviewed = len(p.rep.Sections) > 1 && p.rep.Sections[0].Stance != Review
	p.rep.Sections[0].Stance = Opening
	if p.unreviewed && p.has(p.rep.Sections[1].Heading, []rune("形势")) && p.tellsOfPast(1) {
		for i := 1; i < len(p.rep.Sections) && (i == 1 || p.rep.Sections[i].Level > 1); i++ {
			p.rep.Sections[i].Stance = Review
		}
		p.unreviewed = false
	}
}

// plannedBefore reports whether a paragraph before the first section opens what is planned, as
// where nothing heads the parts: 2023年，要重点做好以下工作： before （一）.
func (p *parser) plannedBefore() bool {
	for i := range p.paras {
		if p.paras[i].section != 0 {
			break
		}
		if pos := p.paras[i].pos; p.plans(document.Position{Start: pos.Start, End: p.sentenceEnd(pos)}) {
			return true
		}
	}
	return false
}

// tellsOfPast reports whether one of the first paragraphs of section s opens with a time that is
// past: then it looks back, though its heading speaks of tasks, 当前形势和基本任务.
func (p *parser) tellsOfPast(s int) bool {
	left := 3 // paragraphs
	for i := range p.paras {
		pa := &p.paras[i]
		if pa.section != s || pa.pos.Start == p.rep.Sections[s].Pos.Start {
			continue
		}
		if p.looksBack(document.Position{Start: pa.pos.Start, End: p.sentenceEnd(pa.pos)}) {
			return true
		}
		if left--; left == 0 {
			break
		}
	}
	return false
}

// looksAhead reports whether a paragraph opens with a plan that is to come.
func (p *parser) looksAhead(first document.Position) bool {
	const near = 8 // runes from the start within which the plan is named
	head := document.Position{Start: first.Start, End: min(first.End, first.Start+near)}
	from, _ := p.spanIn(head)
	return from != 0 && p.rep.Year != 0 && from >= p.rep.Year
}

// plans reports whether a paragraph opens with the year that is planned and says what it is to
// bring: 2022年，要抓好以下工作, 今年发展的预期目标是.
func (p *parser) plans(first document.Position) bool {
	const near = 8 // runes from the start within which the year is named
	head := document.Position{Start: first.Start, End: min(first.End, first.Start+near)}
	if !p.maybeYear(head) {
		return false // as nearly all
	}
	if p.rep.Year == 0 || p.yearIn(head) != p.rep.Year && !slices.ContainsFunc(nexts, func(w []rune) bool { return p.has(head, w) }) {
		return false
	}
	return slices.ContainsFunc(demands, func(w []rune) bool { return p.has(first, w) })
}

// maybeYear reports whether one of the runes stands in pos that years and nexts end in.
func (p *parser) maybeYear(pos document.Position) bool {
	for _, r := range p.rs[pos.Start:pos.End] {
		if r == '年' || r == '步' {
			return true
		}
	}
	return false
}

// demands are words of a sentence that opens what is planned.
var demands = [][]rune{[]rune("预期目标"), []rune("主要目标"), []rune("奋斗目标"), []rune("总体要求"), []rune("总体思路"), []rune("指导思想"), []rune("抓好"), []rune("做好")}

// looksBack reports whether a paragraph opens with a time that is past.
func (p *parser) looksBack(first document.Position) bool {
	head := document.Position{Start: first.Start, End: min(first.End, first.Start+longestHeading)}
	y := p.yearIn(head)
	return y != 0 && y < p.rep.Year || p.has(head, []rune("去年")) || p.has(head, []rune("过去")) || p.has(head, []rune("一年来"))
}

// endsIn reports whether one of words ends the heading.
func (p *parser) endsIn(heading document.Position, words ...[]rune) bool {
	return slices.ContainsFunc(words, func(w []rune) bool {
		return heading.Len() > len(w) && slices.Equal(p.rs[heading.End-len(w):heading.End], w)
	})
}

// pastYear reports whether a heading names a year before the plan year and no
// later one.
func (p *parser) pastYear(heading document.Position) bool {
	y := p.yearIn(heading)
	return y != 0 && y < p.rep.Year && !p.has(heading, []rune("目标")) && !p.has(heading, []rune("安排"))
}

// paragraphStance: a paragraph's first words can turn it from its section's
// stance: to problems inside a review, to goals inside an arrangement.
// A numbered item keeps the turn of the paragraph before it.
func (p *parser) paragraphStance(pa *para, section, last Stance) Stance {
	if pa.section == 0 && !p.unreviewed {
		return Opening
	}
	if (pa.rank == rankDash || pa.rank == rankNth) && last == Problems {
		return Problems
	}
	first := document.Position{Start: pa.pos.Start, End: p.sentenceEnd(pa.pos)}
	if pa.section == 0 {
		if last == Opening && !p.looksBack(first) {
			return Opening
		}
		section = Review
	}
	if section == Review {
		switch {
		case p.plans(first), last == Arrangement && !p.looksBack(first):
			return stanceIn(p.rs[first.Start:first.End], turningCues[Arrangement], Arrangement)
		case p.looksAhead(first), last == Goals && !p.looksBack(first):
			return Goals
		}
	}
	return stanceIn(p.rs[first.Start:first.End], turningCues[section], section)
}

// turns reports whether a paragraph can be turned by c from its section's stance.
func (c *cue) turns(section Stance) bool {
	return c.stance == Problems && section == Review ||
		c.stance == Goals && (section == Arrangement || section == Goals) ||
		c.stance == Arrangement && section == Goals
}
