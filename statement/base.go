package statement

import (
	"pledger/lexicon"
	"pledger/report"
)

// base settles what a change, gap or multiple is measured against.
func (e *extractor) base(f *Figure, r *run) {
	p := &r.pred
	switch {
	case f.Kind == Completion:
		f.Base = Base{Kind: BaseTarget, Pos: p.goal}
	case f.Kind == PP && p.thanVerb.Valid() && p.than.Valid():
		f.Base = Base{Kind: e.comparedWith(p.than), Pos: p.than}
	case f.Kind == Multiple && p.multiple.Valid():
		f.Base = Base{Kind: BaseOther, Pos: p.multiple}
	case p.than.Valid():
		f.Base = Base{Kind: BaseStated, Pos: p.than}
		if e.priorYear(p.than) {
			f.Base.Kind = BasePriorPeriod
		}
	case f.Kind == Growth || f.Kind == PP:
		f.Base = Base{Kind: BasePriorPeriod}
	}
}

// comparedWith tells a gap to an average from one to a target.
func (e *extractor) comparedWith(p span) BaseKind {
	for k := p.Start; k < p.End; k++ {
		if t, ok := e.lex.At(e.rs, k, lexicon.ClassWord); ok {
			if t.Role.Is(lexicon.Average) {
				return BaseAverage
			}
			if t.Role.Is(lexicon.Goal) {
				return BaseTarget
			}
		}
	}
	if e.holds(p.Start, p.End, "全国") || e.holds(p.Start, p.End, "全省") {
		return BaseAverage
	}
	return BaseOther
}

// priorYear reports whether a comparison is with the year before.
func (e *extractor) priorYear(p span) bool {
	for _, w := range []string{"上年", "去年", "上一年", "同期", "年初"} {
		if e.holds(p.Start, p.End, w) {
			return true
		}
	}
	return false
}

// baseYear is the first year of a change over several years: 比2015年增长,
// 由2000年的…增加到2005年的…，年均增长; "" where none is stated.
func (e *extractor) baseYear(f *Figure, r *run, now *clock) (base, end string) {
	if f.Kind != Growth && f.Kind != PP {
		return "", ""
	}
	if now.compared != "" && !r.pred.than.Valid() && !r.pred.annual {
		return now.compared, ""
	}
	if n := e.yearsAgo(r.pred.than); n > 0 {
		return yearString(e.contextYear(r.clause) - n), "" // 比五年前增长六成
	}
	if r.pred.than.Valid() && !e.priorYear(r.pred.than) {
		for k := e.cls[r.clause].time; k < e.cls[r.clause].timeEnd; k++ {
			if t := &e.times[k]; r.pred.than.Overlaps(t.pos) && t.to != "" && !t.relative {
				if t.span {
					return "", "" // 比“八五”时期增长
				}
				return t.to, ""
			}
		}
	}
	if now.since != "" && e.heldAlike(f, r) {
		return now.since, "" // 产值90亿元，比2015年增长41%；税收8亿元，增长36%
	}
	if now.begun >= 0 && f.inherited && now.carry < now.begun && e.heldAlike(f, r) && e.overYearsSince(r, now.begun) {
		return e.times[now.begun].to, "" // 由2015年的28所增加到2020年的40所，增长42.9%
	}
	if !r.pred.annual && !e.hasBefore(e.nums[r.nums[0]].Full.Start, "平均增长") {
		return "", ""
	}
	if t := e.averagedYears(r); t != nil {
		return t.from, t.to
	}
	if now.base != "" {
		return now.base, ""
	}
	return now.compared, ""
}

// overYearsSince reports whether a change that began in the year of time phrase k went on for more
// than one year up to the year that was named after it or that the run is of.
func (e *extractor) overYearsSince(r *run, k int) bool {
	end := e.contextYear(r.clause)
	if last := int(e.cls[r.clause].time) - 1; last > k {
		end = e.times[last].year
	}
	return end > e.times[k].year+1
}

// yearsAgo is n in n年前 at the end of p, 0 where it does not stand there.
func (e *extractor) yearsAgo(p span) int {
	if !p.Valid() || !e.hasBefore(p.End, "年前") {
		return 0
	}
	i := e.unspaced(p.End - 2)
	if e.at(i-1) == '十' && report.HanDigit(e.at(i-2)) < 0 {
		return 10
	}
	if n := report.HanDigit(e.at(i - 1)); n > 1 && e.at(i-2) != '十' {
		return n
	}
	if r := e.at(i - 1); r >= '2' && r <= '9' && !isDigit(e.at(i-2)) {
		return int(r - '0')
	}
	return 0
}

// yearIn is the year named in p, "" where none is.
func (e *extractor) yearIn(c int, p span) string {
	for k := e.cls[c].time; k < e.cls[c].timeEnd; k++ {
		if t := &e.times[k]; p.Overlaps(t.pos) && t.from == t.to && !t.relative {
			return t.to
		}
	}
	return ""
}

// averagedYears is the span before 平均增长, nil where none stands there: 两年平均增长.
func (e *extractor) averagedYears(r *run) *timePhrase {
	for k := e.cls[r.clause].time; k < e.cls[r.clause].timeEnd; k++ {
		if t := &e.times[k]; t.span && e.hasAt(t.pos.End, "平均") && t.pos.End <= e.nums[r.nums[0]].Pos.Start {
			return t
		}
	}
	return nil
}

// datedIn reports whether p holds a year.
func (e *extractor) datedIn(c int, p span) bool {
	for k := e.cls[c].time; k < e.cls[c].timeEnd; k++ {
		if t := &e.times[k]; p.Overlaps(t.pos) && t.to != "" && !t.span {
			return true
		}
	}
	return false
}

// heldAlike reports whether f, a growth that names nothing it is held against, goes on a list whose
// first growth names the year: 产值90亿元，比2015年增长41%；税收8亿元，增长36%.
func (e *extractor) heldAlike(f *Figure, r *run) bool {
	if f.Kind != Growth || r.pred.than.Valid() || r.pred.annual || r.pred.same || e.cls[r.clause].time < e.cls[r.clause].timeEnd {
		return false
	}
	return !e.hasBefore(r.pred.verb.Start, "累计")
}
