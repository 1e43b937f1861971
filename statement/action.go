package statement

import (
	"strings"

	"pledger/lexicon"
	"pledger/report"
)

// actions adds the verbs and objects of clause c of cut k.
func (e *extractor) actions(p *Pledge, k *cut, c int) {
	first, last := c == k.first, c+1 == k.last
	if !last && e.onlyLeads(p, k, c) {
		return
	}
	if e.targetIn(c) {
		e.targetActions(p, c)
		return
	}
	pos, o := e.rep.Clauses[c].Pos, &e.opens[c]
	at, opens, ok := e.opening(c)
	t := *opens
	r, said := e.at(at), len(p.Verbs)
	if !first && e.forbids(c, int(o.lead), pos.End) {
		return
	}
	if (oddOpenings.may(r) || e.at(at-1) == '将') && (ok && e.makesWay(&t, last) || e.placed(p, c, e.takingAt(at, &t))) {
		return
	}
	before := span{Start: at, End: at}
	if ok {
		if r == '对' && !last && e.awaits(c) {
			e.addObject(p, c, e.trim(span{Start: at + 1, End: pos.End}))
			return
		}
		if e.opensPhrase(&t) {
			at, before = e.behindPhrase(c, &t, at, false)
		}
	}
	if !ok || t.Class&lexicon.ClassVerb == 0 || e.at(int(t.End)) == '的' {
		v, found, acts := e.behindSubject(c, at)
		if found && !acts {
			e.addVerb(p, &v)
			e.addObject(p, c, e.thing(c, e.subjectOf(c, at, int(v.Start))))
			return
		}
		if found {
			at, t, ok = int(v.Start), v, true
			before = span{Start: at, End: at}
		}
	}
	if c > 0 && e.targetIn(c-1) && e.betters(c) {
		return
	}
	if ok && t.Class&lexicon.ClassVerb != 0 {
		at = e.addVerbs(p, c, &t, pos.End)
	}
	if e.at(at-1) == '持' && !last && e.hasAt(at-2, "坚持") && t.End-o.at == 2 && e.rep.Sentences[e.rep.Clauses[c].Sentence].Stance != report.Discipline {
		return // what one holds to is how the next clause acts
	}
	if len(p.Verbs) == said && !(first && last) && !e.hasAt(pos.Start, "以及") && !(first && e.rs[pos.Start] == '对') && !(first && !t.Role.Is(lexicon.Prep) && e.awaits(c)) {
		return // 居安思危，增强忧患意识
	}
	object := e.trim(span{Start: at, End: pos.End})
	if o.must > o.label && before.Start == before.End {
		object = e.dealtWith(c, object, len(p.Verbs) > said)
	}
	e.addObjects(p, c, &t, before, object)
}

// onlyLeads reports whether clause c of cut k, behind which others stand, says nothing but of what they
// speak, which it adds, or how they act.
func (e *extractor) onlyLeads(p *Pledge, k *cut, c int) bool {
	if c > k.first || !e.topic(c, &e.rep.Sentences[k.sentence]) {
		return e.manner(c)
	}
	if pos := e.rep.Clauses[c].Pos; !e.doer(pos.End) {
		e.addObject(p, c, e.thing(c, span{Start: e.lead(c), End: pos.End}))
	}
	return true
}

// opensPhrase reports whether t, which opens a clause, may open a phrase with the verb behind it.
func (e *extractor) opensPhrase(t *lexicon.Token) bool {
	if t.Role.Is(lexicon.Prep) {
		return true
	}
	r := e.rs[t.Start]
	return r == '运' || r == '采' || r == '综'
}

// oddOpenings are the runes that a clause opens with which makes way, or may take something with 把.
var oddOpenings = headsOf(stances, phrasesOf("把", "让", "使", "聚"))

// takingAt is offset at, where token t opens a clause, or where 把 stands behind it, if that is one of
// stances: 坚定不移地把改革引向深入.
func (e *extractor) takingAt(at int, t *lexicon.Token) int {
	if t.End-t.Start < 2 || !stances.mayOpen(e.rs[t.Start]) {
		return at
	}
	i := int(t.End)
	if e.at(i) == '地' {
		i++
	}
	if e.at(i) == '把' && e.isAt(int(t.Start), stances) {
		return i
	}
	return at
}

