package report

import (
	"fmt"
	"strings"

	"pledger/audit"
	"pledger/locale"
	"pledger/server/page"
	"pledger/statement"
)

// Page is all that the page of one report shows. It is not changed once made
// and may be rendered by several goroutines.
type Page struct {
	page.Frame
	Action   string   // where the filter's form leads; "" in the self-contained form
	Facts    []string // government, year, speaker, date, file
	Measures []Measure
	Kinds    []KindChoice
	Outline  []Section
	Blocks   []Block
	Groups   []Group
	Total    int // entries
	Shown    int // entries that the filter lets pass
	Filter   Filter
}

// New makes the page of the report that found is of, in the given language,
// showing all entries. The report must not be nil; nothing is changed.
func New(found *audit.Findings, lang locale.Lang) *Page {
	set, w := found.This, newWriter(found, lang)
	entries := w.entries()
	c := &cutter{
		runes:  set.Report.Text.Runes(),
		marks:  collectMarks(set.Report, entries),
		placed: map[string]bool{},
	}
	p := &Page{
		Frame: page.Frame{
			Lang: lang, Title: Title(set, lang),
			Styles: []page.Asset{page.Base, style}, Scripts: []page.Asset{script},
		},
		Facts:    w.facts(),
		Measures: w.measures(),
		Kinds:    w.kinds(entries),
		Blocks:   layout(set.Report, c),
		Total:    len(entries),
		Shown:    len(entries),
	}
	for i := range entries {
		entries[i].Placed = c.placed[entries[i].Mark()]
	}
	p.Groups = w.group(entries)
	p.Outline = w.outline(entries, c.placed)
	return p
}

// At returns a copy of the page as the server shows it: at an address, with a
// link to the list of reports and the choice of languages.
func (p *Page) At(path, home string, languages []page.Choice) *Page {
	q := *p
	q.Action, q.Home, q.Switch = path, home, languages
	return &q
}

// Doubts is the number of doubtful readings the page lists.
func (p *Page) Doubts() int {
	for _, k := range p.Kinds {
		if k.Kind == DoubtEntry {
			return k.Count
		}
	}
	return 0
}

// Title is the report's title, and where it has none, the government and year,
// and where it has not even these, the file's name.
func Title(set *statement.Set, lang locale.Lang) string {
	r := set.Report
	w := writer{set: set, lang: lang}
	switch title := w.quote(r.Title); {
	case title != "":
		return title
	case set.Government != "" && r.Year != 0:
		return lang.Text("page.title.year", set.Government, r.Year)
	case set.Government != "":
		return lang.Text("page.title.government", set.Government)
	case fileName(r.Text.Name) != "":
		return fileName(r.Text.Name)
	}
	return lang.Text("page.title.none")
}

// facts are what the head says of the report itself.
func (w *writer) facts() []string {
	r := w.set.Report
	year, speaker := "", ""
	if r.Year != 0 {
		year = w.text("page.fact.year", r.Year)
	}
	if s := w.quote(r.Speaker); s != "" {
		speaker = w.text("page.fact.speaker", s)
	}
	return present(w.set.Government, year, w.quote(r.Date), speaker,
		w.text("page.fact.length", fmt.Sprint(r.Text.Len())), fileName(r.Text.Name))
}

// fileName is a file's name without its folders, which are nobody's business;
// "" for standard input and where there is none.
func fileName(name string) string {
	name = strings.TrimSpace(name[strings.LastIndexAny(name, `/\`)+1:])
	if name == "-" {
		return ""
	}
	return name
}
