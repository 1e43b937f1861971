package statement

import (
	"slices"
	"strings"

	"pledger/lexicon"
)

// reworkings end the name of what is begun and finished.
var reworkings = []string{"改造", "整治", "修复", "治理"}

// perOnly reports whether core is only 人均 or the like.
func (e *extractor) perOnly(c int, core span) bool {
	if !e.cls[c].roles.Is(lexicon.PerUnit) {
		return false
	}
	t, ok := e.tokenAt(c, core)
	return ok && int(t.End) == core.End && t.Role.Is(lexicon.PerUnit) && !t.Role.Is(lexicon.Head)
}

// inherit is what a run without words of its own speaks of.
func (e *extractor) inherit(r *run, st *state) []string {
	left := st.paired
	if left == 0 && len(st.recent)-st.before > r.n && e.changesNext(r) && e.holds(r.left.Start, r.left.End, "分别") {
		left = min(e.changesTogether(r), len(st.recent)-st.before)
	}
	st.paired = max(left-r.n, 0)
	switch {
	case r.pred.from && r.first && st.object >= 0 && st.object == r.clause-1 && e.tailHead(e.rep.Clauses[st.object].Pos):
		return e.words.list(e.objectOf(st.object)) // 参加人数，由80万人增加到95万人
	case r.n == 1 && e.topicBefore(r, st) != "":
		return e.words.list(e.topicBefore(r, st))
	case left >= r.n && left <= len(st.recent):
		left = len(st.recent) - left
		return e.words.keep(st.recent[left : left+r.n])
	case st.share != "" && r.pred.to && !r.first:
		return e.words.list(st.share)
	case r.n > 1 && r.pred.than.Valid() && st.topic != "" && len(e.splitList(r.clause, r.pred.than)) == r.n:
		return e.words.list(st.topic) // 比全国、全省分别快2个和1个百分点
	case r.n > 1 && st.topic != "" && len(st.recent)-st.before < r.n && len(st.recent) > st.before:
		return e.words.list(st.topic)
	case r.n > 1 && st.topic != "" && e.listsTimes(r):
		return e.words.list(st.topic) // 一季度、二季度分别增长3%和5%
	case r.n > 1 && len(st.recent) >= r.n:
		return e.words.keep(st.recent[len(st.recent)-r.n:])
	case r.led && r.n == 1 && len(st.last) == 2:
		return e.words.list(strings.TrimSuffix(st.last[0], e.measureChanged(st.object)) + "、" + st.last[1]) // 分别从20%、35%提高到50%
	case r.n == 1 && e.shareBefore(r) != "":
		return e.words.list(e.shareBefore(r))
	case r.n == 1 && e.sameMeasure(r, st) != "":
		return e.words.list(e.sameMeasure(r, st))
	case r.n == 1 && e.countedBefore(r) != "":
		return e.words.list(e.countedBefore(r))
	case r.first && st.object >= 0 && st.object == r.clause-1 && r.pred.verb.Valid() && e.rs[r.pred.verb.Start] == '新' && e.actedOn(r, st) != st.topic:
		return e.words.list(strings.TrimSuffix(e.actedOn(r, st), "建设")) // 加快公路建设，新建55公里
	case r.n == 1 && (r.pred.brought || r.pred.done) && !r.pred.change && st.object == r.clause-1 && e.actedOn(r, st) != st.topic:
		return e.words.list(e.actedOn(r, st)) // 加快户厕改造，完成1.5万户
	case r.n == 1 && (r.pred.brought || r.pred.reach && e.totalled(r)) && e.backToWhole(r, st) != "":
		return e.words.list(e.backToWhole(r, st))
	case r.n == 1 && r.pred.brought && st.topic != "":
		if hasAnySuffix(st.topic, reworkings) {
			return e.words.list(st.topic) // 棚户区改造开工560套、基本建成320套
		}
		return e.words.list(e.withoutVerb(e.undergone(r, st.topic)))
	case r.n == 1 && r.first && len(st.recent) > st.before+1 && e.isAt(e.trim(r.left).Start, together):
		return e.words.list(strings.Join(slices.Compact(slices.Clone(st.recent[st.before:])), "、"))
	case r.n == 1 && r.pred.both && len(st.last) > 1:
		return e.words.list(strings.Join(st.last, "、"))
	case r.n == 1 && r.pred.both && (r.pred.change || r.pred.ranking) && e.toldInTurn(r, st):
		return e.words.list(strings.Join(slices.Compact(slices.Clone(st.recent[st.before:])), "、"))
	case r.n == 1 && r.pred.both && (r.pred.ranking || e.holds(r.left.Start, r.left.End, "双双")) && len(st.recent) > 1:
		return e.words.list(strings.Join(st.recent[len(st.recent)-2:], "、"))
	case r.n == 1 && isMoney(&e.nums[r.nums[0]]) && e.sharing(st.topic) != "":
		return e.words.list(e.sharing(st.topic))
	case e.reachedToo(r, st) != "":
		return e.words.list(e.reachedToo(r, st))
	case st.object >= 0 && st.object == r.clause-1 && r.n == 1 && len(st.recent) == st.before && e.ranks(&e.nums[r.nums[0]]) && e.whoRanks(st.object) != "":
		return e.words.list(e.whoRanks(st.object))
	case st.topic != "" && e.ranks(&e.nums[r.nums[0]]):
		return e.words.list(e.sharer(st.topic))
	case r.n == 1 && e.saidFirst(r, st) != "":
		return e.words.list(e.saidFirst(r, st))
	case st.topic != "":
		return e.words.list(st.topic)
	case st.object >= 0:
		return e.words.list(e.objectOf(st.object))
	}
	return e.words.list("")
}

