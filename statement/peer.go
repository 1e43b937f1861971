package statement

import (
	"slices"
	"strings"

	"pledger/lexicon"
)

// usedToo is how the money before it in the list was used, where text names money alone: 实际利用
// of 实际利用省外资金87亿元、外资1250万美元; "" elsewhere.
func (e *extractor) usedToo(r *run, text, topic string) string {
	if !strings.HasSuffix(text, "资") && !strings.HasSuffix(text, "资金") || e.at(e.trim(r.left).Start-1) != '、' {
		return ""
	}
	for _, use := range uses {
		if strings.HasPrefix(topic, use) && !strings.HasPrefix(text, use) {
			return use
		}
	}
	return ""
}

// peers are words of which one names where or whom a measure is of, in place of another.
var peers = [][]string{
	{"城市", "县城", "城镇", "建制镇", "乡镇", "集镇", "农村", "乡村", "城区", "市区", "中心城区", "农牧区", "牧区", "山区"},
	{"幼儿园", "学前", "小学", "初中", "高中", "普通高中", "中职", "高职", "高校", "特殊教育学校"},
	{"东部地区", "中部地区", "西部地区", "东北地区"},
}

// peerHeads are the runes that peers begin with.
var peerHeads = headsOf(phrasesOf(slices.Concat(peers...)...))

// residents end what names some of those who live in a place.
var residents = []string{"居民", "农民", "农牧民", "牧民"}

// ofPeer words the measure that topic tells of one of several for text, another of them:
// 县城污水处理率95%，建制镇80%; "" elsewhere.
func (e *extractor) ofPeer(r *run, text, topic string) string {
	n := len(e.set.Figures) - 1
	if n < 0 || e.rep.Clauses[e.set.Figures[n].Clause].Sentence != e.rep.Clauses[r.clause].Sentence {
		return ""
	}
	if strings.HasSuffix(text, "民") && hasAnySuffix(text, residents) {
		if _, rest, ok := strings.Cut(topic, "居民"); ok && e.endsMeasure(e.runesOf(rest)) {
			return text + rest // 居民人均可支配收入36580元，其中城镇常住居民45210元
		}
	}
	if e.set.Figures[n].Quantity.Unit != e.nums[r.nums[0]].Unit {
		return ""
	}
	if head, _ := firstRune(text); !peerHeads.may(head) {
		return e.ofNamesake(text, topic)
	}
	for _, group := range peers {
		if !slices.Contains(group, text) {
			continue
		}
		of := ""
		for _, peer := range group {
			if strings.HasPrefix(topic, peer) && len(peer) > len(of) && peer != text {
				of = peer
			}
		}
		if rest := topic[len(of):]; of != "" && (e.indicatorWhole(rest) || e.endsMeasure(e.runesOf(rest))) {
			return text + rest
		}
		return ""
	}
	return e.ofNamesake(text, topic)
}

// ofNamesake is ofPeer for a name as long as that of the other, which ends as it does: 二类区 and
// 一类区, 医疗保险 and 养老保险.
func (e *extractor) ofNamesake(text, topic string) string {
	const shortest, longest = 2 * hanSize, 5 * hanSize
	n := len(text)
	if n < shortest || n > longest || len(topic) < n+shortest || topic[n-hanSize:n] != text[n-hanSize:] || topic[:n] == text {
		return ""
	}
	rs, rest := e.runesOf(text), topic[n:]
	if e.isIndicator(rs) || e.endsMeasure(rs) || !e.endsMeasure(e.runesOf(rest)) {
		return ""
	}
	for _, t := range e.tokensOf(rs) {
		if t.Class&lexicon.ClassVerb != 0 && !t.Role.Is(lexicon.Noun|lexicon.Plain) {
			return ""
		}
	}
	return text + rest
}

// perBefore is per what a member of a list is counted, said with the member before it:
// 每千人口拥有床位6张、医师3名; "" elsewhere.
func (e *extractor) perBefore(r *run, text, topic string) string {
	if per, ok := e.perThousand(r, text, topic); ok {
		return per
	}
	if r.first || !strings.HasPrefix(topic, "每") && !strings.HasPrefix(topic, "人均占有") && !strings.HasPrefix(topic, "人均拥有") || strings.HasPrefix(text, "每") || strings.HasPrefix(text, "人均") || e.at(e.trim(r.left).Start-1) != '、' {
		return ""
	}
	for _, w := range []string{"占有", "拥有", "配备", "有"} {
		if at := strings.Index(topic, w); at > 0 {
			return topic[:at+len(w)]
		}
	}
	return ""
}

// perThousand is per how many people r counts parts of people, in the clause behind another such
// number: 每千人口 of 每千人口床位数6.8张，执业医师3.1人.
func (e *extractor) perThousand(r *run, text, topic string) (string, bool) {
	u := e.nums[r.nums[0]].Unit
	if !r.first || !u.Is(lexicon.UnitPerson) || !strings.HasPrefix(topic, "每") || strings.HasPrefix(text, "每") || !e.decimal(e.nums[r.nums[0]].Pos) || e.multiplied(e.nums[r.nums[0]].Pos.End) {
		return "", false
	}
	for _, w := range []string{"人口", "人"} {
		if at := strings.Index(topic, w); at > 0 {
			return topic[:at+len(w)], true
		}
	}
	return "", false
}

