package statement

import (
	"strings"
	"unicode/utf8"

	"pledger/lexicon"
)

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
	return e.words.list(e.text(r.pred.than))
}

// name words a figure's subject from its topic and its predicate.
func (e *extractor) name(f *Figure, r *run, st *state, s *subjects, slot int) {
	p := &r.pred
	name := s.of(slot)
	if p.adds(f.Kind) {
		name = e.worded(name, f, r, st, s, slot)
	}
	if p.per.Valid() && !strings.Contains(name, "每") && !e.hasBefore(p.per.Start, "平均") {
		per := p.per
		if own := e.perAt(f.Quantity.Full.Start); slot > 0 && own.Valid() {
			per = own // 每人每月550元和每人每年3800元
		}
		name += "（" + e.text(per) + "）"
	}
	sheds := mayHold(name, &shed)
	if sheds {
		name = unfinished(name)
	}
	f.Subject = e.withoutGoal(tidy(name), f)
	if inside, ok := strings.CutPrefix(f.Subject, "在"); ok && f.Kind == Rank && strings.HasSuffix(inside, "中") {
		if rest, all := strings.CutPrefix(inside, "全"); all && len(rest) > hanSize {
			inside = rest[hanSize:]
		}
		f.Subject = strings.TrimSuffix(inside, "中") // 在全省目标考核中列第5
	}
	if sheds {
		f.Subject = unattained(f.Subject)
	}
}

// adds reports whether p can have a part in the name of a figure of this kind.
func (p *predicate) adds(kind Kind) bool {
	switch kind {
	case Growth:
		return p.ratio || p.annual || p.yearly.Valid()
	case Level:
		return p.ratio || p.annual || p.yearly.Valid() || p.verb.Valid() || p.thanVerb.Valid()
	}
	return true
}

// worded is the name, a figure's topic, with what its predicate adds to that.
func (e *extractor) worded(name string, f *Figure, r *run, st *state, s *subjects, slot int) string {
	p := &r.pred
	switch {
	case p.ratio:
		whole := s.whole
		if whole == "" {
			whole = st.whole
		}
		if s.whole == "" && st.parts && e.holds(r.left.Start, r.left.End, "占全年") {
			whole = "全年"
		}
		if s.whole == "" && !s.inherited && !st.parts {
			whole = e.priorWhole(r, st)
		}
		if rest, ok := strings.CutSuffix(name, whole); ok && rest != "" && s.inherited && hasAnySuffix(whole, sumHeads) {
			name = rest // 制造业利用外资1.2亿美元，占52%
		}
		name += "占" + whole
		if whole == "" && !s.inherited {
			name += "比" // 民生支出占八成
		}
	case (f.Kind == PP || f.Kind == Level && p.change && e.hasBefore(p.than.End, "平均水平")) && p.thanVerb.Valid() && len(s.than) > 0:
		if s.inherited && f.Kind == PP && !e.rateWord(name) && e.afterGrowth(f) {
			name += "增速"
		}
		st.gap, st.gapIn = strings.TrimSuffix(name, "要")+e.gapWord(p), r.clause // 增速要高于
		name = st.gap + s.comparison(slot)
	case f.Kind == PP && st.gap != "" && st.gapIn == r.clause && !r.first && e.placeOfAll(name):
		name, f.Direction = st.gap+name, e.set.Figures[len(e.set.Figures)-1].Direction // 高于全国0.4个百分点、全省0.3个百分点
	case f.Kind == Rank && p.list.Valid():
		name += e.text(p.list)
	case f.Kind == Duration && p.change && p.verb.Valid() && p.core.Valid() && e.lengthens(p):
		name = e.extended(r)
	case f.Kind == Multiple && p.multiple.Valid():
		name += "是" + e.text(p.multiple) + "的倍数"
	case p.annual && f.Kind == Level && p.verb.Valid() && name == e.text(p.verb):
		name = e.yearly(p) + name // 年均超收
	case p.annual && f.Kind == Growth && (strings.HasSuffix(name, "速度") || strings.HasSuffix(name, "增速")):
	case p.annual && f.Kind == Growth && p.verb.Valid() && !e.hasAt(p.verb.Start, "递增"):
		name += e.yearly(p) + e.text(p.verb)
	case p.annual && f.Kind == Growth:
		name += "年均增长"
	case p.yearly.Valid():
		name += e.yearly(p)
	case f.Kind == Level && p.verb.Valid() && (e.hasAt(p.verb.Start, "超收") || e.hasAt(p.verb.Start, "短收")):
		name = strings.TrimSuffix(name, e.text(p.verb)) + e.text(p.verb)
	}
	return name
}

// shed are the runes that begin what unfinished and unattained take out of a subject.
var shed = headsOf(phrasesOf("已", "了", "实现"))

