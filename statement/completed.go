package statement

import (
	"slices"
	"strings"
	"unicode/utf8"

	"pledger/lexicon"
)

// completed adds to a bare noun what stood before it: 实现增加值 of 企业.
func (e *extractor) completed(r *run, core span, text string, st *state) string {
	if u := e.nums[r.nums[0]].Unit; u != nil && u.Class == "measure" && (u.Dimension != "count:person" || e.personal(st.whole)) && e.leftOut(core.End, st) && (e.ends(r.right.Start) || e.at(r.right.Start) == '、') {
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
	if whole := e.sharedBefore(r, text, st.topic); whole != "" {
		return whole
	}
	if of := e.ownerOf(text, st); of != "" {
		r.follows = r.follows || r.first && strings.HasPrefix(text, "总产") // 粮食播种面积12万亩，总产量5万吨
		return of + text
	}
	if of := e.alsoDone(r, core, st.topic); of != "" {
		return of + text
	}
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
	if e.worth(r, core, st.topic) {
		r.follows = true
		return e.whatIsWorth(r, st) + text
	}
	if per := e.perBefore(r, text, st.topic); per != "" {
		return per + text
	}
	if use := e.usedToo(r, text, st.topic); use != "" {
		return use + text
	}
	if deed := e.deedRepeated(r, text, st); deed != "" {
		return deed
	}
	return e.ofPeer(r, text, st.topic)
}

// uses open the name of money that came and was put to use.
var uses = []string{"实际利用", "实际使用", "实际到位"}

// usedToo is how the money before it in the list was used, where text names money alone: 实际利用
// of 实际利用省外资金87亿元、外资1250万美元; "" elsewhere.
func (e *extractor) usedToo(r *run, text, topic string) string {
	if r.first || !strings.HasSuffix(text, "资") && !strings.HasSuffix(text, "资金") || e.at(e.trim(r.left).Start-1) != '、' {
		return ""
	}
	for _, use := range uses {
		if strings.HasPrefix(topic, use) && !strings.HasPrefix(text, use) {
			return use
		}
	}
	return ""
}

// deedRepeated words a measure that opens with the last word of what the clause before is about
// as one of that: 土地改革试点范围 behind 推进土地改革试点; "" elsewhere.
func (e *extractor) deedRepeated(r *run, text string, st *state) string {
	const word, longest = 2 * hanSize, 4 * hanSize // bytes of the word, and of what may stand with it
	if !r.first || st.object < 0 || st.object != r.clause-1 || len(text) < word || len(text) > longest {
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

// peers are words of which one names where or whom a measure is of, in place of another.
var peers = [][]string{
	{"城市", "县城", "城镇", "建制镇", "乡镇", "集镇", "农村", "乡村", "城区", "市区", "中心城区", "农牧区", "牧区", "山区"},
	{"幼儿园", "学前", "小学", "初中", "高中", "普通高中", "中职", "高职", "高校", "特殊教育学校"},
	{"东部地区", "中部地区", "西部地区", "东北地区"},
}

// residents end what names some of those who live in a place.
var residents = []string{"居民", "农民", "农牧民", "牧民"}

// ofPeer words the measure that topic tells of one of several for text, another of them:
// 县城污水处理率95%，建制镇80%; "" elsewhere.
func (e *extractor) ofPeer(r *run, text, topic string) string {
	n := len(e.set.Figures) - 1
	if n < 0 || e.rep.Clauses[e.set.Figures[n].Clause].Sentence != e.rep.Clauses[r.clause].Sentence {
		return ""
	}
	if _, rest, ok := strings.Cut(topic, "居民"); ok && hasAnySuffix(text, residents) && e.endsMeasure(e.runesOf(rest)) {
		return text + rest // 居民人均可支配收入36580元，其中城镇常住居民45210元
	}
	if e.set.Figures[n].Quantity.Unit != e.nums[r.nums[0]].Unit {
		return ""
	}
	for _, group := range peers {
		if !slices.Contains(group, text) {
			continue
		}
		of := ""
		for _, peer := range group {
			if strings.HasPrefix(topic, peer) && len(peer) > len(of) && peer != text {
				of = peer
			}
		}
		if rest := topic[len(of):]; of != "" && (e.indicatorWhole(rest) || e.endsMeasure(e.runesOf(rest))) {
			return text + rest
		}
		return ""
	}
	return e.ofNamesake(text, topic)
}

// ofNamesake is ofPeer for a name as long as that of the other, which ends as it does: 二类区 and
// 一类区, 医疗保险 and 养老保险.
func (e *extractor) ofNamesake(text, topic string) string {
	const shortest, longest = 2 * hanSize, 5 * hanSize
	n := len(text)
	if n < shortest || n > longest || len(topic) < n+shortest || topic[n-hanSize:n] != text[n-hanSize:] || topic[:n] == text {
		return ""
	}
	rs, rest := e.runesOf(text), topic[n:]
	if e.isIndicator(rs) || e.endsMeasure(rs) || !e.endsMeasure(e.runesOf(rest)) {
		return ""
	}
	for _, t := range e.tokensOf(rs) {
		if t.Class&lexicon.ClassVerb != 0 && !t.Role.Is(lexicon.Noun|lexicon.Plain) {
			return ""
		}
	}
	return text + rest
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
	toks := e.tokens(r.clause, core)
	if len(toks) == 1 && int(toks[0].Start) == core.Start && int(toks[0].End) == core.End && toks[0].Role.Is(lexicon.Head) &&
		(toks[0].Class&lexicon.ClassIndicator == 0 || core.Len() <= 2) {
		return true
	}
	return e.sideOnly(r, toks, core) || core.Len() == 3 && e.hasAt(core.Start, "总产值") && (st.object < 0 || !e.actsUpon(st.object)) || core.Len() == 4 && e.hasAt(core.Start, "综合") && e.tailHead(core) || e.sumOf(r, core) || e.earned(r, core, st)
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

// alsoDone is what topic says a deed of, where core is another that was done with as many of
// the same: 专利 of 专利申请326件、授权92件; "" elsewhere.
func (e *extractor) alsoDone(r *run, core span, topic string) string {
	const deed = 2 // runes
	if r.first || core.Len() != deed || e.at(core.Start-1) != '、' {
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
		if t.Start > 0 && t.Class&lexicon.ClassVerb != 0 && t.Role.Is(lexicon.Task) && !t.Role.Is(lexicon.Noun|lexicon.Head|lexicon.Plain) {
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

// perBefore is per what a member of a list is counted, said with the member before it:
// 每千人口拥有床位6张、医师3名; "" elsewhere.
func (e *extractor) perBefore(r *run, text, topic string) string {
	if per, ok := e.perThousand(r, text, topic); ok {
		return per
	}
	if r.first || !strings.HasPrefix(topic, "每") && !strings.HasPrefix(topic, "人均占有") && !strings.HasPrefix(topic, "人均拥有") || strings.HasPrefix(text, "每") || strings.HasPrefix(text, "人均") || e.at(e.trim(r.left).Start-1) != '、' {
		return ""
	}
	for _, w := range []string{"占有", "拥有", "配备", "有"} {
		if at := strings.Index(topic, w); at > 0 {
			return topic[:at+len(w)]
		}
	}
	return ""
}

// perThousand is per how many people r counts parts of people, in the clause behind another such
// number: 每千人口 of 每千人口床位数6.8张，执业医师3.1人.
func (e *extractor) perThousand(r *run, text, topic string) (string, bool) {
	u := e.nums[r.nums[0]].Unit
	if !r.first || u == nil || u.Dimension != "count:person" || !strings.HasPrefix(topic, "每") || strings.HasPrefix(text, "每") || !e.decimal(e.nums[r.nums[0]].Pos) || e.multiplied(e.nums[r.nums[0]].Pos.End) {
		return "", false
	}
	for _, w := range []string{"人口", "人"} {
		if at := strings.Index(topic, w); at > 0 {
			return topic[:at+len(w)], true
		}
	}
	return "", false
}

// sides are what else is measured of what a rate is of.
var sides = []string{"天数", "日数", "面积", "里程", "总数", "数量", "数", "量", "人数", "户数", "件数", "农民", "居民", "人员", "人口", "群众", "职工"}

// rateSide is what a rate is of where its sentence has measured the same before by other
// means: 空气优良天数342天，优良率93%; "" elsewhere.
func (e *extractor) rateSide(r *run, text, topic string) string {
	const shortest, longest = 3 * hanSize, 4 * hanSize // of 优良率
	if len(text) < shortest || len(text) > longest || !strings.HasSuffix(text, "率") || r.first && e.rep.Sentences[e.rep.Clauses[r.clause].Sentence].First == r.clause {
		return ""
	}
	side := strings.TrimSuffix(text, "率")
	at := strings.Index(topic, side)
	if at <= 0 || !slices.Contains(sides, topic[at+len(side):]) {
		return ""
	}
	return topic[:at]
}

// amountSide is what an amount named by its verb is of, where its sentence has told another
// such amount of the same before: 专利申请量420件，授权量260件; "" elsewhere.
func (e *extractor) amountSide(r *run, text, topic string) string {
	const length = 3 * hanSize // of 授权量
	if of, ok := strings.CutSuffix(topic, "产量"); ok && text == "销量" {
		return of // 汽车产量12万辆，销量11万辆
	}
	of := len(topic) - length
	if of < length-hanSize || len(text) != length || e.rep.Sentences[e.rep.Clauses[r.clause].Sentence].First == r.clause && r.first {
		return ""
	}
	a, _ := lastRune(text)
	if b, _ := lastRune(topic); a != b || a != '量' && a != '额' || text == topic[of:] {
		return ""
	}
	if !e.isVerb(text[:length-hanSize]) || !e.isVerb(topic[of:len(topic)-hanSize]) {
		return ""
	}
	return topic[:of]
}

// ownedByEach words how many of what was told before there are for each: 每万人发明专利拥有量
// behind 发明专利授权量; "" elsewhere.
func (e *extractor) ownedByEach(text, topic string) string {
	const tail, verb = "拥有量", 3 * hanSize // of 授权量
	each, ok := strings.CutSuffix(text, tail)
	if !ok || !strings.HasPrefix(each, "每") || strings.Count(each, "人")+strings.Count(each, "户") != 1 {
		return ""
	}
	if of := len(topic) - verb; of > 0 && strings.HasSuffix(topic, "量") && e.isVerb(topic[of:len(topic)-hanSize]) && hasAnySuffix(each, []string{"人", "人口", "户"}) {
		return each + topic[:of] + tail
	}
	return ""
}

// isVerb reports whether a word is a verb of the lexicon.
func (e *extractor) isVerb(word string) bool {
	rs := e.runesOf(word)
	t, ok := e.lex.At(rs, 0, lexicon.ClassVerb)
	return ok && int(t.End) == len(rs)
}

// gradeOf is what a grade that stands alone is of, where its sentence named another grade of
// it before, and takes the direction of what was done with that: 国家级平台3个、省级12个,
// 新增省级龙头企业3家，市级11家; "" elsewhere.
func (e *extractor) gradeOf(r *run, text string, st *state) string {
	const longest = 12 // bytes of 自治区级
	if len(text) > longest || !strings.HasSuffix(text, "级") {
		return ""
	}
	n := len(e.set.Figures)
	if n == 0 || e.rep.Clauses[e.set.Figures[n-1].Clause].Sentence != e.rep.Clauses[r.clause].Sentence {
		return e.gradeFostered(r, st)
	}
	at := strings.Index(st.topic, "级")
	if at <= 0 || at+hanSize > longest {
		return ""
	}
	if prev := &e.set.Figures[n-1]; r.first && r.pred.dir == "" && prev.Kind == Level {
		r.pred.dir = prev.Direction
	}
	return st.topic[at+hanSize:]
}

// fosterings are what a clause does for things of which the next one counts a grade.
var fosterings = phrasesOf("培育", "创建", "认定", "申报", "评选")

// gradeFostered is what a grade that stands alone is of, where the clause before fosters such:
// 龙头企业 of 抓好龙头企业培育，新增省级2家; "" elsewhere.
func (e *extractor) gradeFostered(r *run, st *state) string {
	if !r.first || st.object < 0 || st.object != r.clause-1 || !e.countsByMeasure(r) || !e.anyIn(e.rep.Clauses[st.object].Pos, fosterings) {
		return ""
	}
	of := e.objectOf(st.object)
	for _, w := range fosterings.list {
		of = strings.TrimPrefix(strings.TrimSuffix(of, w), w)
	}
	if strings.Contains(of, "、") {
		return ""
	}
	return of
}

// sharedBefore is a rate with the head that it shares with the subject before it in the
// clause: 单位国内生产总值能耗下降8%、二氧化碳排放下降14%, 城镇新增就业40万人、调查失业率5%;
// "" elsewhere.
func (e *extractor) sharedBefore(r *run, text, topic string) string {
	if r.first || topic == "" || e.at(r.left.Start) != '、' || !isPercent(&e.nums[r.nums[0]]) {
		return ""
	}
	pair := [2]string{topic, text}
	e.shareCatalogueHead(pair[:])
	if pair[1] == text || e.indicatorWhole(text) && e.indicatorOf(text) != e.indicatorOf(pair[1]) && !strings.HasPrefix(topic, "单位") {
		return ""
	}
	return pair[1]
}
