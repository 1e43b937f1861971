package statement

import (
	"strings"
	"unicode/utf8"

	"pledger/lexicon"
	"pledger/quantity"
)

// subjects are what a run's slots speak of.
type subjects struct {
	topics     []string // one for all slots, or one for each
	inherited  bool     // completed from what stood before
	whole      string   // of a ratio, in words
	than       []string // one comparison for all slots, or one for each
	core       span     // the words they were read from; empty where inherited
	quantified bool     // the number stands before what it counts: 80个旗县
	lasting    string   // what later clauses inherit where it is not the topic
}

// of is the topic of a slot; "" where there is none.
func (s subjects) of(slot int) string {
	switch {
	case len(s.topics) == 0:
		return ""
	case slot < len(s.topics):
		return s.topics[slot]
	}
	return s.topics[len(s.topics)-1]
}

// topic is what later clauses inherit from a slot.
func (s subjects) topic(slot int) string {
	t := s.of(slot)
	if s.whole != "" && !s.inherited {
		return t + "占" + s.whole
	}
	return t
}

// subjects finds what the slots of r speak of.
func (e *extractor) subjects(r *run, st *state) subjects {
	s := subjects{whole: e.text(r.pred.whole)}
	if r.pred.than.Valid() {
		s.than = e.comparisons(r)
	}
	core := e.stripLeft(r.clause, r.pred.core, r.first)
	if e.rightSubject(r, st, core, &s) {
		return s
	}
	if e.eachInside(r, core, &s) {
		return s
	}
	if u := e.nums[r.nums[0]].Unit; u == nil || u.Class != "duration" {
		core = e.dropVerb(r, core, st)
		core = e.dropEffect(r, core)
	}
	text := e.text(core)
	switch {
	case r.joined != "":
		s.topics = []string{r.joined}
	case text == "" || e.placeOnly(r, core):
		s.inherited = true
		s.topics = e.inherit(r, st)
	case e.verbOnly(r.clause, core) && e.countedByVerb(r) != "":
		s.topics = []string{text + e.countedByVerb(r)}
	case e.verbOnly(r.clause, core):
		s.topics = []string{e.withoutVerb(st.topic) + text}
	case e.perOnly(r.clause, core):
		s.topics = []string{text + st.topic}
	case e.attribute(text) || r.first && st.topic != "" && e.at(core.Start) == '对' && !e.among(r.clause) && e.rep.Sentences[e.rep.Clauses[r.clause].Sentence].First < r.clause:
		s.topics = []string{st.topic + text}
	default:
		s.core = core
		s.topics = e.coreNames(r, core, st)
	}
	return s
}

// eachInside reads 北京市和中央单位分别投入资金: names before 分别, and what is
// said of each behind it.
func (e *extractor) eachInside(r *run, core span, s *subjects) bool {
	if r.n < 2 {
		return false
	}
	for _, t := range e.tokens(r.clause, core) {
		if !t.Role.Is(lexicon.Each) || int(t.Start) == core.Start || int(t.End) >= core.End {
			continue
		}
		names := e.names(r.clause, e.trim(span{Start: core.Start, End: int(t.Start)}))
		if len(names) != r.n {
			return false
		}
		said := e.text(e.trim(span{Start: int(t.End), End: core.End}))
		for _, n := range names {
			s.topics = append(s.topics, n+said)
		}
		return true
	}
	return false
}

// dropEffect passes over 带动 before what has a measure of its own: 带动农户户均增收.
func (e *extractor) dropEffect(r *run, core span) span {
	t, ok := e.tokenAt(r.clause, core)
	if !ok || !t.Role.Is(lexicon.Effect) {
		return core
	}
	for i := int(t.End); i < core.End; i++ {
		if w, ok := e.lex.At(e.rs, i, lexicon.ClassWord); ok && w.Role.Is(lexicon.PerUnit) && w.End-w.Start >= 2 {
			return e.trim(span{Start: int(t.End), End: core.End})
		}
	}
	return core
}

// verbOnly reports whether core is one verb that says what was done with the
// subject before it: 保障性住房开工41万套、基本建成25万套.
func (e *extractor) verbOnly(c int, core span) bool {
	t, ok := e.tokenAt(c, core)
	return ok && int(t.End) == core.End && t.Class&lexicon.ClassVerb != 0 && !t.Role.Is(lexicon.Head|lexicon.Noun|lexicon.Plain) && t.Class&lexicon.ClassIndicator == 0
}

// countedByVerb is what a verb alone counts: 脱贫412户 are households, 脱贫1386人
// people; "" for other units.
func (e *extractor) countedByVerb(r *run) string {
	switch u := e.nums[r.nums[0]].Unit; {
	case u == nil:
	case u.Dimension == "count:household":
		return "户"
	case u.Dimension == "count:person":
		return "人口"
	}
	return ""
}

// withoutVerb is a topic less the verb it ends in.
func (e *extractor) withoutVerb(topic string) string {
	rs := []rune(topic)
	for _, t := range e.lex.Tokens(nil, rs, 0, len(rs)) {
		if int(t.End) == len(rs) && t.Start > 0 && t.Class&lexicon.ClassVerb != 0 && !t.Role.Is(lexicon.Head|lexicon.Noun|lexicon.Plain) {
			return string(rs[:t.Start])
		}
	}
	return topic
}

