package statement

import (
	"strings"
	"unicode/utf8"

	"pledger/lexicon"
)

// completed adds to a bare noun what stood before it: 实现增加值 of 企业.
func (e *extractor) completed(r *run, core span, text string, st *state) string {
	if u := e.nums[r.nums[0]].Unit; u.Is(lexicon.UnitMeasure) && (!u.Is(lexicon.UnitPerson) || e.personal(st.whole)) && e.leftOut(core.End, st) && (e.ends(r.right.Start) || e.at(r.right.Start) == '、') {
		return e.ofWhole(r, core, text, st) // 企业14家，其中产值超亿元的5家
	}
	if whole := e.constructionBefore(r, core, text, st); whole != "" {
		return whole
	}
	if rest, ok := strings.CutPrefix(text, "总"); ok && utf8.RuneCountInString(rest) >= 2 && strings.HasSuffix(st.topic, rest) && !strings.HasSuffix(st.topic, text) {
		r.follows = true
		return strings.TrimSuffix(st.topic, rest) + text
	}
	if e.among(r.clause) {
		return text + e.wholeHead(r, text, st)
	}
	if !e.bareMeasure(r, core, st) || r.pred.ratio && text == "税收" && e.holds(r.pred.whole.Start, r.pred.whole.End, "收入") {
		return text // 财政收入9亿元，税收占财政收入的比重八成
	}
	opens := r.first && e.rep.Sentences[e.rep.Clauses[r.clause].Sentence].First == r.clause
	if !opens {
		e.findSector(r, text, st)
	}
	if r.verb.Valid() && e.spends(r.verb) && (opens || st.sector != "") {
		text = e.text(r.verb) + text // 投入资金
	}
	if opens {
		return text
	}
	r.follows = r.follows || r.first && st.sector != ""
	return e.measureOf(st.sector, core, text, isMoney(&e.nums[r.nums[0]]))
}

// constructionBefore asks the constructions that complete text by what stood before it, each by
// its own words; "" where none does.
func (e *extractor) constructionBefore(r *run, core span, text string, st *state) string {
	if !r.first {
		if whole := e.sharedBefore(r, text, st.topic); whole != "" {
			return whole
		}
	}
	if of := e.ownerOf(text, st); of != "" {
		r.follows = r.follows || r.first && strings.HasPrefix(text, "总产") // 粮食播种面积12万亩，总产量5万吨
		return of + text
	}
	if !r.first {
		if of := e.alsoDone(r, core, st.topic); of != "" {
			return of + text
		}
	}
	if last, _ := lastRune(text); completedEnds.may(last) {
		if whole := e.completedByEnd(r, text, st); whole != "" {
			return whole
		}
	}
	if e.worth(r, core, st.topic) {
		r.follows = true
		return e.whatIsWorth(r, st) + text
	}
	if first, _ := firstRune(st.topic); first == '每' || first == '人' {
		if per := e.perBefore(r, text, st.topic); per != "" {
			return per + text
		}
	}
	if !r.first {
		if use := e.usedToo(r, text, st.topic); use != "" {
			return use + text
		}
	}
	if r.first && st.object >= 0 && st.object == r.clause-1 {
		if deed := e.deedRepeated(text, st); deed != "" {
			return deed
		}
	}
	return e.ofPeer(r, text, st.topic)
}

// completedEnds are the runes that what completedByEnd completes ends in.
var completedEnds = headsOf(phrasesOf("级", "类", "型", "量", "额", "率"))

// completedByEnd is constructionBefore of those that look for text by the rune that it ends in.
func (e *extractor) completedByEnd(r *run, text string, st *state) string {
	if things := e.classAmong(r, text, st.whole); things != "" {
		return text + things
	}
	if of := e.gradeOf(r, text, st); of != "" {
		return text + of
	}
	if of := e.amountSide(r, text, st.topic); of != "" {
		return of + text
	}
	if of := e.ownedByEach(text, st.topic); of != "" {
		return of
	}
	if of := e.rateSide(r, text, st.topic); of != "" {
		return of + text
	}
	return ""
}

