package bulletin

import (
	"io"
	"strings"
)

// WriteText writes the bulletin as plain text, a paragraph a line and the cells
// of tables parted by tabs.
func (b *Bulletin) WriteText(w io.Writer) error {
	lines := []string{b.Masthead, b.Issue, b.Office + "\t" + b.Date, "", b.Title, ""}
	for _, block := range b.Blocks {
		switch block.Kind {
		case Rows:
			lines = append(lines, strings.Join(block.Table.Head, "\t"))
			for _, row := range block.Table.Rows {
				lines = append(lines, strings.Join(row, "\t"))
			}
		case Heading, Note, Annex:
			lines = append(lines, "", block.Text)
		default:
			lines = append(lines, block.Lead+block.Text)
		}
	}
	_, err := io.WriteString(w, strings.Join(lines, "\n")+"\n")
	return err
}
