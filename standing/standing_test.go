package standing

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"pledger/ledger"
)

// read makes readings of "period value" pairs; each becomes known on the
// twentieth after its period, or on the day named by "period value @day".
// A star marks a final value, a number after # the revision.
func read(t testing.TB, lines ...string) []*ledger.Reading {
	t.Helper()
	var all []*ledger.Reading
	for _, line := range lines {
		words := strings.Fields(line)
		p, err := ledger.ParsePeriod(words[0], 2021)
		if err != nil {
			t.Fatal(err)
		}
		end, _ := time.Parse(time.DateOnly, p.End)
		r := &ledger.Reading{Period: p, Value: words[1], Revision: 1, Status: ledger.Submitted, At: end.AddDate(0, 0, 20)}
		for _, w := range words[2:] {
			switch w[0] {
			case '@':
				if r.At, err = time.Parse(time.DateOnly, w[1:]); err != nil {
					t.Fatal(err)
				}
			case '#':
				fmt.Sscan(w[1:], &r.Revision)
			case 'x':
				r.Status = ledger.Returned
			}
		}
		all = append(all, r)
	}
	return all
}

func of(terms ledger.Terms) *ledger.Account {
	return &ledger.Account{Ledger: "150000-2021", ID: "0001", State: ledger.Accepted, Terms: []ledger.Terms{terms}}
}

var (
	jobs = of(ledger.Terms{Kind: "level", Bound: ledger.AtLeast, Value: "200000", Polarity: ledger.MoreIsBetter, Over: ledger.Cumulative, Period: "2021"})
	gdp  = of(ledger.Terms{Kind: "growth", Bound: ledger.Near, Value: "6", Tolerance: "0.5", Polarity: ledger.MoreIsBetter, Over: ledger.Cumulative, Period: "2021"})
	cpi  = of(ledger.Terms{Kind: "growth", Bound: ledger.Near, Value: "3", Tolerance: "0.5", Polarity: ledger.LessIsBetter, Over: ledger.Average, Period: "2021"})
	cap_ = of(ledger.Terms{Kind: "level", Bound: ledger.AtMost, Value: "500", Polarity: ledger.LessIsBetter, Over: ledger.Cumulative, Period: "2021"})
	wind = of(ledger.Terms{Kind: "level", Bound: ledger.AtLeast, Value: "6000", Polarity: ledger.MoreIsBetter, Over: ledger.AtEnd, Period: "2021"})
	plan = of(ledger.Terms{Kind: "level", Bound: ledger.AtLeast, Value: "500", Polarity: ledger.MoreIsBetter, Over: ledger.Cumulative, Period: "2021/2025"})
	task = &ledger.Account{Ledger: "150000-2021", ID: "0002", State: ledger.Accepted, Milestones: []ledger.Milestone{
		{Due: ledger.ParseDeadline("3月底前", 2021), What: "立项"}, {Due: ledger.ParseDeadline("6月底前", 2021), What: "开工"},
		{Due: ledger.ParseDeadline("9月底前", 2021), What: "封顶"}, {Due: ledger.ParseDeadline("12月底前", 2021), What: "竣工"}}}
	august = &ledger.Account{Ledger: "150000-2021", ID: "0004", State: ledger.Accepted, Deadline: ledger.ParseDeadline("8月底前", 2021), Terms: jobs.Terms}
	early  = &ledger.Account{Ledger: "150000-2021", ID: "0003", State: ledger.Accepted, Deadline: ledger.ParseDeadline("6月底前", 2021),
		Terms: []ledger.Terms{{Kind: "level", Bound: ledger.AtLeast, Value: "60", Polarity: ledger.MoreIsBetter, Over: ledger.Cumulative, Period: "2021"}}}
	// 6.5 to 7 percent, where neither more nor less is better; an amount of the sort.
	band  = of(ledger.Terms{Kind: "growth", Bound: ledger.Within, Value: "6.5", High: "7", Unit: "%", Polarity: ledger.Neither, Over: ledger.Cumulative, Period: "2021"})
	store = of(ledger.Terms{Kind: "level", Bound: ledger.Within, Value: "400", High: "500", Polarity: ledger.Neither, Over: ledger.Cumulative, Period: "2021"})
	herd  = of(ledger.Terms{Kind: "level", Bound: ledger.Within, Value: "400", High: "500", Polarity: ledger.Neither, Over: ledger.AtEnd, Period: "2021"})
	floor = of(ledger.Terms{Kind: "growth", Bound: ledger.Within, Value: "6.5", High: "7", Unit: "%", Polarity: ledger.MoreIsBetter, Over: ledger.Cumulative, Period: "2021"})
	gone  = &ledger.Account{Ledger: "150000-2021", State: ledger.Dropped}
)