// awaits reports whether clause c names what the next one must do something to: 违规项目，要停建.
func (e *extractor) awaits(c int) bool {
	if c+1 >= len(e.rep.Clauses) || e.rep.Clauses[c].Mark != '，' || e.doer(e.rep.Clauses[c].Pos.End) {
		return false
	}
	return e.mustAct(c+1) || e.obliged(c+1) || e.at(e.rep.Clauses[c].Pos.Start) == '对' && e.describes(c)
}

// addTopic adds what clause c, the first of a pledge, names for the others to say something of, where
// it does no more: 专项资金，主要用于修路.
func (e *extractor) addTopic(p *Pledge, c int) {
	at, t, ok := e.opening(c)
	if ok && (t.Class&lexicon.ClassVerb != 0 || t.Role.Is(lexicon.Prep)) || e.cls[c].roles.Is(lexicon.Modal) || e.manner(c) {
		return
	}
	e.addObject(p, c, e.thing(c, span{Start: at, End: e.rep.Clauses[c].Pos.End}))
}

// behindPhrase makes t, which opens clause c at offset at with a phrase of how, of whom or for whom,
// the verb behind it, and gives where that begins and what whom or what stands before it.
func (e *extractor) behindPhrase(c int, t *lexicon.Token, at int, target bool) (int, span) {
	none, end := span{Start: at, End: at}, e.rep.Clauses[c].Pos.End
	prep := t.Role.Is(lexicon.Prep) && (t.Class&lexicon.ClassVerb == 0 || e.rs[at] == '为' && t.End-t.Start == 1)
	if !target && (prep || e.isAt(at, madeUseOf)) {
		if v, found := e.behindFrame(c, at, end); found {
			*t = v
			return int(v.Start), span{Start: int(v.Start), End: int(v.Start)}
		}
	}
	if !prep {
		return at, none
	}
	from := int(t.End)
	var v lexicon.Token
	found := false
	if e.at(at) == '为' && !target {
		v, found = e.giving(c, from, end)
	}
	if !found {
		if v, found = e.verbBehind(c, from); found && !target {
			v = e.outerVerb(c, v, end)
		}
	}
	if !found {
		return at, none
	}
	*t = v
	return int(v.Start), span{Start: from, End: e.beforeScope(int(v.Start))}
}

// destined are verbs of where what stands before them goes or how it comes to be.
var destined = phrasesOf("用于", "投向", "纳入", "列入", "倾斜", "融入", "转向", "流向", "达到", "保持", "实现", "完成", "惠及", "得到", "覆盖", "成为")

// behindSubject is the verb of clause c behind its subject, which begins at offset at, and whether that
// acts on what follows it: 下派 of 市里要切实下派农技员, but not 增长 of 居民收入稳步增长.
func (e *extractor) behindSubject(c, at int) (v lexicon.Token, found, acts bool) {
	const shortest = 2 // runes of what is no object but goes on with the verb: 通车运煤
	end := e.rep.Clauses[c].Pos.End
	if e.cls[c].class&lexicon.ClassVerb == 0 {
		return v, false, false
	}
	if v, found = e.becomes(c); found {
		return v, true, false
	}
	if e.hasBefore(end, "倾斜") {
		return e.verbAtEnd(c, end)
	}
	if e.at(at) == '、' { // 高标准、高质量建设新区
		if k := e.firstToken(c, at+1); k < int(e.cls[c].tokEnd) && int(e.toks[k].Start) == at+1 {
			v, found = e.behindAdverbs(c, k, end)
		}
	}
	if !found {
		v, found = e.saidOf(c, at, end)
	}
	least := int(v.End)
	if !found {
		if v, found = e.lastVerb(c); !found {
			return e.verbAtEnd(c, end)
		}
		least = int(v.End) + shortest + 1
	}
	if r := e.at(int(v.End)); r == '从' || r == '由' || r == '向' || least > end || e.isAt(int(v.Start), destined) {
		return v, true, false
	}
	return v, true, e.actsOn(c, v, end, true)
}

