package audit

import (
	"strings"

	"pledger/quantity"
	"pledger/statement"
)

// findSum adds up parts: those after 其中, a list with its total (共计), and the
// shares of one whole.
func findSum(s *scene) {
	for n := range s.set.Report.Sentences {
		items := s.of(n)
		if len(items) < 2 {
			continue
		}
		s.among(n, items)
		s.totalled(items)
		s.composition(n, items)
	}
}

// fewestParts is how many parts make a sum.
const fewestParts = 2

// among checks a total and the parts that follow 其中.
func (s *scene) among(n int, items []item) {
	text := s.sentenceText(n)
	mark := strings.Index(text, "其中")
	if mark < 0 {
		return
	}
	at := s.set.Report.Sentences[n].Pos.Start + len([]rune(text[:mark]))
	first := 0
	for first < len(items) && items[first].fig.Pos.Start < at {
		first++
	}
	if first == len(items) {
		return
	}
	back := 0
	if strings.TrimSpace(text[:mark]) == "" {
		back = 1 // 其中 opens the sentence: the total stands in the one before
	}
	total := s.find(&items[first], func(p *item) bool { return p.level() && n-p.sentence <= back })
	if total == nil || total.dimension() == "" || total.dimension() != items[first].dimension() || back == 0 && strings.ContainsAny(s.between(total, &items[first]), "；。") {
		return
	}
	parts := s.partsFrom(items[first:], total)
	if len(parts) >= fewestParts {
		s.addUp(parts, total, complete(parts))
	}
}

// partsFrom are the levels of the total's dimension that follow one another,
// with nothing between them but their rates.
func (s *scene) partsFrom(items []item, total *item) (parts []*item) {
	for i := range items {
		p := &items[i]
		if i > 0 && strings.Contains(s.between(&items[i-1], p), "；") {
			return parts
		}
		switch {
		case p.fig.Kind == statement.Growth || p.fig.Kind == statement.PP || p.delta && p.dimension() == total.dimension() || p.fig.Kind == statement.Share:
		case p.level() && p.dimension() == total.dimension() && (p.dimension() != dimThing || p.unit() == total.unit()):
			if len(parts) > 0 && p.fig.Clause != parts[len(parts)-1].fig.Clause && containsAny(p.clause, []string{"其中", "比"}) {
				return parts
			}
			if len(parts) > 0 && (parts[len(parts)-1].core == p.core && coreOf(p.lead) == "" || len(p.core) == 0) {
				return parts
			}
			parts = append(parts, p)
		default:
			return parts
		}
	}
	return parts
}

// partitions are sets of parts that leave nothing out: where each part names
// one, and no two the same, the parts must reach the total. Rows are tried in
// order.
var partitions = [][][]string{
	{{"第一产业", "一产", "农业"}, {"第二产业", "二产", "工业"}, {"第三产业", "三产", "服务业"}},
	{{"中央", "国家"}, {"省", "自治区"}, {"市", "县", "地方", "自筹", "盟", "州", "区"}},
	{{"中央"}, {"地方"}},
	{{"城镇", "城市"}, {"农村", "乡村", "农牧区"}},
	{{"出口"}, {"进口"}},
	{{"男"}, {"女"}},
	{{"公办"}, {"民办"}},
	{{"新建"}, {"续建"}},
	{{"新开工"}, {"续建"}},
	{{"内资"}, {"外资"}},
	{{"国有"}, {"集体"}, {"个体", "私营", "民营"}},
	{{"轻工业"}, {"重工业"}},
	{{"上半年"}, {"下半年"}},
	{{"一季度"}, {"二季度"}, {"三季度"}, {"四季度"}},
	{{"火电", "煤电"}, {"水电"}, {"风电"}, {"光伏", "太阳能"}},
	{{"小学"}, {"初中"}, {"高中"}},
	{{"优"}, {"良"}, {"中"}, {"差"}},
}

// complete reports whether the parts' names show that they leave nothing out.
func complete(parts []*item) bool {
	for _, row := range partitions {
		if len(row) == len(parts) && covers(row, parts) {
			return true
		}
	}
	return false
}

func covers(row [][]string, parts []*item) bool {
	used := make([]bool, len(parts))
	for _, words := range row {
		found := false
		for i, p := range parts {
			if !used[i] && containsAny(p.lead, words) {
				used[i], found = true, true
				break
			}
		}
		if !found {
			return false
		}
	}
	return true
}

