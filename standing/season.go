package standing

import "pledger/ledger"

// seasonal is the mean share, in %, that earlier years had reached by the same
// day of what they reached by the day on which the target is due; none where no
// earlier year has both. The span is within one year.
func seasonal(history []*ledger.Reading, from, due, day string) Number {
	var sum Number
	n := int64(0)
	for year := yearOf(from) - 1; year > yearOf(from)-1-seasonYears; year-- {
		start := yearText(year) + from[4:]
		end := yearText(year) + due[4:]
		var part, whole Number
		for _, p := range sums(nil, history[before(history, start):before(history, end+"~")], start) {
			if p.Period.End[4:] == day[4:] {
				part = NumberOf(p.Value)
			}
			if p.Period.End == end {
				whole = NumberOf(p.Value)
			}
		}
		if !part.Known() || whole.Sign() <= 0 {
			continue
		}
		share := part.quo(whole).percent()
		if n++; n == 1 {
			sum = share
		} else {
			sum = sum.Sub(share.neg())
		}
	}
	if n == 0 {
		return Number{}
	}
	return sum.quo(whole(n))
}

// seasonYears is how many earlier years count: longer ago the economy was
// another.
const seasonYears = 5
