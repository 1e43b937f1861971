package chart

import (
	"bytes"
	_ "embed"
	"fmt"
	"html/template"
	"math"

	"pledger/server/page"
)

//go:embed chart.html.tmpl
var templateText string

//go:embed chart.css
var css string

// Style is the style sheet of all charts.
var Style = page.NewStyle("chart.css", css)

var compiled = template.Must(template.New("chart").Parse(templateText))

// Value is a number where a chart draws it and as people read it, with its
// unit. One without text is none: a gap.
type Value struct {
	Number float64
	Text   string
}

// Known reports whether there is a value.
func (v Value) Known() bool {
	return v.Text != "" && !math.IsNaN(v.Number) && !math.IsInf(v.Number, 0)
}

// Point is a value at a time. Where none was reported it stands there without a
// value, so that the line has a gap.
type Point struct {
	Day   string // 2006-01-02, the end of its period; a chart over years does without
	Label string // the period in words: 1—9月, 2020
	Value Value
}

// Table is the numbers of a chart.
type Table struct {
	Summary string // what opens it
	Head    []string
	Rows    [][]string // of each the first cell says what it is of
}

// known are the numbers of the points that have one.
func known(points []Point) (all []float64) {
	for _, p := range points {
		if p.Value.Known() {
			all = append(all, p.Value.Number)
		}
	}
	return all
}

// rendered is the template of that name, filled in. The templates are embedded
// and take what this package gives them, so that an error is a mistake here.
func rendered(name string, data any) template.HTML {
	var b bytes.Buffer
	if err := compiled.ExecuteTemplate(&b, name, data); err != nil {
		panic(fmt.Sprintf("chart: %s: %v", name, err))
	}
	return template.HTML(b.String()) // escaped by html/template
}
