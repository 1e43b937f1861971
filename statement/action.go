package statement

import (
	"slices"
	"strings"

	"pledger/lexicon"
	"pledger/report"
)

// actions adds the verbs and objects of clause c, behind which last says that the pledge
// ends.
func (e *extractor) actions(p *Pledge, c int, last bool) {
	pos := e.rep.Clauses[c].Pos
	at, first, ok := e.opening(c)
	t := *first
	target := e.targetIn(c)
	if ok && !target {
		switch e.rs[at] {
		case '让', '使', '聚':
			if e.makesWay(first, last) {
				return
			}
		}
	}
	before := span{Start: at, End: at}
	if ok && t.Role.Is(lexicon.Prep) && (t.Class&lexicon.ClassVerb == 0 || e.rs[at] == '为' && t.End-t.Start == 1) {
		if v, found := e.verbBehind(c, int(t.End)); found {
			before = span{Start: int(t.End), End: int(v.Start)}
			at, t = int(v.Start), v
		}
	}
	if (!ok || t.Class&lexicon.ClassVerb == 0) && !target {
		v, found := e.becomes(c)
		if !found {
			v, found = e.lastVerb(c)
		}
		if found {
			e.addVerb(p, v)
			e.addObject(p, c, e.thing(c, e.subjectOf(c, at, int(v.Start))))
			return
		}
	}
	if !target && e.betters(c) {
		return
	}
	if target && e.sizedThing(p, c) {
		return
	}
	named := target && ok && e.namesMeasure(c, t)
	if !named && ok && t.Class&lexicon.ClassVerb != 0 {
		at = e.addVerbs(p, c, &t)
	}
	if target {
		if o, listed := e.counted(c, at); listed {
			p.Objects = append(p.Objects, e.text(o))
			return
		}
		e.targetActions(p, c, named)
		return
	}
	if !last && e.at(at-1) == '持' && e.hasAt(at-2, "坚持") && int(t.End)-int(first.Start) == 2 && e.rep.Sentences[e.rep.Clauses[c].Sentence].Stance != report.Discipline {
		return // what one holds to is how the next clause acts
	}
	e.addObjects(p, c, &t, before, e.trim(span{Start: at, End: pos.End}))
}

// addObjects adds what clause c acts on with the verb t: object, which follows it, and before,
// which stands between 对 or 为 and the verb.
func (e *extractor) addObjects(p *Pledge, c int, t *lexicon.Token, before, object span) {
	if r := e.rs[t.Start]; assurers.mayOpen(r) || pushings.mayOpen(r) {
		if v, done := e.assuredAct(c, *t, object); done {
			e.addVerb(p, v)
			object = e.thing(c, span{Start: object.Start, End: int(v.Start)})
		}
	}
	for object.Start < object.End && (e.at(object.Start) == '好' || e.at(object.Start) == '了') {
		object.Start++
	}
	if before.Start < before.End {
		if r := e.at(before.Start - 1); r == '对' || r == '为' && !object.Valid() {
			e.addObject(p, c, e.thing(c, before)) // 对工程实行清单管理, 为老人体检
		}
	}
	if e.cls[c].roles.Is(lexicon.Prep) && (t.Role.Is(lexicon.Purpose) || e.at(int(t.Start)) == '推') {
		object.End = e.towards(object) // 促进要素向企业集聚
	}
	e.addObject(p, c, object)
}

// targetActions adds what clause c says is to be done to what is measured. Its verb can be
// part of the name of that, named says so.
func (e *extractor) targetActions(p *Pledge, c int, named bool) {
	pos := e.rep.Clauses[c].Pos
	if len(p.Verbs) == 0 || named {
		if v, found := e.changeVerb(c); found {
			p.Verbs = append(p.Verbs, e.bareVerb(v))
		} else if v, found := e.makingVerb(c); found {
			p.Verbs = append(p.Verbs, e.bareVerb(v))
		} else if e.holds(pos.Start, pos.End, "新增") {
			p.Verbs = append(p.Verbs, "新增") // inside an indicator: 城镇新增就业
		}
	}
	if o, both := e.sharedByEach(c); both {
		p.Objects = append(p.Objects, e.text(o))
		return
	}
	for i := e.cls[c].num; i < e.cls[c].numEnd; i++ {
		f := e.set.Mentions[i].Figure
		if f < 0 || e.set.Figures[f].delimits {
			continue
		}
		if o := measured(e.set.Figures[f].Subject, p.Verbs); !contains(p.Objects, o) {
			p.Objects = append(p.Objects, o)
		}
	}
}

// assurers are verbs before a thing and what is to become of it: 确保大桥建成.
var assurers = phrasesOf("确保", "保证", "力保", "力促", "争取", "力争", "促成")

