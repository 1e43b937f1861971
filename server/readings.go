package server

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"html/template"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strconv"

	readingfile "pledger/export/readings"
	"pledger/ledger"
	"pledger/server/page"
	pagereadings "pledger/server/page/readings"
)

// readingsPath is the address of a preview, and of what takes files.
func (o *office) readingsPath(r *request, below ...string) template.URL {
	return page.LedgerPath(r.ledger.ID, append([]string{page.FolderReadings}, below...)...)
}

// readingsPage takes a file of readings.
func (o *office) readingsPage(r *request) (answer, error) {
	q := r.URL.Query()
	var wrongs []string
	if q.Has("gone") {
		wrongs = append(wrongs, r.lang.Text("office.open.gone"))
	}
	u := pagereadings.NewUpload(o.frameOf(r), r.ledger, r.actor, wrongs...)
	if n, err := strconv.Atoi(q.Get(paramCount)); err == nil && n >= 0 && q.Has(paramDone) {
		u.Told = r.lang.Text("office.readings.done", n)
	}
	return rendered(u)
}

// readingsUpload parks a file of readings for its preview.
func (o *office) readingsUpload(r *request) (answer, error) {
	refuse := func(wrong string) (answer, error) {
		return refused(pagereadings.NewUpload(o.frameOf(r), r.ledger, r.actor, wrong))
	}
	name, data, wrong, err := sentFile(r)
	switch {
	case err != nil:
		return answer{}, err
	case wrong != "":
		return refuse(wrong)
	}
	f := &parked{owner: r.actor.Name, purpose: toRead, ledger: r.ledger.ID, name: name, data: data}
	_, err = o.openReadings(r, f)
	var unreadable *readingfile.Unreadable
	switch {
	case errors.As(err, &unreadable):
		args := make([]any, len(unreadable.Args))
		for i, a := range unreadable.Args {
			args[i] = a
		}
		return refuse(r.lang.Text("readings.problem."+unreadable.Code, args...))
	case err != nil:
		return answer{}, err
	}
	return goTo(string(o.readingsPath(r, o.parking.park(f, o.clock()))))
}

// openReadings looks a parked file through.
func (o *office) openReadings(r *request, f *parked) (*readingfile.File, error) {
	open := func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(f.data)), nil }
	return readingfile.Open(f.name, open, o.lexicon, r.ledger.Place)
}

// parkedReadings is the parked file that the address names.
func (o *office) parkedReadings(r *request) (*parked, bool) {
	return o.parking.find(r.PathValue("token"), r.actor.Name, toRead, r.ledger.ID, o.clock())
}

// readingsPreview shows what a parked file would do.
func (o *office) readingsPreview(r *request) (answer, error) {
	f, ok := o.parkedReadings(r)
	if !ok {
		return goTo(string(o.readingsPath(r)) + "?gone=1")
	}
	in, _, err := o.lookThrough(r, f, true)
	if err != nil {
		return answer{}, err
	}
	return rendered(pagereadings.NewPreview(o.frameOf(r), *in, r.actor))
}

// readingsApply writes what the preview showed; it shows it anew where the ledger
// was changed since, or where reasons are still missing.
func (o *office) readingsApply(r *request) (answer, error) {
	f, ok := o.parkedReadings(r)
	if !ok {
		return goTo(string(o.readingsPath(r)) + "?gone=1")
	}
	in, _, err := o.lookThrough(r, f, true)
	if err != nil {
		return answer{}, err
	}
	again := func(status int) (answer, error) {
		p := pagereadings.NewPreview(o.frameOf(r), *in, r.actor)
		if status == http.StatusConflict {
			p.Changed = r.lang.Text("office.readings.changed")
		}
		a, err := rendered(p)
		a.status = status
		return a, err
	}
	switch {
	case in.Digest != r.form.Value("digest"):
		return again(http.StatusConflict)
	case in.Counts[ledger.StepRefused]+in.Counts[ledger.StepQuestion] > 0:
		return again(http.StatusUnprocessableEntity)
	}
	in, kept, err := o.lookThrough(r, f, false)
	if is[*ledger.Blocked](err) { // changed in this very moment
		return again(http.StatusConflict)
	}
	if err != nil {
		return answer{}, err
	}
	o.parking.drop(r.PathValue("token"))
	return goTo(string(o.readingsPath(r)) + "?" + url.Values{paramDone: {"readings"}, paramCount: {strconv.FormatInt(kept, 10)}}.Encode())
}

