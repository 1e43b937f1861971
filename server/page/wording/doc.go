// Package wording says in words what a ledger holds, as offices write it: a
// target, when it is met, a deadline, who owes, what a change changed, what is
// wrong with a command. Its input is a ledger's records and a language, its
// output text for pages; every word of its own stands in the catalogue.
package wording
