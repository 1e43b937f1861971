package statement

import (
	"slices"

	"pledger/lexicon"
)

// leading are what opens the clauses that explain, give a reason, go on or set the
// scene.
var leading = []*phrases{explainers, pointers, reasonWords, ties, scenes, mandates}

// leaders are their first runes: most clauses are told from all of them by one look.
var leaders = headsOf(leading...)

// turners can make something else of a clause that acts: 以…推动…, 将…纳入…, 坚决遏制….
var turners = anyOf(slices.Concat(leading, []*phrases{wardings,
	phrasesOf("以", "从", "用", "对", "让", "将", "把", "凡", "我", "力争", "争取", "为", "提请")})...)

// plainTask reports whether clause c, in which first acts at offset at, is as most
// clauses of tasks are: nothing is in it that could make it anything but a task or a
// phrase of manner. It saves partOf its questions.
func (e *extractor) plainTask(c, at int, first *lexicon.Token) bool {
	cl, start := &e.cls[c], e.rep.Clauses[c].Pos.Start
	switch {
	case !first.Role.Is(lexicon.Task), first.Role.Is(lexicon.Prep), cl.target:
		return false
	case cl.roles.Is(lexicon.Argue | lexicon.Past), e.at(int(first.End)) == '了', cl.told && first.Role.Is(lexicon.Purpose):
		return false
	case e.isAt(at, turners), at != start && (e.isAt(start, turners) || e.underWay(c)):
		return false
	case first.Role.Is(lexicon.Noun|lexicon.Purpose) && e.endures(c):
		return false
	case first.Role.Is(lexicon.Purpose) && (cl.heads.may('即') || tellingEnds.may(e.rs[e.rep.Clauses[c].Pos.End-1])):
		return false // what is about to come about, and what that brings, is no task
	}
	return !(cl.mayEquate() && e.defines(c))
}
