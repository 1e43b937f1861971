package bulletin

import (
	"pledger/export/standings"
	"pledger/ledger"
	"pledger/standing"
	"pledger/standing/board"
)

// said says in a sentence where the account of a row stands, each target and the
// milestones by themselves where keep accepts them; nil accepts all.
func (b *builder) said(row *board.Row, keep func(*standing.Standing) bool) string {
	var parts []string
	for i := range row.Terms {
		s := &row.Terms[i]
		if keep != nil && !keep(s) {
			continue
		}
		text := b.sentence(row.Account, s)
		if subject := b.subject(s); len(row.Terms) > 1 && subject != "" {
			text = b.t("of-term", subject, text)
		}
		parts = append(parts, text)
	}
	return b.list("sentences", parts)
}

// subject is what a standing is of, within its account; "" where nothing says.
func (b *builder) subject(s *standing.Standing) string {
	switch {
	case s.Term == standing.Nodes:
		return b.t("nodes")
	case s.Terms != nil:
		return s.Terms.Subject
	}
	return ""
}

// sentence is the reason of a standing, with the value where it does not say it.
func (b *builder) sentence(a *ledger.Account, s *standing.Standing) string {
	reason := standings.Reason(b.lang, a, s)
	if s.Terms == nil || len(a.Terms) == 0 {
		return reason
	}
	switch s.Code {
	case standing.WhyAmount, standing.WhyCeiling, standing.WhyRecovering:
		if standing.Adds(s.Terms) {
			return b.t("so-far", standings.Amount(s.Value, s.Terms.Unit), reason)
		}
		return b.t("stands", standings.Amount(s.Value, s.Terms.Unit), reason)
	}
	return reason
}

// stateLight is a state, with the light where it is one to worry about.
func (b *builder) stateLight(s *standing.Standing) string {
	state := standings.StateText(b.lang, s.State)
	if s.Light == standing.Yellow || s.Light == standing.Red {
		return b.t("state-light", state, b.light(s.Light))
	}
	return state
}
