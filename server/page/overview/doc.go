// Package overview is the page that leaders look at（总览）: where a ledger stands
// on a day. It shows how many accounts are in each state, the headline targets
// with their values and lights, the ten most at risk with reasons, lights by
// section, body and place, what changed since the end of last month, and who has
// not reported what was due.
//
// Its input are two days of a board, whose counts it takes as they are; its
// output is HTML that fits two sheets of paper.
//
//	page.go    the whole
//	counts.go  states with their shares; lights by section, body and place
//	lists.go   targets, those at risk, changes, who has not reported
package overview
