package statement

import (
	"pledger/lexicon"
)

// halved reports whether the 半 at offset i is that of 减半: a change by half.
func (e *extractor) halved(i int) bool {
	return e.at(i) == '半' && e.at(i-1) == '减' && e.at(i-2) != '递'
}

// halvedSubject words what is halved: 减半征收车辆购置税, 房屋租金减半.
func (e *extractor) halvedSubject(r *run, s *subjects) bool {
	q := &e.nums[r.nums[0]]
	if !e.halved(q.Pos.Start) {
		return false
	}
	right := e.trim(r.right)
	if e.halvedRule(q.Pos.End) {
		right = span{}
	}
	if t, ok := e.tokenAt(r.clause, right); ok && t.Class&lexicon.ClassVerb != 0 && t.Class&lexicon.ClassIndicator == 0 && int(t.End) < right.End {
		right.Start = int(t.End)
	}
	if at := e.index(right.Start+2, right.End, "优惠"); at > 0 {
		right.End = at // 享受减半征收所得税优惠政策的企业
	}
	s.topics = []string{e.text(right)}
	if !right.Valid() {
		left := e.stripLeft(r.clause, e.trim(span{Start: r.left.Start, End: q.Pos.Start - 1}), r.first)
		s.topics[0] = e.text(left)
	}
	r.pred.dir = Down
	return true
}

// halvingRules are what a rule by which something is halved has, and is called.
var halvingRules = phrasesOf("征收范围", "征收政策", "征收标准", "征收期限", "征收条件", "征收对象", "政策")

// halvedRule reports whether a 半 that ends at offset i is that of a rule by which something is
// halved, of which more is said: 所得税减半征收范围上限提高到10万元.
func (e *extractor) halvedRule(i int) bool {
	return e.isAt(i, halvingRules)
}
