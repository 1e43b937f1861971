package breakdown

import (
	"regexp"
	"strings"
)

// The forms of headings, by level: the number, then what stands between it and
// the heading.
var headingForms = []*regexp.Regexp{
	regexp.MustCompile(`^第?([一二三四五六七八九十百零]{1,4})(?:、|[部分章节]{1,2}\s*|[．.]\s*)`),
	regexp.MustCompile(`^([（(][一二三四五六七八九十百零]{1,4}[）)])、?\s*`),
	regexp.MustCompile(`^([0-9]{1,3})\s*[．.、]\s*`),
}

// splitHeading parts a heading from its number. level is 1 for 一、, 2 for
// （一）, 3 for 1., and 0 where it has no number.
func splitHeading(s string) (number, heading string, level int) {
	s = strings.TrimSpace(s)
	for i, form := range headingForms {
		if m := form.FindStringSubmatch(s); m != nil {
			number := strings.NewReplacer("(", "（", ")", "）").Replace(m[1])
			return number, strings.TrimSpace(s[len(m[0]):]), i + 1
		}
	}
	return "", s, 0
}

// An outline keeps the section at hand while rows are read.
type outline struct {
	table *Table
	known map[string]Section // headings met
	kept  map[string]bool    // those that the table has
	at    string             // the number of the section at hand
}

// enter opens a section by its heading as printed.
func (o *outline) enter(text string) {
	number, heading, level := splitHeading(text)
	above := ancestors(o.at)
	switch {
	case level == 0:
		number, level = heading, 1
		heading = ""
	case level == 1:
		above = nil
	}
	for len(above) > 0 && formLevel(label(above[len(above)-1])) >= level {
		above = above[:len(above)-1]
	}
	o.at = strings.ReplaceAll(number, "/", "／")
	if len(above) > 0 {
		o.at = above[len(above)-1] + "/" + o.at
	}
	if o.known == nil {
		o.known = map[string]Section{}
	}
	if _, twice := o.known[o.at]; !twice {
		o.known[o.at] = Section{o.at, heading, len(above) + 1}
	}
}

// use gives a row the section at hand and keeps it and those above it. Headings
// without rows are not kept.
func (o *outline) use(r *Row) {
	r.Section = o.at
	for i, n := range ancestors(o.at) {
		if o.kept[n] {
			continue
		}
		s, ok := o.known[n]
		if !ok {
			s = Section{Number: n, Level: i + 1}
		}
		o.keep(s)
	}
}

// formLevel is the level that a label's form belongs to.
func formLevel(label string) int {
	switch {
	case strings.HasPrefix(label, "（"):
		return 2
	case label != "" && label[0] >= '0' && label[0] <= '9':
		return 3
	}
	return 1
}

// enterPath opens the section that a cell names with those above it.
func (o *outline) enterPath(text string) {
	o.at = ""
	for part := range strings.SplitSeq(text, sectionMark) {
		if part = strings.TrimSpace(part); part != "" {
			o.enter(part)
		}
	}
}

// keep adds a section to the table.
func (o *outline) keep(s Section) {
	if o.kept == nil {
		o.kept = map[string]bool{}
	}
	o.kept[s.Number] = true
	o.table.Sections = append(o.table.Sections, s)
}
