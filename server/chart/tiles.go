package chart

import (
	"html/template"
	"math"
	"strings"

	"pledger/locale"
	"pledger/standing"
)

// Tiles（瓦片图）is a map of a region's parts, one square each: coloured by light,
// or by value where ByValue says so.
type Tiles struct {
	Title   string
	Unit    string // of the values
	ByValue bool
	Tiles   []Tile
}

// Tile is one place.
type Tile struct {
	Place string // GB/T 2260 code
	Name  string
	Href  template.URL // "" for none
	Light standing.Light
	Note  string // a few digits beside the mark of the light; "" for none
	Value Value
}

// The drawing of a map.
const (
	tileSide   = 54
	tileGap    = 3
	fewTiles   = 12 // columns up to which a telephone shows the map whole
	leastTiles = 7  // columns that the drawing is wide, so that few squares are not large
	tileSteps  = 5  // of the colours of a map by value: at most one more
)

// HTML draws the map.
func (c Tiles) HTML(lang locale.Lang) template.HTML {
	cells, columns, rows := arrange(c.Tiles)
	f := &figure{Class: "tiles", Table: c.table(lang)}
	if columns > fewTiles {
		f.Class = "tiles wide"
	}
	d := &drawing{Class: "map", Title: c.Title, Desc: lang.Text("chart.tiles.desc", len(c.Tiles)),
		Width: float64(max(columns, leastTiles))*tileSide + tileGap, Height: float64(max(rows, 1))*tileSide + tileGap}
	f.Drawing = d
	if len(c.Tiles) == 0 {
		d.Width, d.Height = plotWidth, 4*tileSide
		return f.none(lang)
	}
	colour := c.byLight
	if c.ByValue {
		s := c.scale(lang)
		colour = func(d *drawing, lang locale.Lang, t Tile, at cell) { c.byValue(d, &s, t, at) }
		f.Steps = steps(lang, &s)
	} else {
		f.Lights = lightKey(lang)
	}
	for i, t := range c.Tiles {
		colour(d, lang, t, cells[i])
	}
	return rendered("figure", f)
}

// corner is where a square's upper left corner lies.
func (c cell) corner() (x, y float64) {
	return float64(c.column)*tileSide + tileGap, float64(c.row)*tileSide + tileGap
}

// byLight draws a place's square with its lamp.
func (c *Tiles) byLight(d *drawing, lang locale.Lang, t Tile, at cell) {
	x, y := at.corner()
	const side = tileSide - tileGap
	d.add(mark{Kind: "rect", Class: "tile " + lightClass(t.Light), X: x, Y: y, W: side, H: side, Href: t.Href, Label: strings.TrimSpace(lang.Text("chart.says", t.Name, Word(lang, t.Light)) + " " + t.Note)})
	d.name("on-"+t.Light.String(), x+side/2, y, at.name)
	left := x + (side-markSide)/2
	if t.Note != "" {
		left = x + 5
		d.text("value end on-"+t.Light.String(), x+side-5, y+side-6, t.Note)
	}
	d.add(mark{Kind: "path", Class: "mark on-" + t.Light.String(), X: left, Y: y + side - 17, D: markShapes[t.Light]})
}

// markSide is how wide a mark is.
const markSide = 14

// markShapes are the lights' marks within a square of their colour: a tick, a
// disc, a dash, a triangle, a square, a cross.
var markShapes = map[standing.Light]string{
	standing.LightDone:    "M1 7L5.5 11.5L13 3L11.4 1.6L5.4 8.4L2.5 5.6Z",
	standing.Green:        "M7 1.5A5 5 0 1 1 7 11.5A5 5 0 1 1 7 1.5Z",
	standing.LightUnknown: "M2 5.5H12V7.5H2Z",
	standing.Yellow:       "M7 1L13.5 12H.5Z",
	standing.Red:          "M2 1.5H12V11.5H2Z",
	standing.LightMissed:  "M2 3L3.5 1.5L7 5L10.5 1.5L12 3L8.5 6.5L12 10L10.5 11.5L7 8L3.5 11.5L2 10L5.5 6.5Z",
}

// name writes a place's short name: on two lines where it has four characters.
func (d *drawing) name(class string, x, y float64, name string) {
	rs := []rune(name)
	if len(rs) < maxName {
		d.text("name middle "+class, x, y+23, name)
		return
	}
	d.text("name middle "+class, x, y+16, string(rs[:2]))
	d.text("name middle "+class, x, y+31, string(rs[2:]))
}

// scale is the steps by which values are coloured.
func (c *Tiles) scale(lang locale.Lang) scale {
	var values []float64
	for _, t := range c.Tiles {
		if t.Value.Known() {
			values = append(values, t.Value.Number)
		}
	}
	return newScale(lang, values, c.Unit, false, tileSteps)
}

// class is the colour of a value: which of the scale's steps it lies in.
func (s *scale) class(v float64) string {
	i := min(int(s.at(v)*float64(len(s.ticks)-1)), len(s.ticks)-2)
	return stepClass(i, len(s.ticks)-1)
}

// stepColours is how many colours there are, from light to dark.
const stepColours = 6

// stepClass is the colour of the i-th of n steps, spread over all colours.
func stepClass(i, n int) string {
	k := 0
	if n > 1 {
		k = int(math.Round(float64(i) * (stepColours - 1) / float64(n-1)))
	}
	return "step-" + string(rune('0'+max(0, min(k, stepColours-1))))
}

// byValue draws a place's square in the colour of its value.
func (c *Tiles) byValue(d *drawing, s *scale, t Tile, at cell) {
	x, y := at.corner()
	const side = tileSide - tileGap
	class, number, said := "step-none", "—", t.Name
	if t.Value.Known() {
		class, number, said = s.class(t.Value.Number), t.Value.Text, t.Name+" "+t.Value.Text
	}
	d.add(mark{Kind: "rect", Class: "tile " + class, X: x, Y: y, W: side, H: side, Href: t.Href, Label: said})
	d.name("on-"+class, x+side/2, y, at.name)
	if width(number, valueSize) > side {
		return // the number is in the table
	}
	d.text("value middle on-"+class, x+side/2, y+side-6, number)
}

// valueSize is the size of a number within a square.
const valueSize = 11

// steps is the key of the colours.
func steps(lang locale.Lang, s *scale) (all []sample) {
	n := len(s.ticks) - 1
	for i := range n {
		all = append(all, sample{stepClass(i, n), lang.Text("chart.step", s.labels[i], s.labels[i+1], s.unit)})
	}
	return append(all, sample{"step-none", lang.Text("chart.none")})
}

// table is the map's numbers.
func (c *Tiles) table(lang locale.Lang) Table {
	t := Table{Summary: lang.Text("chart.table"), Head: []string{lang.Text("chart.head.place"), lang.Text("chart.head.light")}}
	valued := c.ByValue
	for _, x := range c.Tiles {
		valued = valued || x.Value.Known()
	}
	if valued {
		t.Head = append(t.Head, lang.Text("chart.head.value"))
	}
	for _, x := range c.Tiles {
		row := []string{x.Name, strings.TrimSpace(Word(lang, x.Light) + " " + x.Note)}
		if valued {
			row = append(row, orNone(lang, x.Value))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}