// perOnly reports whether core is only 人均 or the like.
func (e *extractor) perOnly(c int, core span) bool {
	t, ok := e.tokenAt(c, core)
	return ok && int(t.End) == core.End && t.Role.Is(lexicon.PerUnit) && !t.Role.Is(lexicon.Head)
}

// placeOnly reports whether a rank's words name only where it ranks: 中部首位.
func (e *extractor) placeOnly(r *run, core span) bool {
	if r.first || r.pred.ranking {
		return false
	}
	q := &e.nums[r.nums[0]]
	return q.Form == quantity.Ordinal || q.Unit != nil && q.Unit.Dimension == "rank"
}

// attribute reports whether a word names only a side of the subject before it.
func (e *extractor) attribute(text string) bool {
	switch text {
	case "增幅", "增速", "涨幅", "降幅", "增长速度", "占比", "比重", "总量":
		return true
	}
	return false
}

// inherit is what a run without words of its own speaks of.
func (e *extractor) inherit(r *run, st *state) []string {
	switch {
	case r.n > 1 && len(st.recent) >= r.n:
		return append([]string(nil), st.recent[len(st.recent)-r.n:]...)
	case r.n == 1 && r.pred.brought && st.topic != "":
		return []string{e.withoutVerb(st.topic)}
	case r.n == 1 && r.pred.both && len(st.last) > 1:
		return []string{strings.Join(st.last, "、")}
	case r.n == 1 && r.pred.both && r.pred.ranking && len(st.recent) > 1:
		return []string{strings.Join(st.recent[len(st.recent)-2:], "、")}
	case st.topic != "":
		return []string{st.topic}
	case st.object >= 0:
		return []string{e.objectOf(st.object)}
	}
	return []string{""}
}

// coreNames turns the core into one name for each slot.
func (e *extractor) coreNames(r *run, core span, st *state) []string {
	whole := e.text(core)
	if q := &e.nums[r.nums[0]]; q.Unit == nil && strings.Contains(whole, "产业") && r.n == 3 {
		return []string{"第一产业比例", "第二产业比例", "第三产业比例"}
	}
	if r.n == 1 {
		return []string{e.completed(r, core, whole, st)}
	}
	names := e.names(r.clause, core)
	switch {
	case len(names) == r.n:
		return names
	case len(names) == 1 && r.n == 2:
		if both, ok := townAndCountry(whole, e.pastoral()); ok {
			return both
		}
	}
	return []string{whole}
}

// pastoral reports whether the report calls its countryside 农村牧区.
func (e *extractor) pastoral() bool { return e.index(0, len(e.rs), "农村牧区") >= 0 }

// completed adds to a bare noun what stood before it: 实现增加值 of 企业.
func (e *extractor) completed(r *run, core span, text string, st *state) string {
	toks := e.tokens(r.clause, core)
	if _, ok := e.amongAt(r.clause); ok && st.whole != "" {
		if last, _ := utf8.DecodeLastRuneInString(text); last == '级' || last == '类' || last == '型' {
			return text + st.whole
		}
	}
	bare := len(toks) == 1 && int(toks[0].Start) == core.Start && int(toks[0].End) == core.End && toks[0].Role.Is(lexicon.Head) &&
		(toks[0].Class&lexicon.ClassIndicator == 0 || core.Len() <= 3)
	if rest, ok := strings.CutPrefix(text, "总"); ok && utf8.RuneCountInString(rest) >= 2 && strings.HasSuffix(st.topic, rest) && !strings.HasSuffix(st.topic, text) {
		return strings.TrimSuffix(st.topic, rest) + text
	}
	if !bare || e.among(r.clause) {
		return text
	}
	if st.sector == "" {
		st.sector = st.topic
		if about := e.objectOf(st.object); about != "" {
			st.sector = about
			r.follows = true
		}
	}
	if r.verb.Valid() && e.spends(r.verb) && st.sector != "" {
		text = e.text(r.verb) + text
	}
	return e.withoutHead(strings.TrimSuffix(st.sector, text)) + text
}

// withoutHead is a topic less the measuring noun that it ends in: 粮食 of 粮食总产.
func (e *extractor) withoutHead(topic string) string {
	rs := []rune(topic)
	for _, t := range e.lex.Tokens(nil, rs, 0, len(rs)) {
		if int(t.End) == len(rs) && t.Start > 0 && t.Role.Is(lexicon.Head) && t.Class&lexicon.ClassIndicator == 0 {
			return string(rs[:t.Start])
		}
	}
	return topic
}

// spends reports whether a verb is part of what is measured with a bare noun:
// 投入资金, but not 完成投资, 实现利税.
func (e *extractor) spends(verb span) bool {
	_, ok := e.anyAt(verb.Start, "完成", "实现", "取得", "达到", "形成", "新增")
	return !ok
}

// comparisons are the words of a gap, one for each slot where they list several:
// 高于全国、全省平均水平.
func (e *extractor) comparisons(r *run) []string {
	parts := e.splitList(r.clause, r.pred.than)
	if len(parts) == r.n && r.n > 1 {
		last := e.text(parts[len(parts)-1])
		tail := ""
		for _, t := range e.tokens(r.clause, parts[len(parts)-1]) {
			if t.Role.Is(lexicon.Average | lexicon.Goal) {
				tail = e.text(span{Start: int(t.Start), End: parts[len(parts)-1].End})
				break
			}
		}
		var out []string
		for _, p := range parts {
			name := e.text(p)
			if !strings.HasSuffix(name, tail) {
				name += tail
			}
			out = append(out, name)
		}
		out[len(out)-1] = last
		return out
	}
	return []string{e.text(r.pred.than)}
}

