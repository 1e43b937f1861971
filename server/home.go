package server

import (
	"html/template"

	"pledger/server/page"
	"pledger/server/page/list"
	"pledger/server/page/report"
	"pledger/statement"
)

// home lists the reports; where there is only one, it leads there.
func (s *shelf) home(r *request) (answer, error) {
	if len(s.volumes) == 1 {
		return answer{redirect: withLang(s.volumes[0].path(), r.Request)}, nil
	}
	lang := r.lang
	rows := make([]list.Row, len(s.volumes))
	for i, v := range s.volumes {
		rows[i] = list.Row{
			Href:       template.URL(withLang(v.path(), r.Request)), // escaped by path
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
