package reporting

import (
	"fmt"
	"strings"

	"pledger/ledger"
)

// The names of fields: a kind and what they are of.
const (
	kindValue    = "v-"    // with the Key of the ask: the value
	kindReason   = "why-"  // with the Key: the reason for an unusual value
	kindSay      = "say-"  // with the account's ID: a sentence of progress
	kindEvidence = "file-" // with the account's ID: files

	FieldLines = "lines" // lines pasted from a sheet
	FieldKept  = "kept"  // the token of files that were sent before
	FieldDo    = "do"    // which button
	DoFill     = "fill"  // of FieldDo: put the pasted lines into the fields
)

// Key names a value that is asked for within its ledger and period.
func Key(a *ledger.Ask) string { return fmt.Sprintf("%s-%d-%s", a.Account.ID, a.Term, a.Place) }

// ValueField is the id of the field for the ask's value.
func ValueField(a *ledger.Ask) string { return kindValue + Key(a) }

// ReasonField is that of the reason for it.
func ReasonField(a *ledger.Ask) string { return kindReason + Key(a) }

// SayField is that of the account's sentence of progress.
func SayField(a *ledger.Account) string { return kindSay + a.ID }

// EvidenceField is that of the account's files.
func EvidenceField(a *ledger.Account) string { return kindEvidence + a.ID }

// UnitOf is the unit in which a value is asked for: with 万 or 亿 as the report
// writes the target, where it does.
func UnitOf(a *ledger.Ask) string {
	if a.Term >= len(a.Account.Terms) {
		return a.Unit
	}
	written := a.Account.Terms[a.Term].Written
	at := strings.LastIndex(written, a.Unit)
	if a.Unit == "" || at < 0 {
		return a.Unit
	}
	for _, power := range []string{"万亿", "千亿", "百亿", "千万", "百万", "十万", "亿", "万"} {
		if strings.HasSuffix(written[:at], power) {
			return power + a.Unit
		}
	}
	return a.Unit
}
