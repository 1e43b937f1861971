package standings

import "pledger/standing"

// Tally counts accounts by how they stand.
type Tally struct {
	All    int                    `json:"all"`
	States map[standing.State]int `json:"states"`
	Lights map[string]int         `json:"lights"`
}

// NewTally counts nothing yet, and names every state and light.
func NewTally() *Tally {
	t := &Tally{States: map[standing.State]int{}, Lights: map[string]int{}}
	for _, s := range standing.States() {
		t.States[s] = 0
	}
	for _, l := range standing.Lights() {
		t.Lights[l.String()] = 0
	}
	return t
}

// Add counts one account.
func (t *Tally) Add(s *standing.Standing) {
	t.All++
	t.States[s.State]++
	t.Lights[s.Light.String()]++
}
