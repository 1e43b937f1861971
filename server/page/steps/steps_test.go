package steps

import (
	"fmt"
	"testing"

	"pledger/ledger"
	"pledger/locale"
	"pledger/server/page"
	"pledger/server/page/browsertest"
	"pledger/server/page/pagetest"
)

// counted counts n live accounts, of which the first lack something.
func counted(n, undecided, unled, untimed int) *Counts {
	c := &Counts{}
	for i := range n {
		a := &ledger.Account{Ledger: "150000-2021", ID: fmt.Sprintf("%04d", i+1), Number: fmt.Sprint(i + 1), State: ledger.Accepted}
		if i < undecided {
			a.State = ledger.Proposed
		}
		if i >= unled {
			a.Lead = []string{"finance"}
		}
		if i >= untimed {
			a.Deadline = ledger.Deadline{Text: "12月底前"}
		}
		c.Add(a)
	}
	return c
}

// book is a ledger in a stage.
func book(stage ledger.Stage) *ledger.Ledger {
	l := &ledger.Ledger{ID: "150000-2021", Place: "150000", Year: 2021, Title: "2021年青岚自治区政府工作报告重点工作分工方案", Stage: stage}
	if stage == ledger.Published {
		l.Issued = "2021-03-05"
	}
	return l
}

func TestEveryState(t *testing.T) {
	gallery := browsertest.Gallery{}
	hostile := book(ledger.Draft)
	hostile.Title = pagetest.Attack
	for name, tt := range map[string]struct {
		ledger *ledger.Ledger
		counts *Counts
		role   ledger.Role
		wrongs bool
	}{
		"empty":     {book(ledger.Draft), &Counts{}, ledger.Supervisor, false},
		"one":       {book(ledger.Draft), counted(1, 1, 1, 1), ledger.Supervisor, false},
		"many":      {book(ledger.Draft), counted(300, 40, 120, 3), ledger.Supervisor, false},
		"ready":     {book(ledger.Draft), counted(300, 0, 0, 0), ledger.Supervisor, false},
		"refused":   {book(ledger.Draft), counted(300, 1, 0, 0), ledger.Supervisor, true},
		"approved":  {book(ledger.Approved), counted(300, 0, 0, 0), ledger.Administrator, false},
		"not sure":  {book(ledger.Approved), counted(300, 0, 0, 0), ledger.Administrator, true},
		"published": {book(ledger.Published), counted(300, 0, 0, 0), ledger.Administrator, false},
		"viewer":    {book(ledger.Approved), counted(300, 0, 0, 0), ledger.Viewer, false},
		"public":    {book(ledger.Published), counted(300, 0, 0, 0), ledger.Public, false},
		"hostile":   {hostile, counted(2, 0, 0, 0), ledger.Supervisor, true},
	} {
		for _, frame := range pagetest.Frames() {
			t.Run(name+"/"+frame.Lang.String(), func(t *testing.T) {
				form := &page.Form{}
				if tt.wrongs {
					form.Refuse("sure", frame.Lang.Text("office.steps.publish.notsure"))
					form.Refuse("why", frame.Lang.Text("office.why.hint"))
				}
				p := New(frame, tt.ledger, tt.counts, ledger.Actor{Role: tt.role}, form)
				if tt.wrongs {
					p.Wrongs = &page.Wrongs{Head: frame.Lang.Text("office.steps.refused")}
					p.Wrongs.Add(pagetest.Attack, "")
				}
				root, _ := pagetest.Parse(t, p.Render)
				pagetest.Check(t, root, false)
				gallery.Add(name, frame, p.Render)
				forms := len(pagetest.Find(root, "form"))
				if frame.User != "" {
					forms-- // signing out
				}
				if (tt.role == ledger.Viewer || tt.role == ledger.Public) && forms > 0 {
					t.Errorf("%s is shown %d forms", tt.role, forms)
				}
			})
		}
	}
	gallery.Look(t, "steps", Assets())
}

// TestRoad demands that the first step that is not done is at hand, and that
// the commands are offered when they can be given.
func TestRoad(t *testing.T) {
	for _, tt := range []struct {
		stage  ledger.Stage
		counts *Counts
		want   string
		form   int // the step with a form; 0 for none
	}{
		{ledger.Draft, &Counts{}, "now later later later later", 0},
		{ledger.Draft, counted(9, 9, 9, 9), "now later later later later", 0},
		{ledger.Draft, counted(9, 0, 3, 0), "behind now behind later later", 0},
		{ledger.Draft, counted(9, 1, 0, 0), "now behind behind later later", 0},
		{ledger.Draft, counted(9, 0, 0, 0), "behind behind behind now later", 4},
		{ledger.Approved, counted(9, 0, 0, 0), "behind behind behind behind now", 5},
		{ledger.Published, counted(9, 0, 0, 0), "behind behind behind behind behind", 0},
	} {
		got, form := "", 0
		for _, s := range Road(book(tt.stage), tt.counts, func(ledger.Right) bool { return true }, locale.ZhCN) {
			got += " " + string(s.State)
			if s.Form != nil {
				form = s.Number
			}
		}
		if got != " "+tt.want || form != tt.form {
			t.Errorf("%s %+v: %s with a form at step %d, want %s and %d", tt.stage, tt.counts, got, form, tt.want, tt.form)
		}
	}
}

func TestLackNamesTheFirst(t *testing.T) {
	c := counted(300, 40, 12, 3)
	if c.Undecided.N != 40 || len(c.Undecided.First) != shown || c.Untimed.N != 3 || len(c.Untimed.First) != 3 {
		t.Errorf("%+v", c)
	}
	if got := c.Unled.First[1]; got.Label != "2" || got.Href != "/ledgers/150000-2021/accounts/0002" {
		t.Errorf("%+v", got)
	}
}
