// Package steps is the page that shows the way of a ledger from the report to
// the printed breakdown: review, assign, set deadlines, approve, publish, and
// the files to take away.
//
//	count.go   what the accounts lack
//	road.go    counts and stage → the steps, each done, at hand or to come
//	page.go    the page
package steps
