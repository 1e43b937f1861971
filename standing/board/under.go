package board

import "pledger/standing"

// Under is where the accounts would stand on a day, 2006-01-02, were they lit by
// other rules. It costs a judgement of all of them, and keeps nothing.
func (b *Board) Under(rules standing.Rules, date string) *Day {
	other := &Board{memory: b.memory, lex: b.lex, regions: standing.NewRegions(b.lex)}
	other.rules, other.order = rules, make([]*item, len(b.order))
	other.accounts = make(map[string]*item, len(b.order))
	for i, it := range b.order {
		fresh := *it
		fresh.plans, fresh.grown = nil, nil
		other.order[i], other.accounts[it.ID] = &fresh, &fresh
	}
	return other.judged(date)
}
