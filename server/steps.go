package server

import (
	"errors"
	"net/http"
	"slices"
	"strings"

	"pledger/ledger"
	"pledger/server/page"
	"pledger/server/page/steps"
	"pledger/server/page/wording"
)

// stepsPage shows how far a ledger is.
func (o *office) stepsPage(r *request) (answer, error) {
	p, _, err := o.steps(r)
	if err != nil {
		return answer{}, err
	}
	if done := r.URL.Query().Get(paramDone); slices.Contains(stepCommands, ledger.Action(done)) {
		p.Told = r.lang.Text("office.steps.told." + done)
	}
	return rendered(p)
}

// stepCommands are the commands that lead to the page of the steps.
var stepCommands = []ledger.Action{ledger.ActApprove, ledger.ActPublish, ledger.ActReopen, ledger.ActRenumber, ledger.ActOpen}

// steps is the page over what stands now, and the words of its ledger.
func (o *office) steps(r *request) (p *steps.Page, w *wording.Words, err error) {
	var c steps.Counts
	err = o.store.View(r.Context(), func(rd ledger.Reader) error {
		c = steps.Counts{}
		if r.ledger, err = rd.Ledger(r.ledger.ID); err != nil {
			return err
		}
		if w, err = o.words(rd, r); err != nil {
			return err
		}
		return rd.EachAccount(r.ledger.ID, func(a *ledger.Account) bool {
			if seen(r.scope, a) {
				c.Add(a)
			}
			return true
		})
	})
	if err != nil {
		return nil, nil, err
	}
	return steps.New(o.frameOf(r), r.ledger, &c, r.actor, r.form), w, nil
}

// seen reports whether the scope lets an account be seen.
func seen(scope ledger.Query, a *ledger.Account) bool {
	return (scope.Owes == "" || a.Owes(scope.Owes)) && (scope.States == nil || slices.Contains(scope.States, a.State))
}

// approve settles the draft.
func (o *office) approve(r *request) (answer, error) {
	_, err := o.desk().Approve(r.Context(), r.actor, r.ledger.ID, "")
	return o.stepped(r, ledger.ActApprove, err)
}

// publish opens the ledger to the public, once it is said that it may be.
func (o *office) publish(r *request) (answer, error) {
	if r.form.Value("sure") != "yes" {
		r.form.Refuse("sure", r.lang.Text("office.steps.publish.notsure"))
		return o.stepped(r, ledger.ActPublish, nil)
	}
	_, err := o.desk().Publish(r.Context(), r.actor, r.ledger.ID, "")
	return o.stepped(r, ledger.ActPublish, err)
}

// reopen takes the ledger back into drafting.
func (o *office) reopen(r *request) (answer, error) {
	_, err := o.desk().Reopen(r.Context(), r.actor, r.ledger.ID, strings.TrimSpace(r.form.Value("why")))
	return o.stepped(r, ledger.ActReopen, err)
}

// renumber numbers the accounts in their order.
func (o *office) renumber(r *request) (answer, error) {
	_, err := o.desk().Renumber(r.Context(), r.actor, r.ledger.ID, "")
	return o.stepped(r, ledger.ActRenumber, err)
}

// stepped leads back to the steps after a command; refused, it shows them with
// what is lacking.
func (o *office) stepped(r *request, action ledger.Action, err error) (answer, error) {
	var invalid *ledger.Invalid
	switch {
	case err == nil && !r.form.Refused():
		return goTo(string(page.LedgerPath(r.ledger.ID, page.FolderSteps)) + "?" + paramDone + "=" + string(action))
	case err != nil && !errors.As(err, &invalid):
		return answer{}, err
	}
	wrongs := &page.Wrongs{Head: r.lang.Text("office.steps.refused")}
	if msg := r.form.Message("sure"); msg != "" {
		wrongs.Add(msg, "sure")
	}
	_, w, err := o.steps(r)
	if err != nil {
		return answer{}, err
	}
	if invalid != nil {
		for _, p := range invalid.Problems {
			field := ""
			if p.Code == ledger.NeedReason || p.Field == "why" {
				field = "why"
				r.form.Refuse(field, w.Problem(p))
			}
			wrongs.Add(w.Problem(p), field)
		}
	}
	p, _, err := o.steps(r) // with what the form met
	if err != nil {
		return answer{}, err
	}
	p.Wrongs = wrongs
	a, err := rendered(p)
	a.status = http.StatusUnprocessableEntity
	return a, err
}
