package statement

import (
	"strings"
	"unicode/utf8"

	"pledger/lexicon"
	"pledger/quantity"
)

// dividedPlaces reads the places or parts that a numeral counts: 南岳、常宁两地. What
// follows is said of them.
func (e *extractor) dividedPlaces(r *run, st *state, core span, s *subjects) bool {
	i := r.nums[len(r.nums)-1]
	if e.at(e.nums[i].Pos.End) == '者' {
		core.End = e.trim(r.left).End // 改革、发展、稳定三者
	}
	core = e.apposed(r.clause, core, e.plainValue(i)) // 试点扩大到黑龙江和吉林两省
	s.topics = e.words.list(e.text(e.trim(core)))
	const lead = 1 // rune of 在 before the places
	if r.first && core.Start <= r.pred.core.Start+lead && e.countsPlaces(e.nums[i].Pos.End) {
		st.region = s.topics[0]
	}
	return true
}

// dividedSides reads the regards that a numeral counts without a measure word: a list of them
// before it, 增加供给和抑制需求两方面, or what is done in them, 五方面工作.
func (e *extractor) dividedSides(r *run, core span, s *subjects) bool {
	i := r.nums[len(r.nums)-1]
	at := e.nums[i].Pos.End + sideRunes
	if e.at(at) == '的' {
		at++
	}
	listed := e.text(e.apposed(r.clause, e.trim(r.left), e.plainValue(i)))
	if w, ok := e.oneAt(at, sidesDone); ok && (listed == "" || w == "关系") {
		if listed += w; w != "关系" && e.isAt(at, sideWorks) {
			listed += "方面"
		}
	} else if listed == "" {
		listed = "方面"
	}
	s.topics = e.words.list(listed)
	s.quantified, r.quantified = true, true
	return true
}

// sidesDone are what there are several sides of.
var sidesDone = anyOf(sideWorks, phrasesOf("民生实事", "实事", "措施", "问题"))

// ranksOf reads of what a network the ranks are counted: 健全县、乡、村三级服务网络.
func (e *extractor) ranksOf(r *run, right span, s *subjects) bool {
	right.Start++
	noun, _ := e.cutVerb(r.clause, right)
	if t, ok := e.tokenAt(r.clause, right); noun.Len() < 2 || ok && t.Class&lexicon.ClassVerb != 0 && !t.Role.Is(lexicon.Noun|lexicon.Plain|lexicon.Head) {
		return false
	}
	if at := e.index(noun.Start+1, noun.End, "、"); at > 0 {
		noun.End = at // 三级政府负责、以县为主的体系
	}
	if w, ok := e.oneBefore(noun.End, deeds); ok && noun.Len() >= 2*runeCount(w) {
		noun.End -= runeCount(w) // 三级服务网络建设
	}
	s.topics, s.core = e.words.list(e.text(noun)), noun
	s.quantified, r.quantified = true, true
	return true
}

// countsPlaces reports whether what a numeral counts at offset i are places: 两地,
// 三县, but not 三者, 两方面.
func (e *extractor) countsPlaces(i int) bool {
	return e.isAt(i, placeUnits)
}

// placeUnits are words that places are counted by.
var placeUnits = phrasesOf("地", "省", "市", "县", "区", "州", "盟", "旗", "镇", "乡", "村", "城")

// placeNouns are what places of one rank are called.
var placeNouns = phrasesOf("省份", "省区市", "省区", "市州", "旗县", "区县", "县区", "市县", "县市", "乡镇", "街道", "社区", "行政村", "地区", "国家", "城市", "省", "市", "州", "盟", "县", "区", "旗", "镇", "乡", "村")

// placesBefore reports whether number i follows places of another rank that the number before
// it counts: 12个市86个县.
func (e *extractor) placesBefore(i int) bool {
	u := e.nums[i-1].Unit
	if !u.Is(lexicon.UnitMeasure) {
		return false
	}
	w, ok := e.oneBefore(e.nums[i].Full.Start, placeNouns)
	return ok && e.nums[i-1].Full.End+runeCount(w) == e.nums[i].Full.Start
}