// stripLeft takes off what stands before a subject: time, scope, adverbs,
// joining words. verbs says whether a verb may be passed over later.
func (e *extractor) stripLeft(c int, core span, first bool) span {
	for {
		core = e.trim(core)
		if !core.Valid() {
			return core
		}
		if next := e.skipTime(c, core.Start); next > core.Start {
			core.Start = next
			continue
		}
		if e.at(core.Start) == '的' {
			core.Start++
			continue
		}
		t, ok := e.tokenAt(c, core)
		if !ok || int(t.End) > core.End || !e.strippable(t, core, first) {
			return core
		}
		core.Start = int(t.End)
	}
}

// tokenAt is the token of clause c that begins where core does.
func (e *extractor) tokenAt(c int, core span) (lexicon.Token, bool) {
	toks := e.tokens(c, core)
	if len(toks) > 0 && int(toks[0].Start) == core.Start {
		return toks[0], true
	}
	return lexicon.Token{}, false
}

// strippable reports whether a token before a subject is no part of it.
func (e *extractor) strippable(t lexicon.Token, core span, first bool) bool {
	r := t.Role
	switch {
	case r.Is(lexicon.Head|lexicon.Rate|lexicon.Plain) || t.Class&lexicon.ClassIndicator != 0:
		return false
	case r.Is(lexicon.Scope):
		return int(t.End) < core.End && !e.hasAt(int(t.End), "本级")
	case r.Is(lexicon.Agent) && t.Class&lexicon.ClassIndicator == 0:
		return e.actsNext(t, core)
	case t.End-t.Start == 1 && e.at(int(t.Start)) == '了':
		return true
	case r.Is(lexicon.Among | lexicon.Each | lexicon.Same | lexicon.Void | lexicon.Modal | lexicon.Wish | lexicon.Frame | lexicon.Annual):
		return true
	case e.hasAt(int(t.Start), "平均") && t.End-t.Start == 2:
		return false
	case r.Is(lexicon.Adverb | lexicon.Past):
		return e.beforeVerb(t, core)
	case r.Is(lexicon.Conj) || t.End-t.Start == 1 && e.at(int(t.Start)) == '是':
		return true
	}
	return false
}

// actsNext reports whether a verb that brings something about stands behind an
// agent, perhaps behind 拟, 将 or another adverb.
func (e *extractor) actsNext(t lexicon.Token, core span) bool {
	for i := int(t.End); i < core.End; i++ {
		if e.rs[i] == '的' {
			return false // 中央财政用于科技的支出 is one noun
		}
	}
	for i := int(t.End); i < core.End; {
		n, ok := e.lex.At(e.rs[:core.End], i, lexicon.ClassAny)
		if !ok {
			return e.at(i) == '拟' && e.verbAt(i+1)
		}
		if n.Class&lexicon.ClassVerb != 0 && n.Role.Is(lexicon.Task|lexicon.Make|lexicon.Attain) && !n.Role.Is(lexicon.Head) {
			return int(n.End) < core.End
		}
		if !n.Role.Is(lexicon.Adverb | lexicon.Modal | lexicon.Time | lexicon.Wish) {
			return false
		}
		i = int(n.End)
	}
	return false
}

// beforeVerb reports whether a verb, an adverb or nothing stands behind the
// adverb t: otherwise it qualifies the noun behind it, 重点项目.
func (e *extractor) beforeVerb(t lexicon.Token, core span) bool {
	if int(t.End) >= core.End || t.Class&lexicon.ClassVerb == 0 && t.Role.Is(lexicon.Past) {
		return true
	}
	n, ok := e.lex.At(e.rs[:core.End], int(t.End), lexicon.ClassAny)
	return ok && (n.Class&lexicon.ClassVerb != 0 || n.Role.Is(lexicon.Adverb|lexicon.Void|lexicon.Past|lexicon.Time|lexicon.Scope|lexicon.Each)) || t.End-t.Start == 1
}

// skipTime returns the offset behind a time phrase of clause c that begins at
// i, or i.
func (e *extractor) skipTime(c, i int) int {
	for k := e.cls[c].time; k < e.cls[c].timeEnd; k++ {
		if e.times[k].pos.Start == i {
			return e.times[k].pos.End
		}
		if s, ok := e.anyBefore(e.times[k].pos.Start, "到", "自", "从", "截至", "截止", "至"); ok && e.times[k].pos.Start-len([]rune(s)) == i {
			return e.times[k].pos.End
		}
	}
	return i
}

