package audit

import (
	"strings"

	"pledger/lexicon"
	"pledger/quantity"
	"pledger/report"
	"pledger/statement"
)

// A pair is last year's report and this year's.
type pair struct {
	last, this *scene
	levels     map[string][]*item // last year's figures, by indicator and by "=" and subject
	out        *scene             // takes the claims
}

// crossFinders are the rules across two reports, in the order in which they run.
var crossFinders = []struct {
	code Code
	find func(*pair)
}{
	{LevelGrowth, crossLevelGrowth},
	{LevelGrowth, crossDelta},
	{TargetOutcome, crossTargets},
	{Cumulative, crossCumulative},
	{RestatedBase, crossBase},
	{Streak, crossStreak},
}

// CheckAcross finds the relations between last year's report and this year's
// and checks them. Within each report it finds nothing; Check does.
func CheckAcross(last, this *statement.Set, lex *lexicon.Lexicon) []Relation {
	p := &pair{last: newScene(last, lex, true), this: newScene(this, lex, false), levels: map[string][]*item{}}
	for i := range p.last.items {
		it := &p.last.items[i]
		for _, key := range []string{it.ind, "=" + it.core} {
			if it.core != "" && key != "" && len(p.levels[key]) < reach {
				p.levels[key] = append(p.levels[key], it)
			}
		}
	}
	p.out = p.this
	for _, f := range crossFinders {
		f.find(p)
	}
	return settle(p.out.out)
}

// earlier gives last year's items of t's subject of which ok is true, in the
// order of the text.
func (p *pair) earlier(t *item, ok func(*item) bool) *item {
	for _, key := range []string{t.ind, "=" + t.core} {
		for _, l := range p.levels[key] {
			if same(l, t) && ok(l) {
				return l
			}
		}
	}
	return nil
}

// yearAfter reports whether a is of the year after b, as far as both say.
func (p *pair) yearAfter(a, b *item) bool {
	return a.to == 0 || b.to == 0 || a.to == b.to+1
}

// reportedLevel reports whether it states what was reached.
func reportedLevel(s *scene, it *item) bool {
	return (it.fig.Kind == statement.Level || it.fig.Kind == statement.Share) && !it.delta && !it.base && !it.plan && it.fig.Role != statement.Target && it.fig.Role != statement.Required &&
		!aims(s, it) && s.stance(it) != report.Goals && s.stance(it) != report.Arrangement && it.from == it.to
}

// aimWords make a sentence one of aims.
var aimWords = []string{"目标是", "预期目标", "预期增长", "预期", "力争", "计划新增", "目标：", "主要目标", "确保", "今年要", "目标任务是", "计划", "控制在", "目标"}

// aims reports whether it is an aim for the year of its report.
func aims(s *scene, it *item) bool {
	if it.fig.Role == statement.Achieved {
		return false
	}
	begin := s.set.Report.Sentences[it.sentence].Pos.Start
	return it.fig.Role == statement.Target || containsAny(s.text(begin, it.fig.Pos.Start), aimWords)
}

// crossLevelGrowth ties this year's level and growth to last year's level.
func crossLevelGrowth(p *pair) {
	s := p.this
	for i := range s.items {
		t := &s.items[i]
		if k := t.fig.Kind; k != statement.Growth && k != statement.PP || averaged(t) || aims(s, t) || t.fig.Base.Kind == statement.BaseTarget || t.fig.Base.Kind == statement.BaseAverage || t.fig.Base.Kind == statement.BaseStated {
			continue
		}
		sp := s.spanOf(t)
		if sp.cur == nil || sp.base != nil || sp.cur.sentence != t.sentence || !reportedLevel(s, sp.cur) || containsAny(t.words(), []string{"季度", "月"}) {
			continue
		}
		base := p.earlier(sp.cur, func(l *item) bool {
			return reportedLevel(p.last, l) && l.fig.Kind == sp.cur.fig.Kind && l.dimension() == sp.cur.dimension() && p.yearAfter(sp.cur, l) && l.core == sp.cur.core
		})
		if base != nil {
			sp.base = base
			p.levelGrowth(t, sp)
		}
	}
}

