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
	core = e.dropVerb(r, core, st)
	s.core = core
	text := e.text(core)
	switch {
	case text == "" || e.placeOnly(r, core):
		s.inherited = true
		s.topics = e.inherit(r, st)
	case e.attribute(text):
		s.topics = []string{st.topic + text}
	default:
		s.topics = e.coreNames(r, core, st)
	}
	return s
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
	case "增幅", "增速", "涨幅", "降幅", "增长速度":
		return true
	}
	return false
}

// inherit is what a run without words of its own speaks of.
func (e *extractor) inherit(r *run, st *state) []string {
	switch {
	case r.n > 1 && len(st.recent) >= r.n:
		return append([]string(nil), st.recent[len(st.recent)-r.n:]...)
	case r.n == 1 && r.pred.both && len(st.last) > 1:
		return []string{strings.Join(st.last, "、")}
	case st.topic != "":
		return []string{st.topic}
	case st.object != "":
		return []string{st.object}
	}
	return []string{""}
}

// coreNames turns the core into one name for each slot.
func (e *extractor) coreNames(r *run, core span, st *state) []string {
	whole := e.text(core)
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
	if q := &e.nums[r.nums[0]]; q.Unit == nil && strings.Contains(whole, "产业") && r.n == 3 {
		return []string{"第一产业比例", "第二产业比例", "第三产业比例"}
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
	if rest, ok := strings.CutPrefix(text, "总"); ok && st.topic != "" && strings.HasSuffix(st.topic, rest) && rest != "" {
		return strings.TrimSuffix(st.topic, rest) + text
	}
	if !bare {
		return text
	}
	if st.sector == "" {
		st.sector = st.topic
		if st.object != "" && !r.first == false && st.topic == "" {
			st.sector = st.object
		}
		if st.object != "" {
			st.sector = st.object
		}
	}
	return strings.TrimSuffix(st.sector, text) + text
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
		return int(t.End) < core.End
	case r.Is(lexicon.Among | lexicon.Each | lexicon.Same | lexicon.Void | lexicon.Modal | lexicon.Wish | lexicon.Frame | lexicon.Annual):
		return true
	case r.Is(lexicon.Adverb | lexicon.Past):
		return true
	case r.Is(lexicon.Conj):
		return true
	}
	return false
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
		if !ok || !t.Role.Is(lexicon.Make) || t.Role.Is(lexicon.Plain) || int(t.End) >= core.End {
			break
		}
		rest := e.trim(span{Start: int(t.End), End: core.End})
		if e.at(int(t.End)) == '的' || t.Role.Is(lexicon.Noun) && !e.governs(r.clause, rest) {
			break
		}
		e.verbDirection(r, t)
		core = e.stripLeft(r.clause, rest, false)
	}
	toks := e.tokens(r.clause, core)
	for k := 1; k < len(toks); k++ {
		t := toks[k]
		if !t.Role.Is(lexicon.Make) || t.Role.Is(lexicon.Noun|lexicon.Head|lexicon.Plain) || int(t.End) >= core.End || e.at(int(t.End)) == '的' || t.End-t.Start < 2 {
			continue
		}
		before := span{Start: core.Start, End: int(t.Start)}
		rest := e.stripLeft(r.clause, span{Start: int(t.End), End: core.End}, false)
		if e.holds(before.Start, before.End, "“") != e.holds(before.Start, before.End, "”") || !rest.Valid() {
			continue
		}
		if e.regionLike(r.clause, before) {
			st.region = e.text(before)
		} else if e.bareNoun(r.clause, rest) {
			st.sector = e.text(before)
		}
		e.verbDirection(r, t)
		return rest
	}
	return core
}

// governs reports whether what stands behind a verb that may be a noun is its
// object: two runes or more.
func (e *extractor) governs(c int, rest span) bool { return rest.Len() >= 2 }

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
	right := r.right
	if !right.Valid() || r.pred.change || r.pred.ratio || isPoint(q) || q.Unit != nil && (q.Unit.Class == "duration" && !e.ofRight(right) || q.Unit.Dimension == "rank" || q.Unit.Dimension == "multiple" || q.Unit.Dimension == "doubling" || q.Unit.Dimension == "anniversary") {
		return e.streakSubject(r, st, core, s)
	}
	if e.streak(last) || e.ends(right.Start) && e.at(right.Start) != '“' || e.at(right.Start) == '和' || e.at(right.Start) == '与' || e.at(right.Start) == '及' {
		return e.streakSubject(r, st, core, s)
	}
	ratio := e.ofRight(right)
	if ratio {
		right.Start++
	} else if q.Unit != nil && q.Unit.Class != "measure" && !e.placeLeft(r, core) && core.Valid() && !e.verbLast(r, core) {
		return false
	}
	if ratio && !isPercent(q) && q.Form != quantity.Fraction && q.Form != quantity.Tenths && q.Form != quantity.Dual {
		if e.hasAt(right.Start, "目标") {
			return false
		}
	}
	right = e.sharedRight(r, right)
	noun, verb := e.nounAndVerb(r.clause, right)
	if !noun.Valid() || e.at(noun.Start) == '（' {
		return false
	}
	s.quantified = true
	s.core = noun
	s.topics = []string{e.counted2(r, st, core, noun, verb)}
	return true
}

