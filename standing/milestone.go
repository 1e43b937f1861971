package standing

import (
	"strconv"

	"pledger/ledger"
)

// Nodes asks, in place of a number of terms, for the account's milestones
// （计划节点）.
const Nodes = -1

// course is how far an account's milestones are on a day.
type course struct {
	due, done int
	late      *ledger.Milestone // the oldest that is over and not reached
	months    int               // how many whole months it is late
	undone    *ledger.Milestone // the first that is not reached
	undated   *ledger.Milestone // the first that is not reached and whose day cannot be read
	next      *ledger.Milestone // the next that is due
	ahead     int               // how many whole months before its day one was reached
	last      string            // the day of the last report
	end       string            // the last day on which one is due
}

// courseOn is how far milestones are on a day. One counts as reached when it was
// reported by then; with without, not where that was on that day.
func courseOn(all []ledger.Milestone, day, without string) course {
	var c course
	for i := range all {
		m := &all[i]
		due, done := m.Due.Date, m.Done != "" && m.Done <= day && m.Done != without
		c.end = max(c.end, due)
		if due != "" && due < day {
			c.due++
		}
		switch {
		case done:
			c.done++
			c.last = max(c.last, m.Done)
			if due > day {
				c.ahead = max(c.ahead, monthsLate(day, due))
			}
			continue
		case c.undone == nil:
			c.undone = m
		}
		switch {
		case due == "" && c.undated == nil:
			c.undated = m
		case due == "":
		case due < day && (c.late == nil || due < c.late.Due.Date):
			c.late, c.months = m, monthsLate(due, day)
		case due >= day && (c.next == nil || due < c.next.Due.Date):
			c.next = m
		}
	}
	return c
}

// nodes judges the account by its milestones on a day: what is over and not
// reached is yellow or red by how late it is. No milestone counts as reached that
// nobody reported, and one whose day cannot be read is never green.
func (p *Plan) nodes(day string) Standing {
	s := p.start
	s.Day = day
	all := p.account.Milestones
	if len(all) == 0 {
		s.Because(WhyNoPlan)
		return s
	}
	c := courseOn(all, day, "")
	n := int64(len(all))
	s.Share, s.Expected = reduced(100*int64(c.done), n), reduced(100*int64(c.due), n)
	count := func(n int) string { return strconv.Itoa(n) }
	say := func(state State, light Light, code string, args ...string) Standing {
		s.State, s.Light = state, light
		s.Because(code, args...)
		return s
	}
	if c.late != nil {
		s.Distance = whole(int64(-c.months))
	} else if c.ahead > 0 {
		s.Distance = whole(int64(c.ahead))
	}
	switch {
	case c.undone == nil && c.last < c.end:
		return say(DoneEarly, LightDone, WhyNodesDone, count(c.done))
	case c.undone == nil:
		return say(Done, LightDone, WhyNodesDone, count(c.done))
	case day > plus(max(p.due, c.end), Grace):
		return say(Missed, LightMissed, WhyNodesShort, c.undone.What, count(c.done), count(len(all)))
	case c.late != nil && c.months == 0:
		return say(Behind, p.rule.late(c.months), WhyNodeOver, c.late.What, c.late.Due.Date)
	case c.late != nil:
		return say(Behind, p.rule.late(c.months), WhyNodeLate, c.late.What, c.late.Due.Date, count(c.months))
	case c.undated != nil:
		return say(Unjudged, LightUnknown, WhyUndated, c.undated.What, c.undated.Due.Text)
	case c.done == 0:
		return say(Unreported, LightUnknown, WhyNoNode, c.next.What, c.next.Due.Date)
	case p.wasRed(all, c.last):
		return say(OnPace, Yellow, WhyRecovering, count(c.due), count(c.done), count(len(all)))
	case p.rule.inFront(c.ahead):
		return say(Ahead, Green, WhyNodes, count(c.due), count(c.done), count(len(all)))
	}
	return say(OnPace, Green, WhyNodes, count(c.due), count(c.done), count(len(all)))
}

// wasRed reports whether the light was red before the report of a day: catching
// up is yellow until the next report.
func (p *Plan) wasRed(all []ledger.Milestone, report string) bool {
	c := courseOn(all, report, report)
	return c.late != nil && p.rule.late(c.months) == Red
}
