package board

import (
	"pledger/ledger"
	"pledger/quantity"
	"pledger/standing"
)

// plans are what of an account's judgements does not depend on readings and
// days, made when first asked for: those of its terms, and of each part of the
// first.
type plans struct {
	whole *standing.Plans
	bare  *standing.Plan // of the first terms, for places without a part
	parts map[string]*part
}

// part is a place's share of a target.
type part struct {
	plan   *standing.Plan
	target standing.Number
}

// plansOf are an account's plans.
func (m *memory) plansOf(a *item) *plans {
	if a.plans == nil {
		a.plans = &plans{whole: standing.CompileAll(a.Account, m.rules, m.adjusted[a.ID]), bare: standing.Compile(a.Account, 0, m.rules)}
	}
	return a.plans
}

// partOf is what a place is judged by; its target is none where it has no part.
func (m *memory) partOf(a *item, place string, of *ledger.Part) part {
	p := m.plansOf(a)
	if of == nil || len(a.Terms) == 0 {
		return part{plan: p.bare}
	}
	if p.parts == nil {
		p.parts = make(map[string]*part, len(a.Parts))
	}
	if p.parts[place] == nil {
		value, err := quantity.ParseDecimal(of.Value)
		if err != nil {
			return part{plan: p.bare} // no desk keeps such a part
		}
		with := *a.Account
		with.Terms = []ledger.Terms{partTerms(&a.Terms[0], of)}
		p.parts[place] = &part{standing.Compile(&with, 0, m.rules), standing.NumberOf(value)}
	}
	return *p.parts[place]
}

// partTerms are the terms of a place's part: its value, as the whole's is meant.
// What is tolerated of a whole amount is too much of a part.
func partTerms(whole *ledger.Terms, part *ledger.Part) ledger.Terms {
	t := *whole
	t.Value, t.Written = part.Value, ""
	if t.Bound == ledger.Within {
		t.Bound, t.High = ledger.Equal, ""
	}
	if t.Kind == "level" {
		t.Tolerance = ""
	}
	return t
}
