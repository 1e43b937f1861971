package statement

import (
	"strings"

	"pledger/lexicon"
	"pledger/report"
)

// isFact reports whether the run, of a part that looks ahead, tells what is or was and promises
// nothing; e.toldRole is then in what role. What follows it in its sentence tells the same
// until a clause says that something is to be done: 目前全县有幼儿园80所，民办园30所，今年新建4所.
func (e *extractor) isFact(f *Figure, r *run) bool {
	c := r.clause
	before := span{Start: e.rep.Clauses[c].Pos.Start, End: r.left.End}
	role := Reference
	if f.Quantity.Unit.Is(lexicon.UnitAge) {
		return false // 60岁以上人口
	}
	if e.hasBefore(r.left.End, "比现有的") {
		e.toldRole = role // 比现有的36个减少8个
		return true
	}
	if f.Kind != Level || !e.statesHaving(r) && !e.has(r) && !e.drawsOn(f, r) {
		if e.willed(c, before) {
			return false
		}
		role = e.factRole(f, r, before)
	}
	if role == 0 && !e.timedAhead(c, before) && e.goesOnTelling(r) {
		role = e.toldRole
	}
	if role == 0 {
		return false
	}
	e.tellsFact(c, role)
	return true
}

// tellsFact notes that clause c, of a part that looks ahead, tells a fact, and in what role.
func (e *extractor) tellsFact(c int, role Role) {
	e.toldIn, e.toldRole, e.cls[c].told = c, role, true
}

// byThen gives f, a fact of a part on years to come, the year before them where it names none.
func (e *extractor) byThen(f *Figure) {
	if end := spanEnd(f.Period); end > e.rep.Year || end == 0 && len(f.Period) == len("2020") && f.Period > yearString(e.rep.Year) {
		f.Period = yearString(e.rep.Year - 1)
	}
}

// factRole is in what role the run tells what is or was: achieved what came about, reference
// how things stand; 0 where it tells neither.
func (e *extractor) factRole(f *Figure, r *run, before span) Role {
	switch {
	case e.timedAhead(r.clause, before):
		return 0
	case e.supposed(before), e.reliedOn(r):
		return Reference
	case e.saysWhen(r.clause, before, f.Kind == Count):
		return Achieved
	case e.defined(f, r, before), e.attributed(f, r), e.outlasted(f, r):
		return Reference
	case e.hasBeenDone(f, r, before):
		if people := strings.HasSuffix(f.Subject, "人口") || f.Quantity.Unit.Is(lexicon.UnitPerson); people && e.byNowMany(r) {
			return Reference // 老人已达6万
		}
		return Achieved
	case !e.toCome(f.Period) && e.stance(r.clause) != report.Goals && e.broughtAbout(r), e.lacking(f, r):
		return Achieved
	}
	return 0
}

// ifWords say that what they stand in is no more than thought of.
var ifWords = phrasesOf("如果", "即使", "假如", "倘若")

// supposed reports whether p, what stands before a run, only supposes something: 如果每户节约一度电.
func (e *extractor) supposed(p span) bool { return e.anyIn(p, ifWords) }

// reliances open a clause that names what the next one acts upon.
var reliances = phrasesOf("依托", "依靠", "凭借", "借助")

// reliedOn reports whether the run is of what is there, upon which the next clause acts: 依托县内
// 2万亩茶园，建设加工园.
func (e *extractor) reliedOn(r *run) bool {
	return r.first && e.rep.Clauses[r.clause].Mark == '，' && e.isAt(e.rep.Clauses[r.clause].Pos.Start, reliances)
}

// goesOnTelling reports whether the run follows in its sentence what told a fact, and nothing
// between them says that something is to be done.
func (e *extractor) goesOnTelling(r *run) bool {
	c := r.clause
	if e.toldIn < e.rep.Sentences[e.rep.Clauses[c].Sentence].First || e.toldIn > c {
		return false
	}
	if e.toldIn == c {
		return true
	}
	for k := e.toldIn; k < c; k++ {
		if k > e.toldIn && e.turnsIn(k, e.rep.Clauses[k].Pos) || e.rep.Clauses[k].Mark == '；' {
			return false
		}
	}
	return !e.actsFirst(c) && !(e.cls[c].roles.Is(lexicon.Adverb) && e.anyIn(span{Start: e.rep.Clauses[c].Pos.Start, End: r.left.End}, agains))
}

