package statement

import (
	"strings"

	"pledger/lexicon"
	"pledger/quantity"
)

// stocks are nouns for what there is at a time: 大牲畜存栏, 果园面积.
var stocks = []string{"存栏", "余额", "种植面积", "果园面积", "保有量", "拥有量", "建成区面积"}

// atEnd reports whether a figure in a span of years tells the state at its end
// rather than what came about over it.
func (e *extractor) atEnd(f *Figure, r *run, t *timePhrase) bool {
	if last := e.at(t.pos.End - 1); t.span && (isDigit(last) || last == '年' && e.at(t.pos.End-2) == '学') {
		return false // 2023—2024雪季, 2023—2024学年
	}
	if f.Kind == Count && f.Direction == "" && f.Quantity.Form != quantity.Dual && !e.looksAhead(r.clause) {
		return true // 三大产业
	}
	throughout := e.throughout(r, t)
	if f.Kind == Level {
		if end, known := e.levelAtEnd(f, r, t, throughout); known {
			return end
		}
	}
	if throughout {
		return false
	}
	if r.pred.annual || r.quantified && f.Kind == Level && (f.Quantity.Form != quantity.Bare || e.at(f.Pos.End) != '级') {
		return false
	}
	switch f.Kind {
	case Growth:
		return false
	case Duration:
		return r.pred.to || !r.pred.change || e.looksAhead(r.clause) // 预期寿命提高2.1岁
	case Share, Completion, Streak, Multiple, Rank:
		return true
	case PP:
		return r.pred.thanVerb.Valid() && !e.hasAt(r.pred.than.Start, "同期") // 年均上涨2%，低于同期全国平均水平1.2个百分点
	}
	if f.Quantity.Form == quantity.Bare || f.Kind == Count && f.Quantity.Form == quantity.Dual {
		return f.Quantity.Form == quantity.Bare
	}
	total := r.pred.total || e.holds(e.rep.Clauses[r.clause].Pos.Start, r.left.End, "累计")
	if e.inMoney(r) && (total || e.amongYears(t, r.clause) && hasAnySuffix(f.Subject, spentMoney)) && !hasAnySuffix(f.Subject, stocks) {
		return false // 累计达到5600亿元, 五年间扶贫资金达480亿元
	}
	if r.made && e.inMoney(r) && e.hasAt(r.verb.Start, "完成") && (strings.HasSuffix(f.Subject, "投资") || e.saysSpan(t, r.clause)) {
		return false // 五年来，完成水利投资86亿元, 承包工程完成营业额500亿美元
	}
	if r.pred.to || r.pred.than.Valid() && !e.priorYear(r.pred.than) && (e.datedIn(r.clause, r.pred.than) || e.hasBefore(r.pred.than.End, "年前")) {
		return true // 比2007年增加31家, 比五年前增加31家
	}
	if f.Direction == Up || r.pred.verb.Valid() && e.taxCut(r) || e.flowNoun(f) || total && f.Quantity.Bound != quantity.Over {
		return false
	}
	if !e.flowVerb(r) && !r.quantified {
		return true
	}
	q := &f.Quantity
	passed := f.Direction == "" && surpasses(q)                                                             // 超过3万例
	reached := q.Unit.Is(lexicon.UnitMeasure) && r.pred.reach && !r.made && !e.hasBefore(q.Full.Start, "有") // 达58家
	return (passed || reached) && e.rightEmpty(r)
}

