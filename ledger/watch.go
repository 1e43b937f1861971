package ledger

import "slices"

// Pace（序时口径）says by what an amount should be so far along.
type Pace string

// The paces.
const (
	ByTime   Pace = "time"     // 序时: the share of the months that have passed
	BySeason Pace = "seasonal" // 历年同期: the share that earlier years had reached by then
	ByPlan   Pace = "plan"     // 计划节点: the share of the milestones that are due
	AtOnce   Pace = "at-once"  // a rate is held against the yearly target at once
)

// Paces lists the paces in the order in which pages offer them.
func Paces() []Pace { return []Pace{ByTime, BySeason, ByPlan, AtOnce} }

// Watch（监测口径）says how an account is watched through the year. What is empty
// is as package standing does it where nobody says.
type Watch struct {
	Pace  Pace   `json:"pace,omitempty"`
	Rule  string `json:"rule,omitempty"`  // 亮灯规则: name of a rule for lights, the office's own or the program's
	Every int    `json:"every,omitempty"` // 报送频次: months between two readings that are due; one of Rhythms
}

// Rhythms lists how many months may lie between two readings: what divides the
// year.
func Rhythms() []int { return []int{1, 2, 3, 6, 12} }

// maxRuleName is how many runes the name of a rule may have.
const maxRuleName = 40

// watch checks how an account is watched.
func (c *checks) watch(v *verdict, before, after *Account) {
	w := after.Watch
	if w == before.Watch {
		return
	}
	if w.Pace != "" && !slices.Contains(Paces(), w.Pace) {
		v.say("watch", BadValue, string(w.Pace))
	}
	if w.Every != 0 && !slices.Contains(Rhythms(), w.Every) {
		v.say("watch", BadRhythm)
	}
	v.text("watch", w.Rule, before.Watch.Rule, maxRuleName)
}
