package ledger

import "testing"

// TestMay states who may do what. A column is a role; x is yes.
func TestMay(t *testing.T) {
	draft := &Ledger{ID: "150000-2021", Place: "150000", Stage: Draft}
	published := &Ledger{ID: "150000-2021", Place: "150000", Stage: Published}
	led := &Account{ID: "0001", State: Accepted, Lead: []string{"finance"}}
	supported := &Account{ID: "0002", State: Accepted, Lead: []string{"health"}, Supporting: []string{"finance"}}
	others := &Account{ID: "0003", State: Accepted, Lead: []string{"health"}}
	dropped := &Account{ID: "0004", State: Dropped, Lead: []string{"finance"}}
	actors := []Actor{
		{Role: Administrator},
		{Name: "s", Role: Supervisor, Place: "150000"},
		{Name: "o", Role: Supervisor, Place: "640000"},
		{Name: "l", Role: Liaison, Place: "150000", Body: "finance"},
		{Name: "v", Role: Viewer, Place: "150000"},
		Nobody(),
	}
	tests := []struct {
		right   Right
		ledger  *Ledger
		account *Account
		want    string // administrator, supervisor, supervisor elsewhere, liaison, viewer, public
	}{
		{SeeLedger, draft, nil, "xx..x."},
		{SeeLedger, published, nil, "xxxxxx"},
		{SeePublished, draft, nil, "......"},
		{SeePublished, published, nil, "xxxxxx"},
		{SeePublished, nil, nil, "xxxxxx"},
		{SeeAccount, draft, led, "xx.xx."},
		{SeeAccount, draft, supported, "xx.xx."},
		{SeeAccount, draft, others, "xx..x."},
		{SeeAccount, draft, dropped, "xx..x."},
		{SeeAccount, published, others, "xxxxxx"},
		{SeeAccount, published, dropped, "xx..x."},
		{SeeStanding, draft, nil, "xx..x."},
		{SeeStanding, published, nil, "xx..x."},
		{SeeStanding, published, led, "xx.xx."},
		{SeeStanding, published, others, "xx..x."},
		{SeeHistory, draft, nil, "xx..x."},
		{SeeHistory, published, nil, "xx..x."},
		{EditLedger, draft, nil, "xx...."},
		{EditLedger, draft, led, "xx...."},
		{EditLedger, published, led, "xx...."},
		{PlanAccount, draft, led, "xx.x.."},
		{PlanAccount, draft, supported, "xx...."},
		{PlanAccount, draft, others, "xx...."},
		{Report, draft, nil, "xx.x.."},
		{Report, published, nil, "xx.x.."},
		{SeeEvidence, draft, led, "xx.xx."},
		{SeeEvidence, published, supported, "xx.xx."},
		{SeeEvidence, published, others, "xx..x."},
		{Approve, draft, nil, "xx...."},
		{KeepBodies, draft, nil, "xx...."},
		{OpenLedger, nil, nil, "xxx..."},
		{KeepUsers, nil, nil, "x....."},
	}
	for _, tt := range tests {
		got := ""
		for _, a := range actors {
			if a.May(tt.right, tt.ledger, tt.account) {
				got += "x"
			} else {
				got += "."
			}
		}
		if got != tt.want {
			stage := Stage("")
			if tt.ledger != nil {
				stage = tt.ledger.Stage
			}
			t.Errorf("%s %s %v: %s, want %s", tt.right, stage, tt.account, got, tt.want)
		}
	}
}

// TestScope demands that a list never shows what May would refuse.
func TestScope(t *testing.T) {
	draft := &Ledger{ID: "150000-2021", Place: "150000", Stage: Draft}
	if _, ok := Nobody().Scope(draft, Query{}); ok {
		t.Error("the public sees a draft")
	}
	q, ok := (Actor{Role: Liaison, Place: "150000", Body: "finance"}).Scope(draft, Query{Body: "health"})
	if !ok || q.Owes != "finance" || q.Body != "health" {
		t.Errorf("a liaison's list is %+v, %t", q, ok)
	}
	if _, ok := (Actor{Role: Liaison, Place: "640000", Body: "finance"}).Scope(draft, Query{}); ok {
		t.Error("another government's liaison sees a draft")
	}
}

// TestMayReport states who reports the value of which place: of an account that
// finance leads, and a league's office supports.
func TestMayReport(t *testing.T) {
	l := &Ledger{ID: "150000-2021", Place: "150000", Stage: Published}
	a := &Account{ID: "0001", State: Accepted, Lead: []string{"finance"}, Supporting: []string{"baotou", "health"}}
	bodies := map[string]*Body{"finance": {Code: "finance"}, "health": {Code: "health"}, "baotou": {Code: "baotou", Region: "150200"}, "wuhai": {Code: "wuhai", Region: "150300"}}
	for _, tt := range []struct {
		body, place string
		want        bool
	}{
		{"finance", "150000", true}, {"finance", "150200", true}, {"health", "150000", false}, {"health", "150200", false},
		{"baotou", "150200", true}, {"baotou", "150203", true}, {"baotou", "150300", false}, {"baotou", "150000", false},
		{"wuhai", "150300", false}, {"none", "150200", false},
	} {
		who := Actor{Role: Liaison, Place: "150000", Body: tt.body}
		if got := who.MayReport(l, a, tt.place, bodies[tt.body]); got != tt.want {
			t.Errorf("%s of %s: %t", tt.body, tt.place, got)
		}
	}
	if viewer := (Actor{Role: Viewer, Body: "baotou"}); viewer.MayReport(l, a, "150200", bodies["baotou"]) {
		t.Error("a viewer reports")
	}
}
