package page

import (
	_ "embed"
	"html/template"
)

//go:embed wrongs.html.tmpl
var wrongsTemplate string

// Wrongs（错误汇总）is what a refused command is told at the head of the page: one
// sentence for the whole, then each thing that is wrong, with the way to where
// it is mended. The template "wrongs" shows it; nil shows nothing.
type Wrongs struct {
	Head  string
	Items []Link // those without a way are no links
}

// Add adds one thing that is wrong; field is the id of the form's field it is
// about, "" where it is about none.
func (w *Wrongs) Add(sentence, field string) {
	l := Link{Label: sentence}
	if field != "" {
		l.Href = template.URL("#" + field) // ids are names of our own
	}
	w.Items = append(w.Items, l)
}
