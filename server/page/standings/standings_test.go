package standings

import (
	"slices"
	"strings"
	"testing"
	"time"

	"pledger/ledger"
	"pledger/locale"
	"pledger/server/chart"
	"pledger/server/page/ledgertest"
	"pledger/server/page/wording"
	"pledger/standing"
	"pledger/standing/board"
)

// TestViews demands of every account of the sample that gaps stand where no
// reading is, that what is unknown is not green, and that nobody's words are
// missing.
func TestViews(t *testing.T) {
	b := ledgertest.Watched(t)
	gaps, places, maps := 0, 0, 0
	for _, date := range []string{"2024-02-21", "2024-08-15", "2024-11-02"} {
		day := b.On(date)
		for _, lang := range locale.All() {
			w := wording.New(lang, ledgertest.Lexicon(), day.Ledger(), ledgertest.Bodies(), nil)
			for row := range day.Rows() {
				v := NewView(w, day, row, true)
				if len(v.Terms) != row.Account.Measured() {
					t.Errorf("%s shows %d targets", row.Account.Number, len(v.Terms))
				}
				for i := range v.Terms {
					s := &row.Terms[i]
					terms, _ := standing.TermsOf(row.Account, i)
					for _, p := range Points(w, row.Account, terms, s) {
						if !p.Value.Known() {
							gaps++
						} else if p.Day > date {
							t.Errorf("%s: on %s a value of %s is shown", row.Account.Number, date, p.Day)
						}
					}
					if text := v.Terms[i].Reason + v.Terms[i].State; strings.Contains(text, "⟦") || text == "" {
						t.Errorf("%s: %q", row.Account.Number, text)
					}
				}
				places += len(v.Places)
				if v.Map != "" {
					maps++
				}
				if c := Of(w, row.Account, row.Standing); c.Value == "" && strings.Contains(string(c.Lamp), "light-green") {
					t.Errorf("%s is green without a value", c.Number)
				}
			}
		}
	}
	if gaps == 0 || places == 0 || maps == 0 {
		t.Errorf("%d gaps, %d places, %d maps", gaps, places, maps)
	}
}

// TestMissing demands a gap for every period that was due and has no value in
// it, and for none that was not.
func TestMissing(t *testing.T) {
	point := func(start, end string) standing.Point {
		return standing.Point{Period: ledger.Period{Start: start, End: end}}
	}
	for _, tt := range []struct {
		day   string
		every int
		ends  []string
		want  string
	}{
		{"2021-04-30", 0, nil, ""}, {"2021-05-01", 0, nil, "2021-03-31"},
		{"2021-12-31", 0, []string{"2021-03-31", "2021-09-30"}, "2021-06-30"},
		{"2021-12-31", 0, []string{"2021-02-28", "2021-05-31", "2021-08-31"}, ""},
		{"2021-04-01", 1, []string{"2021-02-28"}, "2021-01-31"},
		{"2022-06-01", 6, nil, "2021-06-30 2021-12-31"},
	} {
		var points []standing.Point
		for _, end := range tt.ends {
			points = append(points, point("2021-01-01", end))
		}
		var ends []string
		for _, p := range missing(points, tt.day, "2021-01-01", "2021-12-31", tt.every) {
			ends = append(ends, p.End)
		}
		if got := strings.Join(ends, " "); got != tt.want {
			t.Errorf("on %s, every %d, with %v: %q is missing, want %q", tt.day, tt.every, tt.ends, got, tt.want)
		}
	}
}

// TestReadings demands that readings stand by their periods whatever their source,
// those of earlier years by themselves, and that files are linked for who may
// read them.
func TestReadings(t *testing.T) {
	read := func(period, account, at string, revision int) *ledger.Reading {
		p, err := ledger.ParsePeriod(period, 2024)
		when, err2 := time.Parse(time.DateOnly, at)
		if err != nil || err2 != nil {
			t.Fatal(err, err2)
		}
		return &ledger.Reading{
			Account: account, Period: p, Value: "1", Unit: "%", Revision: revision, At: when, Journal: "150000-2024", Seq: 7,
			Evidence: []ledger.Evidence{{Name: "报表.pdf"}},
		}
	}
	l := *ledgertest.Watched(t).On("2024-06-30").Ledger()
	a := &ledger.Account{
		Ledger: l.ID, ID: "0001", State: ledger.Accepted,
		Terms: []ledger.Terms{{Subject: "产值", Kind: "growth", Bound: ledger.AtLeast, Value: "6", Unit: "%", Over: ledger.Cumulative, Period: "2024"}},
	}
	row := &board.Row{Account: a, Readings: [][]*ledger.Reading{{
		read("1-5月", "0001", "2024-06-20", 1), read("2023", "0001", "2024-01-20", 1), read("1-3月", "0001", "2024-04-20", 1), read("1-3月", "0001", "2024-05-20", 2),
		read("1-4月", "", "2024-05-10", 1), read("2022", "", "2023-01-20", 1), read("1-6月", "", "2024-07-20", 1),
	}}}
	row.Terms = []standing.Standing{standing.Judge(standing.Question{Account: a, Readings: row.Readings[0], Day: "2024-06-30"})}
	row.Standing = &row.Terms[0]
	w := wording.New(locale.ZhCN, ledgertest.Lexicon(), &l, ledgertest.Bodies(), nil)
	for _, may := range []bool{true, false} {
		v := NewView(w, ledgertest.Watched(t).On("2024-06-30"), row, may).Terms[0]
		var got []string
		for _, r := range slices.Concat(v.Readings.Rows, v.Earlier.Rows) {
			got = append(got, r.Period+strings.Join(r.Tags, ""))
			if (len(r.Evidence) > 0) != may {
				t.Errorf("%s has links %v for who may read files: %v", r.Period, r.Evidence, may)
			}
		}
		want := "2024年1—5月佐证1件 2024年1—4月指标数佐证1件 2024年1—3月第2次报佐证1件 2024年1—3月佐证1件 2023年佐证1件 2022年指标数佐证1件"
		if line := strings.Join(got, " "); line != want || len(v.Earlier.Rows) != 2 {
			t.Errorf("%s, want %s; %d of earlier years", line, want, len(v.Earlier.Rows))
		}
	}
}

// TestPace demands that an amount should go from nothing to its target, and that
// what was expected stands at each value.
func TestPace(t *testing.T) {
	day := ledgertest.Watched(t).On("2024-11-02")
	w := wording.New(locale.ZhCN, ledgertest.Lexicon(), day.Ledger(), nil, nil)
	for row := range day.Rows() {
		s := &row.Terms[0]
		points := pace(w, row.Account, 0, s, row.Readings[0])
		if !s.Target.Known() || s.Pace != ledger.ByTime || !standing.Adds(s.Terms) {
			continue
		}
		expected := len(s.Points())
		if s.Light == standing.LightDone {
			expected-- // nothing more was expected when the last value reached the target
		}
		if len(points) != 2+expected || points[0].Value.Number != 0 {
			t.Errorf("%s: %+v", row.Account.Number, points)
		}
		if !slices.IsSortedFunc(points, func(a, b chart.Point) int { return strings.Compare(a.Day, b.Day) }) {
			t.Errorf("%s: days run backwards: %+v", row.Account.Number, points)
		}
	}
}
