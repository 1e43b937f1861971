package chart

import (
	"html/template"
	"time"

	"pledger/locale"
	"pledger/standing"
)

// Progress（进度图）is an account's value over the span of its target, against the
// target and against what it should be by then.
type Progress struct {
	Title    string // what is measured
	Unit     string // of the numbers
	From, To string // the first and last day of the span, 2006-01-02
	Now      string // the day asked for
	Zero     bool   // an amount begins at zero; a rate does not
	Points   []Point
	Pace     []Point // what should be, at any of the days; none where nobody says
	Target   Value
	Forecast *Forecast
	Light    standing.Light
}

// Forecast is where a value will be at the end of the span.
type Forecast struct {
	Value, Low, High Value
	Chance           string // of lying between them, in words: 90%
}

// The drawing of a progress or a series, in its own units: wide enough for a
// desk, and legible when a telephone shows it at three quarters.
const (
	plotWidth  = 480
	plotHeight = 250
	plotLeft   = 46 // at least, for the labels of the axis
	plotRight  = 18
	plotTop    = 30 // room for the unit
	plotBottom = 30 // room for the months
	valueSteps = 4
)

// plot maps days or places in a row, and values, to places in the drawing.
type plot struct {
	*drawing
	scale scale
	left  float64 // where the values begin, beside the labels of the axis
}

// newPlot draws the axis of values.
func newPlot(d *drawing, s scale) *plot {
	p := &plot{d, s, plotLeft}
	for _, label := range s.labels {
		p.left = max(p.left, width(label, TextSize)+10)
	}
	for i, t := range s.ticks {
		y := p.y(t)
		class := "grid"
		if t == 0 {
			class = "grid zero"
		}
		d.line(class, p.left, y, d.Width-plotRight, y)
		d.text("tick end", p.left-6, y+4, s.labels[i])
	}
	if s.unit != "" {
		d.text("tick start", 2, 14, s.unit)
	}
	return p
}

// y is where a value lies.
func (p *plot) y(v float64) float64 {
	return p.Height - plotBottom - p.scale.at(v)*(p.Height-plotBottom-plotTop)
}

// x is where the share of the width, 0 to 1, lies.
func (p *plot) x(share float64) float64 { return p.left + share*(p.Width-p.left-plotRight) }

// HTML draws the chart.
func (c Progress) HTML(lang locale.Lang) template.HTML {
	f := &figure{Class: "progress", Table: c.table(lang)}
	d := &drawing{Class: "plot", Width: plotWidth, Height: plotHeight, Title: lang.Text("chart.progress.title", c.Title), Desc: c.describe(lang)}
	f.Drawing = d
	span, ok := newSpan(c.From, c.To)
	values := append(known(c.Points), known(c.Pace)...)
	if c.Forecast != nil {
		values = append(values, c.Forecast.Low.Number, c.Forecast.High.Number)
	}
	if c.Target.Known() {
		values = append(values, c.Target.Number)
	}
	if !ok || len(values) == 0 {
		return f.none(lang)
	}
	p := newPlot(d, newScale(lang, airy(values), c.Unit, c.Zero, valueSteps))
	span.axis(p, lang)
	c.draw(p, span, lang)
	f.Key = c.key(lang)
	return rendered("figure", f)
}

// draw puts in the lines, from the back to the front.
func (c *Progress) draw(p *plot, span span, lang locale.Lang) {
	if at := span.at(c.Now); at > 0 && at < 1 {
		p.line("now", p.x(at), plotTop, p.x(at), p.Height-plotBottom)
	}
	if c.Target.Known() {
		p.line("target", p.left, p.y(c.Target.Number), p.Width-plotRight, p.y(c.Target.Number))
	}
	places := func(points []Point) (all []spot) {
		for _, q := range points {
			s := spot{known: q.Value.Known(), x: p.x(span.at(q.Day))}
			if s.known {
				s.y = p.y(q.Value.Number)
			}
			all = append(all, s)
		}
		return all
	}
	if pace := broken(places(c.Pace)); pace != "" {
		p.add(mark{Kind: "path", Class: "pace", D: pace})
	}
	spots := places(c.Points)
	c.ahead(p, spots)
	p.add(mark{Kind: "path", Class: "line", D: broken(spots)})
	for _, s := range spots {
		if s.known {
			p.dot("dot", s.x, s.y, 3.2)
		} else {
			p.dot("missing", s.x, p.Height-plotBottom, 3.2)
		}
	}
	if len(known(c.Points)) == 0 {
		p.text("none middle", p.Width/2, p.Height/2, lang.Text("chart.none"))
	}
}

// ahead draws the forecast: a band from the last value to the end of the span.
func (c *Progress) ahead(p *plot, spots []spot) {
	last := lastKnown(spots)
	if c.Forecast == nil || last < 0 {
		return
	}
	from, end := spots[last], p.x(1)
	f := c.Forecast
	at := px(from.x) + " " + px(from.y)
	p.add(
		mark{Kind: "path", Class: "band", D: "M" + at + "L" + px(end) + " " + px(p.y(f.High.Number)) + "V" + px(p.y(f.Low.Number)) + "Z"},
		mark{Kind: "path", Class: "forecast", D: "M" + at + "L" + px(end) + " " + px(p.y(f.Value.Number))},
	)
}

