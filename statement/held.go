package statement

import (
	"pledger/lexicon"
)

// speeds stand behind a rate that is itself what another is held against.
var speeds = phrasesOf("速度", "水平", "增速", "增幅", "涨幅", "幅度", "增长率")

// noteHeld notes that the run tells no more than what was at another time, which the next
// run or the one before is held against: 58亿元 of 比“八五”时期的58亿元增长一倍, 31% of 低于2001年
// 增长31%的速度.
func (e *extractor) noteHeld(r *run) {
	q := &e.nums[r.nums[0]]
	of := q.Full.Start - 1
	switch {
	case r.pred.thanVerb.Valid() && r.pred.change && r.pred.than.Valid() && e.at(r.right.Start) == '的' && e.isAt(r.right.Start+1, speeds):
		of = 0
	case e.at(of) != '的' || isPercent(q) || !e.comparing(e.trim(r.left).Start+1) || r.right.End == e.rep.Clauses[r.clause].Pos.End:
		return
	default:
		if t, ok := e.tokenAt(r.clause, e.trim(r.right)); !ok || !t.Role.Is(lexicon.Up|lexicon.Down) {
			return
		}
	}
	for k := e.cls[r.clause].time; k < e.cls[r.clause].timeEnd; k++ {
		t := &e.times[k]
		switch {
		case t.to == "" || of > 0 && t.pos.End != of || of == 0 && t.pos.End <= r.pred.than.Start:
		case r.held == "":
			r.passing, r.held, r.heldAt = true, t.period(), t.pos
		case !t.span && r.held < t.to:
			r.held += "/" + t.to // 低于1981年至1985年平均每年增长4%的水平
		}
	}
}

// heldBefore is when what the run right before r tells was so that r is held against; empty
// where it is held against none.
func (e *extractor) heldBefore(r *run) span {
	if n := len(e.runs) - 2; n >= 0 && !r.first && e.runs[n].clause == r.clause {
		return e.runs[n].heldAt
	}
	return span{}
}

// comparesFrom reports whether 比 or 较 opens, in the few runes before offset i, what
// something is compared with: 比历史最高的2019年.
func (e *extractor) comparesFrom(from, i int) bool {
	const longest = 8
	for k := i - 2; k >= max(from, i-longest); k-- {
		switch e.rs[k] {
		case '比', '较':
			return true
		case '，', '、', '；':
			return false
		}
	}
	return false
}
