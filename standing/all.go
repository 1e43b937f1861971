package standing

import (
	"slices"

	"pledger/ledger"
)

// Plans is all that an account is judged by: each of its terms, and its
// milestones. It must not be changed, and many goroutines may judge by it.
type Plans struct {
	stretches []stretch // the earliest first
}

// stretch is how the account was on the days of a stretch of time.
type stretch struct {
	until   string // counts on days before this one; "" from here on
	plans   []*Plan
	changed []*Changed // of each plan
	// milestones says that the first plan, how much of a task is done, counts only
	// where that was ever reported: there are milestones.
	milestones bool
}

// Changed is a change of a target after its ledger was published（目标调整）.
type Changed struct {
	Day  string
	From *ledger.Terms // as they stood before; nil where there were none
}

// CompileAll makes the plans of an account by its Watch. rules are DefaultRules
// where nil. adjusted is what was changed of it after its ledger was published,
// as ledger.Adjustments lists it: on a day before, the account counts as it stood.
func CompileAll(a *ledger.Account, rules Rules, adjusted []ledger.Adjustment) *Plans {
	p := new(Plans)
	var done []ledger.Adjustment // before the stretch
	for _, change := range adjusted {
		as := a.Clone()
		as.State, as.Terms = change.State, change.Terms
		p.add(as, rules, change.Day, done)
		done = append(done, change)
	}
	p.add(a, rules, "", done)
	return p
}

// add makes the plans of a stretch.
func (p *Plans) add(a *ledger.Account, rules Rules, until string, done []ledger.Adjustment) {
	s := stretch{until: until}
	if !a.State.Live() {
		gone := Compile(a, 0, rules)
		if n := len(done); n > 0 {
			gone.fix(Adjusted, WhyGone, done[n-1].Day)
		}
		s.plans, s.changed = []*Plan{gone}, []*Changed{nil}
		p.stretches = append(p.stretches, s)
		return
	}
	s.milestones = len(a.Terms) == 0 && len(a.Milestones) > 0
	for term := range max(len(a.Terms), 1) {
		s.plans = append(s.plans, Compile(a, term, rules))
		s.changed = append(s.changed, changeOf(a, term, done))
	}
	if len(a.Milestones) > 0 {
		s.plans = append(s.plans, Compile(a, Nodes, rules))
		s.changed = append(s.changed, nil)
	}
	p.stretches = append(p.stretches, s)
}

// changeOf is the last change of one of the account's terms.
func changeOf(a *ledger.Account, term int, done []ledger.Adjustment) *Changed {
	if term >= len(a.Terms) {
		return nil
	}
	after := &a.Terms[term]
	for _, change := range slices.Backward(done) {
		if term >= len(change.Terms) {
			return &Changed{Day: change.Day}
		}
		if before := &change.Terms[term]; !before.SameAs(after) {
			return &Changed{change.Day, before}
		}
	}
	return nil
}

// Judge says where the account stands on a day with each of its terms, in their
// order, and then with its milestones; and which of these stands worst. An
// account is as its worst target is, and the first of several that are equally
// bad speaks for it. readings are those of each of its terms; those of an account
// without terms say how much is done.
func (p *Plans) Judge(readings [][]*ledger.Reading, day string) (worst *Standing, all []Standing) {
	s := &p.stretches[0]
	for i := range p.stretches {
		if s = &p.stretches[i]; s.until == "" || day < s.until {
			break
		}
	}
	all = make([]Standing, 0, len(s.plans))
	at := 0
	for i, plan := range s.plans {
		var of []*ledger.Reading
		if plan.term >= 0 && plan.term < len(readings) {
			of = readings[plan.term]
		}
		if i == 0 && s.milestones && len(of) == 0 {
			continue
		}
		all = append(all, plan.Judge(of, day))
		last := len(all) - 1
		all[last].Changed = s.changed[i]
		if all[last].Light > all[at].Light {
			at = last
		}
	}
	return &all[at], all
}

// JudgeAll is Plans.Judge for who asks once. It ignores the question's Term,
// Readings, Pace, Rule and Every.
func JudgeAll(q Question, readings [][]*ledger.Reading) (worst *Standing, all []Standing) {
	return CompileAll(q.Account, q.Rules, q.Adjusted).Judge(readings, q.Day)
}
