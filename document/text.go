package document

import "sort"

// Position is a half-open span of rune offsets into one Text: the runes with
// Start <= offset < End. The zero Position is empty and means "none"; an empty
// span is never a valid place.
type Position struct {
	Start, End int
}

// Valid reports whether p names a place, that is, covers at least one rune.
func (p Position) Valid() bool { return p.Start >= 0 && p.Start < p.End }

// Len is the number of runes p covers.
func (p Position) Len() int { return p.End - p.Start }

// Contains reports whether q lies wholly inside p.
func (p Position) Contains(q Position) bool { return p.Start <= q.Start && q.End <= p.End }

// Overlaps reports whether p and q share at least one rune.
func (p Position) Overlaps(q Position) bool { return p.Start < q.End && q.Start < p.End }

// Format is the file format a Text was decoded from.
type Format string

// The formats that Read knows.
const (
	TXT  Format = "txt"
	DOCX Format = "docx"
	PDF  Format = "pdf"
	HTML Format = "html"
)

// BlockKind says what a block is in its document.
type BlockKind uint8

// The kinds of block. Furniture（版面杂项）is text that stands in the file and
// is not part of the report: page numbers, running heads, menus that could not
// be told from the article while decoding, licence footers. Readers skip it.
const (
	Paragraph BlockKind = iota
	Heading             // marked as a heading by the document's own style
	Cell                // one table cell
	Furniture
)

// Block is one paragraph, heading, table cell or piece of furniture. Line
// breaks inside Pos are soft: they do not end the paragraph.
type Block struct {
	Pos   Position
	Kind  BlockKind
	Level int // heading level from 1; 0 where the document does not say
	Page  int // page from 1; 0 where the format has no pages
	Row   int // table row and column from 1; 0 outside tables
	Col   int
	// Cont says that the block goes on where the last block that is not
	// furniture broke off: a page number stands in the middle of a paragraph.
	Cont bool
}

// Text is a document's text with, for each stretch of it, where it came from.
// It is immutable once read. For txt files the runes are the file's own,
// exactly as they stand (less a byte order mark), so that an offset into Text
// is an offset into the file's decoded text.
type Text struct {
	Name     string // as given to Read
	Format   Format
	Encoding string  // of a txt or html file: utf-8, gb18030, utf-16le …; else empty
	Blocks   []Block // in order, disjoint; together they hold every visible rune
	runes    []rune
	source   source
	broken   int // broken byte sequences, each read as U+FFFD
	joined   *Text
	seams    []seam
	gaps     []gap // what joined leaves out, while the blocks are found
	cuts     int   // how many of them stand inside a word
}

// Runes returns the text's runes. The caller must not change them.
func (t *Text) Runes() []rune { return t.runes }

// Len is the number of runes in the text.
func (t *Text) Len() int { return len(t.runes) }

// Slice returns the text at p, as it stands. It panics if p is not inside t. The
// string is a part of the text's own memory: it costs nothing and keeps it alive.
func (t *Text) Slice(p Position) string { return t.source.slice(t.runes, p.Start, p.End) }

// SliceWide is Slice for a p whose runes all lie between U+0800 and U+FFFF, as Han
// characters do: a caller that has looked at each of them saves looking again.
func (t *Text) SliceWide(p Position) string { return t.source.sliceWide(t.runes, p.Start, p.End) }

// NextSign is the offset of the first rune from offset i on that is no Han character, of
// U+4E00 to U+9FFF, and Len where there is none: marks and digits are found by it without
// a look at what stands between. i is at most Len.
func (t *Text) NextSign(i int) int { return t.source.next(sign, i) }

// Han is the number of Han characters in the text.
func (t *Text) Han() int { return len(t.runes) - t.source.signs }

// Broken is the number of byte sequences of the file that its encoding does
// not have; each stands in the text as U+FFFD.
func (t *Text) Broken() int { return t.broken }

// At returns the block that holds p's first rune. For a rune between two
// blocks, and for p outside the text, it returns the zero Block, whose Pos is
// not valid.
func (t *Text) At(p Position) Block {
	i := sort.Search(len(t.Blocks), func(i int) bool { return t.Blocks[i].Pos.End > p.Start })
	if i == len(t.Blocks) || t.Blocks[i].Pos.Start > p.Start {
		return Block{}
	}
	return t.Blocks[i]
}