// uses open the name of money that came and was put to use.
var uses = []string{"实际利用", "实际使用", "实际到位"}

// deedRepeated words a measure that opens with the last word of what the clause before is about
// as one of that: 土地改革试点范围 behind 推进土地改革试点; "" elsewhere.
func (e *extractor) deedRepeated(text string, st *state) string {
	const word, longest = 2 * hanSize, 4 * hanSize // bytes of the word, and of what may stand with it
	if len(text) < word || len(text) > longest {
		return ""
	}
	pos := e.rep.Clauses[st.object].Pos
	if first, _ := firstRune(text); e.at(pos.End-2) != first || e.rep.Clauses[st.object].Mark != '，' || !e.actsUpon(st.object) && e.at(e.stripLeft(st.object, pos, true).Start) != '在' {
		return ""
	}
	of, ok := strings.CutSuffix(e.objectOf(st.object), text[:word])
	if !ok || len(of) < word || strings.Contains(of, "、") {
		return ""
	}
	return of + text
}

// classAmong is what whole names without its class, where text names a class among it:
// A级以上景区…，其中5A级1家; "" elsewhere.
func (e *extractor) classAmong(r *run, text, whole string) string {
	if _, among := e.amongAt(r.clause); !among || whole == "" {
		return ""
	}
	if last, _ := lastRune(text); last != '级' && last != '类' && last != '型' {
		return ""
	}
	if _, things, classed := strings.Cut(whole, "级以上"); classed {
		return things
	}
	return strings.TrimPrefix(whole, "A级")
}

// whatIsWorth is what the amount of the run is the worth of, less what is said of it.
func (e *extractor) whatIsWorth(r *run, st *state) string {
	of := st.topic
	if st.parts && !e.among(r.clause) && hasAnySuffix(st.whole, funded) {
		of = st.whole // 项目86个，其中省级7个，总投资38亿元
	}
	if _, works, said := strings.Cut(of, "的"); said {
		of = works // 签约落地的项目
	}
	return of
}

// bareMeasure reports whether core names a measure alone, and not of what it is: 增加值, 综合收入.
func (e *extractor) bareMeasure(r *run, core span, st *state) bool {
	if t, ok := e.tokenAt(r.clause, core); ok && int(t.End) == core.End && t.Role.Is(lexicon.Head) && (t.Class&lexicon.ClassIndicator == 0 || core.Len() <= 2) {
		return true
	}
	return e.sideOnly(r, core) || core.Len() == 3 && e.hasAt(core.Start, "总产值") && (st.object < 0 || !e.actsUpon(st.object)) || core.Len() == 4 && e.hasAt(core.Start, "综合") && e.tailHead(core) || e.sumOf(r, core) || e.earned(r, core, st)
}

// findSector notes what the bare measures of the sentence are of, from the first on.
func (e *extractor) findSector(r *run, text string, st *state) {
	if st.sector != "" {
		return
	}
	st.sector = st.topic
	if st.level != "" {
		st.sector = st.level
	}
	if n := len(st.recent); n > st.before+1 && strings.Contains(text, "产") && hasAnySuffix(st.sector, growers) {
		st.sector = st.recent[st.before] // 中药材种植面积15万亩，从业农户1.6万户，总产值突破10亿元
	}
	if about := e.objectOf(st.object); about != "" && !(st.object < r.clause-1 && e.alsoOf(st.topic, text)) && !e.onlyChanged(about) {
		st.sector = benefited(about)
		r.follows = true
	}
	if st.parts && !e.among(r.clause) && strings.HasSuffix(st.sector, "的"+st.whole) {
		st.sector = st.whole // 企业14家，其中产值超亿元的5家；实现利润9亿元
	}
}

// growers are those who make of what their sentence tells first what is measured last.
var growers = []string{"户", "人", "人口", "人员", "职工", "劳动力", "农民", "就业"}

