package readings

import (
	_ "embed"
	"encoding/csv"
	"fmt"
	"io"
	"maps"
	"regexp"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/width"
)

//go:embed data/headers.tsv
var headersFile string

// The columns that are no field of ledger.GivenReading.
const (
	ordinal    = "ordinal"    // a plain 序号
	multiplier = "multiplier" // SDMX: the power of ten of the unit
	status     = "status"     // SDMX: whether the value is provisional
	placeName  = "placename"  // the place in words beside its code, of a sheet that was given out
	handedOut  = "form"       // a sheet that was given out: rows without value are left out
)

// headers are the known heads. A mistake in the file is one of the build, found
// by the package's test.
var headers = sync.OnceValue(func() map[string]string {
	known, err := readPairs("headers.tsv", headersFile, "head\tcolumn")
	if err != nil {
		panic("readings: " + err.Error())
	}
	return known
})

// readPairs reads a table of two columns; the first is folded.
func readPairs(file, table, columns string) (map[string]string, error) {
	known := map[string]string{}
	headed := false
	n := 0
	for line := range strings.Lines(table) {
		n++
		line = strings.TrimRight(line, "\r\n")
		from, to, ok := strings.Cut(line, "\t")
		switch {
		case line == "" || line[0] == '#':
		case !headed && line == columns:
			headed = true
		case !headed || !ok || known[fold(from)] != "":
			return nil, fmt.Errorf("%s:%d: %q is no row, or stands there already", file, n, line)
		default:
			known[fold(from)] = to
		}
	}
	return known, nil
}

// fold is what two spellings of a head or a name have in common.
func fold(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.IsControl(r) || r == '\ufeff' || r == '*' {
			return -1
		}
		return unicode.ToLower(r)
	}, width.Narrow.String(s))
}

// remark is what stands in brackets after a head or a name: 数值（亿元）.
var remark = regexp.MustCompile(`[（(【\[]([^）)】\]]*)[）)】\]]$`)

// splitRemark parts a remark from what it stands behind.
func splitRemark(s string) (name, inside string) {
	s = strings.TrimSpace(s)
	if m := remark.FindStringSubmatchIndex(s); m != nil && m[0] > 0 {
		return s[:m[0]], s[m[2]:m[3]]
	}
	return s, ""
}

// head says which column of a csv file is which.
type head struct {
	line int            // on which it stands
	at   map[string]int // the index of each column
	text map[string]string
	unit string // of the column of values, in brackets in its head
}

// headWithin is how many rows that are not blank may stand above the head, it
// included.
const headWithin = 30

// separators are what may stand between cells.
const separators = ",\t;|"

// findHead finds the head, and with it the separator: the row that names the
// most columns, among them a value, a period, and what it is of.
func (f *File) findHead() error {
	for _, comma := range separators {
		best, err := f.headWith(comma)
		if err != nil {
			return err
		}
		if len(best.at) > len(f.head.at) {
			f.head, f.comma = best, comma
		}
	}
	if len(f.head.at) == 0 {
		return &Unreadable{Code: CodeNoHead}
	}
	f.at.Heads, f.at.Columns = f.head.heads()
	_, f.asks = f.head.at["reason"]
	return nil
}

// heads are the texts of the head, and where they stand, by field. What a reader
// sees of an account's number is its plain 序号, where the sheet has one.
func (h *head) heads() (texts map[string]string, columns map[string]int) {
	texts, columns = maps.Clone(h.text), maps.Clone(h.at)
	if at, ok := columns[ordinal]; ok {
		texts["number"], columns["number"] = texts[ordinal], at
	}
	if at, ok := columns[placeName]; ok {
		texts["place"], columns["place"] = texts[placeName], at
	}
	return texts, columns
}

// headWith is the head where cells are parted by comma.
func (f *File) headWith(comma rune) (best head, err error) {
	r, closed, err := f.text()
	if err != nil {
		return head{}, err
	}
	defer closed()
	in := records(r, comma)
	for range headWithin {
		record, err := in.Read()
		if err == io.EOF {
			return best, nil
		}
		if err != nil {
			continue // a mistake above the head is told when rows are read
		}
		h := readHead(record)
		if h.line, _ = in.FieldPos(0); len(h.at) > len(best.at) && h.sound() {
			best = h
		}
	}
	return best, nil
}

// records reads csv.
func records(r io.Reader, comma rune) *csv.Reader {
	in := csv.NewReader(r)
	in.Comma, in.FieldsPerRecord, in.ReuseRecord = comma, -1, true
	return in
}

// readHead reads one row as a head.
func readHead(cells []string) head {
	h := head{at: map[string]int{}, text: map[string]string{}}
	for i, cell := range cells {
		name, inside := splitRemark(cell)
		column := headers()[fold(name)]
		if _, twice := h.at[column]; column == "" || twice {
			continue
		}
		h.at[column], h.text[column] = i, strings.Clone(strings.TrimSpace(cell))
		if column == "value" {
			h.unit = strings.Clone(inside)
		}
	}
	return h
}

// sound reports whether the head has what a reading needs.
func (h *head) sound() bool {
	has := func(c string) bool { _, ok := h.at[c]; return ok }
	return has("value") && has("period") && (has("indicator") || has("number") || has(ordinal))
}
