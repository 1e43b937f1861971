package docx

import (
	"path"
	"strings"

	"pledger/document/block"
	"pledger/document/ooxml"
)

// Decode returns the blocks of a docx file. Tables that only frame text are
// text, and empty cells are left out. An error is always a *block.Fault.
func Decode(data []byte) ([]block.Block, error) { return decode(data, &body{}) }

// DecodeTables is Decode for a reader of tables: every cell of every table is a
// block, empty ones too, and says in which table it stands and how many rows
// and columns it takes. A cell merged into the one above it is left out.
func DecodeTables(data []byte) ([]block.Block, error) { return decode(data, &body{grids: true}) }

// decode fills b from a file.
func decode(data []byte, b *body) ([]block.Block, error) {
	c, err := ooxml.Open(data)
	if err != nil {
		return nil, err
	}
	main, err := mainPart(c)
	if err != nil {
		return nil, err
	}
	dir := path.Dir(main)
	if b.styles, err = readStyles(c, path.Join(dir, "styles.xml")); err != nil {
		return nil, err
	}
	if b.numbering, err = readNumbering(c, path.Join(dir, "numbering.xml")); err != nil {
		return nil, err
	}
	r, err := c.Part(main)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	if err := b.read(r); err != nil {
		return nil, ooxml.PartFault(main, err)
	}
	return b.blocks, nil
}

// mainPart returns the name of the part that holds the text.
func mainPart(c *ooxml.Container) (string, error) {
	const usual = "word/document.xml"
	target, err := c.Main()
	switch {
	case err != nil:
		return "", err
	case strings.HasPrefix(target, "xl/"):
		return "", &block.Fault{Reason: block.NotThis, Found: "XLSX"}
	case strings.HasPrefix(target, "ppt/"):
		return "", &block.Fault{Reason: block.NotThis, Found: "PPTX"}
	case c.Has(target):
		return target, nil
	case c.Has(usual):
		return usual, nil
	case c.Has("ofd.xml"):
		return "", &block.Fault{Reason: block.NotThis, Found: "OFD"}
	case c.Has("mimetype") && c.Has("content.xml"):
		return "", &block.Fault{Reason: block.NotThis, Found: "ODF"}
	case c.Has("meta-inf/container.xml"):
		return "", &block.Fault{Reason: block.NotThis, Found: "EPUB"}
	}
	return "", &block.Fault{Reason: block.NotThis, Found: "ZIP"}
}
