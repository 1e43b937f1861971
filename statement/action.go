package statement

import (
	"slices"
	"strings"

	"pledger/lexicon"
	"pledger/report"
)

// actions adds the verbs and objects of clause c.
func (e *extractor) actions(p *Pledge, c int) {
	pos := e.rep.Clauses[c].Pos
	at, first, ok := e.opening(c)
	t := *first
	if ok && t.Role.Is(lexicon.Prep) && t.Class&lexicon.ClassVerb == 0 {
		for _, v := range e.tokens(c, span{Start: int(t.End), End: pos.End}) {
			if v.Class&lexicon.ClassVerb != 0 && v.Role.Is(lexicon.Task) && !v.Role.Is(lexicon.Noun) {
				at, t = int(v.Start), v
				break
			}
		}
	}
	if (!ok || t.Class&lexicon.ClassVerb == 0) && !e.targetIn(c) {
		if v, found := e.lastVerb(c); found {
			e.addVerb(p, v)
			if o := e.thing(c, e.stripLeft(c, span{Start: pos.Start, End: int(v.Start)}, true)); o.Valid() {
				p.Objects = append(p.Objects, e.text(o))
			}
			return
		}
	}
	target := e.targetIn(c)
	if !target && e.betters(c) {
		return
	}
	if target && e.sizedThing(p, c) {
		return
	}
	named := target && ok && e.namesMeasure(c, t)
	for !named && ok && t.Class&lexicon.ClassVerb != 0 {
		e.addVerb(p, t)
		at = int(t.End)
		joined := e.at(at) == '、' || e.at(at) == '和'
		if !joined {
			break
		}
		t, ok = e.tokenAt(c, span{Start: at + 1, End: pos.End})
	}
	object := e.trim(span{Start: at, End: pos.End})
	if v, done := e.assuredAct(c, t, object); done && !target {
		e.addVerb(p, v)
		object = e.thing(c, span{Start: object.Start, End: int(v.Start)})
	}
	if target {
		if len(p.Verbs) == 0 || named {
			if v, found := e.changeVerb(c); found {
				p.Verbs = append(p.Verbs, e.bareVerb(v))
			} else if v, found := e.makingVerb(c); found {
				p.Verbs = append(p.Verbs, e.bareVerb(v))
			} else if e.holds(pos.Start, pos.End, "新增") {
				p.Verbs = append(p.Verbs, "新增") // inside an indicator: 城镇新增就业
			}
		}
		for i := e.cls[c].num; i < e.cls[c].numEnd; i++ {
			if f := e.set.Mentions[i].Figure; f >= 0 && !e.set.Figures[f].delimits && !contains(p.Objects, e.set.Figures[f].Subject) {
				p.Objects = append(p.Objects, e.set.Figures[f].Subject)
			}
		}
		return
	}
	for object.Start < object.End && (e.at(object.Start) == '好' || e.at(object.Start) == '了') {
		object.Start++
	}
	if object.Valid() {
		p.Objects = append(p.Objects, e.text(object))
	}
}

// assurers are verbs before a thing and what is to become of it: 确保大桥建成.
var assurers = phrasesOf("确保", "保证", "力保", "力促", "争取", "力争", "促成")

// assuredAct is the verb that ends the object of an assuring verb of clause c, where one
// can check that it was done.
func (e *extractor) assuredAct(c int, verb lexicon.Token, object span) (v lexicon.Token, ok bool) {
	const shortest = 2 // runes of the thing
	_, assures := e.oneAt(int(verb.Start), assurers)
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
var completions = phrasesOf("开工建设", "开工", "竣工", "投产", "建成通车", "建成", "通车", "投用", "投运", "并网发电", "开园", "开馆", "开业", "封顶", "通航", "开通")

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

// thing is p less the time phrases, adverbs and words of will that end it before a verb:
// 大桥 of 大桥一季度, 奥帆中心 of 奥帆中心确保上半年, 零就业家庭 of 零就业家庭动态.
func (e *extractor) thing(c int, p span) span {
	for {
		if p = e.trim(p); !p.Valid() {
			return p
		}
		end := e.behindThing(c, p)
		if end == p.End {
			return p
		}
		p.End = max(p.Start, end)
	}
}

// behindThing is where the word starts that ends p and is no part of a thing; the end of p
// where none does.
func (e *extractor) behindThing(c int, p span) int {
	for k := e.cls[c].time; k < e.cls[c].timeEnd; k++ {
		if t := &e.times[k]; t.pos.End == p.End {
			if r := e.at(t.pos.Start - 1); (r == '在' || r == '于') && t.pos.Start > p.Start {
				return t.pos.Start - 1 // 二期要在9月底前
			}
			return t.pos.Start
		}
	}
	toks := e.tokens(c, p)
	if n := len(toks); n > 0 && int(toks[n-1].End) == p.End {
		if r := toks[n-1].Role; r.Is(lexicon.Adverb|lexicon.Wish|lexicon.Modal|lexicon.Time) && !r.Is(lexicon.Head|lexicon.Noun|lexicon.Plain|lexicon.Rate) && e.at(p.End-1) != '稳' {
			return int(toks[n-1].Start)
		}
	}
	return p.End
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
	if t, ok := e.tokenAt(c, span{Start: e.lead(c), End: pos.End}); ok && t.Role.Is(lexicon.Task) && !t.Role.Is(lexicon.Noun) {
		return false // 开工建设总投资12亿元的项目
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
		return v, false
	}
	return v, false
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
		if e.rs[t.Start] == '的' {
			break // 它们拥有的核武器
		}
		if t.Class&lexicon.ClassVerb != 0 && t.End-t.Start > 1 && e.brings(t) && !t.Role.Is(lexicon.Noun|lexicon.Head|lexicon.Plain) && !e.measureBehind(int(t.End)) {
			return t, true
		}
	}
	return lexicon.Token{}, false
}