// agains say that there is more to come of what is there.
var agains = phrasesOf("再", "继续", "进一步")

// actsFirst reports whether a verb that opens tasks is the first word of clause c, but for
// adverbs.
func (e *extractor) actsFirst(c int) bool {
	pos := e.rep.Clauses[c].Pos
	t, ok := e.lex.At(e.rs, e.pastAdverbs(pos.Start, pos.End), lexicon.ClassVerb)
	return ok && t.Role.Is(lexicon.Task)
}

// turnsIn reports whether p, a part of clause c, says that something is to be done, or by when.
func (e *extractor) turnsIn(c int, p span) bool { return e.willed(c, p) || e.timedAhead(c, p) }

// willed reports whether a word in p, a part of clause c, says that something is to be done.
func (e *extractor) willed(c int, p span) bool {
	if !e.cls[c].roles.Is(lexicon.Modal | lexicon.Wish) {
		return false
	}
	for _, t := range e.tokens(c, p) {
		if t.Role.Is(lexicon.Modal|lexicon.Wish) && e.wills(c, t, p.End) {
			return true
		}
	}
	return false
}

// wills reports whether t, a word of what is to be, is one where it stands: 将 before a verb and
// not before what it is done to, 计划 before a verb and not a plan.
func (e *extractor) wills(c int, t lexicon.Token, end int) bool {
	switch {
	case t.Role.Is(lexicon.Plain | lexicon.Noun):
		return false
	case t.Role.Is(lexicon.Goal), t.End-t.Start == 1 && e.rs[t.Start] == '将':
		v, ok := e.tokenAt(c, span{Start: e.pastAdverbs(int(t.End), end), End: end})
		return ok && (v.Class&lexicon.ClassVerb != 0 || v.Role.Is(lexicon.Than)) && v.Class&lexicon.ClassIndicator == 0 && !v.Role.Is(lexicon.Noun|lexicon.Head|lexicon.Plain)
	}
	return true
}

// timedAhead reports whether a time in p, a part of clause c, is that of the plan or later.
func (e *extractor) timedAhead(c int, p span) bool {
	for k := e.cls[c].time; k < e.cls[c].timeEnd; k++ {
		if t := &e.times[k]; t.pos.End <= p.End && t.to != "" && t.year >= e.rep.Year && !e.presentAt(t.pos.Start) && !t.counted && !e.frameTime(c, t) {
			return true
		}
	}
	return false
}

// presents say that what follows is so by now.
var presents = phrasesOf("目前", "现在", "现已", "截至目前", "到目前为止", "到现在为止", "迄今")

// presentAt reports whether a word that says so stands at offset i.
func (e *extractor) presentAt(i int) bool { return e.isAt(i, presents) }

// notThen stand before a time that is no more than what something is held against or acts on.
var notThen = phrasesOf("比", "较", "在", "按照", "按", "从", "到", "由", "针对", "对", "与", "同", "将", "把")

// saysWhen reports whether what stands in clause c or before it in its sentence says that the
// run tells of what is so by now, unless it counts what is named, or came about of late: 目前,
// 近年来, 改革开放以来.
func (e *extractor) saysWhen(c int, before span, counted bool) bool {
	first := e.rep.Sentences[e.rep.Clauses[c].Sentence].First
	if !counted && e.nowIn(c, before) {
		return true
	}
	for k := c; k >= first; k-- {
		pos := e.rep.Clauses[k].Pos
		if k < c {
			if _, seen := e.oneBefore(pos.End, seens); seen {
				return true
			}
		}
		if k == first && e.isAt(pos.Start, ofLate) && e.at(pos.Start+2) != '的' || k < c && (e.hasBefore(pos.End, "以来") || e.hasDone(k, pos) || !counted && e.nowIn(k, span{Start: pos.Start, End: pos.Start + 1})) {
			for ; k < c; k++ {
				if e.turnsIn(k, e.rep.Clauses[k].Pos) {
					return false
				}
			}
			return true
		}
	}
	return false
}

