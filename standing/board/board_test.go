package board_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"pledger/document"
	"pledger/examples"
	"pledger/ledger"
	"pledger/lexicon"
	"pledger/report"
	"pledger/standing"
	"pledger/standing/board"
	"pledger/statement"
	"pledger/store"
)

// office is the sample report's ledger in a file, with a clock.
type office struct {
	*ledger.Desk
	store store.Store
	now   time.Time
	id    ledger.ID
}

// newOffice opens the sample report, approved by nobody.
func newOffice(t testing.TB) *office {
	t.Helper()
	s, err := store.Create(t.Context(), filepath.Join(t.TempDir(), "office.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	o := &office{store: s, now: time.Date(2024, 2, 20, 9, 0, 0, 0, time.UTC)}
	lex := lexicon.Default()
	o.Desk = &ledger.Desk{Store: s, Lexicon: lex, Now: func() time.Time { return o.now }}
	text := document.FromString(examples.SampleName, string(examples.Sample))
	opening := ledger.Open(statement.Extract(report.Parse(text), lex), lex, *lex.PlaceCoded("150000"), 2024, []byte(examples.Sample))
	bodies := []*ledger.Body{{Place: "150000", Code: "finance", Name: "财政厅", Order: 1}, {Place: "150000", Code: "reform", Name: "发展改革委", Order: 2}}
	if err := o.OpenLedger(t.Context(), ledger.Operator(), opening, bodies); err != nil {
		t.Fatal(err)
	}
	o.id = ledger.NewID("150000", 2024)
	return o
}

// view reads.
func (o *office) view(t testing.TB, f func(ledger.Reader) error) {
	t.Helper()
	if err := o.store.View(t.Context(), f); err != nil {
		t.Fatal(err)
	}
}

// load makes a board anew.
func (o *office) load(t testing.TB) (b *board.Board) {
	t.Helper()
	o.view(t, func(r ledger.Reader) (err error) {
		b, err = board.Load(r, o.Lexicon, o.id)
		return err
	})
	return b
}

// accounts are the live ones.
func (o *office) accounts(t testing.TB) (all []*ledger.Account) {
	t.Helper()
	o.view(t, func(r ledger.Reader) error {
		return r.EachAccount(o.id, func(a *ledger.Account) bool {
			if a.State.Live() {
				all = append(all, a)
			}
			return true
		})
	})
	return all
}

// encoded is all of a day, in bytes.
func encoded(t testing.TB, d *board.Day) string {
	t.Helper()
	type counted struct {
		Name  string
		Tally board.Tally
		Texts string
	}
	var rows []*board.Row
	for row := range d.Rows() {
		rows = append(rows, row) // their roll-ups of earlier periods show in the points they make
	}
	counts := []counted{{"all", d.All, fmt.Sprint(d.All)}, {"targets", d.Targets, fmt.Sprint(d.Targets)}, {"tasks", d.Tasks, fmt.Sprint(d.Tasks)}}
	for _, code := range d.Bodies() {
		counts = append(counts, counted{code, d.Body(code), fmt.Sprint(d.Body(code))})
	}
	for _, code := range d.Places() {
		counts = append(counts, counted{code, d.Place(code), fmt.Sprint(d.Place(code))})
	}
	for _, s := range d.Ledger().Sections {
		counts = append(counts, counted{s.Number, d.Section(s.Number), fmt.Sprint(d.Section(s.Number))})
	}
	text, err := json.MarshalIndent(struct {
		Date   string
		Len    int
		Counts []counted
		Rows   []*board.Row
	}{d.Date, d.Len(), counts, rows}, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// differing is where two texts first differ, with what is before; "" where they
// do not.
func differing(anew, followed string) string {
	a, f := strings.Split(anew, "\n"), strings.Split(followed, "\n")
	for i := range max(len(a), len(f)) {
		if i == len(a) || i == len(f) || a[i] != f[i] {
			from := max(i-40, 0)
			return strings.Join(a[from:min(i+8, len(a))], "\n") + "\nfollowed:\n" + strings.Join(f[min(i, len(f)):min(i+8, len(f))], "\n")
		}
	}
	return ""
}

// A step is a command that an office may give, chosen at random.
type step func(t *rapid.T, o *office, accounts []*ledger.Account) error

// steps are the commands that change where accounts stand.
var steps = map[string]step{
	"report": func(t *rapid.T, o *office, accounts []*ledger.Account) error {
		a := rapid.SampledFrom(accounts).Draw(t, "account")
		_, unit := a.Measures()
		g := ledger.GivenReading{Number: a.Number, Unit: unit, Note: "说明", Value: fmt.Sprint(rapid.IntRange(0, 90).Draw(t, "value")), Period: drawPeriod(t)}
		if rapid.Bool().Draw(t, "part") {
			g.Place = drawPlace(t)
		}
		return o.take(t, g)
	},
	"indicator": func(t *rapid.T, o *office, _ []*ledger.Account) error {
		return o.take(t, ledger.GivenReading{
			Indicator: rapid.SampledFrom([]string{"gdp", "cpi"}).Draw(t, "indicator"), Kind: "growth", Unit: "%", Note: "说明",
			Place: rapid.SampledFrom([]string{"", "150100", "150200"}).Draw(t, "place"),
			Value: fmt.Sprintf("%d.%d", rapid.IntRange(0, 9).Draw(t, "value"), rapid.IntRange(0, 9).Draw(t, "tenth")), Period: drawPeriod(t),
		})
	},
	"return": func(t *rapid.T, o *office, _ []*ledger.Account) error {
		var last int64
		if err := o.store.View(t.Context(), func(r ledger.Reader) (err error) {
			last, err = r.ReadingHead(o.id.Journal())
			return err
		}); err != nil || last == 0 {
			return err
		}
		status := rapid.SampledFrom([]ledger.Status{ledger.Verified, ledger.Returned}).Draw(t, "status")
		return o.CheckReading(t.Context(), ledger.Operator(), o.id, rapid.Int64Range(1, last).Draw(t, "seq"), status, "理由")
	},
	"edit": func(t *rapid.T, o *office, accounts []*ledger.Account) error {
		a := rapid.SampledFrom(accounts).Draw(t, "account")
		lead := rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"finance", "reform"}), 0, 2, rapid.ID[string]).Draw(t, "lead")
		parts := rapid.Bool().Draw(t, "parts")
		return o.edit(t, a.ID, ledger.ActEdit, func(a *ledger.Account) {
			a.Lead, a.Supporting = lead, nil
			if parts && len(a.Terms) > 0 {
				a.Parts = []ledger.Part{{Place: "150100", Value: "5", Weight: "3"}, {Place: "150200", Value: "7", Weight: "4"}, {Place: "150102", Value: "2", Weight: "1"}}
			}
		})
	},
	"publish": func(t *rapid.T, o *office, _ []*ledger.Account) error {
		_, err := o.Do(t.Context(), ledger.Operator(), o.id, ledger.Batch{Action: ledger.ActPublish, Right: ledger.Approve, Why: "印发", Ledger: func(l *ledger.Ledger) {
			if l.Issued == "" {
				l.Issued = o.now.Format(time.DateOnly)
			}
		}})
		return err
	},
	"terms": func(t *rapid.T, o *office, accounts []*ledger.Account) error {
		value := fmt.Sprint(rapid.IntRange(1, 90).Draw(t, "target"))
		return o.edit(t, rapid.SampledFrom(accounts).Draw(t, "account").ID, ledger.ActTerms, func(a *ledger.Account) {
			if len(a.Terms) > 0 {
				a.Terms[0].Value, a.Terms[0].High = value, ""
			}
		})
	},
	"plan": func(t *rapid.T, o *office, accounts []*ledger.Account) error {
		return o.edit(t, rapid.SampledFrom(accounts).Draw(t, "account").ID, ledger.ActSchedule, func(a *ledger.Account) {
			a.Milestones = []ledger.Milestone{{Due: ledger.ParseDeadline("3月底前", 2024), What: "立项"}, {Due: ledger.ParseDeadline("8月底前", 2024), What: "开工"}}
			a.Watch = ledger.Watch{Every: rapid.SampledFrom(ledger.Rhythms()).Draw(t, "every"), Rule: rapid.SampledFrom([]string{"", "half"}).Draw(t, "rule")}
		})
	},
	"reach": func(t *rapid.T, o *office, accounts []*ledger.Account) error {
		planned := slices.DeleteFunc(slices.Clone(accounts), func(a *ledger.Account) bool { return len(a.Milestones) == 0 })
		if len(planned) == 0 {
			return nil
		}
		a := rapid.SampledFrom(planned).Draw(t, "account")
		_, err := o.Reach(t.Context(), ledger.Operator(), o.id, ledger.Ref{ID: a.ID, Version: a.Version}, rapid.IntRange(0, 1).Draw(t, "node"), "")
		return err
	},
	"rules": func(t *rapid.T, o *office, _ []*ledger.Account) error {
		red := rapid.IntRange(0, 20).Draw(t, "red")
		return o.PutRules(t.Context(), ledger.Operator(), &ledger.RuleTable{Place: o.id.Place(), Name: "rules.tsv", Table: "rule\tmeasure\tyellow\tred\tahead\tsource\texample\n" +
			fmt.Sprintf("time\tpoints\t0\t%d\t10\t\t0 100 100: red\n", red)})
	},
	"drop": func(t *rapid.T, o *office, accounts []*ledger.Account) error {
		if len(accounts) < 3 {
			return nil
		}
		a := rapid.SampledFrom(accounts).Draw(t, "account")
		_, err := o.Drop(t.Context(), ledger.Operator(), o.id, []ledger.Ref{{ID: a.ID, Version: a.Version}}, "不再适用")
		return err
	},
	"add": func(t *rapid.T, o *office, accounts []*ledger.Account) error {
		a := &ledger.Account{Category: ledger.Task, Task: "新增一项任务", Hardness: ledger.Hard, State: ledger.Accepted}
		_, err := o.Add(t.Context(), ledger.Operator(), o.id, a, rapid.SampledFrom(accounts).Draw(t, "after").ID, "补充")
		return err
	},
}

// drawPlace is a league, or a banner of the first of them.
func drawPlace(t *rapid.T) string {
	return rapid.SampledFrom([]string{"150100", "150200", "150102", "150103", "150104", "150105", "150121", "150122", "150123", "150124", "150125"}).Draw(t, "place")
}

// drawPeriod is a period of the plan year or the one before: the year so far, or
// a single month.
func drawPeriod(t *rapid.T) string {
	if rapid.IntRange(0, 5).Draw(t, "single") == 0 {
		return fmt.Sprintf("2024年%d月", rapid.IntRange(1, 9).Draw(t, "month"))
	}
	return fmt.Sprintf("%d年1-%d月", rapid.IntRange(2023, 2024).Draw(t, "year"), rapid.IntRange(2, 9).Draw(t, "month"))
}

// take takes one reading in; what is refused changes nothing.
func (o *office) take(t *rapid.T, g ledger.GivenReading) error {
	_, err := o.TakeReadings(t.Context(), ledger.Operator(), o.id, &ledger.Intake{Rows: slices.Values([]ledger.GivenReading{g})})
	if _, blocked := err.(*ledger.Blocked); blocked {
		return nil
	}
	return err
}

// edit changes one account.
func (o *office) edit(t *rapid.T, id string, action ledger.Action, change func(*ledger.Account)) error {
	_, err := o.Do(t.Context(), ledger.Operator(), o.id, ledger.Batch{Action: action, Why: "调整", Edits: []ledger.Edit{{Account: id, Change: change}}})
	if _, invalid := err.(*ledger.Invalid); invalid {
		return nil
	}
	return err
}

// TestAdvance holds a board that follows the ledger against one that is made
// anew after each step: recompute-all gives the same bytes, whatever the day.
func TestAdvance(t *testing.T) {
	o := newOffice(t)
	b := o.load(t)
	days := []string{"2024-03-31", "2024-06-30", "2024-10-31"}
	for _, day := range days {
		b.On(day)
	}
	names := slices.Sorted(func(yield func(string) bool) {
		for name := range steps {
			if !yield(name) {
				return
			}
		}
	})
	judged := 0
	rapid.Check(t, func(rt *rapid.T) {
		o.now = o.now.Add(time.Duration(rapid.IntRange(0, 48).Draw(rt, "hours")) * time.Hour)
		if end := time.Date(2024, 11, 20, 0, 0, 0, 0, time.UTC); o.now.After(end) {
			o.now = end
		}
		accounts := o.accounts(t)
		for range rapid.IntRange(1, 3).Draw(rt, "steps") {
			if err := steps[rapid.SampledFrom(names).Draw(rt, "step")](rt, o, accounts); err != nil {
				if _, stale := err.(*ledger.Conflict); !stale {
					rt.Fatal(err)
				}
			}
		}
		o.view(t, func(r ledger.Reader) error {
			n, err := b.Advance(r)
			judged += n
			return err
		})
		anew := o.load(t)
		for _, day := range days {
			if diff := differing(encoded(t, anew.On(day)), encoded(t, b.On(day))); diff != "" {
				rt.Fatalf("on %s the board that followed differs from the one made anew:\n%s", day, diff)
			}
		}
	})
	if judged == 0 {
		t.Error("nothing was ever judged anew")
	}
	if d := b.On(days[2]); d.All.All != d.Len() || d.Len() == 0 {
		t.Errorf("%d rows are counted of %d", d.All.All, d.Len())
	}
}

// halfYear gives every target a value for the half year.
func (o *office) halfYear(t testing.TB) {
	t.Helper()
	random := rand.New(rand.NewPCG(1, 2))
	var rows []ledger.GivenReading
	o.now = time.Date(2024, 8, 1, 0, 0, 0, 0, time.UTC)
	for _, a := range o.accounts(t) {
		if _, unit := a.Measures(); len(a.Terms) > 0 {
			rows = append(rows, ledger.GivenReading{Number: a.Number, Unit: unit, Value: fmt.Sprint(random.IntN(60)), Period: "1-6月", Note: "说明"})
		}
	}
	if _, err := o.TakeReadings(t.Context(), ledger.Operator(), o.id, &ledger.Intake{Rows: slices.Values(rows)}); err != nil {
		t.Fatal(err)
	}
}

// TestUnder demands that what is foretold of other rules is what comes of them,
// and that asking changes nothing.
func TestUnder(t *testing.T) {
	o := newOffice(t)
	o.halfYear(t)
	const day, table = "2024-08-02", "rule\tmeasure\tyellow\tred\tahead\tsource\texample\ntime\tpoints\t0\t0\t10\t\t0 100 100: red\n"
	own, err := standing.ParseRules("own.tsv", table)
	if err != nil {
		t.Fatal(err)
	}
	b := o.load(t)
	before := encoded(t, b.On(day))
	under := b.Under(standing.InForce(own), day)
	foretold := encoded(t, under)
	if len(board.Changes(b.On(day), under)) == 0 {
		t.Error("no light would change")
	}
	if diff := differing(before, encoded(t, b.On(day))); diff != "" {
		t.Errorf("asking changed the board:\n%s", diff)
	}
	if err := o.PutRules(t.Context(), ledger.Operator(), &ledger.RuleTable{Place: o.id.Place(), Table: table}); err != nil {
		t.Fatal(err)
	}
	if diff := differing(encoded(t, o.load(t).On(day)), foretold); diff != "" {
		t.Errorf("what was foretold differs:\n%s", diff)
	}
}

// TestWorst holds the list of those most at risk against sorting all of them.
func TestWorst(t *testing.T) {
	o := newOffice(t)
	o.halfYear(t)
	day := o.load(t).On("2024-08-02")
	all := day.Worst(day.Len(), nil)
	if len(all) < 4 {
		t.Fatalf("only %d are at risk", len(all))
	}
	for i := 1; i < len(all); i++ {
		if a, b := all[i-1].Standing, all[i].Standing; a.Light < b.Light || a.Light == b.Light && a.Distance.Known() && b.Distance.Known() && a.Distance.Cmp(b.Distance) > 0 {
			t.Errorf("%s (%v %v) stands before %s (%v %v)", all[i-1].Account.Number, a.Light, a.Distance, all[i].Account.Number, b.Light, b.Distance)
		}
	}
	if few := day.Worst(3, nil); !slices.Equal(few, all[:3]) {
		t.Error("the three most at risk are not the first three of all")
	}
}

// TestRolledUp states by hand what a target of 10 that is broken down 5 and 5
// comes to from its places, with what is missing.
func TestRolledUp(t *testing.T) {
	o := newOffice(t)
	var number string
	for _, a := range o.accounts(t) {
		if len(a.Terms) == 1 && a.Terms[0].Kind == "level" && a.Terms[0].Over == ledger.Cumulative && number == "" {
			number = a.Number
			_, err := o.Do(t.Context(), ledger.Operator(), o.id, ledger.Batch{Action: ledger.ActBreakDown, Edits: []ledger.Edit{{Account: a.ID, Change: func(a *ledger.Account) {
				a.Terms[0].Value, a.Terms[0].Bound, a.Terms[0].High, a.Terms[0].Unit, a.Terms[0].Indicator = "10", ledger.AtLeast, "", "个", ""
				a.Parts = []ledger.Part{{Place: "150100", Value: "5"}, {Place: "150200", Value: "5"}}
			}}}})
			if err != nil {
				t.Fatal(err)
			}
		}
	}
	take := func(place, period, value string) {
		t.Helper()
		g := ledger.GivenReading{Number: number, Place: place, Period: period, Value: value, Unit: "个"}
		if _, err := o.TakeReadings(t.Context(), ledger.Operator(), o.id, &ledger.Intake{Rows: slices.Values([]ledger.GivenReading{g})}); err != nil {
			t.Fatal(err)
		}
	}
	row := func() *board.Row {
		for row := range o.load(t).On("2024-07-31").Rows() {
			if row.Account.Number == number {
				return row
			}
		}
		return nil
	}
	o.now = time.Date(2024, 7, 20, 0, 0, 0, 0, time.UTC)
	take("150100", "1-6月", "3")
	got := row()
	if got.Standing.Value.Known() || got.Rolled == nil || !got.Rolled.Partial || !slices.Equal(got.Rolled.Missing, []string{"150200"}) {
		t.Errorf("with one place missing: value %s, rolled %+v", got.Standing.Value.Text(), got.Rolled)
	}
	take("150200", "1-6月", "2")
	if got = row(); !got.Standing.Value.Known() || got.Standing.Value.Text() != "5" || got.Standing.State != "on-pace" {
		t.Errorf("with both places: value %s, %s", got.Standing.Value.Text(), got.Standing.State)
	}
	for i, want := range []string{"ahead", "behind"} {
		if p := got.Places[i]; string(p.Standing.State) != want {
			t.Errorf("%s is %s, want %s", p.Place, p.Standing.State, want)
		}
	}
	take("", "1-6月", "3")
	if got = row(); got.Standing.Value.Text() != "3" || len(got.Findings) != 1 {
		t.Errorf("where the whole reports less than its places: value %s, findings %v", got.Standing.Value.Text(), got.Findings)
	}
}

// TestAdjusted demands that an account given up after its ledger was published
// is listed as such, and one given up before is not.
func TestAdjusted(t *testing.T) {
	o := newOffice(t)
	accounts := o.accounts(t)
	drop := func(a *ledger.Account) {
		t.Helper()
		if _, err := o.Drop(t.Context(), ledger.Operator(), o.id, []ledger.Ref{{ID: a.ID}}, "不再适用"); err != nil {
			t.Fatal(err)
		}
	}
	drop(accounts[0])
	var edits []ledger.Edit
	for _, a := range accounts[1:] {
		edits = append(edits, ledger.Edit{Account: a.ID, Change: func(a *ledger.Account) {
			a.State, a.Lead = ledger.Accepted, []string{"finance"}
			if a.Deadline.Text == "" {
				a.Deadline = ledger.ParseDeadline("12月底前", 2024)
			}
		}})
	}
	for _, err := range []error{
		second(o.Do(t.Context(), ledger.Operator(), o.id, ledger.Batch{Action: ledger.ActEdit, Edits: edits})),
		second(o.Approve(t.Context(), ledger.Operator(), o.id, "")),
		second(o.Publish(t.Context(), ledger.Operator(), o.id, "")),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	drop(accounts[1])
	day := o.load(t).On("2024-07-31")
	if day.Row(accounts[0].ID) != nil {
		t.Error("an account given up before publication is listed")
	}
	if row := day.Row(accounts[1].ID); row == nil || row.Standing.State != standing.Adjusted || day.All.State(standing.Adjusted) != 1 {
		t.Errorf("an account given up after publication is %+v", row)
	}
}

// second is the error of a command.
func second(_ ledger.Result, err error) error { return err }