// saidFirst is what the clause right before r says how it is, where its sentence has measured
// nothing yet: 审批事项 of 审批事项全面清理，保留86项; "" where that clause opens with a verb.
func (e *extractor) saidFirst(r *run, st *state) string {
	c := st.object
	if !r.first || c < 0 || c != r.clause-1 || len(st.recent) != st.before || e.rep.Clauses[c].Mark != '，' {
		return ""
	}
	core := e.stripLeft(c, e.rep.Clauses[c].Pos, true)
	if t, ok := e.tokenAt(c, core); ok && (t.Class&lexicon.ClassVerb != 0 && !t.Role.Is(lexicon.Noun|lexicon.Plain|lexicon.Head) || t.Role.Is(lexicon.Prep|lexicon.Conj)) {
		return ""
	}
	from := e.saidFrom(c, core)
	if from == core.End || e.isAt(core.Start, conditions) {
		return ""
	}
	toks := e.tokens(c, span{Start: core.Start, End: from})
	for n := len(toks) - 1; n >= 0 && int(toks[n].End) == from && toks[n].Role.Is(lexicon.Adverb|lexicon.Modal|lexicon.Past) && !toks[n].Role.Is(lexicon.Head|lexicon.Plain); n-- {
		from = int(toks[n].Start) // 粮食仍然连年增产
	}
	return e.text(span{Start: core.Start, End: from})
}

// conditions open a clause that says upon what the next one comes about.
var conditions = phrasesOf("如果", "只要", "一旦", "即使", "尽管", "虽然")

// topicBefore is what the clause right before r names, and says nothing of, so that r does: 通过认证的
// 产品 of 通过认证的产品，目前已增加到128个; "" elsewhere.
func (e *extractor) topicBefore(r *run, st *state) string {
	c := st.object
	if !r.first || c < 0 || c != r.clause-1 || e.rep.Clauses[c].Mark != '，' || len(st.recent) > st.before && !r.pred.from || !(r.pred.to || r.pred.from || r.pred.reach || r.pred.change) {
		return ""
	}
	if core := e.stripLeft(c, e.rep.Clauses[c].Pos, true); e.namesOnly(r, c, core) {
		return e.text(core)
	}
	return ""
}

// namesOnly reports whether core, with which clause c ends, is a noun with what describes it, and
// says nothing of it.
func (e *extractor) namesOnly(r *run, c int, core span) bool {
	const shortest = 2 // runes
	if core.Len() < shortest || strings.ContainsRune("上下中后时前内外间里起来看", e.rs[core.End-1]) || e.hasBefore(core.End, "目标") || e.holds(core.Start, core.End, "了") || e.rs[core.Start] == '我' {
		return false
	}
	toks := e.tokens(c, core)
	if len(toks) == 0 {
		return false
	}
	switch t := toks[0]; {
	case int(t.Start) > core.Start:
	case t.Role.Is(lexicon.Prep | lexicon.Conj), t.Role.Is(lexicon.Scope|lexicon.Agent) && int(t.End) == core.End:
		return false
	case t.Class&lexicon.ClassVerb != 0 && !t.Role.Is(lexicon.Noun|lexicon.Head|lexicon.Plain) && !e.countsByMeasure(r):
		return false // 拓展开放的深度
	}
	from := core.End
	for from > core.Start && e.rs[from-1] != '的' {
		from--
	}
	for _, t := range toks {
		switch {
		case t.Class&lexicon.ClassIndicator != 0 || t.Role.Is(lexicon.Head|lexicon.Noun|lexicon.Plain|lexicon.Rate):
		case t.Role.Is(lexicon.Past | lexicon.Modal | lexicon.Than):
			return false
		case int(t.Start) >= from && (t.Class&lexicon.ClassVerb != 0 || t.Role.Is(lexicon.Adverb|lexicon.Void|lexicon.Prep|lexicon.PerUnit)):
			return false
		}
	}
	return true
}

