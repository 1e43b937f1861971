package statement

import (
	"strings"

	"pledger/lexicon"
	"pledger/quantity"
)

// kind decides what sort of quantity f, number i, is and which way it goes. topic is what
// its slot speaks of.
func (e *extractor) kind(f *Figure, r *run, i int, topic string) {
	q := &f.Quantity
	p := &r.pred
	f.Direction = p.dir
	rule := "kind:level"
	switch {
	case e.streak(i):
		f.Kind, rule = Streak, "kind:streak"
		f.Direction = e.streakDirection(f)
	case isPercent(q) && q.Form == quantity.Digits:
		f.Kind, rule = e.percentKind(r, q, topic)
	case isPoint(q):
		f.Kind, rule = PP, "kind:point"
	case q.Form == quantity.Doubling || q.Unit.Is(lexicon.UnitMultiple|lexicon.UnitDoubling):
		f.Kind, rule = Multiple, "kind:multiple"
		if q.Form == quantity.Doubling || q.Unit.Is(lexicon.UnitDoubling) {
			f.Direction = Up
		}
	case e.ranks(q):
		f.Kind, rule = Rank, "kind:rank"
	case q.Form == quantity.Dual && e.at(q.Pos.Start) == '双':
		f.Kind, rule = Count, "kind:dual"
		f.Direction = e.dualDirection(q)
	case q.Form == quantity.Dual && q.Unit.Is(lexicon.UnitDuration):
		f.Kind, rule = Duration, "kind:duration"
	case e.halved(q.Pos.Start):
		f.Kind, rule = Growth, "kind:halved"
	case q.Form == quantity.Fraction || q.Form == quantity.Tenths || q.Form == quantity.Dual || q.Form == quantity.Digitals || isPercent(q) || q.Unit != nil && q.Unit.Dimension == "ratio:per100000":
		f.Kind, rule = e.percentKind(r, q, topic)
	case q.Unit == nil && q.Form == quantity.Digits && e.ratioColon(q):
		f.Kind, rule = Share, "kind:proportion"
		if e.toOne(r.nums[0]) {
			f.Kind, rule = Multiple, "kind:to-one"
		}
	case q.Unit.Is(lexicon.UnitAge) && e.threshold(f):
		f.Kind, f.Direction, rule = Level, "", "kind:age-class"
	case strings.HasSuffix(topic, "天数") || strings.HasSuffix(topic, "日数"):
		f.Kind, rule = Level, "kind:days"
	case q.Unit.Is(lexicon.UnitDuration|lexicon.UnitAge|lexicon.UnitAnniversary) && !strings.Contains(q.Unit.Name, "/"):
		f.Kind, rule = Duration, "kind:duration"
	case q.Unit == nil && q.Form == quantity.Digits && (strings.HasSuffix(topic, "比") || strings.HasSuffix(topic, "倍差")) && e.decimal(q.Pos):
		f.Kind, rule = Multiple, "kind:ratio" // 城乡居民收入比缩小到1.72
	case e.enumerates(r, q, i, topic), q.Unit != nil && q.Unit.Name == "大类", e.set.Mentions[r.nums[0]].Rule == "divided":
		f.Kind, rule = Count, "kind:enumeration"
	default:
		f.Kind = Level
	}
	switch f.Kind {
	case Level:
		f.Direction = e.levelWay(f, r, topic)
	case Growth:
		e.growthWay(f, r, topic)
	case Count:
		f.Direction = e.countWay(f, r, topic)
	}
	if p.from && !(f.Kind == Growth && p.change) {
		f.Direction = ""
	}
	f.Trace = append(f.Trace, rule)
}

// levelWay is which way an amount goes: that of f, which its verb gave it, or the one that its topic
// says; none where it delimits a class, or counts those for whom something is done.
func (e *extractor) levelWay(f *Figure, r *run, topic string) Direction {
	q, way := &f.Quantity, f.Direction
	if way == "" && strings.Contains(topic, "新增") {
		way = Up
	} else if way == "" {
		way = e.saidWay(q, topic, r.pred.reach)
	}
	if way == "" || e.delimits(r) || r.made && q.Unit.Is(lexicon.UnitMeasure) && e.isBefore(q.Full.Start, lotVerbs) {
		return "" // 提高1200名教师待遇
	}
	return way
}

// countWay is which way a count goes: that of f, which its verb gave it; none where it numbers the
// members of a list.
func (e *extractor) countWay(f *Figure, r *run, topic string) Direction {
	q := &f.Quantity
	if f.Direction == "" || isOutlined(topic) || q.Form == quantity.Chinese && e.verbBeforeAt(q.Pos.Start) && e.listBefore(r.clause, r.nums[0]) {
		return "" // 呈现效益提升、活力增强两个特点; 治理和关闭两个方面
	}
	return f.Direction
}

