package standing

import (
	"cmp"
	"math/big"
	"slices"
	"time"

	"pledger/ledger"
	"pledger/quantity"
)

// Question asks where an account stands.
type Question struct {
	Account *ledger.Account
	// Term is which of the account's Terms is asked about. An account without
	// terms has one: how much of the task is done.
	Term     int
	Readings []*ledger.Reading // of those terms, whatever year, in any order
	Day      string            // 2006-01-02: what was known by its end
	Rules    Rules             // DefaultRules where nil
	// What the account's Watch leaves empty or is not to count here: the pace, the
	// name of the rule for lights, the months between readings that are due. Where
	// these are empty too, the default of the terms counts.
	Pace  ledger.Pace
	Rule  string
	Every int
}

// DefaultEvery is how often a reading is due where nobody says: quarterly, the
// rhythm in which national accounts are published.
const DefaultEvery = ledger.DefaultEvery

// Grace is how many days after its period a reading is due: offices ask for a
// month's numbers by the end of the next.
const Grace = 31

// Standing（进展）is where an account is on a day. Numbers are in the unit of the
// terms; percentages are of the target. What is unknown is nil or empty.
type Standing struct {
	Day   string
	State State
	Light Light

	Value    *big.Rat // so far
	Typed    string   // the value as it was typed, "" where it was added up
	Period   ledger.Period
	Target   *big.Rat // the number that decides
	Share    *big.Rat // what is done, in % of the target
	Expected *big.Rat // what should be, in % of the target
	Distance *big.Rat // in the rule's measure; below 0 is behind
	Pace     ledger.Pace
	Rule     string
	Reason   Reason
	// Points are the values known on the day, by the end of their period: what
	// spark lines and charts draw. Sums are from the beginning of the span.
	Points []Point
	// Forecast is the end of the span; of a plan, a task without readings and what
	// is over there is none.
	Forecast Forecast
	// Last is the light of the last reading there is: shown beside 待报, with the
	// end of Period. It means nothing where there is no Value.
	Last Light
}

// Reason says in a sentence why a light is what it is: the catalogue's
// standing.reason.CODE with Args.
type Reason struct {
	Code string
	Args []string
}

// The codes of reasons.
const (
	WhyNoReading  = "no-reading"  // nothing was ever reported
	WhyOverdue    = "overdue"     // args: the period that should have been reported, the last one that was
	WhyAmount     = "amount"      // args: month, share, expected, distance
	WhySum        = "sum"         // done: args value, target
	WhyShort      = "short"       // missed: args value, target
	WhyRate       = "rate"        // args: month, value, target, distance
	WhyCeiling    = "ceiling"     // args: month, share, expected, distance
	WhyRecovering = "recovering"  // caught up after red: yellow for one reading; args as of the reading
	WhyNoBase     = "no-base"     // a stock without last year's: args value, target
	WhyBand       = "band"        // between two ends, judged at the end of the year
	WhyNoTerms    = "no-terms"    // a task without number, milestone or report
	WhyZero       = "zero-target" // a share of 0 is nothing
	WhyTerms      = "bad-terms"   // the terms cannot be read
	WhyRule       = "no-rule"     // args: the name of the rule that is missing
	WhyDropped    = "dropped"     // the account was given up
	WhyNoHistory  = "no-history"  // a seasonal pace without earlier years
	WhyNoPart     = "no-part"     // a place that reports has no part of the target
)

// Judge says where an account stands on the day.
func Judge(q Question) Standing {
	j := &judge{Question: q.watched(), s: Standing{Day: q.Day, State: Unreported, Light: LightUnknown}}
	if !j.prepare() {
		return j.s
	}
	points := j.points(known(q.Readings, q.Day))
	j.s.Forecast = j.forecast(points)
	n := len(points)
	if n == 0 {
		j.s.Reason = Reason{Code: WhyNoReading}
		return j.s
	}
	for _, p := range points {
		j.s.Points = append(j.s.Points, p.Point)
	}
	j.shown(points, n-1)
	j.overdue(points[n-1].Period)
	return j.s
}

// watched is the question with what the account's Watch says where it names
// nothing itself.
func (q Question) watched() Question {
	w := q.Account.Watch
	q.Pace, q.Rule, q.Every = cmp.Or(q.Pace, w.Pace), cmp.Or(q.Rule, w.Rule), cmp.Or(q.Every, w.Every)
	return q
}

// judge works out one standing.
type judge struct {
	Question
	terms   ledger.Terms
	accepts quantity.Interval
	rule    *Rule
	from    string // first day of the span the target is over
	due     string // its last day
	history []*ledger.Reading
	base    *big.Rat // of a stock: where it stood before the span
	s       Standing
}

