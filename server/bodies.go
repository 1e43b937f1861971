package server

import (
	"net/url"

	readingfile "pledger/export/readings"
	"pledger/ledger"
	"pledger/server/page"
	"pledger/server/page/bodies"
	onebody "pledger/server/page/body"
)

// bodiesPage lists the bodies of a ledger's government.
func (o *office) bodiesPage(r *request) (answer, error) {
	var list []*ledger.Body
	var tally *ledger.Tally
	err := o.store.View(r.Context(), func(rd ledger.Reader) (err error) {
		if list, err = rd.Bodies(r.ledger.Place); err != nil {
			return err
		}
		tally, err = rd.Tally(r.ledger.ID)
		return err
	})
	if err != nil {
		return answer{}, err
	}
	p := bodies.New(o.frameOf(r), r.ledger, list, tally, r.actor, bodies.ParseShow(r.URL.Query()))
	if name := r.URL.Query().Get(paramDone); name != "" {
		p.Told = bodyTold(r, list, name)
	}
	return rendered(p)
}

// bodyTold says what was done to the body with the code; "" where there is none.
func bodyTold(r *request, list []*ledger.Body, code string) string {
	if b := coded(list, code); b != nil {
		return r.lang.Text("office.body.told", b.Name)
	}
	return ""
}

// coded is the body with the code, nil where the list has none.
func coded(list []*ledger.Body, code string) *ledger.Body {
	for _, b := range list {
		if b.Code == code {
			return b
		}
	}
	return nil
}

// bodyPage shows what one body owes.
func (o *office) bodyPage(r *request) (answer, error) {
	p, err := o.bodySheet(r)
	if err != nil {
		return answer{}, err
	}
	if code := r.PathValue("body"); r.URL.Query().Get(paramDone) == code {
		p.Told = r.lang.Text("office.body.told", p.Name)
	}
	return rendered(p)
}

// bodySheet is the page of the body that the address names.
func (o *office) bodySheet(r *request) (*onebody.Page, error) {
	var list []*ledger.Body
	var owed *ledger.Page
	var lit map[string]onebody.Lit
	code := r.PathValue("body")
	err := o.store.View(r.Context(), func(rd ledger.Reader) (err error) {
		if list, err = rd.Bodies(r.ledger.Place); err != nil {
			return err
		}
		q := ledger.Query{Ledger: r.ledger.ID, Body: code, States: []ledger.State{ledger.Proposed, ledger.Accepted}}
		if owed, err = rd.Accounts(within(q, r.scope)); err != nil {
			return err
		}
		lit, err = o.litOf(rd, r, code, owed.Accounts)
		return err
	})
	if err != nil {
		return nil, err
	}
	b := coded(list, code)
	if b == nil {
		return nil, errNotFound
	}
	region := ""
	if b.Region != "" {
		region = o.placeTyped(b.Region)
	}
	p := onebody.New(o.frameOf(r), r.ledger, b, list, owed.Accounts, region, r.actor, r.form)
	day, _ := o.dayAsked(r)
	p.Stand(r.lang.Date(day), lit)
	return p, nil
}

// listOf is the list of the ledger's government.
func (o *office) listOf(r *request) (list []*ledger.Body, err error) {
	err = o.store.View(r.Context(), func(rd ledger.Reader) (err error) {
		list, err = rd.Bodies(r.ledger.Place)
		return err
	})
	return list, err
}

// editBody changes a body as typed.
func (o *office) editBody(r *request) (answer, error) {
	list, err := o.listOf(r)
	if err != nil {
		return answer{}, err
	}
	b := coded(list, r.PathValue("body"))
	if b == nil {
		return answer{}, errNotFound
	}
	changed := onebody.Typed(r.form, b, list, o.regionOf(r), r.lang)
	if r.form.Refused() {
		p, err := o.bodySheet(r)
		if err != nil {
			return answer{}, err
		}
		return refused(p)
	}
	return o.putBody(r, changed)
}

// regionOf finds places of the ledger's government by their names.
func (o *office) regionOf(r *request) func(string) string {
	return func(name string) string {
		if o.lexicon == nil {
			return ""
		}
		return readingfile.PlaceNamed(o.lexicon, r.ledger.Place, name)
	}
}

// retireBody takes a body from those that can be chosen, or back to them.
func (o *office) retireBody(r *request) (answer, error) {
	list, err := o.listOf(r)
	if err != nil {
		return answer{}, err
	}
	b := coded(list, r.PathValue("body"))
	if b == nil {
		return answer{}, errNotFound
	}
	retired := r.form.Value("retired")
	if retired != "yes" && retired != "no" {
		return answer{}, errInvalid
	}
	changed := *b
	changed.Retired = retired == "yes"
	return o.putBody(r, &changed)
}

// putBody keeps a body and shows it.
func (o *office) putBody(r *request, b *ledger.Body) (answer, error) {
	if err := o.desk().PutBody(r.Context(), r.actor, b); err != nil {
		return answer{}, err
	}
	return goTo(string(page.LedgerPath(r.ledger.ID, page.FolderBodies, b.Code)) + "?" + url.Values{paramDone: {b.Code}}.Encode())
}

// newBodyPage is the form for a body that is new on the list.
func (o *office) newBodyPage(r *request) (answer, error) {
	list, err := o.listOf(r)
	if err != nil {
		return answer{}, err
	}
	return rendered(onebody.Blank(o.frameOf(r), r.ledger, blankBody(r, list), r.actor, nil))
}

// blankBody is a body that has a place on the list and nothing else.
func blankBody(r *request, list []*ledger.Body) *ledger.Body {
	return &ledger.Body{Place: r.ledger.Place, Code: onebody.NewCode(list), Order: onebody.NextOrder(list)}
}

// addBody puts a new body on the list.
func (o *office) addBody(r *request) (answer, error) {
	list, err := o.listOf(r)
	if err != nil {
		return answer{}, err
	}
	b := onebody.Typed(r.form, blankBody(r, list), list, o.regionOf(r), r.lang)
	if r.form.Refused() {
		return refused(onebody.Blank(o.frameOf(r), r.ledger, b, r.actor, r.form))
	}
	return o.putBody(r, b)
}
