package statement

import (
	"strings"

	"pledger/lexicon"
	"pledger/quantity"
)

// monthsInQuarter is how many months a quarter has.
const monthsInQuarter = 3

// quartersTime adds 一至三季度, from quarter v, the number i, to that of the next number.
func (e *extractor) quartersTime(c, i, v int) {
	w, y := e.plainValue(i+1), yearText(e.contextYear(c))
	if w <= v || w > 4 {
		return
	}
	e.times = append(e.times, timePhrase{
		pos:      span{Start: e.nums[i].Pos.Start, End: e.nums[i+1].Pos.End + len([]rune("季度"))},
		from:     y + "-" + twoDigits(monthsInQuarter*(v-1)+1),
		to:       y + "-" + twoDigits(monthsInQuarter*w),
		year:     e.contextYear(c),
		relative: true,
	})
}

// eachTime is the period of number i where its run tells one thing for each of several times that
// are listed before it, the last of them time phrase k: 一季度、二季度分别增长3%和5%, 一至四季度
// 分别增长…; "" elsewhere.
func (e *extractor) eachTime(r *run, k, i int) string {
	first, single := e.firstTime(r, k)
	if first < 0 || e.set.Figures[r.figure].Subject != e.set.Figures[r.figure+len(r.nums)-1].Subject {
		return ""
	}
	if single {
		return quarterOf(&e.times[k], r.slotOf(i))
	}
	return e.times[first+r.slotOf(i)].period()
}

// listsTimes reports whether the run tells something for each of several times.
func (e *extractor) listsTimes(r *run) bool {
	for k := int(e.cls[r.clause].timeEnd) - 1; k >= int(e.cls[r.clause].time); k-- {
		if first, _ := e.firstTime(r, k); first >= 0 {
			return true
		}
	}
	return false
}

// firstTime is the first of as many times as the run has slots, the last of them time phrase k,
// which stand in a row before its 分别, or k where that is of as many quarters, single; -1
// elsewhere.
func (e *extractor) firstTime(r *run, k int) (first int, single bool) {
	at := e.times[k].pos.End
	if at > r.left.End || at < r.left.Start || !e.holds(at, r.left.End, "分别") {
		return -1, false
	}
	first = k
	for first > int(e.cls[r.clause].time) && first > k-r.n+1 {
		if gap := e.times[first-1].pos.End; e.times[first-1].to == "" || e.times[first].pos.Start != gap+1 || !e.joinsBefore(gap+1) {
			break
		}
		first--
	}
	if first == k-r.n+1 {
		return first, false
	}
	from, to := plainMonth(e.times[k].from), plainMonth(e.times[k].to)
	if first == k && from > 0 && to-from+1 == r.n*monthsInQuarter {
		return k, true
	}
	return -1, false
}

// quarterOf is the quarter at place slot of those that t covers.
func quarterOf(t *timePhrase, slot int) string {
	year, _, _ := strings.Cut(t.to, "-")
	from := plainMonth(t.from) + slot*monthsInQuarter
	return year + "-" + twoDigits(from) + "/" + year + "-" + twoDigits(from+monthsInQuarter-1)
}

// yearInQuarters is how many quarters a year has.
const yearInQuarters = 4

// quarterOfYear is the quarter at place slot of a year.
func quarterOfYear(year, slot int) string {
	from := 1 + slot*monthsInQuarter
	return yearString(year) + "-" + twoDigits(from) + "/" + yearString(year) + "-" + twoDigits(from+monthsInQuarter-1)
}

// plainMonth is the month of a period such as 2015-04; 0 where it names none.
func plainMonth(period string) int {
	_, month, ok := strings.Cut(period, "-")
	if !ok || len(month) != 2 {
		return 0
	}
	return int(month[0]-'0')*10 + int(month[1]-'0')
}

// partOfThen reports whether the run tells what part of the value at time t there is: 仅为
// 2020年的四成, 相当于上年的八成.
func (e *extractor) partOfThen(r *run, t *timePhrase) bool {
	q := &e.nums[r.nums[0]]
	if e.at(t.pos.End) != '的' || t.pos.End+1 != q.Full.Start || q.Form != quantity.Tenths && q.Form != quantity.Fraction && !isPercent(q) {
		return false
	}
	_, equal := e.anyBefore(t.pos.Start, "为", "是", "相当于", "达到", "降至", "升至")
	return equal
}

// monthToMonth joins the last time phrase, the month of number b, with the one before it, the month
// of number a, where it leads on from that: 11月至12月.
func (e *extractor) monthToMonth(a, b *quantity.Quantity) {
	k := len(e.times) - 2
	if k < 0 || e.times[k].pos.Start != a.Pos.Start || e.times[k].pos.End+1 != b.Pos.Start || !e.isAt(b.Pos.Start-1, monthJoins) {
		return
	}
	e.times[k].to, e.times[k].pos.End = e.times[k+1].to, e.times[k+1].pos.End
	e.times = e.times[:k+1]
}

// changesTogether is how many changes its clause joins, from the run on, each with a verb of its
// own but for those that it leaves out: 分别增长5%、下降2%和增长11%.
func (e *extractor) changesTogether(r *run) int {
	n := r.n
	for i := r.nums[len(r.nums)-1] + 1; i < int(e.cls[r.clause].numEnd); i++ {
		if e.set.Mentions[i].What != IsFigure {
			continue
		}
		at := e.nums[i-1].Full.End
		t, ok := e.lex.At(e.rs[:e.nums[i].Full.Start], at+1, lexicon.ClassVerb)
		if !e.joinsBefore(at+1) || !ok || !t.Role.Is(lexicon.Up|lexicon.Down) {
			break
		}
		n++
	}
	return n
}
