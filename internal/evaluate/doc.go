// Package evaluate measures the reader against annotations made by hand.
//
// Its input is the gold files' rows (gold.go), as their guide defines them, and
// the statement.Set read from the same text. Its outputs are
//
//   - [CompareFigures]: how many figures were found (precision, recall, F1) and,
//     for those found, how many have each field right;
//   - [ComparePledges]: the same for pledges, matched by how far they overlap.
//
// Every difference is kept as a [Mismatch] with its place, so that a person can
// see what went wrong and which rules decided.
package evaluate