// lastKnown is the index of the last spot there is; -1 where there is none.
func lastKnown(spots []spot) int {
	for i := len(spots) - 1; i >= 0; i-- {
		if spots[i].known {
			return i
		}
	}
	return -1
}

// describe says in a sentence what the drawing shows.
func (c *Progress) describe(lang locale.Lang) string {
	var last *Point
	missing := 0
	for i := range c.Points {
		if c.Points[i].Value.Known() {
			last = &c.Points[i]
		} else {
			missing++
		}
	}
	if last == nil {
		return lang.Text("chart.none")
	}
	s := lang.Text("chart.progress.last", last.Label, last.Value.Text)
	if c.Target.Known() {
		s += lang.Text("chart.progress.against", c.Target.Text)
	}
	if c.Forecast != nil {
		s += lang.Text("chart.progress.forecast", c.Forecast.Value.Text, c.Forecast.Low.Text, c.Forecast.High.Text, c.Forecast.Chance)
	}
	if missing > 0 {
		s += lang.Text("chart.missing", missing)
	}
	return s
}

// key says what each line is.
func (c *Progress) key(lang locale.Lang) []sample {
	all := []sample{{"line", lang.Text("chart.key.value")}}
	if len(known(c.Pace)) > 0 {
		all = append(all, sample{"pace", lang.Text("chart.key.pace")})
	}
	if c.Target.Known() {
		all = append(all, sample{"target", lang.Text("chart.key.target", c.Target.Text)})
	}
	if c.Forecast != nil {
		all = append(all, sample{"band", lang.Text("chart.key.forecast", c.Forecast.Chance)})
	}
	if len(known(c.Points)) < len(c.Points) {
		all = append(all, sample{"missing", lang.Text("chart.key.missing")})
	}
	return all
}

// table is the chart's numbers.
func (c *Progress) table(lang locale.Lang) Table {
	t := Table{Summary: lang.Text("chart.table"), Head: []string{lang.Text("chart.head.period"), lang.Text("chart.head.value"), lang.Text("chart.head.pace")}}
	pace := map[string]string{}
	for _, p := range c.Pace {
		pace[p.Day] = p.Value.Text
	}
	for _, p := range c.Points {
		t.Rows = append(t.Rows, []string{p.Label, orNone(lang, p.Value), pace[p.Day]})
	}
	if c.Forecast != nil {
		f := c.Forecast
		t.Rows = append(t.Rows, []string{lang.Text("chart.head.forecast", f.Chance), lang.Text("chart.range", f.Value.Text, f.Low.Text, f.High.Text), ""})
	}
	if c.Target.Known() {
		t.Rows = append(t.Rows, []string{lang.Text("chart.head.target"), c.Target.Text, ""})
	}
	return t
}

// orNone is the value, or that there is none.
func orNone(lang locale.Lang, v Value) string {
	if v.Known() {
		return v.Text
	}
	return lang.Text("chart.missing.one")
}

// span is the days from the first to the last.
type span struct{ from, to time.Time }

// newSpan reads a span; false where a day is none or the span is empty.
func newSpan(from, to string) (span, bool) {
	first, err := time.Parse(time.DateOnly, from)
	last, err2 := time.Parse(time.DateOnly, to)
	return span{first.AddDate(0, 0, -1), last}, err == nil && err2 == nil && last.After(first)
}

// at is where a day lies in the span, from 0 to 1: its end, so that the last day
// is the end of the span. Days outside lie at the ends.
func (s span) at(day string) float64 {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return 0
	}
	return min(max(t.Sub(s.from).Hours()/s.to.Sub(s.from).Hours(), 0), 1)
}

// The labels of an axis of days: the end of each quarter in a year, else of each
// year.
const (
	quarterMonths = 3
	yearMonths    = 12
)

// axis labels the days.
func (s span) axis(p *plot, lang locale.Lang) {
	step := quarterMonths
	if s.to.Year() > s.from.AddDate(0, 0, 1).Year() {
		step = yearMonths
	}
	start := s.from.AddDate(0, 0, 1)
	for m := step; ; m += step {
		end := time.Date(start.Year(), time.Month(m)+1, 0, 0, 0, 0, 0, time.UTC)
		if end.After(s.to) {
			return
		}
		x := p.x(s.at(end.Format(time.DateOnly)))
		p.line("notch", x, p.Height-plotBottom, x, p.Height-plotBottom+4)
		label, anchor := lang.Text("chart.month."+end.Format("1")), "tick middle"
		if step == yearMonths {
			label = end.Format("2006")
		}
		if width(label, TextSize)/2 > p.Width-x {
			x, anchor = p.Width, "tick end"
		}
		p.text(anchor, x, p.Height-plotBottom+19, label)
	}
}
