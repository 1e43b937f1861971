package bulletin

import (
	"io"

	"pledger/export/word"
)

// styles are the styles of the blocks.
var styles = map[Kind]word.Style{
	Heading: word.Heading1, Part: word.Heading2, Text: word.Body, Blank: word.Body, Annex: word.Annex, AnnexTop: word.AnnexTitle,
}

// widths are the widths of the annex's columns in millimetres; together the
// text block's 156.
var widths = []int{11, 42, 24, 24, 16, 17, 22}

// centred are the annex's columns that stand in the middle.
var centred = []bool{true, false, true, true, true, true, true}

// WriteDocx writes the bulletin as an official document.
func (b *Bulletin) WriteDocx(w io.Writer) error {
	d := &word.Document{Title: b.Title, Author: b.Office}
	say := func(style word.Style, text string) {
		d.Body = append(d.Body, word.Paragraph{Style: style, Text: text})
	}
	say(word.Masthead, b.Masthead)
	say(word.Issue, b.Issue)
	say(word.Imprint, b.Office+"\t"+b.Date)
	say(word.Title, word.BreakTitle(b.Title))
	say(word.Blank, "")
	for _, block := range b.Blocks {
		switch block.Kind {
		case Rows:
			d.Body = append(d.Body, word.Table{Widths: widths, Head: block.Table.Head, Rows: block.Table.Rows, Centre: centred})
		case Note:
			say(word.Blank, "")
			say(word.Body, block.Text)
		case Annex:
			d.Body = append(d.Body, word.Paragraph{Style: word.Annex, Text: block.Text, NewPage: true})
		case AnnexTop:
			say(word.AnnexTitle, block.Text)
			say(word.Blank, "")
		default:
			say(styles[block.Kind], block.Lead+block.Text)
		}
	}
	return word.Write(w, d)
}
