package document

import (
	"errors"
	"slices"
	"strings"
	"unicode/utf8"

	"pledger/document/block"
)

// separator stands between the blocks of an assembled text.
const separator = "\n\n"

// assemble makes one Text of the blocks of a decoder. Line breaks inside a
// block are judged like those of a txt file; furniture that the decoder left
// in is marked.
func assemble(name string, format Format, blocks []block.Block) *Text {
	size := 0
	for i := range blocks {
		size += len(blocks[i].Text)
	}
	const bytesPerRune = 2 // on the low side: three for Han, one for digits
	t := &Text{Name: name, Format: format, runes: make([]rune, 0, size/bytesPerRune)}
	ends := make([]int, len(blocks))
	for i, b := range blocks {
		if len(t.runes) > 0 {
			t.runes = append(t.runes, []rune(separator)...)
		}
		for _, r := range b.Text {
			t.runes = append(t.runes, r)
		}
		ends[i] = len(t.runes)
	}
	t.runes = slices.Clip(t.runes)
	t.source, _ = newSource(t.runes, string(t.runes))
	for i, b := range blocks {
		t.add(b, Position{ends[i] - utf8.RuneCountInString(b.Text), ends[i]})
	}
	t.markEnd()
	t.join()
	return t
}

// add appends the blocks that b, whose runes stand at pos, makes.
func (t *Text) add(b block.Block, pos Position) {
	parts := t.paragraphs(pos)
	if b.Kind != block.Paragraph && len(parts) > 1 { // a heading or cell stays one
		parts = []Block{{Pos: Position{parts[0].Pos.Start, parts[len(parts)-1].Pos.End}}}
	}
	for _, p := range parts {
		if p.Kind != Furniture || b.Kind != block.Paragraph {
			p.Kind = BlockKind(b.Kind)
		}
		p.Level, p.Page, p.Row, p.Col = b.Level, b.Page, b.Row, b.Col
		t.Blocks = append(t.Blocks, p)
	}
}

// faultError makes the user's error of a decoder's.
func faultError(name string, format Format, err error) *Error {
	kind := strings.ToUpper(string(format))
	var f *block.Fault
	if !errors.As(err, &f) {
		return newError(name, CodeMalformed, err, kind)
	}
	switch f.Reason {
	case block.Encrypted:
		return newError(name, CodeEncrypted, f.Err, kind)
	case block.NoTextLayer:
		return newError(name, CodeNoTextLayer, f.Err, f.N)
	case block.Bomb:
		return newError(name, CodeZipBomb, f.Err)
	case block.NoArticle:
		return newError(name, CodeNoArticle, f.Err)
	case block.NotThis:
		return newError(name, CodeUnsupported, f.Err, f.Found)
	}
	return newError(name, CodeMalformed, err, kind)
}
