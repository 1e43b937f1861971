package chart

import (
	"html/template"
	"strings"
	"sync"

	"pledger/locale"
	"pledger/standing"
)

// lightClass is the class that colours what shows a light.
func lightClass(l standing.Light) string { return "light-" + l.String() }

// lampSize is the side of a lamp in units of its drawing.
const lampSize = 20

// lampShapes are the outlines of the lights, so that each is known by its form:
// round is well, a triangle warns, a square stops.
var lampShapes = map[standing.Light]string{
	standing.LightDone:    "M10 1A9 9 0 1 1 10 19A9 9 0 1 1 10 1Z",
	standing.Green:        "M10 1A9 9 0 1 1 10 19A9 9 0 1 1 10 1Z",
	standing.LightUnknown: "M10 1A9 9 0 1 1 10 19A9 9 0 1 1 10 1Z",
	standing.Yellow:       "M10 .5L19.8 18.8H.2Z",
	standing.Red:          "M1.5 1.5H18.5V18.5H1.5Z",
	standing.LightMissed:  "M6 1H14L19 6V14L14 19H6L1 14V6Z",
}

// lampBase is where the letter of a lamp stands; in a triangle it stands lower.
var lampBase = map[standing.Light]float64{standing.Yellow: 17}

const usualBase = 14

// Letter is the one character by which a light is known in print.
func Letter(lang locale.Lang, l standing.Light) string {
	return lang.Text("chart.letter." + l.String())
}

// Word is the light in words: 绿灯.
func Word(lang locale.Lang, l standing.Light) string { return lang.Text("chart.light." + l.String()) }

// Lamp is the mark of a light, within a line of text: its shape, its colour and
// its letter.
func Lamp(lang locale.Lang, l standing.Light) template.HTML { return lamps()[lang][l] }

// lamps are all lamps by language and light: pages show thousands.
var lamps = sync.OnceValue(func() map[locale.Lang]map[standing.Light]template.HTML {
	all := map[locale.Lang]map[standing.Light]template.HTML{}
	for _, lang := range locale.All() {
		all[lang] = map[standing.Light]template.HTML{}
		for _, l := range standing.Lights() {
			d := &drawing{Class: "lamp", Width: lampSize, Height: lampSize, Title: Word(lang, l)}
			d.lamp(lang, l, 0, 0)
			all[lang][l] = rendered("svg", d)
		}
	}
	return all
})

// lamp draws a lamp with its upper left corner at x, y.
func (d *drawing) lamp(lang locale.Lang, l standing.Light, x, y float64) {
	d.add(mark{Kind: "path", Class: "body " + lightClass(l), D: lampShapes[l], X: x, Y: y})
	base, ok := lampBase[l]
	if !ok {
		base = usualBase
	}
	d.text("letter on-"+l.String(), x+lampSize/2, y+base, Letter(lang, l))
}

// hatch is a path of slanting lines within a rectangle: the pattern by which a
// light is known in grey.
func hatch(x, y, w, h, step float64) string {
	var b strings.Builder
	for k := step / 2; k < w+h; k += step {
		// From the left or lower edge up to the upper or right one.
		x1, y1 := x, y+k
		if k > h {
			x1, y1 = x+k-h, y+h
		}
		x2, y2 := x+k, y
		if k > w {
			x2, y2 = x+w, y+k-w
		}
		b.WriteString("M" + px(x1) + " " + px(y1) + "L" + px(x2) + " " + px(y2))
	}
	return b.String()
}

// crossed is a path of lines slanting both ways within a rectangle.
func crossed(x, y, w, h, step float64) string {
	return hatch(x, y, w, h, step) + mirrored(x, y, w, h, step)
}

// mirrored is hatch the other way.
func mirrored(x, y, w, h, step float64) string {
	var b strings.Builder
	for k := step / 2; k < w+h; k += step {
		x1, y1 := x+w, y+k
		if k > h {
			x1, y1 = x+w-(k-h), y+h
		}
		x2, y2 := x+w-k, y
		if k > w {
			x2, y2 = x, y+k-w
		}
		b.WriteString("M" + px(x1) + " " + px(y1) + "L" + px(x2) + " " + px(y2))
	}
	return b.String()
}
