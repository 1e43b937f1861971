package statement

import (
	"slices"
	"sync"

	"pledger/lexicon"
	"pledger/quantity"
)

// notes are what the passes write down for each other and no Set holds. Their
// memory is used again for the next report.
type notes struct {
	nums   []quantity.Quantity
	toks   []lexicon.Token // of all clauses, in order
	starts starts          // where they begin
	cls    []clause        // parallel to rep.Clauses
	// The clauses that can hold a time phrase or a figure, once timePhrases has run those that
	// do, and the clauses that name a mechanism.
	timed, systems []int32

	times []timePhrase    // in order
	opens []clauseOpening // by clause; see opening
	cuts  []cut           // of the pledges, in order

	runs              []run    // in order
	runNums, runSlots []int    // of them
	topics            []string // by figure: what its slot speaks of

	// What is written anew for each run and figure.
	trace  []string        // of all figures; see newTrace
	runes  []rune          // see runesOf
	inside []lexicon.Token // see tokensOf
	traces [64]trace       // see traced
	shared [256][]string   // see sharedTrace
	rules  lists[string]   // what they are in: no text of a report, which they would keep alive
}

// notebooks are notes that no Extract is writing.
var notebooks = sync.Pool{New: func() any { return new(notes) }}

// trace is a matter and the rule that decided it, apart and put together.
type trace struct{ matter, rule, both string }

// traced adds to the trace of f that a rule decided a matter. There are few of
// both: those put together last are kept. Its callers and those of keep run once
// for each figure, through more code than the processor holds at hand: they call it.
//
//go:noinline
func (e *extractor) traced(f *Figure, matter, rule string) {
	at := 7*len(matter) + 3*len(rule)
	if rule != "" {
		at += int(rule[0]) + 2*int(rule[len(rule)-1])
	}
	t := &e.traces[at%len(e.traces)]
	if t.rule != rule || t.matter != matter {
		*t = trace{matter, rule, matter + rule}
	}
	f.Trace = append(f.Trace, t.both)
}

// mostTraces is how many rules a trace can have, those of its period and role with it, which
// are added once its run is read.
const mostTraces, laterTraces = 12, 2

// newTrace is an empty trace behind those of other figures.
func (e *extractor) newTrace() []string {
	e.trace = slices.Grow(e.trace, mostTraces)
	return e.trace[len(e.trace):]
}

// keepTrace keeps the trace of f, and room for what is added to it, until periods shares it.
func (e *extractor) keepTrace(f *Figure) {
	n := min(len(f.Trace)+laterTraces, cap(f.Trace))
	f.Trace = f.Trace[:len(f.Trace):n]
	e.trace = e.trace[:min(len(e.trace)+n, cap(e.trace))]
}

// sharedTrace is trace, in the memory of another that reads alike where there was one
// lately: what decides the fields of figures is the same for many.
func (e *extractor) sharedTrace(trace []string) []string {
	at := uint(len(trace))
	for _, rule := range trace {
		at = 5*at + uint(len(rule))
	}
	shared := &e.shared[at%uint(len(e.shared))]
	if !slices.Equal(*shared, trace) {
		*shared = e.rules.keep(trace)
	}
	return *shared
}

// zeroed is a list of n zero values, in the memory of list where it has room.
func zeroed[T any](list []T, n int) []T {
	list = slices.Grow(list[:0], n)[:n]
	clear(list)
	return list
}

// lists keeps many short lists in few pieces of memory.
type lists[T any] struct {
	piece []T // the last one
	used  int // of it
}

// The sizes of the pieces: the least, and the greatest that is begun by itself; and the room that
// a list which is open has at least.
const (
	leastPiece = 64
	mostPiece  = 1024
	openRoom   = 8
)

// keep is a copy of list that stays as it is; nil where list is empty.
//
//go:noinline
func (l *lists[T]) keep(list []T) []T {
	n := len(list)
	if n == 0 {
		return nil
	}
	if n > len(l.piece)-l.used {
		l.grow(n)
	}
	kept := l.piece[l.used : l.used+n : l.used+n]
	l.used += n
	for i := range kept { // one or two: a call of copy costs more
		kept[i] = list[i]
	}
	return kept
}

// open is an empty list, which stays once it is closed. What is appended to it is written where it
// stays, unless that is a great deal; nothing else may be kept meanwhile.
func (l *lists[T]) open() []T {
	l.reserve(openRoom)
	return l.piece[l.used:l.used]
}

// close is list, which open began, as it stays; nil where it is empty.
func (l *lists[T]) close(list []T) []T {
	n := len(list)
	if n == 0 {
		return nil
	}
	if n <= len(l.piece)-l.used {
		l.used += n
	}
	return list[:n:n]
}

// reserve makes room for n values, at least.
func (l *lists[T]) reserve(n int) {
	if len(l.piece)-l.used < n {
		l.grow(n)
	}
}

// grow begins a new piece, with room for n values at least. It is half as long as the one
// before, which in most texts nearly held all.
func (l *lists[T]) grow(n int) {
	size := min(max(len(l.piece)/2, leastPiece), mostPiece)
	l.piece, l.used = make([]T, max(n, size)), 0
}

// list is keep of the values.
func (l *lists[T]) list(values ...T) []T { return l.keep(values) }
