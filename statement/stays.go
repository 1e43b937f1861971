package statement

import (
	"slices"
	"strings"
	"unicode/utf8"

	"pledger/lexicon"
	"pledger/report"
)

// stays reports whether clause c stays with the pledge that opened at clause open.
func (e *extractor) stays(open, c int, p part, sent *report.Sentence) bool {
	switch p {
	case partPurpose:
		return !e.besideGoal(c)
	case partRest:
		return true
	case partManner:
		return e.inSpirit(c-1) && !e.targetIn(c-1) && e.wields(c)
	}
	behindTarget := e.targetIn(c - 1)
	if behindTarget && e.betters(c) {
		return true
	}
	if e.listsGoals() {
		if p != partTarget || !behindTarget || e.rep.Clauses[c-1].Mark != '，' {
			return false
		}
		return e.inheritsSubject(c) || e.among(c) || e.hastened(c) // 增长8%，达到4.45亿元; 其中国有工业增长8%
	}
	at, t, ok := e.opening(c)
	switch {
	case p == partTarget && e.otherPart(c):
		return true
	case p == partTarget:
	case behindTarget && ok && e.wardsOff(c, t):
		return false // 死亡率控制在0.05以内，坚决杜绝重大事故
	case e.ledOn(c-1) || e.tellsMore(c) || e.bare(c) || e.goesOn(open, c, sent) || e.rounds(c, sent) && !e.besideGoal(c):
		return true
	}
	cl := &e.cls[c]
	joined := joinings.may(e.rs[e.rep.Clauses[c].Pos.Start]) || cl.time < cl.timeEnd || e.at(at) == '把'
	if joined && (e.onlyWhen(c) || e.addsTo(c) || e.disposesOn(c, p)) || e.governs(c) || e.ofThese(c) {
		return true
	}
	if p == partAction && c-2 >= open && e.manner(c-1) && e.inSpirit(c-2) {
		return true
	}
	if spirit := e.inSpirit(c-1) && (!behindTarget || e.aimsAt(c-1)) && !(sent.Stance == report.Discipline && e.carriedInSpirit(open, c-1)); spirit && (e.resolves(c-1) || p != partTarget || t.Class&lexicon.ClassVerb != 0) {
		return true
	}
	if p == partTarget {
		return e.inheritsSubject(c) || e.doneOf(c, *t) || e.hasAt(int(t.End), "其中") || e.sideOf(c) || ok && t.Role.Is(lexicon.Effect) || e.targetFollows(open, c) || e.funds(c) || e.assures(c, *t, ok) || e.yields(c) || e.invests(open, c) || e.withinYear(open, c) || e.measures(open, c)
	}
	return joined && (e.comesOf(open, c) || e.isAt(e.rep.Clauses[c].Pos.Start, stages) && e.opensTask(c-1) && e.comesAbout(c))
}

// joinings are the runes that a clause opens with which says when, to what or how far the action
// before it is done.
var joinings = headsOf(strivings, wishings, additions, stages, phrasesOf("将", "把"))

// disposesOn reports whether clause c, which is p, tells what becomes of what the action or the
// target before it names.
func (e *extractor) disposesOn(c int, p part) bool {
	if !e.disposes(c) || e.obliged(c) {
		return false
	}
	return p != partTarget || !e.targetIn(c-1) && (e.at(e.rep.Clauses[c].Pos.Start) != '将' || e.manner(c-1)) || e.disposes(c-1)
}

// furtherances are the runes that a clause opens with which tells more of the action before it.
var furtherances = headsOf(narrowers, heights, wishings, phrasesOf("在", "自"))

// tellsMore reports whether clause c says on what, how far, to whom or with whom the action before
// it is done.
func (e *extractor) tellsMore(c int) bool {
	return furtherances.may(e.at(e.lead(c))) && (e.narrows(c) || e.heightens(c) || e.strives(c) || e.givesOn(c) || e.atOneWith(c))
}

// atOneWith reports whether clause c says with whom one keeps in step of one's own accord, which
// is how the action before it is done: 自觉同省委保持一致.
func (e *extractor) atOneWith(c int) bool {
	at := e.lead(c)
	if e.at(at) != '自' || !e.hasAt(at, "自觉") || e.rep.Clauses[c-1].Mark != '，' {
		return false
	}
	r := e.at(at + 2)
	return (r == '在' || r == '同' || r == '与') && e.hasBefore(e.rep.Clauses[c].Pos.End, "一致")
}

