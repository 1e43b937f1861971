package statement

import (
	"strings"

	"pledger/lexicon"
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
func (s *subjects) of(slot int) string {
	switch {
	case len(s.topics) == 0:
		return ""
	case slot < len(s.topics):
		return s.topics[slot]
	}
	return s.topics[len(s.topics)-1]
}

// topic is what later clauses inherit from a slot.
func (s *subjects) topic(slot int) string {
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
	if e.halvedSubject(r, &s) {
		return s
	}
	core := e.stripLeft(r.clause, r.pred.core, r.first)
	if e.targetBehind(r) && r.first && !e.indicatorAt(core) && !e.cutOf(r) {
		s.inherited, s.topics = true, e.inherit(r, st)
		return s
	}
	if inner, aside := e.insideBracket(core); inner.Valid() {
		st.outer = st.topic
		if said := e.stripLeft(r.clause, span{Start: core.Start, End: inner.Start - 1}, r.first); said.Len() > 1 && r.first {
			st.outer = e.text(said)
		}
		if core = e.stripLeft(r.clause, inner, false); aside {
			s.inherited, s.topics = true, e.inherit(r, st)
			return s
		}
	}
	if e.population(r, &s) {
		return s
	}
	if put := e.putAt(r, core); put.Valid() {
		s.core, s.topics = put, e.words.list(e.text(put))
		return s
	}
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
		s.topics = e.words.list(r.joined)
	case core.Len() > 2 && e.at(core.Start) == '为' && r.pred.verb.Valid() && e.namesItself(r):
		s.topics = e.words.list(e.text(span{Start: core.Start + 1, End: core.End}) + e.text(r.pred.verb)) // 为企业减税
	case text == "" && e.namesChange(r, st):
		s.topics = e.words.list(e.text(r.pred.verb)) // 今年扩招100万人
	case text == "" || e.placeOnly(r, core) || !r.first && text == "增长":
		s.inherited = true
		s.topics = e.inherit(r, st)
	case e.verbOnly(r.clause, core) && e.countedByVerb(r) != "":
		s.topics = e.words.list(text + e.countedByVerb(r))
	case e.verbOnly(r.clause, core):
		r.acted = true
		s.topics = e.words.list(st.topic)
	case e.perOnly(r.clause, core) && st.topic == "" && st.object >= 0:
		s.topics = e.words.list(text + e.objectOf(st.object)) // 提高基本养老金，人均增长10%
	case e.perOnly(r.clause, core):
		s.topics = e.words.list(text + st.topic)
	case r.first && st.topic != "" && strings.HasPrefix(text, "占") && e.indicatorWhole(text):
		s.topics = e.words.list(st.topic + text) // 占世界经济比重从6%提高到9%
	case strings.HasPrefix(text, "对") && e.indicatorWhole(text):
		s.topics = e.words.list(text) // 对世界经济增长贡献率
	case e.attribute(text) || r.first && st.topic != "" && e.contributes(text) && !e.among(r.clause) && e.rep.Sentences[e.rep.Clauses[r.clause].Sentence].First < r.clause:
		of := st.topic
		if e.contributes(text) && !e.attribute(text) {
			of = e.withoutHead(e.withoutHead(of)) // 服务业 of 服务业增加值占比
		}
		s.topics = e.words.list(of + text)
	default:
		if r.n == 1 && r.first && e.joinsInside(core) {
			if last := e.lastSaid(r, core); last != core {
				s.core, s.topics = last, e.coreNames(r, last, st)
				return s
			}
		}
		s.core = core
		s.topics = e.coreNames(r, core, st)
		if r.pred.change && !isPercent(&e.nums[r.nums[0]]) && !e.tailHead(core) && !e.indicatorAt(core) && (r.n > 1 || !e.joinsInside(core)) {
			if measure := e.measureChanged(st.object); measure != "" {
				for i := range s.topics {
					s.topics[i] += measure // 城市每人每月提高60元 behind 提高城乡低保标准
				}
				r.follows = true
			}
		}
	}
	return s
}

