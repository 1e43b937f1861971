package breakdown

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/width"

	"pledger/export/word"
	"pledger/ledger"
)

// A reader makes a table of grids and texts, and collects what is wrong.
type reader struct {
	table    Table
	sections outline
	problems Problems
}

// newReader is a reader at the beginning of a file.
func newReader() *reader {
	r := &reader{}
	r.sections.table = &r.table
	return r
}

// warn and fail add a problem.
func (r *reader) warn(at Place, code string, args ...any) {
	r.problems = append(r.problems, Problem{Warning, at, code, args})
}

func (r *reader) fail(at Place, code string, args ...any) {
	r.problems = append(r.problems, Problem{Error, at, code, args})
}

// grids reads the grids of a file. Sheets without a head are passed over, if
// one has a head.
func (r *reader) grids(all []*grid) {
	headed := false
	for _, g := range all {
		switch h, ok := findHead(g); {
		case len(g.rows) == 0 || g.sheet == tallySheet():
		case g.hidden:
			r.warn(Place{Sheet: g.sheet}, CodeSheetHidden)
		case !ok:
			r.warn(Place{Sheet: g.sheet}, CodeSheetSkipped)
		default:
			headed = true
			r.grid(g, h)
		}
	}
	if !headed {
		r.fail(Place{}, CodeNoHead)
	} else if len(r.table.Rows) == 0 && !r.problems.Failed() {
		r.fail(Place{}, CodeNoRows)
	}
}

// grid reads one grid under its head.
func (r *reader) grid(g *grid, h head) {
	r.titles(g, h)
	r.headProblems(g, h)
	for _, c := range h.columns() {
		if !r.table.Has(c) {
			r.table.Columns = append(r.table.Columns, c)
		}
	}
	r.sections.at = ""
	for i := h.row + 1; i < len(g.rows); i++ {
		r.row(g, &h, &g.rows[i])
	}
}

// yearForm finds the plan year in a title.
var yearForm = regexp.MustCompile(`(20[0-9]{2})\s*年`)

// titles reads the rows above the head: the title and its year.
func (r *reader) titles(g *grid, h head) {
	for i := range g.rows[:h.row] {
		for _, c := range g.rows[i].cells {
			r.title(c.text)
		}
	}
}

// title takes a line above the table: the first is the title, unless it only
// says that the table is an annex, and the first with a year names it.
func (r *reader) title(line string) {
	line = bare(line)
	if r.table.Title == "" && !strings.HasPrefix(line, "附件") && len([]rune(line)) > 4 {
		r.table.Title = line
	}
	if m := yearForm.FindStringSubmatch(width.Narrow.String(line)); m != nil && r.table.Year == 0 {
		r.table.Year, _ = strconv.Atoi(m[1]) // four digits
	}
}

// headProblems tells what of the head is not used or not there.
func (r *reader) headProblems(g *grid, h head) {
	row := g.rows[h.row].at
	for _, c := range h.ignored {
		if !c.filled {
			r.warn(g.place(row, c.col), CodeColumnIgnored, bare(c.text))
		}
	}
	for _, c := range h.twice {
		r.warn(g.place(row, c.col), CodeColumnTwice, bare(c.text))
	}
	if h.at[Lead] == 0 {
		r.warn(g.place(row, 0), CodeColumnMissing, Lead.Head())
	}
	if g.wide {
		r.warn(Place{Sheet: g.sheet}, CodeWide, maxColumns)
	}
}

