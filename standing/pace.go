package standing

import "pledger/ledger"

// expected is how much of the target should be reached by a day, in %; where the
// pace has nothing to say it from, the code of the reason.
func (j *judge) expected(day string) (share Number, code string) {
	switch j.s.Pace {
	case ledger.BySeason:
		if share = seasonal(j.history, j.from, j.due, day); !share.Known() {
			return share, WhyNoHistory
		}
		return share, ""
	case ledger.ByPlan:
		return j.planned(day)
	}
	return j.elapsed(day), ""
}

// elapsed is the share of the span's months that have passed by the day, in %.
func (p *Plan) elapsed(day string) Number {
	total := monthsBetween(p.from, p.due)
	if total <= 0 {
		return whole(0)
	}
	return reduced(100*max(0, min(monthsBetween(p.from, day), total)), total)
}

// planned is the share of the account's milestones that are due by the day, in %.
func (p *Plan) planned(day string) (share Number, code string) {
	all := p.account.Milestones
	if len(all) == 0 {
		return Number{}, WhyNoPlan
	}
	due := 0
	for i := range all {
		switch d := all[i].Due.Date; {
		case d == "":
			return Number{}, WhyUndated
		case d <= day:
			due++
		}
	}
	return reduced(100*int64(due), int64(len(all))), ""
}

// undated are what a milestone without a day is, and how its day is worded.
func (p *Plan) undated() []string {
	for _, m := range p.account.Milestones {
		if m.Due.Date == "" {
			return []string{m.What, m.Due.Text}
		}
	}
	return []string{"", ""}
}

// wanted is the end of the latest period whose reading is due by the day: every
// so many months, and when the target is due; "" where none is yet.
func (p *Plan) wanted(day string) string {
	over := plus(day, -Grace)
	if over >= p.due {
		return p.due
	}
	y, m, d, ok := date(over)
	if !ok || over < p.from {
		return ""
	}
	start, _, _, _ := date(p.from)
	ended := 12*(y-start) + m // months of the span that are over
	if d < daysIn(y, m) {
		ended--
	}
	ended -= ended % p.every
	if ended == 0 {
		return ""
	}
	y, m = start+(ended-1)/12, (ended-1)%12+1
	return dayText(y, m, daysIn(y, m))
}

// first is the end of the first period whose reading is wanted; "" where the
// span has no days.
func (p *Plan) first() string {
	start, _, _, ok := date(p.from)
	if _, _, _, ok2 := date(p.due); !ok || !ok2 {
		return ""
	}
	for n := p.every; ; n += p.every {
		y, m := start+(n-1)/12, (n-1)%12+1
		if end := dayText(y, m, daysIn(y, m)); end >= p.from || end >= p.due {
			return min(end, p.due)
		}
	}
}