// seens close a clause that says that what follows must be kept in mind, and is so.
var seens = phrasesOf("看到", "认识到", "意识到", "清醒认识")

// ofLate are what opens a sentence that tells of late times or of how things stand.
var ofLate = anyOf(recounts, phrasesOf("当前", "近两年", "近三年", "近五年", "过去三年", "这几年"))

// hasDone reports whether 已 in p, all or a part of clause c, says that something was done.
func (e *extractor) hasDone(c int, p span) bool {
	if !e.cls[c].roles.Is(lexicon.Past) {
		return false
	}
	for _, t := range e.tokens(c, p) {
		if t.Role.Is(lexicon.Past) && e.rs[t.Start] == '已' {
			return !e.holds(int(t.End), p.End, "的")
		}
	}
	return false
}

// nowIn reports whether a word that says that what follows is so by now begins in p, a part of
// clause c.
func (e *extractor) nowIn(c int, p span) bool {
	for k := e.cls[c].time; k < e.cls[c].timeEnd; k++ {
		t := &e.times[k]
		if t.pos.Start >= p.End {
			return false
		}
		if e.presentAt(t.pos.Start) && e.at(t.pos.End) != '的' {
			_, held := e.oneBefore(t.pos.Start, notThen)
			return !held || t.pos.Start == e.rep.Clauses[c].Pos.Start
		}
	}
	return false
}

// pastWords say of the verb behind them that it was done.
var pastWords = phrasesOf("已", "已经", "先后", "曾", "曾经", "常年", "历来")

// hasBeenDone reports whether a word before the run says that what it tells was done: 已与12个
// 城市结盟, 先后接待来宾3万人.
func (e *extractor) hasBeenDone(f *Figure, r *run, before span) bool {
	if e.cls[r.clause].roles.Is(lexicon.Past | lexicon.Adverb | lexicon.Void) {
		for _, t := range e.tokens(r.clause, before) {
			if t.Role.Is(lexicon.Past|lexicon.Adverb|lexicon.Void) && e.isAt(int(t.Start), pastWords) && (e.at(before.End-1) == '有' || !e.holds(int(t.End), before.End, "的")) {
				return !e.actsIn(r.clause, span{Start: before.Start, End: int(t.Start)}) // but for 推进30个已开工项目
			}
		}
	}
	return e.cls[r.clause].roles.Is(lexicon.Past) && (e.perfective(r.clause, before, f.Kind == Count) || e.hasDone(r.clause, r.right) && !e.actsIn(r.clause, before))
}

// byNows stand right before how many there are by now.
var byNows = phrasesOf("已达", "已达到", "已有", "已经有", "已经达到", "已超", "已超过", "已经超过", "已")

// byNowMany reports whether the run says how many of whom it speaks there are by now.
func (e *extractor) byNowMany(r *run) bool {
	_, ok := e.oneBefore(e.trim(r.left).End, byNows)
	return ok
}

// setForth are verbs of setting down what is to be done.
var setForth = phrasesOf("提出了", "确定了", "明确了", "规定了", "制定了")

// weighings are verbs of what a goal that has been set takes into account.
var weighings = phrasesOf("考虑了", "考虑到了", "体现了", "兼顾了", "反映了", "衔接了", "统筹了", "顾及了", "照顾了", "注意了", "留出了", "预留了")

// perfective reports whether 了 stands in p, a part of clause c, behind what was done, and not
// behind a verb of setting down what is to be done unless that is counted.
func (e *extractor) perfective(c int, p span, counted bool) bool {
	for _, t := range e.tokens(c, p) {
		if t.End-t.Start != 1 || e.rs[t.Start] != '了' || int(t.Start) == p.Start || e.rs[t.Start-1] == '为' || e.rs[t.Start-1] == '除' {
			continue
		}
		_, set := e.oneBefore(int(t.End), setForth)
		_, accounts := e.oneBefore(int(t.End), weighings)
		if (!set || counted) && !accounts {
			return true
		}
	}
	return false
}

