package statement

import (
	"strings"

	"pledger/lexicon"
)

// regionEndings are the words that a stretch naming a place ends in when the
// places table does not hold it.
var regionEndings = []string{"地区", "港区", "城市带", "示范区", "开发区", "流域", "城区", "高新区", "经济区", "新区", "园区", "片区", "都市圈", "城市群", "试验区", "实验区", "合作区", "保税区", "自贸区", "先行区", "先导区", "集聚区", "集中区", "开放区"}

// regionTails are the runes in which regionEndings end.
var regionTails = tailsOf(phrasesOf(regionEndings...))

// facilities are nouns that make a name of the place before them: 珲春口岸.
var facilities = []string{"口岸", "机场", "铁路", "高铁", "公路", "高速", "水库", "大桥", "港", "电站", "电厂", "景区", "大学", "医院", "航线", "班列", "石化", "油田", "制药", "国际陆港", "陆港", "国际港务区", "保税"}

// regionLike reports whether p names a place: a place of the table, alone or
// with others, or with 及周边地区 behind it.
func (e *extractor) regionLike(c int, p span) bool {
	p = e.trim(p)
	if !p.Valid() {
		return false
	}
	toks := e.tokens(c, p)
	if len(toks) == 0 || toks[0].Class&lexicon.ClassPlace == 0 {
		const longest = 16
		if p.Len() > longest || !regionTails.may(e.rs[p.End-1]) {
			return false
		}
		text := e.text(p)
		for _, w := range regionEndings {
			if strings.HasSuffix(text, w) && text != w {
				return !strings.ContainsAny(text, "、的和")
			}
		}
		return false
	}
	end := int(toks[0].End)
	for _, t := range toks[1:] {
		if t.Class&lexicon.ClassPlace == 0 && !t.Role.Is(lexicon.Conj) {
			break
		}
		end = int(t.End)
	}
	rest := e.text(span{Start: min(end, p.End), End: p.End})
	switch rest {
	case "", "市", "省", "县", "区", "盟", "旗", "等", "等地", "地区", "及周边地区", "周边地区", "等地区":
		return true
	}
	for _, w := range regionEndings {
		if strings.HasSuffix(rest, w) {
			return true
		}
	}
	return false
}

// region decides the place f speaks of where it is not the whole report's, and
// takes it off the subject where it opens it.
func (e *extractor) region(f *Figure, r *run, st *state, s *subjects) {
	if st.region != "" {
		f.Region = st.region
		return
	}
	lead := e.leadingPlace(r.clause, s.core)
	if !lead.Valid() || r.quantified || f.Kind == Duration || r.pred.ratio {
		return
	}
	text := e.text(lead)
	if e.ownPlace(text) {
		return
	}
	rest, ok := strings.CutPrefix(f.Subject, text)
	for _, w := range facilities {
		ok = ok && !strings.HasPrefix(rest, w)
	}
	if ok && len([]rune(rest)) > 2 && !strings.HasPrefix(rest, "、") {
		f.Subject = tidy(rest)
		f.Region = text
		f.Trace = append(f.Trace, "region:leading")
		if lead.Len() > 4 {
			st.region = text
		}
	}
}

// leadingPlace is the place that core opens with.
func (e *extractor) leadingPlace(c int, core span) span {
	if e.cls[c].class&lexicon.ClassPlace == 0 {
		return span{}
	}
	first, ok := e.tokenAt(c, core)
	if !ok || first.Class&lexicon.ClassPlace == 0 {
		return span{}
	}
	end := int(first.End)
	const furthest = 14 // runes from a place's name to the word that ends a region named after it
	for i := min(core.End, end+furthest); i > end; i-- {
		if w, ok := e.anyBefore(i, regionEndings...); ok && i-len([]rune(w)) >= end-len([]rune(w)) {
			end = i
			break
		}
	}
	if end >= core.End {
		return span{}
	}
	return span{Start: core.Start, End: end}
}

// ownPlace reports whether a place is the report's own or the whole country's.
func (e *extractor) ownPlace(text string) bool {
	g := e.set.Government
	return g != "" && (strings.HasPrefix(g, text) || strings.HasPrefix(text, g))
}

// wholePlaces are places that nothing else is named after.
var wholePlaces = phrasesOf("省份", "特别行政区", "省（区、市）", "省、自治区、直辖市", "省（自治区、直辖市）", "直辖市")

// wholePlace is where the places end that noun opens with before it says something of them,
// 26个省份居民收入高于上年; 0 where it opens with none or ends with them.
func (e *extractor) wholePlace(noun span) int {
	w, ok := e.oneAt(noun.Start, wholePlaces)
	if end := noun.Start + runeCount(w); ok && end < noun.End && e.at(end) != '、' {
		return end
	}
	return 0
}
