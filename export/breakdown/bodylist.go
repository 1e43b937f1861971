package breakdown

import (
	"bytes"
	"io"
	"slices"
	"strconv"
	"strings"

	"pledger/document"
	"pledger/document/ooxml"
	"pledger/ledger"
	"pledger/ledger/assign"
)

// A BodyRow is one body of an office's own list（责任单位名单）.
type BodyRow struct {
	Name    string
	Aliases []string // nil where the list has no such column, as are Duties
	Duties  []string
	Code    string // "" where none is given
	Order   int    // its place in the list where the list gives none
	At      Place
}

// The codes of problems with a list of bodies.
const (
	CodeBodyHead  = "body-head"  // no head that names the bodies
	CodeBodyName  = "body-name"  // a row without a name
	CodeBodyTwice = "body-twice" // {0}: the name or code, {1}: where it stands first
	CodeBodyOrder = "body-order" // {0}: what is no number
	CodeBodyCode  = "body-code"  // {0}: what is no code
)

// bodyHeads are the heads of a list's columns, bare.
var bodyHeads = map[string][]string{
	"name":    {"名称", "单位名称", "单位", "责任单位", "部门", "name"},
	"aliases": {"简称/别名", "简称", "别名", "简称、别名", "简称别名", "曾用名", "aliases"},
	"duties":  {"职责", "主要职责", "职能", "duties"},
	"code":    {"代码", "编码", "code"},
	"order":   {"排序", "顺序", "序号", "order"},
}

// maxBodyName is how many runes a body's name may have.
const maxBodyName = 60

// ReadBodies reads an office's list of bodies from an xlsx or csv file whose
// head names at least 名称; 简称/别名, 职责, 代码 and 排序 may stand beside it. rows
// is nil where the file as a whole could not be read.
func ReadBodies(name string, r io.Reader) (rows []*BodyRow, problems Problems) {
	data, err := io.ReadAll(io.LimitReader(r, maxFile+1))
	switch {
	case err != nil:
		_, problems = fatal(CodeUnreadable, err)
	case len(data) > maxFile:
		_, problems = fatal(CodeTooLarge, maxFile>>20)
	case len(bytes.TrimSpace(data)) == 0:
		_, problems = fatal(CodeEmpty)
	case bytes.HasPrefix(data, []byte("PK")):
		return readBodyBook(data)
	default:
		return readBodyText(name, data)
	}
	return nil, problems
}

// readBodyBook reads the first sheet of an xlsx file that has the head.
func readBodyBook(data []byte) ([]*BodyRow, Problems) {
	c, err := ooxml.Open(data)
	if err == nil && !c.Has("xl/workbook.xml") {
		_, p := fatal(CodeNotTable, "ZIP")
		return nil, p
	}
	var grids []*grid
	if err == nil {
		grids, err = (&workbook{container: c, wanted: map[int]bool{}, strings: map[int]string{}}).grids()
	}
	if err != nil {
		_, p := faulty(err)
		return nil, p
	}
	for _, g := range grids {
		if rows, problems, ok := readBodyGrid(g); ok && !g.hidden {
			return rows, problems
		}
	}
	_, p := fatal(CodeBodyHead)
	return nil, p
}

// readBodyText reads a csv file in any encoding and with any separator.
func readBodyText(name string, data []byte) ([]*BodyRow, Problems) {
	text, err := document.Read("list.csv", bytes.NewReader(data))
	if err != nil || text.Format != document.TXT {
		_, p := readText(data) // it tells what the file is
		if len(p) == 0 {
			_, p = fatal(CodeNotTable, name)
		}
		return nil, p
	}
	for _, s := range separators {
		g, err := readRecords(string(text.Runes()), s, MaxRows)
		if err != nil {
			continue
		}
		if rows, problems, ok := readBodyGrid(g); ok {
			return rows, problems
		}
	}
	_, p := fatal(CodeBodyHead)
	return nil, p
}

// bodyHead finds the row that names the columns, and their numbers.
func bodyHead(g *grid) (row int, at map[string]int) {
	for i := range g.rows[:min(len(g.rows), headWithin)] {
		at := map[string]int{}
		for _, c := range g.rows[i].cells {
			for field, heads := range bodyHeads {
				if slices.Contains(heads, strings.ToLower(bare(c.text))) && at[field] == 0 {
					at[field] = c.col
				}
			}
		}
		if at["name"] > 0 && len(g.rows) > i+1 {
			return i, at
		}
	}
	return 0, nil
}

// readBodyGrid reads a grid; ok is false where it has no head.
func readBodyGrid(g *grid) (rows []*BodyRow, problems Problems, ok bool) {
	head, at := bodyHead(g)
	if at == nil {
		return nil, nil, false
	}
	b := bodyReader{g, at, map[string]Place{}, nil}
	for i := range g.rows[head+1:] {
		if r := b.row(&g.rows[head+1+i], i+1); r != nil {
			rows = append(rows, r)
		}
	}
	return rows, b.problems, true
}