// unattained is a subject without the 实现 inside it.
func unattained(name string) string {
	if at := strings.Index(name, "实现了"); at > 0 {
		name = strings.Replace(name, "实现了", "", 1)
	}
	if at := strings.Index(name, "实现"); at > 0 && !strings.HasSuffix(name[:at], "提前") {
		name = strings.Replace(name, "实现", "", 1)
	}
	return name
}

// placeOfAll reports whether name says no more than of where all something is: 全省, 全市平均.
func (e *extractor) placeOfAll(name string) bool {
	const longest = 6 // runes of 全省平均水平
	rs := e.runesOf(name)
	return len(rs) > 1 && len(rs) <= longest && rs[0] == '全' && strings.ContainsRune("国省市区州县", rs[1])
}

// priorWhole is the whole that a share leaves out: what stands before its clause in the
// sentence; "" where the share opens one.
func (e *extractor) priorWhole(r *run, st *state) string {
	if e.rep.Sentences[e.rep.Clauses[r.clause].Sentence].First == r.clause {
		return ""
	}
	return st.prior
}

// unfinished is a subject without the words inside it that only say that something
// is done: 配备了设备的卫生院, 重灾区已完成投资.
func unfinished(name string) string {
	if at := strings.Index(name, "已"); at > hanSize && !strings.HasPrefix(name[at:], "已经") && !strings.HasSuffix(name[:at], "早") {
		name = name[:at] + name[at+hanSize:] // 远程教育已覆盖
	}
	at := strings.Index(name, "了")
	if at <= 0 {
		return name
	}
	before, _ := lastRune(name[:at])
	after, _ := firstRune(name[at+hanSize:] + " ")
	if before == '为' || before == '除' || before == '明' || after == '解' || after == '结' {
		return name
	}
	return name[:at] + name[at+hanSize:]
}

// afterGrowth reports whether a gap follows a rate of growth, perhaps behind
// other gaps of its sentence: 增长9%，比全国快2个百分点.
func (e *extractor) afterGrowth(f *Figure) bool {
	const most = 8 // gaps that one rate of growth is held against
	for n := len(e.set.Figures) - 1; n >= max(0, len(e.set.Figures)-most); n-- {
		prev := &e.set.Figures[n]
		if prev.Kind == Growth {
			return e.rep.Clauses[prev.Clause].Sentence == e.rep.Clauses[f.Clause].Sentence
		}
		if prev.Kind != PP {
			return false
		}
	}
	return false
}

// withoutGoal is the subject of a target less the words that call it one:
// 经济增长预期, 失业率控制目标.
func (e *extractor) withoutGoal(name string, f *Figure) string {
	const shortest = 4 // runes of what is left
	switch last, _ := lastRune(name); last {
	case '为', '标', '期':
	default:
		return name
	}
	for _, goal := range []string{"预期目标为", "预期目标", "调控目标为", "调控目标", "控制目标为", "控制目标", "预期增长目标", "增长目标", "预期"} {
		rest, ok := strings.CutSuffix(name, goal)
		if ok && utf8.RuneCountInString(rest) >= shortest && f.Kind != PP {
			return rest
		}
	}
	return name
}

// yearly is the word for a yearly average as it is written.
func (e *extractor) yearly(p *predicate) string {
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

// comparison is the comparison of a slot.
func (s *subjects) comparison(slot int) string {
	if slot < len(s.than) {
		return s.than[slot]
	}
	return s.than[len(s.than)-1]
}

// gapWord words the verb of a gap: 比…低 is 低于.
func (e *extractor) gapWord(p *predicate) string {
	w := e.text(p.thanVerb)
	if utf8.RuneCountInString(w) == 1 && w != "超" {
		return w + "于"
	}
	return w
}

// tidy removes what does not belong at the edges of a subject.
func tidy(s string) string {
	for s != "" {
		first, n := firstRune(s)
		last, m := lastRune(s)
		switch {
		case edges.may(first) && isEdge(first) && !hasAnyPrefix(s, beginIn):
			s = s[n:]
		case edges.may(last) && isEdge(last) && !hasAnySuffix(s, endIn):
			s = s[:len(s)-m]
		default:
			return s
		}
	}
	return s
}

// beginIn are words that begin with a rune that joins others.
var beginIn = []string{"和美", "和谐", "和合", "和睦", "和平", "和田", "和静", "和硕", "和龙", "和林", "和顺", "和政", "和布克"}

// endIn are words that end in a rune that joins others.
var endIn = []string{"惠及", "普及", "涉及", "参与"}

// edges are the runes of isEdge.
var edges = headsOf(phrasesOf("的", "、", "，", "和", "与", "及", "（", "("))

// isEdge reports whether r joins a subject to what stands beside it.
func isEdge(r rune) bool {
	switch r {
	case '的', '、', '，', '和', '与', '及', '（', '(':
		return true
	}
	return false
}
