package breakdown

import (
	"strings"

	"pledger/export/word"
)

// sectionMark parts a section from the one above it, in one cell.
const sectionMark = " / "

// sectionText is a section with those above it: 三、重点工作 / （一）扩大内需.
func (t *Table) sectionText(number string) string {
	var all []string
	for _, n := range ancestors(number) {
		s, _ := t.section(n)
		all = append(all, word.HeadingText(label(n), s.Heading))
	}
	return strings.Join(all, sectionMark)
}