// crossDelta ties this year's level and its change in amount to last year's level.
func crossDelta(p *pair) {
	s := p.this
	for i := range s.items {
		t := &s.items[i]
		if !t.delta || t.fig.Kind != statement.Level || t.plan || t.average || spelledYears(t.lead) > 0 || leadingYear(digitsOf(t.lead)) != 0 || containsAny(t.words(), partWords) || aims(s, t) || comparesTo(t.lead) || t.fig.Base.Kind == statement.BaseStated {
			continue
		}
		cur := s.find(t, func(l *item) bool {
			return l.level() && l.sentence == t.sentence && same(l, t) && l.dimension() == t.dimension()
		})
		if cur == nil || cur.base || !reportedLevel(s, cur) {
			continue
		}
		base := p.earlier(cur, func(l *item) bool {
			return l.fig.Kind == statement.Level && reportedLevel(p.last, l) && l.dimension() == cur.dimension() && p.yearAfter(cur, l) && l.core == cur.core
		})
		if base == nil {
			continue
		}
		if all, ok := unified(cur, base, t); ok {
			reason := scopeReason(t)
			if containsAny(t.clause+cur.clause, revisedWords) {
				reason = "audit.reason.revised"
			}
			p.out.add(claim{code: LevelGrowth, formula: "audit.formula.difference", items: []*item{base, cur, t}, unit: cur.unit(), reason: reason,
				eval: func(xs values) (quantity.Interval, quantity.Interval) {
					ys := all(values{xs[1], xs[0], xs[2]})
					return ys[0].Sub(ys[1]), signedBy(t, ys[2])
				}})
		}
	}
}

func (p *pair) levelGrowth(t *item, sp span) {
	reason := p.this.footing(t, sp)
	if reason == "" && containsAny(t.clause+sp.cur.clause, revisedWords) {
		reason = "audit.reason.revised"
	}
	c := growthBetween(t, sp, reason)
	if t.fig.Kind == statement.PP {
		if sp.cur.unit() != unitPercent || sp.base.unit() != unitPercent {
			return
		}
		c.formula, c.unit = "audit.formula.gap", unitPoint
		c.eval = func(xs values) (quantity.Interval, quantity.Interval) {
			return xs[1].Sub(xs[0]), signed(t, xs[2])
		}
	}
	c.code = LevelGrowth
	p.out.add(c)
}

// crossTargets holds last year's targets against what is reported now.
func crossTargets(p *pair) {
	s := p.this
	for i := range s.items {
		t := &s.items[i]
		k := t.fig.Kind
		if k != statement.Level && k != statement.Growth && k != statement.Share || t.delta || t.base || t.plan || aims(s, t) || s.stance(t) == report.Arrangement || s.stance(t) == report.Goals || t.from != t.to || containsAny(t.words(), partWords) {
			continue
		}
		target := p.earlier(t, func(l *item) bool {
			return aims(p.last, l) && !l.delta && !l.base && p.sameYear(l, t) && l.fig.Kind == k && same(l, t) && l.dimension() == t.dimension() && l.from == l.to && !averaged(l)
		})
		if target != nil {
			p.outcome(t, target)
		}
	}
}

// sameYear reports whether a target is for the year that t reports. A sentence
// whose year the report does not settle counts as its plan year.
func (p *pair) sameYear(target, t *item) bool {
	return target.to == 0 || t.to == 0 || target.to == t.to || t.to == p.this.set.Report.Year && target.to == t.to-1
}