// someOf reads how many of what the clause before counts did or underwent something:
// 形成创新成果210项，其中9项在全国推广.
func (e *extractor) someOf(r *run, st *state, core, right span, s *subjects) bool {
	if core.Valid() || !r.first || st.whole == "" || !e.among(r.clause) {
		return false
	}
	said := e.trim(right)
	if e.at(said.Start) == '在' || e.at(said.Start) == '被' {
		said.Start++
	}
	said = e.stripLeft(r.clause, said, false)
	t, ok := e.tokenAt(r.clause, e.trim(right))
	if !ok || t.Class&lexicon.ClassVerb == 0 && !t.Role.Is(lexicon.Prep|lexicon.Adverb) || t.Role.Is(lexicon.Head|lexicon.Plain|lexicon.Up|lexicon.Down) || said.Len() < 2 || !e.endsInVerb(said) {
		return false
	}
	s.topics = e.words.list(e.text(said) + "的" + st.whole)
	s.quantified, r.quantified = true, true
	return true
}

// beings stand between some of a group and what they are.
var beings = phrasesOf("是", "为", "属于", "属")

// someAre reads what some of a group are or do: 96个行政村中有31个为贫困村, 其中5家是省级
// 示范社, 200家企业中有36家上市.
func (e *extractor) someAre(r *run, right span, s *subjects) bool {
	w, ok := e.oneAt(right.Start, beings)
	left, n := e.trim(r.left), len(e.set.Figures)
	if left.Len() > 0 && e.at(left.End-1) != '有' && !(ok && e.hasBefore(left.End, "其中")) || !e.rightEndsClause(r, right) {
		return false
	}
	what := e.trim(span{Start: right.Start + runeCount(w), End: right.End})
	if ok {
		if noun, verb := e.cutVerb(r.clause, what); what.Len() < 2 || verb.Valid() || noun != what {
			return false
		}
		s.topics, s.core = e.words.list(e.text(what)), what
	} else {
		_, group := e.anyBefore(left.End, "中有", "中还有", "中仍有", "中尚有")
		if !group || n == 0 || e.set.Figures[n-1].Clause != r.clause || !e.verbAt(right.Start) && e.at(right.Start) != '没' {
			return false
		}
		s.topics = e.words.list(e.text(what) + "的" + e.set.Figures[n-1].Subject)
	}
	s.quantified, r.quantified = true, true
	return true
}

// householdsAndPeople reads the two ways in which one group is counted: 剩余1286户2411人
// 全部脱贫, 脱贫412户1386人.
func (e *extractor) householdsAndPeople(r *run, st *state, core, right span, s *subjects) bool {
	i := r.nums[len(r.nums)-1]
	q := &e.nums[i]
	if before := strings.TrimSuffix(st.topic, "户"); q.Unit.Is(lexicon.UnitPerson) && !r.first && r.left.Len() == 0 && before != st.topic && e.nums[i-1].Unit.Is(lexicon.UnitHousehold) {
		s.topics = e.words.list(before + "人口")
		s.quantified, r.quantified = true, true
		return true
	}
	if !q.Unit.Is(lexicon.UnitHousehold) || i+1 >= int(e.cls[r.clause].numEnd) || !e.nums[i+1].Unit.Is(lexicon.UnitPerson) {
		return false
	}
	behind := e.trim(span{Start: e.nums[i+1].Full.End, End: e.rep.Clauses[r.clause].Pos.End})
	if e.isAt(core.Start, remainders) && core.Len() == 2 {
		if noun, verb := e.cutVerb(r.clause, behind); noun.Len() > 1 && verb.Valid() {
			s.topics = e.words.list(e.text(noun))
			s.quantified, r.quantified = true, true
			return true // 剩余56户89名贫困人口全部脱贫
		}
	}
	if e.at(e.nums[i+1].UnitText.Start) == '名' {
		return false // of a noun that stands behind it
	}
	said := e.stripLeft(r.clause, behind, false)
	if t, ok := e.tokenAt(r.clause, behind); ok && t.Class&lexicon.ClassVerb == 0 && !t.Role.Is(lexicon.Adverb) {
		return false
	}
	if t, ok := e.tokenAt(r.clause, core); !said.Valid() && (!ok || int(t.End) < core.End) {
		return false
	}
	s.topics = e.words.list(e.text(core) + e.text(said) + "户")
	s.quantified, r.quantified = true, true
	return true
}

