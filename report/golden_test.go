package report_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"pledger/document"
	"pledger/internal/golden"
	"pledger/report"
)

// TestParse runs the cases of what a report's structure is.
func TestParse(t *testing.T) {
	golden.Run(t, "testdata/*.txtar",
		golden.Stage{Name: "front", Print: printFront},
		golden.Stage{Name: "sections", Print: printSections},
		golden.Stage{Name: "sentences", Print: printSentences})
}

func parse(s string) *report.Report { return report.Parse(document.FromString("report.txt", s)) }

// printFront prints what is said of the report as a whole, and its doubts.
func printFront(input string) string {
	r := parse(input)
	var b strings.Builder
	fmt.Fprintf(&b, "government\t%s\nyear\t%d\n", r.Government, r.Year)
	for _, p := range []struct {
		name string
		pos  document.Position
	}{{"title", r.Title}, {"speaker", r.Speaker}, {"date", r.Date}} {
		if p.pos.Valid() {
			fmt.Fprintf(&b, "%s\t%d:%d\t%s\n", p.name, p.pos.Start, p.pos.End, r.Text.Slice(p.pos))
		}
	}
	for _, d := range r.Doubts {
		fmt.Fprintf(&b, "doubt\t%d:%d\t%s\n", d.Pos.Start, d.Pos.End, d.Code)
	}
	return b.String()
}

// printSections prints each section but the whole: number, stance, the year or
// span it is about, heading.
func printSections(input string) string {
	r := parse(input)
	var b strings.Builder
	for i := range r.Sections[1:] {
		s := &r.Sections[i+1]
		about := fmt.Sprint(s.Year)
		if s.SpanStart != 0 {
			about = fmt.Sprintf("%d/%d", s.SpanStart, s.SpanEnd)
		}
		heading := ""
		if s.Heading.Valid() {
			heading = r.Text.Slice(s.Heading)
		}
		fmt.Fprintf(&b, "%d:%d\t%s%s\t%s\t%s\t%s\n", s.Pos.Start, s.Pos.End, strings.Repeat("  ", s.Level-1), s.Number, s.Stance, about, heading)
	}
	return b.String()
}

// printSentences prints each sentence with its paragraph and stance, and under
// it its clauses with the marks that end them.
func printSentences(input string) string {
	r := parse(input)
	var b strings.Builder
	for i := range r.Sentences {
		s := &r.Sentences[i]
		kind := s.Stance.String()
		if s.Heading {
			kind += " heading"
		}
		fmt.Fprintf(&b, "%d:%d\tparagraph %d\t%s\n", s.Pos.Start, s.Pos.End, s.Paragraph, kind)
		for _, c := range r.Clauses[s.First:s.Last] {
			mark := "-"
			if c.Mark != 0 {
				mark = string(c.Mark)
			}
			fmt.Fprintf(&b, "  %d:%d\t%s\t%s\n", c.Pos.Start, c.Pos.End, mark, strings.ReplaceAll(r.Text.Slice(c.Pos), "\n", "⏎"))
		}
	}
	return b.String()
}

// stanceAt is the stance of the sentence that begins with words.
func stanceAt(t *testing.T, r *report.Report, words string) report.Stance {
	t.Helper()
	for i := range r.Sentences {
		if strings.HasPrefix(r.Text.Slice(r.Sentences[i].Pos), words) {
			return r.Sentences[i].Stance
		}
	}
	t.Fatalf("no sentence begins with %q", words)
	return 0
}

// TestStances runs the example of every row of stances.tsv: a heading over a
// sentence, or a sentence inside the part that it turns.
func TestStances(t *testing.T) {
	data, err := os.ReadFile("stances.tsv")
	if err != nil {
		t.Fatal(err)
	}
	const words = "这一句话看它属于哪一种语态"
	// host is the part that a paragraph of the stance turns up in.
	host := map[string]string{"problems": "一、去年工作回顾", "goals": "一、今年工作安排", "arrangement": "一、今年发展目标"}
	ran := 0
	for n, line := range strings.Split(string(data), "\n") {
		cells := strings.Split(line, "\t")
		if line == "" || strings.HasPrefix(line, "#") || cells[0] == "cue" {
			continue
		}
		if len(cells) != 4 || cells[3] == "" {
			t.Errorf("stances.tsv:%d has no example", n+1)
			continue
		}
		holds := false
		for cue := range strings.SplitSeq(cells[0], "|") {
			holds = holds || strings.Contains(cells[3], cue)
		}
		if !holds {
			t.Errorf("stances.tsv:%d: the example holds no cue of its row", n+1)
		}
		text, look := "2020年青云县政府工作报告\n\n"+cells[3]+"\n\n"+words+"。\n", words
		if cells[2] == "paragraph" {
			text, look = "2020年青云县政府工作报告\n\n"+host[cells[1]]+"\n\n"+words+"。\n\n"+cells[3]+"\n", cells[3]
		}
		if got := stanceAt(t, parse(text), look); got.String() != cells[1] {
			t.Errorf("stances.tsv:%d: %s gives %s, want %s", n+1, cells[3], got, cells[1])
		}
		ran++
	}
	if ran == 0 {
		t.Error("stances.tsv has no rows")
	}
}
