package chart

import (
	"html/template"

	"pledger/locale"
	"pledger/standing"
)

// Spark（走势线）is a series small enough for a row of a table, beside whose
// numbers it stands: it has no table of its own.
type Spark struct {
	Title  string
	Zero   bool
	Points []Point
	Target Value
	Light  standing.Light // colours the last dot
}

// The drawing of a spark line.
const (
	sparkWidth  = 96
	sparkHeight = 26
	sparkRoom   = 5 // for the dots at the edges
)

// HTML draws the line.
func (c Spark) HTML(lang locale.Lang) template.HTML {
	d := &drawing{Class: "spark", Width: sparkWidth, Height: sparkHeight, Title: c.Title, Desc: describeSeries(lang, c.Points)}
	values := known(c.Points)
	if len(values) == 0 {
		d.line("grid", sparkRoom, sparkHeight/2, sparkWidth-sparkRoom, sparkHeight/2)
		return rendered("svg", d)
	}
	if c.Target.Known() {
		values = append(values, c.Target.Number)
	}
	small(d, c.Points, spanOf(values, c.Zero), c.Target, c.Light, sparkRoom)
	return rendered("svg", d)
}

// reach is the least and the greatest of some values.
type reach struct{ lo, hi float64 }

// spanOf is the reach of the values, with zero where that belongs to it. A reach
// of one value gets room on both sides.
func spanOf(values []float64, zero bool) reach {
	r := reach{values[0], values[0]}
	for _, v := range values {
		r.lo, r.hi = min(r.lo, v), max(r.hi, v)
	}
	if zero {
		r.lo, r.hi = min(r.lo, 0), max(r.hi, 0)
	}
	if r.hi == r.lo {
		r.lo, r.hi = r.lo-1, r.hi+1
	}
	return r
}

// small draws a series into the whole of a drawing without an axis.
func small(d *drawing, points []Point, r reach, target Value, light standing.Light, room float64) {
	y := func(v float64) float64 { return d.Height - room - (v-r.lo)/(r.hi-r.lo)*(d.Height-2*room) }
	step := (d.Width - 2*room) / float64(max(len(points)-1, 1))
	spots := make([]spot, len(points))
	for i, p := range points {
		spots[i] = spot{x: room + float64(i)*step, known: p.Value.Known()}
		if spots[i].known {
			spots[i].y = y(p.Value.Number)
		}
	}
	if target.Known() {
		d.line("target", room/2, y(target.Number), d.Width-room/2, y(target.Number))
	}
	d.add(mark{Kind: "path", Class: "line", D: broken(spots)})
	for i, s := range spots {
		alone := s.known && (i == 0 || !spots[i-1].known) && (i == len(spots)-1 || !spots[i+1].known)
		if alone {
			d.dot("dot", s.x, s.y, 1.6)
		}
	}
	if last := lastKnown(spots); last >= 0 {
		d.dot("last "+lightClass(light), spots[last].x, spots[last].y, 3.4)
	}
}