// bareVerb is verb t without what leads on to a value: 控制 of 控制在.
func (e *extractor) bareVerb(t lexicon.Token) string {
	v := e.text(span{Start: int(t.Start), End: int(t.End)})
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

// deadline finds by when a pledge is due where the text says so and it is not
// the plan year itself.
func (e *extractor) deadline(p *Pledge, first, end int) {
	for c := first; c < end; c++ {
		for k := e.cls[c].time; k < e.cls[c].timeEnd; k++ {
			t := &e.times[k]
			if t.year < e.rep.Year {
				continue
			}
			plan := yearText(e.rep.Year)
			if t.to == plan && (t.relative && e.at(t.pos.Start) == '年' && e.at(t.pos.Start+1) != '内' || e.holds(t.pos.Start, t.pos.End, "年底")) {
				p.Deadline = e.later(p.Deadline, plan+"-12") // 年底前
			} else if t.deadline && t.to != plan || e.comesIn(c, t) || t.relative && !t.span && t.year > e.rep.Year && e.verbAt(t.pos.End) || t.span && t.year > e.rep.Year && !e.frameTime(c, t) || strings.Contains(t.to, "-") && t.relative {
				p.Deadline = e.later(p.Deadline, t.to)
			}
		}
	}
	if p.Deadline != "" {
		return
	}
	if p.Deadline = e.lastYear(p.Figures); p.Deadline != "" {
		return
	}
	sent := &e.rep.Sentences[e.rep.Clauses[first].Sentence]
	if first == sent.First || sent.Stance != report.Goals || e.cls[sent.First].time == e.cls[sent.First].timeEnd || e.rep.Clauses[sent.First].Mark != '：' {
		return
	}
	if t := &e.times[e.cls[sent.First].time]; e.comingSpan(t) && !t.counted {
		p.Deadline = t.to // “十三五”时期主要目标是：…；城镇化率达到60%
	}
}

// later is by when a task is due of which two dates are said: the later one, 8月底前完成招标，
// 12月底前开工, but the one in the plan year where only one is: 一季度开工，2014年建成通车.
func (e *extractor) later(a, b string) string {
	plan := yearText(e.rep.Year)
	if in := strings.HasPrefix(a, plan); a != "" && in != strings.HasPrefix(b, plan) {
		if in {
			return a
		}
		return b
	}
	return max(a, b)
}

// lastYear is the year behind the plan year that a target among figures is set for, where the
// first of its sentence said it: 到2025年，森林覆盖率达到36%，城镇化率达到67%; "" elsewhere.
func (e *extractor) lastYear(figures []int) string {
	const digits = 4
	for _, i := range figures {
		f := &e.set.Figures[i]
		if n := len(f.Period); f.Role == Target && n >= digits {
			if end := f.Period[n-digits:]; end > yearText(e.rep.Year) && (n == digits || f.Period[n-digits-1] == '/' && f.Kind == Growth) {
				return end
			}
		}
	}
	return ""
}

// comesIn reports whether time phrase t, a later year, opens clause c and says when what
// follows comes about: 2014年建成通车.
func (e *extractor) comesIn(c int, t *timePhrase) bool {
	return t.year > e.rep.Year && !t.span && !t.relative && t.pos.Start == e.rep.Clauses[c].Pos.Start && e.verbAt(t.pos.End)
}

// addVerb adds a verb; one whose completion can be checked makes the pledge hard.
func (e *extractor) addVerb(p *Pledge, t lexicon.Token) {
	p.Verbs = append(p.Verbs, e.text(span{Start: int(t.Start), End: int(t.End)}))
	if t.Role.Is(lexicon.Checked) {
		p.Hardness = Hard
	}
}

// occasions are what is held, once or every year: 办好旅游节.
var occasions = []string{"活动", "节", "会", "展", "赛", "论坛"}

// furtherings go on with a trial that is under way: 推进试点, but 开展试点 can be checked.
var furtherings = []string{"推进", "推动", "深化", "扩大"}

// measuredBy reports whether one of figures says more than how many things are listed.
func (e *extractor) measuredBy(figures []int) bool {
	for _, f := range figures {
		if e.set.Figures[f].Kind != Count {
			return true
		}
	}
	return false
}

// hardness: what has a figure, a deadline or a trial to hold can be checked too.
func (e *extractor) hardness(p *Pledge) {
	if p.Deadline != "" || e.measuredBy(p.Figures) {
		p.Hardness = Hard
	}
	if p.Hardness == Hard {
		return
	}
	for _, o := range p.Objects {
		if strings.HasSuffix(o, "全覆盖") || strings.HasSuffix(o, "试点") && !(len(p.Verbs) > 0 && slices.Contains(furtherings, p.Verbs[0])) || strings.HasSuffix(o, "普查") || len(p.Verbs) > 0 && p.Verbs[0] == "办好" && hasAnySuffix(o, occasions) {
			p.Hardness = Hard
		}
	}
}
