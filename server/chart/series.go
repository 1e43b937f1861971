package chart

import (
	"html/template"

	"pledger/locale"
)

// Series（历年图）is a value over years or other periods that lie evenly. A
// period without a value stands among the points without one.
type Series struct {
	Title  string
	Unit   string
	Zero   bool // the axis begins at zero
	Points []Point
	Target Value // of the last point's period; none where there is none
}

// HTML draws the chart.
func (c Series) HTML(lang locale.Lang) template.HTML {
	f := &figure{Class: "series", Table: seriesTable(lang, c.Points, c.Target)}
	d := &drawing{Class: "plot", Width: plotWidth, Height: plotHeight, Title: lang.Text("chart.series.title", c.Title)}
	f.Drawing = d
	values := known(c.Points)
	if len(values) == 0 {
		d.Desc = lang.Text("chart.none")
		return f.none(lang)
	}
	d.Desc = describeSeries(lang, c.Points)
	if c.Target.Known() {
		values = append(values, c.Target.Number)
	}
	p := newPlot(d, newScale(lang, airy(values), c.Unit, c.Zero, valueSteps))
	x := func(i int) float64 { return p.x((float64(i) + 0.5) / float64(len(c.Points))) }
	if c.Target.Known() {
		at, half := x(len(c.Points)-1), (p.x(1)-p.x(0))/float64(len(c.Points))/2
		p.line("target", at-half, p.y(c.Target.Number), at+half, p.y(c.Target.Number))
		f.Key = append(f.Key, sample{"line", lang.Text("chart.key.value")}, sample{"target", lang.Text("chart.key.target", c.Target.Text)})
	}
	spots := make([]spot, len(c.Points))
	for i, q := range c.Points {
		spots[i] = spot{x: x(i), known: q.Value.Known()}
		if spots[i].known {
			spots[i].y = p.y(q.Value.Number)
		}
	}
	p.periods(c.Points, x)
	p.add(mark{Kind: "path", Class: "line", D: broken(spots)})
	for _, s := range spots {
		if s.known {
			p.dot("dot", s.x, s.y, 3.2)
		} else {
			p.dot("missing", s.x, p.Height-plotBottom, 3.2)
		}
	}
	if len(known(c.Points)) < len(c.Points) {
		f.Key = append(f.Key, sample{"missing", lang.Text("chart.key.missing")})
	}
	return rendered("figure", f)
}

// periods labels the periods below the axis: as many as have room, the last one
// always.
func (p *plot) periods(points []Point, x func(int) float64) {
	widest := 0.0
	for _, q := range points {
		widest = max(widest, width(q.Label, TextSize))
	}
	const between = 10
	every := 1
	for every < len(points) && (p.x(1)-p.x(0))/float64(len(points))*float64(every) < widest+between {
		every++
	}
	for i := len(points) - 1; i >= 0; i -= every {
		at, anchor := x(i), "tick middle"
		switch half := width(points[i].Label, TextSize) / 2; {
		case at+half > p.Width:
			at, anchor = p.Width, "tick end"
		case at < half:
			at, anchor = 0, "tick start"
		}
		p.text(anchor, at, p.Height-plotBottom+19, points[i].Label)
	}
}

// describeSeries says from what to what a series goes.
func describeSeries(lang locale.Lang, points []Point) string {
	var first, last *Point
	missing := 0
	for i := range points {
		switch {
		case !points[i].Value.Known():
			missing++
		case first == nil:
			first, last = &points[i], &points[i]
		default:
			last = &points[i]
		}
	}
	if first == nil {
		return lang.Text("chart.none")
	}
	s := lang.Text("chart.series.desc", first.Label, first.Value.Text, last.Label, last.Value.Text)
	if missing > 0 {
		s += lang.Text("chart.missing", missing)
	}
	return s
}

// seriesTable is the numbers of a series.
func seriesTable(lang locale.Lang, points []Point, target Value) Table {
	t := Table{Summary: lang.Text("chart.table"), Head: []string{lang.Text("chart.head.period"), lang.Text("chart.head.value")}}
	for _, p := range points {
		t.Rows = append(t.Rows, []string{p.Label, orNone(lang, p.Value)})
	}
	if target.Known() {
		t.Rows = append(t.Rows, []string{lang.Text("chart.head.target"), target.Text})
	}
	return t
}
