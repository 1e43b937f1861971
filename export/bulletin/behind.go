package bulletin

import (
	"cmp"
	"maps"
	"slices"

	"pledger/ledger"
	"pledger/standing"
	"pledger/standing/board"
)

// worries are the lights of what is behind, the worst first.
var worries = []standing.Light{standing.LightMissed, standing.Red, standing.Yellow}

// behind names what is behind, the worst first, and whose it is.
func (b *builder) behind() {
	b.heading("behind")
	rows := b.Day.Worst(b.Day.Len(), nil)
	if len(rows) == 0 {
		b.say(b.t("behind.none"))
		return
	}
	recovering := 0
	for _, row := range rows {
		if row.Standing.Code == standing.WhyRecovering {
			recovering++
		}
	}
	counts := b.t("behind.counts", len(rows), b.lights(b.Day.All.Light, worries))
	if recovering > 0 {
		counts = b.t("behind.counts-recovering", len(rows), b.lights(b.Day.All.Light, worries), recovering)
	}
	b.say(counts, b.behindBodies(rows))
	for _, l := range worries {
		if b.Day.All.Light(l) == 0 {
			continue
		}
		b.part(b.t("behind.group", b.light(l)))
		for _, row := range rows {
			if row.Standing.Light == l {
				b.item(row.Account, b.led(row))
			}
		}
	}
}

// led says how far behind a row is, and who leads it.
func (b *builder) led(row *board.Row) string {
	text := b.said(row, func(s *standing.Standing) bool { return s.Light >= standing.Yellow })
	if len(row.Account.Lead) == 0 {
		return b.t("behind.unled", text)
	}
	var names []string
	for _, code := range row.Account.Lead {
		names = append(names, b.body(code))
	}
	return b.t("behind.led", text, b.list("list", names))
}

// behindBodies counts the rows that are behind by who leads them, those with
// most first.
func (b *builder) behindBodies(rows []*board.Row) string {
	counts := map[string]int{}
	for _, row := range rows {
		for _, code := range row.Account.Lead {
			counts[code]++
		}
	}
	if len(counts) == 0 {
		return ""
	}
	codes := b.ordered(maps.Keys(counts))
	slices.SortStableFunc(codes, func(x, y string) int { return cmp.Compare(counts[y], counts[x]) })
	var parts []string
	for _, code := range codes {
		parts = append(parts, b.t("count", b.body(code), counts[code]))
	}
	return b.t("behind.bodies", len(codes), b.list("list", parts))
}

// ordered lists codes of bodies in the order of the list; those that are not on
// it come last, nobody after them.
func (b *builder) ordered(codes func(func(string) bool)) []string {
	place := func(code string) int {
		switch i, ok := b.order[code]; {
		case ok:
			return i
		case code == ledger.NoLead:
			return len(b.order) + 1
		}
		return len(b.order)
	}
	return slices.SortedFunc(codes, func(x, y string) int { return cmp.Or(cmp.Compare(place(x), place(y)), cmp.Compare(x, y)) })
}
