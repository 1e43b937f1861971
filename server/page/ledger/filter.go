package ledger

import (
	"cmp"
	"html/template"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"pledger/ledger"
	"pledger/standing"
)

// Filter says which accounts are shown and in which order. The zero Filter
// shows the first page of those that count, in the order of the list.
type Filter struct {
	Section  string
	Body     string // code: leads or supports
	Category ledger.Category
	Hardness ledger.Hardness
	State    ledger.State // "" for those that count
	Lead     string       // code: leads; ledger.NoLead for none yet, "" for all
	Light    string       // name of a light; "" for all
	On       string       // the day of the lights, 2006-01-02; "" for today
	Text     string
	Sort     ledger.SortBy
	Reverse  bool
	Page     int  // from 0
	Long     bool // as many rows as a page can hold, to print
}

const (
	pageRows = 100  // rows of a page: what one scrolls through
	longRows = 2000 // rows of a long one: what an old browser still lays out
	maxText  = 100  // runes of a search that count
	maxPage  = 1 << 20
)

// The names of the filter's parameters.
const (
	paramSection  = "section"
	paramBody     = "body"
	paramCategory = "category"
	paramHardness = "hardness"
	paramState    = "state"
	paramLead     = "lead"
	paramLight    = "light"
	paramOn       = "on"
	paramText     = "q"
	paramSort     = "sort"
	paramReverse  = "down"
	paramPage     = "page"
	paramLong     = "long"
)

// yes is the value of a parameter that is set.
const yes = "1"

// ParseFilter reads a filter from an address. What it does not understand it
// takes as not given: a stale link still shows the ledger.
func ParseFilter(q url.Values) Filter {
	f := Filter{
		Section: q.Get(paramSection), Body: q.Get(paramBody), Lead: q.Get(paramLead),
		Text: strings.TrimSpace(q.Get(paramText)), Reverse: q.Get(paramReverse) == yes, Long: q.Get(paramLong) == yes,
	}
	if r := []rune(f.Text); len(r) > maxText {
		f.Text = string(r[:maxText])
	}
	f.Category = among(q.Get(paramCategory), ledger.Target, ledger.Task)
	f.Hardness = among(q.Get(paramHardness), ledger.Hard, ledger.Soft)
	f.State = among(q.Get(paramState), states...)
	f.Light = among(q.Get(paramLight), lights()...)
	if on := q.Get(paramOn); day(on) {
		f.On = on
	}
	f.Sort = among(q.Get(paramSort), ledger.ByTask, ledger.ByLead, ledger.ByDeadline, ledger.ByState)
	if n, err := strconv.Atoi(q.Get(paramPage)); err == nil && n > 1 && n < maxPage {
		f.Page = n - 1
	}
	return f
}

// day reports whether s is a day, 2006-01-02.
func day(s string) bool {
	_, err := time.Parse(time.DateOnly, s)
	return err == nil
}

// states are the states in the order in which the page offers them.
var states = []ledger.State{ledger.Proposed, ledger.Accepted, ledger.Dropped, ledger.Merged}

// lights are the names of the lights, in the order in which the page offers
// them: what slips comes first.
func lights() (names []string) {
	for _, l := range slices.Backward(standing.Lights()) {
		names = append(names, l.String())
	}
	return names
}

// among is s where it is one of set, else the zero value.
func among[T ~string](s string, set ...T) T {
	if slices.Contains(set, T(s)) {
		return T(s)
	}
	return ""
}

// Params are the parameters that ParseFilter reads f from.
func (f Filter) Params() url.Values {
	v := url.Values{}
	set := func(name, value string) {
		if value != "" {
			v.Set(name, value)
		}
	}
	flag := func(name string, on bool, value string) {
		if on {
			v.Set(name, value)
		}
	}
	set(paramSection, f.Section)
	set(paramBody, f.Body)
	set(paramCategory, string(f.Category))
	set(paramHardness, string(f.Hardness))
	set(paramState, string(f.State))
	set(paramLead, f.Lead)
	set(paramLight, f.Light)
	set(paramOn, f.On)
	set(paramText, f.Text)
	set(paramSort, string(f.Sort))
	flag(paramReverse, f.Reverse, yes)
	flag(paramLong, f.Long, yes)
	flag(paramPage, f.Page > 0, strconv.Itoa(f.Page+1))
	return v
}

// Query asks a store for what f shows.
func (f Filter) Query(id ledger.ID) ledger.Query {
	q := ledger.Query{
		Ledger: id, Section: f.Section, Body: f.Body, Lead: f.Lead, Category: f.Category, Hardness: f.Hardness,
		Text: f.Text, Sort: f.Sort, Reverse: f.Reverse, Limit: f.rows(), Offset: f.Page * f.rows(),
		States: []ledger.State{ledger.Proposed, ledger.Accepted},
	}
	if f.State != "" {
		q.States = []ledger.State{f.State}
	}
	return q
}

// rows is how many rows a page shows.
func (f Filter) rows() int {
	if f.Long {
		return longRows
	}
	return pageRows
}

// Narrowed reports whether f leaves any account out that counts.
func (f Filter) Narrowed() bool {
	return f.Section != "" || f.Body != "" || f.Category != "" || f.Hardness != "" || f.State != "" || f.Lead != "" || f.Light != "" || f.Text != ""
}

// first is f at its first page.
func (f Filter) first() Filter {
	f.Page = 0
	return f
}

// Href is the address of the ledger's table that f shows.
func (f Filter) Href(id ledger.ID) template.URL { return f.href(Path(id)) }

// href is the address of the page at path that f shows.
func (f Filter) href(path string) template.URL {
	u := url.URL{Path: path, RawQuery: f.Params().Encode()}
	return template.URL(u.String()) // built by net/url from a path of our own
}

// sorted is f with another order, from its first page; the same order again
// turns it round.
func (f Filter) sorted(by ledger.SortBy) Filter {
	f = f.first()
	f.Reverse = f.Sort == by && !f.Reverse
	f.Sort = by
	return f
}

// pages is how many pages total rows make, at least one.
func (f Filter) pages(total int) int { return cmp.Or((total+f.rows()-1)/f.rows(), 1) }
