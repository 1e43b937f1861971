package server

import (
	"sync"

	"pledger/ledger"
	"pledger/lexicon"
	"pledger/standing"
	"pledger/standing/board"
)

// boards keeps a board for each ledger that pages were asked of, so that a page
// costs what changed since the last one. Its zero value is ready.
type boards struct {
	mu   sync.Mutex
	kept map[ledger.ID]*keptBoard
}

// keptBoard is a board and who may use it: many read it, one brings it up to
// date.
type keptBoard struct {
	sync.RWMutex
	board *board.Board // nil until it is loaded
}

// of is the place for the ledger's board.
func (b *boards) of(id ledger.ID) *keptBoard {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.kept == nil {
		b.kept = map[ledger.ID]*keptBoard{}
	}
	if b.kept[id] == nil {
		b.kept[id] = &keptBoard{}
	}
	return b.kept[id]
}

// see calls f with where the ledger's accounts stand on days, as the reader
// knows them or later. The days must not be used when f has returned.
func (b *boards) see(r ledger.Reader, lex *lexicon.Lexicon, id ledger.ID, days []string, f func([]*board.Day) error) error {
	k := b.of(id)
	if done, err := k.read(r, days, f); done || err != nil {
		return err
	}
	k.Lock()
	defer k.Unlock()
	if err := k.catchUp(r, lex, id); err != nil {
		k.board = nil // it may have taken in half of it
		return err
	}
	return f(k.on(days))
}

// on lists the board's days.
func (k *keptBoard) on(days []string) []*board.Day {
	all := make([]*board.Day, len(days))
	for i, day := range days {
		all[i] = k.board.On(day)
	}
	return all
}

// read is see where nothing has to be brought up to date; done is false where
// something has.
func (k *keptBoard) read(r ledger.Reader, days []string, f func([]*board.Day) error) (done bool, err error) {
	k.RLock()
	defer k.RUnlock()
	if k.board == nil || !k.board.Has(days...) {
		return false, nil
	}
	if behind, err := k.board.Behind(r); behind || err != nil {
		return false, err
	}
	return true, f(k.on(days))
}

// catchUp loads the board, or brings it up to date.
func (k *keptBoard) catchUp(r ledger.Reader, lex *lexicon.Lexicon, id ledger.ID) (err error) {
	if k.board == nil {
		k.board, err = board.Load(r, lex, id)
		return err
	}
	_, err = k.board.Advance(r)
	return err
}

// under calls f with where the ledger's accounts stand on a day, and where they
// would under other rules. f must not keep the days.
func (b *boards) under(r ledger.Reader, lex *lexicon.Lexicon, id ledger.ID, rules standing.Rules, day string, f func(now, then *board.Day)) error {
	return b.see(r, lex, id, []string{day}, func(days []*board.Day) error {
		f(days[0], b.of(id).board.Under(rules, day)) // see holds it
		return nil
	})
}
