package server

import (
	"bytes"
	"cmp"
	"html/template"
	"net/http"
	"net/url"
	"slices"
	"strconv"

	readingfile "pledger/export/readings"
	"pledger/ledger"
	"pledger/server/page"
	"pledger/server/page/reporting"
)

// reportingPage shows what is to be reported now.
func (o *office) reportingPage(r *request) (answer, error) {
	in, err := o.reportingInput(r)
	if err != nil {
		return answer{}, err
	}
	if n, err := strconv.Atoi(r.URL.Query().Get(paramCount)); err == nil && n >= 0 && r.URL.Query().Get(paramDone) != "" {
		nodes, _ := strconv.Atoi(r.URL.Query().Get("nodes"))
		in.Told = r.lang.Text("office.reporting.done", n, nodes)
		if n+nodes == 0 {
			in.Told = r.lang.Text("office.reporting.same")
		}
	}
	return rendered(reporting.New(o.frameOf(r), *in, r.actor))
}

// reportingInput is what is asked of the body that the actor speaks for: a
// liaison's own, else the one that the address names.
func (o *office) reportingInput(r *request) (*reporting.Input, error) {
	in := &reporting.Input{Ledger: r.ledger, Day: o.today()}
	free := r.actor.May(ledger.EditLedger, r.ledger, nil)
	code := r.actor.Body
	if free {
		code = r.URL.Query().Get("body")
	}
	err := o.store.View(r.Context(), func(rd ledger.Reader) (err error) {
		if in.Words, err = o.words(rd, r); err != nil {
			return err
		}
		in.Asks, in.Body = nil, coded(in.Words.Bodies(), code)
		if in.Body == nil && code != "" && !free {
			in.Body = &ledger.Body{Place: r.ledger.Place, Code: code, Name: code} // taken off the list meanwhile
		}
		if free {
			if in.Choose, err = o.chooseBody(rd, r, in); err != nil {
				return err
			}
		}
		if in.Body == nil {
			return nil
		}
		if in.Asks, err = o.asksOf(rd, r, in.Body, in.Day); err != nil {
			return err
		}
		in.Nodes, err = nodesOf(rd, r.ledger, in.Body)
		return err
	})
	return in, err
}

// nodesOf are the accounts with milestones that a body leads.
func nodesOf(rd ledger.Reader, l *ledger.Ledger, body *ledger.Body) ([]*ledger.Account, error) {
	owed, err := rd.Accounts(ledger.Query{Ledger: l.ID, Owes: body.Code, States: []ledger.State{ledger.Proposed, ledger.Accepted}})
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(owed.Accounts, func(a *ledger.Account) bool {
		return len(a.Milestones) == 0 || !slices.Contains(a.Lead, body.Code)
	}), nil
}

// asksOf is what is due of a body: of what it leads, and where it is a government
// the values of its places in what it owes.
func (o *office) asksOf(rd ledger.Reader, r *request, body *ledger.Body, day string) ([]*ledger.Ask, error) {
	speaker := ledger.Actor{Role: ledger.Liaison, Place: r.ledger.Place, Body: body.Code}
	owed, err := rd.Accounts(ledger.Query{Ledger: r.ledger.ID, Owes: body.Code, States: []ledger.State{ledger.Proposed, ledger.Accepted}})
	if err != nil {
		return nil, err
	}
	var all []*ledger.Ask
	for _, a := range owed.Accounts {
		if !speaker.May(ledger.PlanAccount, r.ledger, a) && body.Region == "" {
			continue // it supports, and reports nothing
		}
		asks, err := ledger.Asks(rd, o.lexicon, a, day)
		if err != nil {
			return nil, err
		}
		for _, ask := range asks {
			if speaker.MayReport(r.ledger, a, ask.Place, body) {
				all = append(all, ask)
			}
		}
	}
	return all, nil
}

