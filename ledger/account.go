package ledger

import (
	"fmt"
	"slices"
)

// Category（类别）says what an account promises.
type Category string

// The categories.
const (
	Target Category = "target" // 主要指标: a result to be reached
	Task   Category = "task"   // 重点任务: an act to be done, with or without a quantity
)

// State（状态）says how far an account is settled while the ledger is made.
type State string

// The states.
const (
	Proposed State = "proposed" // 待审: as the reader found it
	Accepted State = "accepted" // 已确认
	Dropped  State = "dropped"  // 已删除: no account after all; the reason is in its entry
	Merged   State = "merged"   // 已并入 another, which Into names
)

// Live reports whether an account in the state counts as one.
func (s State) Live() bool { return s == Proposed || s == Accepted }

// Hardness（可核验性）says whether one can check that a promise was kept.
type Hardness string

// The hardnesses.
const (
	Hard Hardness = "hard" // 可核验
	Soft Hardness = "soft" // 方向性
)

// Span is a stretch of the report's text in runes, [Start, End).
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Account（账户）is one target or task in a ledger. Fields that are empty are
// left out of its JSON; the JSON names of fields are stored in entries and
// never reused.
type Account struct {
	Ledger     ID          `json:"ledger"`
	ID         string      `json:"id"`     // 0001 …: stable, unique in the ledger
	Number     string      `json:"number"` // as the office prints it: 12, 12-1; stable once published
	Order      int64       `json:"order"`  // place in the list
	Category   Category    `json:"category"`
	State      State       `json:"state"`
	Section    string      `json:"section,omitempty"` // the way to its section: 三/（一）
	Task       string      `json:"task"`              // 工作任务, as the breakdown words it
	Spans      []Span      `json:"spans,omitempty"`   // where it stands in the report; none where made by hand
	Hardness   Hardness    `json:"hardness"`
	Terms      []Terms     `json:"terms,omitempty"`
	Lead       []string    `json:"lead,omitempty"`       // 牵头单位: codes of bodies, first the one that sums up
	Supporting []string    `json:"supporting,omitempty"` // 配合单位: codes of bodies
	Leader     string      `json:"leader,omitempty"`     // 分管领导
	Deadline   Deadline    `json:"deadline,omitzero"`
	Milestones []Milestone `json:"milestones,omitempty"`
	Parts      []Part      `json:"parts,omitempty"` // of the first of Terms, over places
	Watch      Watch       `json:"watch,omitzero"`
	Note       string      `json:"note,omitempty"`
	From       []string    `json:"from,omitempty"` // IDs it was split from or merged of
	Into       string      `json:"into,omitempty"` // the ID it was merged into

	// Version is the Seq of the entry that made this state. A store sets it; it
	// is no part of the record.
	Version int64 `json:"-"`
}

// RecordKind is KindAccount.
func (*Account) RecordKind() Kind { return KindAccount }

// RecordKey is the account's ID.
func (a *Account) RecordKey() string { return a.ID }

// Clone is a copy that shares no memory with a.
func (a *Account) Clone() *Account {
	c := *a
	c.Spans = slices.Clone(a.Spans)
	c.Terms = slices.Clone(a.Terms)
	c.Lead, c.Supporting = slices.Clone(a.Lead), slices.Clone(a.Supporting)
	c.Milestones, c.Parts = slices.Clone(a.Milestones), slices.Clone(a.Parts)
	c.From = slices.Clone(a.From)
	return &c
}

// Owes reports whether the body leads or supports the account.
func (a *Account) Owes(body string) bool {
	return slices.Contains(a.Lead, body) || slices.Contains(a.Supporting, body)
}

// accountID is the n-th account's ID.
func accountID(n int) string { return fmt.Sprintf("%04d", n) }

// OrderStep is the distance between two neighbours' Order when a ledger is
// opened, so that accounts made later fit between.
const OrderStep = 1 << 10

// Limits of what an account may hold: far above what offices write, so that a
// slip of the hand or a hostile file is refused and not stored.
const (
	MaxTask       = 2000 // runes
	MaxBodies     = 100  // lead and supporting together
	MaxMilestones = 100
	MaxParts      = 4000 // every county of the country
	MaxNote       = 4000 // runes
)

// SplitNumber is the number of the n-th part, from 1, split off the account
// numbered number.
func SplitNumber(number string, n int) string { return fmt.Sprintf("%s-%d", number, n) }