// outcome checks what was reached against the target.
func (p *pair) outcome(t, target *item) {
	conv, ok := unified(t, target)
	if !ok {
		return
	}
	for j := t.at + 1; j < len(p.this.items) && j <= t.at+2 && p.this.items[j].sentence == t.sentence; j++ {
		if done := &p.this.items[j]; isCompletion(done) && t.fig.Kind == statement.Level {
			p.out.add(claim{code: TargetOutcome, formula: "audit.formula.completion", items: []*item{t, target, done}, unit: unitPercent,
				eval: func(xs values) (quantity.Interval, quantity.Interval) {
					ys := conv(xs[:2])
					return pct(ys[0], nominalAround(target, ys[1])), xs[2]
				}})
			return
		}
	}
	p.verdict(t, target, conv)
}

// nominalAround is the target as a plan to be divided by: 22万人以上 is 22万.
func nominalAround(target *item, x quantity.Interval) quantity.Interval {
	if target.fig.Quantity.Bound != quantity.Over && target.fig.Quantity.Bound != quantity.Under {
		return x
	}
	return quantity.Point(target.fig.Quantity.Nominal).Widen(quantity.NewDecimal(5, int(target.fig.Quantity.Places)-1))
}

// slackTenth is by what part of itself 左右 lets a target be missed.
var slackTenth = quantity.NewDecimal(1, -1)

// verdict checks whether the target was met: against the words where the text
// says so, else only as a fact.
func (p *pair) verdict(t, target *item, conv func(values) values) {
	met, missed := p.this.verdictAfter(t)
	less := strings.Contains(target.words(), "控制在") || target.fig.Quantity.Bound == quantity.Under || p.ceiling(t) || target.fig.Direction == statement.Down && target.fig.Kind == statement.Growth && target.fig.Quantity.Bound == quantity.Under
	c := claim{code: TargetOutcome, formula: "audit.formula.met", items: []*item{target, t}, unit: t.unit(),
		eval: func(xs values) (quantity.Interval, quantity.Interval) {
			ys := conv([]quantity.Interval{xs[1], xs[0]})
			said, aim := ys[0], aimOf(target, ys[1])
			switch {
			case less != missed:
				return atMost(aim), said
			default:
				return quantity.Interval{Lo: aim.Lo}, said
			}
		}}
	if missed {
		c.formula = "audit.formula.missed"
	}
	if !met && !missed && !c.meet(c.values(false)) {
		c.reason = "audit.reason.target-missed"
	}
	p.out.add(c)
}

// ceiling reports whether less of the indicator is better.
func (p *pair) ceiling(t *item) bool {
	ind := p.this.codes[t.ind]
	return ind != nil && ind.Polarity == "-"
}

// aimOf is a target with the slack that 左右 gives it.
func aimOf(target *item, x quantity.Interval) quantity.Interval {
	if !target.about() {
		return x
	}
	n := target.fig.Quantity.Nominal
	d := n.Mul(slackTenth)
	if d.Sign() < 0 {
		d = d.Neg()
	}
	return quantity.Point(n).Widen(d).Hull(x)
}

// crossCumulative holds running totals against each other: they may not shrink,
// and grow by what the year added.
func crossCumulative(p *pair) {
	s := p.this
	for i := range s.items {
		t := &s.items[i]
		if t.fig.Kind != statement.Level || !running(s, t) || t.fig.Quantity.Unit == nil || aims(s, t) {
			continue
		}
		base := p.earlier(t, func(l *item) bool {
			return l.fig.Kind == statement.Level && running(p.last, l) && l.dimension() == t.dimension() && (l.dimension() != dimThing || l.unit() == t.unit()) && !aims(p.last, l)
		})
		if base != nil && sameSpan(base, t) {
			p.total(t, base)
		}
	}
}

// running reports whether it is a running total.
func running(s *scene, it *item) bool {
	return strings.Contains(it.words(), "累计") && (!it.delta || lifted(it))
}

// sameSpan reports whether two totals run from the same year, as far as they say.
func sameSpan(a, b *item) bool {
	return a.from == a.to || b.from == b.to || a.from == 0 || b.from == 0 || a.from == b.from
}

