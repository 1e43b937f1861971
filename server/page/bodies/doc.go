// Package bodies is the page of a government's list of bodies（责任单位）as a
// ledger sees it: what each is called, answers for, leads and supports.
package bodies
