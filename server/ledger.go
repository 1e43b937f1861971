package server

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"strings"

	"pledger/ledger"
	"pledger/server/page"
	pageaccount "pledger/server/page/account"
	pageledger "pledger/server/page/ledger"
	"pledger/server/page/wording"
)

// ledgerPage shows one ledger.
func (o *office) ledgerPage(r *request) (answer, error) {
	p, err := o.ledgerPageWith(r, pageledger.Input{})
	if err != nil {
		return answer{}, err
	}
	return rendered(p)
}

// ledgerPageWith is the page of the request's ledger; in holds what a command
// met.
func (o *office) ledgerPageWith(r *request, in pageledger.Input) (*pageledger.Page, error) {
	in.Ledger, in.Filter = r.ledger, pageledger.ParseFilter(r.URL.Query())
	in.Edit = r.actor.May(ledger.EditLedger, r.ledger, nil)
	err := o.store.View(r.Context(), func(rd ledger.Reader) (err error) {
		if in.Words, err = o.words(rd, r); err != nil {
			return err
		}
		query := within(in.Filter.Query(r.ledger.ID), r.scope)
		if query.Among, err = o.withLight(rd, r, in.Filter.Light); err != nil {
			return err
		}
		if in.Found, err = rd.Accounts(query); err != nil {
			return err
		}
		if in.Lit, err = o.cellsOf(rd, r, in.Words, in.Found.Accounts); err != nil {
			return err
		}
		if in.Apart, err = apart(rd, r.ledger.ID, in.Picked, in.Found.Accounts); err != nil {
			return err
		}
		if r.scope.Owes == "" && r.scope.States == nil {
			in.Tally, err = rd.Tally(r.ledger.ID)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	if in.Form == nil {
		in.Done = done(r, in.Words)
	}
	in.Folder = page.NewFolder(r.ledger, r.actor, page.FolderTable, r.lang)
	return pageledger.New(o.frameOf(r), in), nil
}

// apart are the accounts ticked that are not among those found.
func apart(rd ledger.Reader, id ledger.ID, picked []ledger.Ref, found []*ledger.Account) (all []*ledger.Account, err error) {
	for _, ref := range picked {
		if slices.ContainsFunc(found, func(a *ledger.Account) bool { return a.ID == ref.ID }) {
			continue
		}
		a, err := rd.Account(id, ref.ID)
		if err != nil {
			return nil, err
		}
		all = append(all, a)
	}
	return all, nil
}

// ledgerBulk does what the form over a ledger's rows asks for, to all that are
// ticked or to none.
func (o *office) ledgerBulk(r *request) (answer, error) {
	b := bulk{office: o, r: r, picked: pageledger.ParsePicks(r.form.Values)}
	if err := o.store.View(r.Context(), func(rd ledger.Reader) (err error) {
		b.words, err = o.words(rd, r)
		return err
	}); err != nil {
		return answer{}, err
	}
	result, action, err := b.do()
	if err == nil && !r.form.Refused() {
		query := told(pageledger.ParseFilter(r.URL.Query()).Params(), action, len(result.Accounts))
		return goTo(pageledger.Path(r.ledger.ID) + "?" + query.Encode())
	}
	return b.again(err)
}

// bulk is one command over rows.
type bulk struct {
	office *office
	r      *request
	words  *wording.Words
	picked []ledger.Ref
}

// do carries the command out.
func (b *bulk) do() (ledger.Result, ledger.Action, error) {
	desk, form, why := b.office.desk(), b.r.form, strings.TrimSpace(b.r.form.Value(pageledger.FieldWhy))
	ctx, id := b.r.Context(), b.r.ledger.ID
	if len(b.picked) == 0 {
		form.Refuse("", b.words.Text("ledger.bulk.none"))
		return ledger.Result{}, "", nil
	}
	switch form.Value(pageledger.FieldDo) {
	case pageledger.DoAccept:
		result, err := desk.Accept(ctx, b.r.actor, id, b.picked, why)
		return result, ledger.ActAccept, err
	case pageledger.DoDrop:
		result, err := desk.Drop(ctx, b.r.actor, id, b.picked, why)
		return result, ledger.ActDrop, err
	case pageledger.DoAssign:
		result, err := b.assign(ctx, why)
		return result, ledger.ActAssign, err
	case pageledger.DoDeadline:
		deadline := ledger.ParseDeadline(form.Value(pageledger.FieldDeadline), b.r.ledger.Year)
		if deadline.Text == "" {
			form.Refuse(pageledger.FieldDeadline, b.words.Problem(ledger.Problem{Code: ledger.BadEmpty}))
			return ledger.Result{}, "", nil
		}
		result, err := desk.Do(ctx, b.r.actor, id, b.edits(ledger.ActSchedule, why, func(a *ledger.Account) { a.Deadline = deadline }))
		return result, ledger.ActSchedule, err
	}
	return ledger.Result{}, "", errInvalid
}

// assign gives the rows the bodies typed; a field left empty changes nothing.
func (b *bulk) assign(ctx context.Context, why string) (ledger.Result, error) {
	form := b.r.form
	lead, supporting := pageaccount.Codes(form, pageledger.FieldLead, b.words), pageaccount.Codes(form, pageledger.FieldSupporting, b.words)
	if len(lead) == 0 && len(supporting) == 0 {
		form.Refuse(pageledger.FieldLead, b.words.Problem(ledger.Problem{Code: ledger.BadEmpty}))
	}
	if form.Refused() {
		return ledger.Result{}, nil
	}
	return b.office.desk().Do(ctx, b.r.actor, b.r.ledger.ID, b.edits(ledger.ActAssign, why, func(a *ledger.Account) {
		give(a, lead, supporting)
	}))
}

// give makes bodies lead and support an account. Who is to lead no longer
// supports, and the other way round; nil changes nothing.
func give(a *ledger.Account, lead, supporting []string) {
	if lead != nil {
		a.Lead = lead
		a.Supporting = pageaccount.Without(a.Supporting, lead...)
	}
	if supporting != nil {
		a.Supporting = supporting
		if lead == nil {
			a.Lead = pageaccount.Without(a.Lead, supporting...)
		}
	}
}

// edits is the batch that makes one change to all rows.
func (b *bulk) edits(action ledger.Action, why string, change func(*ledger.Account)) ledger.Batch {
	batch := ledger.Batch{Action: action, Why: why}
	for _, ref := range b.picked {
		batch.Edits = append(batch.Edits, ledger.Edit{Account: ref.ID, Version: ref.Version, Change: change})
	}
	return batch
}

// again is the page with what was typed and ticked and with what is wrong.
func (b *bulk) again(err error) (answer, error) {
	in := pageledger.Input{Form: b.r.form, Picked: b.picked}
	status := http.StatusUnprocessableEntity
	switch {
	case err == nil, refusals(b.r.form, err, b.words, bulkField):
	case errors.As(err, &in.Conflict):
		status = http.StatusConflict
	default:
		return answer{}, err
	}
	p, err := b.office.ledgerPageWith(b.r, in)
	if err != nil {
		return answer{}, err
	}
	a, err := rendered(p)
	a.status = status
	return a, err
}

// bulkField is the field of the form over the rows that a problem is about.
func bulkField(p ledger.Problem) string {
	switch {
	case p.Code == ledger.NeedReason, p.Code == ledger.NeedDrop, p.Field == "why":
		return pageledger.FieldWhy
	case p.Field == "lead":
		return pageledger.FieldLead
	case p.Field == "supporting":
		return pageledger.FieldSupporting
	case p.Field == "deadline":
		return pageledger.FieldDeadline
	}
	return ""
}
