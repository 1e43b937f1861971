package standing

import (
	"strconv"

	"pledger/ledger"
)

// Question asks where an account stands.
type Question struct {
	Account *ledger.Account
	// Term is which of the account's Terms is asked about, or Nodes. An account
	// without terms has one: how much of the task is done.
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
	// Adjusted is what JudgeAll is to know of changes after the ledger was
	// published.
	Adjusted []ledger.Adjustment
}

// Grace is how many days after its period a reading is due: offices ask for a
// month's numbers by the end of the next.
const Grace = 31

// Standing（进展）is where an account is on a day. Numbers are in the unit of the
// terms; percentages are of the target. What is unknown is none or empty.
type Standing struct {
	Day   string
	Term  int           // which of the account's terms, or Nodes
	Terms *ledger.Terms // those terms as they were judged; nil of Nodes and where there are none
	State State
	Light Light

	Value    Number // so far
	Typed    string // the value as it was typed, "" where it was added up
	Period   ledger.Period
	Target   Number // the number that decides
	High     Number // the upper end of a target between two, none of any other
	Share    Number // what is done, in % of the target; of Nodes how many are reached
	Expected Number // what should be, in % of the target; of Nodes how many are due
	Distance Number // in the rule's measure; below 0 is behind
	Pace     ledger.Pace
	Rule     string
	Code     string   // of the reason why the light is what it is: the catalogue's standing.reason.CODE with Args
	args     []string // those that the numbers do not tell
	// Changed is the last change of the target by the day, after the ledger was
	// published; nil where there was none.
	Changed *Changed
	// Forecast is the end of the span; of a plan, a task without readings and what
	// is over there is none.
	Forecast Forecast
	// Last is the light of the last reading there is: shown beside 待报, with the
	// end of Period. It means nothing where there is no Value.
	Last Light

	plan *Plan             // nil where no readings were looked at
	read []*ledger.Reading // of the span, as known on the day
}

// Points are the values of the span known on the day, by the end of their
// period: what spark lines and charts draw. Sums are from its beginning.
func (s *Standing) Points() []Point {
	if s.plan == nil || len(s.read) == 0 {
		return nil
	}
	return s.plan.points(nil, s.read)
}

// Owed reports whether a value was due by the day and was not reported（应报未报）.
func (s *Standing) Owed() bool {
	return s.State == Unreported && (s.Code == WhyNoReading || s.Code == WhyOverdue)
}

// Args are what the reason's sentence is about, as the codes of reasons say.
func (s *Standing) Args() []string {
	if s.args != nil {
		return s.args
	}
	code := s.Code
	if code == WhyRecovering { // from what it was behind in
		switch {
		case s.Expected.Known():
			code = WhyAmount
		case s.Distance.Known():
			code = WhyRate
		}
	}
	_, m, _, _ := date(s.Period.End)
	month := strconv.Itoa(m)
	switch code {
	case WhyAmount, WhyCeiling:
		return []string{month, s.Share.Text(), s.Expected.Text(), s.Share.Sub(s.Expected).Abs().Text()}
	case WhyRate:
		return []string{month, s.Value.Text(), s.Target.Text(), s.Value.Sub(s.Target).Abs().Text()}
	case WhyBand:
		return []string{month, s.Value.Text(), s.Target.Text(), s.High.Text()}
	case WhySum, WhyShort, WhyRecovering, WhyNoBase, WhyZero:
		return []string{s.Value.Text(), s.Target.Text()}
	}
	return nil
}

// Because sets the reason, with what the numbers do not tell.
func (s *Standing) Because(code string, args ...string) { s.Code, s.args = code, args }

// WithoutPart is the standing of a place that has no part of the target: its
// value stands, and is held against nothing.
func (s Standing) WithoutPart() Standing {
	s.State, s.Light = Unjudged, LightUnknown
	s.Because(WhyNoPart)
	s.Target, s.High, s.Share, s.Expected, s.Distance = Number{}, Number{}, Number{}, Number{}, Number{}
	return s
}

// The codes of reasons.
const (
	WhyNoReading  = "no-reading"  // nothing was ever reported, and something was due
	WhyNotDue     = "not-due"     // the same, and nothing was due yet: args the day on which the first value is
	WhyOverdue    = "overdue"     // args: the period that should have been reported, the last one that was
	WhyAmount     = "amount"      // args: month, share, expected, distance
	WhySum        = "sum"         // done: args value, target
	WhyShort      = "short"       // missed: args value, target
	WhyRate       = "rate"        // args: month, value, target, distance
	WhyCeiling    = "ceiling"     // args: month, share, expected, distance
	WhyBand       = "band"        // between the two ends of the target: args month, value, both ends
	WhyRecovering = "recovering"  // caught up after red: yellow for one reading
	WhyNoBase     = "no-base"     // a stock without last year's: args value, target
	WhyNoTerms    = "no-terms"    // terms that the account does not have
	WhyZero       = "zero-target" // a share of 0 is nothing
	WhyTerms      = "bad-terms"   // the terms cannot be read
	WhyRule       = "no-rule"     // args: the name of the rule that is missing
	WhyDropped    = "dropped"     // the account was given up
	WhyGone       = "gone"        // the same after its ledger was published: args the day
	WhyNoHistory  = "no-history"  // a seasonal pace without earlier years
	WhyNoPlan     = "no-plan"     // a pace by milestones without milestones
	WhyUndated    = "undated"     // a milestone whose day cannot be read: args what, how it is worded
	WhyNoPart     = "no-part"     // a place that reports has no part of the target

	WhyNodes      = "nodes"       // of milestones: args how many are due, reached, in all
	WhyNodesDone  = "nodes-done"  // all are reached: args how many
	WhyNodesShort = "nodes-short" // the time is over: args the first not reached, how many are reached, in all
	WhyNodeOver   = "node-over"   // one is due and not reached: args what, its day
	WhyNodeLate   = "node-late"   // the same for months: args what, its day, whole months
	WhyNoNode     = "no-node"     // none is due yet, none reached: args the next, its day
)

// Judge says where an account stands on the day.
func Judge(q Question) Standing { return compile(&q).Judge(q.Readings, q.Day) }
