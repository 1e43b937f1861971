// Package export writes what was read into the files that offices, statisticians
// and programs exchange, and reads them back.
//
// Its input is a statement.Set. Its outputs are
//
//   - JSON Lines (jsonl.go): the stable contract of docs/contract.md, one object
//     a line: the report, its sections, figures, pledges and mechanisms;
//   - CSV (csv.go): one table of figures and pledges for a spreadsheet.
//
// Besides, finding.go puts what the audit found into words, for the command and
// the page alike.
//
// Package export/breakdown writes and reads breakdowns（分工方案）of a ledger.
// Package export/bulletin drafts the monthly bulletin（通报）.
// Package export/word lays out official documents.
//
// The objects of the contract are the types of contract.go; both formats are
// made from them, so that a field means the same in each.
package export
