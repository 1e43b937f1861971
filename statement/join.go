package statement

import "pledger/report"

// unjoined gives set, read from r.Joined(), the positions that its pieces have in the
// text of r.
func (set *Set) unjoined(r *report.Report) *Set {
	t := r.Text
	set.Report = r
	for i := range set.Mentions {
		set.Mentions[i].Pos = t.Original(set.Mentions[i].Pos)
	}
	for i := range set.Figures {
		f := &set.Figures[i]
		f.Pos, f.Quote, f.Base.Pos = t.Original(f.Pos), t.Original(f.Quote), t.Original(f.Base.Pos)
		q := &f.Quantity
		q.Pos, q.Full, q.UnitText = t.Original(q.Pos), t.Original(q.Full), t.Original(q.UnitText)
	}
	for i := range set.Pledges {
		set.Pledges[i].Pos = t.Original(set.Pledges[i].Pos)
	}
	for i := range set.Mechanisms {
		set.Mechanisms[i].Pos = t.Original(set.Mechanisms[i].Pos)
	}
	for i := range set.Doubts {
		set.Doubts[i].Pos = t.Original(set.Doubts[i].Pos)
	}
	return set
}
