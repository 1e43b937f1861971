package body

import (
	"html/template"
	"slices"
	"strings"

	"pledger/ledger"
	"pledger/server/chart"
	"pledger/server/page"
	"pledger/server/page/standings"
	"pledger/standing"
)

// Table is what the body leads, or what it supports.
type Table struct {
	Name   string
	Others string // the head of the column of the other bodies
	None   string // said where there is no row
	Lit    bool   // some row says where its account stands
	Bar    template.HTML
	Rows   []Row
}

// Lit is where an account stands that the body leads or supports.
type Lit struct {
	standings.Cell
	Light standing.Light
	Owing bool // a value was due of the body itself, and it did not report
}

// Stand adds where accounts stand, by their IDs; of those left out nothing is
// said. asOf is the day, in words.
func (p *Page) Stand(asOf string, lit map[string]Lit) {
	for i := range p.Tables {
		t := &p.Tables[i]
		var counts chart.Counts
		for k := range t.Rows {
			if at, ok := lit[t.Rows[k].id]; ok {
				t.Rows[k].Stands, t.Lit = &at.Cell, true
				counts[at.Light]++
				if at.Owing {
					p.Owing++
				}
			}
		}
		if t.Lit {
			t.Bar, p.AsOf = chart.Bar(p.Lang, t.Name, counts), asOf
		}
	}
}

// Row is one account.
type Row struct {
	Number   string
	Href     template.URL
	Task     string
	Others   string // who supports it; of what the body supports, who leads
	Deadline string
	Proposed bool            // nobody has accepted it yet
	Stands   *standings.Cell // where it stands; nil where the reader may not see that

	id string
}

// tables are the accounts that the body leads, and those that it supports.
func tables(f *page.Frame, code string, accounts []*ledger.Account, list []*ledger.Body) []Table {
	names := map[string]string{}
	for _, b := range list {
		names[b.Code] = b.Name
	}
	leads := Table{Name: f.T("office.body.leads"), Others: f.T("office.body.with"), None: f.T("office.body.leads.none")}
	supports := Table{Name: f.T("office.body.supports"), Others: f.T("office.body.under"), None: f.T("office.body.supports.none")}
	for _, a := range accounts {
		r := Row{
			id:     a.ID,
			Number: a.Number, Href: page.LedgerPath(a.Ledger, "accounts", a.ID),
			Task: a.Task, Deadline: a.Deadline.Text, Proposed: a.State == ledger.Proposed,
		}
		switch {
		case !a.State.Live():
		case slices.Contains(a.Lead, code):
			others := slices.DeleteFunc(slices.Clone(a.Lead), func(c string) bool { return c == code })
			r.Others = named(append(others, a.Supporting...), names)
			leads.Rows = append(leads.Rows, r)
		case slices.Contains(a.Supporting, code):
			r.Others = named(a.Lead, names)
			supports.Rows = append(supports.Rows, r)
		}
	}
	return []Table{leads, supports}
}

// named are the names of bodies; a code that is on no list stands for itself.
func named(codes []string, names map[string]string) string {
	all := make([]string, len(codes))
	for i, c := range codes {
		if all[i] = names[c]; all[i] == "" {
			all[i] = c
		}
	}
	return strings.Join(all, "、")
}
