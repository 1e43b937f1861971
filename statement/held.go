package statement

import (
	"strconv"

	"pledger/lexicon"
)

// speeds stand behind a rate that is itself what another is held against.
var speeds = phrasesOf("速度", "水平", "增速", "增幅", "涨幅", "幅度", "增长率")

// noteHeld notes that the run tells no more than what was at another time, which the next
// run or the one before is held against: 58亿元 of 比“八五”时期的58亿元增长一倍, 86个 of
// 比现有的86个减少27个, 31% of 低于2001年增长31%的速度.
func (e *extractor) noteHeld(r *run) {
	from, of := r.pred.than.Start, 0
	if !r.pred.thanVerb.Valid() || !r.pred.change || !r.pred.than.Valid() || e.at(r.right.Start) != '的' || !e.isAt(r.right.Start+1, speeds) {
		of = e.nums[r.nums[0]].Full.Start - 1
		if from = e.heldFrom(r, of); from < 0 {
			return
		}
	}
	for k := e.cls[r.clause].time; k < e.cls[r.clause].timeEnd; k++ {
		t := &e.times[k]
		switch {
		case t.to == "" || of > 0 && t.pos.End > of || t.pos.End <= from:
		case r.held == "":
			r.passing, r.held, r.heldAt = true, t.period(), t.pos
		case !t.span && r.held < t.to:
			r.held += "/" + t.to // 低于1981年至1985年平均每年增长4%的水平
		}
	}
	if r.held == "" && of > 0 {
		r.passing, r.held = true, strconv.Itoa(e.contextYear(r.clause)-1)
	}
}

// heldFrom is where the word stands that holds the number behind 的 at offset of against the change
// behind it: 比 of 粮食产量比上年的3亿斤增长5%; -1 where none does.
func (e *extractor) heldFrom(r *run, of int) int {
	const longest = 14 // runes of when or what it is held against
	if e.at(of) != '的' || r.right.End == e.rep.Clauses[r.clause].Pos.End {
		return -1
	}
	first, at := max(r.left.Start, of-longest), of-2
	for at >= first && (e.rs[at] != '比' && e.rs[at] != '较' || e.rs[at+1] == '较') {
		at--
	}
	if at < first {
		return -1
	}
	q, next := &e.nums[r.nums[0]], r.nums[len(r.nums)-1]+1
	t, ok := e.tokenAt(r.clause, e.trim(r.right))
	if !ok || !t.Role.Is(lexicon.Up|lexicon.Down|lexicon.Than) || isPercent(q) && !isPoint(&e.nums[next]) {
		return -1
	}
	return at
}

// heldOf is what a run tells of that is held against the next, where that stands before 比: 粮食产量
// of 粮食产量比上年的3亿斤增长5%; empty elsewhere.
func (e *extractor) heldOf(r *run) span {
	of := e.nums[r.nums[0]].Full.Start - 1
	if e.at(of) != '的' {
		return span{}
	}
	return e.stripLeft(r.clause, e.trim(span{Start: r.left.Start, End: e.heldFrom(r, of)}), r.first)
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