// addUp checks parts against their total: together they reach it where they
// leave nothing out, and never more than it.
func (s *scene) addUp(parts []*item, total *item, whole bool) {
	members := append(append([]*item(nil), parts...), total)
	conv, ok := unified(members...)
	if !ok {
		return
	}
	n := len(parts)
	c := claim{code: Sum, formula: "audit.formula.sum", items: members, unit: parts[0].unit(),
		eval: func(xs values) (quantity.Interval, quantity.Interval) {
			ys := conv(xs)
			return sumOf(ys[:n]), ys[n]
		}}
	if !whole && !c.meet(c.values(true)) {
		// Parts that do not reach the total may leave something out.
		got, said := c.eval(c.values(false))
		if got.Hi.Kind == quantity.Unbounded || said.Lo.Kind == quantity.Unbounded || got.Hi.Value.Cmp(said.Lo.Value) < 0 {
			return
		}
	}
	s.add(c)
}

// sumOf is the sum of the values.
func sumOf(xs values) quantity.Interval {
	sum := xs[0]
	for _, x := range xs[1:] {
		sum = sum.Add(x)
	}
	return sum
}

// totalWords come before a total that follows its parts.
var totalWords = []string{"共计", "合计", "总计", "总共", "一共", "三项合计", "两项合计", "相加"}

// totalled checks a list with its total at the end: A 50, B 70, 合计120.
func (s *scene) totalled(items []item) {
	for i := range items {
		t := &items[i]
		if !t.level() || t.plan || !containsAny(t.lead, totalWords) {
			continue
		}
		var parts []*item
		for j := i - 1; j >= 0; j-- {
			p := &items[j]
			if p.level() && !p.plan && !p.base && p.dimension() == t.dimension() && p.dimension() != "" && (p.dimension() != dimThing || p.unit() == t.unit()) && !perUnit(p) {
				parts = append([]*item{p}, parts...)
			} else if p.level() && !containsAny(p.tail, totalWords) { // not the 三项 of 三项合计
				break
			}
		}
		if len(parts) >= fewestParts {
			s.addUp(parts, t, true)
		}
	}
}

// compositionWords say that shares are of one whole; completeWords that they
// are all of it.
var (
	compositionWords = []string{"比例", "占比", "比重", "构成", "结构", "占"}
	completeWords    = []string{"三次产业", "产业结构", "构成", "结构为", "结构调整为", "结构由"}
)

// composition checks shares of one whole, listed one after another, against 100.
func (s *scene) composition(n int, items []item) {
	for i := 0; i < len(items); i++ {
		j := i
		for j < len(items) && items[j].fig.Kind == statement.Share && items[j].unit() == items[i].unit() && items[j].exact() && (j == i || listed(s.between(&items[j-1], &items[j]))) {
			j++
		}
		if j-i >= 3 {
			s.hundred(items[i:j])
		}
		i = max(i, j-1)
	}
}

// listed reports whether what stands between two numbers only lists them.
func listed(between string) bool {
	switch strings.TrimSpace(between) {
	case "、", "和", "，", ",", ":", "：", "∶", "及", "与", "／", "/":
		return true
	}
	return false
}

// nearWhole is how far from 100 shares can add up and still be meant as a whole.
const nearWhole = 3

// hundred checks shares that stand in one list.
func (s *scene) hundred(items []item) {
	head := items[0].words()
	if !containsAny(head, compositionWords) && items[0].unit() != "" || containsAny(head, []string{"率"}) && !strings.Contains(head, "比例") {
		return
	}
	members := make([]*item, len(items))
	for i := range items {
		members[i] = &items[i]
	}
	whole := quantity.Point(hundred)
	c := claim{code: Sum, formula: "audit.formula.hundred", items: members, unit: items[0].unit(),
		eval: func(xs values) (quantity.Interval, quantity.Interval) { return sumOf(xs), whole }}
	got := sumOf(c.values(false))
	near := whole.Widen(quantity.NewDecimal(nearWhole, 0))
	if got.Intersect(near).Empty() && (!containsAny(head, completeWords) && got.Lo.Value.Cmp(hundred) < 0 && !shareOut(head, len(items))) {
		return
	}
	s.add(c)
}

// shareOut reports whether a list names as many classes of one thing as there
// are shares, with 比例 or 占比 for them all: 优良、轻度污染、中度及以下断面比例分别为.
func shareOut(head string, n int) bool {
	return strings.Contains(head, "比例分别") && strings.Count(head, "、") >= n-2
}
