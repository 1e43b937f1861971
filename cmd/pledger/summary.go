package main

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"pledger/export"
	"pledger/report"
	"pledger/statement"
)

// writeSummary prints a report for a person: what it is, its sections, the
// headline targets, the counts, and how much of it was understood.
func (a *app) writeSummary(w io.Writer, s *statement.Set) error {
	var b strings.Builder
	a.writeFront(&b, s)
	a.writeSections(&b, s)
	a.writeTargets(&b, s)
	a.writeCounts(&b, s)
	a.writeCoverage(&b, s)
	_, err := io.WriteString(w, b.String())
	return err
}

// writeFront prints what the report is.
func (a *app) writeFront(b *strings.Builder, s *statement.Set) {
	r := export.NewReport(s, a.lang)
	title := oneLine(string(r.Title))
	if title == "" {
		title = a.text("cmd.untitled")
	}
	fmt.Fprintf(b, "%s\n\n", title)
	year := ""
	if r.Year != nil {
		year = strconv.Itoa(*r.Year)
	}
	rows := [][]string{
		{a.text("cmd.front-file"), r.File},
		{a.text("cmd.front-government"), a.stated(string(r.Government))},
		{a.text("cmd.front-year"), a.stated(year)},
	}
	if r.Speaker != "" {
		rows = append(rows, []string{a.text("cmd.front-speaker"), string(r.Speaker)})
	}
	if r.Date != "" {
		rows = append(rows, []string{a.text("cmd.front-date"), string(r.Date)})
	}
	writeTable(b, rows)
}

// stated is text, or the words for "not stated".
func (a *app) stated(text string) string {
	if text == "" {
		return a.text("cmd.not-stated")
	}
	return text
}

// The names of the contract's values stand in the catalogue under these keys,
// each followed by the value; the pages use them too.
const (
	stanceNames    = "page.stance."
	directionNames = "page.direction."
	boundNames     = "page.bound."
	roleNames      = "page.role."
	kindNames      = "page.kind."
	hardnessNames  = "page.hardness."
)

// name is the name of a value, "" of none.
func (a *app) name(names, value string) string {
	if value == "" {
		return ""
	}
	return a.text(names + value)
}

// maxHeading is how many runes of a heading the table shows.
const maxHeading = 24

// writeSections prints each section with its number of figures and pledges;
// a section counts what stands in the sections below it too.
func (a *app) writeSections(b *strings.Builder, s *statement.Set) {
	sections := s.Report.Sections
	figures, pledges := make([]int, len(sections)), make([]int, len(sections))
	for _, f := range s.Figures {
		count(figures, sections, f.Section)
	}
	for _, p := range s.Pledges {
		count(pledges, sections, p.Section)
	}
	rows := [][]string{{a.text("cmd.section"), a.text("cmd.stance"), a.text("cmd.figures"), a.text("cmd.pledges")}}
	for i := 1; i < len(sections); i++ {
		sec := &sections[i]
		heading := s.Report.Text.Slice(sec.Label)
		if sec.Heading.Valid() {
			heading += oneLine(s.Report.Text.Slice(sec.Heading))
		}
		indent := strings.Repeat("  ", sec.Level-1)
		rows = append(rows, []string{indent + shorten(heading, maxHeading), a.name(stanceNames, sec.Stance.String()), fmt.Sprint(figures[i]), fmt.Sprint(pledges[i])})
	}
	if len(rows) > 1 {
		writeTable(b, rows)
	}
}

// count adds one to section i and to all that enclose it.
func count(counts []int, sections []report.Section, i int) {
	for ; i > 0; i = sections[i].Parent {
		counts[i]++
	}
}

// shorten cuts s after n runes.
func shorten(s string, n int) string {
	if rs := []rune(s); len(rs) > n {
		return string(rs[:n]) + "…"
	}
	return s
}