// assuredAct is the verb that ends the object of an assuring verb of clause c, where one
// can check that it was done.
func (e *extractor) assuredAct(c int, verb lexicon.Token, object span) (v lexicon.Token, ok bool) {
	const shortest = 2 // runes of the thing
	assures := e.isAt(int(verb.Start), assurers)
	if _, pushes := e.oneAt(int(verb.Start), pushings); !assures && !pushes || !object.Valid() {
		return v, false
	}
	toks := e.tokens(c, object)
	if len(toks) == 0 {
		return v, false
	}
	v = toks[len(toks)-1]
	if int(v.End) != object.End || int(v.Start) < object.Start+shortest || v.Class&lexicon.ClassVerb == 0 {
		return v, false
	}
	return v, assures && v.Role.Is(lexicon.Checked) && !v.Role.Is(lexicon.Noun) || e.completes(v) // 推动大桥开工
}

// completions are verbs, as often nouns, of what can only be so or not: a work has begun, or
// is done.
var completions = phrasesOf("开工建设", "开工", "竣工", "投产", "建成投产", "建成投用", "建成通车", "建成", "通车", "投用", "投运", "投入使用", "投入运行", "量产", "并网发电", "开园", "开馆", "开业", "封顶", "通航", "开通")

// completes reports whether verb v is one of them.
func (e *extractor) completes(v lexicon.Token) bool {
	w, ok := e.oneAt(int(v.Start), completions)
	return ok && int(v.Start)+runeCount(w) == int(v.End)
}

// lastVerb is the last verb of a clause whose subject stands before it.
func (e *extractor) lastVerb(c int) (lexicon.Token, bool) {
	pos := e.rep.Clauses[c].Pos
	toks := e.clauseTokens(c)
	for k := len(toks) - 1; k >= 0; k-- {
		if t := toks[k]; t.Class&lexicon.ClassVerb != 0 && !t.Role.Is(lexicon.Noun|lexicon.Head) && int(t.Start) > pos.Start && t.End-t.Start > 1 {
			return t, true
		}
	}
	return lexicon.Token{}, false
}

// sizedThing adds what clause c says of a thing that an amount before it only gives the size
// of: 总投资86亿元的产业园6月底前开工; false where it does not.
func (e *extractor) sizedThing(p *Pledge, c int) bool {
	const shortest = 2 // runes of the thing
	pos := e.rep.Clauses[c].Pos
	q := &e.nums[e.cls[c].numEnd-1]
	for i := e.cls[c].numEnd - 1; i >= e.cls[c].num; i-- {
		if q = &e.nums[i]; e.set.Mentions[i].What == IsFigure {
			break
		}
	}
	if e.at(q.Full.End) != '的' || q.Unit == nil || q.Unit.Class != "unit" {
		return false
	}
	v, ok := e.lastVerb(c)
	if !ok || int(v.End) != pos.End {
		return false
	}
	thing := e.thing(c, span{Start: q.Full.End + 1, End: int(v.Start)})
	if thing.Len() < shortest {
		return false
	}
	e.addVerb(p, v)
	p.Objects = append(p.Objects, e.text(thing))
	return true
}

// namesMeasure reports whether verb t, which opens clause c, is part of the name of what the
// clause measures, and another verb says how it is to change: 承诺时限压缩70%.
func (e *extractor) namesMeasure(c int, t lexicon.Token) bool {
	for i := e.cls[c].num; i < e.cls[c].numEnd; i++ {
		f := e.set.Mentions[i].Figure
		if f < 0 {
			continue
		}
		v, ok := e.changeVerb(c)
		if !ok || t.Role.Is(lexicon.Result) || t.Role.Is(lexicon.Task) && e.at(int(v.Start)) == '不' {
			return false // 推动产值突破500亿元, 办理建议不少于120件
		}
		return v.Start >= t.End && v.Role.Is(lexicon.Up|lexicon.Down|lexicon.Reach) && strings.Contains(e.set.Figures[f].Subject, e.text(span{Start: int(t.Start), End: int(t.End) + 1}))
	}
	return false
}

// changeVerb is the verb between a target's subject and its value: 增长, 控制 of 控制在,
// 不低于.
func (e *extractor) changeVerb(c int) (v lexicon.Token, ok bool) {
	const nearest = 4 // runes between the verb and its value
	for i := e.cls[c].num; i < e.cls[c].numEnd; i++ {
		f := e.set.Mentions[i].Figure
		if f < 0 {
			continue
		}
		at := e.set.Figures[f].Pos.Start
		if per := e.perAt(at); per.Valid() {
			at = per.Start // 提高到每人每月650元
		}
		toks := e.tokens(c, span{Start: e.rep.Clauses[c].Pos.Start, End: at})
		for k := len(toks) - 1; k >= 0 && int(toks[k].End) > at-nearest; k-- {
			t := toks[k]
			if t.Class&lexicon.ClassVerb == 0 && t.Role.Is(lexicon.Rate) {
				break // 建议办理满意率95%
			}
			if t.Class&lexicon.ClassVerb != 0 && !t.Role.Is(lexicon.Head) && !e.measureBehind(int(t.End)) {
				return t, true
			}
		}
		if !e.opensFrom(c, at) {
			return v, false
		}
	}
	return v, false
}

// opensFrom reports whether a value at offset at is where a change starts from: 由130元提高到
// 160元.
func (e *extractor) opensFrom(c, at int) bool {
	r := e.at(at - 1)
	return r == '由' || r == '从'
}

