package breakdown

import (
	"slices"

	"pledger/locale"
)

// A Severity says what a problem means for the file.
type Severity string

// The severities.
const (
	Error   Severity = "error"   // the row, or the file, is not taken
	Warning Severity = "warning" // it is taken; somebody should look
)

// A Problem is something in a file that could not be read, or that was read
// otherwise than it looks.
type Problem struct {
	Severity Severity
	Place
	Code string // one of the Code constants
	Args []any  // of the message
}

// Text says in words what is wrong, where, and how to mend it.
func (p Problem) Text(lang locale.Lang) string {
	args := slices.Clone(p.Args)
	for i, arg := range args {
		if at, ok := arg.(Place); ok {
			args[i] = at.Text(lang)
		}
	}
	what := lang.Text("breakdown.problem."+p.Code, args...)
	if where := p.Place.Text(lang); where != "" {
		return lang.Text("breakdown.at", where, what)
	}
	return what
}

// Text names the place; "" for the whole file.
func (p Place) Text(lang locale.Lang) string {
	switch {
	case p.Sheet != "" && p.Cell != "":
		return lang.Text("breakdown.place.sheet-cell", p.Sheet, p.Cell)
	case p.Cell != "":
		return lang.Text("breakdown.place.cell", p.Cell)
	case p.Sheet != "" && p.Line > 0:
		return lang.Text("breakdown.place.sheet-line", p.Sheet, p.Line)
	case p.Line > 0:
		return lang.Text("breakdown.place.line", p.Line)
	case p.Sheet != "":
		return lang.Text("breakdown.place.sheet", p.Sheet)
	}
	return ""
}

// Problems are what was found in one file, in its order.
type Problems []Problem

// Failed reports whether one of them is an error.
func (ps Problems) Failed() bool {
	return slices.ContainsFunc(ps, func(p Problem) bool { return p.Severity == Error })
}

// The codes of problems with a whole file. {0}… are the message's arguments;
// the catalogue words each as breakdown.problem.CODE.
const (
	CodeEmpty       = "empty"         // no byte, or nothing but blanks
	CodeUnreadable  = "unreadable"    // reading gave an error: {0} it
	CodeTooLarge    = "too-large"     // {0}: the limit in MiB
	CodeZipBomb     = "zip-bomb"      // it unpacks to more than the limits allow
	CodeEncrypted   = "encrypted"     // it needs a password
	CodeOldXLS      = "old-xls"       // Excel 97–2003, or Word of that age
	CodeHTML        = "html"          // a web page that is called a spreadsheet
	CodeNotTable    = "not-table"     // {0}: the format found
	CodeNotText     = "not-text"      // characters that no text has
	CodeMalformed   = "malformed"     // damaged or cut short: {0} the cause
	CodeTooManyRows = "too-many-rows" // {0}: MaxRows
	CodeNoHead      = "no-head"       // no row names the columns
	CodeNoRows      = "no-rows"       // a head, and nothing under it
	CodeQuote       = "quote"         // csv: a quotation mark that does not close
	CodeJSONFormat  = "json-format"   // another format or version: {0} found, {1} known
)

// The codes of problems with a sheet, a row or a cell.
const (
	CodeSheetSkipped  = "sheet-skipped"  // no head in it
	CodeSheetHidden   = "sheet-hidden"   // not read
	CodeRowHidden     = "row-hidden"     // read
	CodeWide          = "wide"           // {0}: columns beyond which nothing is read
	CodeColumnIgnored = "column-ignored" // {0}: the head
	CodeColumnTwice   = "column-twice"   // {0}: the head
	CodeColumnMissing = "column-missing" // {0}: the head
	CodeFormula       = "formula"        // {0}: its last value, which was taken
	CodeFormulaEmpty  = "formula-empty"  // it has no value
	CodeErrorCell     = "error-cell"     // {0}: #REF!
	CodeNoTask        = "no-task"        // a row without task
	CodeTooLong       = "too-long"       // {0}: the column, {1}: the limit in characters
	CodeDuplicate     = "duplicate"      // {0}: the number, {1}: where it stands first
	CodeNumberDate    = "number-date"    // {0}: the date, {1}: the number it was
	CodeBadWord       = "bad-word"       // {0}: the text, {1}: the column, {2}: the words allowed
	CodeRowSkipped    = "row-skipped"    // {0}: a total or a footnote
	CodeNoDuty        = "no-duty"        // {0}: a numbered paragraph that names nobody
	CodeContradiction = "contradiction"  // {0}: number, {1}: column, {2}, {3}: what text and table say
	CodeBroken        = "broken"         // {0}: how many characters could not be decoded
	CodeBodiesMany    = "bodies-many"    // {0}: the limit
)