// row reads one row under the head.
func (r *reader) row(g *grid, h *head, raw *gridRow) {
	texts := map[Column]string{}
	for column, col := range h.at {
		texts[column] = strings.TrimSpace(raw.cell(col).text)
	}
	switch {
	case repeatsHead(raw, h), r.skips(g, raw):
		return
	case r.heading(h, raw, texts):
		return
	}
	if r.flawed(g, h, raw) {
		return
	}
	if raw.hidden {
		r.warn(g.place(raw.at, 0), CodeRowHidden)
	}
	if c := texts[content]; c != "" {
		texts[Task] = strings.TrimPrefix(texts[Task]+"："+c, "：")
	}
	if texts[Task] == "" {
		if strings.Join([]string{texts[Number], texts[Lead], texts[Supporting], texts[Deadline]}, "") != "" {
			r.fail(g.place(raw.at, h.at[Task]), CodeNoTask)
		}
		return
	}
	for _, column := range []Column{Lead, Supporting, InSection} {
		if limit := cellLimits[column]; len(texts[column]) > limit {
			r.fail(g.place(raw.at, h.at[column]), CodeTooLong, column.Head(), limit/bytesPerRune)
			return
		}
	}
	row := &Row{Task: texts[Task], Target: texts[Target], Leader: texts[Leader], Deadline: texts[Deadline], Note: texts[Note]}
	row.At = g.place(raw.at, h.at[Task])
	row.Number = r.number(g, h, raw, texts[Number])
	row.Category = choice(r, g.place(raw.at, h.at[Category]), Category, texts[Category], readCategory, categoryWord, ledger.Target, ledger.Task)
	row.Hardness = choice(r, g.place(raw.at, h.at[Hardness]), Hardness, texts[Hardness], readHardness, hardnessWord, ledger.Hard, ledger.Soft)
	row.Lead, row.Supporting = owners(texts[Lead], texts[Supporting], h.both)
	if h.at[InSection] > 0 {
		r.sections.enterPath(texts[InSection])
	}
	r.add(row)
}

// add keeps a row within its limits.
func (r *reader) add(row *Row) {
	for _, limit := range []struct {
		column Column
		text   string
		runes  int
	}{{Task, row.Task, ledger.MaxTask}, {Note, row.Note, ledger.MaxNote}, {Number, row.Number, maxWord}, {Leader, row.Leader, maxWord}, {Deadline, row.Deadline, maxWord}} {
		if len([]rune(limit.text)) > limit.runes {
			r.fail(row.At, CodeTooLong, limit.column.Head(), limit.runes)
			return
		}
	}
	if len(row.Lead)+len(row.Supporting) > ledger.MaxBodies {
		r.fail(row.At, CodeBodiesMany, ledger.MaxBodies)
		return
	}
	if len(r.sections.at) > maxPath {
		r.fail(row.At, CodeTooLong, InSection.Head(), maxPath)
		return
	}
	row.Lead, row.Supporting = full(row.Lead), full(row.Supporting)
	r.sections.use(row)
	r.table.Rows = append(r.table.Rows, row)
}

// bytesPerRune is the length of a Chinese character.
const bytesPerRune = 3

// maxOwners is how long the names of all bodies of a row may be together, in
// bytes.
const maxOwners = ledger.MaxBodies * 40 * bytesPerRune

// cellLimits are the lengths, in bytes, beyond which a cell is not looked into.
var cellLimits = map[Column]int{Lead: maxOwners, Supporting: maxOwners, InSection: maxPath}

const (
	// maxWord is how long a number, a name or a deadline may be, in runes.
	maxWord = 200
	// maxPath is how long the numbers of a section and those above it may be
	// together, in bytes: headings without a number stand for their own.
	maxPath = 2000
)

// repeatsHead reports whether a row is the head again, as on every page.
func repeatsHead(raw *gridRow, h *head) bool {
	again := readHead(raw.cells)
	return len(again.at) > 1 && again.at[Task] == h.at[Task] && len(again.at) >= len(h.at)-1
}

// skipped are rows that stand under the tasks and are none.
var skipped = regexp.MustCompile(`^(?:合计|总计|小计|共计)(?:[:：]|\d|$)|^(?:注|备注|说明|填表说明)[:：]|^填表(?:人|单位)[:：]`)

// skips reports whether a row is a total or a footnote, and says so.
func (r *reader) skips(g *grid, raw *gridRow) bool {
	first := bare(raw.cell(firstColumn(raw)).text)
	if !skipped.MatchString(first) {
		return false
	}
	r.warn(g.place(raw.at, 0), CodeRowSkipped, first)
	return true
}

// firstColumn is the leftmost column of a row that is not blank.
func firstColumn(raw *gridRow) int {
	first := maxColumns
	for _, c := range raw.cells {
		if bare(c.text) != "" {
			first = min(first, c.col)
		}
	}
	return first
}

