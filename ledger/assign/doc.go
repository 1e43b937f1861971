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
//
// The package knows no SQL, no HTTP and no file format; it has no model files,
// no clock and no network, and the same input gives the same output.
package assign
