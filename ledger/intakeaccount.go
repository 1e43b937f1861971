package ledger

// manyAccounts is from how many accounts on that rows name all are read at once:
// before, each is looked up, so that a form of a few values costs the same in
// every ledger.
const manyAccounts = 64

// account is the live account with a number; nil where there is none.
func (t *intake) account(number string) (*Account, error) {
	a, known := t.accounts[number]
	if known || t.all {
		return a, nil
	}
	if len(t.accounts) >= manyAccounts {
		if err := t.readAll(); err != nil {
			return nil, err
		}
		return t.accounts[number], nil
	}
	page, err := t.tx.Accounts(Query{Ledger: t.ledger.ID, Number: number, States: []State{Proposed, Accepted}})
	if err != nil {
		return nil, err
	}
	if len(page.Accounts) > 0 {
		a = page.Accounts[len(page.Accounts)-1]
	}
	t.accounts[number] = a
	return a, nil
}

// targetOf is the account's terms that readings of an indicator are held
// against; the zero target where none are of it.
func (t *intake) targetOf(indicator, kind string) (target, error) {
	if !t.all {
		if err := t.readAll(); err != nil {
			return target{}, err
		}
	}
	return t.targets[Series{Indicator: indicator, Kind: kind}], nil
}

// readAll reads all live accounts.
func (t *intake) readAll() error {
	t.all, t.targets = true, map[Series]target{}
	return t.tx.EachAccount(t.ledger.ID, func(a *Account) bool {
		if !a.State.Live() {
			return true
		}
		t.accounts[a.Number] = a
		for n := range a.Terms {
			if s, ok := a.IndicatorSeriesOf(t.lex, n); ok {
				t.targets[Series{Indicator: s.Indicator, Kind: s.Kind}] = target{a, n}
			}
		}
		return true
	})
}
