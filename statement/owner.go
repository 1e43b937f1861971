package statement

import "strings"

// facets are measures that say nothing of what they are of, with the words in which the
// name of that ends.
var facets = []struct {
	side string
	of   []string
}{
	{"参保", []string{"保险", "医保"}},
	{"毛入学率", []string{"教育"}},
	{"入学率", []string{"教育"}},
	{"在校生", []string{"学校", "院校", "教育"}},
	{"在校学生", []string{"学校", "院校", "教育"}},
	{"满意率", proposals},
	{"面商率", proposals},
	{"采纳率", proposals},
	{"补助标准", healthFunds},
	{"财政补助标准", healthFunds},
	{"政府补助标准", healthFunds},
	{"筹资标准", healthFunds},
	{"通车里程", []string{"高速公路", "公路"}},
	{"营业里程", []string{"高铁", "铁路"}},
	{"运营里程", []string{"高铁", "铁路", "轨道交通", "地铁"}},
	{"总产量", []string{"粮食", "蔬菜", "水果", "棉花", "油料"}},
}

// facetHeads are the runes that facets begin with.
var facetHeads = func() (b runeBits) {
	for _, s := range facets {
		head, _ := firstRune(s.side)
		b.add(head)
	}
	return b
}()

// proposals are what is answered one by one, of both sorts at once.
var proposals = []string{"建议", "提案", "议案"}

// healthFunds are what people pay into and are paid from.
var healthFunds = []string{"新农合", "合作医疗", "医保", "保险"}

// ownerOf is what a measure that begins with one of facets is of, as the clause before it
// or the subject before it names it: 养老保险 of 养老保险制度不断完善，参保人数3万人; ""
// elsewhere.
func (e *extractor) ownerOf(text string, st *state) string {
	if head, _ := firstRune(text); !facetHeads.may(head) {
		return ""
	}
	for _, s := range facets {
		if !strings.HasPrefix(text, s.side) {
			continue
		}
		of := ""
		if st.object >= 0 {
			of = through(e.objectOf(st.object), s.of)
		}
		if of == "" {
			of = through(st.topic, s.of)
		}
		if _, line, named := strings.Cut(of, "”"); named && line != "" && strings.HasSuffix(s.side, "里程") {
			return line // “两纵两横”高速公路全线贯通，通车里程…
		}
		return of
	}
	return ""
}

// through is s up to the end of the last of words in it, "" where none is.
func through(s string, words []string) string {
	end := 0
	for _, w := range words {
		if i := strings.LastIndex(s, w); i >= 0 {
			end = max(end, i+len(w))
		}
	}
	if strings.ContainsAny(s[:end], "、，") && !hasAnySuffix(s[:end], proposals) {
		return "" // several
	}
	return s[:end]
}

// benefits are words for how well somebody does, which only open what is said of him.
var benefits = []string{"经济效益", "效益", "经营状况"}

// benefited is who does well or ill where a sector tells how: 国有企业 of 国有企业效益明显
// 好转; else the sector.
func benefited(sector string) string {
	for _, b := range benefits {
		if who, _, ok := strings.Cut(sector, b); ok && who != "" {
			return who
		}
	}
	return sector
}

// facetOfEach words a measure that begins with one of facets for each of those told before it in
// the sentence: 城乡居民养老保险参保率 and 企业职工养老保险参保率; nil elsewhere.
func facetOfEach(r *run, text string, st *state) (each []string) {
	first := len(st.recent) - r.n
	if first < st.before {
		return nil
	}
	for _, s := range facets {
		if !strings.HasPrefix(text, s.side) {
			continue
		}
		for _, topic := range st.recent[first:] {
			of := through(topic, s.of)
			if of == "" {
				return nil
			}
			each = append(each, strings.TrimPrefix(of, "参加")+text)
		}
		return each
	}
	return nil
}

// rateOfEach words a bare rate for each of those counted before it in the sentence: 肉牛良种化率 and
// 肉羊良种化率 of 肉牛86万头、肉羊780万只，良种化率分别达97%和98%; nil elsewhere.
func (e *extractor) rateOfEach(r *run, text string, st *state) (each []string) {
	const longest = 5 * hanSize
	if len(text) > longest || !strings.HasSuffix(text, "率") || !e.holds(r.left.Start, r.left.End, "分别") {
		return nil
	}
	counted := st.recent[st.before:]
	for len(counted) > 0 && strings.HasSuffix(counted[len(counted)-1], "率") {
		counted = counted[:len(counted)-1]
	}
	if len(counted) < r.n {
		return nil
	}
	for _, of := range counted[len(counted)-r.n:] {
		each = append(each, of+text)
	}
	return each
}
