// Package export writes what was read into the files that offices, statisticians
// and programs exchange, and reads them back.
//
// Its input is a statement.Set. Its outputs are
//
//   - JSON Lines (jsonl.go): the stable contract of docs/contract.md, one object
//     a line: the report, its sections, figures, pledges and mechanisms;
//   - CSV (csv.go): one table of figures and pledges for a spreadsheet.
//
// The objects of the contract are the types of contract.go; both formats are
// made from them, so that a field means the same in each.
package export
