package server

import (
	"cmp"
	"errors"
	"net/http"
	"slices"

	"pledger/ledger"
	"pledger/server/page"
	pageaccount "pledger/server/page/account"
	pageledger "pledger/server/page/ledger"
	pagereview "pledger/server/page/review"
	"pledger/server/page/wording"
	"pledger/standing"
)

// accountPage shows one account.
func (o *office) accountPage(r *request) (answer, error) {
	p, err := o.accountPageWith(r, pageaccount.Input{})
	if err != nil {
		return answer{}, err
	}
	return rendered(p)
}

// accountPageWith is the page of the request's account as it stands now; in
// holds what a command met.
func (o *office) accountPageWith(r *request, in pageaccount.Input) (*pageaccount.Page, error) {
	in.Ledger, in.Folder = r.ledger, page.NewFolder(r.ledger, r.actor, page.FolderTable, r.lang)
	err := o.store.View(r.Context(), func(rd ledger.Reader) (err error) {
		if in.Words, err = o.words(rd, r); err != nil {
			return err
		}
		if in.Account, err = rd.Account(r.ledger.ID, r.about.ID); err != nil {
			return err
		}
		if in.Before, in.After, err = neighbours(rd, in.Account, r.scope); err != nil {
			return err
		}
		set, err := o.readings.of(rd, o.lexicon, r.ledger)
		if err != nil {
			return err
		}
		if set != nil {
			in.Report = set.Report
		}
		if in.Rules, err = standing.RulesOf(rd, r.ledger.Place); err != nil {
			return err
		}
		if in.Stands, err = o.stands(rd, r, in.Words, in.Account); err != nil {
			return err
		}
		return o.accountPast(rd, r, &in)
	})
	if err != nil {
		return nil, err
	}
	in.Today, _ = o.dayAsked(r)
	in.Edit, in.Plan = r.actor.May(ledger.EditLedger, r.ledger, in.Account), r.actor.May(ledger.PlanAccount, r.ledger, in.Account)
	if in.Form == nil {
		in.Done = done(r, in.Words)
	}
	return pageaccount.New(o.frameOf(r), in), nil
}

// accountPast adds the account's entries, and suggestions for who may assign.
// The public is told no entries: they name people.
func (o *office) accountPast(rd ledger.Reader, r *request, in *pageaccount.Input) error {
	if r.actor.Role == ledger.Public {
		return nil
	}
	in.Entries = nil // the view may run again
	err := rd.Entries(r.ledger.ID.Journal(), 0, &ledger.Key{Kind: ledger.KindAccount, ID: in.Account.ID}, func(e *ledger.Entry) bool {
		in.Entries = append(in.Entries, e)
		return true
	})
	if err != nil || !r.actor.May(ledger.EditLedger, r.ledger, in.Account) {
		return err
	}
	in.Suggestions, err = o.suggestions(rd, in.Words, in.Account)
	return err
}

// suggestions are who should lead an account.
func (o *office) suggestions(rd ledger.Reader, w *wording.Words, a *ledger.Account) ([]suggestion, error) {
	s, err := o.suggesters.of(rd, o.lexicon, a.Ledger.Place(), w.Bodies())
	if err != nil {
		return nil, err
	}
	return s.Suggest(a.Task, w.Section(a.Section)), nil
}

const (
	windowSteps = 16  // how far before an account its neighbours are looked for, in steps of Order
	windowRows  = 100 // of accounts that are looked through
	neighbourly = 3   // neighbours shown on each side
)