// doers reads people and households counted by what they do: 11.3万人稳定脱贫, 3.2万人
// 享受低保, 仍有2.3万人未脱贫.
func (e *extractor) doers(r *run, topic string, core, right span, s *subjects) bool {
	q := &e.nums[r.nums[len(r.nums)-1]]
	noun := ""
	if e.tookPart(r, core, right) {
		s.topics = e.words.list(topic + e.text(e.trim(right)))
		s.quantified, r.quantified = true, true
		return true
	}
	switch {
	case q.Unit == nil || core.Valid() && !e.lonelyVerb(r.clause, core) && !e.onlyHas(r.clause, core):
	case q.Unit.Is(lexicon.UnitHousehold):
		noun = "户"
	case q.Unit.Is(lexicon.UnitPerson) && e.at(q.UnitText.Start) == '人' && q.UnitText.Len() == 1:
		noun = "人口"
	case e.inTimes(r) && (!r.pred.reach || e.hasBefore(e.trim(r.left).End, "有")) && r.first && right.Len() > 2:
		noun = "人次" // 3亿多人次享受培训补贴
	}
	if noun == "" {
		return false
	}
	t, ok := e.tokenAt(r.clause, right)
	if !ok || t.Class&lexicon.ClassVerb == 0 && !t.Role.Is(lexicon.Adverb|lexicon.Not) || t.Role.Is(lexicon.Up|lexicon.Down|lexicon.Than|lexicon.Head|lexicon.Plain|lexicon.Conj) {
		return false
	}
	done := e.trim(right)
	said := e.stripLeft(r.clause, done, false)
	if !e.endsInVerb(done) && !e.doesThing(r, said) || e.holds(done.Start, done.End, "的") {
		return false
	}
	if noun == "人口" && e.hasBefore(said.Start+2, "上") {
		noun = "" // 让3.2万人喝上安全水
	}
	s.topics = e.words.list(e.text(said) + noun)
	s.quantified, r.quantified = true, true
	return true
}

// personAt reports whether p opens with a word for people.
func (e *extractor) personAt(p span) bool {
	t, ok := e.lex.At(e.rs[:p.End], p.Start, lexicon.ClassWord)
	return ok && t.Role.Is(lexicon.Person)
}

// tookPart reports whether the run counts, right behind what it names, those that did no
// more than what one verb says: 举办农民丰收节3届、超过20万人次参与.
func (e *extractor) tookPart(r *run, core, right span) bool {
	u := e.nums[r.nums[len(r.nums)-1]].Unit
	if r.first || core.Valid() || !u.Is(lexicon.UnitVisit|lexicon.UnitPerson) || !e.rightEndsClause(r, right) {
		return false
	}
	if u.Is(lexicon.UnitPerson) && e.at(e.trim(right).Start) != '参' {
		return false // 20个村出列、1.6万人脱贫
	}
	t, ok := e.tokenAt(r.clause, e.trim(right))
	return ok && int(t.End) == right.End && t.Class&lexicon.ClassVerb != 0 && e.joinsBefore(e.trim(r.left).End)
}

// onlyHas reports whether core says only where those are that are counted: 全县.
func (e *extractor) onlyHas(c int, core span) bool {
	if t, ok := e.tokenAt(c, core); ok && t.Role.Is(lexicon.Scope) {
		core.Start = int(t.End)
	}
	return core.Start == core.End
}

