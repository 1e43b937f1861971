package wording

import (
	"pledger/ledger"
	"pledger/locale"
)

// Problem is in words what is wrong with a command.
func (w *Words) Problem(p ledger.Problem) string {
	args := make([]any, len(p.Args))
	for i, a := range p.Args {
		args[i] = w.argument(p.Code, i, a)
	}
	key := "ledger.invalid." + p.Code
	if p.Code == ledger.NotReady && len(args) > 0 {
		key, args = key+"."+p.Args[0], args[1:]
	}
	if !locale.Has(key) {
		return p.Code
	}
	return w.Lang.Text(key, args...)
}

// argument is the i-th argument of a problem as a reader knows it.
func (w *Words) argument(code string, i int, arg string) string {
	switch {
	case code == ledger.AskPart && i == 2:
		return w.Place(arg)
	case (code == ledger.AskFall || code == ledger.AskJump) && i == 2:
		if p, err := ledger.ParsePeriod(arg, 0); err == nil {
			return w.Period(p)
		}
	}
	if i > 0 {
		return arg
	}
	switch code {
	case ledger.BadState:
		return w.State(ledger.State(arg))
	case ledger.BadStage:
		return w.Stage(ledger.Stage(arg))
	case ledger.BadBody, ledger.BadTwice, ledger.BadLeadTwice:
		return w.Body(arg)
	case ledger.BadPart, ledger.BadPlaceCode, ledger.BadReadingPlace:
		return w.Place(arg)
	}
	return arg
}

// Broken is in words what is wrong with a journal.
func (w *Words) Broken(b *ledger.Broken) string {
	args := make([]any, len(b.Args))
	for i, a := range b.Args {
		args[i] = a
	}
	key := "ledger.broken." + b.Code
	if !locale.Has(key) {
		return b.Code
	}
	return w.Lang.Text(key, args...)
}