// levelAtEnd is atEnd for what is known of a level before its verb is looked at; throughout
// tells whether it was so all the years. Where nothing is, known is false.
func (e *extractor) levelAtEnd(f *Figure, r *run, t *timePhrase, throughout bool) (end, known bool) {
	if _, left := e.oneBefore(e.trim(r.left).End, stillThere); left {
		return true, true // 全市还有7.8万贫困人口
	}
	reaches := e.reachesOut(r)
	if reaches && e.hasAt(e.rep.Clauses[r.clause].Pos.Start, "每年") {
		return false, true // 每年惠及3万名学生
	}
	switch {
	case e.everyYear(r.pred.core) && !(throughout && e.looksAhead(r.clause)):
		return true, true // 年接待游客超百万人次
	case r.first && e.among(r.clause) && e.partOfStock(f, r, t):
		return true, true // 入园企业86家，其中投产61家
	case reaches || e.lasted(r.clause) || e.longSince(r) || e.already(r, t):
		return true, true
	case throughout:
		return false, true
	}
	if still := f.Direction == "" && !r.made && !r.pred.total; still && (hasAnySuffix(f.Subject, stocks) || r.pred.reach && strings.HasSuffix(f.Subject, "里程")) {
		return true, true // 通车里程达到560公里
	}
	if r.pred.to || r.pred.reach {
		listed := e.hasBefore(f.Quantity.Full.Start, "有") && !e.looksAhead(r.clause) && e.during(t, r.clause)
		return false, listed // 五年内出台的政策有30项
	}
	adds := e.inTimes(r) && !(surpasses(&f.Quantity) && endsInMeasure(f.Subject))
	return false, adds || !e.looksAhead(r.clause) && e.during(t, r.clause)
}

// stillThere stand before what is left at the end.
var stillThere = phrasesOf("还有", "仍有", "尚有")

// everyYear reports whether core tells what is done each year: 景区年接待游客, but not 五年接待游客.
func (e *extractor) everyYear(core span) bool {
	for i := core.Start + 1; i < core.End-2; i++ {
		if e.rs[i] == '年' && !e.hasBefore(i, "平均每") && !isDigit(e.rs[i-1]) && !strings.ContainsRune("一两二三四五六七八九十全今去", e.rs[i-1]) {
			t, ok := e.lex.At(e.rs[:core.End], i+1, lexicon.ClassVerb)
			return ok && !t.Role.Is(lexicon.Make)
		}
	}
	return false
}

// partOfStock reports whether the figure before f, one of the run, in its sentence is the state at
// the end of the span t, of which f is a part.
func (e *extractor) partOfStock(f *Figure, r *run, t *timePhrase) bool {
	n := r.figure
	for &e.set.Figures[n] != f {
		n++
	}
	if n < 1 {
		return false
	}
	whole := &e.set.Figures[n-1]
	return whole.Kind == Level && whole.Period == yearString(t.year) && e.rep.Clauses[whole.Clause].Sentence == e.rep.Clauses[f.Clause].Sentence
}

// surpasses reports whether a word right before q says that it was passed: 超过3万例.
func surpasses(q *quantity.Quantity) bool {
	return q.Bound == quantity.Over && q.Full.Start < q.Pos.Start
}

// during reports whether a time phrase says of the sentence of clause c that what it
// tells came about within the years that it counts: 五年内.
func (e *extractor) during(t *timePhrase, c int) bool {
	return e.saysSpan(t, c) && e.at(t.pos.End-1) == '内' && e.at(t.pos.End-2) == '年'
}

// saysSpan reports whether the sentence of clause c itself names the span t.
func (e *extractor) saysSpan(t *timePhrase, c int) bool {
	return t.pos.Valid() && t.pos.Start >= e.rep.Sentences[e.rep.Clauses[c].Sentence].Pos.Start
}

// spentMoney are words for money that is counted as it is spent.
var spentMoney = []string{"投资总额", "支出总额", "资金", "经费", "支出", "投入", "投资", "补助", "补贴", "贷款", "拨款"}

// amongYears reports whether t says of the sentence of clause c that what it tells came about
// in the years that it counts: 五年间, “十三五”期间, 从2016年到2020年.
func (e *extractor) amongYears(t *timePhrase, c int) bool {
	if !e.saysSpan(t, c) {
		return false
	}
	if t.ends {
		return true
	}
	switch e.at(t.pos.End - 1) {
	case '间':
		return e.at(t.pos.End-2) == '年' || e.at(t.pos.End-2) == '期'
	case '里', '中':
		return e.at(t.pos.End-2) == '年'
	}
	return false
}