// neighbours are the accounts that count next to a, in the order of the list.
func neighbours(rd ledger.Reader, a *ledger.Account, scope ledger.Query) (before, after []*ledger.Account, err error) {
	q := ledger.Query{
		Ledger: a.Ledger, States: []ledger.State{ledger.Proposed, ledger.Accepted},
		Above: max(a.Order-windowSteps*ledger.OrderStep, 0), Limit: windowRows,
	}
	p, err := rd.Accounts(within(q, scope))
	if err != nil {
		return nil, nil, err
	}
	at := slices.IndexFunc(p.Accounts, func(n *ledger.Account) bool {
		return n.Order > a.Order || n.Order == a.Order && n.ID >= a.ID
	})
	if at < 0 {
		at = len(p.Accounts)
	}
	before = p.Accounts[max(at-neighbourly, 0):at]
	after = p.Accounts[at:]
	if len(after) > 0 && after[0].ID == a.ID {
		after = after[1:]
	}
	return before, after[:min(neighbourly, len(after))], nil
}

// accountDo carries out what one of the account's forms asks for.
func (o *office) accountDo(r *request) (answer, error) { return o.accountCommand(r, r.PathValue("do")) }

// accountSchedule sets the deadline and milestones; who may only plan sets the
// milestones.
func (o *office) accountSchedule(r *request) (answer, error) {
	return o.accountCommand(r, pageaccount.FormSchedule)
}

// accountReach reports a milestone reached.
func (o *office) accountReach(r *request) (answer, error) {
	return o.accountCommand(r, pageaccount.FormReach)
}

// accountCommand carries out the command of the form named, and leads on.
func (o *office) accountCommand(r *request, name string) (answer, error) {
	version := cmp.Or(pageaccount.Version(r.form), noVersion)
	c := command{office: o, r: r, form: r.form, ref: ledger.Ref{ID: r.about.ID, Version: version}, name: name}
	if err := o.store.View(r.Context(), func(rd ledger.Reader) (err error) {
		if c.words, err = o.words(rd, r); err != nil {
			return err
		}
		if c.rules, err = standing.RulesOf(rd, r.ledger.Place); err != nil {
			return err
		}
		c.set, err = o.readings.of(rd, o.lexicon, r.ledger)
		return err
	}); err != nil {
		return answer{}, err
	}
	result, err := c.do()
	if err == nil && !r.form.Refused() {
		return o.accountDone(r, c.action, result)
	}
	in := pageaccount.Input{Sent: name, Form: r.form}
	status := http.StatusUnprocessableEntity
	switch {
	case err == nil, refusals(r.form, err, c.words, c.field):
	case errors.As(err, &in.Conflict):
		status = http.StatusConflict
	default:
		return answer{}, err
	}
	p, err := o.accountPageWith(r, in)
	if err != nil {
		return answer{}, err
	}
	a, err := rendered(p)
	a.status = status
	return a, err
}

// accountDone leads to where the form was shown: the account's page or the
// review; to the next account that waits for review where the form asks for
// that.
func (o *office) accountDone(r *request, action ledger.Action, result ledger.Result) (answer, error) {
	id, n := r.about.ID, len(result.Accounts)
	if r.form.Value("next") != "" {
		next, err := o.nextToReview(r)
		if err != nil {
			return answer{}, err
		}
		id = next
	}
	only, reviewing := pagereview.ParseBack(r.form.Value(pagereview.FieldBack))
	switch {
	case reviewing:
		return goTo(reviewPath(r.ledger.ID, pagereview.Wish{At: id, Only: only}, action, n))
	case id == "":
		return goTo(pageledger.Path(r.ledger.ID) + "?" + told(nil, action, n).Encode())
	}
	return goTo(pageledger.AccountPath(r.ledger.ID, id) + "?" + told(nil, action, n).Encode())
}

// nextToReview is the account that waits for review behind the request's, else
// the first that does; "" where none is left.
func (o *office) nextToReview(r *request) (id string, err error) {
	err = o.store.View(r.Context(), func(rd ledger.Reader) error {
		for _, above := range []int64{r.about.Order, 0} {
			p, err := rd.Accounts(ledger.Query{Ledger: r.ledger.ID, States: []ledger.State{ledger.Proposed}, Above: above, Limit: 1})
			if err != nil {
				return err
			}
			if len(p.Accounts) > 0 {
				id = p.Accounts[0].ID
				return nil
			}
		}
		return nil
	})
	return id, err
}
