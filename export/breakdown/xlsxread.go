package breakdown

import (
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strconv"
	"strings"

	"pledger/document/ooxml"
)

// A workbook is an xlsx file being read. It is read here, and not by the library
// that writes it, because a sheet is walked once, row by row, and left at the
// first row beyond the limit; and because formulas, hidden rows and merged cells
// must be told without holding the whole sheet.
type workbook struct {
	container *ooxml.Container
	date1904  bool
	formats   []format // by the style of cells
	wanted    map[int]bool
	strings   map[int]string // shared strings that cells name
}

// sheetName is one sheet as the workbook lists it.
type sheetName struct {
	Name  string `xml:"name,attr"`
	State string `xml:"state,attr"`
	ID    string `xml:"id,attr"`
}

// maxSheets is how many sheets of a file are read.
const maxSheets = 100

// readXlsx reads every sheet of an xlsx file.
func readXlsx(c *ooxml.Container) (*Table, Problems) {
	b := &workbook{container: c, wanted: map[int]bool{}, strings: map[int]string{}}
	grids, err := b.grids()
	if err != nil {
		return faulty(err)
	}
	r := newReader()
	r.grids(grids)
	return r.result()
}

// grids reads the sheets, then the strings that their cells name.
func (b *workbook) grids() ([]*grid, error) {
	sheets, targets, err := b.list()
	if err != nil {
		return nil, err
	}
	if b.formats, err = readFormats(b.container); err != nil {
		return nil, err
	}
	var all []*grid
	var merges [][]rect
	rows := 0
	for _, s := range sheets[:min(len(sheets), maxSheets)] {
		w := &sheetWalker{book: b, grid: &grid{sheet: s.Name, hidden: s.State == "hidden" || s.State == "veryHidden"}, left: MaxRows - rows}
		if err := b.walk(targets[s.ID], w); err != nil {
			return nil, err
		}
		rows += len(w.grid.rows)
		all, merges = append(all, w.grid), append(merges, w.merges)
	}
	if err := b.readStrings(); err != nil {
		return nil, err
	}
	for i, g := range all {
		b.resolve(g)
		g.merge(merges[i])
	}
	return all, nil
}

// list names the sheets, and for each id the part that holds it.
func (b *workbook) list() ([]sheetName, map[string]string, error) {
	var main struct {
		Properties struct {
			Date1904 string `xml:"date1904,attr"`
		} `xml:"workbookPr"`
		Sheets []sheetName `xml:"sheets>sheet"`
	}
	var rels struct {
		Relationship []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
		}
	}
	err := errors.Join(b.container.Unmarshal("xl/workbook.xml", &main), b.container.Unmarshal("xl/_rels/workbook.xml.rels", &rels))
	b.date1904 = main.Properties.Date1904 == "1" || main.Properties.Date1904 == "true"
	targets := map[string]string{}
	for _, r := range rels.Relationship {
		target := strings.ToLower(r.Target)
		if !strings.HasPrefix(target, "/") {
			target = "xl/" + target
		}
		targets[r.ID] = strings.TrimPrefix(path.Clean(target), "/")
	}
	return main.Sheets, targets, err
}

// A walker takes the elements of a part in turn.
type walker interface {
	start(e *xml.StartElement)
	end(local string) error
	text(s []byte)
}

// walk walks one part; a part that is not there is empty.
func (b *workbook) walk(part string, w walker) error {
	r, err := b.container.Part(part)
	if r == nil || err != nil {
		return err
	}
	defer r.Close()
	d := xml.NewDecoder(r)
	for {
		t, err := d.Token()
		if err == io.EOF {
			return nil
		}
		switch t := t.(type) {
		case xml.StartElement:
			w.start(&t)
		case xml.EndElement:
			err = w.end(t.Name.Local)
		case xml.CharData:
			w.text(t)
		}
		var rows *tooManyRows
		if errors.As(err, &rows) {
			return err
		}
		if err != nil {
			return ooxml.PartFault(part, err)
		}
	}
}

// sharedWalker keeps the shared strings that cells name.
type sharedWalker struct {
	book   *workbook
	n      int
	inText bool
	skip   int // inside a reading over characters
	buf    []byte
}

func (w *sharedWalker) start(e *xml.StartElement) {
	switch e.Name.Local {
	case "rPh":
		w.skip++
	case "t":
		w.inText = w.skip == 0
	}
}

func (w *sharedWalker) text(s []byte) {
	if w.inText && w.book.wanted[w.n] {
		w.buf = append(w.buf, s...)
	}
}

func (w *sharedWalker) end(local string) error {
	switch local {
	case "rPh":
		w.skip--
	case "t":
		w.inText = false
	case "si":
		if w.book.wanted[w.n] {
			w.book.strings[w.n] = unescape(string(w.buf))
		}
		w.n++
		w.buf = w.buf[:0]
	}
	return nil
}

// readStrings reads the shared strings.
func (b *workbook) readStrings() error {
	if len(b.wanted) == 0 {
		return nil
	}
	return b.walk("xl/sharedstrings.xml", &sharedWalker{book: b})
}

// resolve puts the shared strings into the cells and leaves out blank cells and
// rows.
func (b *workbook) resolve(g *grid) {
	rows := g.rows[:0]
	for _, row := range g.rows {
		cells := row.cells[:0]
		for _, c := range row.cells {
			if c.shared {
				n, _ := strconv.Atoi(c.text) // "" and what is no number name no string
				c.text, c.shared = b.strings[n], false
			}
			if strings.TrimSpace(c.text) != "" || c.flaw == formulaEmpty {
				cells = append(cells, c)
			}
		}
		if row.cells = cells; len(cells) > 0 {
			rows = append(rows, row)
		}
	}
	g.rows = rows
}
