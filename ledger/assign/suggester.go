package assign

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"pledger/ledger"
	"pledger/lexicon"
)

// Suggestion is a body that may owe a task.
type Suggestion struct {
	Code    string   // on the list of bodies; "" for one that past rows name and the list lacks
	Name    string   // on the list, or as printed in the past
	Score   float64  // how likely it is among all, in [0, 1]
	Reasons []Reason // what speaks for it, the weightiest first
}

// Why says of what kind a reason is.
type Why string

// The kinds of reason.
const (
	DutyWord Why = "duty" // a duty word of the body stands in the task
	PastRow  Why = "past" // a past task that is alike was its
	OwnName  Why = "name" // the task names it: 包钢 of 包钢集团
)

// Reason is one thing that speaks for a body. The fields that its kind does not
// need are zero.
type Reason struct {
	Why        Why
	Word       string      // DutyWord, OwnName: the word
	Span       ledger.Span // and where it stands in the task, in runes
	Precedent  string      // PastRow: the ID of the past breakdown
	Year       int         // its year, 0 where unknown
	Row        int         // the row in it, from 0
	Task       string      // the row's task
	Similarity float64     // in (0, 1]; 1 is the same words
}

// Suggester suggests who should owe a task. It is immutable and safe for
// concurrent use.
type Suggester struct {
	lex    *lexicon.Lexicon
	labels []label
	duties *dutyWords
	words  *bayes // of duties
	leads  *bayes // of the leads of past rows
	past   *past
	prior  []float64 // by label: log of the share of past rows that it led
	given  map[[2]int32]float64
	led    []float64 // by label: weight of past rows that it led
	helped []float64 // by label: weight of past rows that it supported
}

// label is what can be suggested: a body of the list, or a name of past rows.
type label struct {
	code, name string
	order      int
	duties     []string
	core       []rune // for a name that is on no list: what a task may call it by
}

// New makes the Suggester of a list of bodies. It learns from the precedents;
// rows of the current ledger count when they are passed as one more. A name
// that past rows of the same place print and the list lacks is suggested under
// that name.
func New(lex *lexicon.Lexicon, bodies []*ledger.Body, precedents []*ledger.Precedent) *Suggester {
	s := &Suggester{lex: lex}
	place := ""
	known := map[string][]string{}
	for _, b := range lex.Bodies {
		known[b.Code] = b.Duties
	}
	for _, b := range bodies {
		place = cmp.Or(place, b.Place)
		if !b.Retired {
			duties := b.Duties
			if !slices.Equal(duties, known[b.Code]) {
				duties = slices.Concat(duties, known[b.Code])
			}
			s.labels = append(s.labels, label{code: b.Code, name: b.Name, order: b.Order, duties: duties})
		}
	}
	slices.SortStableFunc(s.labels, func(a, b label) int {
		return cmp.Or(a.order-b.order, strings.Compare(a.code, b.code))
	})
	rows := s.learn(NewResolver(lex, bodies), place, precedents)
	duties := s.dutyTexts()
	s.duties = newDutyWords(len(s.labels), duties)
	led := leadTexts(lex, rows)
	s.words = newBayes(len(s.labels), append(duties, led...))
	s.leads = newBayes(len(s.labels), led)
	s.past = newPast(lex, rows)
	s.count(rows)
	return s
}

// abroad is what a past row of another government counts, against one of the
// own: it tells who does what, but its offices are cut otherwise.
const abroad = 0.5

// learn turns the rows of precedents into rows of labels, and adds labels for
// names that are on no list.
func (s *Suggester) learn(resolver *Resolver, place string, precedents []*ledger.Precedent) []pastRow {
	at := map[string]int32{} // code or folded name: label
	for i, l := range s.labels {
		at["="+l.code] = int32(i)
	}
	met := map[string]Match{}
	var rows []pastRow
	for _, p := range precedents {
		own := p.Place == "" || place == "" || p.Place == place
		labelsOf := func(names []string) (list []int32) {
			for _, name := range names {
				if _, ok := met[name]; !ok {
					met[name] = resolver.Resolve(name)
				}
				if l, ok := s.label(resolver, at, met[name], own); ok && !slices.Contains(list, l) {
					list = append(list, l)
				}
			}
			return list
		}
		for i, row := range p.Rows {
			r := pastRow{precedent: p, row: i, lead: labelsOf(row.Lead), supporting: labelsOf(row.Supporting), weight: 1}
			if !own {
				r.weight = abroad
			}
			rows = append(rows, r)
		}
	}
	return rows
}

// label is the number of the label that a name means; of a name on no
// list, where it is of the own government, a new one.
func (s *Suggester) label(resolver *Resolver, at map[string]int32, m Match, own bool) (int32, bool) {
	key := "=" + m.Code
	if m.How == Unknown {
		key = folded(m.Printed)
	}
	if n, ok := at[key]; ok {
		return n, true
	}
	if !own || key == "" || m.How != Unknown {
		return 0, false
	}
	n := int32(len(s.labels))
	at[key] = n
	variants := resolver.variants(key)
	s.labels = append(s.labels, label{name: m.Printed, order: math.MaxInt32, core: []rune(variants[len(variants)-1])})
	return n, true
}

// dutyTexts are the duties as texts, one a word.
func (s *Suggester) dutyTexts() []text {
	var texts []text
	for i, l := range s.labels {
		for _, duty := range l.duties {
			texts = append(texts, text{int32(i), read(s.lex, duty), 1})
		}
	}
	return texts
}

// leadTexts are the tasks of past rows as texts of their leads.
func leadTexts(lex *lexicon.Lexicon, rows []pastRow) []text {
	var texts []text
	for _, row := range rows {
		words := read(lex, row.precedent.Rows[row.row].Task)
		for _, l := range row.lead {
			texts = append(texts, text{l, words, row.weight / float64(len(row.lead))})
		}
	}
	return texts
}
