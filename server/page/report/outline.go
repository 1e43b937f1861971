package report

import (
	"strings"

	"pledger/report"
)

// outlineDepth is the deepest section that the outline, the list's groups and
// the filter know: deeper ones hold a paragraph or less.
const outlineDepth = 2

// Section is a section as the outline and the filter show it.
type Section struct {
	Index  int    // into Report.Sections; the value of the filter's parameter
	ID     string // of its heading in the text; "" where it has none
	Label  string // 三、
	Title  string
	Level  int
	Stance string // the stance in words, where it differs from the section around it; else ""
	Count  int    // entries in it and the sections below it
	Chosen bool   // by the filter
}

// Group is the entries of one section, in the order of the text.
type Group struct {
	Section int    // index into Report.Sections
	Title   string // with its number
	Around  []int  // the section and those around it, innermost first
	Entries []Entry
	Hidden  bool // the filter leaves out all entries
}

// shownSection is the section that stands for section i in the outline: itself
// or the nearest around it that is not too deep.
func shownSection(r *report.Report, i int) int {
	for i > 0 && r.Sections[i].Level > outlineDepth {
		i = r.Sections[i].Parent
	}
	return max(i, 0)
}

// around lists section i and the sections around it, innermost first.
func around(r *report.Report, i int) []int {
	var all []int
	for ; i > 0; i = r.Sections[i].Parent {
		all = append(all, i)
	}
	return append(all, 0)
}

// group puts the entries into groups, one for each stretch of the same section.
func (w *writer) group(entries []Entry) []Group {
	r := w.set.Report
	var groups []Group
	for _, e := range entries {
		s := shownSection(r, e.section)
		if n := len(groups); n == 0 || groups[n-1].Section != s {
			groups = append(groups, Group{Section: s, Title: w.sectionTitle(s), Around: around(r, s)})
		}
		g := &groups[len(groups)-1]
		g.Entries = append(g.Entries, e)
	}
	return groups
}

// sectionTitle is a section's number and heading, the number of the section
// around it before: 三（一）. The text before the first heading has a title of our
// own.
func (w *writer) sectionTitle(i int) string {
	if i == 0 {
		return w.text("page.section.none")
	}
	s := w.set.Report.Sections[i]
	around := ""
	if s.Parent > 0 {
		around = strings.TrimSuffix(w.quote(w.set.Report.Sections[s.Parent].Label), "、")
	}
	return around + w.quote(s.Label) + w.heading(s)
}

// headingEnds are the marks that end a heading and are not shown in a list.
const headingEnds = "。：；:;"

// heading is a section's heading without its number and the mark that ends it.
func (w *writer) heading(s report.Section) string {
	return strings.TrimRight(w.quote(s.Heading), headingEnds)
}

// outline lists the sections, those too deep left out, with their counts.
func (w *writer) outline(entries []Entry, placed map[string]bool) []Section {
	r := w.set.Report
	counts := make([]int, len(r.Sections))
	for _, e := range entries {
		for _, s := range around(r, e.section) {
			counts[s]++
		}
	}
	var all []Section
	for i, s := range r.Sections {
		if i == 0 || s.Level > outlineDepth {
			continue
		}
		o := Section{Index: i, Label: w.quote(s.Label), Title: w.heading(s), Level: s.Level, Count: counts[i]}
		if placed[sectionID(i)] {
			o.ID = sectionID(i)
		}
		if s.Parent < 0 || s.Stance != r.Sections[s.Parent].Stance {
			o.Stance = w.name("stance", s.Stance.String())
		}
		all = append(all, o)
	}
	return all
}