// TestJudge states by hand, from the practice rules, where accounts stand.
func TestJudge(t *testing.T) {
	tests := []struct {
		what     string
		account  *ledger.Account
		readings []string
		day      string
		want     string // state light reason args
	}{
		// Amounts against the share of the year.
		{"a third of the year short by 21.7 points", jobs, []string{"1-9月 106600"}, "2021-10-25", "behind yellow amount 9 53.3 75 21.7"},
		{"exactly on the share of the year", jobs, []string{"1-9月 150000"}, "2021-10-25", "on-pace green amount 9 75 75 0"},
		{"a hair below it", jobs, []string{"1-9月 149999"}, "2021-10-25", "behind yellow amount 9 75.0 75 0.0"},
		{"30 points behind is yellow still", jobs, []string{"1-9月 90000"}, "2021-10-25", "behind yellow amount 9 45 75 30"},
		{"more than 30 points behind", jobs, []string{"1-9月 89999"}, "2021-10-25", "behind red amount 9 45.0 75 30.0"},
		{"10 points in front", jobs, []string{"1-6月 120000"}, "2021-07-25", "ahead green amount 6 60 50 10"},
		{"single quarters add up", jobs, []string{"一季度 60000", "二季度 60000"}, "2021-07-25", "ahead green amount 6 60 50 10"},
		{"a quarter that is missing adds nothing", jobs, []string{"一季度 60000", "三季度 60000"}, "2021-06-20", "on-pace green amount 3 30 25 5"},
		{"reached before the end", jobs, []string{"1-9月 200000"}, "2021-10-25", "done-early done sum 200000 200000"},
		{"reached", jobs, []string{"2021 224000"}, "2022-01-25", "done done sum 224000 200000"},
		{"not reached", jobs, []string{"2021 199999"}, "2022-01-25", "missed missed short 199999 200000"},
		// Rates against the yearly target at once; no month is divided by twelve.
		{"growth above it", gdp, []string{"1-9月 7.8"}, "2021-10-25", "ahead green rate 9 7.8 5.5 2.3"},
		{"growth at its tolerance", gdp, []string{"1-9月 5.5"}, "2021-10-25", "on-pace green rate 9 5.5 5.5 0"},
		{"growth 0.4 below", gdp, []string{"1-9月 5.1"}, "2021-10-25", "behind yellow rate 9 5.1 5.5 0.4"},
		{"growth below half", gdp, []string{"1-9月 2.7"}, "2021-10-25", "behind red rate 9 2.7 5.5 2.8"},
		{"a year's growth", gdp, []string{"2021 6.3"}, "2022-01-25", "done done sum 6.3 5.5"},
		// A ceiling is met below it.
		{"prices low", cpi, []string{"1-9月 0.6"}, "2021-10-25", "ahead green rate 9 0.6 3.5 2.9"},
		{"prices above", cpi, []string{"1-9月 3.8"}, "2021-10-25", "behind yellow rate 9 3.8 3.5 0.3"},
		{"a sum that is used up too fast", cap_, []string{"1-6月 300"}, "2021-07-25", "behind yellow ceiling 6 60 50 10"},
		{"a sum that broke its ceiling", cap_, []string{"1-6月 501"}, "2021-07-25", "missed missed short 501 500"},
		{"a sum kept below it", cap_, []string{"2021 480"}, "2022-01-25", "done done sum 480 500"},
		// A stock grows from where it stood.
		{"half of the way at half of the year", wind, []string{"2020年末 5000", "6月末 5500"}, "2021-07-25", "on-pace green amount 6 50 50 0"},
		{"nobody knows from where", wind, []string{"6月末 5500"}, "2021-07-25", "unjudged unknown no-base 5500 6000"},
		{"there before the end", wind, []string{"2020年末 5000", "6月末 6100"}, "2021-07-25", "done-early done sum 6100 6000"},
		// Between two ends: a rate inside is on pace, outside it is behind on either side.
		{"inside the range", band, []string{"1-9月 6.8"}, "2021-10-25", "on-pace green band 9 6.8 6.5 7"},
		{"at its lower end", band, []string{"1-9月 6.5"}, "2021-10-25", "on-pace green band 9 6.5 6.5 7"},
		{"below it", band, []string{"1-9月 6.3"}, "2021-10-25", "behind yellow rate 9 6.3 6.5 0.2"},
		{"far below it", band, []string{"1-9月 3.2"}, "2021-10-25", "behind red rate 9 3.2 6.5 3.3"},
		{"above it", band, []string{"1-9月 7.3"}, "2021-10-25", "behind yellow rate 9 7.3 7 0.3"},
		{"far above it", band, []string{"1-9月 10.6"}, "2021-10-25", "behind red rate 9 10.6 7 3.6"},
		{"a year inside", band, []string{"2021 7"}, "2022-01-25", "done done sum 7 6.5"},
		{"a year above", band, []string{"2021 7.1"}, "2022-01-25", "missed missed short 7.1 7"},
		{"where more is better nothing is too much", floor, []string{"1-9月 7.3"}, "2021-10-25", "ahead green rate 9 7.3 6.5 0.8"},
		{"an amount by its lower end", store, []string{"1-9月 260"}, "2021-10-25", "behind yellow amount 9 65 75 10"},
		{"an amount inside may still grow too much", store, []string{"1-9月 440"}, "2021-10-25", "ahead green amount 9 110 75 35"},
		{"an amount above", store, []string{"1-9月 501"}, "2021-10-25", "missed missed short 501 500"},
		{"a stock on its way to the range", herd, []string{"2020年末 300", "6月末 340"}, "2021-07-25", "behind yellow amount 6 40 50 10"},
		{"a stock in the range", herd, []string{"2020年末 300", "6月末 450"}, "2021-07-25", "on-pace green band 6 450 400 500"},
		{"a stock above it can fall again", herd, []string{"2020年末 300", "6月末 550"}, "2021-07-25", "behind yellow rate 6 550 500 50"},
		// A plan of several years, a deadline within the year, milestones.
		{"a fifth after one of five years", plan, []string{"2021 90"}, "2022-01-25", "behind yellow amount 12 18 20 2"},
		{"half of the way to June by March", early, []string{"一季度 30"}, "2021-04-25", "on-pace green amount 3 50 50 0"},
		{"June is the end", early, []string{"1-6月 59"}, "2021-07-25", "missed missed short 59 60"},
		{"two of four milestones are due", task, []string{"1-6月 40"}, "2021-07-25", "behind yellow amount 6 40 50 10"},
		{"what is due at the end of August is asked for by October", august, []string{"1-6月 45"}, "2021-10-02", "unreported unknown overdue 2021-08-31 2021-06-30"},
		// What is missing is never green.
		{"nothing was reported", jobs, nil, "2021-10-25", "unreported unknown no-reading"},
		{"a day before the first is due", jobs, nil, "2021-04-30", "unreported unknown not-due 2021-05-01"},
		{"on the day the first is due", jobs, nil, "2021-05-01", "unreported unknown no-reading"},
		{"nothing is due yet, and nothing there", jobs, nil, "2021-02-01", "unreported unknown not-due 2021-05-01"},
		{"the third quarter is overdue", jobs, []string{"1-6月 120000"}, "2021-11-01", "unreported unknown overdue 2021-09-30 2021-06-30"},
		{"a day before it is due", jobs, []string{"1-6月 120000"}, "2021-10-30", "ahead green amount 6 60 50 10"},
		{"what is done needs no reading", jobs, []string{"1-6月 200000"}, "2021-12-30", "done-early done sum 200000 200000"},
		{"given up", gone, []string{"1-6月 1"}, "2021-07-25", "adjusted unknown dropped"},
		// Of a period the latest revision by the day counts; what was returned does not.
		{"before the revision", jobs, []string{"1-9月 150000", "1-9月 90000 @2021-11-05 #2"}, "2021-10-25", "on-pace green amount 9 75 75 0"},
		{"after the revision", jobs, []string{"1-9月 150000", "1-9月 90000 @2021-10-22 #2"}, "2021-10-25", "behind yellow amount 9 45 75 30"},
		{"returned", jobs, []string{"1-6月 120000", "1-9月 10 x"}, "2021-10-25", "ahead green amount 6 60 50 10"},
		{"a period not yet over", jobs, []string{"1-6月 120000", "1-9月 10 @2021-07-01"}, "2021-07-25", "ahead green amount 6 60 50 10"},
		// Caught up after red: yellow for one reading, then green.
		{"red", jobs, []string{"1-7月 20000"}, "2021-08-25", "behind red amount 7 10 58.3 48.3"},
		{"caught up", jobs, []string{"1-7月 20000", "1-8月 134000"}, "2021-09-25", "on-pace yellow recovering 8 67 66.7 0.3"},
		{"and stayed", jobs, []string{"1-7月 20000", "1-8月 134000", "1-9月 151000"}, "2021-10-25", "on-pace green amount 9 75.5 75 0.5"},
	}
	for _, tt := range tests {
		s := Judge(Question{Account: tt.account, Readings: read(t, tt.readings...), Day: tt.day})
		got := strings.TrimSpace(fmt.Sprintf("%s %s %s %s", s.State, s.Light, s.Code, strings.Join(s.Args(), " ")))
		if got != tt.want {
			t.Errorf("%s: %s, want %s", tt.what, got, tt.want)
		}
	}
}