// verbAtEnd is the verb that ends clause c at offset end behind a word of how: 防控 of 各类风险有效
// 防控.
func (e *extractor) verbAtEnd(c, end int) (v lexicon.Token, found, acts bool) {
	n := int(e.cls[c].tokEnd) - int(e.cls[c].tok)
	if n < 2 {
		return v, false, false
	}
	v, how := e.toks[e.cls[c].tokEnd-1], &e.toks[e.cls[c].tokEnd-2]
	if int(v.End) != end || v.Class&lexicon.ClassVerb == 0 {
		return v, false, false
	}
	found = how.End == v.Start && v.Role.Is(lexicon.Task) && how.Role.Is(lexicon.Adverb) && !v.Role.Is(lexicon.Plain) && e.at(int(how.Start)-1) != '出' // 作出全面部署
	return v, found || e.hasBefore(end, "倾斜"), false
}

// townships end the name of those who act and are no body of a government.
var townships = phrasesOf("乡镇", "市县", "县市", "代表", "委员", "机关", "大家", "同志", "地方")

// dealtWith is object, what stands behind the verb of clause c if there is one, acts says so, or what
// stands before 要 where that is what is spoken of: 违规项目 of 违规项目必须停建, 货币政策 of
// 货币政策要加力提效.
func (e *extractor) dealtWith(c int, object span, acts bool) span {
	const adjective, shortest = 2, 2 // runes
	o := &e.opens[c]
	if o.must <= o.label+shortest {
		return object
	}
	subject := e.thing(c, span{Start: int(o.label), End: int(o.must) - 1})
	if subject.Valid() && e.rs[subject.Start] == '对' && !e.longerWord(subject.Start) {
		subject.Start++ // 对侵权行为要依法严肃处理
	}
	if e.isBefore(subject.End, townships) || !subject.Valid() || e.doer(subject.End) {
		return object
	}
	policy := e.hasBefore(subject.End, "政策")
	if !object.Valid() || policy && (!acts || object.Len() <= adjective || e.at(object.Start-1) == '、') {
		return subject
	}
	return object
}

// addObjects adds what clause c acts on with the verb t: object, which follows it, and before,
// which stands between 对 or 为 and the verb.
func (e *extractor) addObjects(p *Pledge, c int, t *lexicon.Token, before, object span) {
	if urgeHeads.may(e.rs[t.Start]) {
		if v, done := e.assuredAct(c, *t, object); done {
			e.addVerb(p, &v)
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
	if e.cls[c].roles.Is(lexicon.Prep) {
		if t.Role.Is(lexicon.Purpose) || e.at(int(t.Start)) == '推' {
			object.End = e.towards(object) // 促进要素向企业集聚
		}
		object = e.beforeTaking(object)
	}
	if e.at(int(t.Start)) == '保' && e.hasAt(int(t.Start), "保持") {
		object = e.kept(c, object)
	}
	e.addObject(p, c, object)
}

// assurers are verbs before a thing and what is to become of it: 确保大桥建成.
var assurers = phrasesOf("确保", "保证", "力保", "力促", "争取", "力争", "促成")

// urgeHeads are the runes that assurers and pushings begin with.
var urgeHeads = headsOf(assurers, pushings)

// completions are verbs, as often nouns, of what can only be so or not: a work has begun, or
// is done.
var completions = phrasesOf("开工建设", "开工", "竣工", "投产", "建成投产", "建成投用", "建成通车", "建成", "通车", "投用", "投运", "投入使用", "投入运行", "量产", "并网发电", "开园", "开馆", "开业", "封顶", "通航", "开通")

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
func (e *extractor) addVerb(p *Pledge, t *lexicon.Token) { e.addVerbAs(p, t, false) }

// addVerbAs is addVerb; a verb that another leads up to is checked no more than that, soft says so.
func (e *extractor) addVerbAs(p *Pledge, t *lexicon.Token, soft bool) {
	p.Verbs = append(p.Verbs, e.text(span{Start: e.verbStart(t), End: e.verbEnd(t)}))
	if t.Role.Is(lexicon.Checked) && !soft {
		p.Hardness = Hard
	}
}