// otherPart reports whether clause c gives another part of the whole whose first part the clause
// before gives, by the same measure: 其中县级支出12亿元，乡镇支出5亿元.
func (e *extractor) otherPart(c int) bool {
	const measure = 2 // runes that both end in before their numbers
	if !e.targetIn(c) || !e.targetIn(c-1) || !e.among(c-1) || e.cls[c].num == e.cls[c].numEnd || e.rep.Clauses[c-1].Mark != '，' {
		return false
	}
	a, b := e.nums[e.cls[c-1].num].Full.Start, e.nums[e.cls[c].num].Full.Start
	return a-measure > e.rep.Clauses[c-1].Pos.Start && b-measure >= e.rep.Clauses[c].Pos.Start && slices.Equal(e.rs[a-measure:a], e.rs[b-measure:b])
}

// leadings are verbs of leading others on.
var leadings = phrasesOf("引导", "鼓励", "支持", "推动", "督促")

// ledOn reports whether clause c says only by what others are to be led in what the next clauses
// name: 引导农户以市场为导向，调整种植结构.
func (e *extractor) ledOn(c int) bool {
	end := e.rep.Clauses[c].Pos.End
	if !leads.mayClose(e.at(end - 1)) {
		return false
	}
	at := int(e.opens[c].at)
	if !e.isAt(at, leadings) || e.rep.Clauses[c].Mark != '，' {
		return false
	}
	i := e.leadMark(at, end)
	return i > 0 && e.isAt(i+1, leads) && e.holds(at, i, "以")
}

// stages open a clause that says by when the first or second part of a work is done.
var stages = phrasesOf("一期", "二期", "三期", "首期")

// strictnesses say how what is left unnamed is dealt with.
var strictnesses = phrasesOf("要", "必须", "一律", "坚决", "应", "也要", "都要", "不准", "不得")

// strictHeads are their heads.
var strictHeads = headsIn(strictnesses)

// ofThese reports whether clause c says what is done with those of which something holds,
// and leaves unsaid what they are: 清理证明，没有依据的一律取消.
func (e *extractor) ofThese(c int) bool {
	const nearest, furthest = 2, 16 // runes before 的
	if cl := &e.cls[c]; cl.target || cl.heads&strictHeads == 0 || !cl.roles.Is(lexicon.Adverb|lexicon.Modal|lexicon.Not|lexicon.Setphrase) {
		return false
	}
	start := e.rep.Clauses[c].Pos.Start
	toks := e.clauseTokens(c)
	for k := range toks {
		t := &toks[k]
		i := int(t.Start)
		if i > start+furthest {
			return false
		}
		if t.Role.Is(lexicon.Adverb|lexicon.Modal|lexicon.Not|lexicon.Setphrase) && i > start+nearest && e.rs[i-1] == '的' && e.isAt(i, strictnesses) {
			return e.at(start) != '对' && e.at(start) != '按'
		}
	}
	return false
}

// inSpirit reports whether clause c says in what spirit the next one acts:
// 坚持…, 落实…政策; but a system or rule that is carried out is a task.
func (e *extractor) inSpirit(c int) bool {
	_, t, ok := e.opening(c)
	if !ok || !t.Role.Is(lexicon.Principle) {
		return false
	}
	if e.at(int(t.Start)) == '以' && !e.manner(c) && e.verbInside(c, int(t.End)) {
		return false // 以养老为重点完善服务
	}
	if e.at(int(t.Start)) == '对' && e.verbInside(c, int(t.End)) && !e.cls[c+1].roles.Is(lexicon.Modal) && !e.hasAt(e.rep.Clauses[c+1].Pos.Start, "都") {
		return false // 对农民实行补贴
	}
	if e.settles(c, t) {
		if _, next, ok := e.opening(c + 1); ok && !next.Role.Is(lexicon.Principle|lexicon.Result) {
			return false // 坚持和完善协作机制，发挥各方作用
		}
	}
	if !e.hasAt(int(t.Start), "落实") {
		return true
	}
	_, ok = e.anyBefore(e.rep.Clauses[c].Pos.End, "政策", "战略", "措施", "精神", "部署", "方针", "要求", "理念", "思想")
	return ok
}

// carriedInSpirit reports whether clause c carries out what the one before it holds to, so
// that neither is the spirit of a third: 坚持依法行政，认真贯彻公务员法.
func (e *extractor) carriedInSpirit(open, c int) bool {
	if c-1 < open || !e.inSpirit(c-1) {
		return false
	}
	at, _, _ := e.opening(c)
	_, ok := e.anyAt(at, "落实", "贯彻", "执行", "遵守")
	return ok
}