// total checks one running total.
func (p *pair) total(t, base *item) {
	reason := ""
	if containsAny(t.clause, scopeWords) || containsAny(t.clause, revisedWords) {
		reason = "audit.reason.scope"
	}
	added := p.this.find(t, func(a *item) bool {
		return a.sentence == t.sentence && (a.level() || lifted(a)) && a.dimension() == t.dimension() && !running(p.this, a) && !a.base && !a.plan && same(a, t)
	})
	if added != nil && (containsAny(added.lead, []string{"新", "全年", "去年", "当年", "今年", "年内", "本年"})) {
		if conv, ok := unified(base, added, t); ok {
			p.out.add(claim{code: Cumulative, formula: "audit.formula.cumulative", items: []*item{base, added, t}, unit: base.unit(), reason: reason,
				eval: func(xs values) (quantity.Interval, quantity.Interval) {
					ys := conv(xs)
					return ys[0].Add(ys[1]), ys[2]
				}})
			return
		}
	}
	if conv, ok := unified(base, t); ok {
		p.out.add(claim{code: Cumulative, formula: "audit.formula.no-shrink", items: []*item{base, t}, unit: base.unit(), reason: reason,
			eval: func(xs values) (quantity.Interval, quantity.Interval) {
				ys := conv(xs)
				return quantity.Interval{Lo: ys[0].Lo}, ys[1]
			}})
	}
}

// crossBase compares an earlier year's level that this report states with what
// last year's report said of it.
func crossBase(p *pair) {
	s := p.this
	for i := range s.items {
		t := &s.items[i]
		if !t.base || t.plan || t.fig.Quantity.Unit == nil || t.fig.Kind != statement.Level && t.fig.Kind != statement.Share || aims(s, t) {
			continue
		}
		first := p.earlier(t, func(l *item) bool {
			return reportedLevel(p.last, l) && l.fig.Kind == t.fig.Kind && l.dimension() == t.dimension() && l.core == t.core && baseYear(t, l)
		})
		if first == nil {
			continue
		}
		reason := ""
		if containsAny(t.clause, revisedWords) {
			reason = "audit.reason.revised"
		} else if containsAny(t.clause, scopeWords) {
			reason = "audit.reason.scope"
		}
		p.restatedBase(first, t, reason)
	}
}

// baseYear reports whether l is of the year that the base t names.
func baseYear(t, l *item) bool {
	year := leadingYear(digitsOf(t.lead))
	if year == 0 {
		year = t.to
	}
	return (l.to == 0 || year == 0 || l.to == year) && (year != 0 || earlier(t.lead))
}

func (p *pair) restatedBase(first, t *item, reason string) {
	conv, ok := unified(first, t)
	if !ok {
		return
	}
	p.out.add(claim{code: RestatedBase, formula: "audit.formula.restated", items: []*item{first, t}, unit: t.unit(), reason: reason,
		eval: func(xs values) (quantity.Interval, quantity.Interval) {
			ys := conv(xs)
			return ys[0], ys[1]
		}})
}

// crossStreak demands that a run of years is one longer for each year between
// the reports.
func crossStreak(p *pair) {
	years := int64(1)
	if a, b := p.last.set.Report.Year, p.this.set.Report.Year; a != 0 && b > a {
		years = int64(b - a)
	}
	for i := range p.this.items {
		t := &p.this.items[i]
		if t.fig.Kind != statement.Streak || t.core == "" {
			continue
		}
		first := p.earlier(t, func(l *item) bool { return l.fig.Kind == statement.Streak && streakOf(l) == streakOf(t) })
		if first == nil {
			continue
		}
		p.out.add(claim{code: Streak, formula: "audit.formula.streak", items: []*item{first, t}, unit: t.unit(),
			eval: func(xs values) (quantity.Interval, quantity.Interval) {
				return xs[0].Add(quantity.Point(quantity.NewDecimal(years, 0))), xs[1]
			}})
	}
}

// streakOf is what runs: 连丰 or 连稳 or the words of it.
func streakOf(it *item) string { return it.core }
