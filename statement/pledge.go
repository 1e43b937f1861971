package statement

import (
	"strconv"
	"strings"

	"pledger/lexicon"
	"pledger/report"
)

// pledges cuts the parts that look ahead into pledges: one for each action
// with an object of its own; clauses that only add purpose, manner or scope
// stay with their action.
func (e *extractor) pledges() {
	e.opens = make([]clauseOpening, len(e.cls))
	n := 0
	for s := range e.rep.Sentences {
		if e.rep.Sentences[s].Stance >= report.Goals {
			n += e.rep.Sentences[s].Last - e.rep.Sentences[s].First
		}
	}
	e.set.Pledges = make([]Pledge, 0, n/2) // every other clause opens one
	for s := range e.rep.Sentences {
		sent := &e.rep.Sentences[s]
		if !e.promises(sent) {
			continue
		}
		e.sentencePledges(sent)
	}
}

// promises reports whether a sentence can hold pledges.
func (e *extractor) promises(sent *report.Sentence) bool {
	switch sent.Stance {
	case report.Goals, report.Arrangement, report.Discipline:
	default:
		return false
	}
	if sent.Heading || sent.Section == 0 {
		return false
	}
	if sec := e.rep.Sections[sent.Section]; sec.SpanEnd != 0 && sec.Year == 0 && !e.item(sent.Section) && !e.hasFigure(sent) {
		return false // the outlook of a five-year plan promises what it puts in numbers
	}
	if e.closing(sent) {
		return false
	}
	roles := e.roles(sent)
	if roles.Is(lexicon.Outline) || roles.Is(lexicon.Creed) && !e.hasFigure(sent) {
		return false
	}
	return !e.stating(sent)
}

// stating reports whether a sentence only says what is the case: 今年是….
func (e *extractor) stating(sent *report.Sentence) bool {
	if e.hasFigure(sent) {
		return false
	}
	for c := sent.First; c < sent.Last; c++ {
		pos := e.rep.Clauses[c].Pos
		_, t, ok := e.opening(c)
		if e.targetIn(c) || ok && t.Class&lexicon.ClassVerb != 0 && t.Role.Is(lexicon.Task) {
			return false
		}
		if c == sent.First && e.holds(pos.Start, pos.End, "是") {
			return true
		}
	}
	return false
}

// roles are those of all words of a sentence.
func (e *extractor) roles(sent *report.Sentence) (r lexicon.Role) {
	for c := sent.First; c < sent.Last; c++ {
		r |= e.cls[c].roles
	}
	return r
}

// closing reports whether a sentence belongs to the appeal that ends a report:
// its paragraph calls on all to strive.
func (e *extractor) closing(sent *report.Sentence) bool {
	if e.appeals == nil {
		e.appeals = make(map[int]bool)
		for s := range e.rep.Sentences {
			if e.roles(&e.rep.Sentences[s]).Is(lexicon.Appeal) {
				e.appeals[e.rep.Sentences[s].Paragraph] = true
			}
		}
	}
	return e.appeals[sent.Paragraph]
}

// hasFigure reports whether a sentence holds a promised figure.
func (e *extractor) hasFigure(sent *report.Sentence) bool {
	for c := sent.First; c < sent.Last; c++ {
		if e.targetIn(c) {
			return true
		}
	}
	return false
}

// targetIn reports whether clause c holds a promised figure.
func (e *extractor) targetIn(c int) bool {
	for i := e.cls[c].num; i < e.cls[c].numEnd; i++ {
		if f := e.set.Mentions[i].Figure; f >= 0 && e.set.Figures[f].Role == Target {
			return true
		}
	}
	return false
}

// part is what a clause does in a sentence of pledges.
type part uint8

const (
	partFrame   part = iota // opens the sentence and promises nothing: 面对…，
	partManner              // belongs to what follows: 围绕…，
	partAction              // an action of its own
	partTarget              // a target of its own
	partPurpose             // adds purpose or effect to what stands before
	partRest                // no verb opens it
)

