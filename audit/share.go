package audit

import (
	"strings"

	"pledger/quantity"
	"pledger/statement"
)

// findShare ties a share to its part and its whole.
func findShare(s *scene) {
	for i := range s.items {
		t := &s.items[i]
		if t.fig.Kind != statement.Share || t.plan || t.base {
			continue
		}
		if whole, ok := wholeOf(t); ok {
			s.share(t, whole)
		}
	}
}

// wholeOf is what a share is said to be of, in the report's words; "" where it
// says only 占. ok is false where the number is no share of a whole.
func wholeOf(t *item) (whole string, ok bool) {
	words := t.words()
	for _, mark := range []string{"占到", "占"} {
		if i := strings.LastIndex(words, mark); i >= 0 {
			rest := words[i+len(mark):]
			for _, w := range []string{"比重", "比例", "比"} {
				rest = strings.TrimPrefix(rest, w)
			}
			return wholeName(rest), true
		}
	}
	for _, mark := range []string{"总数的", "总量的", "总额的"} {
		if strings.HasSuffix(words, mark) {
			return "", true
		}
	}
	if i := strings.Index(t.fig.Subject, "占"); i > 0 && !containsAny(words, []string{"率"}) {
		return wholeName(t.fig.Subject[i+len("占"):]), true
	}
	return "", false
}

// wholeName is what a share is of, without the words around it.
func wholeName(s string) string {
	s = strings.Trim(s, "了的近约")
	for _, w := range []string{"比重达到", "比重为", "比例达到", "比例为", "达到", "达", "为", "比重", "比例", "的", "总数", "总量", "总额"} {
		s = strings.TrimSuffix(s, w)
	}
	return s
}

// share finds the part, which is the level before the share, and the whole.
func (s *scene) share(t *item, whole string) {
	if s.shareOfBefore(t) {
		return
	}
	part := s.find(t, func(p *item) bool { return p.level() && p.fig.Quantity.Unit != nil && p.fig.Kind == statement.Level })
	if part == nil || part.sentence != t.sentence || part.base || !s.partOf(part, t) {
		return
	}
	total := s.find(part, func(p *item) bool { return s.isWhole(p, part, whole) })
	if total == nil && whole != "" && t.at+1 < len(s.items) {
		if p := &s.items[t.at+1]; p.sentence == t.sentence && s.isWhole(p, part, whole) {
			total = p
		}
	}
	if total == nil {
		if part.exact() && t.exact() && (whole != "" || strings.Contains(t.lead, "占")) {
			s.add(impliedWhole(t, part))
		}
		return
	}
	reason := ""
	if part.from != 0 && total.to != 0 && part.from > total.to+1 {
		reason = "audit.reason.periods"
	}
	s.add(shareClaim(t, part, total, reason))
}

func shareClaim(t, part, total *item, reason string) claim {
	conv, _ := unified(part, total)
	return claim{code: Share, formula: "audit.formula.share", items: []*item{part, total, t}, unit: unitPercent, reason: reason,
		eval: func(xs values) (quantity.Interval, quantity.Interval) {
			ys := conv(xs[:2])
			return pct(ys[0], ys[1]), xs[2]
		}}
}

// shareOfBefore checks a share whose whole stands in its own words: 占全部投资
// 526亿元的59.3%. It reports whether it is one.
func (s *scene) shareOfBefore(t *item) bool {
	if t.at < 2 || t.lead != "的" || !strings.Contains(s.items[t.at-1].lead, "占") {
		return false
	}
	total := &s.items[t.at-1]
	if total.fig.Kind != statement.Level || total.sentence != t.sentence || total.fig.Quantity.Unit == nil {
		return false
	}
	part := s.find(total, func(p *item) bool { return p.level() })
	if part == nil || part.sentence != t.sentence || part.dimension() != total.dimension() || part.base {
		return true
	}
	s.add(shareClaim(t, part, total, ""))
	return true
}

// partOf reports whether the share speaks of the level before it.
func (s *scene) partOf(part, t *item) bool {
	words := t.words()
	i := strings.LastIndex(words, "占")
	own := ""
	if i >= 0 {
		own = coreOf(strings.TrimPrefix(words[:i], "，"))
	}
	if part.fig.Clause == t.fig.Clause {
		own = coreOf(strings.TrimSpace(t.lead[:max(0, strings.LastIndex(t.lead, "占"))]))
	}
	return own == "" || anaphor(own) || alike(own, part.core) || strings.HasSuffix(part.core, own)
}

// isWhole reports whether p can be the whole of part that the words name.
func (s *scene) isWhole(p, part *item, whole string) bool {
	if !p.level() || p.fig.Quantity.Unit == nil || p.dimension() != part.dimension() || p.base || p.core == part.core && p.sentence != part.sentence {
		return false
	}
	if p.dimension() == dimThing && p.unit() != part.unit() {
		return false
	}
	if whole == "" || whole == "总数" {
		return p.sentence == part.sentence || strings.HasPrefix(strings.TrimSpace(s.sentenceText(part.sentence)), "其中")
	}
	if all, ok := strings.CutPrefix(whole, "总"); ok && p.sentence == part.sentence && strings.HasSuffix(p.core, all) && all != "" {
		return true
	}
	return alike(coreOf(whole), p.core) || strings.HasSuffix(p.core, coreOf(whole)) && coreOf(whole) != ""
}

const dimThing = "count:thing"

func impliedWhole(t, part *item) claim {
	return claim{code: Share, formula: "audit.formula.share-whole", items: []*item{part, t}, unit: part.unit(), implied: true,
		eval: func(xs values) (quantity.Interval, quantity.Interval) {
			return xs[0].Div(xs[1], divDigits).Mul(percentOne), anything
		}}
}
