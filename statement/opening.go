package statement

import (
	"strings"

	"pledger/lexicon"
)

// clauseOpening is how a clause opens.
type clauseOpening struct {
	label int32 // behind an enumerator; see skipLabel
	must  int32 // see behindMust
	lead  int32 // see lead
	at    int32 // see opening
	tok   int32 // index of the token at at; see noToken

	manner answer // see manner
}

// answer is what was found when a question was first asked.
type answer uint8

const (
	unasked answer = iota
	no
	yes
)

// opening is where the words of clause c that act begin, behind enumerators,
// time phrases, adverbs and words of will, and the token that stands there, of no
// class and no role where none does. The sentence of c must have been opened.
func (e *extractor) opening(c int) (at int, first *lexicon.Token, ok bool) {
	o := &e.opens[c]
	return int(o.at), &e.toks[o.tok], int(o.tok) != e.noToken()
}

// lead is where clause c begins behind 一是, 第一, 我们要, 并 and a short subject
// before 要.
func (e *extractor) lead(c int) int { return int(e.opens[c].lead) }

// noToken is the index of the token behind all others, which stands for none.
func (e *extractor) noToken() int { return len(e.toks) - 1 }

// openClause finds how clause c opens.
func (e *extractor) openClause(c int) {
	cl, pos := &e.cls[c], e.rep.Clauses[c].Pos
	label := pos.Start
	if labels.may(e.rs[label]) || cl.num < cl.numEnd && e.numbersItem(cl, label) {
		label = e.skipLabel(c, pos)
	}
	must := label
	if cl.roles.Is(lexicon.Modal) && cl.heads.may('要') {
		must = e.behindMust(c, label, pos.End)
	}
	lead := must
	if wills.mayOpen(e.at(must)) {
		lead = e.skipWill(must, pos)
	}
	at, tok := e.findOpening(c, lead, pos.End)
	o := &e.opens[c]
	o.label, o.must, o.lead, o.at, o.tok = int32(label), int32(must), int32(lead), int32(at), int32(tok)
}

// findOpening finds behind offset at where the words of clause c, which ends at offset end, that
// act begin, and the index of the token there.
func (e *extractor) findOpening(c, at, end int) (int, int) {
	cl := &e.cls[c]
	tok, last, timed := int(cl.tok), int(cl.tokEnd), cl.time < cl.timeEnd
	for at < end {
		if timed {
			if next := e.skipTime(c, at); next > at {
				at = next
				continue
			}
		}
		for tok < last && int(e.toks[tok].Start) < at {
			tok++
		}
		if tok == last {
			return at, e.noToken()
		}
		t := &e.toks[tok]
		if int(t.Start) > at {
			return e.behindManner(c, at, tok)
		}
		if t.Role.Is(lexicon.Adverb|lexicon.Wish|lexicon.Modal) && t.Class&lexicon.ClassVerb == 0 || t.Role.Is(lexicon.Adverb|lexicon.Wish) && e.moreVerb(c, int(t.End), end) {
			at = int(t.End)
			if e.at(at) == '地' {
				at++ // 更好地发挥
			}
			continue
		}
		return at, tok
	}
	return at, e.noToken()
}

// behindManner is where a verb that opens tasks stands, with token k, behind two or four runes
// that no word is known of, at offset at, which tell how it is done: 柔性引进人才. Where
// none does it is at itself, and no token. A verb behind it would have them for its
// subject: 土地出让收益用于….
func (e *extractor) behindManner(c, at, k int) (int, int) {
	const word, object = 2, 2 // runes of how, or twice as many, and at least of what is done
	t, end := &e.toks[k], int(e.cls[c].tokEnd)
	switch n := int(t.Start) - at; {
	case n != word && n != 2*word, t.End-t.Start < 2, t.Class&lexicon.ClassVerb == 0, !t.Role.Is(lexicon.Task), t.Role.Is(lexicon.Noun | lexicon.Plain | lexicon.Up | lexicon.Down | lexicon.Reach):
		return at, e.noToken()
	case int(t.End)+object > e.rep.Clauses[c].Pos.End, e.at(int(t.End)) == '的', e.at(int(t.Start)-1) == '的', e.isAt(at, unmanned):
		return at, e.noToken()
	}
	if _, names := e.oneAt(int(t.Start), means); names {
		return at, e.noToken() // 灵活运用… names what is made use of, if at all
	}
	for _, r := range e.rs[at:t.Start] {
		if !isHan(r) {
			return at, e.noToken()
		}
	}
	for i := k + 1; i < end; i++ {
		if n := &e.toks[i]; n.Role.Is(lexicon.Modal|lexicon.Wish|lexicon.Adverb|lexicon.Reach) || n.Class&lexicon.ClassVerb != 0 && !n.Role.Is(lexicon.Noun|lexicon.Plain) {
			return at, e.noToken()
		}
	}
	return int(t.Start), k
}

// unmanned are runes that no word for how something is done begins with: 如果, 只要, 这些.
var unmanned = phrasesOf("只", "如", "这", "那", "可", "希", "因", "虽", "若", "凡", "即", "就", "我", "他", "它", "有", "无", "没", "不", "任", "其", "此", "该", "违")

