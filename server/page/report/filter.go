package report

import (
	"net/url"
	"slices"
	"strconv"
	"strings"
)

// Filter says which entries the list shows. The zero Filter shows all.
type Filter struct {
	Kind    EntryKind // "" for every kind
	Section int       // index into Report.Sections, its sub-sections included; 0 for all
	Query   string    // words that must all occur in the entry's line
}

// maxQuery is how many runes of a query count; a line has fewer.
const maxQuery = 100

// The names of the filter's parameters.
const (
	paramKind    = "kind"
	paramSection = "section"
	paramQuery   = "q"
)

// ParseFilter reads a filter from the parameters kind, section and q. What it
// does not understand it takes as not given: a stale link still shows the report.
func ParseFilter(query url.Values) Filter {
	var f Filter
	if k := EntryKind(query.Get(paramKind)); slices.Contains(entryKinds, k) {
		f.Kind = k
	}
	if n, err := strconv.Atoi(query.Get(paramSection)); err == nil && n > 0 {
		f.Section = n
	}
	f.Query = strings.TrimSpace(query.Get(paramQuery))
	if r := []rune(f.Query); len(r) > maxQuery {
		f.Query = string(r[:maxQuery])
	}
	return f
}

// Params are the parameters that ParseFilter reads f from.
func (f Filter) Params() url.Values {
	v := url.Values{}
	if f.Kind != "" {
		v.Set(paramKind, string(f.Kind))
	}
	if f.Section > 0 {
		v.Set(paramSection, strconv.Itoa(f.Section))
	}
	if f.Query != "" {
		v.Set(paramQuery, f.Query)
	}
	return v
}

// shows reports whether an entry of a group passes the filter, whose words are
// folded already.
func (f Filter) shows(e Entry, g Group, words []string) bool {
	if f.Kind != "" && e.Kind != f.Kind || f.Section > 0 && !slices.Contains(g.Around, f.Section) {
		return false
	}
	for _, word := range words {
		if !strings.Contains(e.search, word) {
			return false
		}
	}
	return true
}

// KindChoice is one kind of entry, or all, as the filter and the legend offer it.
type KindChoice struct {
	Kind   EntryKind // "" for all
	Name   string
	Class  string // of its marks
	Count  int
	Chosen bool
}

// kindClasses are the classes by which the legend shows the kinds.
var kindClasses = map[EntryKind]string{
	FigureEntry: classFigure, TargetEntry: classTarget, PledgeEntry: classPledge,
	DoubtEntry: classDoubt, MechanismEntry: classMechanism, FindingEntry: classChecked,
}

// kinds are the choices of kind, all entries first.
func (w *writer) kinds(entries []Entry) []KindChoice {
	all := []KindChoice{{Name: w.text("page.entry.all"), Count: len(entries), Chosen: true}}
	for _, k := range entryKinds {
		c := KindChoice{Kind: k, Name: w.name("entry", string(k)), Class: kindClasses[k]}
		for _, e := range entries {
			if e.Kind == k {
				c.Count++
			}
		}
		all = append(all, c)
	}
	return all
}

// Filtered returns a copy of the page whose list shows what f lets pass. The
// other entries are in it, hidden, so that a script can show them at once.
func (p *Page) Filtered(f Filter) *Page {
	q := *p
	q.Filter, q.Shown = f, 0
	words := strings.Fields(fold(f.Query))
	q.Groups = slices.Clone(p.Groups)
	for i := range q.Groups {
		g := &q.Groups[i]
		g.Entries = slices.Clone(g.Entries)
		g.Hidden = true
		for j := range g.Entries {
			e := &g.Entries[j]
			e.Hidden = !f.shows(*e, *g, words)
			if !e.Hidden {
				g.Hidden = false
				q.Shown++
			}
		}
	}
	q.Kinds = slices.Clone(p.Kinds)
	for i := range q.Kinds {
		q.Kinds[i].Chosen = q.Kinds[i].Kind == f.Kind
	}
	q.Outline = slices.Clone(p.Outline)
	for i := range q.Outline {
		q.Outline[i].Chosen = q.Outline[i].Index == f.Section
	}
	return &q
}

// Found says how many entries the list shows.
func (p *Page) Found() string {
	if p.Shown == p.Total {
		return p.T("page.found.all", p.Total)
	}
	return p.T("page.found.some", p.Shown, p.Total)
}

// FoundPattern is Found with its numbers left open, for the script.
func (p *Page) FoundPattern() string { return p.T("page.found.some", "{0}", "{1}") }