// aimings open a clause that says what the next one aims at.
var aimings = phrasesOf("聚焦", "瞄准", "紧盯", "锚定", "紧扣", "对标", "主攻")

// aimsAt reports whether clause c only lists what the next one aims at: 瞄准芯片、新材料两大方向.
func (e *extractor) aimsAt(c int) bool {
	at, _, _ := e.opening(c)
	return e.isAt(at, aimings) && e.onlyLists(c)
}

// wishings are those of strivings that promise no more than the effort.
var wishings = phrasesOf("力争", "争取")

// strivings open a clause that tells what is to be reached.
var strivings = phrasesOf("力争", "争取", "确保", "力求", "务求", "力保")

// settles reports whether another verb that opens tasks is joined to verb t.
func (e *extractor) settles(c int, t *lexicon.Token) bool {
	if r := e.at(int(t.End)); r != '和' && r != '、' {
		return false
	}
	next, ok := e.tokenAt(c, span{Start: int(t.End) + 1, End: e.rep.Clauses[c].Pos.End})
	return ok && next.Class&lexicon.ClassVerb != 0 && next.Role.Is(lexicon.Task) && !next.Role.Is(lexicon.Principle)
}

// onlyWhen reports whether clause c tells only that the action before is to be
// done, or by when: 力争三季度建成投产, 2014年建成通车.
func (e *extractor) onlyWhen(c int) bool {
	pos := e.rep.Clauses[c].Pos
	if _, ok := e.oneAt(pos.Start, strivings); !ok && e.skipTime(c, pos.Start) == pos.Start {
		return false
	}
	const longest = 4 // runes of what is done: 建成投产
	at, _, _ := e.opening(c)
	return at < pos.End && pos.End-at <= longest && e.endsInVerb(span{Start: at, End: pos.End})
}

// hastened reports whether clause c strives to have the target of the clause before by an earlier
// time: 年均增长18%，力争提前一年实现翻番.
func (e *extractor) hastened(c int) bool {
	start := e.rep.Clauses[c].Pos.Start
	w, ok := e.oneAt(start, strivings)
	return ok && e.hasAt(start+runeCount(w), "提前")
}

// outcomes close a clause that strives for more than the target before it.
var outcomes = phrasesOf("一些", "一点", "更好结果", "更好成绩", "更好成效")

// betters reports whether clause c only strives for more than the target of the clause before:
// 增长11%，力争更高一些.
func (e *extractor) betters(c int) bool {
	if c == 0 || !e.targetIn(c-1) || e.cls[c].num < e.cls[c].numEnd && e.targetIn(c) {
		return false
	}
	pos := e.rep.Clauses[c].Pos
	return e.isAt(pos.Start, strivings) && e.isBefore(pos.End, outcomes)
}

// follows reports whether clause c stands right behind the task without a figure that
// clause open is.
func (e *extractor) follows(open, c int) bool {
	if c != open+1 || e.targetIn(open) || e.rep.Clauses[open].Mark != '，' {
		return false
	}
	_, t, ok := e.opening(open)
	return ok && t.Class&lexicon.ClassVerb != 0
}

// measures reports whether the figure of clause c is of what the task before it is
// about: 建成供水二期工程，日供水能力提高到4000吨.
func (e *extractor) measures(open, c int) bool {
	i, t, ok := e.opening(c)
	if plan, ok := e.oneBefore(e.rep.Clauses[open].Pos.End, plans); ok && plan != "" && e.follows(open, c) && e.carriesOut(open) {
		return true // 实施“861”计划，新增…
	}
	if ok && t.Class&lexicon.ClassVerb != 0 && t.Role.Is(lexicon.Task) && !e.hasAt(i, "完成") && !e.hasAt(i, "新增") && e.at(int(t.End)) != '率' {
		return false // an action with an object of its own
	}
	if _, ok := e.oneBefore(e.rep.Clauses[open].Pos.End, programmes); ok && e.follows(open, c) && e.carriesOut(open) {
		return true // 开展减负活动，会议压减两成
	}
	return e.shares(open, c) || e.bareRate(open, c) || e.perHead(c) // 建成供热工程，新增供热面积12万平方米
}

// perHead reports whether clause c says how much of what the clause before builds there is
// for each: 新增托位1500个，每千人口托位数达到4个.
func (e *extractor) perHead(c int) bool {
	if !e.targetIn(c-1) || e.rep.Clauses[c-1].Mark != '，' {
		return false
	}
	if _, each := e.anyAt(e.rep.Clauses[c].Pos.Start, "每千", "每万", "每百", "人均", "户均"); !each {
		return false
	}
	before, v, ok := e.opening(c - 1)
	built := e.isAt(before, builds)
	return (built || ok && v.Role.Is(lexicon.Up)) && e.pairs(c-1, c)
}

