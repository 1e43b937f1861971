package statement

import "pledger/lexicon"

// ties are words that tie a clause to the one before.
var ties = phrasesOf("也为", "也有", "不能", "不得", "既", "但", "而", "又能", "这样", "作为", "即使", "即便")

// continues reports whether a clause opens with a word that ties it to the one
// before: 也, 不能, 不得, 既.
func (e *extractor) continues(at int) bool {
	ok := e.isAt(at, ties)
	if !ok || e.at(at) != '既' || e.at(at+1) != '有' && e.at(at+1) != '定' {
		return ok
	}
	return e.paired(at + 1)
}

// paired reports whether 也, 又 or 更 answers a 既 that ends at offset i, before its sentence
// does: 既有新项目，也有老项目, but not 既有建筑节能改造, 既定目标.
func (e *extractor) paired(i int) bool {
	for ; i < len(e.rs); i++ {
		switch e.rs[i] {
		case '也', '又', '更':
			return true
		case '。', '；', '\n':
			return false
		}
	}
	return false
}

// explainers open a clause that says what the one before it is or means.
var explainers = phrasesOf("这样", "是", "既有利于", "既是", "也是", "主要是考虑", "主要考虑", "就是要", "不利于")

// explains reports whether clause c says what the clause before it is or means:
// 这是…, 既有利于…，也是….
func (e *extractor) explains(c int) bool {
	start := e.rep.Clauses[c].Pos.Start
	if _, ok := e.oneAt(start, explainers); !ok && !e.thisAlone(start) {
		return false
	}
	return !e.targetIn(c)
}

// thisAlone reports whether 这 stands at offset i for all that was said, and not before
// a noun: 这标志着, but 这些企业.
func (e *extractor) thisAlone(i int) bool {
	if e.at(i) != '这' {
		return false
	}
	switch e.at(i + 1) {
	case '些', '类', '个', '种', '项', '方', '里', '次', '两', '三', '一', '几', '支', '部', '条', '批', '段', '件', '场':
		return false
	}
	return true
}

// pointers open a clause that says of a thing what it is.
var pointers = phrasesOf("这", "是", "其", "上述")

// argues reports whether clause c, which the token first opens and one of leaders if leads says so,
// says what something is and promises nothing.
func (e *extractor) argues(c int, first *lexicon.Token, leads bool) bool {
	if first.Class&lexicon.ClassVerb != 0 && first.Role.Is(lexicon.Task) || e.targetIn(c) {
		return false
	}
	if leads && e.points(c) {
		return true
	}
	if e.cls[c].mayEquate() && e.copula(c, int(e.opens[c].label)) >= 0 {
		return true
	}
	for k := e.cls[c].time; k < e.cls[c].timeEnd; k++ {
		if t := &e.times[k]; t.year < e.rep.Year && t.year > 0 && t.from != "" && !e.frameTime(c, t) {
			return true
		}
	}
	return e.cls[c].roles.Is(lexicon.Argue)
}

// points reports whether clause c speaks of a thing that was named before: 这….
func (e *extractor) points(c int) bool {
	i := e.rep.Clauses[c].Pos.Start
	w, this := e.oneAt(i, pointers)
	return this && !(w == "其" && (e.at(i+1) == '他' || e.at(i+1) == '它' || e.at(i+1) == '余'))
}

// mayEquate reports whether 是, a word of reaching, may be among the words of cl; see copula.
func (cl *clause) mayEquate() bool { return cl.heads.may('是') && cl.roles.Is(lexicon.Reach) }

// copula is where the first 是 that is a word stands in clause c, at offset i or
// later; -1 where none does.
func (e *extractor) copula(c, i int) int {
	toks := e.clauseTokens(c)
	for k := range toks {
		t := &toks[k]
		if t.End-t.Start == 1 && int(t.Start) >= i && e.rs[t.Start] == '是' {
			if r := e.at(int(t.Start) - 1); r == '别' || r == '其' {
				continue // 特别是, 尤其是
			}
			return int(t.Start)
		}
	}
	return -1
}
