package server

import (
	"net/http"
	"strings"

	"pledger/ledger"
	"pledger/ledger/assign"
	"pledger/server/page"
	pagereview "pledger/server/page/review"
	"pledger/server/page/wording"
)

// review shows the report beside what was found in it.
func (o *office) review(r *request) (answer, error) {
	p, err := o.reviewWith(r, pagereview.Input{Wish: pagereview.ParseWish(r.URL.Query())})
	if err != nil {
		return answer{}, err
	}
	return rendered(p)
}

// reviewWith is the review of the request's ledger; in holds what is asked for
// and what a command met.
func (o *office) reviewWith(r *request, in pagereview.Input) (*pagereview.Page, error) {
	in.Ledger = r.ledger
	in.Folder = page.NewFolder(r.ledger, r.actor, page.FolderReview, r.lang)
	err := o.store.View(r.Context(), func(rd ledger.Reader) (err error) {
		if in.Words, err = o.words(rd, r); err != nil {
			return err
		}
		found, err := rd.Accounts(ledger.Query{Ledger: r.ledger.ID, Limit: maxReviewed})
		if err != nil {
			return err
		}
		in.Accounts, in.Left = found.Accounts, found.Total-len(found.Accounts)
		if in.Set, err = o.readings.of(rd, o.lexicon, r.ledger); err != nil {
			return err
		}
		in.Suggestions, err = o.suggestionsFrom(rd, in.Words, in.Accounts, pagereview.Choose(in.Accounts, in.At))
		return err
	})
	if err != nil {
		return nil, err
	}
	if in.Form == nil {
		in.Done = done(r, in.Words)
	}
	return pagereview.New(o.frameOf(r), in), nil
}

// maxReviewed is how many accounts the review lists: several times those of the
// longest report, and what an old browser lays out.
const maxReviewed = 3000

// everyAccount is the whole ledger, in the order of the list.
func everyAccount(rd ledger.Reader, id ledger.ID) (all []*ledger.Account, err error) {
	err = rd.EachAccount(id, func(a *ledger.Account) bool {
		all = append(all, a)
		return true
	})
	return all, err
}

// suggestedAhead is for how many accounts from the chosen one on the review
// has suggestions at hand; for others it asks again.
const suggestedAhead = 30

// suggestionsFrom are who should lead the chosen account and those behind it.
func (o *office) suggestionsFrom(rd ledger.Reader, w *wording.Words, accounts []*ledger.Account, chosen string) (map[string][]assign.Suggestion, error) {
	all := map[string][]assign.Suggestion{}
	for _, a := range accounts {
		if len(all) == 0 && a.ID != chosen || !a.State.Live() && a.ID != chosen {
			continue
		}
		s, err := o.suggestions(rd, w, a)
		if err != nil {
			return nil, err
		}
		if all[a.ID] = s; len(all) >= suggestedAhead {
			break
		}
	}
	return all, nil
}

// reviewAdd makes an account of the report's words.
func (o *office) reviewAdd(r *request) (answer, error) {
	words := r.form.Value(pagereview.FieldWords)
	var w *wording.Words
	var a *ledger.Account
	after := ""
	err := o.store.View(r.Context(), func(rd ledger.Reader) (err error) {
		if w, err = o.words(rd, r); err != nil {
			return err
		}
		set, err := o.readings.of(rd, o.lexicon, r.ledger)
		if err != nil || set == nil {
			return err
		}
		accounts, err := everyAccount(rd, r.ledger.ID)
		if err == nil {
			a, after, _ = pagereview.ByHand(set, o.lexicon, r.ledger, accounts, words)
		}
		return err
	})
	if err != nil {
		return answer{}, err
	}
	if a == nil {
		r.form.Refuse(pagereview.FieldWords, r.lang.Text("ledger.invalid.words", words))
		return o.reviewAgain(r)
	}
	why := strings.TrimSpace(r.form.Value(pagereview.FieldWhy))
	result, err := o.desk().Add(r.Context(), r.actor, r.ledger.ID, a, after, why)
	if refusals(r.form, err, w, addField) {
		return o.reviewAgain(r)
	}
	if err != nil {
		return answer{}, err
	}
	return goTo(reviewPath(r.ledger.ID, pagereview.Wish{At: result.Accounts[0].ID}, ledger.ActAdd, 1))
}

// addField is the field of the form for an account by hand that a problem is
// about.
func addField(p ledger.Problem) string {
	if p.Code == ledger.NeedReason || p.Field == "why" {
		return pagereview.FieldWhy
	}
	return pagereview.FieldWords
}

// reviewAgain is the review with the words typed and what is wrong with them.
func (o *office) reviewAgain(r *request) (answer, error) {
	p, err := o.reviewWith(r, pagereview.Input{Form: r.form})
	if err != nil {
		return answer{}, err
	}
	a, err := rendered(p)
	a.status = http.StatusUnprocessableEntity
	return a, err
}

// reviewPath is the address of the review after something was done to n
// accounts.
func reviewPath(id ledger.ID, wish pagereview.Wish, action ledger.Action, n int) string {
	return string(page.LedgerPath(id, page.FolderReview)) + "?" + told(wish.Params(), action, n).Encode()
}