// TestTerms demands that each term is judged by readings of its own, and that an
// account stands as the worst of them.
func TestTerms(t *testing.T) {
	two := of(jobs.Terms[0])
	two.Terms = append(two.Terms, gdp.Terms[0])
	worst, terms := JudgeAll(Question{Account: two, Day: "2021-10-25"}, [][]*ledger.Reading{read(t, "1-9月 150000"), nil})
	if len(terms) != 2 || terms[0].Light != Green || terms[1].State != Unreported || worst.Light != LightUnknown {
		t.Errorf("%d terms: %s and %s, together %s", len(terms), terms[0].State, terms[1].State, worst.Light)
	}
	if s := Judge(Question{Account: two, Term: 1, Readings: read(t, "1-9月 5.1"), Day: "2021-10-25"}); s.Light != Yellow || s.Pace != ledger.AtOnce {
		t.Errorf("the second by itself: %s by %s", s.Light, s.Pace)
	}
	if s := Judge(Question{Account: two, Term: 2, Day: "2021-10-25"}); s.State != Unjudged {
		t.Errorf("a term that is not there: %s", s.State)
	}
	if worst, terms := JudgeAll(Question{Account: jobs, Day: "2021-10-25"}, nil); len(terms) != 1 || worst.State != Unreported {
		t.Errorf("one term: %d, %s", len(terms), worst.State)
	}
}

