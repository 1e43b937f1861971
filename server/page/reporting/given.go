package reporting

import (
	"strings"
	"unicode"

	"pledger/ledger"
	"pledger/server/page"
)

// Given is what was typed, as readings: one for each value that is not empty and
// not what is known already. asks[i] is what readings[i] answers. files are those
// sent with each account, by its ID.
func Given(form *page.Form, all []*ledger.Ask, files map[string][]ledger.Attachment) (readings []ledger.GivenReading, asks []*ledger.Ask) {
	for _, ask := range all {
		value := strings.TrimSpace(form.Value(ValueField(ask)))
		if ask.Known || value == "" {
			continue
		}
		g := ledger.GivenReading{
			Number: ask.Account.Number + "#" + number(ask.Term+1), Place: ask.Place, Period: ask.Period.String(),
			Value: value, Unit: unitFor(value, UnitOf(ask)),
			Note: oneLine(form.Value(SayField(ask.Account))), Reason: oneLine(form.Value(ReasonField(ask))),
			Evidence: files[ask.Account.ID],
		}
		readings, asks = append(readings, g), append(asks, ask)
	}
	return readings, asks
}

// unitFor is the unit of a value: none beside one that has its own.
func unitFor(value, unit string) string {
	if strings.ContainsFunc(value, func(r rune) bool { return unicode.IsLetter(r) || strings.ContainsRune("%％‰℃", r) }) {
		return ""
	}
	return unit
}

// oneLine is a text without line breaks: no table can hold them.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// Alone names the accounts for which a sentence or files were sent and no value:
// they would be lost.
func Alone(form *page.Form, all []*ledger.Ask, files map[string][]ledger.Attachment) (accounts []*ledger.Account) {
	for _, asks := range byAccount(all) {
		a, value, said := asks[0].Account, false, ""
		for _, ask := range asks {
			value = value || !ask.Known && strings.TrimSpace(form.Value(ValueField(ask))) != ""
			if ask.Now != nil && !ask.Known {
				said += "\x00" + ask.Now.Note
			}
		}
		say := oneLine(form.Value(SayField(a)))
		if !value && len(form.Values[NodeField(a)]) == 0 && (say != "" && !strings.Contains(said, say) || len(files[a.ID]) > 0) {
			accounts = append(accounts, a)
		}
	}
	return accounts
}