// sentencePledges appends the pledges of one sentence.
func (e *extractor) sentencePledges(sent *report.Sentence) {
	open := -1 // first clause of the pledge being gathered
	acted := false
	size := 0
	flush := func(end int) {
		if open >= 0 && acted {
			e.addPledge(open, end, sent)
		}
		open, acted, size = -1, false, 0
	}
	for c := sent.First; c < sent.Last; c++ {
		p := e.partOf(c, sent)
		if p == partFrame {
			flush(c)
			continue
		}
		stays := open >= 0 && (!acted || e.stays(open, c, size, p, sent))
		if !stays {
			if p == partRest && !(c == sent.First && sent.Last-sent.First == 1 && e.predicated(c)) {
				flush(c)
				continue
			}
			flush(c)
			open = c
		}
		acted = acted || p != partManner
		size++
		if e.rep.Clauses[c].Mark == '；' {
			flush(c + 1)
		}
	}
	flush(sent.Last)
}

// stays reports whether clause c stays with the pledge that opened at clause
// open and holds size clauses already.
func (e *extractor) stays(open, c, size int, p part, sent *report.Sentence) bool {
	switch p {
	case partRest, partPurpose:
		return true
	case partManner:
		return false
	}
	if e.listsGoals(sent) {
		return false
	}
	_, t, ok := e.opening(c)
	if p == partTarget {
		return e.inheritsSubject(c) || ok && t.Role.Is(lexicon.Effect) || e.targetFollows(open, c)
	}
	return !e.targetIn(c-1) && e.inSpirit(c-1)
}

