// Package indicator is the page of one indicator in a ledger（指标）: the accounts
// that promise something of it, its values over the years, and those of the
// places side by side. Its input is a day of a board, its output HTML.
package indicator