// dropVerb passes over the verb that brings the subject about: 建成高标准农田,
// 岚山港区新建深水泊位.
func (e *extractor) dropVerb(r *run, core span, st *state) span {
	for {
		t, ok := e.tokenAt(r.clause, core)
		if ok && t.Class&lexicon.ClassIndicator != 0 && int(t.End) == core.End {
			t, ok = e.verbInIndicator(t)
		}
		if ok && t.Class&lexicon.ClassVerb != 0 && t.Role.Is(lexicon.Down) && t.Role.Is(lexicon.Task) && !t.Role.Is(lexicon.Noun) {
			e.verbDirection(r, t)
		}
		if !ok || !e.brings(t) || int(t.End) >= core.End {
			break
		}
		rest := e.trim(span{Start: int(t.End), End: core.End})
		if rest.Len() == 1 || e.at(int(t.End)) == '的' || e.at(int(t.End)) == '、' || e.at(int(t.End)) == '和' || t.Role.Is(lexicon.Noun) && rest.Len() < 2 {
			break
		}
		r.made, r.verb = true, span{Start: int(t.Start), End: int(t.End)}
		e.verbDirection(r, t)
		core = e.stripLeft(r.clause, rest, false)
	}
	if e.at(core.Start) == '每' {
		return core
	}
	toks := e.tokens(r.clause, core)
	for k := 0; k < len(toks); k++ {
		t := toks[k]
		if int(t.Start) == core.Start || !t.Role.Is(lexicon.Make) || t.Role.Is(lexicon.Noun|lexicon.Head|lexicon.Plain) || int(t.End) >= core.End || e.at(int(t.End)) == '的' || t.End-t.Start < 2 {
			continue
		}
		before := span{Start: core.Start, End: int(t.Start)}
		rest := e.stripLeft(r.clause, span{Start: int(t.End), End: core.End}, false)
		if e.holds(before.Start, before.End, "“") != e.holds(before.Start, before.End, "”") || !rest.Valid() {
			continue
		}
		if e.regionLike(r.clause, before) {
			st.region = e.text(before)
		} else if e.bareNoun(r.clause, rest) || e.hasAt(int(t.Start), "实现") || e.hasAt(int(t.Start), "完成") {
			st.sector = e.text(before)
			s := e.trim(rest)
			r.joined = st.sector + e.text(s)
		} else {
			return core
		}
		r.made, r.verb = true, span{Start: int(t.Start), End: int(t.End)}
		e.verbDirection(r, t)
		return rest
	}
	return core
}

// verbInIndicator is the verb that an entry of the catalogue opens with where
// it only tells that the rest came about: 投入扶贫资金; 新增就业 is one thing.
func (e *extractor) verbInIndicator(t lexicon.Token) (lexicon.Token, bool) {
	const shortest = 3 // runes of an indicator behind its verb
	v, ok := e.lex.At(e.rs[:t.End], int(t.Start), lexicon.ClassVerb)
	if !ok || v.Class&lexicon.ClassIndicator != 0 || v.Role.Is(lexicon.Down|lexicon.Noun) || t.End-v.End < shortest {
		return t, false
	}
	if v.Role.Is(lexicon.Up) && e.endsInVerb(span{Start: int(v.End), End: int(t.End)}) {
		return t, false // 新增城镇就业
	}
	return v, true
}

// endsInVerb reports whether the last word of p is a verb: 城镇就业.
func (e *extractor) endsInVerb(p span) bool {
	for i := p.End - 2; i >= p.Start; i-- {
		if t, ok := e.lex.At(e.rs[:p.End], i, lexicon.ClassVerb); ok && int(t.End) == p.End {
			return true
		}
	}
	return false
}

// brings reports whether a verb before a subject only tells that it came about
// or changed, and is no part of what is measured.
func (e *extractor) brings(t lexicon.Token) bool {
	if t.Role.Is(lexicon.Plain) || t.Class&lexicon.ClassIndicator != 0 || t.Role.Is(lexicon.Head) && !t.Role.Is(lexicon.Make) {
		return false
	}
	return t.Role.Is(lexicon.Make) || t.Class&lexicon.ClassVerb != 0 && t.Role.Is(lexicon.Up) && e.at(int(t.Start)) == '新'
}

// bareNoun reports whether p is one head noun.
func (e *extractor) bareNoun(c int, p span) bool {
	toks := e.tokens(c, p)
	return len(toks) == 1 && int(toks[0].Start) == p.Start && int(toks[0].End) == p.End && toks[0].Role.Is(lexicon.Head)
}

// verbDirection takes the direction of a verb before the subject.
func (e *extractor) verbDirection(r *run, t lexicon.Token) {
	if r.pred.dir != "" {
		return
	}
	switch {
	case t.Role.Is(lexicon.Up):
		r.pred.dir = Up
	case t.Role.Is(lexicon.Down) && e.directional(t):
		r.pred.dir = Down
	}
}

// rightSubject reads a subject behind the number: 80个旗县推行防贫保险,
// 解决15万农村人口饮水困难, 97.7%的行政嘎查村建立….
func (e *extractor) rightSubject(r *run, st *state, core span, s *subjects) bool {
	last := r.nums[len(r.nums)-1]
	q := &e.nums[last]
	right := e.rightPart(r, last)
	switch {
	case e.streak(last):
		return e.streakSubject(r, st, core, s)
	case q.Form == quantity.None:
		return e.noneSubject(r, st, core, s)
	case !right.Valid() || q.Form == quantity.Ordinal || q.Form == quantity.Dual && e.at(q.Pos.Start) == '双' || q.Form == quantity.Digitals || q.Form == quantity.Doubling:
		return false
	case r.pred.ratio || r.pred.goal.Valid() || r.pred.change && isPercent(q) || r.pred.to || isPoint(q):
		return false
	case q.Unit != nil && (q.Unit.Dimension == "rank" || q.Unit.Dimension == "multiple" || q.Unit.Dimension == "anniversary"):
		return false
	}
	if strings.ContainsRune("，。；、！和与及（:：∶", e.at(right.Start)) {
		return false
	}
	of := e.at(right.Start) == '的'
	if !of && core.Valid() && e.at(e.trim(r.left).End-1) == '的' && (isPercent(q) || q.Form == quantity.Fraction || q.Form == quantity.Tenths) && e.verbAt(right.Start) {
		s.topics = []string{e.text(core) + e.text(e.trim(right))} // 新增财力的七成以上用于民生
		s.core = core
		r.pred.dir = ""
		return true
	}
	if of {
		right.Start++
		if e.changedNext(r, last, right, core, s) {
			return true
		}
		if e.levelNoun(right) {
			return false
		}
	} else if q.Unit != nil && q.Unit.Class != "measure" && core.Valid() && !e.regionLike(r.clause, core) && !e.verbLast(r, core) && !e.delimits(r) {
		return false
	}
	if q.Unit != nil && q.Unit.Class == "duration" && !of {
		return e.durationSubject(r, core, right, s)
	}
	if t, ok := e.tokenAt(r.clause, right); ok && e.predicates(t) && !(q.Unit != nil && q.Unit.Class == "measure" && e.verbLast(r, core)) {
		return false
	}
	noun, verb := e.nounAndVerb(r, right)
	if !noun.Valid() {
		return false
	}
	s.quantified = true
	s.core = noun
	s.topics = []string{e.countedName(r, st, noun, verb)}
	r.quantified = true
	return true
}