// chooseBody lists the bodies that have something to report, with how many values
// are open.
func (o *office) chooseBody(rd ledger.Reader, r *request, in *reporting.Input) (all []reporting.BodyLink, err error) {
	tally, err := rd.Tally(r.ledger.ID)
	if err != nil {
		return nil, err
	}
	for _, b := range in.Words.Bodies() {
		if tally.Leads[b.Code] == 0 && (b.Region == "" || tally.Supports[b.Code] == 0) {
			continue
		}
		asks, err := o.asksOf(rd, r, b, in.Day)
		if err != nil {
			return nil, err
		}
		link := reporting.BodyLink{Name: b.Name, Chosen: in.Body != nil && b.Code == in.Body.Code}
		link.Href = page.LedgerPath(r.ledger.ID, page.FolderReporting) + pageQuery(url.Values{"body": {b.Code}})
		for _, ask := range asks {
			if ask.Open() && !ask.Known {
				link.Open++
			}
		}
		all = append(all, link)
	}
	return all, nil
}

// report takes in what was typed: all of it, or nothing, with what was typed and
// what to mend.
func (o *office) report(r *request) (answer, error) {
	in, err := o.reportingInput(r)
	if err != nil {
		return answer{}, err
	}
	if in.Body == nil {
		return answer{}, errNotFound
	}
	in.Form, in.Asking = r.form, map[string]bool{}
	files, err := o.sentEvidence(r, in)
	if err != nil {
		return answer{}, err
	}
	if r.form.Value(reporting.FieldDo) == reporting.DoFill {
		in.Strange = reporting.Fill(r.form, in.Asks, func(name string) string { return readingfile.PlaceNamed(o.lexicon, r.ledger.Place, name) })
		return o.reportAgain(r, in, files)
	}
	given, asks := reporting.Given(r.form, in.Asks, files)
	for _, a := range reporting.Alone(r.form, in.Asks, files) {
		r.form.Refuse(reporting.SayField(a), r.lang.Text("office.reporting.alone"))
	}
	for _, a := range in.Nodes {
		if !a.Asked() && r.form.Value(reporting.SayField(a)) != "" && len(r.form.Values[reporting.NodeField(a)]) == 0 {
			r.form.Refuse(reporting.SayField(a), r.lang.Text("office.reporting.node.none"))
		}
	}
	steps := make([]*ledger.ReadingStep, len(given))
	ticks := reporting.Ticks(r.form, in.Nodes)
	intake := &ledger.Intake{
		Rows: slices.Values(given), Asking: true, DryRun: r.form.Refused() || len(ticks) > 0,
		Tell: func(row int, s *ledger.ReadingStep) { steps[row] = s },
	}
	taken, err := o.desk().TakeReadings(r.Context(), r.actor, r.ledger.ID, intake)
	if err == nil && len(ticks) > 0 && !r.form.Refused() {
		// The values are sound: the milestones first, each a command of its own, and
		// then the values. Where one was changed meanwhile no value is kept.
		if err = o.reach(r, ticks); err == nil {
			intake.DryRun = false
			taken, err = o.desk().TakeReadings(r.Context(), r.actor, r.ledger.ID, intake)
		}
	}
	switch {
	case is[*ledger.Blocked](err):
		blocked(in, steps, asks)
		return o.reportAgain(r, in, files)
	case is[*ledger.Conflict](err) || is[*ledger.Invalid](err):
		return o.reportOver(r, files)
	case err != nil:
		return answer{}, err
	case r.form.Refused():
		return o.reportAgain(r, in, files)
	}
	o.parking.drop(r.form.Value(reporting.FieldKept))
	kept := 0
	if taken.Batch != nil {
		kept = int(taken.Batch.Count)
	}
	to := url.Values{paramDone: {"report"}, paramCount: {strconv.Itoa(kept)}, "nodes": {strconv.Itoa(len(ticks))}}
	if r.actor.May(ledger.EditLedger, r.ledger, nil) {
		to.Set("body", in.Body.Code)
	}
	return goTo(string(page.LedgerPath(r.ledger.ID, page.FolderReporting) + pageQuery(to)))
}

// reach reports milestones reached, over the accounts as the page showed them.
func (o *office) reach(r *request, ticks []reporting.Tick) error {
	version := map[string]int64{} // as these commands make them
	for _, t := range ticks {
		ref := ledger.Ref{ID: t.Account.ID, Version: cmp.Or(version[t.Account.ID], t.Version)}
		result, err := o.desk().Reach(r.Context(), r.actor, r.ledger.ID, ref, t.Index, t.Note)
		if err != nil {
			return err
		}
		for _, a := range result.Accounts {
			version[a.ID] = a.Version
		}
	}
	return nil
}