// TestWatch demands that an account is judged as its Watch says, unless the
// question says otherwise.
func TestWatch(t *testing.T) {
	watched := jobs.Clone()
	watched.Watch = ledger.Watch{Pace: ledger.BySeason, Rule: "half", Every: 1}
	s := Judge(Question{Account: watched, Readings: read(t, "1-9月 60000", "2020 100", "2020前三季度 80"), Day: "2021-10-25"})
	if s.Pace != ledger.BySeason || s.Rule != "half" || s.Light != Red || s.Expected.Text() != "80" {
		t.Errorf("%s by %s: %s, expected %s", s.Light, s.Rule, s.Pace, s.Expected.Text())
	}
	if s = Judge(Question{Account: watched, Readings: read(t, "1-9月 150000"), Day: "2021-12-05"}); s.State != Unreported {
		t.Errorf("a monthly reading is overdue and it is %s", s.State)
	}
	s = Judge(Question{Account: watched, Readings: read(t, "1-9月 150000"), Day: "2021-12-05", Pace: ledger.ByTime, Every: 3})
	if s.Pace != ledger.ByTime || s.State != OnPace {
		t.Errorf("the question asks otherwise: %s by %s", s.State, s.Pace)
	}
}

// TestPoints demands what charts draw: what was known on the day, sums from the
// beginning of the span.
func TestPoints(t *testing.T) {
	readings := read(t, "二季度 60000", "一季度 50000", "2020 1", "1-9月 150000", "1-9月 160000 @2021-10-22 #2", "2021 200000")
	var got []string
	s := Judge(Question{Account: jobs, Readings: readings, Day: "2021-10-25"})
	for _, p := range s.Points() {
		got = append(got, p.Period.String()+" "+p.Value.String())
	}
	if want := "2021-01/2021-03 50000, 2021-01/2021-06 110000, 2021-01/2021-09 160000"; strings.Join(got, ", ") != want {
		t.Errorf("got %v, want %s", got, want)
	}
}