// heading reads a row that is a section's heading: alone in its row, with a
// number of headings before it or over several columns.
func (r *reader) heading(h *head, raw *gridRow, texts map[Column]string) bool {
	var own []gridCell
	for _, c := range raw.cells {
		if bare(c.text) != "" && !(c.filled && c.cols < 2) {
			own = append(own, c)
		}
	}
	if len(own) == 2 && hanOnly.MatchString(bare(texts[Number])) && texts[Task] != "" {
		r.sections.enter(word.HeadingText(bare(texts[Number]), texts[Task]))
		return true
	}
	if len(own) != 1 || own[0].filled && own[0].cols < 2 {
		return false
	}
	text := strings.TrimSpace(own[0].text)
	_, _, level := splitHeading(text)
	if level != 1 && level != 2 && own[0].cols < 3 {
		return false
	}
	r.sections.enter(text)
	return true
}

// hanOnly is the number of a heading that stands in a cell of its own.
var hanOnly = regexp.MustCompile(`^[（(]?[一二三四五六七八九十]{1,4}[）)]?$`)

// flawed tells what is wrong with the cells of a row that are used, and whether
// the row cannot be taken for it.
func (r *reader) flawed(g *grid, h *head, raw *gridRow) bool {
	before := len(r.problems)
	for _, c := range raw.cells {
		used := false
		for _, col := range h.at {
			used = used || col == c.col
		}
		if !used || c.filled {
			continue
		}
		at := g.place(raw.at, c.col)
		switch c.flaw {
		case formula:
			r.warn(at, CodeFormula, c.text)
		case formulaEmpty:
			r.fail(at, CodeFormulaEmpty)
		case errorCell:
			r.fail(at, CodeErrorCell, c.text)
		}
	}
	return r.problems[before:].Failed()
}

// number reads the cell of the number: 1.0 and 1、 are 1. A date there was a
// number like 12-1 that a spreadsheet took for one.
func (r *reader) number(g *grid, h *head, raw *gridRow, text string) string {
	text = strings.Trim(width.Narrow.String(bare(text)), ".､") // narrowed: 、 is ､
	if whole, zeros, ok := strings.Cut(text, "."); ok && strings.Trim(zeros, "0") == "" {
		text = whole
	}
	if m := dateForm.FindStringSubmatch(text); m != nil {
		was := m[1] + "-" + m[2]
		r.warn(g.place(raw.at, h.at[Number]), CodeNumberDate, text, was)
		return was
	}
	return text
}

// dateForm is a day as spreadsheets print it.
var dateForm = regexp.MustCompile(`^(?:\d{4}年)?0?(\d{1,2})月0?(\d{1,2})日$`)

// choice reads a word of a fixed list; what is no such word is told and left
// empty.
func choice[T ~string](r *reader, at Place, c Column, text string, read func(string) (T, bool), wording func(T) string, all ...T) T {
	v, ok := read(text)
	if !ok {
		var words []string
		for _, v := range all {
			words = append(words, wording(v))
		}
		r.warn(at, CodeBadWord, text, c.Head(), strings.Join(words, nameMark))
	}
	return v
}

// duplicates tells which numbers stand twice in one section. Sections may each
// count from 1.
func (r *reader) duplicates() {
	first := map[[2]string]*Row{}
	for _, row := range r.table.Rows {
		key := [2]string{row.Section, row.Number}
		if row.Number == "" {
			continue
		}
		if before := first[key]; before != nil {
			r.fail(row.At, CodeDuplicate, row.Number, before.At)
			continue
		}
		first[key] = row
	}
}

// result is the table, and the problems: those of the whole file first, then in
// the order in which they were found.
func (r *reader) result() (*Table, Problems) {
	r.duplicates()
	slices.SortStableFunc(r.problems, func(a, b Problem) int {
		whole := func(p Problem) int {
			if p.Place == (Place{}) {
				return 0
			}
			return 1
		}
		return whole(a) - whole(b)
	})
	return &r.table, r.problems
}
