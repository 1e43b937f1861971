package server

import (
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"pledger/ledger"
	"pledger/server/page"
	"pledger/server/page/checking"
)

const (
	checkRows = 100  // readings on a page: a morning's work
	checkBack = 5000 // readings that are looked through for them: all of the year, or the open ones of one body
)

// checkingPage shows what was reported and is to be checked.
func (o *office) checkingPage(r *request) (answer, error) {
	p, err := o.checkingWith(r)
	if err != nil {
		return answer{}, err
	}
	return rendered(p)
}

// checkingWith is the page with what was refused.
func (o *office) checkingWith(r *request) (*checking.Page, error) {
	in := checking.Input{Ledger: r.ledger, Query: r.URL.Query(), Form: r.form}
	q := r.URL.Query()
	if n, err := strconv.Atoi(q.Get(paramCount)); err == nil && n >= 0 {
		switch q.Get(paramDone) {
		case checking.DoVerify:
			in.Told = r.lang.Text("office.checking.done.verify", n)
		case checking.DoReturn:
			in.Told = r.lang.Text("office.checking.done.return", n)
		}
	}
	err := o.store.View(r.Context(), func(rd ledger.Reader) (err error) {
		if in.Words, err = o.words(rd, r); err != nil {
			return err
		}
		if in.Burdens, err = ledger.Burdens(rd, o.lexicon, r.ledger); err != nil {
			return err
		}
		return o.reported(rd, r, &in)
	})
	return checking.New(o.frameOf(r), in, r.actor), err
}

// reported gathers the readings that the page lists: the newest first, of the body
// that is asked for, those that were checked only where all are.
func (o *office) reported(rd ledger.Reader, r *request, in *checking.Input) error {
	in.Reported, in.Bodies, in.Older = nil, nil, 0
	journal, body, all := r.ledger.ID.Journal(), in.Query.Get(checking.ParamBody), in.Query.Get(checking.ParamShow) == checking.ShowAll
	last, err := rd.ReadingHead(journal)
	if err != nil {
		return err
	}
	if before, err := strconv.ParseInt(in.Query.Get(checking.ParamBefore), 10, 64); err == nil && before > 0 {
		last = min(last, before-1)
	}
	accounts := map[string]*ledger.Account{}
	var failed error
	looked := 0
	take := func(reading *ledger.Reading) bool {
		if len(in.Reported) == checkRows || looked == checkBack {
			in.Older = reading.Seq + 1
			return false
		}
		looked++
		var one *checking.Reported
		if one, failed = o.reportedOne(rd, r, reading, accounts); one == nil {
			return failed == nil
		}
		if code := one.Body(); code != "" && !slices.Contains(in.Bodies, code) {
			in.Bodies = append(in.Bodies, code)
		}
		if body == "" || one.Body() == body {
			in.Reported = append(in.Reported, one)
		}
		return true
	}
	if all {
		err = eachBack(rd, journal, last, take)
	} else {
		err = rd.OpenReadings(journal, last+1, take)
	}
	if err = errors.Join(err, failed); err != nil {
		return err
	}
	for _, one := range in.Reported {
		if err := o.beside(rd, one); err != nil {
			return err
		}
	}
	return nil
}

// eachBack calls f for a journal's readings from the one numbered last down, until f
// returns false.
func eachBack(rd ledger.Reader, j ledger.Journal, last int64, f func(*ledger.Reading) bool) error {
	for seq := last; seq > 0; seq-- {
		reading, err := rd.Reading(j, seq)
		if err != nil || !f(reading) {
			return err
		}
	}
	return nil
}

// reportedOne is a reading with its account; nil for one of an account that counts
// no longer.
func (o *office) reportedOne(rd ledger.Reader, r *request, reading *ledger.Reading, accounts map[string]*ledger.Account) (one *checking.Reported, err error) {
	one = &checking.Reported{Reading: reading}
	if reading.Account == "" {
		return one, nil
	}
	if accounts[reading.Account] == nil {
		if accounts[reading.Account], err = rd.Account(r.ledger.ID, reading.Account); err != nil {
			return nil, err
		}
	}
	if one.Account = accounts[reading.Account]; !one.Account.State.Live() {
		return nil, nil
	}
	return one, nil
}

// beside finds what a reading is held against: the one before it, what it revises,
// and what was decided of it.
func (o *office) beside(rd ledger.Reader, one *checking.Reported) error {
	v := one.Reading
	series, err := rd.Readings(v.Series())
	if err != nil {
		return err
	}
	for _, other := range series { // by the end of their period, then the revision
		switch {
		case other.Period == v.Period && other.Revision == v.Revision-1:
			one.Was = other
		case other.Period.End < v.Period.End && other.Period.Instant() == v.Period.Instant() && other.Status != ledger.Returned:
			one.Before = other
		}
	}
	if v.Status == ledger.Returned {
		one.Check, err = rd.ReadingCheck(v.Journal, ledger.ReadingID(v.Seq))
	}
	return err
}

// check verifies the readings that were ticked, or sends them back.
func (o *office) check(r *request) (answer, error) {
	status := ledger.Verified
	switch r.form.Value(checking.FieldDo) {
	case checking.DoVerify:
	case checking.DoReturn:
		status = ledger.Returned
	default:
		return answer{}, errInvalid
	}
	var seqs []int64
	for _, text := range r.form.Values[checking.FieldPick] {
		seq, err := strconv.ParseInt(text, 10, 64)
		if err != nil {
			return answer{}, errInvalid
		}
		seqs = append(seqs, seq)
	}
	reason := ""
	if status == ledger.Returned {
		reason = r.form.Value(checking.FieldReason)
	}
	if status == ledger.Returned && strings.TrimSpace(reason) == "" {
		r.form.Refuse(checking.FieldReason, r.lang.Text("office.checking.reason.none"))
	}
	if len(seqs) == 0 {
		r.form.Refuse("", r.lang.Text("office.checking.pick.none"))
	}
	n := 0
	if !r.form.Refused() {
		var err error
		n, err = o.desk().CheckReadings(r.Context(), r.actor, r.ledger.ID, seqs, status, reason)
		if err != nil && !r.refuse(err) {
			return answer{}, err
		}
	}
	if r.form.Refused() {
		p, err := o.checkingWith(r)
		if err != nil {
			return answer{}, err
		}
		a, err := rendered(p)
		a.status = http.StatusUnprocessableEntity
		return a, err
	}
	to := url.Values{paramDone: {r.form.Value(checking.FieldDo)}, paramCount: {strconv.Itoa(n)}}
	for _, name := range []string{checking.ParamBody, checking.ParamShow} {
		if v := r.URL.Query().Get(name); v != "" {
			to.Set(name, v)
		}
	}
	return goTo(string(page.LedgerPath(r.ledger.ID, page.FolderChecking) + pageQuery(to)))
}