func TestSeasonal(t *testing.T) {
	readings := []string{"2019前三季度 100", "2019 200", "2020前三季度 140", "2020 200", "2021前三季度 120000"}
	s := Judge(Question{Account: jobs, Readings: read(t, readings...), Day: "2021-10-25", Pace: ledger.BySeason})
	if s.State != OnPace || s.Expected.Text() != "60" {
		t.Errorf("%s, expected %s%%: earlier years had 50%% and 70%% by then", s.State, s.Expected.Text())
	}
	s = Judge(Question{Account: jobs, Readings: read(t, "2021前三季度 120000"), Day: "2021-10-25", Pace: ledger.BySeason})
	if s.State != Unjudged || s.Light != LightUnknown || s.Code != WhyNoHistory {
		t.Errorf("without earlier years: %s %s %s", s.State, s.Light, s.Code)
	}
}

// sampled are accounts of every sort.
var sampled = []*ledger.Account{jobs, gdp, cpi, cap_, wind, plan, task, early, august, band, store, herd, floor}

// TestOrder is a law: neither the order in which readings arrive nor that some
// arrive twice changes a standing.
func TestOrder(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		var lines []string
		for m := range 12 {
			if rapid.Bool().Draw(rt, "reported") {
				lines = append(lines, fmt.Sprintf("1-%d月 %d #%d", m+1, rapid.IntRange(0, 250000).Draw(rt, "value"), rapid.IntRange(1, 3).Draw(rt, "revision")))
			}
			if rapid.Bool().Draw(rt, "single") {
				lines = append(lines, fmt.Sprintf("%d月 %d", m+1, rapid.IntRange(0, 25000).Draw(rt, "part")))
			}
		}
		readings := read(t, lines...)
		account := rapid.SampledFrom(sampled).Draw(rt, "account")
		day := fmt.Sprintf("2021-%02d-25", rapid.IntRange(1, 12).Draw(rt, "month"))
		want := Judge(Question{Account: account, Readings: readings, Day: day})
		mixed := slices.Concat(readings, readings)
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(rt, "seed"), 1))
		r.Shuffle(len(mixed), func(i, j int) { mixed[i], mixed[j] = mixed[j], mixed[i] })
		got := Judge(Question{Account: account, Readings: mixed, Day: day})
		if fmt.Sprint(got.State, got.Light, got.Code, got.Args(), got.Value.Text()) != fmt.Sprint(want.State, want.Light, want.Code, want.Args(), want.Value.Text()) {
			rt.Fatalf("%v, in another order %v", want, got)
		}
		if len(readings) == 0 && (want.Light != LightUnknown || want.State != Unreported) {
			rt.Fatalf("nothing was reported and the light is %s", want.Light)
		}
	})
}

// TestNeverGreen is a law: where no reading of the span is known, no light is
// green or done.
func TestNeverGreen(t *testing.T) {
	for _, account := range append(sampled[:len(sampled):len(sampled)], gone) {
		for _, readings := range [][]string{nil, {"2020 99999999"}, {"1-12月 99999999"}} {
			s := Judge(Question{Account: account, Readings: read(t, readings...), Day: "2021-08-31"})
			if s.Light != LightUnknown {
				t.Errorf("%s with %v is %s", account.ID, readings, s.Light)
			}
			two := account.Clone()
			two.Terms = append(two.Terms, jobs.Terms[0])
			met := read(t, "1-6月 200000")
			worst, all := JudgeAll(Question{Account: two, Day: "2021-08-31"}, [][]*ledger.Reading{read(t, readings...), met})
			if account != gone && account != task && (worst.Light != LightUnknown || all[1].Light != LightDone) {
				t.Errorf("%s with %v, and another term that is done: %s of %d", account.ID, readings, worst.Light, len(all))
			}
		}
	}
}

// BenchmarkJudge judges one account with a year of monthly readings by its plan.
func BenchmarkJudge(b *testing.B) {
	var lines []string
	for m := range 12 {
		lines = append(lines, fmt.Sprintf("1-%d月 %d", m+1, 16000*(m+1)))
	}
	readings := read(b, lines...)
	plan := Compile(jobs, 0, nil)
	b.ReportAllocs()
	for b.Loop() {
		plan.Judge(readings, "2022-01-05")
	}
}