// growthWay gives a rate of growth f that goes neither way the one that it means, and takes from it
// the bound that is that of what another stays beyond.
func (e *extractor) growthWay(f *Figure, r *run, topic string) {
	n := len(e.set.Figures)
	held := n > 0 && e.set.Figures[n-1].Kind == Growth && e.targetBehind(r)
	if held && f.Quantity.Full.Start < f.Quantity.Pos.Start {
		f.Quantity.Stand() // 增长7.8%，低于8%的目标
	}
	if f.Direction != "" {
		return
	}
	f.Direction = Up
	if fallWord(topic) || held && e.set.Figures[n-1].Direction == Down {
		f.Direction = Down // 下降3.4%，超过3%的目标
	}
}

// waysUp and waysDown open subjects that themselves say which way an amount went, though no verb
// stands before it.
var (
	waysUp   = []string{"增产", "增加", "追加", "净增", "新建"}
	waysDown = []string{"少生", "少用", "少耗", "裁军", "节约"}
)

// saidWay is the way that the subject of an amount says it went: 每年增产原煤, 少用煤炭, 钢铁淘汰落后
// 产能; "" where it says none.
func (e *extractor) saidWay(q *quantity.Quantity, topic string, reached bool) Direction {
	if !q.Unit.Is(lexicon.UnitPlain | lexicon.UnitPerson) {
		return ""
	}
	rest := strings.TrimPrefix(topic, "每年")
	switch first, _ := firstRune(rest); first {
	case '增', '追', '净', '新':
		if q.Unit.Is(lexicon.UnitPlain) && runeCount(rest) > 2 && hasAnyPrefix(rest, waysUp) {
			return Up
		}
	case '少', '裁', '节':
		if hasAnyPrefix(rest, waysDown) {
			return Down
		}
	}
	switch last, _ := lastRune(topic); last {
	case '生':
		if strings.HasSuffix(topic, "少生") {
			return Down
		}
	case '收', '加':
		if isMoney(q) && (strings.HasSuffix(topic, "增收") || strings.HasSuffix(topic, "增加") && !reached) {
			return Up
		}
	case '能', '力':
		if !isMoney(q) && strings.Contains(topic, "淘汰落后") {
			return Down
		}
	}
	return ""
}

// lotVerbs are verbs of what those who are counted have, and not of how many they are.
var lotVerbs = phrasesOf("提高", "提升", "改善", "减轻", "降低")

// fallWord reports whether a subject ends in a word for how far something fell:
// 降幅, 减幅, 减少幅度.
func fallWord(topic string) bool {
	for _, extent := range extents {
		if verb, ok := strings.CutSuffix(topic, extent); ok {
			return hasAnySuffix(verb, falls)
		}
	}
	return hasAnySuffix(topic, fallNouns)
}

// fallNouns are nouns for how far something fell.
var fallNouns = []string{"降幅", "减幅", "跌幅"}

// extents are nouns for how far that are said behind a verb of falling.
var extents = []string{"幅度", "比例"}

// falls are verbs of falling that 幅度 is said of.
var falls = []string{"减少", "下降", "降低", "回落", "下调", "削减", "压减", "缩减", "精简", "压缩"}

// inheritKind gives a percentage with no verb of its own the kind of the one
// before it in its sentence: 一季度增长9%，上半年13%; 增长5.5%以上、力争达到6%.
func (e *extractor) inheritKind(f *Figure, r *run, s *subjects) {
	n := len(e.set.Figures)
	if n == 0 || !s.inherited || f.Kind != Share && !e.strivesFor(f, r) || r.pred.change || r.pred.ratio || r.quantified {
		return
	}
	prev := &e.set.Figures[n-1]
	if prev.Kind != Growth || !isPercent(&f.Quantity) ||
		e.rep.Clauses[prev.Clause].Sentence != e.rep.Clauses[f.Clause].Sentence {
		return
	}
	f.Kind, f.Direction = Growth, prev.Direction
	f.Trace = append(f.Trace, "kind:as-before")
}

// strivesFor reports whether f, read as a share of a plan, is what is striven for beyond the
// rate before it: 增长8%，力争完成10%.
func (e *extractor) strivesFor(f *Figure, r *run) bool {
	return e.isAt(r.left.Start, strivings) && f.Kind == Completion && !r.pred.goal.Valid()
}

// endDirection gives the end of a change from a stated start the way it went,
// by the two values: 由4所发展到13所.
func (e *extractor) endDirection(f *Figure, r *run, start int) {
	if f.Direction != "" || start < 0 || r.n > 1 {
		return
	}
	if from := e.nums[start].Unit; from != nil && from != e.nums[r.nums[0]].Unit {
		return // 由一个月减到如今的6个工作日
	}
	switch e.nums[start].Nominal.Cmp(e.nums[r.nums[0]].Nominal) {
	case -1:
		f.Direction = Up
	case 1:
		f.Direction = Down
	}
}