// makingVerb is the verb before the first figure of clause c that does what is counted, behind
// who does it: 安排 of 县财政安排扶贫资金3000万元; it is 新增 of 城镇新增就业 too.
func (e *extractor) makingVerb(c int) (lexicon.Token, bool) {
	end := e.rep.Clauses[c].Pos.End
	for i := e.cls[c].num; i < e.cls[c].numEnd; i++ {
		if f := e.set.Mentions[i].Figure; f >= 0 {
			end = e.nums[i].Full.Start
			break
		}
	}
	for _, t := range e.tokens(c, span{Start: e.lead(c), End: end}) {
		if t.Class&lexicon.ClassVerb != 0 && t.End-t.Start > 1 && e.brings(t) && !t.Role.Is(lexicon.Noun|lexicon.Head|lexicon.Plain) && !e.measureBehind(int(t.End)) {
			return t, true
		}
	}
	return lexicon.Token{}, false
}

// bareVerb is verb t without what leads on to a value: 控制 of 控制在.
func (e *extractor) bareVerb(t lexicon.Token) string {
	start := int(t.Start)
	if e.at(start-1) == '不' {
		start-- // 不突破6%
	}
	v := e.text(span{Start: start, End: int(t.End)})
	if t.End-t.Start > 2 && v != "不低于" && v != "不超过" {
		v = strings.TrimRight(v, "在到至为")
	}
	return v
}

// contains reports whether list holds s.
func contains(list []string, s string) bool {
	for _, l := range list {
		if l == s {
			return true
		}
	}
	return false
}

// addVerb adds a verb; one whose completion can be checked makes the pledge hard.
func (e *extractor) addVerb(p *Pledge, t lexicon.Token) {
	v := span{Start: int(t.Start), End: int(t.End)}
	if v.Len() > 2 {
		v = span{Start: e.verbStart(t), End: e.verbEnd(t)}
	}
	p.Verbs = append(p.Verbs, e.text(v))
	if t.Role.Is(lexicon.Checked) {
		p.Hardness = Hard
	}
}

// occasions are what is held, once or every year: 办好旅游节.
var occasions = []string{"活动", "节", "会", "展", "赛", "论坛"}

// furtherings go on with a trial that is under way: 推进试点, but 开展试点 can be checked.
var furtherings = []string{"推进", "推动", "深化", "扩大", "加快"}

// measuredBy reports whether one of figures says more than how many things are listed.
func (e *extractor) measuredBy(figures []int) bool {
	for _, f := range figures {
		if e.set.Figures[f].Kind != Count {
			return true
		}
	}
	return false
}

// hardness settles whether one can check that p, the pledge of cut k, was done: what has a
// figure, a deadline or a trial to hold can be checked too, and what only goes on cannot.
func (e *extractor) hardness(p *Pledge, k *cut) {
	switch {
	case p.Deadline != "" || e.measuredBy(p.Figures):
		p.Hardness = Hard
	case e.hasAt(k.pos.Start, "继续"):
		p.Hardness = Soft
	case p.Hardness == Soft && (e.checkedObject(p) || e.entire(k)):
		p.Hardness = Hard
	}
}

// checkedObject reports whether p has an object that is there or held once it is done: 办好旅游节,
// 开展试点, 实行首席数据官制度.
func (e *extractor) checkedObject(p *Pledge) bool {
	held := len(p.Verbs) > 0 && p.Verbs[0] == "办好"
	for _, o := range p.Objects {
		r, _ := lastRune(o)
		switch {
		case held && hasAnySuffix(o, occasions):
			return true
		case r == '盖' && strings.HasSuffix(o, "全覆盖"), r == '查' && strings.HasSuffix(o, "普查"):
			return true
		case r == '点' && strings.HasSuffix(o, "试点") && !(len(p.Verbs) > 0 && slices.Contains(furtherings, p.Verbs[0])):
			return true
		case (r == '制' || r == '度' || r == '理') && hasAnySuffix(o, regimes) && (slices.Contains(p.Verbs, "实行") || slices.Contains(p.Verbs, "推行")):
			return true
		}
	}
	return false
}

// regimes are what is in force once it is put so: 推行街长制; a way of doing, 推行清洁生产, is a
// direction.
var regimes = []string{"制", "制度", "清单管理", "”管理"}

// entire reports whether a clause of cut k says that something holds of each and every one,
// 规上企业实现全覆盖, 危桥全部加固, or that a number of works is built: 建设一批泵站.
func (e *extractor) entire(k *cut) bool {
	const verb = 2 // runes
	for c := k.first; c < k.last; c++ {
		end := e.rep.Clauses[c].Pos.End
		switch e.at(end - 1) {
		case '盖', '长', '零':
			if _, ok := e.anyBefore(end, "全覆盖", "零增长", "清零"); ok {
				return true
			}
		}
		if e.at(end-verb-1) == '部' && e.hasBefore(end-verb, "全部") && e.endsInVerb(e.rep.Clauses[c].Pos) && !e.hasBefore(end, "纳入") {
			return true
		}
		if at := int(e.clauseOpening(c).at); e.at(at) == '建' && e.hasAt(at, "建设一批") {
			return true
		}
	}
	return false
}
