package breakdown

import "strings"

// sectionMark parts a section from the one above it, in one cell.
const sectionMark = " / "

// sectionText is a section with those above it: 三、重点工作 / （一）扩大内需.
func (t *Table) sectionText(number string) string {
	var all []string
	for _, n := range ancestors(number) {
		s, _ := t.section(n)
		all = append(all, headingText(label(n), s.Heading))
	}
	return strings.Join(all, sectionMark)
}

// headingText is a heading with its number: 三、…, （一）…, 1.….
func headingText(number, heading string) string {
	switch {
	case number == "":
		return heading
	case strings.HasSuffix(number, "）") || strings.HasSuffix(number, ")"):
		return number + heading
	case number[0] >= '0' && number[0] <= '9':
		return number + "." + heading
	}
	return number + "、" + heading
}