// doesThing reports whether said, which reaches to the end of the clause, opens with a
// verb that has its object behind it: 享受低保, 未解决温饱.
func (e *extractor) doesThing(r *run, said span) bool {
	t, ok := e.tokenAt(r.clause, said)
	if !ok || said.End != e.rep.Clauses[r.clause].Pos.End {
		return false
	}
	if t.Role.Is(lexicon.Not) {
		return e.verbAt(int(t.End))
	}
	gets := e.at(int(t.End)-1) == '上' // 用上自来水
	return t.Class&lexicon.ClassVerb != 0 && (gets || t.Role.Is(lexicon.Task) && !t.Role.Is(lexicon.Noun|lexicon.Reach|lexicon.Up|lexicon.Down)) && int(t.End) < said.End
}

// lonelyVerb reports whether core is one verb that only says that what follows comes
// about: 确保, 帮助.
func (e *extractor) lonelyVerb(c int, core span) bool {
	t, ok := e.tokenAt(c, core)
	return ok && int(t.End) == core.End && t.Class&lexicon.ClassVerb != 0 && !t.Role.Is(lexicon.Head|lexicon.Reach)
}

// partings are what a thing that is done bit by bit is done in.
var partings = phrasesOf("批", "次", "期", "步", "轮")

// timesDone reads how often something was done: 五次下调存贷款基准利率.
func (e *extractor) timesDone(r *run, core, right span, s *subjects) bool {
	q := &e.nums[r.nums[len(r.nums)-1]]
	if core.Len() == 1 && e.rs[core.Start] == '分' && e.smallCount(r.nums[len(r.nums)-1]) && e.rightEndsClause(r, right) {
		if _, steps := e.oneAt(q.UnitText.Start, partings); steps {
			s.topics = e.words.list(e.text(e.stripLeft(r.clause, right, false)))
			s.quantified, r.quantified = true, true
			return true // 分三批向渔民发放补贴
		}
	}
	if !q.Unit.Is(lexicon.UnitEvent) || core.Valid() && !e.actors(r, core) {
		return false
	}
	verb := e.trim(right)
	for {
		t, ok := e.tokenAt(r.clause, verb)
		if !ok {
			return false
		}
		if t.Class&lexicon.ClassVerb != 0 && !t.Role.Is(lexicon.Adverb) {
			break
		}
		verb = e.trim(span{Start: int(t.End), End: verb.End})
	}
	s.topics = e.words.list(e.text(verb))
	s.quantified, r.quantified = true, true
	return true
}

// actors reports whether core names no more than those who act, before how often they did:
// 国务院两次召开会议.
func (e *extractor) actors(r *run, core span) bool {
	q := &e.nums[r.nums[len(r.nums)-1]]
	if q.Form != quantity.Chinese || !e.verbAt(r.right.Start) || !e.ends(core.Start-1) && core.Start > e.rep.Clauses[r.clause].Pos.Start {
		return false
	}
	toks := e.tokens(r.clause, core)
	if len(toks) == 0 {
		return false
	}
	t := toks[len(toks)-1]
	return int(t.End) == core.End && (t.Role.Is(lexicon.Agent) || t.Class&lexicon.ClassBody != 0)
}

// setAt reads a rate at which something is given: 按每人每月300元标准发放补贴.
func (e *extractor) setAt(r *run, right span, s *subjects) bool {
	w, ok := e.anyAt(right.Start, "标准", "的标准", "的价格")
	if !ok {
		return false
	}
	given := e.trim(span{Start: right.Start + utf8.RuneCountInString(w), End: right.End})
	t, ok := e.tokenAt(r.clause, given)
	if !ok || t.Class&lexicon.ClassVerb == 0 || int(t.End) >= given.End {
		return false
	}
	s.topics = e.words.list(e.text(e.trim(span{Start: int(t.End), End: given.End})))
	r.quantified = true
	return true
}
