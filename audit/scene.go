package audit

import (
	"strings"

	"pledger/document"
	"pledger/lexicon"
	"pledger/quantity"
	"pledger/report"
	"pledger/statement"
)

// A scene is a report's figures as the finders see them.
type scene struct {
	set   *statement.Set
	items []item
	prose []string // the sentences' texts, by index
	start []int    // where each sentence's items begin in items; one more at the end
	codes map[string]*lexicon.Indicator
	lex   *lexicon.Lexicon
	out   []*claim
}

// newScene looks once at every figure and the words around it.
func newScene(set *statement.Set, lex *lexicon.Lexicon, last bool) *scene {
	s := &scene{set: set, lex: lex, codes: make(map[string]*lexicon.Indicator, len(lex.Indicators))}
	for i := range lex.Indicators {
		s.codes[lex.Indicators[i].Code] = &lex.Indicators[i]
	}
	s.items = make([]item, len(set.Figures))
	s.start = make([]int, len(set.Report.Sentences)+1)
	s.prose = make([]string, len(set.Report.Sentences))
	next := 0
	for i := range set.Figures {
		s.look(i, last)
		for ; next <= s.items[i].sentence; next++ {
			s.start[next] = i
		}
	}
	for ; next < len(s.start); next++ {
		s.start[next] = len(s.items)
	}
	for i := range s.items {
		s.inherit(i)
	}
	return s
}

// look fills in what can be said of figure i by itself.
func (s *scene) look(i int, last bool) {
	rep, f := s.set.Report, &s.set.Figures[i]
	c := rep.Clauses[f.Clause]
	it := &s.items[i]
	*it = item{fig: f, index: i, at: i, last: last, sentence: int(c.Sentence), para: rep.Sentences[c.Sentence].Paragraph, ind: f.Indicator}
	it.from, it.to = years(f.Period)
	full := f.Quantity.Full
	begin, end := c.Pos.Start, max(c.Pos.End, full.End)
	if i > 0 {
		begin = max(begin, s.set.Figures[i-1].Quantity.Full.End)
	}
	if i+1 < len(s.set.Figures) {
		end = min(end, s.set.Figures[i+1].Quantity.Full.Start)
	}
	it.lead = s.text(begin, full.Start)
	it.tail = s.text(full.End, end)
	it.clause = s.text(c.Pos.Start, c.Pos.End)
	it.number = s.text(full.Start, full.End)
	it.core = coreOf(f.Subject)
	if containsAny(it.lead, scopeWords) && f.Kind == statement.Growth && it.core != "" && f.Indicator == "" && strings.Contains(it.lead, it.core) {
		it.core = ""
	}
	if containsAny(it.core, scopeWords) || containsAny(it.core, currencyWords) || containsAny(it.core, revisedWords) {
		it.core = "" // an adverbial: 剔除…因素后
	}
	planned := plans(it.clause)
	it.weak = it.core == "" || anaphor(it.core)
	it.delta = amount(it) && (changes(it.lead) || planned && comparesTo(it.lead))
	it.base = startsChange(it.lead)
	it.plan = planned && (f.Base.Kind == 0 && plans(it.lead+it.tail) || plans(f.Subject))
	it.arrives = arrives(it.lead)
	it.average = strings.ContainsAny(it.clause, "均每") && (containsAny(it.words(), averageWords) || containsAny(it.lead, averageWords))
	if i > 0 && !it.average && f.Kind == statement.Growth && coreOf(it.lead) == "" && !containsAny(it.lead, earlierWords) {
		p := &s.items[i-1]
		it.average = p.average && p.delta && p.sentence == int(c.Sentence)
	}
	if i > 0 && joins(it.lead) && s.items[i-1].fig.Kind == f.Kind && f.Clause == s.items[i-1].fig.Clause {
		p := &s.items[i-1]
		it.delta, it.base, it.plan, it.arrives = p.delta, p.base, p.plan, p.arrives
	}
	if it.delta && strings.HasSuffix(it.lead, "增收") && !containsAny(it.lead, comparing) && (perUnit(it) || i == 0 || s.items[i-1].dimension() != it.dimension()) {
		it.delta = false // an income of its own
	}
	if i > 0 && strings.HasSuffix(it.lead, "新增") && s.items[i-1].arrives && s.items[i-1].dimension() == it.dimension() && s.items[i-1].sentence == int(c.Sentence) {
		it.delta = true // 由12个增加到17个，新增5个
	}
	if !it.base && f.Kind != statement.Growth {
		it.base = earlier(s.leadIn(it)) && !it.arrives && !it.plan
	}
}

