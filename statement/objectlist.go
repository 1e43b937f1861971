package statement

import (
	"slices"

	"pledger/lexicon"
)

// listMark is where the first mark stands that can part what o lists, 0 where none does.
func (e *extractor) listMark(o span) int {
	quoted := false
	for i, r := range e.rs[o.Start:o.End] {
		if isHan(r) && r != '和' {
			continue // as nearly all
		}
		switch r {
		case '“', '《':
			quoted = true
		case '”', '》':
			quoted = false
		case '、', '和':
			if !quoted {
				return o.Start + i
			}
		}
	}
	return 0
}

// addListed adds what o lists, of which the first mark stands at offset mark.
func (e *extractor) addListed(p *Pledge, c int, o span, mark int) {
	for mark > 0 {
		from := e.addDeed(p, c, o, mark)
		if from == o.Start {
			break
		}
		o.Start, mark = from, e.listMark(span{Start: from, End: o.End})
	}
	from := o.Start
	if mark > 0 && e.alike(c, o, mark) {
		for i := mark; i < o.End; i++ {
			if r := e.rs[i]; r == '、' || r == '和' {
				e.nameObject(p, span{Start: from, End: i})
				from = i + 1
			}
		}
	}
	e.nameObject(p, span{Start: from, End: o.End})
}

// addDeed adds what stands in o before another verb behind the mark at offset mark, and that
// verb, and returns where the rest begins: 化解债务、遏制集资. Behind 和 what is backed only goes
// on: 支持企业上市和扩大融资.
func (e *extractor) addDeed(p *Pledge, c int, o span, mark int) int {
	const nearest = 2 // runes of what is acted on
	backed := e.rs[mark] == '和'
	if backed && !e.backs(p) || mark < o.Start+nearest || e.at(mark+1) == '新' {
		return o.Start
	}
	k := e.firstToken(c, mark+1)
	if k == int(e.cls[c].tokEnd) || int(e.toks[k].Start) != mark+1 {
		return o.Start
	}
	if t := &e.toks[k]; t.Class&lexicon.ClassVerb == 0 && !t.Role.Is(lexicon.Adverb) {
		return o.Start
	}
	t, ok := e.behindAdverbs(c, k, o.End)
	if !ok || t.End-t.Start != 2 || t.Role.Is(lexicon.Noun|lexicon.Plain|lexicon.Head) {
		return o.Start
	}
	from, least := int(t.End), nearest
	if mark > o.Start+nearest {
		least++ // 艰苦奋斗、勤俭建国
	}
	if from+least > o.End || e.joinsOn(from) || slices.Contains(e.rs[mark:o.End], '的') && !slices.Contains(e.rs[o.Start:mark], '的') || !backed && e.deedAt(c, span{Start: o.Start, End: mark}) {
		return o.Start // 尊重妇女、关爱儿童的风尚
	}
	e.nameObject(p, span{Start: o.Start, End: mark})
	if !backed {
		e.addVerb(p, &t)
	}
	return from
}

// backs reports whether the last verb of p is one of backers.
func (e *extractor) backs(p *Pledge) bool {
	n := len(p.Verbs)
	if n == 0 {
		return false
	}
	r, _ := firstRune(p.Verbs[n-1])
	return backers.mayOpen(r) && contains(backers.list, p.Verbs[n-1])
}

// deedAt reports whether p in clause c ends in a verb.
func (e *extractor) deedAt(c int, p span) bool {
	toks := e.tokens(c, p)
	n := len(toks)
	return n > 0 && int(toks[n-1].End) == p.End && toks[n-1].Class&lexicon.ClassVerb != 0
}

// doing reports whether p in clause c ends in a verb, be it inside a longer word: 技术改造, but not
// 改革开放, which is no doing.
func (e *extractor) doing(c int, p span) bool {
	toks := e.tokens(c, p)
	n := len(toks)
	if n > 0 && int(toks[n-1].End) == p.End && toks[n-1].Class&lexicon.ClassVerb == 0 && toks[n-1].Role.Is(lexicon.Plain) {
		return false
	}
	return e.verbBeforeAt(p.End)
}

// joinsOn reports whether what stands at offset i only goes on with a list or a name.
func (e *extractor) joinsOn(i int) bool {
	switch e.at(i) {
	case '、', '和', '与', '及', '的', '等':
		return true
	}
	return false
}

// alike reports whether o lists things that each stand for themselves, as they begin or end
// with one word, 信息消费、绿色消费, or two of them each name a doing: 设备更新和技术改造. What
// is much longer or shorter at the end shares its tail or its head with the others.
func (e *extractor) alike(c int, o span, mark int) bool {
	const word, shortest, uneven = 2, 4, 3 // runes
	first := mark - o.Start
	if first < shortest || o.End-mark <= shortest {
		return false
	}
	heads := e.rs[mark+1] == e.rs[o.Start] && e.rs[mark+2] == e.rs[o.Start+1]
	tails := e.rs[mark-1] == e.rs[o.End-1] && e.rs[mark-word] == e.rs[o.End-word]
	deeds := e.rs[mark] == '和' && !tails && !heads
	if !heads && !tails && !deeds {
		return false
	}
	from := mark + 1
	for i := o.Start; i <= o.End; i++ {
		if i < o.End {
			if r := e.rs[i]; r != '、' && r != '和' {
				if namesMore(r) {
					return false
				}
				continue
			}
			if i <= mark {
				continue
			}
			if deeds {
				return false // more than two
			}
		}
		if i-from < shortest {
			return false
		}
		heads = heads && e.rs[from] == e.rs[o.Start] && e.rs[from+1] == e.rs[o.Start+1] && i-from < first+uneven
		tails = tails && e.rs[i-1] == e.rs[o.End-1] && e.rs[i-word] == e.rs[o.End-word] && i-from > first-uneven
		from = i + 1
	}
	return heads || tails || deeds && e.doing(c, o) && e.doing(c, span{Start: o.Start, End: mark})
}

// namesMore reports whether r shows that what stands around it is more than a list of names.
func namesMore(r rune) bool { return r == '等' || r == '（' || r == '“' || r == '的' }