// betterings are verbs of how a side of something changed, which owns nothing.
var betterings = []string{"提高", "改善", "增强", "优化", "提升", "扩大", "增加", "加快"}

// onlyChanged reports whether about, what a clause without figures is about, says of a side of
// something that it changed: 管理水平提高, but not 提高管理水平.
func (e *extractor) onlyChanged(about string) bool {
	const shortest = 4 * hanSize // of what changed, with the verb behind it
	return len(about) > shortest && hasAnySuffix(about, betterings) && !hasAnyPrefix(about, betterings)
}

// measureOf words text, a bare measure, as that of sector; money says that it is an amount of it.
func (e *extractor) measureOf(sector string, core span, text string, money bool) string {
	if strings.HasSuffix(text, "资金") {
		return strings.TrimSuffix(sector, text) + text // 农机具购置补贴资金
	}
	if of := strings.TrimSuffix(sector, text); e.at(core.Start) == '总' && text != "总产" && text != "总产值" && e.indicatorOf(of) != nil {
		return of + text // 财政收入总额
	}
	of := sector
	if part, _, ratio := strings.Cut(of, "占"); ratio && part != "" && (money || !hasAnySuffix(of, []string{"比重", "占比", "比例"})) {
		of = part // 制种面积占全国的46%，产值18亿元; 经费占生产总值的比重提高到3%，投入2万亿元
	}
	if strings.HasSuffix(of, "指数") {
		return text // 物价指数上涨2%；税收8亿元
	}
	if strings.HasPrefix(of, "接待") {
		return "旅游" + strings.TrimPrefix(text, "旅游") // 接待游客320万人次、实现综合收入28亿元
	}
	if text == "存栏" || text == "出栏" {
		of = e.stocked(of, text)
	}
	of = strings.TrimSuffix(e.withoutHead(strings.TrimSuffix(of, text)), "总") // 粮食 of 粮食总产量
	if money && !strings.HasSuffix(text, "投资") {
		of = strings.TrimSuffix(of, "建设") // 园区建设加快，实现产值30亿元
	}
	if text != "资产" {
		of = strings.TrimSuffix(of, "资产") // 国有企业资产总额增长八成，利润增长一倍
	}
	of = tradeAlone(of, text)
	if branch, ok := strings.CutSuffix(of, "产业"); ok && (text == "产量" || text == "总产" || text == "总产量") {
		of = branch // 食用菌产业迅速壮大，产量6万吨
	}
	if strings.Contains(text, "产") {
		of = strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(of, "生产"), "种植"), "播种") // 粮食生产再获丰收，总产186万吨; 核桃种植面积…，产量…
	}
	const word = 2 * hanSize
	if len(text) > word {
		if rest, ok := strings.CutSuffix(strings.TrimSuffix(of, "试点"), text[:word]); ok && rest != "" {
			of = rest // 推进老旧小区改造，改造面积18万平方米
		}
	}
	return of + text
}

// tradeAlone is of less what names it as a branch of the economy where text is a measure of that:
// 工业 of 工业经济稳中向好, 旅游 of 旅游业 before 收入.
func tradeAlone(of, text string) string {
	branch, ok := strings.CutSuffix(of, "经济")
	if last, _ := lastRune(branch); ok && last == '业' {
		return branch
	}
	if of == "旅游业" && strings.HasSuffix(text, "收入") {
		return "旅游"
	}
	return of
}

// alsoDone is what topic says a deed of, where core, which goes on in its clause, is another that
// was done with as many of the same: 专利 of 专利申请326件、授权92件; "" elsewhere.
func (e *extractor) alsoDone(r *run, core span, topic string) string {
	const deed = 2 // runes
	if core.Len() != deed || e.at(core.Start-1) != '、' {
		return ""
	}
	t, ok := e.lex.At(e.rs[:core.End], core.Start, lexicon.ClassVerb)
	if !ok || int(t.End) != core.End || !t.Role.Is(lexicon.Noun) || t.Class&lexicon.ClassIndicator != 0 {
		return ""
	}
	rs := e.runesOf(topic)
	at := len(rs) - deed
	if at < deed {
		return ""
	}
	if v, ok := e.lex.At(rs, at, lexicon.ClassVerb); !ok || int(v.End) != len(rs) || !v.Role.Is(lexicon.Noun) {
		return ""
	}
	return string(rs[:at])
}

