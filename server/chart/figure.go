package chart

import (
	"html/template"

	"pledger/locale"
	"pledger/standing"
)

// figure is a drawing with its key and its table.
type figure struct {
	Class   string
	Drawing *drawing
	Key     []sample
	Steps   []sample // of a map by value: the colours
	Lights  []lightSample
	Table   Table
}

// sample is a line of a key: what a mark means.
type sample struct{ Class, Label string }

// lightSample is a line of a key of lights.
type lightSample struct {
	Lamp  template.HTML
	Label string
}

// none is the figure where there is nothing to draw.
func (f *figure) none(lang locale.Lang) template.HTML {
	f.Drawing.text("none middle", f.Drawing.Width/2, f.Drawing.Height/2, lang.Text("chart.none"))
	return rendered("figure", f)
}

// lightKey is the key of all lights.
func lightKey(lang locale.Lang) (all []lightSample) {
	for _, l := range standing.Lights() {
		all = append(all, lightSample{Lamp(lang, l), Word(lang, l)})
	}
	return all
}

// Key says what the lamps mean, for a page that shows them beside its rows.
func Key(lang locale.Lang) template.HTML { return rendered("lights", lightKey(lang)) }