// changedNext reads 现行16%的税率降至13%: the value is where the change starts.
func (e *extractor) changedNext(r *run, last int, right, core span, s *subjects) bool {
	if last+1 >= int(e.cls[r.clause].numEnd) || e.set.Mentions[last+1].What != IsFigure {
		return false
	}
	toks := e.tokens(r.clause, right)
	if len(toks) == 0 {
		return false
	}
	t := toks[len(toks)-1]
	to := e.at(int(t.End) - 1)
	if !t.Role.Is(lexicon.Reach) || int(t.Start) <= right.Start || to != '到' && to != '至' && to != '为' {
		return false
	}
	for _, w := range []string{"将", "把"} {
		if e.hasAt(core.Start, w) {
			core.Start++
		}
	}
	s.topics = []string{strings.TrimSuffix(e.text(core), "现行") + e.text(e.trim(span{Start: right.Start, End: int(t.Start)}))}
	r.pred.from = true
	return true
}

// levelNoun reports whether the noun behind 的 only says what sort of value the
// number is: 5%左右的较低水平, 8%的速度.
func (e *extractor) levelNoun(right span) bool {
	const reach = 8
	for i := right.Start; i < right.End && i < right.Start+reach; i++ {
		if _, ok := e.anyAt(i, "水平", "区间", "速度", "增速", "幅度", "目标", "增长", "台阶", "位次", "好成绩"); ok {
			return true
		}
	}
	return false
}

// rightPart is what stands behind number i in its clause: up to the next
// figure, or past it where that one only labels a class, 2个千亿级产业.
func (e *extractor) rightPart(r *run, i int) span {
	right := r.right
	if right.Len() == 0 && i+1 < int(e.cls[r.clause].numEnd) && e.nums[i+1].Form == quantity.Bare && e.at(e.nums[i+1].Pos.End) == '级' {
		right.End = e.rep.Clauses[r.clause].Pos.End
		for k := i + 2; k < int(e.cls[r.clause].numEnd); k++ {
			if e.set.Mentions[k].What == IsFigure {
				right.End = e.nums[k].Full.Start
				break
			}
		}
	}
	if e.nums[i].Form == quantity.Chinese && e.at(right.Start) == '大' {
		right.Start++
	}
	return right
}

// predicates reports whether a token behind a number says something of what
// stands before it and opens no noun.
func (e *extractor) predicates(t lexicon.Token) bool {
	if t.Class&lexicon.ClassIndicator != 0 || t.Role.Is(lexicon.Noun|lexicon.Plain|lexicon.Head) {
		return false
	}
	return t.Role.Is(lexicon.Up|lexicon.Down|lexicon.Reach|lexicon.Than|lexicon.Conj|lexicon.Adverb|lexicon.Prep) || t.Class&lexicon.ClassVerb != 0 && t.End-t.Start > 1
}

// verbLast reports whether what stands before the number ends in a verb whose
// object the number opens.
func (e *extractor) verbLast(r *run, core span) bool {
	toks := e.tokens(r.clause, r.left)
	if len(toks) == 0 {
		return false
	}
	t := toks[len(toks)-1]
	return int(t.End) == e.trim(r.left).End && t.Class&lexicon.ClassVerb != 0 && !t.Role.Is(lexicon.Head|lexicon.Reach)
}

// durationSubject: 55天实现病例清零.
func (e *extractor) durationSubject(r *run, core, right span, s *subjects) bool {
	t, ok := e.tokenAt(r.clause, right)
	if !ok || t.Class&lexicon.ClassVerb == 0 || core.Valid() && !r.first {
		return false
	}
	if t.Role.Is(lexicon.Make) {
		right.Start = int(t.End)
	}
	s.topics = []string{e.text(e.trim(right))}
	s.quantified, r.quantified = true, true
	return true
}

// noneSubject: 境外输入病例无一病亡、无一扩散.
func (e *extractor) noneSubject(r *run, st *state, core span, s *subjects) bool {
	who := e.text(core)
	if r.first {
		who = strings.TrimPrefix(who, "所有")
		st.sector = who
	}
	end := r.right.Start
	for end < r.right.End && e.rs[end] != '、' {
		end++
	}
	s.topics = []string{st.sector + e.text(span{Start: r.right.Start, End: end})}
	s.quantified, r.quantified = true, true
	st.counted = true
	return true
}