// reportOver is the page over accounts that were changed since it was shown, with
// what was typed.
func (o *office) reportOver(r *request, files map[string][]ledger.Attachment) (answer, error) {
	in, err := o.reportingInput(r)
	if err != nil {
		return answer{}, err
	}
	in.Form, in.Asking = r.form, map[string]bool{}
	r.form.Refuse("", r.lang.Text("office.reporting.node.changed"))
	a, err := o.reportAgain(r, in, files)
	a.status = http.StatusConflict
	return a, err
}

// blocked notes at the fields what the desk found.
func blocked(in *reporting.Input, steps []*ledger.ReadingStep, asks []*ledger.Ask) {
	for i, s := range steps {
		if s == nil || s.Kind != ledger.StepRefused && s.Kind != ledger.StepQuestion {
			continue
		}
		for _, p := range s.Problems {
			field := reporting.ValueField(asks[i])
			switch {
			case p.Field == "evidence":
				field = reporting.EvidenceField(asks[i].Account)
			case p.Field == "note":
				field = reporting.SayField(asks[i].Account)
			}
			if s.Kind == ledger.StepQuestion {
				in.Asking[reporting.ReasonField(asks[i])] = true
			}
			in.Form.Refuse(field, in.Words.Problem(p))
		}
	}
}

// reportAgain is the page with what was typed. Files that were sent wait, so that
// nobody has to choose them again.
func (o *office) reportAgain(r *request, in *reporting.Input, files map[string][]ledger.Attachment) (answer, error) {
	good := map[string][]ledger.Attachment{}
	in.Kept = map[string][]string{}
	for id, all := range files {
		for _, a := range all {
			if a.Type != "" && len(a.File) <= ledger.MaxEvidence {
				good[id] = append(good[id], a)
				in.Kept[id] = append(in.Kept[id], a.Name)
			}
		}
	}
	if len(good) > 0 {
		o.parking.drop(r.form.Value(reporting.FieldKept))
		in.Token = o.parking.park(&parked{owner: r.actor.Name, purpose: toReport, ledger: r.ledger.ID, evidence: good}, o.clock())
	}
	if !in.Form.Refused() {
		return rendered(reporting.New(o.frameOf(r), *in, r.actor))
	}
	return refused(reporting.New(o.frameOf(r), *in, r.actor))
}

// sentEvidence are the files of the form by account, those that wait from an
// earlier sending included.
func (o *office) sentEvidence(r *request, in *reporting.Input) (map[string][]ledger.Attachment, error) {
	files := map[string][]ledger.Attachment{}
	if f, ok := o.parking.find(r.form.Value(reporting.FieldKept), r.actor.Name, toReport, r.ledger.ID, o.clock()); ok {
		for id, all := range f.evidence {
			files[id] = append(files[id], all...)
		}
	}
	seen := map[string]bool{}
	for _, ask := range in.Asks {
		if seen[ask.Account.ID] {
			continue
		}
		seen[ask.Account.ID] = true
		sent, err := attachments(r, reporting.EvidenceField(ask.Account))
		if err != nil {
			return nil, err
		}
		files[ask.Account.ID] = append(files[ask.Account.ID], sent...)
		if len(files[ask.Account.ID]) == 0 {
			delete(files, ask.Account.ID)
		}
	}
	return files, nil
}

// pageQuery is parameters as the end of an address.
func pageQuery(values url.Values) template.URL { return template.URL("?" + values.Encode()) } // encoded

// reportingSheet hands out the sheet of what a body has to report.
func (o *office) reportingSheet(r *request) (answer, error) {
	in, err := o.reportingInput(r)
	if err != nil {
		return answer{}, err
	}
	if in.Body == nil {
		return answer{}, errNotFound
	}
	var b bytes.Buffer
	if err := readingfile.WriteForm(&b, reporting.Sheet(in)); err != nil {
		return answer{}, err
	}
	return file(fileName(in.Body.Name+r.lang.Text("office.reporting.title"))+".xlsx", formats["xlsx"].contentType, b.Bytes())
}
