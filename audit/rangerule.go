package audit

import (
	"slices"
	"strings"

	"pledger/quantity"
	"pledger/statement"
)

// findRange checks figures against limits that they cannot leave: a mean
// between the least and the greatest, a share of a whole between 0 and 100, a
// count of places against the number that exist.
func findRange(s *scene) {
	places := s.placeCounts()
	for i := range s.items {
		t := &s.items[i]
		s.mean(t)
		if t.fig.Kind == statement.Share {
			s.percentage(t)
		}
		if t.fig.Kind == statement.Level || t.fig.Kind == statement.Count {
			s.countOfPlaces(t, places)
		}
	}
}

// mean checks a yearly mean against the range of its months.
func (s *scene) mean(t *item) {
	if !strings.Contains(t.clause, "均") || !containsAny(t.words(), []string{"平均", "均值", "年均"}) || t.fig.Quantity.Bound == quantity.Range {
		return
	}
	hi := s.find(t, func(p *item) bool {
		return p.fig.Quantity.Bound == quantity.Range && p.sentence == t.sentence && p.unit() == t.unit()
	})
	if hi == nil || hi.at == 0 || hi.fig.Quantity.RangeWith != -1 || !containsAny(hi.clause, []string{"月", "季", "之间", "区间", "各"}) {
		return
	}
	lo := &s.items[hi.at-1]
	s.add(claim{code: Range, formula: "audit.formula.mean", items: []*item{lo, hi, t}, unit: t.unit(),
		eval: func(xs values) (quantity.Interval, quantity.Interval) {
			// The reader gives both ends as written; each stands for half a unit.
			return xs[0].Hull(xs[1]).Widen(quantity.NewDecimal(5, int(hi.fig.Quantity.Places)-1)), xs[2]
		}})
}

// percentage checks a share of a whole against 0 and 100. What holds is no
// relation between figures and is not listed.
func (s *scene) percentage(t *item) {
	if t.unit() != unitPercent || t.fraction() || !isProportion(t) {
		return
	}
	c := claim{code: Range, formula: "audit.formula.percentage", items: []*item{t}, unit: unitPercent,
		eval: func(xs values) (quantity.Interval, quantity.Interval) {
			return quantity.Between(quantity.Decimal{}, hundred), xs[0]
		}}
	if !c.meet(c.values(false)) {
		s.add(c)
	}
}

// proportions end the names of rates that are parts of a whole. Growth rates,
// returns and rates of contribution are none.
var proportions = []string{"覆盖率", "普及率", "合格率", "入学率", "参保率", "占比", "比重", "城镇化率", "失业率", "优良率", "达标率", "及格率", "满意率", "办结率", "入户率", "利用率", "处理率", "就业率", "通达率", "巩固率", "完好率", "成活率", "化解率", "及时率", "受理率", "机械化率", "治理率", "供水率", "供电率", "破案率", "结案率", "绿化率", "回收率", "入园率", "签约率", "网办率", "执行率", "收集率", "到位率", "公办率"}

// unbounded rates end like proportions and can pass 100.
var unbounded = []string{"毛入学率", "拨备", "准备金", "流动性"}

func isProportion(t *item) bool {
	for _, w := range proportions {
		if strings.HasSuffix(t.core, w) && !containsAny(t.core, unbounded) {
			return true
		}
	}
	return false
}

// placeUnits are the words by which reports count places of a level.
var placeUnits = []struct{ word, level string }{
	{"旗县区", "county"}, {"旗县", "county"}, {"县市区", "county"}, {"县（市、区）", "county"}, {"盟市", "prefecture"}, {"地级市", "prefecture"}, {"市州", "prefecture"}, {"省份", "province"}, {"省区市", "province"},
}

// placeCounts is how many places of each level the report's government has; nil
// where the lexicon does not know the government.
func (s *scene) placeCounts() map[string]int {
	code := ""
	name := s.set.Government
	for i := range s.lex.Places {
		p := &s.lex.Places[i]
		if p.Code != "" && (p.Name == name || slices.Contains(p.Aliases, name)) {
			code = strings.TrimRight(p.Code, "0")
			if len(code)%2 == 1 {
				code += "0"
			}
			break
		}
	}
	if code == "" && name != nation {
		return nil
	}
	counts := map[string]int{}
	for i := range s.lex.Places {
		p := &s.lex.Places[i]
		if p.Code != "" && strings.HasPrefix(p.Code, code) {
			counts[p.Level]++
		}
	}
	return counts
}

const nation = "全国"

// countOfPlaces checks a count of places against how many there are.
func (s *scene) countOfPlaces(t *item, counts map[string]int) {
	if counts == nil || t.unit() != "个" || !t.fig.Quantity.Value.IsPoint() || t.delta || s.set.Government == nation && t.fig.Region == "" && t.to != 0 && t.to < placesSince {
		return
	}
	for _, u := range placeUnits {
		if !placeWord(t, u.word) {
			continue
		}
		n := counts[u.level]
		if n == 0 {
			return
		}
		most := quantity.Between(quantity.Decimal{}, quantity.NewDecimal(int64(n), 0))
		s.add(claim{code: Range, formula: "audit.formula.places", items: []*item{t}, unit: t.unit(),
			eval: func(xs values) (quantity.Interval, quantity.Interval) { return most, xs[0] }})
		return
	}
}

// placesSince is the first year for which the catalogue of places is good
// enough to count by.
const placesSince = 2003

// placeWord reports whether the number counts the places themselves: 80个旗县.
func placeWord(t *item, word string) bool {
	tail := strings.TrimSpace(t.tail)
	return strings.HasSuffix(t.core, word) || strings.HasPrefix(tail, word) || strings.HasPrefix(tail, "贫困"+word) || strings.HasPrefix(tail, "国贫"+word)
}
