package bulletin

import (
	"pledger/export/standings"
	"pledger/standing"
	"pledger/standing/board"
)

// The kinds of changes, in the order of the bulletin: the ends of their keys.
var moves = []string{"better", "worse", "first", "lost"}

// changes are what changed since the day before, by kind.
type changes map[string][]board.Change

// changed tells what changed apart. A light that was not lit tells nothing of
// better or worse.
func (b *builder) changed() changes {
	all := changes{}
	for _, c := range board.Changes(b.Before, b.Day) {
		move := "better"
		switch {
		case c.Before.Standing.Light == standing.LightUnknown:
			move = "first"
		case c.After.Standing.Light == standing.LightUnknown:
			move = "lost"
		case c.Worse():
			move = "worse"
		}
		all[move] = append(all[move], c)
	}
	return all
}

// counts counts them; "" where nothing changed.
func (c changes) counts(b *builder) string {
	var parts []string
	for _, move := range moves {
		if n := len(c[move]); n > 0 {
			parts = append(parts, b.t("count", b.t("changes."+move), n))
		}
	}
	return b.list("list", parts)
}

// changes says what changed: of each that became better or worse from what to
// what and why, the others by name.
func (b *builder) changes(all changes) {
	b.heading("changes")
	if len(all) == 0 {
		b.say(b.t("changes.none"))
		return
	}
	for _, move := range moves {
		if len(all[move]) == 0 {
			continue
		}
		b.part(b.t("changes.head", b.t("changes."+move), len(all[move])))
		var names []string
		for _, c := range all[move] {
			a, was, is := c.After.Account, b.light(c.Before.Standing.Light), b.light(c.After.Standing.Light)
			switch move {
			case "better", "worse":
				b.item(a, b.t("changes.from", was, is, b.said(c.After, nil)))
			case "first":
				names = append(names, b.t("changes.named", a.Number, standings.Name(a), is))
			default:
				names = append(names, b.t("changes.named", a.Number, standings.Name(a), standings.StateText(b.lang, c.After.Standing.State)))
			}
		}
		if len(names) > 0 {
			b.say(b.t("changes.names", b.list("sentences", names)))
		}
	}
}
