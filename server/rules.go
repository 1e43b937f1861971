package server

import (
	"bytes"
	"errors"
	"html/template"
	"net/http"
	"strings"

	"pledger/export/rulesheet"
	"pledger/ledger"
	"pledger/server/page"
	"pledger/server/page/rules"
	"pledger/standing"
	"pledger/standing/board"
)

// rulesPath is the address of the rules, and of what lies below them.
func rulesPath(r *request, below ...string) template.URL {
	return page.LedgerPath(r.ledger.ID, append([]string{page.Rules}, below...)...)
}

// What was done to come to the page of the rules.
const (
	rulesChanged = "rules"
	rulesReset   = "reset"
	rulesGone    = "gone"
)

// rulesPage lists the rules for lights in force in a ledger.
func (o *office) rulesPage(r *request) (answer, error) {
	p, err := o.rulesSheet(r)
	if err != nil {
		return answer{}, err
	}
	switch r.URL.Query().Get(paramDone) {
	case rulesChanged:
		p.Told = r.lang.Text("rules.told")
	case rulesReset:
		p.Told = r.lang.Text("rules.told.reset")
	case rulesGone:
		p.Told = r.lang.Text("rules.import.gone")
	}
	return rendered(p)
}

// rulesSheet is the page of the rules; wrongs say why a table was not taken.
func (o *office) rulesSheet(r *request, wrongs ...string) (*rules.Page, error) {
	in := rules.Input{
		Ledger: r.ledger, Folder: page.NewFolder(r.ledger, r.actor, page.FolderOverview, r.lang),
		Keep: r.actor.May(ledger.KeepBodies, r.ledger, nil), Form: r.form, Wrongs: wrongs,
	}
	err := o.store.View(r.Context(), func(rd ledger.Reader) (err error) {
		if in.Words, err = o.words(rd, r); err != nil {
			return err
		}
		if in.Rules, err = standing.RulesOf(rd, r.ledger.Place); err != nil || !r.actor.May(ledger.SeeHistory, r.ledger, nil) {
			return err
		}
		in.Past = nil
		of := &ledger.Key{Kind: ledger.KindRules, ID: r.ledger.Place}
		return rd.Entries(ledger.System, 0, of, func(e *ledger.Entry) bool {
			in.Past = append([]*ledger.Entry{e}, in.Past...)
			return true
		})
	})
	if err != nil {
		return nil, err
	}
	return rules.New(o.frameOf(r), in), nil
}

// rulesFile hands out the rules in force, to be edited and given back.
func (o *office) rulesFile(r *request) (answer, error) {
	var in standing.Rules
	err := o.store.View(r.Context(), func(rd ledger.Reader) (err error) {
		in, err = standing.RulesOf(rd, r.ledger.Place)
		return err
	})
	if err != nil {
		return answer{}, err
	}
	title := r.lang.Text("rules.title")
	switch format := r.PathValue("format"); format {
	case "tsv":
		return file(title+".tsv", "text/tab-separated-values; charset=utf-8", []byte("\ufeff"+in.Table()))
	case "xlsx":
		var b bytes.Buffer
		if err := rulesheet.Write(&b, r.lang, title, in); err != nil {
			return answer{}, err
		}
		return file(title+".xlsx", formats["xlsx"].contentType, b.Bytes())
	}
	return answer{}, errNotFound
}

// rulesUpload parks a table of rules, sent or pasted, or none at all, for its
// preview.
func (o *office) rulesUpload(r *request) (answer, error) {
	refuse := func(wrongs ...string) (answer, error) {
		p, err := o.rulesSheet(r, wrongs...)
		if err != nil {
			return answer{}, err
		}
		return refused(p)
	}
	park := func(f *parked) (answer, error) {
		f.owner, f.purpose, f.ledger = r.actor.Name, toLight, r.ledger.ID
		return goTo(string(rulesPath(r, o.parking.park(f, o.clock()))))
	}
	if r.form.Value("reset") == "yes" {
		return park(&parked{})
	}
	name, data, ok, err := uploaded(r, "file")
	switch {
	case errors.Is(err, errTooLarge):
		return refuse(r.lang.Text("breakdown.problem.too-large", maxUpload>>20))
	case err != nil:
		return answer{}, err
	case !ok && strings.TrimSpace(r.form.Value("table")) == "":
		return refuse(r.lang.Text("rules.import.none"))
	case !ok:
		data = []byte(r.form.Value("table"))
	}
	if name == "" { // pasted, or sent without one; a table without a name is the way back
		name = r.lang.Text("rules.import.pasted")
	}
	table, own, err := rulesheet.Read(name, data)
	var bad *standing.BadRules
	if errors.As(err, &bad) {
		var wrongs []string
		for _, m := range bad.All {
			wrongs = append(wrongs, r.lang.Text("rules.import.line", m.Line, rulesheet.Mistake(r.lang, m)))
		}
		return refuse(wrongs...)
	}
	return park(&parked{name: name, data: []byte(table), rules: own})
}

// rulesPreview shows what a parked table would change.
func (o *office) rulesPreview(r *request) (answer, error) {
	f, p, err := o.parkedRules(r)
	if f == nil || err != nil {
		return rulesOver(r, err)
	}
	return rendered(p)
}

// rulesApply makes a parked table the government's, as the preview showed, or shows
// it anew where the rules were changed since.
func (o *office) rulesApply(r *request) (answer, error) {
	f, p, err := o.parkedRules(r)
	if f == nil || err != nil {
		return rulesOver(r, err)
	}
	if p.Digest != r.form.Value("digest") {
		p.Changed = r.lang.Text("rules.import.changed")
		a, err := rendered(p)
		a.status = http.StatusConflict
		return a, err
	}
	done := rulesChanged
	if f.name == "" {
		done = rulesReset
	}
	if err := o.desk().PutRules(r.Context(), r.actor, &ledger.RuleTable{Place: r.ledger.Place, Name: f.name, Table: string(f.data)}); err != nil {
		return answer{}, err
	}
	o.parking.drop(r.PathValue("token"))
	return goTo(string(rulesPath(r)) + "?" + paramDone + "=" + done)
}

// rulesOver leads to the rules where a preview is over; err says why else there is
// none.
func rulesOver(r *request, err error) (answer, error) {
	if err != nil {
		return answer{}, err
	}
	return goTo(string(rulesPath(r)) + "?" + paramDone + "=" + rulesGone)
}

// parkedRules is the parked table that the address names, and what it would change;
// f is nil where it is gone.
func (o *office) parkedRules(r *request) (f *parked, p *rules.Preview, err error) {
	f, ok := o.parking.find(r.PathValue("token"), r.actor.Name, toLight, r.ledger.ID, o.clock())
	if !ok {
		return nil, nil, nil
	}
	in := rules.PreviewInput{Ledger: r.ledger, Path: rulesPath(r, r.PathValue("token")), File: f.name}
	err = o.store.View(r.Context(), func(rd ledger.Reader) (err error) {
		if in.Words, err = o.words(rd, r); err != nil {
			return err
		}
		before, err := standing.RulesOf(rd, r.ledger.Place)
		if err != nil {
			return err
		}
		in.Steps = standing.PlanRules(before, f.rules)
		return o.boards.under(rd, o.lexicon, r.ledger.ID, standing.InForce(f.rules), o.today(), func(now, then *board.Day) {
			in.Now, in.Then = now, then
			p = rules.NewPreview(o.frameOf(r), in, r.actor)
		})
	})
	return f, p, err
}