// alsoOf reports whether measure is another one in the catalogue of what topic measures: 产量 of
// 粮食播种面积.
func (e *extractor) alsoOf(topic, measure string) bool {
	thing := e.withoutHead(topic)
	return thing != topic && e.indicatorWhole(thing+measure)
}

// stocked is what animals of opens with, where the catalogue counts them by measure: 生猪 of
// 生猪规模化养殖 before 存栏; of elsewhere.
func (e *extractor) stocked(of, measure string) string {
	const shortest, longest = 2 * hanSize, 4 * hanSize
	for n := shortest; n <= min(len(of), longest); n += hanSize {
		if e.indicatorOf(of[:n]+measure) != nil {
			return of[:n]
		}
	}
	return of
}

// sums are measures of all there is of something that its sentence has added to.
var sums = phrasesOf("总面积", "总长度", "总里程", "总产量", "总产值", "总存栏", "总规模")

// sumOf reports whether core only words how much there is in all of what its sentence has
// measured in the same unit: 新发展茶园2万亩，总面积达到9万亩.
func (e *extractor) sumOf(r *run, core span) bool {
	w, ok := e.oneAt(core.Start, sums)
	n := len(e.set.Figures)
	if !ok || utf8.RuneCountInString(w) != core.Len() || n == 0 {
		return false
	}
	prev, unit := &e.set.Figures[n-1], e.nums[r.nums[0]].Unit
	return unit != nil && prev.Quantity.Unit == unit && e.rep.Clauses[prev.Clause].Sentence == e.rep.Clauses[r.clause].Sentence
}

// earnings are measures of what firms take in, which stand alone behind how many there are.
var earnings = phrasesOf("主营业务收入", "主营收入", "营业收入", "销售收入", "销售额", "总产值", "工业总产值", "产值", "税收", "利润总额", "利税总额", "进出口总额")

// earned reports whether core only words what those firms take in that its sentence counted
// before: 规模以上企业63家，实现营业收入86亿元、税收5亿元.
func (e *extractor) earned(r *run, core span, st *state) bool {
	if !isMoney(&e.nums[r.nums[0]]) || !strings.HasSuffix(st.topic, "企业") && !strings.HasSuffix(st.sector, "企业") {
		return false
	}
	w, ok := e.oneAt(core.Start, earnings)
	if !ok || runeCount(w) != core.Len() {
		return false
	}
	for _, t := range e.tokensOf(e.runesOf(st.topic)) {
		if t.Start > 0 && isDeed(t) {
			return false // 产业集聚规上企业12家
		}
	}
	return true
}

// worths are words for what is put into works, said after them without their name.
var worths = phrasesOf("总投资额", "协议投资额", "合同投资额", "合同金额", "总投资", "概算投资", "概算总投资", "协议投资", "协议总投资", "合同投资", "合同总投资", "计划投资", "年度投资", "协议资金", "合同资金", "年度计划投资", "年计划投资", "当年计划投资", "年内计划投资", "计划总投资", "当年投资")

// works that money is put into end so.
var funded = []string{"项目", "工程", "产业园", "园区", "基地", "集群", "企业"}

// worth reports whether core only words what is put into the works that topic names,
// earlier in its sentence: 开工项目86个，总投资320亿元.
func (e *extractor) worth(r *run, core span, topic string) bool {
	w, ok := e.oneAt(core.Start, worths)
	if !ok || utf8.RuneCountInString(w) != core.Len() || !hasAnySuffix(topic, funded) {
		return false
	}
	return !r.first || e.rep.Sentences[e.rep.Clauses[r.clause].Sentence].First < r.clause
}
