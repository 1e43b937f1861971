package standings

import (
	"cmp"
	_ "embed"
	"html/template"
	"slices"
	"strconv"
	"time"

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
	Readings Readings // of the span that the target is over
	Earlier  Readings // of the years before
	More     int      // of Earlier that are not shown
}

// Readings are readings as a table.
type Readings struct {
	words *wording.Words
	Rows  []ReadingView
}

// T is the catalogue's text of key.
func (r Readings) T(key string, args ...any) string { return r.words.Text(key, args...) }

// Fact is a number with its name.
type Fact struct{ Name, Value string }

// ReadingView is one reading.
type ReadingView struct {
	Period, Value string
	Status, Class string
	Tags          []string // what else is to be known of it: a revision, final, of the indicator
	Source, Note  string
	Who, When     string
	Reason        string
	Evidence      []page.Link // to them; none for who may not read them
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

// NewView is where the row's account stands on the day. evidence says whether the
// reader may read the files that bear readings out.
func NewView(w *wording.Words, day *board.Day, row *board.Row, evidence bool) *View {
	v := &View{words: w, AsOf: w.Day(day.Date), Several: len(row.Terms) > 1}
	for i := range row.Terms {
		v.Terms = append(v.Terms, term(w, row, i, evidence))
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
func term(w *wording.Words, row *board.Row, i int, evidence bool) TermView {
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
	if s.Value.Known() {
		fact("standing.fact.value", w.Value(s.Value, t.Unit))
		fact("standing.fact.period", w.Period(s.Period))
	}
	share, expected := "standing.fact.share", "standing.fact.expected"
	if s.Term == standing.Nodes {
		share, expected = "standing.fact.nodes", "standing.fact.nodes-due"
	}
	if t.Unit != "%" || s.Expected.Known() {
		fact(share, w.Value(s.Share, "%"))
	}
	fact(expected, w.Value(s.Expected, "%"))
	fact("standing.fact.pace", w.Pace(s.Pace))
	fact("standing.fact.rule", w.Rule(s.Rule))
	if t.Indicator != "" {
		v.Of = page.Link{Label: w.Indicator(t.Indicator), Href: page.OnDay(page.LedgerPath(a.Ledger, "indicators", t.Indicator), w.On)}
	}
	v.Readings.words, v.Earlier.words = w, w
	from, _ := standing.Span(a, t)
	for _, r := range newestFirst(row.Read(s.Term), s.Day) {
		switch view := readingView(w, a.Ledger, r, evidence); {
		case r.Period.End >= from:
			v.Readings.Rows = append(v.Readings.Rows, view)
		case len(v.Earlier.Rows) < shownEarlier:
			v.Earlier.Rows = append(v.Earlier.Rows, view)
		default:
			v.More++
		}
	}
	return v
}

// shownEarlier is how many readings of earlier years the page shows: three years
// of months.
const shownEarlier = 36

// newestFirst are the readings known by the end of the day, whatever their
// source: those of the latest period first, and of one period the latest first.
func newestFirst(readings []*ledger.Reading, day string) (all []*ledger.Reading) {
	for _, r := range readings {
		if r.At.In(ledger.OfficeTime).Format(time.DateOnly) <= day {
			all = append(all, r)
		}
	}
	slices.SortStableFunc(all, func(x, y *ledger.Reading) int {
		return cmp.Or(cmp.Compare(y.Period.End, x.Period.End), cmp.Compare(x.Period.Start, y.Period.Start), y.At.Compare(x.At), cmp.Compare(y.Revision, x.Revision))
	})
	return all
}

// readingView is one reading of a ledger's account, with links to its evidence
// where the reader may read it.
func readingView(w *wording.Words, id ledger.ID, r *ledger.Reading, evidence bool) ReadingView {
	v := ReadingView{
		Period: w.Period(r.Period), Value: r.Typed, Status: w.Status(r.Status), Class: string(r.Status),
		Source: r.Source, Note: r.Note, Reason: r.Reason, Who: w.Who(r.Who), When: w.Moment(r.At),
	}
	tag := func(said bool, key string, args ...any) {
		if said {
			v.Tags = append(v.Tags, w.Text(key, args...))
		}
	}
	tag(r.Revision > 1, "standing.reading.revision", r.Revision)
	tag(r.Final, "standing.reading.final")
	tag(r.Account == "", "standing.reading.indicator")
	tag(len(r.Evidence) > 0, "standing.reading.evidence", len(r.Evidence))
	if v.Value == "" {
		v.Value = w.Amount(r.Value, r.Unit)
	}
	if evidence && r.Journal == id.Journal() {
		for i, e := range r.Evidence {
			href := page.LedgerPath(id, "evidence", strconv.FormatInt(r.Seq, 10), strconv.Itoa(i))
			v.Evidence = append(v.Evidence, page.Link{Label: e.Name, Href: href})
		}
	}
	return v
}

// fewPlaces is from how many places on a map helps.
const fewPlaces = 3

// places adds the places, and their map where they have parts to be judged by.
func (v *View) places(row *board.Row, unit string) {
	w, a := v.words, row.Account
	plan := chart.Tiles{Title: w.Text("standing.places"), Unit: unit}
	judged := 0
	if !row.ByPlace() {
		return
	}
	for _, p := range row.Places {
		s := &p.Standing
		href := page.OnDay(page.LedgerPath(a.Ledger, "places", p.Place), w.On)
		v.Places = append(v.Places, PlaceView{
			Name: w.Place(p.Place), Href: href, Part: w.Value(p.Target, unit), Value: w.Value(s.Value, unit), Period: w.SoFar(s.Period),
			Share: w.Value(s.Share, "%"), Lamp: chart.Lamp(w.Lang, s.Light), State: w.Standing(s.State), Reason: w.Why(a, s),
		})
		if p.Above == a.Ledger.Place() {
			plan.Tiles = append(plan.Tiles, chart.Tile{Place: p.Place, Name: w.Place(p.Place), Href: href, Light: s.Light, Value: worth(w, s.Value, unit)})
		}
		if p.Target.Known() {
			judged++
		}
	}
	plan.ByValue = judged == 0
	if len(plan.Tiles) >= fewPlaces {
		v.Map = plan.HTML(w.Lang)
	}
}
