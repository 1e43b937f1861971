package server

import (
	"sync"

	"pledger/ledger"
	"pledger/ledger/assign"
	"pledger/lexicon"
)

// suggesters keeps what was learned of who leads what, until a list of bodies
// or a past breakdown changes. Its zero value is empty and ready.
type suggesters struct {
	mu   sync.Mutex
	head ledger.Head // of the journal that bodies and past breakdowns stand in
	made map[string]*assign.Suggester
}

// of is the suggester for a government.
func (c *suggesters) of(rd ledger.Reader, lex *lexicon.Lexicon, place string, bodies []*ledger.Body) (*assign.Suggester, error) {
	head, err := rd.Head(ledger.System)
	if err != nil {
		return nil, err
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if head != c.head || c.made == nil {
		c.head, c.made = head, map[string]*assign.Suggester{}
	}
	if s := c.made[place]; s != nil {
		return s, nil
	}
	precedents, err := rd.Precedents()
	if err != nil {
		return nil, err
	}
	s := assign.New(lex, bodies, precedents)
	c.made[place] = s
	return s, nil
}
