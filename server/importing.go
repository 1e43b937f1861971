package server

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"html/template"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"pledger/export/breakdown"
	"pledger/ledger"
	"pledger/ledger/assign"
	"pledger/server/page"
	"pledger/server/page/importing"
	"pledger/server/page/wording"
)

// importPage takes a breakdown's file.
func (o *office) importPage(r *request) (answer, error) {
	q := r.URL.Query()
	var wrongs []string
	if q.Has("gone") {
		wrongs = append(wrongs, r.lang.Text("office.open.gone"))
	}
	u := importing.NewUpload(o.frameOf(r), r.ledger, r.actor, false, wrongs...)
	if n, err := strconv.Atoi(q.Get(paramCount)); err == nil && n >= 0 {
		switch q.Get(paramDone) {
		case importing.IntoLedger:
			u.Told = r.lang.Text("office.import.done", n)
		case importing.AsPast:
			u.Told = r.lang.Text("office.import.past.done", n)
		}
	}
	return rendered(u)
}

// importUpload reads a breakdown and parks it for the preview.
func (o *office) importUpload(r *request) (answer, error) {
	past := r.form.Value("as") == importing.AsPast
	refuse := func(wrongs ...string) (answer, error) {
		return refused(importing.NewUpload(o.frameOf(r), r.ledger, r.actor, past, wrongs...))
	}
	name, data, wrong, err := sentFile(r)
	switch {
	case err != nil:
		return answer{}, err
	case wrong != "":
		return refuse(wrong)
	}
	table, problems := breakdown.Read(name, bytes.NewReader(data))
	if table == nil || len(table.Rows) == 0 {
		return refuse(importing.Texts(problems, r.lang)...)
	}
	f := &parked{owner: r.actor.Name, purpose: toImport, ledger: r.ledger.ID, name: name, data: data, table: table, problems: problems, past: past}
	return goTo(string(o.importPath(r, o.parking.park(f, o.clock()))))
}

// importPath is the address of a preview, and of what lies below the import.
func (o *office) importPath(r *request, below ...string) template.URL {
	return page.LedgerPath(r.ledger.ID, append([]string{page.FolderImport}, below...)...)
}

// importGone leads to the first page where a preview is over.
func (o *office) importGone(r *request) (answer, error) {
	return goTo(string(o.importPath(r)) + "?gone=1")
}

// parkedImport is the parked file that the address names.
func (o *office) parkedImport(r *request) (*parked, bool) {
	return o.parking.find(r.PathValue("token"), r.actor.Name, toImport, r.ledger.ID, o.clock())
}

// importPreview shows what a parked breakdown would do.
func (o *office) importPreview(r *request) (answer, error) {
	f, ok := o.parkedImport(r)
	if !ok {
		return o.importGone(r)
	}
	if f.past {
		return rendered(o.pastPage(r, f))
	}
	in, err := o.importInput(r, f, importing.ParseChoices(r.URL.Query()))
	if err != nil {
		return answer{}, err
	}
	return rendered(importing.NewPreview(o.frameOf(r), in, r.actor))
}

// importInput is the plan of a file over what stands now. choices say for which
// bodies names that are on no list are taken.
func (o *office) importInput(r *request, f *parked, choices importing.Choices) (importing.Input, error) {
	in := importing.Input{
		Path: o.importPath(r, r.PathValue("token")),
		File: f.name, Problems: f.problems, Choices: choices,
	}
	var accounts []*ledger.Account
	err := o.store.View(r.Context(), func(rd ledger.Reader) (err error) {
		accounts = nil
		if r.ledger, err = rd.Ledger(r.ledger.ID); err != nil {
			return err
		}
		if in.Words, err = o.words(rd, r); err != nil {
			return err
		}
		return rd.EachAccount(r.ledger.ID, func(a *ledger.Account) bool { accounts = append(accounts, a); return true })
	})
	if err != nil {
		return in, err
	}
	in.Ledger = r.ledger
	list := in.Words.Bodies()
	resolver := assign.NewResolver(o.lexicon, list)
	in.Steps = breakdown.Plan(f.table, r.ledger, accounts, func(name string) (string, bool, []string) {
		if b := coded(list, choices[name]); b != nil {
			return b.Code, true, nil
		}
		m := resolver.Resolve(name)
		return m.Code, m.How != assign.Unknown, nearNames(m.Near)
	})
	in.Unknown = unknownNames(in, resolver, list, page.Frame{Lang: r.lang})
	return in, nil
}

// nearNames are the names of near bodies.
func nearNames(near []assign.Near) []string {
	var names []string
	for _, n := range near {
		names = append(names, n.Name)
	}
	return names
}