// streakDirection: 连增 goes up, 连降 down.
func (e *extractor) streakDirection(f *Figure) Direction {
	switch e.at(f.Pos.End + 1) {
	case '增', '涨', '升':
		return Up
	case '降', '减', '跌':
		return Down
	}
	return ""
}

// dualDirection is that of the change behind 双.
func (e *extractor) dualDirection(q *quantity.Quantity) Direction {
	if t, ok := e.lex.At(e.rs, q.Pos.End, lexicon.ClassVerb); ok {
		if t.Role.Is(lexicon.Up) {
			return Up
		}
		if t.Role.Is(lexicon.Down) {
			return Down
		}
	}
	return ""
}

// ratioColon reports whether q is a member of 13:48:37.
func (e *extractor) ratioColon(q *quantity.Quantity) bool {
	for _, at := range []int{q.Pos.End, q.Pos.Start - 1} {
		switch e.at(at) {
		case '∶', ':', '：', '︰':
			return true
		}
	}
	return e.at(q.Pos.End) == '比' && isDigit(e.at(q.Pos.End+1))
}

// percentKind tells growth, share and completion apart, and by which rule.
func (e *extractor) percentKind(r *run, q *quantity.Quantity, topic string) (Kind, string) {
	p := &r.pred
	switch {
	case p.goal.Valid(), p.done && !p.change:
		return Completion, "kind:goal"
	case p.ratio:
		return Share, "kind:ratio"
	case e.planDone(topic):
		return Completion, "kind:plan-done"
	case e.growthBehind(r) && !(strings.HasSuffix(topic, "率") && !strings.HasSuffix(topic, "增长率")):
		return Growth, "kind:growth-behind"
	case e.at(r.right.Start) == '的' && !p.change && !e.hasAt(r.right.Start, "的增长") && !e.hasAt(r.right.Start, "的速度") && !e.rateWord(topic):
		return Share, "kind:quantifier"
	case r.made && p.dir != "" && !p.reach && !p.ratio && !e.rateWord(topic):
		return Growth, "kind:changed"
	case p.to && !p.change && !e.rateless(topic):
		return Share, "kind:reached"
	case p.change || p.annual || q.Form == quantity.Digitals:
		return Growth, "kind:change"
	}
	if ind := e.indicatorOf(topic); ind != nil && (ind.Kind == "growth" || ind.Kind == "share") {
		return KindNamed(ind.Kind), "kind:indicator"
	}
	if e.rateWord(topic) {
		return Growth, "kind:rate-word"
	}
	return Share, "kind:share"
}

// planDone reports whether a topic is how far a plan is carried out: 建设任务完成率.
func (e *extractor) planDone(topic string) bool {
	of, ok := strings.CutSuffix(topic, "完成率")
	return ok && hasAnySuffix(of, []string{"任务", "计划", "目标", "预算"})
}

// growths are words for a rate of growth, or that open its name.
var growths = phrasesOf("增长", "年均", "速度", "增速", "增幅", "涨幅")

// growthBehind reports whether the words behind a percentage say that it is a
// rate of growth: 6.5%的增速, 8%左右的国内生产总值增长目标.
func (e *extractor) growthBehind(r *run) bool {
	at := r.right.Start
	if e.at(at) != '的' {
		return e.hasAt(at, "增长")
	}
	if e.isAt(at+1, growths) || e.targetBehind(r) {
		return true
	}
	const reach = 14
	return e.holds(at, min(r.right.End, at+reach), "增长目标") || e.holds(at, min(r.right.End, at+reach), "增长预期目标")
}

// rateless reports whether a topic is itself a change rate: 涨幅控制到3%.
func (e *extractor) rateless(topic string) bool { return e.rateWord(topic) }

// rateWord reports whether a topic ends in a word for a change rate.
func (e *extractor) rateWord(topic string) bool {
	switch last, _ := lastRune(topic); last {
	case '例':
		return fallWord(topic) // 压减比例
	case '速', '幅', '度', '率', '长', '涨', '降', '标', '期', '的':
	default:
		return false
	}
	for _, goal := range []string{"预期目标", "调控目标", "控制目标", "目标", "预期"} {
		topic = strings.TrimSuffix(topic, goal)
	}
	for strings.HasSuffix(topic, "的") {
		topic = strings.TrimSuffix(topic, "的")
	}
	for _, w := range []string{"增速", "增幅", "涨幅", "降幅", "减幅", "跌幅", "幅度", "增长率", "增长速度", "上涨率", "增长", "上涨", "下降", "通货膨胀率", "增长目标", "增长预期目标"} {
		if strings.HasSuffix(topic, w) {
			return true
		}
	}
	return false
}