// lookThrough runs a parked file against the ledger, with the reasons that were
// typed; a dry run writes nothing and is not blocked.
func (o *office) lookThrough(r *request, f *parked, dry bool) (in *pagereadings.Input, kept int64, err error) {
	file, err := o.openReadings(r, f)
	if err != nil {
		return nil, 0, err
	}
	look := &look{file: file, request: r}
	taken, err := o.desk().TakeReadings(r.Context(), r.actor, r.ledger.ID, &ledger.Intake{
		Name: file.Name, File: file.Sum, Rows: look.rows, Asking: file.Asks(), Tell: look.tell, DryRun: dry,
	})
	var blocked *ledger.Blocked
	switch {
	case errors.As(err, &blocked) && dry:
		look.counts = blocked.Steps
	case err != nil:
		return nil, 0, err
	default:
		look.counts = taken.Steps
		if taken.Batch != nil {
			kept = taken.Batch.Count
		}
	}
	in = look.input()
	in.Ledger, in.Path, in.File, in.Form = r.ledger, o.readingsPath(r, r.PathValue("token")), f.name, r.form
	return in, kept, o.store.View(r.Context(), func(rd ledger.Reader) (err error) {
		if in.Words, err = o.words(rd, r); err != nil {
			return err
		}
		return nameAccounts(rd, r.ledger.ID, in.Rows)
	})
}

// nameAccounts reads the accounts that rows are of.
func nameAccounts(rd ledger.Reader, id ledger.ID, rows []pagereadings.Row) error {
	known := map[string]*ledger.Account{}
	for i := range rows {
		reading := rows[i].Step.Reading
		if reading == nil || reading.Account == "" {
			continue
		}
		if known[reading.Account] == nil {
			a, err := rd.Account(id, reading.Account)
			if err != nil {
				return err
			}
			known[reading.Account] = a
		}
		rows[i].Account = known[reading.Account]
	}
	return nil
}

// look gathers what the rows of a file do.
type look struct {
	*request
	file   *readingfile.File
	given  ledger.GivenReading // the row at hand
	listed map[ledger.StepKind][]pagereadings.Row
	counts map[ledger.StepKind]int64
	sum    hash.Hash
	cut    bool
}

// rows are the file's, with the reasons that were typed for them.
func (l *look) rows(yield func(ledger.GivenReading) bool) {
	l.listed, l.sum, l.cut = map[ledger.StepKind][]pagereadings.Row{}, sha256.New(), false
	n := 0
	for g := range l.file.Rows() {
		if reason := l.form.Value(pagereadings.ReasonField(n)); reason != "" {
			g.Reason = reason
		}
		l.given = g
		if n++; !yield(g) {
			return
		}
	}
}

// tell takes in what one row does.
func (l *look) tell(n int, s *ledger.ReadingStep) {
	// Not whether a reason is still missing: who gives it changes nothing else.
	if s.Reading != nil {
		fmt.Fprintf(l.sum, "%d %t %v %s %s %d\n", n, s.Kind == ledger.StepDuplicate, s.Reading.Series(), s.Reading.Period, s.Reading.Value, s.Reading.Revision)
	}
	if s.Kind == ledger.StepDuplicate {
		return
	}
	if len(l.listed[s.Kind]) == pagereadings.MaxRows {
		l.cut = true
		return
	}
	at := l.file.At()
	row := pagereadings.Row{N: n, At: at.Text(l.lang, ""), Step: s, Given: l.given}
	for _, p := range s.Problems {
		row.Cells = append(row.Cells, at.Text(l.lang, p.Field))
	}
	l.listed[s.Kind] = append(l.listed[s.Kind], row)
}

// input is what the page is made of: what needs a hand first.
func (l *look) input() *pagereadings.Input {
	in := &pagereadings.Input{Counts: l.counts, Cut: l.cut, Digest: hex.EncodeToString(l.sum.Sum(nil))}
	for _, k := range []ledger.StepKind{ledger.StepRefused, ledger.StepQuestion, ledger.StepRevision, ledger.StepNew} {
		in.Rows = append(in.Rows, l.listed[k]...)
	}
	if len(in.Rows) > pagereadings.MaxRows {
		in.Rows, in.Cut = slices.Clip(in.Rows[:pagereadings.MaxRows]), true
	}
	return in
}
