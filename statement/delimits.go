package statement

import (
	"strings"

	"pledger/lexicon"
	"pledger/quantity"
)

// delimits reports whether the run only delimits a class that a later number of
// its clause counts: 亿元以上项目320个.
func (e *extractor) delimits(r *run) bool {
	last := r.nums[len(r.nums)-1]
	return last+1 < int(e.cls[r.clause].numEnd) && e.delimitsNext(r, last)
}

// delimitsNext is delimits where there is such a number behind number last of the run.
func (e *extractor) delimitsNext(r *run, last int) bool {
	q := &e.nums[last]
	again := e.classesAgain(r, q)
	if q.Bound != quantity.Over && !e.bareClass(q) && !e.under(r, q) && !again || r.right.Len() == 0 && !e.classedBare(last) || e.ends(r.right.Start) || isPercent(q) || q.Form == quantity.Fraction || q.Form == quantity.Tenths {
		return false
	}
	if last := e.at(q.Full.End - 1); last != '上' && last != '下' && !again && (q.Form != quantity.Bare || e.at(q.Pos.Start-1) == '上' && !(q.UnitText.Valid() && e.at(q.UnitText.Start) == '元')) && !e.exceeds(r, q) {
		return false // 上亿市场主体 are counted
	}
	if _, step := e.oneAt(r.right.Start, steps); step {
		return false // 突破亿元大关、全年达到3亿元
	}
	for i := last + 1; i < int(e.cls[r.clause].numEnd); i++ {
		if e.set.Mentions[i].What == IsFigure {
			return !e.joinsBefore(e.nums[i].Full.Start) && e.at(q.Pos.End) != '级'
		}
	}
	return false
}

// bareClass reports whether q is a round sum that names a class without 以上: 亿元楼宇.
func (e *extractor) bareClass(q *quantity.Quantity) bool {
	return q.Form == quantity.Bare && q.Bound == quantity.Exact && q.UnitText.Valid() && e.at(q.UnitText.Start) == '元' && !e.verbAt(q.Full.End)
}

// classesAgain reports whether q is a sum that names a class of what the sentence has classed by
// another before: 亿元楼宇15座，其中10亿元楼宇2座.
func (e *extractor) classesAgain(r *run, q *quantity.Quantity) bool {
	n := len(e.set.Figures) - 1
	if q.Form != quantity.Digits || q.Bound != quantity.Exact || !isMoney(q) || n < 1 || e.ends(q.Full.End) {
		return false
	}
	for i := n; i >= 0 && e.rep.Clauses[e.set.Figures[i].Clause].Sentence == e.rep.Clauses[r.clause].Sentence; i-- {
		if e.set.Figures[i].delimits {
			things, _, _ := strings.Cut(e.topics[i], "的")
			return strings.HasSuffix(things, e.text(e.trim(r.right)))
		}
	}
	return false
}

// under reports whether q is a size below which things of a class are: 9万吨以下矿井50处.
func (e *extractor) under(r *run, q *quantity.Quantity) bool {
	return q.Bound == quantity.Under && q.Unit.Is(lexicon.UnitPlain) && e.hasBefore(q.Full.End, "以下") && !r.pred.reach && !r.pred.change
}

// exceeds reports whether q is a sum that what stands behind it exceeds: 超10亿元企业6家,
// but not 超10亿元、增长5%.
func (e *extractor) exceeds(r *run, q *quantity.Quantity) bool {
	if q.Form != quantity.Digits || !e.exceeded(q) || e.rep.Text.NextSign(r.right.Start) < r.right.End {
		return false
	}
	things := r.right
	if e.at(things.Start) != '的' {
		if noun, said := e.cutVerb(r.clause, things); noun.Valid() && e.onlyReaches(r.clause, said) {
			things = noun // 超10亿元企业达到6家
		}
	}
	return !e.verbIn(r.clause, things)
}

// exceeded reports whether q is a sum that a word before it says is exceeded: 超10亿元.
func (e *extractor) exceeded(q *quantity.Quantity) bool {
	switch e.at(q.Pos.Start - 1) {
	case '超', '过', '逾':
		return isMoney(q)
	}
	return false
}

// classedBare reports whether number i delimits a class of things that the next one counts
// without their name: 10亿元以上9个.
func (e *extractor) classedBare(i int) bool {
	q := &e.nums[i]
	if !q.Unit.Is(lexicon.UnitPlain) || i+1 >= len(e.nums) || e.nums[i+1].Full.Start != q.Full.End {
		return false
	}
	u := e.nums[i+1].Unit
	return u.Is(lexicon.UnitMeasure) && (e.hasBefore(q.Full.End, "以上") || e.hasBefore(q.Full.End, "以下"))
}
