package main

import (
	"html/template"
	"io"
	"sort"
	"strings"

	"pledger/audit"
)

// htmlFindings prints the findings of one report as a page that stands alone.
type htmlFindings struct {
	*app
	w io.Writer
}

// A findingsPage is what the page shows.
type findingsPage struct {
	Lang, Title, Summary string
	Findings             []finding
}

// A finding is one relation on the page.
type finding struct {
	Class, Verdict string
	Quotes         []quote
	Working        []string
	Suspect        string
}

// A quote is a sentence cut at the figures that take part.
type quote struct {
	Place  string
	Pieces []piece
}

// A piece is a stretch of a sentence; Mark says that it is a figure.
type piece struct {
	Text string
	Mark bool
}

// findingsTemplate needs no script and prints as it stands.
var findingsTemplate = template.Must(template.New("findings").Parse(`<!DOCTYPE html>
<html lang="{{.Lang}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{.Title}}</title>
<style>
body { font-family: system-ui, sans-serif; line-height: 1.6; max-width: 50rem; margin: 1rem auto; padding: 0 1rem; color: #1a1a1a; background: #fff }
section { border-left: .3rem solid #888; padding: .1rem 1rem; margin: 1rem 0 }
section.error { border-color: #b3261e } section.rounding { border-color: #b26a00 } section.holds { border-color: #2e7d32 } section.implied { border-color: #1565c0 }
h2 { font-size: 1rem; margin: .4rem 0 } blockquote { margin: .4rem 0; padding: 0 } mark { background: #fff1b8 }
ol { margin: .4rem 0; padding-left: 1.4rem } small { color: #555 }
</style>
</head>
<body>
<h1>{{.Title}}</h1>
<p>{{.Summary}}</p>
{{range .Findings}}<section class="{{.Class}}">
<h2>{{.Verdict}}</h2>
{{range .Quotes}}<blockquote>{{range .Pieces}}{{if .Mark}}<mark>{{.Text}}</mark>{{else}}{{.Text}}{{end}}{{end}} <small>{{.Place}}</small></blockquote>
{{end}}<ol>{{range .Working}}<li>{{.}}</li>{{end}}</ol>
{{with .Suspect}}<p>{{.}}</p>
{{end}}</section>
{{end}}</body>
</html>
`))

// write writes the page.
func (p *htmlFindings) write(c checked) error {
	page := findingsPage{Lang: p.lang.String(), Title: p.text("audit.page-title", c.set.Report.Text.Name), Summary: p.summary(c)}
	for _, r := range worstFirst(c.relations) {
		f := finding{Class: string(r.Result), Verdict: p.verdictLine(c, r), Quotes: c.quotes(r), Working: p.working(r)}
		if r.Grade != "" {
			f.Class = string(r.Grade)
		}
		if r.Suspect != nil {
			f.Suspect = p.text("audit.suspect", c.of(*r.Suspect).Report.Text.Slice(r.Suspect.Pos))
		}
		page.Findings = append(page.Findings, f)
	}
	return findingsTemplate.Execute(p.w, page)
}

// end has nothing to close.
func (p *htmlFindings) end() error { return nil }

// quotes are the sentences of r's figures, each once, with the figures marked.
func (c checked) quotes(r audit.Relation) []quote {
	type place struct {
		last  bool
		start int
	}
	var order []place
	groups := map[place][]audit.Ref{}
	for _, f := range r.Figures {
		at := place{f.Last, c.sentence(f).Start}
		if groups[at] == nil {
			order = append(order, at)
		}
		groups[at] = append(groups[at], f)
	}
	var out []quote
	for _, at := range order {
		out = append(out, c.marked(groups[at]))
	}
	return out
}

// marked is the sentence of refs, which all stand in it, cut at them.
func (c checked) marked(refs []audit.Ref) quote {
	sort.Slice(refs, func(i, j int) bool { return refs[i].Pos.Start < refs[j].Pos.Start })
	set := c.of(refs[0])
	runes := set.Report.Text.Runes()
	sentence := c.sentence(refs[0])
	q := quote{Place: set.Report.Text.Name}
	at := sentence.Start
	for _, f := range refs {
		full := set.Figures[f.Figure].Quantity.Full
		if full.Start < at {
			continue
		}
		q.Pieces = append(q.Pieces, piece{Text: string(runes[at:full.Start])}, piece{string(runes[full.Start:full.End]), true})
		at = full.End
	}
	if at < sentence.End {
		q.Pieces = append(q.Pieces, piece{Text: strings.TrimRight(string(runes[at:sentence.End]), "\n")})
	}
	return q
}
