package report

import (
	"pledger/document"
	"pledger/report"
)

// Block is one piece of the text from top to bottom: a heading, a paragraph or
// a table; of the three exactly one.
type Block struct {
	Heading *Heading
	Runs    []Run    // a paragraph
	Byline  bool     // the paragraph says who read the report, or when
	Rows    [][]Cell // a table
}

// Cell is the text of one cell of a table.
type Cell []Run

// Heading is a heading that stands alone.
type Heading struct {
	Depth int    // 2 to 4; 1 is the page's title
	ID    string // the section's; "" where no section begins with it
	Runs  []Run
}

// maxDepth is the deepest heading the page shows apart.
const maxDepth = 4

// headingPos is a section's heading with its number.
func headingPos(s report.Section) document.Position {
	switch {
	case !s.Label.Valid():
		return s.Heading
	case !s.Heading.Valid():
		return s.Label
	}
	return document.Position{Start: min(s.Label.Start, s.Heading.Start), End: max(s.Label.End, s.Heading.End)}
}

// layout turns the report's blocks into the page's, furniture and title left
// out, and notes in c.placed which ids stand in the text.
func layout(r *report.Report, c *cutter) []Block {
	var blocks []Block
	headings := headingsByStart(r)
	var last document.Block // the block before, where it was a cell
	for _, b := range r.Text.Blocks {
		pos := trim(c.runes, b.Pos)
		if b.Kind == document.Furniture || !pos.Valid() || r.Title.Valid() && r.Title.Contains(pos) {
			continue
		}
		if b.Kind == document.Cell {
			blocks = addCell(blocks, last, b, c.cut(pos))
			last = b
			continue
		}
		last = document.Block{}
		s, ok := headings[pos.Start]
		whole := ok && headingPos(r.Sections[s]).Contains(core(c.runes, pos))
		switch {
		case whole:
			c.placed[sectionID(s)] = true
			c.drop(sectionID(s))
			blocks = append(blocks, Block{Heading: &Heading{depth(r.Sections[s].Level), sectionID(s), c.cut(pos)}})
		case b.Kind == document.Heading:
			blocks = append(blocks, Block{Heading: &Heading{depth(b.Level), "", c.cut(pos)}})
		default:
			blocks = append(blocks, Block{Runs: c.cut(pos), Byline: pos.Overlaps(r.Speaker) || pos.Overlaps(r.Date)})
		}
	}
	return blocks
}

// headingsByStart maps the offset at which a heading begins to its section; of
// several the outermost.
func headingsByStart(r *report.Report) map[int]int {
	all := map[int]int{}
	for i, s := range r.Sections {
		pos := headingPos(s)
		if i == 0 || !pos.Valid() {
			continue
		}
		if _, taken := all[pos.Start]; !taken {
			all[pos.Start] = i
		}
	}
	return all
}

// core is pos without the punctuation that ends a heading.
func core(runes []rune, pos document.Position) document.Position {
	for pos.End-1 > pos.Start {
		switch runes[pos.End-1] {
		case '。', '：', ':', '；', '.', '！':
			pos.End--
			continue
		}
		break
	}
	return pos
}

// depth is the depth of the heading of a section, or of a marked heading, of
// the level, which may be 0.
func depth(level int) int { return min(max(level, 1)+1, maxDepth) }

// addCell puts a cell into the table that the block before belongs to, or into a
// new one.
func addCell(blocks []Block, before, b document.Block, runs []Run) []Block {
	follows := before.Kind == document.Cell && b.Row >= before.Row
	if !follows || len(blocks) == 0 {
		return append(blocks, Block{Rows: [][]Cell{{runs}}})
	}
	t := &blocks[len(blocks)-1]
	if b.Row > before.Row {
		t.Rows = append(t.Rows, []Cell{runs})
	} else {
		t.Rows[len(t.Rows)-1] = append(t.Rows[len(t.Rows)-1], runs)
	}
	return blocks
}

// drop removes the mark with the id: what it would have marked is a heading of
// its own.
func (c *cutter) drop(id string) {
	for i := c.next; i < len(c.marks); i++ {
		if c.marks[i].id == id {
			c.marks[i].pos.End = c.marks[i].pos.Start
			return
		}
	}
}
