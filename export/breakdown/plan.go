package breakdown

import (
	"cmp"
	"slices"
	"strings"

	"pledger/ledger"
)

// A StepKind says what a step does to a ledger.
type StepKind string

// The kinds of step.
const (
	Unchanged StepKind = "unchanged" // row and account say the same
	Changed   StepKind = "changed"   // the account takes what the row says
	Added     StepKind = "added"     // the ledger has no such account
	Absent    StepKind = "absent"    // an account that the file does not have; it is left alone
	Refused   StepKind = "refused"   // an error: nothing is done
)

// A Step is what one row, or one account without a row, means for the ledger.
type Step struct {
	Kind    StepKind
	Row     *Row            // nil of Absent, and where the table as a whole is refused
	Account *ledger.Account // nil of Added, and of rows that match none
	Changes []Change        // of Changed, in the order of the columns
	// Lead and Supporting are the codes of the row's bodies, for Changed and
	// Added.
	Lead, Supporting []string
	Problems         Problems
}

// A Change is one field that the row words otherwise than the account.
type Change struct {
	Field    Column
	Old, New string // bodies: codes in Old, names in New, parted by 、
}

// The codes of problems with a plan; the arguments are the message's.
const (
	CodeYear             = "year"               // {0}: the table's year, {1}: the ledger's
	CodePlace            = "place"              // {0}: the table's government, {1}: the ledger's
	CodeUnknownBody      = "unknown-body"       // {0}: the name, {1}: the nearest names
	CodeUnknownBodyAlone = "unknown-body-alone" // {0}: the name; none comes close
	CodeTakenTwice       = "taken-twice"        // {0}: the account's number, {1}: where the other row stands
	CodeOtherTask        = "other-task"         // {0}: the number, {1}: the account's task
	CodeRenumbered       = "renumbered"         // {0}: the row's number, {1}: the account's
	CodeTargetKept       = "target-kept"        // {0}: the row's value, {1}: the account's
)

// Plan says what taking a table into a ledger would do: a step for each row in
// the table's order, then one for each live account that the table does not
// have. accounts are all of the ledger. resolve gives the code of the body that
// a printed name means; where ok is false, near are names that come close.
//
// Columns that the table lacks are left as they are. The value of a target is
// never changed: its terms say more than a cell does.
func Plan(table *Table, l *ledger.Ledger, accounts []*ledger.Account, resolve func(name string) (code string, ok bool, near []string)) []Step {
	if p := refusals(table, l); len(p) > 0 {
		return []Step{{Kind: Refused, Problems: p}}
	}
	p := planner{table: table, match: newMatcher(table, accounts), resolve: resolve, taken: map[*ledger.Account]*Row{}}
	for _, r := range table.Rows {
		p.steps = append(p.steps, p.step(r))
	}
	for _, a := range p.match.accounts {
		if p.taken[a] == nil {
			p.steps = append(p.steps, Step{Kind: Absent, Account: a})
		}
	}
	return p.steps
}

// refusals are the reasons for which a table is none of the ledger's.
func refusals(table *Table, l *ledger.Ledger) (all Problems) {
	if table.Year != 0 && table.Year != l.Year {
		all = append(all, Problem{Severity: Error, Code: CodeYear, Args: []any{table.Year, l.Year}})
	}
	if table.Place != "" && table.Place != l.Place {
		all = append(all, Problem{Severity: Error, Code: CodePlace, Args: []any{cmp.Or(table.Government, table.Place), l.Government}})
	}
	return all
}

// planner makes the steps.
type planner struct {
	table   *Table
	match   *matcher
	resolve func(string) (string, bool, []string)
	taken   map[*ledger.Account]*Row
	steps   []Step
}

// step is what one row means.
func (p *planner) step(r *Row) Step {
	s := Step{Row: r}
	fail := func(code string, args ...any) {
		s.Problems = append(s.Problems, Problem{Error, r.At, code, args})
	}
	account, how := p.match.find(r, p.taken)
	s.Account = account
	switch {
	case how == otherTask:
		fail(CodeOtherTask, r.Number, shorten(account.Task))
	case account != nil && p.taken[account] != nil:
		fail(CodeTakenTwice, account.Number, p.taken[account].At)
	case account != nil:
		p.taken[account] = r
	}
	if how == byTask && p.table.Has(Number) && r.Number != "" && p.match.unique[r.Number] {
		s.Problems = append(s.Problems, Problem{Warning, r.At, CodeRenumbered, []any{r.Number, account.Number}})
	}
	s.Lead = p.codes(&s, Lead, r.Lead)
	s.Supporting = p.codes(&s, Supporting, r.Supporting)
	switch {
	case s.Problems.Failed():
		s.Kind = Refused
	case account == nil:
		s.Kind = Added
	default:
		p.compare(&s)
	}
	return s
}

// maxJoined is how many pieces of a printed list may be one name: 各盟行政公署、
// 市人民政府 has two.
const maxJoined = 4

// codes are the codes of bodies by name. A name may have 、 in it: the longest
// run of pieces that is a body counts as one.
func (p *planner) codes(s *Step, c Column, names []string) []string {
	out := []string{}
	if !p.table.Has(c) {
		return out
	}
	for i := 0; i < len(names); {
		n := min(maxJoined, len(names)-i)
		for ; n > 0; n-- {
			if code, ok, _ := p.resolve(strings.Join(names[i:i+n], nameMark)); ok {
				out = append(out, code)
				break
			}
		}
		if n == 0 {
			n = 1
			_, _, near := p.resolve(names[i])
			code, args := CodeUnknownBody, []any{names[i], strings.Join(near, nameMark)}
			if len(near) == 0 {
				code, args = CodeUnknownBodyAlone, args[:1]
			}
			s.Problems = append(s.Problems, Problem{Error, s.Row.At, code, args})
		}
		i += n
	}
	return out
}

// compare finds what the row words otherwise than its account.
func (p *planner) compare(s *Step) {
	r, a := s.Row, s.Account
	change := func(c Column, same bool, old, now string) {
		if p.table.Has(c) && !same {
			s.Changes = append(s.Changes, Change{c, old, now})
		}
	}
	change(Task, textKey(a.Task) == textKey(r.Task), a.Task, r.Task)
	change(Lead, slices.Equal(a.Lead, s.Lead), strings.Join(a.Lead, nameMark), strings.Join(r.Lead, nameMark))
	change(Supporting, slices.Equal(a.Supporting, s.Supporting), strings.Join(a.Supporting, nameMark), strings.Join(r.Supporting, nameMark))
	change(Leader, textKey(a.Leader) == textKey(r.Leader), a.Leader, r.Leader)
	change(Deadline, deadlineKey(a.Deadline.Text) == deadlineKey(r.Deadline), a.Deadline.Text, r.Deadline)
	change(Category, a.Category == r.Category || r.Category == "", string(a.Category), string(r.Category))
	change(Note, textKey(a.Note) == textKey(r.Note), a.Note, r.Note)
	if value := target(a.Terms); p.table.Has(Target) && r.Target != "" && textKey(value) != textKey(r.Target) {
		s.Problems = append(s.Problems, Problem{Warning, r.At, CodeTargetKept, []any{r.Target, value}})
	}
	s.Kind = Unchanged
	if len(s.Changes) > 0 {
		s.Kind = Changed
	}
}