// broughtAbout reports whether a clause behind the run closes its sentence with what it all
// brought about, and nothing in the sentence is still to be done: 与9国签约，推动了合作.
func (e *extractor) broughtAbout(r *run) bool {
	sent := &e.rep.Sentences[e.rep.Clauses[r.clause].Sentence]
	done := false
	for c := sent.First; c < sent.Last; c++ {
		if e.cls[c].roles.Is(lexicon.Modal | lexicon.Wish) {
			return false
		}
		done = done || c >= r.clause && e.cls[c].roles.Is(lexicon.Past) && e.perfective(c, e.rep.Clauses[c].Pos, false)
	}
	return done && !e.actsFirst(r.clause) && !e.actsFirst(sent.First)
}

// statesHaving reports whether all that stands before the run says that the country or
// the place has so many: 我国有2亿学生.
func (e *extractor) statesHaving(r *run) bool {
	left := e.trim(r.left)
	if !r.first || e.at(left.End-1) != '有' {
		return false
	}
	left.End--
	if left.Len() == len("我们")/hanSize && e.hasAt(left.Start, "我们") {
		return true
	}
	t, ok := e.tokenAt(r.clause, left)
	return ok && t.Role.Is(lexicon.Scope) && int(t.End) == left.End
}

// havings say of what stands behind them, or of what they stand behind, how much there is.
var havings = phrasesOf("现有", "还有", "仍有", "尚有", "只有", "仅有", "多达")

// has reports whether the run says how much there is of what it names: 还有老旧住房3万套, 人均只有
// 8分地, 现有耕地86万亩; but not of what is acted on, 盘活现有厂房3万平方米.
func (e *extractor) has(r *run) bool {
	left := e.trim(r.left)
	if w, ok := e.oneBefore(left.End, havings); ok && left.Len() > runeCount(w) {
		return !e.actsIn(r.clause, left)
	}
	if !r.first || r.pred.reach {
		return false
	}
	for i := left.End - 3; i >= left.Start; i-- {
		if e.rs[i+1] == '有' && e.isAt(i, havings) {
			return !e.actsIn(r.clause, left) && !e.holds(i, left.End, "的")
		}
	}
	return false
}

// actsIn reports whether a verb that opens tasks stands in p, a part of clause c.
func (e *extractor) actsIn(c int, p span) bool {
	if !e.cls[c].roles.Is(lexicon.Task) {
		return false
	}
	for _, t := range e.tokens(c, p) {
		if isDeed(t) {
			return true
		}
	}
	return false
}

// drawsOn reports whether the run only counts people, from which the next clause concludes what
// must be done: 毕业生超过1万人，要促进就业.
func (e *extractor) drawsOn(f *Figure, r *run) bool {
	u, c := f.Quantity.Unit, r.clause
	if !u.Is(lexicon.UnitPerson) || !r.first || e.rep.Clauses[c].Mark != '，' || c+1 >= len(e.rep.Clauses) {
		return false
	}
	if e.among(c+1) && c+2 < len(e.rep.Clauses) && e.rep.Clauses[c+2].Sentence == e.rep.Clauses[c].Sentence {
		c++ // 残疾人1.1万人，其中重度残疾人4000人，要…
	}
	if !e.mustAct(c+1) && !e.hasBefore(e.rep.Clauses[c+1].Pos.End, "新高") || !e.ends(r.right.Start) {
		return false
	}
	last := e.at(r.pred.core.End - 1)
	return r.pred.core.Valid() && (endsPeople(last) || last == '人') && !e.verbBefore(r)
}

// announced are what 是 says what it is to be, before what is to be done.
var announced = phrasesOf("目标", "任务", "重点", "要求", "措施", "工作", "关键", "安排", "方针", "办法", "思路", "原则", "核心", "首先", "主要", "方面", "抓手", "指标", "总的", "就")