// writeTargets prints the headline targets: those of the goals, or where a
// report has no such part, all targets said of a known indicator.
func (a *app) writeTargets(b *strings.Builder, s *statement.Set) {
	targets := headline(s)
	if len(targets) == 0 {
		return
	}
	b.WriteString(a.text("cmd.targets") + "\n")
	rows := [][]string{{a.text("cmd.target-subject"), a.text("cmd.target-change"), a.text("cmd.target-bound"), a.text("cmd.target-value"), a.text("cmd.target-unit"), a.text("cmd.target-words")}}
	for _, i := range targets {
		o := export.NewFigure(s, &s.Figures[i])
		rows = append(rows, []string{
			oneLine(o.Subject), a.name(directionNames, string(o.Direction)), a.name(boundNames, o.Bound),
			a.lang.Number(o.Value), string(o.Unit), oneLine(written(s, i)),
		})
	}
	writeTable(b, rows)
}

// written is figure i as it stands, with its unit and the words of its bound; a
// range from its first number to its second.
func written(s *statement.Set, i int) string {
	pos := s.Figures[i].Quantity.Full
	if s.Figures[i].Quantity.RangeWith > 0 && i+1 < len(s.Figures) {
		pos.End = s.Figures[i+1].Quantity.Full.End
	}
	return s.Report.Text.Slice(pos)
}

// headline chooses the targets of the summary, as indices of figures. The
// second end of a range stands with the first; the parts that a text counts, 六个方面,
// are no headline.
func headline(s *statement.Set) []int {
	var goals, linked []int
	for i := range s.Figures {
		f := &s.Figures[i]
		if f.Role != statement.Target || f.Quantity.RangeWith < 0 || f.Kind == statement.Count {
			continue
		}
		if stanceOf(s.Report, f) == report.Goals {
			goals = append(goals, i)
		}
		if f.Indicator != "" {
			linked = append(linked, i)
		}
	}
	if len(goals) > 0 {
		return goals
	}
	return linked
}

// stanceOf is the stance of the sentence that a figure stands in.
func stanceOf(r *report.Report, f *statement.Figure) report.Stance {
	return r.Sentences[r.Clauses[f.Clause].Sentence].Stance
}

// writeCounts prints how many figures there are by role and kind, and how many
// pledges by hardness.
func (a *app) writeCounts(b *strings.Builder, s *statement.Set) {
	roles, kinds := map[string]int{}, map[string]int{}
	for i := range s.Figures {
		roles[s.Figures[i].Role.String()]++
		kinds[s.Figures[i].Kind.String()]++
	}
	hardness := map[string]int{}
	quantified := 0
	for i := range s.Pledges {
		hardness[s.Pledges[i].Hardness.String()]++
		if len(s.Pledges[i].Figures) > 0 {
			quantified++
		}
	}
	writeTable(b, [][]string{
		{a.text("cmd.figures"), fmt.Sprint(len(s.Figures)), a.tally(roleNames, roles)},
		{"", "", a.tally(kindNames, kinds)},
		{a.text("cmd.pledges"), fmt.Sprint(len(s.Pledges)), a.tally(hardnessNames, hardness)},
		{"", "", a.text("cmd.quantified", quantified)},
		{a.text("cmd.mechanisms"), fmt.Sprint(len(s.Mechanisms))},
	})
}

// tally words counts by value, the greatest first.
func (a *app) tally(names string, counts map[string]int) string {
	values := slices.Sorted(maps.Keys(counts))
	slices.SortStableFunc(values, func(a, b string) int { return cmp.Compare(counts[b], counts[a]) })
	for i, v := range values {
		values[i] = fmt.Sprintf("%s %d", a.name(names, v), counts[v])
	}
	return strings.Join(values, " · ")
}

// maxDoubts is how many doubtful places the summary lists; the rest is counted
// and stands in full in the other formats.
const maxDoubts = 10

// writeCoverage prints how much was understood, and what is doubtful.
func (a *app) writeCoverage(b *strings.Builder, s *statement.Set) {
	c := s.Coverage
	fmt.Fprintln(b, a.text("cmd.coverage", c.Numbers, c.Read, c.Figures, c.Linked, c.Doubts))
	doubts := export.Doubts(s, a.lang)
	for _, d := range doubts[:min(len(doubts), maxDoubts)] {
		fmt.Fprintf(b, "  %d:%d %s　%s\n", d.At, d.At+d.Len, shorten(oneLine(d.Quote), maxHeading), d.Reason)
	}
	if rest := len(doubts) - maxDoubts; rest > 0 {
		fmt.Fprintln(b, "  "+a.text("cmd.more-doubts", rest))
	}
	b.WriteString("\n")
}