// moreVerb reports whether another verb or adverb stands at offset i.
func (e *extractor) moreVerb(c, i, end int) bool {
	t, ok := e.tokenAt(c, span{Start: i, End: end})
	return ok && (t.Class&lexicon.ClassVerb != 0 || t.Role.Is(lexicon.Adverb))
}

// pledgeStart is where the words of a pledge begin that clause c opens: behind
// what lead passes, but for a subject that says who owes it.
func (e *extractor) pledgeStart(c int) int {
	o := &e.opens[c]
	if o.must > o.label && !e.framesOnly(c, int(o.label), int(o.must)-1) {
		return e.skipWill(int(o.label), e.rep.Clauses[c].Pos)
	}
	return int(o.lead)
}

// notOnly open a clause that another goes beyond.
var notOnly = phrasesOf("不仅", "不但", "既")

// framesOnly reports whether nothing but adverbs, time words and words that pair
// clauses stands from one offset to another: 特别, 今年, 既.
func (e *extractor) framesOnly(c, from, to int) bool {
	if s, ok := e.oneAt(from, notOnly); ok && from+len([]rune(s)) == to {
		return true
	}
	for k := e.firstToken(c, from); k < int(e.cls[c].tokEnd) && int(e.toks[k].End) <= to; k++ {
		t := &e.toks[k]
		if int(t.Start) != from || !t.Role.Is(lexicon.Adverb|lexicon.Time|lexicon.Void) {
			return false
		}
		from = int(t.End)
	}
	return from == to
}

// numbersItem reports whether the first number of cl stands where the number of an item does, be it
// behind 第 or a bracket, if the clause begins at offset at.
func (e *extractor) numbersItem(cl *clause, at int) bool {
	return e.set.Mentions[cl.num].Pos.Start <= at+1
}

// skipLabel passes 一是, 第一, ① and —— at the start of a clause.
func (e *extractor) skipLabel(c int, pos span) int {
	at := pos.Start
	for e.isAt(at, bullets) {
		at++
	}
	for i := e.cls[c].num; i < e.cls[c].numEnd && e.set.Mentions[i].Pos.Start <= at+1; i++ {
		if m := &e.set.Mentions[i]; m.Rule == "label" {
			at = m.Pos.End
			if e.bracketed(m.Pos) || e.pointed(int(i)) {
				at++ // （1）, 1.
			}
			if _, ok := e.anyAt(at, "是", "要"); ok {
				at++
			}
		}
	}
	if _, tenth := e.oneAt(at, tenths); tenth && e.rep.Sentences[e.rep.Clauses[c].Sentence].First == c {
		at += 2 // no number by itself
	}
	if w, ok := e.oneAt(at, gists); ok && e.rep.Sentences[e.rep.Clauses[c].Sentence].First == c {
		if t, ok := e.lex.At(e.rs[:pos.End], at+len([]rune(w)), lexicon.ClassAny); ok && (t.Role.Is(lexicon.Adverb) || t.Class&lexicon.ClassVerb != 0 && t.Role.Is(lexicon.Task)) {
			at += len([]rune(w)) // 重点是大力发展服务业
		}
	}
	return at
}

// bullets open an item of a list.
var bullets = phrasesOf(strings.Split("—●■◆①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", "")...)

// tenths number an item with a numeral that no number is read from.
var tenths = phrasesOf("十是", "十要")

// gists open a sentence that says what a task named before comes down to.
var gists = phrasesOf("重点是", "主要是", "关键是", "总的是", "核心是")

// labels are the runes that a label without a number may begin with.
var labels = headsOf(bullets, tenths, gists)

// wills say that something will be done, or join it to what stands before.
var wills = phrasesOf("我们要", "我们将", "我们", "要", "并", "还要", "必须", "同时", "今年要")

// skipWill passes words of will and joining words from offset at: 我们要, 并.
func (e *extractor) skipWill(at int, pos span) int {
	for again := true; again && wills.mayOpen(e.at(at)); {
		again = false
		r, inner := e.at(at), e.at(at+1)
		for k := wills.open.at(r); k > 0; k = wills.open.words[k-1].next {
			w := &wills.open.words[k-1]
			if !w.is(r, inner) || !e.spells(at+2, w.rest) {
				continue
			}
			end := at + runeCount(w.word)
			if end >= pos.End {
				continue
			}
			if t, ok := e.lex.At(e.rs, at, lexicon.ClassAny); ok && int(t.End) > end {
				continue
			}
			if e.at(end-1) == '要' && e.at(end) == '求' && e.at(end+1) != '真' {
				continue // 我们要求, but 要求真务实
			}
			at, again = end, true
			break
		}
	}
	return at
}

// behindMust is the offset behind 要 where a short subject without a verb stands
// before it: 城乡建设都要…, 特别要…; else at.
func (e *extractor) behindMust(c, at, end int) int {
	const furthest = 9
	if at >= end {
		return at
	}
	for k := e.firstToken(c, at); k < int(e.cls[c].tokEnd); k++ {
		t := &e.toks[k]
		if int(t.Start) > at+furthest || t.Class&lexicon.ClassVerb != 0 && !t.Role.Is(lexicon.Noun|lexicon.Modal) {
			return at
		}
		if t.End-t.Start == 1 && e.at(int(t.Start)) == '要' && int(t.End) < end && e.rs[t.End] != '”' {
			if e.conditional(int(t.Start)) {
				return at
			}
			return int(t.End)
		}
	}
	return at
}
