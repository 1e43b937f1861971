package board

import (
	"slices"

	"pledger/standing"
)

// Tally counts states and lights. Its zero value has counted nothing.
type Tally struct {
	All int
	// Owed counts the accounts without a value that was due（应报未报）; of a body,
	// those whose value is its to report. Of sections and places it counts none.
	Owed   int
	states [9]int // by the order of standing.States
	lights [6]int
}

// states is standing.States, made once.
var states = standing.States()

// State is how many are in the state.
func (t *Tally) State(s standing.State) int { return t.states[slices.Index(states, s)] }

// Light is how many have the light.
func (t *Tally) Light(l standing.Light) int { return t.lights[l] }

// add counts a standing n times.
func (t *Tally) add(s *standing.Standing, n int) {
	t.All += n
	t.states[slices.Index(states, s.State)] += n
	t.lights[s.Light] += n
}
