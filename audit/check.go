package audit

import (
	"sort"

	"pledger/lexicon"
	"pledger/statement"
)

// finders are the rules within one report, in the order in which they run.
var finders = []struct {
	code Code
	find func(*scene)
}{
	{Growth, findGrowth},
	{CAGR, findCAGR},
	{Share, findShare},
	{Sum, findSum},
	{Completion, findCompletion},
	{Gap, findGap},
	{Multiple, findMultiple},
	{Difference, findDifference},
	{PerUnit, findPerUnit},
	{Enumeration, findEnumeration},
	{Annual, findAnnual},
	{Restated, findRestated},
	{Range, findRange},
	{Streak, findStreak},
	{Rank, findRank},
	{Unit, findUnit},
}

// Check finds the relations between the figures of one report and checks them.
// The result is in the order of the text. lex must be the one the set was read
// with: it says what an indicator's growth is measured in.
func Check(set *statement.Set, lex *lexicon.Lexicon) []Relation {
	s := newScene(set, lex, false)
	for _, f := range finders {
		f.find(s)
	}
	return settle(s.out)
}

// settle judges claims, orders them by the text and finds the suspects.
func settle(claims []*claim) []Relation {
	var rs []Relation
	for _, c := range claims {
		if r, ok := c.judge(); ok {
			rs = append(rs, r)
		}
	}
	sort.SliceStable(rs, func(i, j int) bool { return stated(rs[i]).before(stated(rs[j])) })
	suspects(rs)
	return rs
}

// stated is the figure that a relation is about: the last of the formula.
func stated(r Relation) Ref { return r.Figures[len(r.Figures)-1] }

func (a Ref) before(b Ref) bool {
	if a.Last != b.Last {
		return a.Last
	}
	return a.Pos.Start < b.Pos.Start
}

// Coverage（覆盖）says how many of a report's numbers were checked.
type Coverage struct {
	Numbers int // figures read
	Related int // in some relation
	Checked int // in one that holds or contradicts
}

// CoverageOf counts the figures of this report in relations.
func CoverageOf(set *statement.Set, rs []Relation) Coverage {
	related, checked := map[int]bool{}, map[int]bool{}
	for _, r := range rs {
		for _, f := range r.Figures {
			if f.Last {
				continue
			}
			related[f.Figure] = true
			if r.Result == Holds || r.Result == Contradicts {
				checked[f.Figure] = true
			}
		}
	}
	return Coverage{set.Coverage.Numbers, len(related), len(checked)}
}