// inMoney reports whether the run tells a sum of money.
func (e *extractor) inMoney(r *run) bool {
	return isMoney(&e.nums[r.nums[0]])
}

// listedOn reports whether f goes on a list of what came about over a time: a bare
// thing and its amount behind another, 建成新线600公里，复线300公里.
func (e *extractor) listedOn(f *Figure, r *run) bool {
	pos := e.rep.Clauses[r.clause].Pos
	if f.Kind != Level || !r.first || r.pred.reach || strings.HasPrefix(f.Subject, "每") || surpasses(&f.Quantity) || !e.rightEmpty(r) {
		return false
	}
	if e.cls[r.clause].roles.Is(lexicon.Time) || e.reachesOut(r) || e.longSince(r) {
		return false
	}
	if t, ok := e.tokenAt(r.clause, pos); ok && t.Class&lexicon.ClassVerb != 0 && t.Role.Is(lexicon.Task) && !t.Role.Is(lexicon.Reach) {
		return int(t.End) < r.left.End // 安置职工110万人
	}
	if end := e.trim(r.left).End; e.cls[r.clause].roles.Is(lexicon.Among) && strings.ContainsRune("量额值数", e.at(end-1)) {
		return false // 其中厦门港集装箱吞吐量
	}
	return e.cls[r.clause].class&lexicon.ClassVerb == 0 && !e.cls[r.clause].roles.Is(lexicon.Head) && pos.Start < r.left.End
}

// throughouts say that something was so all the years.
var throughouts = phrasesOf("一直", "连年", "始终", "每年都")

// throughout reports whether the clause of the run says that what it tells was so all
// the years: 赤字率一直控制在3%以内.
func (e *extractor) throughout(r *run, t *timePhrase) bool {
	const lead = 2 // runes of 争取
	if e.keptOver(r, t) || e.hasAt(r.pred.core.Start, "每年") || e.hasAt(r.pred.core.Start+lead, "每年") {
		return true
	}
	for i := e.rep.Clauses[r.clause].Pos.Start; i < r.left.End; i++ {
		if throughouts.mayOpen(e.rs[i]) && e.isAt(i, throughouts) {
			return true
		}
	}
	return false
}

// keptIn are verbs of how a value was kept.
var keptIn = phrasesOf("稳定在", "保持在", "维持在", "控制在")

// keptOver reports whether the run tells at what value something was kept over the years that
// its sentence names, or a plan that is still to come: 十年来物价涨幅稳定在2%左右.
func (e *extractor) keptOver(r *run, t *timePhrase) bool {
	if e.at(r.left.End-1) != '在' || t.counted {
		return false
	}
	if !e.looksAhead(r.clause) && !e.saysSpan(t, r.clause) {
		return false
	}
	_, ok := e.oneBefore(r.left.End, keptIn)
	return ok
}

// reachesOut reports whether the run tells whom or what something reaches, which is
// so at the end of a span: 惠及300万人, 200万人次受益.
func (e *extractor) reachesOut(r *run) bool {
	if e.inTimes(r) || !e.cls[r.clause].roles.Is(lexicon.Reaching) || e.hasAt(e.rep.Clauses[r.clause].Pos.Start, "使") {
		return false
	}
	for _, t := range e.clauseTokens(r.clause) {
		if t.Role.Is(lexicon.Reaching) && (int(t.End) == e.trim(r.left).End || int(t.End) == e.rep.Clauses[r.clause].Pos.End || e.ends(int(t.End))) {
			return true
		}
	}
	return false
}

// longSince reports whether the run tells what was there or done in all by the end
// of a span, since no one year: 多年累计改造危房, 建立保护地.
func (e *extractor) longSince(r *run) bool {
	if e.manyYears(r.clause) || e.holds(e.rep.Clauses[r.clause].Pos.Start, r.left.End, "多年累计") {
		return true
	}
	if !e.rightEmpty(r) || !e.holds(r.left.Start, r.left.End, "建立") {
		return e.hasBefore(r.left.End, "建立了")
	}
	core := e.stripLeft(r.clause, r.left, r.first)
	return e.hasAt(core.Start, "建立") || e.hasBefore(r.left.End, "建立了")
}

