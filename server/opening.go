package server

import (
	"bytes"
	"errors"
	"net/http"
	"strconv"
	"strings"

	"pledger/audit"
	"pledger/document"
	"pledger/ledger"
	"pledger/ledger/assign"
	"pledger/lexicon"
	"pledger/report"
	"pledger/server/page"
	"pledger/server/page/opening"
	"pledger/statement"
)

// The years of which reports are read.
const (
	firstYear = 1949
	lastYear  = 2200
)

// openPage takes a report's file.
func (o *office) openPage(r *request) (answer, error) {
	wrong := ""
	if r.URL.Query().Has("gone") {
		wrong = r.lang.Text("office.open.gone")
	}
	return rendered(opening.NewUpload(o.frameOf(r), wrong))
}

// openUpload reads a report and parks it for the preview.
func (o *office) openUpload(r *request) (answer, error) {
	name, data, ok, err := uploaded(r, "file")
	switch {
	case errors.Is(err, errTooLarge):
		return o.openRefused(r, r.lang.Text("document.too-large", "", maxUpload>>20))
	case err != nil:
		return answer{}, err
	case !ok:
		return o.openRefused(r, r.lang.Text("office.open.file.none"))
	}
	text, err := document.Read(name, bytes.NewReader(data))
	var unreadable *document.Error
	if errors.As(err, &unreadable) {
		return o.openRefused(r, r.lang.Text(unreadable.Code, unreadable.Args...))
	}
	if err != nil {
		return answer{}, err
	}
	set := statement.Extract(report.Parse(text), o.lexicon)
	f := &parked{owner: r.actor.Name, purpose: toOpen, name: name, data: data, found: audit.Examine(nil, set, o.lexicon)}
	return goTo("/open/" + o.parking.park(f, o.clock()))
}

// openRefused is the first page with why a file was not taken.
func (o *office) openRefused(r *request, wrong string) (answer, error) {
	return refused(opening.NewUpload(o.frameOf(r), wrong))
}

// openGone leads to the first page where a preview is over.
func openGone() (answer, error) { return goTo("/open?gone=1") }

// openPreview shows what a parked report would become.
func (o *office) openPreview(r *request) (answer, error) {
	f, ok := o.parking.find(r.PathValue("token"), r.actor.Name, toOpen, "", o.clock())
	if !ok {
		return openGone()
	}
	q := r.URL.Query()
	in, err := o.openInput(r, f, q.Get("place"), q.Get("year"), q.Get("q"))
	if err != nil {
		return answer{}, err
	}
	return rendered(opening.NewPreview(o.frameOf(r), in))
}

// openInput is what the preview is made of, for a place and a year as asked
// for: "" is what was read.
func (o *office) openInput(r *request, f *parked, code, year, query string) (opening.Input, error) {
	set := f.found.This
	in := opening.Input{
		Path: page.Steps("open", r.PathValue("token")), File: f.name, Found: f.found, Lexicon: o.lexicon,
		Query: strings.TrimSpace(query), Year: set.Report.Year,
	}
	if year != "" {
		in.Year = 0
		if n, err := strconv.Atoi(strings.TrimSpace(year)); err == nil && n >= firstYear && n <= lastYear {
			in.Year = n
		}
	}
	switch {
	case r.actor.Place != "":
		in.Place, in.Bound = o.lexicon.PlaceCoded(r.actor.Place), true
	case in.Query != "":
		in.Place = only(opening.Search(o.lexicon, in.Query))
	case code != "":
		in.Place = o.lexicon.PlaceCoded(code)
	default:
		in.Query = set.Government
		in.Place = only(o.lexicon.PlacesNamed(set.Government))
	}
	if in.Place == nil {
		return in, nil
	}
	in.Query = in.Place.Name
	if in.Year == 0 {
		return in, nil
	}
	in.Opening = ledger.Open(set, o.lexicon, *in.Place, in.Year, f.data)
	err := o.store.View(r.Context(), func(rd ledger.Reader) (err error) {
		in.Exists, err = rd.Ledger(in.Opening.Ledger.ID)
		if is[*ledger.NotFound](err) {
			in.Exists, err = nil, nil
		}
		return err
	})
	return in, err
}

// only is the one place of a list of one; nil of any other.
func only(places []*lexicon.Place) *lexicon.Place {
	if len(places) != 1 {
		return nil
	}
	return places[0]
}

// openLedger opens the ledger that the preview showed.
func (o *office) openLedger(r *request) (answer, error) {
	token := r.PathValue("token")
	f, ok := o.parking.find(token, r.actor.Name, toOpen, "", o.clock())
	if !ok {
		return openGone()
	}
	in, err := o.openInput(r, f, r.form.Value("place"), r.form.Value("year"), "")
	if err != nil {
		return answer{}, err
	}
	if in.Exists != nil || in.Opening == nil || len(in.Opening.Accounts) == 0 || in.Place.Code != r.form.Value("place") {
		return refused(opening.NewPreview(o.frameOf(r), in))
	}
	err = o.desk().OpenLedger(r.Context(), r.actor, in.Opening, assign.DefaultBodies(o.lexicon, in.Place.Code))
	var exists *ledger.Exists
	if errors.As(err, &exists) { // since the preview was made
		in.Exists = in.Opening.Ledger
		a, err := rendered(opening.NewPreview(o.frameOf(r), in))
		a.status = http.StatusConflict
		return a, err
	}
	if err != nil {
		return answer{}, err
	}
	o.parking.drop(token)
	return goTo(string(page.LedgerPath(in.Opening.Ledger.ID, page.FolderSteps)) + "?" + paramDone + "=" + string(ledger.ActOpen))
}