// ofRight reports whether 的 stands right behind the number.
func (e *extractor) ofRight(right span) bool { return e.at(right.Start) == '的' }

// sharedRight lets a list of counted things share what stands behind its last
// member: 57个贫困旗县、3681个贫困嘎查村全部摘帽.
func (e *extractor) sharedRight(r *run, right span) span {
	return e.trim(span{Start: right.Start, End: right.End})
}

// placeLeft reports whether only a place stands before the number.
func (e *extractor) placeLeft(r *run, core span) bool { return e.regionLike(r.clause, core) }

// verbLast reports whether what stands before the number ends in a verb whose
// object the number opens.
func (e *extractor) verbLast(r *run, core span) bool {
	toks := e.tokens(r.clause, core)
	if len(toks) == 0 {
		return false
	}
	t := toks[len(toks)-1]
	return int(t.End) == core.End && t.Class&lexicon.ClassVerb != 0 && t.Role.Is(lexicon.Make|lexicon.Task|lexicon.Attain) && !t.Role.Is(lexicon.Head)
}

// nounAndVerb parts what stands behind a number into a noun and what is said
// of it.
func (e *extractor) nounAndVerb(c int, right span) (noun, verb span) {
	noun = right
	for _, t := range e.tokens(c, right) {
		if int(t.Start) <= right.Start || t.Class&lexicon.ClassVerb == 0 || t.Role.Is(lexicon.Noun|lexicon.Plain|lexicon.Head) || t.Class&lexicon.ClassIndicator != 0 {
			continue
		}
		if e.at(int(t.End)) == '的' || t.End-t.Start < 2 {
			continue
		}
		noun = e.trim(span{Start: right.Start, End: int(t.Start)})
		verb = e.trim(span{Start: int(t.Start), End: right.End})
		break
	}
	toks := e.tokens(c, noun)
	for len(toks) > 0 {
		t := toks[len(toks)-1]
		if int(t.End) != noun.End || !t.Role.Is(lexicon.Adverb|lexicon.Prep|lexicon.Conj|lexicon.Past) || int(t.Start) <= noun.Start || t.Role.Is(lexicon.Noun|lexicon.Plain) {
			break
		}
		noun.End = int(t.Start)
		toks = toks[:len(toks)-1]
	}
	return e.trim(noun), verb
}

// counted2 words a subject that the number counts: 推行防贫保险的旗县.
func (e *extractor) counted2(r *run, st *state, core, noun, verb span) string {
	name := e.text(noun)
	left := core
	made := false
	for {
		t, ok := e.tokenAt(r.clause, left)
		if !ok || !t.Role.Is(lexicon.Make) && !(t.Role.Is(lexicon.Prep) && int(t.End) == left.End) {
			break
		}
		made = made || t.Role.Is(lexicon.Make)
		e.verbDirection(r, t)
		left = e.trim(span{Start: int(t.End), End: left.End})
	}
	if verb.Valid() && !made {
		said := e.text(verb)
		for _, empty := range []string{"实现", "得到", "全部"} {
			said = strings.TrimPrefix(said, empty)
		}
		name = said + "的" + name
	}
	if !left.Valid() {
		return name
	}
	if e.regionLike(r.clause, left) {
		st.region = e.text(left)
		return name
	}
	toks := e.tokens(r.clause, left)
	if len(toks) > 0 && int(toks[len(toks)-1].End) == left.End && toks[len(toks)-1].Role.Is(lexicon.Make) {
		left.End = int(toks[len(toks)-1].Start)
		e.verbDirection(r, toks[len(toks)-1])
		left = e.trim(left)
		if e.regionLike(r.clause, left) {
			st.region = e.text(left)
			return name
		}
	}
	return e.text(left) + name
}

// streak reports whether number i counts years in a row.
func (e *extractor) streak(i int) bool { return e.set.Mentions[i].Rule == "streak" }

// streakSubject words what has lasted: 粮食产量连丰, 成交额居全国首位.
func (e *extractor) streakSubject(r *run, st *state, core span, s *subjects) bool {
	i := r.nums[len(r.nums)-1]
	if !e.streak(i) {
		return false
	}
	topic := e.text(core)
	if topic == "" {
		topic = st.topic
	}
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
		if _, among := e.amongAt(r.clause); !among && s.inherited && s.whole == "" && st.whole != "" {
			whole = st.whole
		}
		name += "占" + whole
		if p.ratioEnd {
			name = strings.TrimSuffix(name, "的")
			name += e.ratioNoun(p)
		}
	case f.Kind == PP && p.thanVerb.Valid() && len(s.than) > 0:
		name += e.gapWord(p) + s.comparison(slot)
	case f.Kind == Multiple && p.multiple.Valid():
		name += "是" + e.text(p.multiple) + "的倍数"
	case p.annual:
		name += "年均增长"
	}
	if p.per.Valid() && !strings.Contains(name, "每") {
		name += "（" + e.text(p.per) + "）"
	}
	f.Subject = tidy(name)
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