// sides are what else is measured of what a rate is of.
var sides = []string{"天数", "日数", "面积", "里程", "总数", "数量", "数", "量", "人数", "户数", "件数", "农民", "居民", "人员", "人口", "群众", "职工"}

// rateSide is what a rate is of where its sentence has measured the same before by other
// means: 空气优良天数342天，优良率93%; "" elsewhere.
func (e *extractor) rateSide(r *run, text, topic string) string {
	const shortest, longest = 3 * hanSize, 4 * hanSize // of 优良率
	if len(text) < shortest || len(text) > longest || !strings.HasSuffix(text, "率") || r.first && e.rep.Sentences[e.rep.Clauses[r.clause].Sentence].First == r.clause {
		return ""
	}
	side := strings.TrimSuffix(text, "率")
	at := strings.Index(topic, side)
	if at <= 0 || !slices.Contains(sides, topic[at+len(side):]) {
		return ""
	}
	return topic[:at]
}

// amountSide is what an amount named by its verb is of, where its sentence has told another
// such amount of the same before: 专利申请量420件，授权量260件; "" elsewhere.
func (e *extractor) amountSide(r *run, text, topic string) string {
	const length = 3 * hanSize // of 授权量
	if of, ok := strings.CutSuffix(topic, "产量"); ok && text == "销量" {
		return of // 汽车产量12万辆，销量11万辆
	}
	of := len(topic) - length
	if of < length-hanSize || len(text) != length || e.rep.Sentences[e.rep.Clauses[r.clause].Sentence].First == r.clause && r.first {
		return ""
	}
	a, _ := lastRune(text)
	if b, _ := lastRune(topic); a != b || a != '量' && a != '额' || text == topic[of:] {
		return ""
	}
	if !e.isVerb(text[:length-hanSize]) || !e.isVerb(topic[of:len(topic)-hanSize]) {
		return ""
	}
	return topic[:of]
}

// ownedByEach words how many of what was told before there are for each: 每万人发明专利拥有量
// behind 发明专利授权量; "" elsewhere.
func (e *extractor) ownedByEach(text, topic string) string {
	const tail, verb = "拥有量", 3 * hanSize // of 授权量
	each, ok := strings.CutSuffix(text, tail)
	if !ok || !strings.HasPrefix(each, "每") || strings.Count(each, "人")+strings.Count(each, "户") != 1 {
		return ""
	}
	if of := len(topic) - verb; of > 0 && strings.HasSuffix(topic, "量") && e.isVerb(topic[of:len(topic)-hanSize]) && hasAnySuffix(each, []string{"人", "人口", "户"}) {
		return each + topic[:of] + tail
	}
	return ""
}

// isVerb reports whether a word is a verb of the lexicon.
func (e *extractor) isVerb(word string) bool {
	rs := e.runesOf(word)
	t, ok := e.lex.At(rs, 0, lexicon.ClassVerb)
	return ok && int(t.End) == len(rs)
}

// gradeOf is what a grade that stands alone is of, where its sentence named another grade of
// it before, and takes the direction of what was done with that: 国家级平台3个、省级12个,
// 新增省级龙头企业3家，市级11家; "" elsewhere.
func (e *extractor) gradeOf(r *run, text string, st *state) string {
	const longest = 12 // bytes of 自治区级
	if len(text) > longest || !strings.HasSuffix(text, "级") {
		return ""
	}
	n := len(e.set.Figures)
	if n == 0 || e.rep.Clauses[e.set.Figures[n-1].Clause].Sentence != e.rep.Clauses[r.clause].Sentence {
		return e.gradeFostered(r, st)
	}
	at := strings.Index(st.topic, "级")
	if at <= 0 || at+hanSize > longest {
		return ""
	}
	if prev := &e.set.Figures[n-1]; r.first && r.pred.dir == "" && prev.Kind == Level {
		r.pred.dir = prev.Direction
	}
	return st.topic[at+hanSize:]
}

// fosterings are what a clause does for things of which the next one counts a grade.
var fosterings = phrasesOf("培育", "创建", "认定", "申报", "评选")

// gradeFostered is what a grade that stands alone is of, where the clause before fosters such:
// 龙头企业 of 抓好龙头企业培育，新增省级2家; "" elsewhere.
func (e *extractor) gradeFostered(r *run, st *state) string {
	if !r.first || st.object < 0 || st.object != r.clause-1 || !e.countsByMeasure(r) || !e.anyIn(e.rep.Clauses[st.object].Pos, fosterings) {
		return ""
	}
	of := e.objectOf(st.object)
	for _, w := range fosterings.list {
		of = strings.TrimPrefix(strings.TrimSuffix(of, w), w)
	}
	if strings.Contains(of, "、") {
		return ""
	}
	return of
}

// sharedBefore is a rate with the head that it shares with the subject before it in the
// clause: 单位国内生产总值能耗下降8%、二氧化碳排放下降14%, 城镇新增就业40万人、调查失业率5%;
// "" elsewhere.
func (e *extractor) sharedBefore(r *run, text, topic string) string {
	if topic == "" || e.at(r.left.Start) != '、' || !isPercent(&e.nums[r.nums[0]]) {
		return ""
	}
	pair := [2]string{topic, text}
	e.shareCatalogueHead(pair[:])
	if pair[1] == text || e.indicatorWhole(text) && e.indicatorOf(text) != e.indicatorOf(pair[1]) && !strings.HasPrefix(topic, "单位") {
		return ""
	}
	return pair[1]
}