// unknownNames are the names of the plan that no body has, and those that were
// chosen a body for, each once and in the order of the file.
func unknownNames(in importing.Input, resolver *assign.Resolver, list []*ledger.Body, f page.Frame) (all []importing.Unknown) {
	seen := map[string]bool{}
	add := func(name string) {
		if seen[name] {
			return
		}
		seen[name] = true
		var near []*ledger.Body
		for _, n := range resolver.Resolve(name).Near {
			near = append(near, coded(list, n.Code))
		}
		all = append(all, importing.NewUnknown(len(all), name, in.Choices[name], near, list, &f))
	}
	for _, s := range in.Steps {
		if s.Row != nil {
			for _, names := range [][]string{s.Row.Lead, s.Row.Supporting} {
				for _, name := range names {
					if in.Choices[name] != "" {
						add(name)
					}
				}
			}
		}
		for _, p := range s.Problems {
			if p.Code == breakdown.CodeUnknownBody || p.Code == breakdown.CodeUnknownBodyAlone {
				if name, ok := p.Args[0].(string); ok {
					add(name)
				}
			}
		}
	}
	return all
}

// importApply does what the preview showed, or shows it anew where the ledger
// was changed since.
func (o *office) importApply(r *request) (answer, error) {
	f, ok := o.parkedImport(r)
	if !ok {
		return o.importGone(r)
	}
	if f.past {
		return o.learnPast(r, f)
	}
	in, err := o.importInput(r, f, importing.ParseChoices(r.form.Values))
	if err != nil {
		return answer{}, err
	}
	if breakdown.Digest(in.Steps) != r.form.Value("digest") {
		return o.importAgain(r, in)
	}
	batch, ok := breakdown.Batch(in.Steps, in.Ledger)
	if !ok {
		return o.importAgain(r, in)
	}
	batch.Why = strings.TrimSpace(r.form.Value("why"))
	result, err := o.desk().Do(r.Context(), r.actor, r.ledger.ID, batch)
	var invalid *ledger.Invalid
	switch {
	case is[*ledger.Conflict](err): // since the plan was made
		if in, err = o.importInput(r, f, in.Choices); err != nil {
			return answer{}, err
		}
		return o.importAgain(r, in)
	case errors.As(err, &invalid):
		return o.importRefused(r, in, invalid)
	case err != nil:
		return answer{}, err
	}
	o.parking.drop(r.PathValue("token"))
	return goTo(string(o.importPath(r)) + "?" + url.Values{paramDone: {importing.IntoLedger}, paramCount: {strconv.Itoa(len(result.Accounts))}}.Encode())
}

// importAgain is the preview over a ledger that was changed since it was looked
// at.
func (o *office) importAgain(r *request, in importing.Input) (answer, error) {
	in.Form = r.form
	p := importing.NewPreview(o.frameOf(r), in, r.actor)
	p.Changed = r.lang.Text("office.import.changed")
	a, err := rendered(p)
	a.status = http.StatusConflict
	return a, err
}

// importRefused is the preview with what the desk found wrong.
func (o *office) importRefused(r *request, in importing.Input, invalid *ledger.Invalid) (answer, error) {
	wrongs := &page.Wrongs{Head: r.lang.Text("office.refused")}
	for _, p := range invalid.Problems {
		field := ""
		if p.Code == ledger.NeedReason || p.Field == "why" {
			field = "why"
			r.form.Refuse(field, in.Words.Problem(p))
		}
		wrongs.Add(problemOf(in, p), field)
	}
	in.Form = r.form
	p := importing.NewPreview(o.frameOf(r), in, r.actor)
	p.Wrongs = wrongs
	return refused(p)
}

// problemOf words a problem with the number of the account it is about.
func problemOf(in importing.Input, p ledger.Problem) string {
	for _, s := range in.Steps {
		if s.Account != nil && s.Account.ID == p.Account {
			return wording.List([]string{in.Words.Text("office.history.number", s.Account.Number), in.Words.Problem(p)})
		}
	}
	return in.Words.Problem(p)
}

// precedent is the parked file as a past breakdown of the ledger's government.
func precedent(r *request, f *parked) *ledger.Precedent {
	sum := sha256.Sum256(f.data)
	p := breakdown.Precedent(f.table, hex.EncodeToString(sum[:]), f.name)
	if p.Place == "" {
		p.Place = r.ledger.Place
	}
	return p
}

// pastPage shows what a past breakdown would teach.
func (o *office) pastPage(r *request, f *parked) *importing.Past {
	path := o.importPath(r, r.PathValue("token"))
	return importing.NewPast(o.frameOf(r), r.ledger, r.actor, path, precedent(r, f), importing.Texts(f.problems, r.lang))
}

// learnPast keeps a past breakdown.
func (o *office) learnPast(r *request, f *parked) (answer, error) {
	p := precedent(r, f)
	err := o.desk().Learn(r.Context(), r.actor, p)
	if is[*ledger.Exists](err) {
		past := o.pastPage(r, f)
		past.Wrongs = &page.Wrongs{Head: r.lang.Text("office.import.past.exists")}
		a, err := rendered(past)
		a.status = http.StatusConflict
		return a, err
	}
	if err != nil {
		return answer{}, err
	}
	o.parking.drop(r.PathValue("token"))
	return goTo(string(o.importPath(r)) + "?" + url.Values{paramDone: {importing.AsPast}, paramCount: {strconv.Itoa(len(p.Rows))}}.Encode())
}