// withinYear reports whether clause c tells what is to come within the year of the task
// without a figure that clause open is: 加快园区配套建设，年内入驻企业12家.
func (e *extractor) withinYear(open, c int) bool {
	start := e.rep.Clauses[c].Pos.Start
	w, ok := e.anyAt(start, "年内", "全年", "当年")
	if ok && (e.hasAt(start+runeCount(w), "新增") || e.hasAt(start+runeCount(w), "增添")) {
		return false // 推动景区升级，年内新增酒店8家
	}
	if t, measure := e.lex.At(e.rs, start+runeCount(w), lexicon.ClassIndicator); ok && w == "全年" && measure && !e.shares(open, c) {
		return int(t.End) == e.rep.Clauses[c].Pos.End // 发展林下经济，全年接待游客达到700万人次
	}
	return ok && e.follows(open, c) && e.cls[open].time == e.cls[open].timeEnd
}

// bareRate reports whether clause c gives a rate that names nothing it is of but the task
// before it: 启动合作医疗试点，参合率达到80%.
func (e *extractor) bareRate(open, c int) bool {
	const longest = 3
	i := e.cls[c].num
	if c != open+1 || e.targetIn(open) || e.rep.Clauses[open].Mark != '，' || i == e.cls[c].numEnd || e.set.Mentions[i].Figure < 0 {
		return false
	}
	f := &e.set.Figures[e.set.Mentions[i].Figure]
	return f.Kind == Share && strings.HasSuffix(f.Subject, "率") && utf8.RuneCountInString(f.Subject) <= longest && e.hasAt(e.skipTime(c, e.lead(c)), f.Subject)
}

// plans are what is carried out by other actions.
var plans = phrasesOf("计划", "行动", "斗争", "战略", "攻坚战", "大会战")

// carriesOut reports whether clause c says that a plan is carried out.
func (e *extractor) carriesOut(c int) bool {
	at, _, _ := e.opening(c)
	return e.isAt(at, carryOuts)
}

// carryOuts are verbs whose object a plan is.
var carryOuts = phrasesOf("实施", "开展", "推进", "打好", "打赢", "打响", "抓实")

// programmes are what is carried out to bring a figure about.
var programmes = phrasesOf("活动", "整治", "工程", "攻坚")

// shares reports whether clause c, right behind the task without a figure that clause
// open is, speaks of what that task is about: the two share a word before c's number.
func (e *extractor) shares(open, c int) bool {
	if !e.follows(open, c) {
		return false
	}
	at, first, _ := e.opening(open)
	limit := e.rep.Clauses[c].Pos.End
	for i := e.cls[c].num; i < e.cls[c].numEnd; i++ {
		if e.set.Mentions[i].What == IsFigure {
			limit = e.nums[i].Pos.Start
			break // but not at 3号线
		}
	}
	for i := at + int(first.End-first.Start); i+1 < e.rep.Clauses[open].Pos.End; i++ {
		if _, common := e.oneAt(i, commonWords); common || !isHan(e.rs[i]) || !isHan(e.rs[i+1]) {
			continue
		}
		if e.wordIn(i, span{Start: e.rep.Clauses[c].Pos.Start, End: limit}) {
			return true
		}
	}
	return false
}

// commonWords are words that say nothing of what a task is about.
var commonWords = phrasesOf("城市", "农村", "建设", "发展", "企业", "项目", "工程", "管理", "服务", "工作", "经济", "产业", "重点", "生产", "水平", "全市", "全县", "全省", "全区", "保障", "社会", "实施", "提升", "改造", "国家", "省级", "市级", "县级", "城乡", "居民", "群众", "完成", "新建", "推进", "人大", "政府", "代表", "公路", "高速", "速公", "铁路", "机场", "政协", "委员", "农田")

// resolves reports whether clause c says what one holds to, which a figure behind it
// gives the measure of: 坚持财力下沉，民生支出占比保持在75%以上.
func (e *extractor) resolves(c int) bool {
	at, _, _ := e.opening(c)
	if _, ok := e.anyAt(at, "坚持", "树立", "秉持"); ok {
		return true
	}
	return e.hasAt(at, "落实") && e.hasBefore(e.rep.Clauses[c].Pos.End, "要求")
}