// nounAndVerb parts what stands behind a number into a noun and what is said
// of it. Things counted in a list share what stands behind the last of them.
func (e *extractor) nounAndVerb(r *run, right span) (noun, verb span) {
	noun, verb = e.cutVerb(r.clause, right)
	listed := noun.Valid() && !verb.Valid() && right.End < e.rep.Clauses[r.clause].Pos.End && e.joinsBefore(right.End)
	if listed {
		last := r.nums[len(r.nums)-1]
		for k := last + 1; k < int(e.cls[r.clause].numEnd); k++ {
			if e.set.Mentions[k].What == IsFigure {
				_, verb = e.cutVerb(r.clause, span{Start: e.nums[k].Full.End, End: e.rep.Clauses[r.clause].Pos.End})
			}
		}
	}
	return noun, verb
}

// cutVerb finds the first verb in right that is no noun, or what is said of the
// people that right opens with.
func (e *extractor) cutVerb(c int, right span) (noun, verb span) {
	right = e.trim(right)
	noun = right
	toks := e.tokens(c, right)
	if n := len(toks); n > 0 && right.End < e.rep.Clauses[c].Pos.End && int(toks[n-1].End) == right.End && int(toks[n-1].Start) > right.Start && toks[n-1].Class&lexicon.ClassVerb != 0 && !toks[n-1].Role.Is(lexicon.Head) {
		right.End = int(toks[n-1].Start) // 技改资金支持441个项目
		noun, toks = right, toks[:n-1]
	}
	toks0 := toks
	person := -1
	for k, t := range toks {
		if int(t.Start) <= right.Start {
			if t.Role.Is(lexicon.Person) && t.End-t.Start >= 2 {
				person = k
			}
			continue
		}
		if t.Role.Is(lexicon.Person) && t.End-t.Start >= 2 && int(t.End) < right.End {
			person = k
		}
		if !e.saysOf(c, t, right) {
			continue
		}
		noun, verb = e.trim(span{Start: right.Start, End: int(t.Start)}), e.trim(span{Start: int(t.Start), End: right.End})
		break
	}
	if person >= 0 && int(toks[person].End) <= noun.End {
		rest := e.trim(span{Start: int(toks[person].End), End: right.End})
		if rest.Len() >= 2 && (int(toks[person].End) < noun.End || verb.Valid()) && e.at(rest.Start) != '的' {
			noun.End, verb = int(toks[person].End), rest
		}
	}
	toks = e.tokens(c, noun)
	for len(toks) > 0 {
		t := toks[len(toks)-1]
		if int(t.End) != noun.End || !t.Role.Is(lexicon.Adverb|lexicon.Prep|lexicon.Conj|lexicon.Past) || int(t.Start) <= noun.Start || t.Role.Is(lexicon.Noun|lexicon.Plain) {
			break
		}
		noun.End = int(t.Start)
		toks = toks[:len(toks)-1]
	}
	for k := noun.Start + 1; k < noun.End; k++ {
		if e.rs[k] == '的' && person >= 0 && int(toks0[person].End) == k {
			noun.End = k // 近14亿人口的大国
		}
	}
	return e.trim(noun), verb
}

// saysOf reports whether token t of what stands behind a number is a verb said
// of the noun before it.
func (e *extractor) saysOf(c int, t lexicon.Token, right span) bool {
	if t.Role.Is(lexicon.Not) && t.End-t.Start >= 2 {
		return true
	}
	if t.Class&lexicon.ClassVerb == 0 || t.Class&lexicon.ClassIndicator != 0 || t.Role.Is(lexicon.Plain|lexicon.Head) || e.at(int(t.End)) == '的' || t.End-t.Start < 2 {
		return false
	}
	if !t.Role.Is(lexicon.Noun) {
		return true
	}
	_, ok := e.anyAt(int(t.End), "为", "成", "到", "在", "了")
	return ok && int(t.End) < right.End
}

// countedName words a subject that the number counts: 推行防贫保险的旗县.
func (e *extractor) countedName(r *run, st *state, noun, verb span) string {
	left, made := e.countedLeft(r)
	name := e.text(noun)
	if label := e.classLabel(r, &noun); label != "" {
		return label
	}
	if left.Valid() && (e.at(left.End-1) == '的' || e.at(left.End-1) == '有') || e.at(noun.End) == '的' && noun.End+1 >= r.right.End && r.right.End < e.rep.Clauses[r.clause].Pos.End {
		left.Start = left.End // 来自100多个国家的1.3万名外商
	}
	said := e.text(verb)
	if e.hasAt(verb.Start, "得到") {
		made = false
	}
	for _, empty := range []string{"实现", "全部", "得到"} {
		said = strings.TrimPrefix(said, empty)
	}
	said = strings.TrimPrefix(said, "了")
	if _, ok := e.anyBefore(left.End, "使", "让"); ok {
		left.Start = left.End
	}
	if made {
		name += said
		for _, w := range []string{"任务", "问题", "建设", "工作"} {
			if cut := strings.TrimSuffix(name, w); utf8.RuneCountInString(cut) >= 4 {
				name = cut
			}
		}
		said = ""
	}
	switch {
	case e.ageClass(r):
		return name + "年龄"
	case e.delimits(r) && !left.Valid():
		return e.thresholdName(r, left, name)
	case !left.Valid():
	case e.regionLike(r.clause, left):
		st.region = e.text(left)
	case e.delimits(r) || r.pred.core.Len() > 0 && e.nums[r.nums[0]].Bound == quantity.Over && e.attributeLeft(r, left):
		return e.thresholdName(r, left, name)
	default:
		name = strings.Replace(e.text(left), "至少", "", 1) + name
	}
	if said != "" {
		name = said + "的" + name
	}
	return name
}

