package docx

import (
	"path"

	"pledger/document/block"
)

// Decode returns the blocks of a docx file. An error is always a *block.Fault.
func Decode(data []byte) ([]block.Block, error) {
	c, err := open(data)
	if err != nil {
		return nil, err
	}
	main, err := c.main()
	if err != nil {
		return nil, err
	}
	dir := path.Dir(main)
	b := &body{}
	if b.styles, err = readStyles(c, path.Join(dir, "styles.xml")); err != nil {
		return nil, err
	}
	if b.numbering, err = readNumbering(c, path.Join(dir, "numbering.xml")); err != nil {
		return nil, err
	}
	r, err := c.part(main)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	if err := b.read(r); err != nil {
		return nil, partFault(main, err)
	}
	return b.blocks, nil
}