// toldInTurn reports whether the sentence has told no more than one level of each of several
// before r: 粮食产量26万吨，油料产量3万吨，均增长3%.
func (e *extractor) toldInTurn(r *run, st *state) bool {
	const most = 4
	n := len(st.recent) - st.before
	if !r.first || n < 2 || n > most || n > len(e.set.Figures) {
		return false
	}
	sentence := e.rep.Clauses[r.clause].Sentence
	for k := len(e.set.Figures) - 1; k >= 0 && e.rep.Clauses[e.set.Figures[k].Clause].Sentence == sentence; k-- {
		if n--; n < 0 || e.set.Figures[k].Kind != Level {
			return false
		}
	}
	return n == 0
}

// together say that a number is of all that its sentence told before: 合计占财政支出的36%.
var together = phrasesOf("合计", "两项合计", "三项合计", "两者合计")

// spreads are verbs of what places and people something gets to.
var spreads = []string{"覆盖", "惠及", "辐射", "涉及"}

// reachedToo words the people or households that something reaches beside the places that it
// was counted by before: 惠及62个村、3.6万人; "" elsewhere.
func (e *extractor) reachedToo(r *run, st *state) string {
	who := e.countedByVerb(r)
	if r.n != 1 || who == "" || !e.joinsBefore(r.left.End) {
		return ""
	}
	if what := e.spreadBefore(r, st); what != "" {
		return what + who
	}
	return ""
}

// spreadBefore is what gets to the places that the number before r in its clause counts, with
// its verb: 水网覆盖 of 水网覆盖12个市、86个县; "" elsewhere.
func (e *extractor) spreadBefore(r *run, st *state) string {
	if !st.counted || r.first {
		return ""
	}
	for _, w := range spreads {
		if at := strings.LastIndex(st.topic, w); at >= 0 {
			return st.topic[:at+len(w)]
		}
	}
	return ""
}

// backToWhole is the whole whose parts its sentence has told, where a verb alone opens the
// clause of r, which is not of the parts: 保障房 of 开工保障房6万套，其中公租房2万套，基本建成
// 4万套; "" elsewhere.
func (e *extractor) backToWhole(r *run, st *state) string {
	if !st.parts || !r.first || e.among(r.clause) {
		return ""
	}
	return st.whole
}

// totalled reports whether r opens with a word for how much or how many there are in all.
func (e *extractor) totalled(r *run) bool { return e.isAt(e.trim(r.left).Start, totals) }

// totals are words for how much or how many there are in all, which name nothing themselves.
var totals = phrasesOf("总量", "总数", "总计")

// whoRanks is who or what clause c, right before a rank that leaves that out, is of: 高新区 of
// 支持高新区争先进位，力争进入全国前50名; "" where it opens with another verb.
func (e *extractor) whoRanks(c int) string {
	core := e.stripLeft(c, e.rep.Clauses[c].Pos, true)
	if who := e.urgedOn(c, core); who.Valid() {
		return e.text(who)
	}
	t, ok := e.tokenAt(c, core)
	switch from := e.saidFrom(c, core); {
	case ok && t.Class&lexicon.ClassVerb != 0:
		if rest := e.behindChange(c, core); rest != core && !e.verbIn(c, rest) {
			return e.text(rest) // 做强县域经济
		}
	case from < core.End && !(ok && t.Role.Is(lexicon.Prep)):
		return e.text(span{Start: core.Start, End: from}) // 县域经济稳步发展
	}
	return ""
}

