// Package place is the page of one place in a ledger（地区）: how its parts of the
// accounts stand, and how those of the places below it do. Its input is a day of
// a board, its output HTML.
package place
