package chart

import (
	"html/template"

	"pledger/locale"
	"pledger/standing"
)

// Multiples（分地区小图）are small panels on a common scale: one place, one panel.
type Multiples struct {
	Title  string
	Zero   bool
	Panels []Panel
}

// Panel is one place's series.
type Panel struct {
	Name   string
	Href   template.URL // "" for none
	Points []Point
	Target Value
	Light  standing.Light
}

// The drawing of a panel.
const (
	panelWidth  = 150
	panelHeight = 54
	panelRoom   = 6
)

// panelView is a panel as the template takes it.
type panelView struct {
	Name    string
	Href    template.URL
	Lamp    template.HTML
	Last    string
	Drawing *drawing
}

// HTML draws the panels.
func (c Multiples) HTML(lang locale.Lang) template.HTML {
	var values []float64
	for _, p := range c.Panels {
		values = append(values, known(p.Points)...)
		if p.Target.Known() {
			values = append(values, p.Target.Number)
		}
	}
	view := struct {
		Title, None string
		Panels      []panelView
		Table       Table
	}{Title: lang.Text("chart.multiples.title", c.Title), Table: c.table(lang)}
	if len(values) == 0 {
		view.None = lang.Text("chart.none")
		return rendered("multiples", view)
	}
	r := spanOf(values, c.Zero)
	for _, p := range c.Panels {
		d := &drawing{Class: "panel", Width: panelWidth, Height: panelHeight, Title: p.Name, Desc: describeSeries(lang, p.Points)}
		last := lang.Text("chart.none")
		for _, q := range p.Points {
			if q.Value.Known() {
				last = q.Value.Text
			}
		}
		d.line("grid", 0, panelHeight-panelRoom, panelWidth, panelHeight-panelRoom)
		small(d, p.Points, r, p.Target, p.Light, panelRoom)
		view.Panels = append(view.Panels, panelView{p.Name, p.Href, Lamp(lang, p.Light), last, d})
	}
	return rendered("multiples", view)
}

// table is the panels' numbers, one place a row.
func (c *Multiples) table(lang locale.Lang) Table {
	t := Table{Summary: lang.Text("chart.table"), Head: []string{lang.Text("chart.head.place")}}
	var longest []Point
	for _, p := range c.Panels {
		if len(p.Points) > len(longest) {
			longest = p.Points
		}
	}
	for _, q := range longest {
		t.Head = append(t.Head, q.Label)
	}
	for _, p := range c.Panels {
		row := []string{p.Name}
		for i := range longest {
			cell := lang.Text("chart.missing.one")
			if i < len(p.Points) {
				cell = orNone(lang, p.Points[i].Value)
			}
			row = append(row, cell)
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}