// inSpirit reports whether clause c says in what spirit the next one acts:
// 坚持…, 落实…政策; but a system or rule that is carried out is a task.
func (e *extractor) inSpirit(c int) bool {
	_, t, ok := e.opening(c)
	if !ok || !t.Role.Is(lexicon.Principle) {
		return false
	}
	if !e.hasAt(int(t.Start), "落实") {
		return true
	}
	_, ok = e.anyBefore(e.rep.Clauses[c].Pos.End, "政策", "战略", "措施", "精神", "部署", "方针", "要求", "理念", "思想")
	return ok
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

// listsGoals reports whether a sentence lists goals, each clause one of its own.
func (e *extractor) listsGoals(sent *report.Sentence) bool {
	if sent.Stance != report.Goals {
		return false
	}
	n := 0
	for c := sent.First; c < sent.Last; c++ {
		if e.targetIn(c) {
			n++
		}
	}
	return n > 0
}

// opening is where the words of clause c that act begin, behind enumerators,
// time phrases, adverbs and words of will, and the token that stands there.
func (e *extractor) opening(c int) (at int, first lexicon.Token, ok bool) {
	o := &e.opens[c]
	if !o.known {
		o.at, o.first, o.ok = e.findOpening(c)
		o.known = true
	}
	return o.at, o.first, o.ok
}

// clauseOpening is what opening found, kept for the next who asks.
type clauseOpening struct {
	at        int
	first     lexicon.Token
	ok, known bool
}

// findOpening does the work of opening.
func (e *extractor) findOpening(c int) (at int, first lexicon.Token, ok bool) {
	pos := e.rep.Clauses[c].Pos
	at = e.skipLead(c, pos)
	for at < pos.End {
		if next := e.skipTime(c, at); next > at {
			at = next
			continue
		}
		t, found := e.tokenAt(c, span{Start: at, End: pos.End})
		if !found {
			return at, t, false
		}
		if t.Role.Is(lexicon.Adverb|lexicon.Wish|lexicon.Modal) && t.Class&lexicon.ClassVerb == 0 || t.Role.Is(lexicon.Adverb|lexicon.Wish) && e.moreVerb(c, int(t.End), pos.End) {
			at = int(t.End)
			continue
		}
		return at, t, true
	}
	return at, lexicon.Token{}, false
}

// moreVerb reports whether another verb or adverb stands at offset i.
func (e *extractor) moreVerb(c, i, end int) bool {
	t, ok := e.tokenAt(c, span{Start: i, End: end})
	return ok && (t.Class&lexicon.ClassVerb != 0 || t.Role.Is(lexicon.Adverb))
}

// skipLead passes 一是, 第一, 我们要, 并 at the start of a clause.
func (e *extractor) skipLead(c int, pos span) int {
	at := pos.Start
	for i := e.cls[c].num; i < e.cls[c].numEnd; i++ {
		if m := e.set.Mentions[i]; m.Rule == "label" && m.Pos.Start <= at+1 {
			at = m.Pos.End
			if _, ok := e.anyAt(at, "是", "要"); ok {
				at++
			}
		}
	}
	at = e.behindMust(c, at, pos.End)
	for again := true; again; {
		again = false
		if !opensLead(e.at(at)) {
			break
		}
		for _, w := range []string{"我们要", "各级政府要", "政府要", "我们将", "我们", "要", "并", "还要", "必须", "同时", "今年要"} {
			if e.hasAt(at, w) && at+len([]rune(w)) < pos.End {
				if t, ok := e.lex.At(e.rs, at, lexicon.ClassAny); ok && int(t.End-t.Start) > len([]rune(w)) {
					continue
				}
				at += len([]rune(w))
				again = true
				break
			}
		}
	}
	return at
}

// behindMust is the offset behind 要 where a short subject without a verb stands
// before it: 城乡建设都要…, 特别要…; else at.
func (e *extractor) behindMust(c, at, end int) int {
	const furthest = 9
	for _, t := range e.tokens(c, span{Start: at, End: end}) {
		if int(t.Start) > at+furthest || t.Class&lexicon.ClassVerb != 0 && !t.Role.Is(lexicon.Noun|lexicon.Modal) {
			return at
		}
		if t.End-t.Start == 1 && e.at(int(t.Start)) == '要' && int(t.End) < end {
			return int(t.End)
		}
	}
	return at
}

// opensLead reports whether a word that skipLead passes can begin with r.
func opensLead(r rune) bool {
	switch r {
	case '我', '各', '政', '要', '并', '还', '必', '同', '今':
		return true
	}
	return false
}

// partOf says what clause c does.
func (e *extractor) partOf(c int, sent *report.Sentence) part {
	cl := e.rep.Clauses[c]
	at, t, ok := e.opening(c)
	verb := ok && t.Class&lexicon.ClassVerb != 0
	switch {
	case cl.Mark == '：':
		return partFrame
	case c > sent.First && e.continues(cl.Pos.Start):
		return partRest
	case e.argues(c, t, ok):
		return partRest
	case e.targetIn(c):
		return partTarget
	case c == sent.First && sent.Last-sent.First > 1 && e.sceneSetting(cl.Pos):
		return partFrame
	case at >= cl.Pos.End: // an adverb or a time phrase alone
		if e.duePhrase(c) {
			return partManner
		}
		return partFrame
	case e.listsGoals(sent) && e.predicated(c):
		return partAction
	case ok && t.Role.Is(lexicon.Prep) && !verb:
		if e.verbInside(c, int(t.End)) {
			return partAction
		}
		return partManner
	case verb && t.Role.Is(lexicon.Purpose) && c > sent.First && !e.owned(c, t):
		return partPurpose
	case verb && t.Role.Is(lexicon.Task|lexicon.Purpose|lexicon.Principle):
		return partAction
	case e.comesAbout(c):
		return partAction
	case e.obliges(c), at > cl.Pos.Start && e.verbInside(c, at), c == sent.First && e.verbInside(c, cl.Pos.Start):
		return partAction
	}
	return partRest
}

// continues reports whether a clause opens with a word that ties it to the one
// before: 也, 不能, 不得, 既.
func (e *extractor) continues(at int) bool {
	_, ok := e.anyAt(at, "也为", "也是", "也有", "不能", "不得", "既", "但", "而", "又能", "这样")
	return ok
}

// argues reports whether clause c says what something is and promises nothing.
func (e *extractor) argues(c int, first lexicon.Token, ok bool) bool {
	pos := e.rep.Clauses[c].Pos
	if ok && first.Class&lexicon.ClassVerb != 0 && first.Role.Is(lexicon.Task) || e.targetIn(c) {
		return false
	}
	if _, this := e.anyAt(pos.Start, "这", "是", "其", "上述"); this {
		return true
	}
	for _, t := range e.tokens(c, pos) {
		if t.End-t.Start == 1 && e.at(int(t.Start)) == '是' {
			return true
		}
	}
	if _, tells := e.anyAt(pos.Start, "去年", "近年来", "多年来", "实践证明", "靠"); tells {
		return true
	}
	for k := e.cls[c].time; k < e.cls[c].timeEnd; k++ {
		if t := e.times[k]; t.year < e.rep.Year && t.year > 0 && t.from != "" && !e.frameTime(c, t) {
			return true
		}
	}
	return e.cls[c].roles.Is(lexicon.Argue)
}

// duePhrase reports whether clause c is a phrase that says by when: 到2025年末.
func (e *extractor) duePhrase(c int) bool {
	for k := e.cls[c].time; k < e.cls[c].timeEnd; k++ {
		if t := e.times[k]; t.deadline || e.comingSpan(t) {
			return true
		}
	}
	return false
}

// owned reports whether what a purpose verb acts on can be a task by itself:
// 提升服务水平 can, 提高创新能力 says what for.
func (e *extractor) owned(c int, verb lexicon.Token) bool {
	if !verb.Role.Is(lexicon.Up|lexicon.Noun) && !e.hasAt(int(verb.Start), "提升") && !e.hasAt(int(verb.Start), "增强") && !e.hasAt(int(verb.Start), "保障") && !e.hasAt(int(verb.Start), "维护") {
		return false
	}
	end := e.rep.Clauses[c].Pos.End
	toks := e.tokens(c, span{Start: int(verb.End), End: end})
	return len(toks) > 0 && int(toks[len(toks)-1].End) == end && toks[len(toks)-1].Role.Is(lexicon.Gauge)
}

// comesAbout reports whether clause c says of a thing of its own that it comes
// about or keeps a state that can be checked: 大桥年底通车, 水质保持稳定.
func (e *extractor) comesAbout(c int) bool {
	const shortest = 2 // runes of the thing before its verb
	pos := e.rep.Clauses[c].Pos
	for _, t := range e.tokens(c, pos) {
		if int(t.Start) < pos.Start+shortest || t.Class&lexicon.ClassVerb == 0 || t.Role.Is(lexicon.Noun) || t.End-t.Start < 2 {
			continue
		}
		if t.Role.Is(lexicon.Reach) || e.lex.Verb(t).Hardness == "hard" && t.Role.Is(lexicon.Attain|lexicon.Make) {
			return true
		}
	}
	return false
}

// obliges reports whether clause c says of a subject of its own what it must
// do or reach: 新建项目能耗必须达到先进标准.
func (e *extractor) obliges(c int) bool {
	for _, t := range e.tokens(c, e.rep.Clauses[c].Pos) {
		if t.Role.Is(lexicon.Wish|lexicon.Modal) && int(t.Start) > e.rep.Clauses[c].Pos.Start && e.predicated(c) {
			return true
		}
		if e.hasAt(int(t.Start), "限期") || e.hasAt(int(t.Start), "达到") {
			return true
		}
	}
	return false
}

// sceneSetting reports whether a clause only sets the scene: 面对新形势.
func (e *extractor) sceneSetting(p span) bool {
	_, ok := e.anyAt(p.Start, "面对", "今年是", "当前", "新的一年", "做好今年", "做好政府工作", "各位代表", "按照", "根据", "为此", "综合考虑", "为实现")
	return ok
}

// verbInside reports whether a verb that opens tasks stands behind offset i.
func (e *extractor) verbInside(c, i int) bool {
	for _, t := range e.tokens(c, span{Start: i, End: e.rep.Clauses[c].Pos.End}) {
		if t.Class&lexicon.ClassVerb != 0 && t.Role.Is(lexicon.Task) && !t.Role.Is(lexicon.Noun) {
			return true
		}
	}
	return false
}

// predicated reports whether a clause says something of a subject of its own
// that can be promised: 居民收入稳步增长, 项目年内建成.
func (e *extractor) predicated(c int) bool {
	for _, t := range e.tokens(c, e.rep.Clauses[c].Pos) {
		if t.Class&lexicon.ClassVerb != 0 {
			return true
		}
	}
	return false
}

// addPledge appends the pledge of clauses [first, end).
func (e *extractor) addPledge(first, end int, sent *report.Sentence) {
	pos := span{Start: e.skipLead(first, e.rep.Clauses[first].Pos), End: e.rep.Clauses[end-1].Pos.End}
	if !pos.Valid() {
		return
	}
	p := Pledge{Pos: pos, Section: sent.Section, Hardness: Soft, Trace: []string{"pledge:" + sent.Stance.String()}}
	for c := first; c < end; c++ {
		e.actions(&p, c)
		for i := e.cls[c].num; i < e.cls[c].numEnd; i++ {
			if f := e.set.Mentions[i].Figure; f >= 0 {
				p.Figures = append(p.Figures, f)
			}
		}
	}
	e.deadline(&p, first, end)
	e.hardness(&p)
	for c := first; c < end; c++ {
		for _, t := range e.tokens(c, pos) {
			if t.Class&lexicon.ClassPlace != 0 {
				p.Places = append(p.Places, e.text(span{Start: int(t.Start), End: int(t.End)}))
			}
		}
	}
	e.set.Pledges = append(e.set.Pledges, p)
}

// actions adds the verbs and objects of clause c.
func (e *extractor) actions(p *Pledge, c int) {
	pos := e.rep.Clauses[c].Pos
	at, t, ok := e.opening(c)
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
			p.Objects = append(p.Objects, e.text(e.stripLeft(c, span{Start: pos.Start, End: int(v.Start)}, true)))
			return
		}
	}
	for ok && t.Class&lexicon.ClassVerb != 0 {
		e.addVerb(p, t)
		at = int(t.End)
		joined := e.at(at) == '、' || e.at(at) == '和'
		if !joined {
			break
		}
		t, ok = e.tokenAt(c, span{Start: at + 1, End: pos.End})
	}
	object := e.trim(span{Start: at, End: pos.End})
	if e.targetIn(c) {
		if len(p.Verbs) == 0 {
			e.changeVerb(p, c)
		}
		for i := e.cls[c].num; i < e.cls[c].numEnd; i++ {
			if f := e.set.Mentions[i].Figure; f >= 0 && !contains(p.Objects, e.set.Figures[f].Subject) {
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

// lastVerb is the last verb of a clause whose subject stands before it.
func (e *extractor) lastVerb(c int) (lexicon.Token, bool) {
	pos := e.rep.Clauses[c].Pos
	toks := e.tokens(c, pos)
	for k := len(toks) - 1; k >= 0; k-- {
		if t := toks[k]; t.Class&lexicon.ClassVerb != 0 && !t.Role.Is(lexicon.Noun|lexicon.Head) && int(t.Start) > pos.Start && t.End-t.Start > 1 {
			return t, true
		}
	}
	return lexicon.Token{}, false
}

// changeVerb adds the verb between a target's subject and its value: 增长,
// 控制 of 控制在, 不低于.
func (e *extractor) changeVerb(p *Pledge, c int) {
	for i := e.cls[c].num; i < e.cls[c].numEnd; i++ {
		f := e.set.Mentions[i].Figure
		if f < 0 {
			continue
		}
		at := e.set.Figures[f].Pos.Start
		toks := e.tokens(c, span{Start: e.rep.Clauses[c].Pos.Start, End: at})
		for k := len(toks) - 1; k >= 0 && int(toks[k].End) > at-4; k-- {
			t := toks[k]
			if t.Class&lexicon.ClassVerb == 0 || t.Role.Is(lexicon.Head) {
				continue
			}
			v := e.text(span{Start: int(t.Start), End: int(t.End)})
			if len([]rune(v)) > 2 && v != "不低于" && v != "不超过" {
				v = strings.TrimRight(v, "在到至为")
			}
			p.Verbs = append(p.Verbs, v)
			return
		}
		return
	}
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
			t := e.times[k]
			if t.to == "" || t.year < e.rep.Year {
				continue
			}
			plan := strconv.Itoa(e.rep.Year)
			if t.deadline && t.to != plan || t.span && t.year > e.rep.Year && !e.frameTime(c, t) || strings.Contains(t.to, "-") && t.relative {
				p.Deadline = t.to
				return
			}
		}
	}
}

// addVerb adds a verb; one whose completion can be checked makes the pledge hard.
func (e *extractor) addVerb(p *Pledge, t lexicon.Token) {
	p.Verbs = append(p.Verbs, e.text(span{Start: int(t.Start), End: int(t.End)}))
	if v := e.lex.Verb(t); v != nil && v.Hardness == "hard" {
		p.Hardness = Hard
	}
}

// hardness: what has a figure, a deadline or a trial to hold can be checked too.
func (e *extractor) hardness(p *Pledge) {
	if len(p.Figures) > 0 || p.Deadline != "" {
		p.Hardness = Hard
	}
	for _, o := range p.Objects {
		if strings.HasSuffix(o, "试点") || strings.HasSuffix(o, "普查") {
			p.Hardness = Hard
		}
	}
}
