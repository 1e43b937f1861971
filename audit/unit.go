package audit

import (
	"slices"
	"strings"

	"pledger/lexicon"
	"pledger/quantity"
	"pledger/statement"
)

// findUnit finds units that cannot belong: 占35.9个百分点, 完成105个百分点, a level
// that 增长9.2个百分点, a length in 吨. What fits is no relation between figures and
// is not listed.
func findUnit(s *scene) {
	for i := range s.items {
		t := &s.items[i]
		if t.unit() != unitPoint {
			s.misfit(t)
			continue
		}
		lead := strings.TrimRight(t.lead, "约近了达到的")
		switch {
		case strings.HasSuffix(lead, "占"), strings.HasSuffix(lead, "完成率为"), isShareOf(t), isPlanShare(t), s.rateStands(t):
			s.wrongUnit(t, "audit.formula.unit-share", nil)
		case s.levelMoves(t):
			s.wrongUnit(t, "audit.formula.unit-level", nil)
		}
	}
}

// isShareOf reports whether points stand where a share of something does: 占
// 耕地面积的56.9个百分点.
func isShareOf(t *item) bool {
	i := strings.LastIndex(t.lead, "占")
	return i >= 0 && strings.HasSuffix(t.lead, "的") && !containsAny(t.lead[i:], []string{"提高", "上升", "下降", "降低", "增加", "高", "低", "比重", "比例"})
}

// isPlanShare reports whether points stand where a part of a plan does: 完成计划
// 的106个百分点.
func isPlanShare(t *item) bool {
	rest, ok := strings.CutSuffix(t.lead, "的")
	if !ok || !containsAny(t.lead, []string{"完成", "为", "占"}) {
		return false
	}
	for _, w := range []string{"计划", "任务", "预算", "目标"} {
		if strings.HasSuffix(rest, w) {
			return true
		}
	}
	return false
}

// gapWords name quantities that are measured in points.
var gapWords = []string{"差", "幅", "高", "低", "快", "慢", "收窄", "缩小", "贡献", "拉动", "提高到", "回落", "上浮", "下浮", "利率", "基点"}

// rateStands reports whether points stand for a rate itself and not for its
// change: 城镇化率达到58.3个百分点.
func (s *scene) rateStands(t *item) bool {
	if !reaches(t.lead) && !startsChange(t.lead) && !t.arrives || containsAny(strings.ReplaceAll(t.clause, "提高", ""), gapWords) {
		return false
	}
	ind := s.codes[t.ind]
	return ind != nil && ind.Kind == "share" || strings.HasSuffix(t.core, "率") || strings.HasSuffix(t.core, "比重") || strings.HasSuffix(t.core, "占比")
}

// levelMoves reports whether points are said of an amount: 达到1864亿元，增长9.2个百分点.
func (s *scene) levelMoves(t *item) bool {
	ind := s.codes[t.ind]
	lead := strings.TrimRight(t.lead, "约近了")
	if joins(lead) && t.at > 0 {
		lead = s.items[t.at-1].lead // 增长6.4%和5.8个百分点
	}
	if !strings.HasSuffix(lead, "增长") && !strings.HasSuffix(lead, "下降") || containsAny(t.clause, []string{"率", "占比", "比重", "比例", "增速", "增幅", "速度", "涨幅", "降幅", "幅度"}) {
		return false
	}
	p := s.find(t, func(p *item) bool { return p.sentence == t.sentence && (same(p, t) || t.weak) })
	return p != nil && p.fig.Quantity.Unit != nil && p.dimension() != dimPercent && (same(t, p) || t.weak) && (ind == nil || ind.Kind == "level") && p.fig.Kind == statement.Level
}

const dimPercent = "ratio:percent"

// measures are the dimensions of which no two measure the same thing; the names
// of currencies and fuels are left out. Volume is none of them: water and gas
// are stated in 吨 as well as in 立方米.
var measures = []string{"mass", "length", "area", "energy", "power", "money"}

// measure is the one of measures that a unit belongs to, or "".
func measure(u *lexicon.Unit) string {
	if u == nil {
		return ""
	}
	if name, _, _ := strings.Cut(u.Dimension, ":"); slices.Contains(measures, name) && !strings.Contains(u.Dimension, "/") {
		return name
	}
	return ""
}

// misfit finds a level that is said of an indicator by its name, in a unit that
// measures something else: 公路通车里程达到2340万吨. Coal stands for energy and may
// be weighed.
func (s *scene) misfit(t *item) {
	ind := s.codes[t.fig.Indicator]
	if ind == nil || ind.Kind != "level" || !t.level() || !s.namedBy(t, ind) {
		return
	}
	want, got := measure(s.lex.UnitNamed(ind.Unit)), measure(t.fig.Quantity.Unit)
	if want == "" || got == "" || want == got || want == "energy" && got == "mass" || want == "mass" && got == "energy" {
		return
	}
	s.wrongUnit(t, "audit.formula.unit-misfit", []string{ind.Name, ind.Unit})
}

// namedBy reports whether the words before the number end in the indicator's
// name, with a word of reaching or none between.
func (s *scene) namedBy(t *item, ind *lexicon.Indicator) bool {
	lead := strings.TrimRight(t.lead, " 约近了")
	for _, w := range reaching {
		lead = strings.TrimSuffix(lead, w)
	}
	return strings.HasSuffix(lead, ind.Name) || slices.ContainsFunc(ind.Aliases, func(a string) bool { return strings.HasSuffix(lead, a) })
}

// reaching are the words that stand between a name and its level.
var reaching = []string{"为", "达", "达到", "增加到", "增长到", "提高到", "扩大到", "增加至", "增至", "减少到", "降到"}

// wrongUnit states that a unit does not belong: there is no value that fits.
func (s *scene) wrongUnit(t *item, formula string, names []string) {
	nothing := quantity.Interval{Lo: quantity.End{Kind: quantity.Open}, Hi: quantity.End{Kind: quantity.Open}}
	s.add(claim{code: Unit, formula: formula, items: []*item{t}, unit: t.unit(), names: names,
		eval: func(xs values) (quantity.Interval, quantity.Interval) { return nothing, xs[0] }})
}
