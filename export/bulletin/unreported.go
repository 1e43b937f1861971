package bulletin

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"pledger/export/standings"
	"pledger/export/word"
	"pledger/ledger"
	"pledger/standing"
	"pledger/standing/board"
)

// unreported names who did not report what was due: bodies by what they lead,
// and places by their parts; only the lead that sums up answers. Behind them come
// those that no light tells anything of.
func (b *builder) unreported() {
	b.heading("unreported")
	bodies, places := map[string][]string{}, map[string][]string{}
	due, later := 0, 0
	for row := range b.Day.Rows() {
		text := b.owed(row)
		if text != "" {
			due++
			bodies[row.Reporter()] = append(bodies[row.Reporter()], text)
		} else if row.Standing.State == standing.Unreported {
			later++
		}
		for _, p := range row.Places {
			if p.Standing.Owed() {
				places[p.Place] = append(places[p.Place], b.owes(row.Account, standings.Name(row.Account), &p.Standing))
			}
		}
	}
	b.unreportedCounts(bodies, due, later, len(places) == 0)
	if len(bodies) > 0 {
		b.part(b.t("unreported.bodies"))
		b.owing(b.ordered(maps.Keys(bodies)), b.body, bodies)
	}
	if len(places) > 0 {
		b.part(b.t("unreported.places"))
		b.owing(slices.Sorted(maps.Keys(places)), b.Place, places)
	}
	b.others(standing.Unjudged)
	b.others(standing.Adjusted)
}

// others names the accounts in a state, with why.
func (b *builder) others(state standing.State) {
	if n := b.Day.All.State(state); n > 0 {
		b.part(b.t("count", standings.StateText(b.lang, state), n))
	}
	for row := range b.Day.Rows() {
		if row.Standing.State == state {
			b.item(row.Account, b.t("unreported.why", b.said(row, nil)))
		}
	}
}

// unreportedCounts counts what was not reported.
func (b *builder) unreportedCounts(bodies map[string][]string, due, later int, all bool) {
	unled, text := len(bodies[ledger.NoLead]), ""
	switch {
	case due == 0 && all:
		text = b.t("unreported.none")
	case unled == due && unled > 0:
		text = b.t("unreported.counts-only-unled", due)
	case unled > 0:
		text = b.t("unreported.counts-unled", due, len(bodies)-1, unled)
	default:
		text = b.t("unreported.counts", due, len(bodies))
	}
	if later > 0 {
		b.say(text, b.t("unreported.later", later))
		return
	}
	b.say(text)
}

// owing lists who owes what, each in a numbered paragraph.
func (b *builder) owing(codes []string, name func(string) string, texts map[string][]string) {
	for i, code := range codes {
		list := texts[code]
		b.add(Block{
			Kind: Text, Lead: word.HeadingText(fmt.Sprint(i+1), name(code)),
			Text: b.t("unreported.list", len(list), b.list("sentences", list)),
		})
	}
}

// owed says what of a row's targets was due and not reported; "" for nothing. One
// of several is called by its subject.
func (b *builder) owed(row *board.Row) string {
	missing := row.Owed()
	if len(missing) == 0 {
		return ""
	}
	name := standings.Name(row.Account)
	if len(missing) == 1 && len(row.Terms) > 1 {
		name = cmp.Or(b.subject(missing[0]), name)
	}
	return b.owes(row.Account, name, missing[0])
}

// owes names what was not reported, and until when it was.
func (b *builder) owes(a *ledger.Account, name string, s *standing.Standing) string {
	if !s.Value.Known() {
		return b.t("unreported.never", a.Number, name)
	}
	return b.t("unreported.last", a.Number, name, b.period(s))
}
