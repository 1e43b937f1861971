// Package ledger holds what is owed: a government's ledger（台账）for one plan
// year, the accounts（账户）in it, and the entries（分录）that change them.
//
// Its input is a statement.Set, from which Open makes a ledger's first
// entries, and the commands of a Desk: edit, split, merge, drop, add, assign,
// schedule, approve, publish, undo. Its output is entries. An entry says who
// changed what, when and why, with the value before and after; entries are
// never changed and are chained by hash (entry.go). The present state of every
// account is what its entries make of it (fold.go), so that it can be rebuilt
// and proved; Verify does, and names the first difference.
//
//	entry.go     entries, their hash, the chain
//	record.go    what entries speak of, and how a change to it is told
//	fold.go      entries → the present state; Verify
//	ledger.go    the ledger of one government and year, its sections
//	account.go   one target or task
//	terms.go     when a target is met
//	deadline.go  deadlines as offices word them
//	reading.go, readingbatch.go  what was measured, and what was given in at once
//	intake.go   readings as they are given in, row by row; question.go what needs a reason
//	evidence.go  the files that a reading is borne out by
//	due.go       what is to be reported by when; burden.go how much that is
//	part.go      a target broken down over places, and whether the parts make the whole
//	body.go      who can owe
//	access.go    who may do what: the one place that decides
//	open.go      statements → accounts（建账）
//	desk.go      the commands, each one transaction
//	store.go     what a store must do; packages store/… do it
//
// The package knows no SQL, no HTTP and no file format. Time is an argument.
package ledger
