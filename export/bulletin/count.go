package bulletin

import (
	"pledger/export/standings"
	"pledger/ledger"
	"pledger/standing"
	"pledger/standing/board"
)

// overall says how many accounts are in each state, have each light, and
// changed.
func (b *builder) overall(changes changes) {
	b.heading("overall")
	day := b.Day
	b.say(b.t("overall.states", day.All.All, b.shares(&day.All)), b.t("overall.lights", b.lights(day.All.Light, standing.Lights())))
	since := b.lang.Date(b.Before.Date)
	if counts := changes.counts(b); counts != "" {
		b.say(b.t("overall.since", since, counts))
		return
	}
	b.say(b.t("overall.same", since))
}

// shares counts states with their shares, which make 100.
func (b *builder) shares(t *board.Tally) string {
	var counts []int
	for _, s := range standing.States() {
		counts = append(counts, t.State(s))
	}
	var parts []string
	for i, share := range standings.Shares(counts) {
		if counts[i] > 0 {
			parts = append(parts, b.t("share", standings.StateText(b.lang, standing.States()[i]), counts[i], share))
		}
	}
	return b.list("sentences", parts)
}

// states counts states.
func (b *builder) states(of func(standing.State) int) string {
	var parts []string
	for _, s := range standing.States() {
		if n := of(s); n > 0 {
			parts = append(parts, b.t("count", standings.StateText(b.lang, s), n))
		}
	}
	return b.list("list", parts)
}

// lights counts some of the lights.
func (b *builder) lights(of func(standing.Light) int, some []standing.Light) string {
	var parts []string
	for _, l := range some {
		if n := of(l); n > 0 {
			parts = append(parts, b.t("count", b.light(l), n))
		}
	}
	return b.list("list", parts)
}

// light is the word for a light.
func (b *builder) light(l standing.Light) string { return b.t("light." + l.String()) }

// targets says of each main target where it stands.
func (b *builder) targets() {
	b.heading("targets")
	if b.Day.Targets.All == 0 {
		b.say(b.t("targets.none"))
		return
	}
	b.say(b.t("of", b.Day.Targets.All, b.states(b.Day.Targets.State)))
	for row := range b.Day.Rows() {
		if row.Account.Category == ledger.Target {
			b.item(row.Account, b.t("said", b.said(row, nil), b.stateLight(row.Standing)))
		}
	}
}

// tasks counts the tasks of each section by state.
func (b *builder) tasks() {
	b.heading("tasks")
	if b.Day.Tasks.All == 0 {
		b.say(b.t("tasks.none"))
		return
	}
	counts := map[string]map[standing.State]int{}
	for row := range b.Day.Rows() {
		if row.Account.Category == ledger.Target {
			continue
		}
		section := b.sectionOf(row.Account)
		if counts[section] == nil {
			counts[section] = map[standing.State]int{}
		}
		counts[section][row.Standing.State]++
	}
	for _, s := range b.Day.Ledger().Sections {
		b.section(s.Heading, counts[s.Number])
	}
	b.section(b.t("tasks.others"), counts[""])
}

// sectionOf is the number of an account's section; "" where the report has none
// such.
func (b *builder) sectionOf(a *ledger.Account) string {
	s, _ := b.Day.Ledger().Section(a.Section)
	return s.Number
}

// section counts the tasks of one section.
func (b *builder) section(heading string, counts map[standing.State]int) {
	if len(counts) == 0 {
		return
	}
	all := 0
	for _, n := range counts {
		all += n
	}
	b.add(Block{
		Kind: Text, Lead: b.numbered(2, heading),
		Text: b.t("tasks.section", all, b.states(func(s standing.State) int { return counts[s] })),
	})
}
