package standings

import (
	_ "embed"
	"html/template"
	"slices"

	exported "pledger/export/standings"
	"pledger/ledger"
	"pledger/server/chart"
	"pledger/server/page"
	"pledger/server/page/wording"
	"pledger/standing"
	"pledger/standing/board"
)

// Template holds what pages put in: "stands" shows a View.
//
//go:embed standings.html.tmpl
var Template string

//go:embed standings.css
var css string

// Style is the style of Template; pages that use it refer to chart.Style too.
var Style = page.NewStyle("standings.css", css)

// View（进展）is where one account stands: each of its targets with its chart and
// its readings, and its places.
type View struct {
	words    *wording.Words
	AsOf     string // the day in words
	Terms    []TermView
	Rolled   string   // what the places make together, in a sentence
	Findings []string // what cannot be true together
	Map      template.HTML
	Places   []PlaceView
	Several  bool // there is more than one target
}

// TermView is where one target stands.
type TermView struct {
	Target   string // in a sentence
	Lamp     template.HTML
	State    string
	Reason   string
	Facts    []Fact
	Of       page.Link // the indicator; no label where it is none
	Forecast string
	Chart    template.HTML
	Readings []ReadingView
	More     int // readings that are not shown
}

// Fact is a number with its name.
type Fact struct{ Name, Value string }

// ReadingView is one reading.
type ReadingView struct {
	Period, Value string
	Status, Class string
	Revision      int // 1 for the first
	Final         bool
	Source, Note  string
	Who, When     string
	OfAll         bool // it is of the indicator, and not of the account alone
	Evidence      int
	Reason        string
}

// PlaceView is where a place stands with its part.
type PlaceView struct {
	Name   string
	Href   template.URL
	Part   string // of the target; "" where it has none
	Value  string
	Period string
	Share  string
	Lamp   template.HTML
	State  string
	Reason string
}

// T is the catalogue's text of key.
func (v *View) T(key string, args ...any) string { return v.words.Text(key, args...) }

// NewView is where the row's account stands on the day.
func NewView(w *wording.Words, day *board.Day, row *board.Row) *View {
	v := &View{words: w, AsOf: w.Day(day.Date), Several: len(row.Terms) > 1}
	for i := range row.Terms {
		v.Terms = append(v.Terms, term(w, row, i))
	}
	_, unit := row.Account.Measures()
	roller := exported.Roller{Lang: w.Lang, Unit: unit, Name: w.Place}
	if row.Rolled != nil {
		v.Rolled = roller.Row(row.Rolled).Text
		for i := range row.Findings {
			v.Findings = append(v.Findings, roller.Finding(row.Rolled.Rule, &row.Findings[i]))
		}
	}
	v.places(row, unit)
	return v
}

// term is where the account stands by one of its targets, or by its milestones.
func term(w *wording.Words, row *board.Row, i int) TermView {
	a, s := row.Account, &row.Terms[i]
	t := s.Terms
	if t == nil {
		t = &ledger.Terms{} // of milestones, or given up
	}
	judged := *a
	judged.Terms = []ledger.Terms{*t} // what words an account looks at its first target
	v := TermView{
		Target: w.Target(t), Lamp: chart.Lamp(w.Lang, s.Light), State: w.Standing(s.State), Reason: w.Why(&judged, s),
		Forecast: exported.ForecastOf(w.Lang, t, &s.Forecast).Text, Chart: Progress(w, a, s.Term, s, row.Read(s.Term)),
	}
	switch {
	case s.Term == standing.Nodes:
		v.Target = w.Field("milestones")
	case s.Terms == nil:
		v.Target = w.Standing(s.State)
	case len(a.Terms) == 0:
		v.Target = w.Text("standing.completion")
	}
	fact := func(key, value string) {
		if value != "" {
			v.Facts = append(v.Facts, Fact{w.Text(key), value})
		}
	}
	if s.Value != nil {
		fact("standing.fact.value", w.Value(s.Value, t.Unit))
		fact("standing.fact.period", w.Period(s.Period))
	}
	if t.Unit != "%" || s.Expected != nil {
		fact("standing.fact.share", w.Value(s.Share, "%"))
	}
	fact("standing.fact.expected", w.Value(s.Expected, "%"))
	fact("standing.fact.pace", w.Pace(s.Pace))
	fact("standing.fact.rule", w.Rule(s.Rule))
	if t.Indicator != "" {
		v.Of = page.Link{Label: w.Indicator(t.Indicator), Href: page.LedgerPath(a.Ledger, "indicators", t.Indicator)}
	}
	v.Readings, v.More = readingViews(w, row.Read(s.Term), s.Day)
	return v
}

// shownReadings is how many readings the page shows.
const shownReadings = 36

// readingViews are the readings known by the end of the day, the latest period
// first; more is how many older ones are left out.
func readingViews(w *wording.Words, readings []*ledger.Reading, day string) (all []ReadingView, more int) {
	for _, r := range slices.Backward(readings) {
		if r.At.In(ledger.OfficeTime).Format("2006-01-02") > day {
			continue
		}
		if len(all) == shownReadings {
			more++
			continue
		}
		v := ReadingView{
			Period: w.Period(r.Period), Value: r.Typed, Status: w.Status(r.Status), Class: string(r.Status), Revision: r.Revision,
			Final: r.Final, Source: r.Source, Note: r.Note, Reason: r.Reason, Who: w.Who(r.Who), When: w.Moment(r.At), OfAll: r.Account == "", Evidence: len(r.Evidence),
		}
		if v.Value == "" {
			v.Value = w.Amount(r.Value, r.Unit)
		}
		all = append(all, v)
	}
	return all, more
}

// fewPlaces is from how many places on a map helps.
const fewPlaces = 3

// places adds the places, and their map where they have parts to be judged by.
func (v *View) places(row *board.Row, unit string) {
	w, a := v.words, row.Account
	plan := chart.Tiles{Title: w.Text("standing.places"), Unit: unit}
	judged := 0
	for _, p := range row.Places {
		s := &p.Standing
		href := page.LedgerPath(a.Ledger, "places", p.Place)
		v.Places = append(v.Places, PlaceView{
			Name: w.Place(p.Place), Href: href, Part: w.Value(p.Target, unit), Value: w.Value(s.Value, unit), Period: w.SoFar(s.Period),
			Share: w.Value(s.Share, "%"), Lamp: chart.Lamp(w.Lang, s.Light), State: w.Standing(s.State), Reason: w.Why(a, s),
		})
		if p.Above == a.Ledger.Place() {
			plan.Tiles = append(plan.Tiles, chart.Tile{Place: p.Place, Name: w.Place(p.Place), Href: href, Light: s.Light, Value: worth(w, s.Value, unit)})
		}
		if p.Target != nil {
			judged++
		}
	}
	plan.ByValue = judged == 0
	if len(plan.Tiles) >= fewPlaces {
		v.Map = plan.HTML(w.Lang)
	}
}
