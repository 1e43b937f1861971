package main

import (
	"errors"
	"strings"

	"pledger/ledger"
)

// The keys of the catalogue for what ledgers refuse, each followed by a code.
const (
	invalidTexts = "ledger.invalid."
	brokenTexts  = "ledger.broken."
	existsTexts  = "desk.exists."
	missingTexts = "desk.missing."
)

// ledgerError reports whether err is one of package ledger's.
func ledgerError(err error) bool {
	var (
		missing   *ledger.NotFound
		exists    *ledger.Exists
		forbidden *ledger.Forbidden
		conflict  *ledger.Conflict
		invalid   *ledger.Invalid
		broken    *ledger.Broken
	)
	return errors.As(err, &missing) || errors.As(err, &exists) || errors.As(err, &forbidden) ||
		errors.As(err, &conflict) || errors.As(err, &invalid) || errors.As(err, &broken)
}

// explainLedger words an error of package ledger.
func (a *app) explainLedger(err error) string {
	var missing *ledger.NotFound
	var exists *ledger.Exists
	var conflict *ledger.Conflict
	var invalid *ledger.Invalid
	var broken *ledger.Broken
	switch {
	case errors.As(err, &missing):
		return a.text(missingTexts+string(missing.Kind), missing.ID)
	case errors.As(err, &exists):
		return a.text(existsTexts+string(exists.Kind), exists.ID)
	case errors.As(err, &conflict):
		return a.text("desk.conflict", len(conflict.Accounts))
	case errors.As(err, &broken):
		return a.text("desk.broken", string(broken.Journal), broken.Seq, a.text(brokenTexts+broken.Code, anys(broken.Args)...))
	case errors.As(err, &invalid):
		var lines []string
		for _, p := range invalid.Problems {
			key, args := invalidTexts+p.Code, p.Args
			if p.Code == ledger.NotReady && len(args) > 0 {
				key, args = key+"."+args[0], args[1:]
			}
			line := a.text(key, anys(args)...)
			if p.Account != "" {
				line = a.text("desk.of-account", p.Account, line)
			}
			lines = append(lines, line)
		}
		return strings.Join(lines, "\n")
	}
	return a.text("desk.forbidden")
}
