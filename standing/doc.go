// Package standing says where an account is on a date: the value so far, its
// share of the target, what it should be by then, a forecast for the end of the
// year, and a light with its reason（进展、预测、亮灯）.
//
// Its input is a Question: an account's terms, its readings, and a day. Its
// output is a Standing. Judge is a pure function: the same question gives the
// same answer whenever it is asked, so that any past day's lights can be asked
// for and explained. Nothing here knows the clock, the store or the page.
//
//	state.go     states and lights, in an order in which the greatest is the worst
//	rule.go      the named thresholds by which lights are given (data/rules.tsv)
//	ruletable.go tables of rules, the program's and an office's own
//	ruleplan.go  what a table changes of the rules in force
//	plan.go      Compile: what of a judgement depends on the account only
//	series.go    readings → what was known on the day, period by period
//	pace.go      how far an account should be by then（序时进度）
//	season.go    how far earlier years were by then
//	judge.go     the judgement of readings by a plan, held and kept
//	milestone.go tasks without a number
//	all.go       an account by all its targets and milestones, as it stood on the day
//	number.go    exact fractions of small numbers, and of others
//	forecast.go  the end of the year, with an interval, or too little data
//	rollup.go    a region's value from its parts, with what is missing
//	rollups.go   the same over a tree, one branch at a time
//	region.go    whose values make whose
//
// A missing reading or a rule that cannot be applied is a state of its own and
// never green.
package standing