// shareBefore is the share that its sentence told right before points of change: 研发经费
// 68亿元，占生产总值比重2.4%，提高0.2个百分点; "" elsewhere.
func (e *extractor) shareBefore(r *run) string {
	n := len(e.set.Figures)
	if n == 0 || !isPoint(&e.nums[r.nums[0]]) || !r.pred.change || r.pred.thanVerb.Valid() {
		return ""
	}
	prev := &e.set.Figures[n-1]
	if prev.Kind != Share || !strings.Contains(prev.Subject, "占") || e.rep.Clauses[prev.Clause].Sentence != e.rep.Clauses[r.clause].Sentence {
		return ""
	}
	return prev.Subject
}

// changesNext reports whether what stands behind the run joins another change to it: 分别增长
// 5%和下降3%.
func (e *extractor) changesNext(r *run) bool {
	switch e.at(r.right.Start) {
	case '和', '、', '与':
		t, ok := e.lex.At(e.rs[:r.right.End], r.right.Start+1, lexicon.ClassVerb)
		return ok && t.Role.Is(lexicon.Up|lexicon.Down)
	}
	return false
}

// sameMeasure is what the sentence last measured in the unit of a change without a
// subject, where a percentage stands between them: 优良天数288天、优良率78.7%，增加19天;
// "" elsewhere.
func (e *extractor) sameMeasure(r *run, st *state) string {
	q := &e.nums[r.nums[0]]
	if !r.pred.change || q.Unit == nil {
		return ""
	}
	sentence := e.rep.Clauses[r.clause].Sentence
	for n := len(e.set.Figures) - 1; n >= 0; n-- {
		f := &e.set.Figures[n]
		switch {
		case e.rep.Clauses[f.Clause].Sentence != sentence:
			return ""
		case f.Quantity.Unit == q.Unit && n < len(e.set.Figures)-1 && f.Kind == Level:
			return f.Subject
		case f.Kind != Share:
			return ""
		}
	}
	return ""
}

// measuredSides are the sides that one measure is given for in turn.
var measuredSides = append(slices.Clone(pairedModifiers[:townAndCountry]), []string{"小学", "初中"}, []string{"普通高中", "中职"})

// sideEnds are the runes that the sides end in, and 居民 behind them.
var sideEnds = tailsOf(phrasesOf("居民"), phrasesOf(slices.Concat(measuredSides...)...))

// sideBehind words a measure that is given for each side behind its name:
// 居民人均可支配收入城镇41484元、农村20389元, 公用经费标准小学提高到560元、初中760元.
func (e *extractor) sideBehind(name string, st *state) string {
	if last, _ := lastRune(name); !sideEnds.may(last) {
		return name
	}
	for _, pair := range measuredSides {
		for _, side := range pair {
			if people, ok := strings.CutPrefix(name, side); ok && people == "居民" {
				for _, other := range pair {
					if of, ok := strings.CutPrefix(st.topic, other+people); ok && other != side && of != "" {
						return name + of // 城市居民低保标准提高到410元，农村居民提高到230元
					}
				}
			}
			of, ok := strings.CutSuffix(name, side)
			switch {
			case ok && of == "" && st.sided != "":
				return side + st.sided
			case ok && of == "":
				for _, other := range pair {
					if of, ok := strings.CutPrefix(st.topic, other); ok && other != side && e.indicatorWhole(st.topic) {
						return side + of // 城镇居民人均可支配收入3万元，农村1万元
					}
				}
			case ok && of != "" && (e.indicatorOf(of) != nil || strings.HasSuffix(of, "标准")):
				st.sided = of
				return side + of
			}
		}
	}
	return name
}

// outputHeads are measuring nouns that a part of a branch of the economy leaves to the
// whole: 工业增加值65亿元，其中规上工业52亿元.
var outputHeads = []string{"增加值", "总产值", "产值", "主营业务收入", "营业收入", "利润", "利税", "销售收入"}

// tradeHeads are what a part of trade leaves to the whole.
var tradeHeads = []string{"进出口", "进出口总额", "进出口总值", "出口", "出口总额", "出口额", "进口", "进口额", "贸易", "贸易额", "贸易总额", "投资", "投资额"}

