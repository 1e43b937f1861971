// Package audit finds the relations between a report's figures that the text
// states or implies, and checks them: does the report add up?
//
// Its input is a statement.Set and the lexicon it was read with; its output, by
// Check, a list of Relation in the order of the text, each with its result, its
// working and the figures that take part. CheckAcross does the same between
// last year's report and this year's.
//
// The steps:
//
//	scene.go    each figure once, with the words around it (cue.go) as an item
//	check.go    the ordered list of finders; each looks a bounded way back from
//	            the figure that opens its relation and makes a claim
//	formula.go  how members give what is stated, as intervals
//	claim.go    the judge: values as written, then with cut digits, then a verdict
//	suspect.go  which figure of a contradiction is the likeliest culprit
//	across.go   the finders over two reports
//
// A finder is one file: growth.go, cagr.go, share.go, sum.go, completion.go,
// gap.go, multiple.go, difference.go, perunit.go, enumeration.go, annual.go,
// restated.go, rangerule.go, streak.go, rank.go, unit.go. What each is, with an
// example that runs, stands in codes.go.
//
// What must not be recomputed is not: growth at constant prices, rates on
// another coverage（口径）or in another currency, revised bases, two about-words.
// Such a relation ends as NotComparable with its reason.
package audit