// targetFollows reports whether the target of clause c gives the measure of the
// task that opened just before it: 加快基地建设，力争形成产能五百万吨.
func (e *extractor) targetFollows(open, c int) bool {
	if c != open+1 || e.targetIn(open) {
		return false
	}
	_, t, ok := e.opening(open)
	if !ok || t.Class&lexicon.ClassVerb == 0 || e.rep.Clauses[open].Mark != '，' {
		return false
	}
	start := e.rep.Clauses[c].Pos.Start
	w, wished := e.tokenAt(c, span{Start: start, End: e.rep.Clauses[c].Pos.End})
	return wished && w.Role.Is(lexicon.Wish)
}

// funds reports whether the target of clause c says what the centre pays for the action
// before it: 增加农机补贴，中央财政安排资金130亿元.
func (e *extractor) funds(c int) bool {
	if !e.hasAt(e.lead(c), "中央") || e.rep.Clauses[c-1].Mark != '，' || e.targetIn(c-1) {
		return false
	}
	_, t, ok := e.opening(c - 1)
	return ok && t.Class&lexicon.ClassVerb != 0 && t.Role.Is(lexicon.Task)
}

// assures reports whether the target of clause c is what the action before it is for:
// 整合涉农资金8亿元，确保8万人脱贫.
func (e *extractor) assures(c int, t lexicon.Token, ok bool) bool {
	if !ok || t.Class&lexicon.ClassVerb == 0 && !t.Role.Is(lexicon.Wish) || e.rep.Clauses[c-1].Mark != '，' {
		return false
	}
	start := e.rep.Clauses[c].Pos.Start
	w, assured := e.anyAt(start, "确保", "保证", "力保", "务求", "推动", "助推", "促推", "促进", "促使", "让", "使", "帮助")
	if assured && e.targetIn(c-1) && !e.opensTask(c-1) {
		return false // 排放下降3%，确保优良水质比例100%
	}
	return assured && !((w == "推动" || w == "促进") && e.countsOthers(c))
}

// countsOthers reports whether clause c counts things after the clause before has counted some
// of its own: 引进企业5家，推动风电场等28个项目竣工投产.
func (e *extractor) countsOthers(c int) bool {
	return e.targetIn(c-1) && e.targetIn(c) && e.counts(c-1) && e.counts(c)
}

// counts reports whether the first figure of clause c is counted by a measure word.
func (e *extractor) counts(c int) bool {
	for i := e.cls[c].num; i < e.cls[c].numEnd; i++ {
		if e.set.Mentions[i].Figure >= 0 && !e.set.Figures[e.set.Mentions[i].Figure].delimits {
			return e.nums[i].Unit.Is(lexicon.UnitMeasure)
		}
	}
	return false
}

// sideOf reports whether the first figure of clause c is a rate of what the clause before
// does: 办理代表建议，办复率100%、满意率95%.
func (e *extractor) sideOf(c int) bool {
	if e.targetIn(c-1) || e.rep.Clauses[c-1].Mark != '，' || e.cls[c].num == e.cls[c].numEnd {
		return false
	}
	f := e.set.Mentions[e.cls[c].num].Figure
	return f >= 0 && e.set.Figures[f].inherited && e.set.Figures[f].Kind == Share
}

// inheritsSubject reports whether the figures of clause c took their subject
// from the clause before: 新开工项目50个，年内竣工20个.
func (e *extractor) inheritsSubject(c int) bool {
	for i := e.cls[c].num; i < e.cls[c].numEnd; i++ {
		if f := e.set.Mentions[i].Figure; f >= 0 && !e.set.Figures[f].inherited {
			return false
		}
	}
	return true
}

// comesOf reports whether clause c says how far the task before it is to come: 加快黄河
// 大桥建设，力争大桥主塔封顶.
func (e *extractor) comesOf(open, c int) bool {
	pos := e.rep.Clauses[c].Pos
	return e.isAt(pos.Start, wishings) && e.endsInVerb(pos) && e.shares(open, c)
}

// projects end a clause that acts on some.
var projects = phrasesOf("建设", "项目", "工程", "前期工作")

// fallsDue reports whether clause c, which verb t opens, assures by when something comes about
// that is none of the projects of the clause before: 抓好铁路、机场等项目建设，确保大桥年底前动工.
func (e *extractor) fallsDue(c int, t *lexicon.Token) bool {
	if e.cls[c].time == e.cls[c].timeEnd || !e.hasAt(int(t.Start), "确保") || e.rep.Clauses[c-1].Mark != '，' {
		return false
	}
	_, built := e.oneBefore(e.rep.Clauses[c-1].Pos.End, projects)
	return (built || e.opensTask(c-1)) && e.comesAbout(c) && e.skipTime(c, int(t.End)) == int(t.End) && !e.shares(c-1, c)
}