// puttings are verbs of where something is put: 把民生放在首位.
var puttings = phrasesOf("放", "摆", "摆放", "置于", "放置")

// putAt is what is put in a place of an order or changed, behind 把 inside core: 民生 of
// 始终坚持把民生放, 文件 of 精简会议、把文件; empty elsewhere.
func (e *extractor) putAt(r *run, core span) span {
	ranked := e.ranks(&e.nums[r.nums[0]])
	if !ranked && !r.pred.change && !r.pred.to {
		return span{}
	}
	for i := core.End - 2; i >= core.Start; i-- {
		if e.rs[i] != '把' || e.longerWord(i) {
			continue
		}
		put := span{Start: i + 1, End: core.End}
		if w, ok := e.oneBefore(put.End, puttings); ok && ranked {
			put.End -= len([]rune(w))
		} else if ranked {
			return span{}
		}
		return e.trim(put)
	}
	return span{}
}

// lastSaid is the last of several things that are said one after another behind 、, each
// with a verb of its own: 专项资金 of 一般资金大幅增加、专项资金减少两成, 确权面积 of
// 推进承包地改革、确权面积超过八成; else core.
func (e *extractor) lastSaid(r *run, core span) span {
	toks := e.tokens(r.clause, core)
	for k := len(toks) - 1; k > 0; k-- {
		t := toks[k]
		if e.rs[t.Start] != '、' {
			continue
		}
		before, rest := toks[k-1], e.trim(span{Start: int(t.End), End: core.End})
		moved := before.End == t.Start && before.Class&lexicon.ClassVerb != 0 && before.Role.Is(lexicon.Up|lexicon.Down) && !before.Role.Is(lexicon.Head|lexicon.Plain) && k > 1 && toks[k-2].Role.Is(lexicon.Adverb)
		first := toks[0]
		opened := int(first.Start) == core.Start && first.Class&lexicon.ClassVerb != 0 && first.Role.Is(lexicon.Task) && !first.Role.Is(lexicon.Make|lexicon.Noun|lexicon.Head|lexicon.Plain|lexicon.Effect)
		if moved || opened && e.tailHead(rest) && !e.tailHead(span{Start: core.Start, End: int(t.Start)}) {
			return rest
		}
		return core
	}
	return core
}

// cutOf reports whether the thing before the number is what is to be cut by it: 完成裁减员额
// 50万的任务.
func (e *extractor) cutOf(r *run) bool {
	u := e.nums[r.nums[0]].Unit
	toks := e.tokens(r.clause, r.pred.core)
	n := len(toks)
	if n == 0 || u != nil && u.Class == "ratio" {
		return false
	}
	for _, t := range toks {
		if t.Class&lexicon.ClassVerb != 0 && t.Role.Is(lexicon.Down) && int(t.End)+1 < r.pred.core.End {
			return true
		}
	}
	return false
}

