package statement

import (
	"slices"
	"unicode/utf8"

	"pledger/lexicon"
)

// plainChanges are verbs of change that say nothing of what changes.
var plainChanges = phrasesOf("增长", "增加", "增至", "提高", "提升", "上升", "上涨", "上调", "扩大", "减少", "下降", "下调", "降低", "回落", "缩小", "缩短", "压减", "压缩", "翻", "新增", "净增", "多", "少",
	"攀升", "爬升", "跃升", "飙升", "抬升", "拉升", "回升", "反弹", "走高", "走强", "上扬", "上浮", "升高", "增高", "增多", "递增", "激增", "猛增", "骤增", "剧增", "陡增", "大增", "净增加", "跃增",
	"收窄", "走低", "走弱", "下滑", "下跌", "下挫", "下浮", "下探", "缩减", "压降", "锐减", "骤降", "递减", "净减少", "净减", "滑落", "跌", "涨", "增添", "减缓", "放缓", "增", "减", "降")

// namesChange reports whether a sentence, or a clause behind one without figures, opens with a verb of change that names what
// changes itself: 扩招, 增产.
func (e *extractor) namesChange(r *run, st *state) bool {
	if r.pred.verb.Valid() && e.taxCut(r) {
		return true
	}
	if !r.first || !r.pred.verb.Valid() || st.said == r.clause-1 || e.rep.Sentences[e.rep.Clauses[r.clause].Sentence].First != r.clause && st.object != r.clause-1 {
		return false
	}
	return e.namesItself(r)
}

// taxCut reports whether the verb of change is one with its object, which no subject
// of another clause goes with: 累计减税2万亿元.
func (e *extractor) taxCut(r *run) bool {
	_, ok := e.anyAt(r.pred.verb.Start, "减税", "降费", "减负", "扩招", "增发", "增编")
	return ok
}

// namesItself reports whether the verb of change says what changes: 减税.
func (e *extractor) namesItself(r *run) bool {
	if e.rs[r.pred.verb.Start] == '新' {
		return false // 加快农村公路建设，新建55公里
	}
	w, plain := e.oneAt(r.pred.verb.Start, plainChanges)
	return !plain || r.pred.verb.Len() > utf8.RuneCountInString(w) && utf8.RuneCountInString(w) == 1
}

// sideOnly reports whether a later clause names only a rate or an average, of what the
// clause before speaks of: 平均亩产, 商品率, 办结率.
func (e *extractor) sideOnly(r *run, core span) bool {
	const longest = 5
	if !r.first || core.Len() > longest || e.rep.Sentences[e.rep.Clauses[r.clause].Sentence].First == r.clause {
		return false
	}
	toks := e.tokens(r.clause, core)
	if len(toks) == 0 {
		return false
	}
	if e.hasAt(core.Start, "平均") && e.tailHead(core) {
		return true
	}
	const rate = 3 // runes of 办结率
	at := core.End - rate
	if toks[0].Role.Is(lexicon.Adverb) && int(toks[0].End) == at {
		core.Start = at // 按期办结率
	}
	if e.at(core.End-1) != '率' || !e.verbAt(at) {
		return false
	}
	before := e.rep.Clauses[r.clause-1].Pos
	return e.cls[r.clause-1].num == e.cls[r.clause-1].numEnd && slices.Contains(e.rs[before.Start:before.End], e.rs[core.Start]) // 办理建议，办结率达100%
}