// already reports whether the run tells what there is by now, under a span that its sentence
// does not name: 已设21个试验区.
func (e *extractor) already(r *run, t *timePhrase) bool {
	at := e.trim(r.left).Start
	if end := e.trim(r.left).End; e.hasBefore(end, "、已有") {
		at = end - len([]rune("已有")) // 制度基本建立、已有3万人次受益
	}
	if e.at(at) != '已' {
		return false
	}
	return !e.saysSpan(t, r.clause)
}

// endsInMeasure reports whether a subject ends in what is measured each year: 旅客发送量.
func endsInMeasure(subject string) bool {
	last, _ := lastRune(subject)
	return last == '量' || last == '数'
}

// inTimes reports whether the run counts how often people got something, which adds up
// over a span: 5700万人次.
func (e *extractor) inTimes(r *run) bool {
	u := e.nums[r.nums[0]].Unit
	return u != nil && u.Name == "人次"
}

// lasted reports whether the sentence of clause c opens with how long it took, so
// that what it tells is of the end: 经过八年努力，….
func (e *extractor) lasted(c int) bool {
	first := e.rep.Sentences[e.rep.Clauses[c].Sentence].First
	if e.cls[first].num == e.cls[first].numEnd {
		return false
	}
	start := e.rep.Clauses[first].Pos.Start
	_, ok := e.anyAt(start, "经过", "历时", "历经")
	return ok && e.nums[e.cls[first].num].Pos.Start <= start+len([]rune("历经近"))
}

// reaches are verbs of how far something reaches, which is so at the end of a span.
var reaches = []string{"覆盖", "惠及", "拥有", "受益"}

// flowNoun reports whether a subject ends in a verb that is counted over a time:
// 棚户区改造, 劳动力转移.
func (e *extractor) flowNoun(f *Figure) bool {
	if hasAnySuffix(f.Subject, reaches) {
		return false
	}
	rs := e.runesOf(f.Subject)
	for _, t := range e.tokensOf(rs) {
		switch {
		case int(t.End) != len(rs):
		case t.Class&lexicon.ClassIndicator != 0 && t.End-t.Start > 2:
			v, ok := e.lex.At(rs, len(rs)-2, lexicon.ClassVerb) // 棚户区住房改造
			return t.Class&lexicon.ClassVerb != 0 || ok && int(v.End) == len(rs) && !v.Role.Is(lexicon.Head)
		default:
			return t.Class&lexicon.ClassVerb != 0 && !t.Role.Is(lexicon.Head)
		}
	}
	return false
}

// flowVerb reports whether the run's clause opens with a verb that brings its
// object about over the span: 新建, 完成.
func (e *extractor) flowVerb(r *run) bool {
	toks := e.tokens(r.clause, span{Start: e.rep.Clauses[r.clause].Pos.Start, End: r.left.End})
	for _, t := range toks {
		if t.Role.Is(lexicon.Make) && !t.Role.Is(lexicon.Reach) {
			return true
		}
	}
	core := e.stripLeft(r.clause, span{Start: e.rep.Clauses[r.clause].Pos.Start, End: r.left.End}, true)
	t, ok := e.tokenAt(r.clause, core)
	if !ok || t.Class&lexicon.ClassVerb == 0 || !t.Role.Is(lexicon.Task) || t.Role.Is(lexicon.Reach) {
		return false
	}
	return !t.Role.Is(lexicon.Noun) || t.Role.Is(lexicon.Attain) && int(t.End)+1 < core.End // 加固海塘
}

// rightEmpty reports whether nothing but a mark stands behind the run.
func (e *extractor) rightEmpty(r *run) bool { return e.ends(r.right.Start) }