// defined reports whether the run tells what something is: 水电是我县的两大产业, 甲县是三个试点县之一,
// 单产是全省的1.5倍.
func (e *extractor) defined(f *Figure, r *run, before span) bool {
	if !r.first || f.Kind != Count && f.Kind != Multiple && !(f.Kind == Level && r.quantified) {
		return false
	}
	const shortest = 2 // runes of what is defined
	is := e.copula(r.clause, before.Start+shortest)
	if is < 0 || is >= before.End {
		return false
	}
	if _, ahead := e.oneBefore(is, announced); ahead {
		return false
	}
	if _, ahead := e.oneBefore(e.trim(r.right).End, announced); ahead {
		return false // 是稳增长的两个抓手
	}
	for _, t := range e.tokens(r.clause, span{Start: is + 1, End: before.End}) {
		if t.Class&lexicon.ClassVerb != 0 && !t.Role.Is(lexicon.Noun|lexicon.Head|lexicon.Plain) && !e.hasAt(int(t.Start), "有") {
			return false
		}
	}
	return true
}

// sourceWords stand behind a share and tell where it comes from or what it is.
var sourceWords = phrasesOf("来自", "出自", "来源于", "属于", "集中在", "集中于", "分布在", "生活在", "是")

// attributed reports whether the run tells what part of something is or comes from where, or
// how great a part a thing is that more is said of: 收入的六成来自务工, 占农户一半的低收入户.
func (e *extractor) attributed(f *Figure, r *run) bool {
	if f.Kind != Share || r.pred.reach || r.pred.change {
		return false
	}
	i := r.right.Start
	if e.at(i) == '的' && r.pred.ratio {
		return e.at(i+1) != '目' // 的目标
	}
	if c := r.clause; r.pred.ratio && e.ends(i) && e.rep.Clauses[c].Mark == '，' && c+1 < len(e.rep.Clauses) && e.mustAct(c+1) {
		return true // 占经济总量的四成，要做强
	}
	if e.at(i) == '在' && r.right.Len() <= len("在农村") {
		return true
	}
	if e.isAt(i, sourceWords) {
		return true
	}
	for ; i < r.right.End; i++ {
		if sourceWords.mayOpen(e.rs[i]) && e.isAt(i, sourceWords) && !e.longerWord(i) {
			return true
		}
	}
	return false
}

// lacks stand behind a part of something and say what is wrong with it.
var lacks = phrasesOf("没有", "尚未", "尚无", "存在", "亏损", "缺乏", "不足", "不到", "未能")

// lacking reports whether the run tells of what part of something is still amiss: 有三成的村没有卫生室.
func (e *extractor) lacking(f *Figure, r *run) bool {
	return f.Kind == Share && e.at(e.trim(r.left).End-1) == '有' && e.anyIn(r.right, lacks)
}

// lasted stand before a length of time that is past.
var lasted = phrasesOf("以来", "改革开放", "建国", "经历", "经历了", "有着", "有过", "具有", "拥有", "长达", "历时")

// pastTails close what took a length of time.
var pastTails = phrasesOf("历史", "经验", "传统", "积淀", "积累")

// outlasted reports whether the run tells how long something has lasted that is past: 走过40年历程,
// 有着两千多年的建城史.
func (e *extractor) outlasted(f *Figure, r *run) bool {
	if f.Kind != Duration || !r.first {
		return false
	}
	if _, ok := e.oneBefore(e.trim(r.left).End, lasted); ok {
		return true
	}
	const longest = 12 // runes of what took so long
	_, spent := e.oneBefore(e.trim(r.left).End, spentTimes)
	return !spent && e.at(r.right.Start) == '的' && e.anyIn(span{Start: r.right.Start, End: min(r.right.End, r.right.Start+longest)}, pastTails)
}

// spentTimes stand before the time that something takes or is to take.
var spentTimes = phrasesOf("经过", "用", "通过", "以", "利用", "再用", "力争用")
