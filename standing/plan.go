package standing

import (
	"cmp"

	"pledger/ledger"
	"pledger/quantity"
)

// Plan is what of a judgement depends on the account and not on its readings:
// made once, it judges any readings on any day. It must not be changed, and many
// goroutines may judge by it.
type Plan struct {
	account *ledger.Account
	term    int
	terms   ledger.Terms // of Nodes none
	start   Standing     // what every standing of the plan says
	fixed   bool         // start is the standing: nothing more can be said
	way     way
	floor   *edge // the least that meets the target; nil where there is none
	ceiling *edge // the most
	accepts quantity.Interval
	rule    *Rule
	every   int    // months between two readings that are due
	from    string // first day of the span the target is over
	due     string // its last day
}

// way is how a target is judged on its way.
type way uint8

const (
	adding way = iota // a sum, against what it should be by then
	stock             // what stands at the end, by how much of the way there it went
	rate              // at once
)

// edge is an end of what meets a target.
type edge struct {
	number quantity.Decimal
	exact  Number
}

// edgeOf is an end; nil where it is none.
func edgeOf(e quantity.End) *edge {
	if e.Kind == quantity.Unbounded {
		return nil
	}
	return &edge{e.Value, NumberOf(e.Value)}
}

// Compile makes the plan of one of the account's terms, or of its Nodes, by its
// Watch. rules are DefaultRules where nil.
func Compile(a *ledger.Account, term int, rules Rules) *Plan {
	return compile(&Question{Account: a, Term: term, Rules: rules})
}

// Pace is the pace that the plan judges by; "" where it says only one thing.
func (p *Plan) Pace() ledger.Pace { return p.start.Pace }

// Rule is the rule for lights; nil where there is none.
func (p *Plan) Rule() *Rule { return p.rule }

// Every is how many months lie between two readings that are due.
func (p *Plan) Every() int { return p.every }

// completion are the terms of a task without a number: its percentage done.
var completion = ledger.Terms{
	Subject: "完成比例", Kind: ledger.Completion, Bound: ledger.AtLeast, Value: "100", Unit: "%",
	Polarity: ledger.MoreIsBetter, Over: ledger.Cumulative,
}

// compile makes the plan of a question, whatever its readings and its day.
func compile(q *Question) *Plan {
	a := q.Account
	p := &Plan{account: a, term: q.Term, every: cmp.Or(q.Every, a.Watch.Every, ledger.DefaultEvery)}
	p.start = Standing{Term: q.Term, State: Unreported, Light: LightUnknown}
	switch {
	case !a.State.Live():
		return p.fix(Adjusted, WhyDropped)
	case q.Term == Nodes:
		p.from, p.due = Span(a, &p.terms)
		return p.ruled(q, ledger.ByPlan)
	case q.Term >= 0 && q.Term < len(a.Terms):
		p.terms = a.Terms[q.Term]
	case q.Term != 0 || len(a.Terms) > 0:
		return p.fix(Unjudged, WhyNoTerms)
	default:
		p.terms = completion
	}
	p.start.Terms = &p.terms
	var err error
	if p.accepts, err = p.terms.Accepts(); err != nil {
		return p.fix(Unjudged, WhyTerms)
	}
	p.floor, p.ceiling = edgeOf(p.accepts.Lo), edgeOf(p.accepts.Hi)
	p.from, p.due = Span(a, &p.terms)
	switch {
	case Adds(&p.terms):
		p.way = adding
	case p.terms.Kind == "level" && p.floor != nil:
		p.way = stock
	default:
		p.way = rate
	}
	return p.ruled(q, p.pace(cmp.Or(q.Pace, a.Watch.Pace)))
}

// fix ends a plan that can say only one thing.
func (p *Plan) fix(state State, code string, args ...string) *Plan {
	p.fixed = true
	p.start.State = state
	p.start.Because(code, args...)
	return p
}

// ruled settles the pace and the rule for lights. A rule that counts months is
// for nodes, any other for targets: one that is named for the account and is of
// the other sort leaves the default.
func (p *Plan) ruled(q *Question, pace ledger.Pace) *Plan {
	rules := q.Rules
	if rules == nil {
		rules = DefaultRules()
	}
	name := RuleAmount
	switch {
	case p.term == Nodes:
		name = RuleNodes
	case pace == ledger.AtOnce:
		name = RuleRate
	}
	p.start.Pace = pace
	if named := cmp.Or(q.Rule, p.account.Watch.Rule); named != "" {
		r := rules[named]
		if r == nil {
			p.start.Rule = named
			return p.fix(Unjudged, WhyRule, named)
		}
		if (r.Measure == Months) == (p.term == Nodes) {
			name = named
		}
	}
	p.start.Rule = name
	if p.rule = rules[name]; p.rule == nil {
		return p.fix(Unjudged, WhyRule, name)
	}
	return p
}

// pace is the pace that a target is held against, where one was named or none: a
// rate has only one, and what cannot be said of a target by its kind is as if it
// had not been said.
func (p *Plan) pace(named ledger.Pace) ledger.Pace {
	switch {
	case p.way == rate:
		return ledger.AtOnce
	case named == ledger.ByPlan, named == ledger.BySeason && p.way == adding && p.from[:4] == p.due[:4]:
		return named
	case named == "" && len(p.account.Terms) == 0 && len(p.account.Milestones) > 0:
		return ledger.ByPlan
	}
	return ledger.ByTime
}
