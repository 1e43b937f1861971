package server

import (
	"cmp"
	"fmt"
	"net/url"
	"path"
	"strings"
	"unicode"

	"pledger/audit"
	"pledger/locale"
	pages "pledger/server/page"
	page "pledger/server/page/report"
	"pledger/statement"
)

// volume is one report of the site with its pages, made once: what a request
// changes is only the filter.
type volume struct {
	id    string
	set   *statement.Set
	pages map[locale.Lang]*page.Page
}

// newVolume makes the pages of a report.
func newVolume(f *audit.Findings, id string) *volume {
	v := &volume{id: id, set: f.This, pages: map[locale.Lang]*page.Page{}}
	for _, l := range locale.All() {
		v.pages[l] = page.New(f, l)
	}
	return v
}

// path is the address of the report.
func (v *volume) path() string { return "/reports/" + url.PathEscape(v.id) }

// report shows one report.
func (s *shelf) report(r *request) (answer, error) {
	v, ok := s.byID[r.PathValue("id")]
	if !ok {
		return answer{}, errNotFound
	}
	lang, query := r.lang, r.URL.Query()
	filter := page.ParseFilter(query)
	choices := pages.SwitchLanguage(lang, v.path(), filter.Params())
	return rendered(v.pages[lang].Filtered(filter).At(v.path(), withLang("/", r.Request), choices))
}

// maxID is how many runes of a file's name become the report's id.
const maxID = 60

// freeID is an id for set that no report has yet: its file's name without
// folder and extension, letters and digits only, counted on where it is taken.
func (s *shelf) freeID(set *statement.Set) string {
	name := path.Base(strings.ReplaceAll(set.Report.Text.Name, `\`, "/"))
	name = strings.TrimSuffix(name, path.Ext(name))
	words := strings.FieldsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	base := cmp.Or(strings.Join(words, "-"), "report")
	if r := []rune(base); len(r) > maxID {
		base = string(r[:maxID])
	}
	id := base
	for n := 2; s.byID[id] != nil; n++ {
		id = fmt.Sprintf("%s-%d", base, n)
	}
	return id
}
