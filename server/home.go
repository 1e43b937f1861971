package server

import (
	"html/template"
	"net/http"

	"pledger/server/page"
	"pledger/server/page/list"
	"pledger/server/page/report"
	"pledger/statement"
)

// home lists the reports; where there is only one, it leads there.
func (s *site) home(r *http.Request) (answer, error) {
	if len(s.shelf) == 1 {
		return answer{redirect: withLang(s.shelf[0].path(), r)}, nil
	}
	lang := language(r)
	rows := make([]list.Row, len(s.shelf))
	for i, v := range s.shelf {
		rows[i] = list.Row{
			Href:       template.URL(withLang(v.path(), r)), // escaped by path
			Title:      report.Title(v.set, lang),
			Government: v.set.Government,
			Year:       v.set.Report.Year,
			Figures:    len(v.set.Figures),
			Targets:    targets(v.set),
			Pledges:    len(v.set.Pledges),
			Doubts:     v.pages[lang].Doubts(),
		}
	}
	return rendered(list.New(rows, lang, page.SwitchLanguage(lang, "/", nil)))
}

// targets counts the figures promised.
func targets(set *statement.Set) int {
	n := 0
	for _, f := range set.Figures {
		if f.Role == statement.Target {
			n++
		}
	}
	return n
}
