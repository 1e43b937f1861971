package report

import (
	"slices"

	"pledger/document"
)

// Joined is the report with its positions in Text.Joined(), where no line break stands
// inside a word: it says the same, part for part. It is r itself where there is nothing
// to join.
func (r *Report) Joined() *Report {
	if r.joined == nil {
		return r
	}
	return r.joined
}

// unjoined is r, a report of t.Joined(), with its positions in t.
func (r *Report) unjoined(t *document.Text) *Report {
	out := *r
	out.Text, out.joined = t, r
	for _, p := range []*document.Position{&out.Title, &out.Speaker, &out.Date} {
		*p = t.Original(*p)
	}
	out.Sections = slices.Clone(r.Sections)
	for i := range out.Sections {
		s := &out.Sections[i]
		s.Pos, s.Heading, s.Label = t.Original(s.Pos), t.Original(s.Heading), t.Original(s.Label)
	}
	out.Sentences = slices.Clone(r.Sentences)
	for i := range out.Sentences {
		out.Sentences[i].Pos = t.Original(r.Sentences[i].Pos)
	}
	out.Clauses = slices.Clone(r.Clauses)
	for i := range out.Clauses {
		out.Clauses[i].Pos = t.Original(r.Clauses[i].Pos)
	}
	out.Doubts = slices.Clone(r.Doubts)
	for i := range out.Doubts {
		out.Doubts[i].Pos = t.Original(r.Doubts[i].Pos)
	}
	return &out
}