// ageClass reports whether the number is an age that delimits a class: 65岁以上老人.
func (e *extractor) ageClass(r *run) bool {
	q := &e.nums[r.nums[0]]
	return q.Unit != nil && q.Unit.Dimension == "age" && (q.Bound == quantity.Over || q.Bound == quantity.Under)
}

// classLabel words things counted by class: 2个千亿级、9个百亿级产业 are
// 千亿级产业 and 百亿级产业, and the class itself the size of one.
func (e *extractor) classLabel(r *run, noun *span) string {
	last := r.nums[len(r.nums)-1]
	label, self := -1, e.nums[last].Form == quantity.Bare && e.at(e.nums[last].Pos.End) == '级'
	switch {
	case self:
		label = last
	case last+1 < int(e.cls[r.clause].numEnd) && e.nums[last+1].Pos.Start == e.nums[last].Full.End && e.nums[last+1].Form == quantity.Bare && e.at(e.nums[last+1].Pos.End) == '级':
		label = last + 1
	default:
		return ""
	}
	end := e.rep.Clauses[r.clause].Pos.End
	tail := e.nums[label].Pos.End + 1
	for k := label; k < int(e.cls[r.clause].numEnd); k++ {
		if e.nums[k].Form == quantity.Bare && e.at(e.nums[k].Pos.End) == '级' {
			tail = e.nums[k].Pos.End + 1
		}
	}
	things, _ := e.cutVerb(r.clause, span{Start: tail, End: end})
	name := e.text(span{Start: e.nums[label].Pos.Start, End: e.nums[label].Pos.End + 1}) + e.text(things)
	if self {
		name += "的规模"
	}
	return name
}

// attributeLeft reports whether the words before a threshold name what it is a
// threshold of: 投资5亿元以上项目, 海拔3500米以上城镇.
func (e *extractor) attributeLeft(r *run, left span) bool {
	q := &e.nums[r.nums[0]]
	return q.Unit != nil && q.Unit.Class != "measure" && q.Unit.Class != "ratio" && e.at(q.Full.End-1) == '上'
}

// thresholdName words what a threshold is of: 项目的投资额.
func (e *extractor) thresholdName(r *run, left span, name string) string {
	of := e.text(left)
	if lead := e.leadingPlace(r.clause, left); lead.Valid() || of == "在建" {
		of = ""
	}
	if q := &e.nums[r.nums[0]]; of == "" && q.Unit != nil {
		switch q.Unit.Dimension {
		case "area":
			of = "面积"
		case "length":
			of = "长度"
		case "age":
			of = "年龄"
		}
	}
	if t, ok := e.tokenAt(r.clause, left); ok && int(t.End) == left.End && t.Role.Is(lexicon.Adverb) || of == "" {
		of = "规模"
	}
	if of == "投资" || of == "规模" && strings.HasSuffix(name, "项目") {
		of = "投资额"
		q := &e.nums[r.nums[0]]
		name = strings.TrimPrefix(e.text(left)+e.text(span{Start: q.Pos.Start, End: q.Full.End}), "在建") + name
		if lead := e.leadingPlace(r.clause, left); lead.Valid() {
			name = e.text(span{Start: q.Pos.Start, End: r.right.Start}) + strings.TrimPrefix(name, e.text(left)+e.text(span{Start: q.Pos.Start, End: q.Full.End}))
		}
	}
	return name + "的" + of
}

// countedLeft is what stands before a counted thing, less the verbs that bring
// it about; made says whether there was one.
func (e *extractor) countedLeft(r *run) (left span, made bool) {
	left = e.stripLeft(r.clause, e.trim(r.left), r.first)
	last := r.nums[len(r.nums)-1]
	if t, ok := e.tokenAt(r.clause, left); e.joinsBefore(r.left.End) || e.nums[last].Form == quantity.Chinese && e.at(e.nums[last].Pos.End) == '大' || ok && int(t.End) == left.End && t.Role.Is(lexicon.Scope) {
		left.Start = left.End
	}
	for left.Valid() {
		t, ok := e.tokenAt(r.clause, left)
		if !ok || !(e.brings(t) || e.hasAt(int(t.Start), "解决") || t.Class&lexicon.ClassVerb != 0 && t.Role.Is(lexicon.Task) && int(t.End) < left.End && e.verbAt(int(t.End))) && !(t.Role.Is(lexicon.Prep) && int(t.End) == left.End) {
			break
		}
		made = made || !t.Role.Is(lexicon.Prep) && !e.hasAt(int(t.End)-1, "有")
		e.verbDirection(r, t)
		left = e.stripLeft(r.clause, span{Start: int(t.End), End: left.End}, false)
	}
	toks := e.tokens(r.clause, left)
	for n := len(toks); n > 0 && left.Valid(); n-- {
		t := toks[n-1]
		if int(t.End) != left.End || !t.Role.Is(lexicon.Adverb|lexicon.Void) || t.Role.Is(lexicon.Plain|lexicon.Noun) {
			break
		}
		left = e.trim(span{Start: left.Start, End: int(t.Start)})
	}
	return left, made
}

// verbAt reports whether a verb stands at offset i.
func (e *extractor) verbAt(i int) bool {
	_, ok := e.lex.At(e.rs, i, lexicon.ClassVerb)
	return ok
}

