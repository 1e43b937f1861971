package docx

import (
	"encoding/xml"
	"errors"
	"io"

	"pledger/document/block"
)

// The namespaces of the elements that matter, in both editions of the standard.
const (
	wordSpace       = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	wordSpaceStrict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
	compatSpace     = "http://schemas.openxmlformats.org/markup-compatibility/2006"
	mathSpace       = "http://schemas.openxmlformats.org/officeDocument/2006/math"
	mathSpaceStrict = "http://purl.oclc.org/ooxml/officeDocument/math"
)

// body walks the main part once and collects its blocks.
type body struct {
	styles    styles
	numbering *numbering
	blocks    []block.Block

	skip   int          // depth inside an element whose content does not count
	paras  []*paragraph // open paragraphs: one in a text box stands inside another
	tables []*table     // open tables: one may stand in a cell of another
	// choices says, for each open mc:AlternateContent, whether a choice was taken.
	choices []bool
	inText  bool // inside w:t
	inBody  bool
	props   []string // open property elements, outermost first
	carry   string   // text of paragraphs whose mark is deleted: the next one has it
	grids   bool     // tables are kept as they are drawn
	counted int      // tables begun
}

// read walks the part. A loop over tokens: nesting costs no stack.
func (b *body) read(r io.Reader) error {
	d := xml.NewDecoder(r)
	for {
		t, err := d.Token()
		if err == io.EOF {
			if b.carry != "" {
				b.finish(&paragraph{})
			}
			return nil
		}
		if err != nil {
			return err
		}
		switch t := t.(type) {
		case xml.StartElement:
			if b.start(&t); len(b.paras)+len(b.tables) > maxNesting {
				return errNested
			}
		case xml.EndElement:
			b.end(t.Name)
		case xml.CharData:
			if b.inText && b.skip == 0 && len(b.paras) > 0 {
				p := b.para()
				p.text = append(p.text, t...)
			}
		}
	}
}

// maxNesting is how deep text boxes and tables may stand in one another. Text
// boxes in tables in tables have been seen; no person makes ten levels.
const maxNesting = 64

var errNested = errors.New("tables or text boxes nested too deep")

// para returns the paragraph at hand.
func (b *body) para() *paragraph { return b.paras[len(b.paras)-1] }

// skipped are the elements whose content a reader does not see: deleted and
// moved-away text, field codes, readings over characters, and the former
// properties that tracked changes keep.
func skipped(local string) bool {
	switch local {
	case "del", "moveFrom", "delText", "delInstrText", "instrText", "fldData", "rt", "binData",
		"rPrChange", "pPrChange", "tblPrChange", "tcPrChange", "trPrChange", "sectPrChange", "tblGridChange",
		"tblPrExChange", "numberingChange", "sectPr":
		return true
	}
	return false
}

func (b *body) start(e *xml.StartElement) {
	if b.skip > 0 {
		b.skip++
		return
	}
	switch e.Name.Space {
	case wordSpace, wordSpaceStrict:
		b.startWord(e)
	case compatSpace:
		b.startCompat(e.Name.Local)
	case mathSpace, mathSpaceStrict:
		b.inText = e.Name.Local == "t"
	}
}

// startCompat takes the first choice of an alternative, the fallback only where
// there is none: a text box is in both.
func (b *body) startCompat(local string) {
	switch n := len(b.choices); {
	case local == "AlternateContent":
		b.choices = append(b.choices, false)
	case (local == "Choice" || local == "Fallback") && n > 0:
		if b.choices[n-1] {
			b.skip = 1
		}
		b.choices[n-1] = true
	}
}

func (b *body) startWord(e *xml.StartElement) {
	local := e.Name.Local
	if len(b.props) > 0 {
		b.props = append(b.props, local)
		b.property(e)
		return
	}
	if skipped(local) {
		b.skip = 1
		return
	}
	switch local {
	case "pPr", "rPr", "trPr", "tcPr", "tblPr":
		b.props = append(b.props, local)
	case "body":
		b.inBody = true
	case "p":
		if b.inBody {
			b.paras = append(b.paras, &paragraph{})
		}
	case "r":
		if len(b.paras) > 0 {
			b.para().beginRun()
		}
	case "tbl":
		b.counted++
		b.tables = append(b.tables, &table{paras: len(b.paras), number: b.counted})
	case "tr", "tc":
		if n := len(b.tables); n > 0 {
			b.tables[n-1].begin(local)
		}
	case "t":
		b.inText = true
	default:
		if len(b.paras) > 0 {
			b.para().sign(e)
		}
	}
}

func (b *body) end(name xml.Name) {
	if b.skip > 0 {
		b.skip--
		return
	}
	switch name.Space {
	case compatSpace:
		if name.Local == "AlternateContent" && len(b.choices) > 0 {
			b.choices = b.choices[:len(b.choices)-1]
		}
		return
	case mathSpace, mathSpaceStrict:
		b.inText = false
		return
	case wordSpace, wordSpaceStrict:
	default:
		return
	}
	if n := len(b.props); n > 0 {
		b.props = b.props[:n-1]
		return
	}
	switch name.Local {
	case "t":
		b.inText = false
	case "r":
		if len(b.paras) > 0 {
			b.para().endRun()
		}
	case "p":
		if n := len(b.paras); n > 0 {
			p := b.paras[n-1]
			b.paras = b.paras[:n-1]
			b.finish(p)
		}
	case "tc":
		if n := len(b.tables); n > 0 {
			b.tables[n-1].endCell()
		}
	case "tbl":
		if n := len(b.tables); n > 0 {
			t := b.tables[n-1]
			b.tables = b.tables[:n-1]
			if b.grids {
				b.put(len(b.paras), t.grid()...)
			} else {
				b.put(len(b.paras), t.blocks()...)
			}
		}
	}
}

// property reads an element inside the properties of a paragraph, run, row or
// cell.
func (b *body) property(e *xml.StartElement) {
	owner, local := b.props[0], e.Name.Local
	switch {
	case skipped(local) && local != "del" && local != "moveFrom":
		b.props = b.props[:len(b.props)-1]
		b.skip = 1
	case owner == "tcPr" && len(b.tables) > 0:
		b.tables[len(b.tables)-1].property(local, attr(e, "val"))
	case owner == "pPr" && len(b.paras) > 0:
		b.para().property(b.props, attr(e, "val"))
	case owner == "rPr" && len(b.paras) > 0 && (local == "vanish" || local == "webHidden"):
		b.para().hidden = isOn(attr(e, "val"))
	}
}

// put adds blocks where they belong: after the paragraph that stands around
// them, into the table cell at hand, or to the body.
func (b *body) put(paras int, blocks ...block.Block) {
	switch n := len(b.tables); {
	case paras > 0 && (n == 0 || b.tables[n-1].paras < paras):
		p := b.paras[paras-1]
		p.after = append(p.after, blocks...)
	case n > 0:
		b.tables[n-1].add(blocks)
	default:
		b.blocks = append(b.blocks, blocks...)
	}
}

func attr(e *xml.StartElement, local string) string {
	for _, a := range e.Attr {
		if a.Name.Local == local {
			return a.Value
		}
	}
	return ""
}

// isOn reads an on-off property, whose value may be left out.
func isOn(val string) bool { return val != "0" && val != "false" && val != "off" }