// bodyReader reads row by row.
type bodyReader struct {
	grid     *grid
	at       map[string]int
	seen     map[string]Place // names and codes, and where they stand
	problems Problems
}

// row reads one body; nil where it is not taken.
func (b *bodyReader) row(g *gridRow, n int) *BodyRow {
	text := func(field string) string {
		if b.at[field] == 0 {
			return ""
		}
		return strings.TrimSpace(g.cell(b.at[field]).text)
	}
	place := func(field string) Place { return b.grid.place(g.at, b.at[field]) }
	fail := func(at Place, code string, args ...any) {
		b.problems = append(b.problems, Problem{Error, at, code, args})
	}
	r := &BodyRow{Name: bare(text("name")), Code: bare(text("code")), Order: n, At: place("name")}
	switch {
	case r.Name == "" || len([]rune(r.Name)) > maxBodyName:
		fail(r.At, CodeBodyName)
		return nil
	case b.seen["name "+r.Name] != Place{}:
		fail(r.At, CodeBodyTwice, r.Name, b.seen["name "+r.Name])
		return nil
	case r.Code != "" && b.seen["code "+r.Code] != Place{}:
		fail(place("code"), CodeBodyTwice, r.Code, b.seen["code "+r.Code])
		return nil
	case strings.ContainsAny(r.Code, "/?#、") || len(r.Code) > maxBodyName:
		fail(place("code"), CodeBodyCode, r.Code)
		return nil
	}
	if s := text("order"); s != "" {
		order, err := strconv.Atoi(s)
		if err != nil || order < 0 {
			b.problems = append(b.problems, Problem{Warning, place("order"), CodeBodyOrder, []any{s}})
		} else {
			r.Order = order
		}
	}
	if b.at["aliases"] > 0 {
		r.Aliases = full(assign.SplitNames(text("aliases")))
	}
	if b.at["duties"] > 0 {
		r.Duties = full(assign.SplitNames(text("duties")))
	}
	b.seen["name "+r.Name] = r.At
	if r.Code != "" {
		b.seen["code "+r.Code] = r.At
	}
	return r
}

// A BodyStep is what one row, or one body without a row, means for the list.
type BodyStep struct {
	Kind   StepKind     // Unchanged, Changed, Added, or Absent: it is retired
	Before *ledger.Body // nil of Added
	After  *ledger.Body
}

// PlanBodies says what taking rows as the list of a government would do to the
// list that it has. A row is the body of its code, else of its name, else of an
// alias; a new one without code gets the first of own-1, own-2 … that is free.
// What the file has no column for stays as it is. after is the whole new list.
func PlanBodies(place string, rows []*BodyRow, have []*ledger.Body) (steps []BodyStep, after []*ledger.Body) {
	taken := map[string]bool{}
	for _, b := range have {
		taken[b.Code] = true
	}
	matched := map[string]bool{}
	for _, r := range rows {
		was := bodyOf(r, have, matched)
		b := &ledger.Body{Place: place, Code: r.Code}
		if was != nil {
			*b = *was
			matched[was.Code] = true
		}
		for n := 1; b.Code == ""; n++ {
			if code := "own-" + strconv.Itoa(n); !taken[code] {
				b.Code, taken[code] = code, true
			}
		}
		b.Name, b.Order, b.Retired = r.Name, r.Order, false
		if r.Aliases != nil {
			b.Aliases = r.Aliases
		}
		if r.Duties != nil {
			b.Duties = r.Duties
		}
		s := BodyStep{Unchanged, was, b}
		switch {
		case was == nil:
			s.Kind = Added
		case len(ledger.Diff(was, b)) > 0:
			s.Kind = Changed
		}
		steps, after = append(steps, s), append(after, b)
	}
	for _, b := range have {
		if !matched[b.Code] && !b.Retired {
			gone := *b
			gone.Retired = true
			steps = append(steps, BodyStep{Absent, b, &gone})
		}
	}
	return steps, after
}

// bodyOf is the body of the list that a row means and no other row has; nil for
// none.
func bodyOf(r *BodyRow, have []*ledger.Body, matched map[string]bool) *ledger.Body {
	for _, is := range []func(*ledger.Body) bool{
		func(b *ledger.Body) bool { return r.Code != "" && b.Code == r.Code },
		func(b *ledger.Body) bool { return r.Code == "" && b.Name == r.Name },
		func(b *ledger.Body) bool { return r.Code == "" && slices.Contains(b.Aliases, r.Name) },
	} {
		for _, b := range have {
			if !matched[b.Code] && is(b) {
				return b
			}
		}
	}
	return nil
}