// streak reports whether number i counts years in a row.
func (e *extractor) streak(i int) bool { return e.set.Mentions[i].Rule == "streak" }

// streakSubject words what has lasted: 粮食产量连丰, 成交额居全国首位.
func (e *extractor) streakSubject(r *run, st *state, core span, s *subjects) bool {
	i := r.nums[len(r.nums)-1]
	if !e.streak(i) {
		return false
	}
	core = e.endless(core)
	topic := e.text(core)
	if topic == "" || topic == "实现" {
		topic = st.topic
	}
	s.lasting = topic
	p := e.nums[i].Pos
	if e.at(p.End) == '连' {
		end := p.End
		for end < p.End+3 && !e.ends(end) {
			end++
		}
		s.topics = []string{topic + e.text(span{Start: p.End, End: end})}
		s.inherited = true
		return true
	}
	right := span{Start: r.right.Start, End: e.rep.Clauses[r.clause].Pos.End}
	said := e.text(e.trim(right))
	if core.Valid() || !strings.Contains(said, "居") {
		said = topic + said
	}
	s.topics = []string{said}
	s.inherited = !core.Valid()
	return true
}

// endless takes 连续 and the quotation mark off the end of what has lasted.
func (e *extractor) endless(core span) span {
	for core.Valid() {
		s, ok := e.anyBefore(core.End, "连续", "“", "实现", "已", "保持")
		if !ok {
			break
		}
		core.End -= len([]rune(s))
	}
	if core.End < core.Start {
		core.End = core.Start
	}
	return e.trim(core)
}

// name words a figure's subject from its topic and its predicate.
func (e *extractor) name(f *Figure, r *run, st *state, s subjects, slot int) {
	p := r.pred
	name := s.of(slot)
	switch {
	case p.ratio:
		whole := s.whole
		if whole == "" || whole == "其" || whole == "总量" {
			whole = st.whole
			if whole == "" && s.inherited {
				whole = ""
			}
		}
		if s.whole == "" && !s.inherited && !st.parts {
			whole = st.prior
		}
		name += "占" + whole
		if p.ratioEnd {
			name = strings.TrimSuffix(name, "的")
			name += e.ratioNoun(p)
		}
	case f.Kind == PP && p.thanVerb.Valid() && len(s.than) > 0:
		if n := len(e.set.Figures); s.inherited && n > 0 && e.set.Figures[n-1].Kind == Growth && e.set.Figures[n-1].Clause == f.Clause-1 && !e.rateWord(name) {
			name += "增速"
		}
		name += e.gapWord(p) + s.comparison(slot)
	case f.Kind == Rank && p.list.Valid():
		name += e.text(p.list)
	case f.Kind == Duration && p.change && p.verb.Valid() && p.core.Valid():
		name = e.extended(r)
	case f.Kind == Multiple && p.multiple.Valid():
		name += "是" + e.text(p.multiple) + "的倍数"
	case p.annual && f.Kind == Growth && p.verb.Valid() && !e.hasAt(p.verb.Start, "递增"):
		name += e.yearly(p) + e.text(p.verb)
	case p.annual && f.Kind == Growth:
		name += "年均增长"
	case p.annual:
		name += e.yearly(p)
	}
	if p.per.Valid() && !strings.Contains(name, "每") {
		name += "（" + e.text(p.per) + "）"
	}
	f.Subject = tidy(name)
	if at := strings.Index(f.Subject, "实现"); at > 0 {
		f.Subject = strings.Replace(f.Subject, "实现", "", 1)
	}
}

// yearly is the word for a yearly average as it is written.
func (e *extractor) yearly(p predicate) string {
	if p.yearly.Valid() {
		return e.text(p.yearly)
	}
	return "年均"
}

// among reports whether clause c speaks of a part of what stands before: 其中.
func (e *extractor) among(c int) bool {
	_, ok := e.amongAt(c)
	return ok
}

// extended words a length of time by which something is made longer or shorter:
// 承包到期后再延长30年.
func (e *extractor) extended(r *run) string {
	core := e.stripLeft(r.clause, span{Start: r.left.Start, End: r.pred.verb.End}, r.first)
	if t, ok := e.tokenAt(r.clause, core); ok && t.Class&lexicon.ClassVerb != 0 && t.Role.Is(lexicon.Task) && int(t.End) < r.pred.verb.Start {
		core.Start = int(t.End)
	}
	return e.text(core)
}

// comparison is the comparison of a slot.
func (s subjects) comparison(slot int) string {
	if slot < len(s.than) {
		return s.than[slot]
	}
	return s.than[len(s.than)-1]
}

// gapWord words the verb of a gap: 比…低 is 低于.
func (e *extractor) gapWord(p predicate) string {
	w := e.text(p.thanVerb)
	if utf8.RuneCountInString(w) == 1 {
		return w + "于"
	}
	return w
}

// ratioNoun is the noun that closes a ratio as it is written: 的比重, 比重.
func (e *extractor) ratioNoun(p predicate) string {
	end := p.whole.End
	n := 2
	if e.at(end) == '的' {
		n = 3
	}
	if e.hasAt(end, "比") && !e.hasAt(end, "比重") && !e.hasAt(end, "比例") {
		n = 1
	}
	return e.text(span{Start: end, End: min(end+n, len(e.rs))})
}

// tidy removes what does not belong at the edges of a subject.
func tidy(s string) string {
	return strings.Trim(s, "的、，和与及")
}