func (s *scene) text(from, to int) string {
	if from >= to {
		return ""
	}
	return s.set.Report.Text.Plain(document.Position{Start: from, End: to})
}

// inherit gives an item without a subject of its own that of the item before
// it which it can continue.
func (s *scene) inherit(i int) {
	it := &s.items[i]
	if !it.weak {
		return
	}
	for j := i - 1; j >= 0 && j >= i-reach; j-- {
		p := &s.items[j]
		if p.para != it.para {
			return
		}
		if continues(it, p) {
			it.core = p.core
			if it.ind == "" {
				it.ind = p.ind
			}
			return
		}
	}
}

// continues reports whether it, which has no subject, can go on speaking of p.
func continues(it, p *item) bool {
	switch it.fig.Kind {
	case statement.Level:
		return p.fig.Kind == statement.Level && p.dimension() == it.dimension()
	case statement.Share:
		return p.fig.Kind == statement.Share
	case statement.PP:
		return p.fig.Kind == statement.Share || p.fig.Kind == statement.Growth || p.fig.Kind == statement.PP
	case statement.Rank:
		return p.fig.Kind == statement.Rank
	}
	return p.fig.Kind == statement.Level || p.fig.Kind == statement.Growth || it.fig.Kind == statement.Growth && p.fig.Kind == statement.Share
}

// reach is how many figures back a finder looks, so that its work does not grow
// with the length of the report.
const reach = 16

// sentencesBack is how many sentences back an operand may stand.
const sentencesBack = 3

// before calls f for the items before it that it may speak of, the nearest
// first, until f returns false.
func (s *scene) before(it *item, f func(*item) bool) {
	for j := it.at - 1; j >= 0 && j >= it.at-reach; j-- {
		p := &s.items[j]
		if p.para != it.para || it.sentence-p.sentence > sentencesBack || !f(p) {
			return
		}
	}
}

// find is the nearest item before it of which ok is true, or nil.
func (s *scene) find(it *item, ok func(*item) bool) (found *item) {
	s.before(it, func(p *item) bool {
		if ok(p) {
			found = p
		}
		return found == nil
	})
	return found
}

// sentenceText is the text of a sentence.
func (s *scene) sentenceText(i int) string {
	if s.prose[i] == "" {
		p := s.set.Report.Sentences[i].Pos
		s.prose[i] = s.text(p.Start, p.End)
	}
	return s.prose[i]
}

// between is the text from the end of a to the beginning of b.
func (s *scene) between(a, b *item) string {
	return s.text(a.fig.Quantity.Full.End, b.fig.Quantity.Full.Start)
}

// of is the items of a sentence.
func (s *scene) of(sentence int) []item { return s.items[s.start[sentence]:s.start[sentence+1]] }

// stance is what the item's sentence is about.
func (s *scene) stance(it *item) report.Stance { return s.set.Report.Sentences[it.sentence].Stance }

// real reports whether growth of the item is at constant prices, so that it and
// the levels do not tie.
func (s *scene) real(it *item) bool {
	if containsAny(it.clause, nominalWords) {
		return false
	}
	if ind := s.codes[it.ind]; ind != nil {
		return ind.Prices == pricesReal
	}
	for _, w := range realSubjects {
		if strings.HasSuffix(it.core, w) {
			return true
		}
	}
	return false
}

// pricesReal is how the lexicon marks an indicator whose growth is at constant
// prices.
const pricesReal = "real"

// realSubjects say the same of what the catalogue has no entry for.
var (
	realSubjects = []string{"生产总值", "GDP", "增加值", "国民收入"}
	nominalWords = []string{"名义增长", "现价", "名义"}
)

func containsAny(s string, words []string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// numbers that formulas use.
var (
	one        = quantity.NewDecimal(1, 0)
	hundred    = quantity.NewDecimal(100, 0)
	percentOne = quantity.Point(hundred)
)

const unitPercent = "%"
const unitPoint = "个百分点"
