package breakdown

import (
	"cmp"
	"slices"

	"pledger/document/block"
	"pledger/document/docx"
	"pledger/locale"
)

// readDocx reads a document: tasks of its running text that say at their end
// who owes them, and tables. A table that repeats tasks of the text, as an annex
// does, completes them.
func readDocx(data []byte) (*Table, Problems) {
	blocks, err := docx.DecodeTables(data)
	if err != nil {
		return faulty(err)
	}
	var paragraphs []paragraph
	var grids []*grid
	tables := map[int]*grid{}
	merges := map[*grid][]rect{}
	cells := 0
	for i, b := range blocks {
		if b.Table == 0 {
			paragraphs = append(paragraphs, paragraph{b.Text, b.Level, i + 1})
			continue
		}
		g := tables[b.Table]
		if g == nil {
			g = &grid{sheet: locale.ZhCN.Text("breakdown.table", len(grids)+1)}
			tables[b.Table], grids = g, append(grids, g)
		}
		if cells++; !g.put(b) || cells > MaxRows*maxColumns {
			return faulty(&tooManyRows{g.sheet})
		}
		if b.Rows > 1 {
			merges[g] = append(merges[g], rect{b.Row, b.Col, b.Row + b.Rows - 1, b.Col + b.Cols - 1})
		}
	}
	for _, g := range grids {
		g.merge(merges[g])
		g.rows = slices.DeleteFunc(g.rows, func(r gridRow) bool { return len(r.cells) == 0 })
	}
	r := newReader()
	r.running(paragraphs)
	r.annexes(grids)
	return r.result()
}

// put adds a cell; it reports false where the table has too many rows.
func (g *grid) put(b block.Block) bool {
	if n := len(g.rows); n == 0 || g.rows[n-1].at != b.Row {
		if n == MaxRows {
			return false
		}
		g.rows = append(g.rows, gridRow{at: b.Row})
	}
	if b.Col > maxColumns {
		g.wide = g.wide || bare(b.Text) != ""
	} else if bare(b.Text) != "" {
		row := &g.rows[len(g.rows)-1]
		row.cells = append(row.cells, gridCell{col: b.Col, cols: b.Cols, text: b.Text})
	}
	return true
}

// annexes reads the tables of a document whose running text is read.
func (r *reader) annexes(grids []*grid) {
	if len(r.table.Rows) == 0 {
		r.grids(grids)
		return
	}
	columns := slices.Clone(r.table.Columns)
	for _, g := range grids {
		h, ok := findHead(g)
		if !ok {
			continue
		}
		inner := newReader()
		inner.grid(g, h)
		r.problems = append(r.problems, inner.problems...)
		for _, c := range inner.table.Columns {
			if !slices.Contains(columns, c) {
				columns = append(columns, c)
			}
		}
		for _, row := range inner.table.Rows {
			r.complete(row, inner.table.Columns)
		}
	}
	r.table.Columns = columns
}

// complete puts what a table says of a task into the row of the text; a row
// that the text does not have is added.
func (r *reader) complete(row *Row, columns []Column) {
	i := slices.IndexFunc(r.table.Rows, func(have *Row) bool {
		return have.Number == row.Number && have.Number != "" && textKey(have.Task) == textKey(row.Task)
	})
	if i < 0 {
		r.sections.at = ""
		r.add(row)
		return
	}
	have := r.table.Rows[i]
	have.Target, have.Note = cmp.Or(have.Target, row.Target), cmp.Or(have.Note, row.Note)
	for _, c := range []Column{Lead, Supporting, Leader, Deadline} {
		text, table := r.table.cell(have, c), r.table.cell(row, c)
		if slices.Contains(columns, c) && deadlineKey(text) != deadlineKey(table) {
			r.fail(row.At, CodeContradiction, row.Number, c.Head(), text, table)
		}
	}
}
