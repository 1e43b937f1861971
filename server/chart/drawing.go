package chart

import (
	"html/template"
	"math"
	"strconv"
	"strings"
)

// drawing is an SVG: its marks lie one over the other in their order.
type drawing struct {
	Class         string
	Width, Height float64
	Title, Desc   string
	Marks         []mark
}

// mark is one element of a drawing.
type mark struct {
	Kind       string // path, rect, circle or text
	Class      string
	D          string  // of a path
	X, Y, W, H float64 // of a circle its centre, of a text its anchor on the baseline, of a path where it is moved to
	R          float64 // of a circle
	Text       string
	Href       template.URL // what a rect leads to; "" for nothing
	Label      string       // of a rect: what it says when pointed at
}

// Coordinates carry a tenth of a unit: finer than any screen shows.
const tenth = 10

// px is a coordinate as SVG has it.
func px(v float64) string {
	return strconv.FormatFloat(math.Round(v*tenth)/tenth+0, 'f', -1, 64)
}

// X1 is the mark's x as SVG has it; so are the others.
func (m mark) X1() string { return px(m.X) }

// Y1 is the mark's y.
func (m mark) Y1() string { return px(m.Y) }

// W1 is its width.
func (m mark) W1() string { return px(m.W) }

// H1 is its height.
func (m mark) H1() string { return px(m.H) }

// R1 is its radius.
func (m mark) R1() string { return px(m.R) }

// Box is the viewBox.
func (d *drawing) Box() string { return "0 0 " + px(d.Width) + " " + px(d.Height) }

// add puts marks on top.
func (d *drawing) add(marks ...mark) { d.Marks = append(d.Marks, marks...) }

// line draws a straight line.
func (d *drawing) line(class string, x1, y1, x2, y2 float64) {
	d.add(mark{Kind: "path", Class: class, D: "M" + px(x1) + " " + px(y1) + "L" + px(x2) + " " + px(y2)})
}

// text writes at the baseline's anchor. Its class says where the anchor is:
// start, middle or end.
func (d *drawing) text(class string, x, y float64, s string) {
	d.add(mark{Kind: "text", Class: class, X: x, Y: y, Text: s})
}

// dot draws a circle.
func (d *drawing) dot(class string, x, y, r float64) {
	d.add(mark{Kind: "circle", Class: class, X: x, Y: y, R: r})
}

// spot is a place in a drawing; one that is not known breaks the line.
type spot struct {
	x, y  float64
	known bool
}

// broken is the path through spots, with a gap where one is not known. A spot
// between two gaps is no line; its dot shows it.
func broken(spots []spot) string {
	var b strings.Builder
	pen := false
	for _, s := range spots {
		if !s.known {
			pen = false
			continue
		}
		if pen {
			b.WriteByte('L')
		} else {
			b.WriteByte('M')
		}
		b.WriteString(px(s.x) + " " + px(s.y))
		pen = true
	}
	return b.String()
}

// TextSize is the greatest size, in units of a drawing, at which the style sheet
// sets labels: that of a telephone, where drawings are scaled down.
const TextSize = 15

// The width of a label is guessed from its runes: Han characters are as wide as
// high, others a little over half.
const (
	hanWidth   = 1.0
	latinWidth = 0.58
	firstHan   = 0x2E80
)

// width is how wide a text is at most.
func width(s string, size float64) float64 {
	w := 0.0
	for _, r := range s {
		if r >= firstHan {
			w += hanWidth
		} else {
			w += latinWidth
		}
	}
	return w * size
}