// unjudged ends with a state that no rule decided.
func (j *judge) unjudged(state State, code string, args ...string) bool {
	j.s.State, j.s.Light, j.s.Reason = state, LightUnknown, Reason{code, args}
	return false
}

// completion are the terms of a task without a number: its percentage done.
var completion = ledger.Terms{
	Subject: "完成比例", Kind: "completion", Bound: ledger.AtLeast, Value: "100", Unit: "%",
	Polarity: ledger.MoreIsBetter, Over: ledger.Cumulative,
}

// prepare settles the terms, the rule, the pace and the span; false where the
// question cannot be judged, with the reason in the standing.
func (j *judge) prepare() bool {
	a := j.Account
	if !a.State.Live() {
		return j.unjudged(Adjusted, WhyDropped)
	}
	j.terms = completion
	switch {
	case j.Term >= 0 && j.Term < len(a.Terms):
		j.terms = a.Terms[j.Term]
	case j.Term != 0:
		return j.unjudged(Unjudged, WhyNoTerms)
	case len(a.Milestones) > 0 && j.Pace == "":
		j.Pace = ledger.ByPlan
	}
	var err error
	if j.accepts, err = j.terms.Accepts(); err != nil {
		return j.unjudged(Unjudged, WhyTerms)
	}
	if j.Pace == "" {
		j.Pace = DefaultPace(&j.terms)
	}
	if j.Rules == nil {
		j.Rules = DefaultRules()
	}
	if j.Rule == "" {
		j.Rule = "time"
		if j.Pace == ledger.AtOnce {
			j.Rule = "rate"
		}
	}
	j.s.Pace, j.s.Rule = j.Pace, j.Rule
	if j.rule = j.Rules[j.Rule]; j.rule == nil {
		return j.unjudged(Unjudged, WhyRule, j.Rule)
	}
	j.from, j.due = Span(a, &j.terms)
	return true
}

// DefaultPace is the pace of a target whose account names none: an amount that
// adds up is held against the share of the year, everything else at once.
func DefaultPace(t *ledger.Terms) ledger.Pace {
	if Adds(t) {
		return ledger.ByTime
	}
	return ledger.AtOnce
}

// points are what the readings say of the target's span, period by period.
func (j *judge) points(readings []*ledger.Reading) []point {
	before := func(r *ledger.Reading) bool { return r.Period.End < j.from }
	j.history = slices.DeleteFunc(slices.Clone(readings), func(r *ledger.Reading) bool { return !before(r) })
	readings = slices.DeleteFunc(slices.Clone(readings), before)
	if Adds(&j.terms) {
		return sums(readings, j.from)
	}
	for _, r := range j.history {
		if p, ok := pointOf(r); ok && r.Period.Instant() {
			j.base = p.Value.Rat()
		}
	}
	return levels(readings, j.from)
}

// shown judges the i-th point. Where the one before it was red, catching up is
// yellow for one reading: two bands, counted in readings and not in days.
func (j *judge) shown(points []point, i int) {
	j.one(points[i])
	if i == 0 || j.s.Light != Green {
		return
	}
	now := j.s
	j.one(points[i-1])
	red := j.s.Light == Red
	if j.s = now; red {
		j.s.Light, j.s.Reason.Code = Yellow, WhyRecovering
	}
}

// overdue turns the standing into 待报 where a later reading should be there by
// the day. What is settled stays settled.
func (j *judge) overdue(last ledger.Period) {
	if j.s.State == Done || j.s.State == DoneEarly || j.s.State == Missed {
		return
	}
	wanted := j.lastDue()
	if wanted == "" || last.End >= wanted {
		return
	}
	j.s.Last = j.s.Light
	j.unjudged(Unreported, WhyOverdue, wanted, last.End)
}

// lastDue is the end of the latest period whose reading is due by the day; ""
// where none is yet.
func (j *judge) lastDue() string {
	every := cmp.Or(j.Every, DefaultEvery)
	day, err := time.Parse(time.DateOnly, j.Day)
	start, err2 := time.Parse(time.DateOnly, j.from)
	if err != nil || err2 != nil {
		return ""
	}
	latest := ""
	for n := every; ; n += every {
		end := time.Date(start.Year(), start.Month()+time.Month(n), 0, 0, 0, 0, 0, time.UTC)
		if due := end.Format(time.DateOnly); end.AddDate(0, 0, Grace).After(day) || due > j.due {
			return latest
		} else {
			latest = due
		}
	}
}