// wholeHead is the measuring noun of the whole where a part of it names only a branch;
// "" elsewhere.
func (e *extractor) wholeHead(r *run, part string, st *state) string {
	if strings.HasPrefix(part, "对") && !r.pred.ratio && !strings.HasSuffix(part, "占比") && !strings.HasSuffix(part, "比重") && hasAnySuffix(st.whole, tradeHeads) && !hasAnySuffix(part, tradeHeads) {
		return st.whole // 进出口总值450亿元，其中对欧洲增长两成
	}
	if r.pred.ratio || e.countsByMeasure(r) {
		return "" // 年产值32亿元，其中规上企业21家
	}
	if head := e.sumShared(r, part, st.whole); head != "" {
		return head
	}
	if last, _ := lastRune(part); last != '业' {
		return ""
	}
	for _, head := range outputHeads {
		if strings.HasSuffix(st.whole, head) {
			return head
		}
	}
	return ""
}

// sumHeads are measures of money that a part of it, which names only whose it is, leaves to the
// whole: 网络零售额30亿元，其中农产品8亿元.
var sumHeads = []string{"社会消费品零售总额", "网络零售额", "网上零售额", "零售额", "销售额", "交易额", "实际利用外资", "利用外资", "贷款余额", "存款余额", "贷款", "进出口总额", "进出口总值", "进出口"}

// moneyEnds are the runes that the names of amounts of money end in, which need no other.
const moneyEnds = "额值款税费债金资入出口易支利润占"

// sumShared is the measure of money of whole that part leaves to it, 零售额 for 农产品; what the
// money is for where part is who gives it, 衔接资金 for 中央; "" elsewhere.
func (e *extractor) sumShared(r *run, part, whole string) string {
	const longest = 6 * hanSize // bytes of whose it is
	last, _ := lastRune(part)
	if whole == "" || len(part) > longest || strings.ContainsRune(moneyEnds, last) {
		return ""
	}
	money := isMoney(&e.nums[r.nums[0]])
	if !money && !strings.HasSuffix(whole, "用电量") {
		return ""
	}
	if rs := e.runesOf(part); e.endsMeasure(rs) || e.isIndicator(rs) {
		return ""
	}
	for _, t := range e.tokensOf(e.runesOf(part)) {
		if t.Class&lexicon.ClassVerb != 0 && !t.Role.Is(lexicon.Noun|lexicon.Head|lexicon.Plain) {
			return ""
		}
	}
	if !money {
		if e.nums[r.nums[0]].Unit.Is(lexicon.UnitPlain) {
			return "用电量"
		}
		return ""
	}
	if strings.HasSuffix(whole, "资金") && hasAnyPrefix(part, purses) && (last == '央' || last == '级' || last == '政') {
		if last == '政' {
			whole = strings.TrimPrefix(whole, "财政") // 省级财政专项资金
		}
		return whole
	}
	for _, head := range sumHeads {
		if strings.HasSuffix(whole, head) {
			return head
		}
	}
	return ""
}

// purses open the names of those who give money.
var purses = []string{"中央", "省", "自治区", "市", "州", "盟", "县", "区", "旗", "地方", "上级", "本级"}

// withoutHead is a topic less the measuring noun that it ends in: 粮食 of 粮食总产.
func (e *extractor) withoutHead(topic string) string {
	rs := e.runesOf(topic)
	for _, t := range e.tokensOf(rs) {
		switch {
		case int(t.End) != len(rs):
		case t.Start > 0 && (t.Role.Is(lexicon.Head) || t.Role.Is(lexicon.Rate) && t.End-t.Start > 1) && t.Class&lexicon.ClassIndicator == 0:
			return string(rs[:t.Start])
		case t.Class&lexicon.ClassIndicator != 0:
			return e.thingOf(topic, rs)
		case t.Start > 0 && t.Role.Is(lexicon.Plain) && strings.HasSuffix(topic, "收入"):
			return string(rs[:t.Start]) // 开发区营业收入
		}
	}
	return topic
}

// thingOf is what an indicator of the catalogue measures: 粮食 of 粮食播种面积; all of
// the topic where it ends in no measuring noun.
func (e *extractor) thingOf(topic string, rs []rune) string {
	const shortest = 2 // runes of a thing and of the words behind it
	for i := shortest; i <= len(rs)-shortest; i++ {
		head, ok := e.lex.At(rs, i, lexicon.ClassWord)
		if !ok || int(head.End) != len(rs) || !head.Role.Is(lexicon.Head) {
			continue
		}
		if verb, ok := e.lex.At(rs[:i], i-shortest, lexicon.ClassVerb); ok && int(verb.End) == i && i >= 2*shortest {
			i -= shortest
		}
		return string(rs[:i])
	}
	return topic
}
