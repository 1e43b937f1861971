// Package board keeps in memory where every account of a ledger stands, for as
// many days as are asked for, and follows the ledger as entries come in.
//
// Its input is a ledger.Reader: Load reads all once, Advance only the entries
// behind those it knows. Its output is a Day: a Row for each account, and the
// counts of states and lights by section, body and place. An entry costs what
// depends on it: the account it is about, or those that look at the series of
// its readings, and the counts they stand in. A Day that was advanced is the
// Day that Load would make (board_test.go).
//
//	board.go   Load and Advance
//	memory.go  accounts and readings, and who looks at what
//	row.go     an account judged, with its places
//	plans.go   what of a judgement depends on the account only
//	rolls.go   what places make together
//	day.go     the rows of a day
//	tally.go   counts
//	change.go  what differs between two days
//	under.go   where accounts would stand under other rules
//
// The accounts are those of the present, whatever the day; a target that was
// changed after the ledger was published, or given up, counts as it stood on the
// day. The readings are those known on the day.
package board
