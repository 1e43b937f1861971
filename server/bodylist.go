package server

import (
	"bytes"
	"net/http"

	"pledger/export/breakdown"
	"pledger/ledger"
	"pledger/server/page"
	"pledger/server/page/bodylist"
	"pledger/server/page/importing"
)

// listPage takes an office's list of bodies.
func (o *office) listPage(r *request) (answer, error) {
	if r.URL.Query().Has("gone") {
		return rendered(bodylist.NewUpload(o.frameOf(r), r.ledger, r.actor, r.lang.Text("office.open.gone")))
	}
	return rendered(bodylist.NewUpload(o.frameOf(r), r.ledger, r.actor))
}

// listUpload reads a list and parks it for the preview.
func (o *office) listUpload(r *request) (answer, error) {
	refuse := func(wrongs ...string) (answer, error) {
		return refused(bodylist.NewUpload(o.frameOf(r), r.ledger, r.actor, wrongs...))
	}
	name, data, wrong, err := sentFile(r)
	switch {
	case err != nil:
		return answer{}, err
	case wrong != "":
		return refuse(wrong)
	}
	rows, problems := breakdown.ReadBodies(name, bytes.NewReader(data))
	if len(rows) == 0 {
		return refuse(importing.Texts(problems, r.lang)...)
	}
	f := &parked{owner: r.actor.Name, purpose: toList, ledger: r.ledger.ID, name: name, rows: rows, problems: problems}
	return goTo(string(page.LedgerPath(r.ledger.ID, page.BodyList, o.parking.park(f, o.clock()))))
}

// parkedList is the parked list that the address names, and the plan of it over
// the list that stands; f is nil where it is gone.
func (o *office) parkedList(r *request) (f *parked, steps []breakdown.BodyStep, after []*ledger.Body, err error) {
	f, ok := o.parking.find(r.PathValue("token"), r.actor.Name, toList, r.ledger.ID, o.clock())
	if !ok {
		return nil, nil, nil, nil
	}
	have, err := o.listOf(r)
	if err != nil {
		return nil, nil, nil, err
	}
	steps, after = breakdown.PlanBodies(r.ledger.Place, f.rows, have)
	return f, steps, after, nil
}

// listGone leads to the first page where a preview is over.
func listGone(r *request) (answer, error) {
	return goTo(string(page.LedgerPath(r.ledger.ID, page.BodyList)) + "?gone=1")
}

// listPreviewOf is the page of a plan.
func (o *office) listPreviewOf(r *request, f *parked, steps []breakdown.BodyStep) *bodylist.Page {
	path := page.LedgerPath(r.ledger.ID, page.BodyList, r.PathValue("token"))
	return bodylist.NewPreview(o.frameOf(r), r.ledger, r.actor, path, f.name, steps, f.problems)
}

// listPreview shows what a parked list would change.
func (o *office) listPreview(r *request) (answer, error) {
	f, steps, _, err := o.parkedList(r)
	switch {
	case err != nil:
		return answer{}, err
	case f == nil:
		return listGone(r)
	}
	return rendered(o.listPreviewOf(r, f, steps))
}

// listApply makes a parked list the government's, as the preview showed, or
// shows it anew where the list was changed since.
func (o *office) listApply(r *request) (answer, error) {
	f, steps, after, err := o.parkedList(r)
	switch {
	case err != nil:
		return answer{}, err
	case f == nil:
		return listGone(r)
	case bodylist.Digest(steps) != r.form.Value("digest"):
		p := o.listPreviewOf(r, f, steps)
		p.Changed = r.lang.Text("office.bodies.import.changed")
		a, err := rendered(p)
		a.status = http.StatusConflict
		return a, err
	}
	if _, _, _, err := o.desk().PutBodies(r.Context(), r.actor, r.ledger.Place, after); err != nil {
		return answer{}, err
	}
	o.parking.drop(r.PathValue("token"))
	return goTo(string(page.LedgerPath(r.ledger.ID, page.FolderBodies)))
}
