package chart

import (
	"html/template"
	"strconv"

	"pledger/locale"
	"pledger/standing"
)

// Stack（亮灯分布）is a table of lights counted, each row with a bar of its shares.
// The table is the chart's numbers.
type Stack struct {
	First string // what the rows are: 章节
	Rows  []StackRow
}

// StackRow is one of the rows.
type StackRow struct {
	Name   string
	Href   template.URL // "" for none
	Total  bool         // it is the sum of the others
	Counts Counts
	// Hrefs are where the count of each light leads, by Light; "" for nowhere.
	Hrefs [6]template.URL
}

// Counts are how many there are of each light, by Light.
type Counts [6]int

// Sum is how many there are of all lights.
func (c Counts) Sum() (n int) {
	for _, k := range c {
		n += k
	}
	return n
}

// The drawing of a bar.
const (
	barWidth  = 200
	wideBar   = 720
	barHeight = 18
	barLeast  = 4 // of a segment that is not empty: one red among a thousand is seen
	barHatch  = 6
)

// stackView is the stack as the template takes it.
type stackView struct {
	First, Bar, All string
	Lights          []lightSample
	Rows            []stackRowView
}

// stackRowView is one of its rows.
type stackRowView struct {
	StackRow
	All     int
	Cells   [6]stackCell
	Drawing *drawing
}

// stackCell is one count of a row: it leads to what it counts.
type stackCell struct {
	N    int
	Href template.URL
}

// HTML draws the table with its bars.
func (c Stack) HTML(lang locale.Lang) template.HTML {
	v := stackView{First: c.First, Bar: lang.Text("chart.stack.bar"), All: lang.Text("chart.stack.all"), Lights: lightKey(lang)}
	for _, r := range c.Rows {
		row := stackRowView{StackRow: r, All: r.Counts.Sum(), Drawing: bar(lang, r.Name, r.Counts, barWidth)}
		for i, n := range r.Counts {
			row.Cells[i].N = n
			if n > 0 {
				row.Cells[i].Href = r.Hrefs[i]
			}
		}
		v.Rows = append(v.Rows, row)
	}
	return rendered("stack", v)
}

// Bar is one bar by itself, as wide as a page.
func Bar(lang locale.Lang, name string, c Counts) template.HTML {
	return rendered("svg", bar(lang, name, c, wideBar))
}

// bar draws a row's shares, the best on the left and the worst on the right.
func bar(lang locale.Lang, name string, c Counts, width float64) *drawing {
	d := &drawing{Class: "bars", Width: width, Height: barHeight, Title: name}
	widths := shares(c, width, barLeast)
	x := 0.0
	for i, l := range standing.Lights() {
		if c[i] == 0 {
			continue
		}
		said := Word(lang, l) + " " + strconv.Itoa(c[i])
		if d.Desc != "" {
			said = lang.Text("chart.and", d.Desc, said)
		}
		d.Desc = said
		d.segment(lang, l, c[i], x, widths[i])
		x += widths[i]
	}
	if x == 0 {
		d.Desc = lang.Text("chart.none")
		d.line("grid", 0, barHeight/2, width, barHeight/2)
	}
	return d
}

// segment draws one light's share of a bar: its colour, its pattern, and its
// number where there is room.
func (d *drawing) segment(lang locale.Lang, l standing.Light, n int, x, w float64) {
	d.add(mark{Kind: "rect", Class: lightClass(l), X: x + 0.5, Y: 0.5, W: max(w-1, 1), H: barHeight - 1, Label: Word(lang, l) + " " + strconv.Itoa(n)})
	label := strconv.Itoa(n)
	wide := w > width(label, TextSize)+4
	switch {
	case l == standing.Yellow && !wide:
		d.add(mark{Kind: "path", Class: "hatch on-yellow", D: hatch(x+0.5, 0.5, max(w-1, 1), barHeight-1, barHatch)})
	case l == standing.Yellow:
		d.add(mark{Kind: "path", Class: "hatch on-yellow", D: hatch(x+0.5, barHeight-5, w-1, 4.5, barHatch)})
	case l == standing.LightMissed:
		d.add(mark{Kind: "path", Class: "hatch on-missed", D: crossed(x+0.5, 0.5, max(w-1, 1), barHeight-1, barHatch)})
	}
	if wide && l != standing.LightMissed {
		d.text("count middle on-"+l.String(), x+w/2, barHeight-5, label)
	}
}

// shares are the widths of a bar's segments: they sum to whole, and each that is
// not empty is at least least wide. What the small ones gain the others give, in
// proportion.
func shares(c Counts, whole, least float64) (widths [6]float64) {
	n := c.Sum()
	if n == 0 {
		return widths
	}
	var small [6]bool
	for again := true; again; {
		again = false
		room, rest := whole, 0
		for i, k := range c {
			if small[i] {
				room -= least
			} else {
				rest += k
			}
		}
		for i, k := range c {
			switch w := room * float64(k) / float64(rest); {
			case k == 0:
			case small[i]:
				widths[i] = least
			case w < least:
				small[i], again = true, true
			default:
				widths[i] = w
			}
		}
	}
	return widths
}
