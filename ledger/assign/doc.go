// Package assign says who should lead a task, and why.
//
// Its input is a government's list of bodies（责任单位）, the lexicon's duties
// and past breakdowns（历年分工）; its output for the words of a task is a short
// list of bodies, each with the reasons in data form: which duty words stand
// where, and which past rows are alike. It also reads what offices print: the
// bracket of a breakdown into leads, supporting bodies and deadline, and a
// printed name into the code of the body it means.
//
//	split.go     a printed list → names
//	duty.go      a bracket or cell → leads, supporting bodies, deadline
//	label.go     the same where it is labelled: 牵头单位：…；责任单位：…
//	bodies.go    place → the default list of its bodies
//	name.go      what of a printed name is place, level, tail and ending
//	resolver.go  a printed name → a body of the list, or the nearest ones
//	kind.go      names that say what a body is: 各旗县区人民政府, 国网某某供电公司
//	suggester.go list, lexicon and past rows → a Suggester
//	grams.go     a task as it is compared: folded, its verbs told from the rest
//	words.go     duty words found in a task, the rarer and longer the weightier
//	bayes.go     what pairs of characters say of each body
//	past.go      past rows that are like a task
//	score.go     all evidence for each body → the few likeliest to lead
//	supporting.go the same for supporting bodies
//	weights.go   how much each kind of evidence counts, fitted to rows
//	reasons.go   what spoke for a suggestion
//	accounts.go  what is assigned in a ledger → past rows
//
// testdata/rows holds invented breakdowns of eight offices. The tests give the
// Suggester half of each office's rows and ask for the other half; the weights
// were fitted to six of them, two are held out.
//
// The package knows no SQL, no HTTP and no file format; it has no model files,
// no clock and no network, and the same input gives the same output.
package assign
