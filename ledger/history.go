package ledger

// A Command is the entries that one command made, in their order: what is
// undone together.
type Command []*Entry

// Op is the command's number: the Seq of its first entry.
func (c Command) Op() int64 { return c[0].Op }

// historyWindow is how many entries History reads at a time at first; each
// further stretch is twice as long, so that a rare thing costs no more than the
// journal.
const historyWindow = 256

// History lists a journal's commands whose Op is less than before, 0 for no
// limit, the newest first: the first limit of those of which match accepts an
// entry, nil for all. more reports whether there are others.
func History(r Reader, j Journal, before int64, limit int, match func(*Entry) bool) (commands []Command, more bool, err error) {
	head, err := r.Head(j)
	if err != nil {
		return nil, false, err
	}
	end := head.Seq + 1 // commands from here on are listed already
	if before > 0 {
		end = min(end, before)
	}
	for width := int64(historyWindow); end > 1; width *= 2 {
		start := max(end-width, 1)
		found, first, err := commandsIn(r, j, start, end)
		if err != nil {
			return nil, false, err
		}
		for i := len(found) - 1; i >= 0; i-- {
			if !found[i].matches(match) {
				continue
			}
			if len(commands) == limit {
				return commands, true, nil
			}
			commands = append(commands, found[i])
		}
		end = min(end, first)
		if start == 1 {
			break
		}
	}
	return commands, false, nil
}

// commandsIn are the commands that begin in [start, end), whole, in their
// order; first is where the first of them begins, end where there is none.
func commandsIn(r Reader, j Journal, start, end int64) (found []Command, first int64, err error) {
	first = end
	err = r.Entries(j, start-1, nil, func(e *Entry) bool {
		switch {
		case e.Op < start: // it began before
		case e.Op >= end:
			return false
		case len(found) > 0 && found[len(found)-1].Op() == e.Op:
			found[len(found)-1] = append(found[len(found)-1], e)
		default:
			if len(found) == 0 {
				first = e.Op
			}
			found = append(found, Command{e})
		}
		return true
	})
	return found, first, err
}

// matches reports whether match accepts an entry of the command.
func (c Command) matches(match func(*Entry) bool) bool {
	if match == nil {
		return true
	}
	for _, e := range c {
		if match(e) {
			return true
		}
	}
	return false
}

// Undoable reports whether Undo could take the command back, were nothing
// changed since: a ledger's opening and its stages have commands of their own,
// and readings are returned, not undone.
func (c Command) Undoable() bool {
	if c[0].Action == ActOpen {
		return false
	}
	for _, e := range c {
		if e.Kind == KindBatch || e.Kind == KindCheck || e.Kind == KindLedger && !onlyCounts(e) {
			return false
		}
	}
	return true
}