// eachInside reads 北京市和中央单位分别投入资金: names before 分别, and what is
// said of each behind it.
func (e *extractor) eachInside(r *run, core span, s *subjects) bool {
	if r.n < 2 {
		return false
	}
	for _, t := range e.tokens(r.clause, core) {
		if !t.Role.Is(lexicon.Each) {
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

// verbOnly reports whether core is one verb that says what was done with the
// subject before it: 保障性住房开工41万套、基本建成25万套.
func (e *extractor) verbOnly(c int, core span) bool {
	t, ok := e.tokenAt(c, core)
	return ok && int(t.End) == core.End && t.Class&lexicon.ClassVerb != 0 && !t.Role.Is(lexicon.Head|lexicon.Noun|lexicon.Plain) && t.Class&lexicon.ClassIndicator == 0 && !e.tailHead(core)
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
	rs := e.runesOf(topic)
	for i := 1; i < len(rs)-1; i++ {
		if t, ok := e.lex.At(rs, i, lexicon.ClassVerb); ok && int(t.End) == len(rs) && !t.Role.Is(lexicon.Head|lexicon.Noun|lexicon.Plain) {
			return string(rs[:i])
		}
	}
	return topic
}

// perOnly reports whether core is only 人均 or the like.
func (e *extractor) perOnly(c int, core span) bool {
	t, ok := e.tokenAt(c, core)
	return ok && int(t.End) == core.End && t.Role.Is(lexicon.PerUnit) && !t.Role.Is(lexicon.Head)
}

// contributes reports whether a subject says what something does to a thing and
// leaves out what does it: 对经济增长的贡献率.
func (e *extractor) contributes(text string) bool {
	return strings.HasPrefix(text, "对") && (strings.HasSuffix(text, "率") || strings.HasSuffix(text, "度") || strings.HasSuffix(text, "点"))
}

// placeOnly reports whether a rank's words name only where it ranks: 中部首位.
func (e *extractor) placeOnly(r *run, core span) bool {
	if r.pred.ranking && e.ranks(&e.nums[r.nums[0]]) && (e.text(core) == "世界" || e.text(core) == "全球") {
		return true // 世界排名由第十位上升到第五位
	}
	if r.first {
		return false
	}
	return e.ranks(&e.nums[r.nums[0]])
}

// attribute reports whether a word names only a side of the subject before it.
func (e *extractor) attribute(text string) bool {
	switch text {
	case "增幅", "增速", "涨幅", "降幅", "增长速度", "占比", "比重", "总量", "规模":
		return true
	}
	return false
}

// inherit is what a run without words of its own speaks of.
func (e *extractor) inherit(r *run, st *state) []string {
	switch {
	case st.share != "" && r.pred.to && !r.first:
		return e.words.list(st.share)
	case r.n > 1 && r.pred.than.Valid() && st.topic != "" && len(e.splitList(r.clause, r.pred.than)) == r.n:
		return e.words.list(st.topic) // 比全国、全省分别快2个和1个百分点
	case r.n > 1 && st.topic != "" && len(st.recent)-st.before < r.n && len(st.recent) > st.before:
		return e.words.list(st.topic)
	case r.n > 1 && len(st.recent) >= r.n:
		return e.words.keep(st.recent[len(st.recent)-r.n:])
	case r.n == 1 && e.sameMeasure(r, st) != "":
		return e.words.list(e.sameMeasure(r, st))
	case r.n == 1 && r.pred.brought && st.topic != "":
		return e.words.list(e.withoutVerb(st.topic))
	case r.n == 1 && r.pred.both && len(st.last) > 1:
		return e.words.list(strings.Join(st.last, "、"))
	case r.n == 1 && r.pred.both && (r.pred.ranking || e.holds(r.left.Start, r.left.End, "双双")) && len(st.recent) > 1:
		return e.words.list(strings.Join(st.recent[len(st.recent)-2:], "、"))
	case st.topic != "":
		return e.words.list(st.topic)
	case st.object >= 0:
		return e.words.list(e.objectOf(st.object))
	}
	return e.words.list("")
}

// sameMeasure is what the sentence last measured in the unit of a change without a
// subject, where a percentage stands between them: 优良天数288天、优良率78.7%，增加19天;
// "" elsewhere.
func (e *extractor) sameMeasure(r *run, st *state) string {
	q := &e.nums[r.nums[0]]
	if !r.pred.change || q.Unit == nil {
		return ""
	}
	sentence := e.rep.Clauses[r.clause].Sentence
	for n := len(e.set.Figures) - 1; n >= 0; n-- {
		f := &e.set.Figures[n]
		switch {
		case e.rep.Clauses[f.Clause].Sentence != sentence:
			return ""
		case f.Quantity.Unit == q.Unit && n < len(e.set.Figures)-1 && f.Kind == Level:
			return f.Subject
		case f.Kind != Share:
			return ""
		}
	}
	return ""
}

// coreNames turns the core into one name for each slot.
func (e *extractor) coreNames(r *run, core span, st *state) []string {
	whole := e.timeless(r.clause, core)
	if q := &e.nums[r.nums[0]]; q.Unit == nil && strings.Contains(whole, "产业") && r.n == 3 {
		return e.words.list("第一产业比例", "第二产业比例", "第三产业比例")
	}
	if r.n == 1 {
		return e.words.list(e.sideBehind(e.completed(r, core, whole, st), st))
	}
	names := e.names(r.clause, core)
	switch {
	case len(names) == r.n:
		return names
	case len(names) == 1 && r.n == 2:
		if both := e.bothOf(whole); both != nil {
			return both
		}
	}
	return e.words.list(whole)
}

// sideBehind words a measure that is given for town and country behind its name:
// 居民人均可支配收入城镇41484元、农村20389元.
func (e *extractor) sideBehind(name string, st *state) string {
	for _, pair := range pairedModifiers[:townAndCountry] {
		for _, side := range pair {
			of, ok := strings.CutSuffix(name, side)
			switch {
			case ok && of == "" && st.sided != "":
				return side + st.sided
			case ok && of != "" && e.indicatorOf(of) != nil:
				st.sided = of
				return side + of
			}
		}
	}
	return name
}

// outputHeads are measuring nouns that a part of a branch of the economy leaves to the
// whole: 工业增加值65亿元，其中规上工业52亿元.
var outputHeads = []string{"增加值", "总产值", "产值", "主营业务收入", "营业收入", "利润", "利税", "销售收入"}

// wholeHead is the measuring noun of the whole where a part of it names only a branch;
// "" elsewhere.
func (e *extractor) wholeHead(r *run, part string, st *state) string {
	if last, _ := lastRune(part); last != '业' || r.pred.ratio {
		return ""
	}
	for _, head := range outputHeads {
		if strings.HasSuffix(st.whole, head) {
			return head
		}
	}
	return ""
}

// withoutHead is a topic less the measuring noun that it ends in: 粮食 of 粮食总产.
func (e *extractor) withoutHead(topic string) string {
	rs := e.runesOf(topic)
	for _, t := range e.tokensOf(rs) {
		switch {
		case int(t.End) != len(rs):
		case t.Start > 0 && (t.Role.Is(lexicon.Head) || t.Role.Is(lexicon.Rate) && t.End-t.Start > 1) && t.Class&lexicon.ClassIndicator == 0:
			return string(rs[:t.Start])
		case t.Class&lexicon.ClassIndicator != 0:
			return e.thingOf(topic, rs)
		}
	}
	return topic
}

// thingOf is what an indicator of the catalogue measures: 粮食 of 粮食播种面积; all of
// the topic where it ends in no measuring noun.
func (e *extractor) thingOf(topic string, rs []rune) string {
	const shortest = 2 // runes of a thing and of the words behind it
	for i := shortest; i <= len(rs)-shortest; i++ {
		head, ok := e.lex.At(rs, i, lexicon.ClassWord)
		if !ok || int(head.End) != len(rs) || !head.Role.Is(lexicon.Head) {
			continue
		}
		if verb, ok := e.lex.At(rs[:i], i-shortest, lexicon.ClassVerb); ok && int(verb.End) == i && i >= 2*shortest {
			i -= shortest
		}
		return string(rs[:i])
	}
	return topic
}

// spends reports whether a verb is part of what is measured with a bare noun:
// 投入资金, but not 完成投资, 实现利税.
func (e *extractor) spends(verb span) bool {
	_, ok := e.anyAt(verb.Start, "完成", "实现", "取得", "达到", "形成", "新增", "安排", "拨付", "下达")
	return !ok
}

// hasAnySuffix reports whether s ends in one of list.
func hasAnySuffix(s string, list []string) bool {
	for _, p := range list {
		if strings.HasSuffix(s, p) {
			return true
		}
	}
	return false
}