// outlined are nouns of what is thought or set down and not made, whose number in words is that
// of a list: 四项工作, 十条经济建设方针, 两种错误倾向.
var outlined = []string{"工作", "任务", "举措", "重点", "方面", "要求", "事", "措施", "原则", "环节", "问题", "关系", "步骤", "阶段", "特点",
	"方针", "政策", "标准", "条件", "资源", "本领", "倾向", "可能", "战线", "主张", "决定", "制度", "体制", "思想", "观念", "理念", "导向", "主题", "目标",
	"优势", "挑战", "矛盾", "难题", "短板", "课题", "闸门", "手段", "办法", "方式", "途径", "国策", "规定", "准则", "因素", "底线", "主线", "转变", "积极性", "大局", "建议", "承诺"}

// outlinedEnds are the runes in which outlined end.
var outlinedEnds = tailsOf(phrasesOf(outlined...))

// isOutlined reports whether topic ends in such a noun.
func isOutlined(topic string) bool {
	last, _ := lastRune(topic)
	return outlinedEnds.may(last) && hasAnySuffix(topic, outlined)
}

// worksAhead open the name of parts of what is to be done: 四项工作任务.
var worksAhead = []string{"工作", "任务", "举措", "新举措", "重点", "方面", "要求", "事", "大事"}

// listed are nouns behind a number that make what it counts a list.
var listed = phrasesOf("方面", "措施", "专业", "要求", "原则", "环节", "问题", "重点", "关系", "步骤", "阶段", "特点")

// listHeads are the runes that listed and worksAhead begin with.
var listHeads = headsOf(listed, phrasesOf(worksAhead...))

// twoSides name two things without a mark between them.
var twoSides = phrasesOf("国内国际", "国际国内", "国内国外", "线上线下", "城市农村", "城市乡村", "国内外")

// enumerates reports whether a count, number i, numbers the members of a list or the parts
// of a text: 六个方面, 三大基地, 24条措施.
func (e *extractor) enumerates(r *run, q *quantity.Quantity, i int, topic string) bool {
	if e.at(q.Pos.End) == '大' {
		return true
	}
	if !q.Unit.Is(lexicon.UnitThing) {
		return e.aspects(r.nums[0])
	}
	noun := e.text(span{Start: q.Full.End, End: min(q.Full.End+8, r.right.End)})
	head, _ := firstRune(noun)
	if listHeads.may(head) {
		for _, w := range listed.list {
			if strings.HasPrefix(noun, w) && (w != "重点" || e.ends(q.Full.End+2)) {
				return true // but not 100项重点技术创新项目
			}
		}
	}
	if q.Form != quantity.Chinese || q.Bound != quantity.Exact {
		return false
	}
	if !e.ends(q.Full.End) && (isOutlined(topic) || topic == "市场") || listHeads.may(head) && hasAnyPrefix(noun, worksAhead) {
		return true
	}
	if v := e.plainValue(r.nums[0]); e.at(q.Full.Start-1) == '这' && 0 < v && v <= longestList {
		return true // 这两个指标
	}
	if e.itemsNext(r.clause) || q.Pos.Len() == 1 && e.pointsOut(r.nums[0]) {
		return true // 以下三类企业
	}
	if e.isBefore(q.Full.Start, twoSides) {
		return true // 国内国际两个市场
	}
	if n := len(e.set.Figures); n > 0 && q.Pos.Len() == 1 && e.set.Figures[n-1].Kind == Count && e.set.Figures[n-1].Clause == r.clause && e.set.Figures[n-1].Quantity.Form == quantity.Chinese && e.joinsBefore(q.Full.Start) {
		return true // 两个市场、两种资源
	}
	return e.listBefore(r.clause, i) && !e.ends(q.Full.End) && e.plainValue(i) <= longestList // but 水厂、泵站十座
}

// longestList is how many members a list has that is written out at the most.
const longestList = 20

// itemHeads open the first item of a list inside a paragraph.
var itemHeads = phrasesOf("一是", "一要", "一、", "第一", "首先", "（一）", "（1）")

// itemsNext reports whether the items of what clause c counts follow behind its colon:
// 采取四项举措：一要….
func (e *extractor) itemsNext(c int) bool {
	end := e.rep.Clauses[c].Pos.End
	switch e.at(end) {
	case '：':
		return e.isAt(end+1, itemHeads)
	case '，':
		return e.hasAt(end+1, "一是") || e.hasAt(end+1, "一要") // 重点是两条，一是…
	}
	return false
}
