package statement

import (
	"math/big"
	"strings"

	"pledger/lexicon"
	"pledger/quantity"
)

// naturalUnit gives a counted thing without a measure word the one that is
// meant: people, cases, pieces, money.
func (e *extractor) naturalUnit(f *Figure, r *run, s *subjects) {
	q := &f.Quantity
	if q.Unit != nil {
		return
	}
	switch {
	case q.Form == quantity.None:
		f.Quantity.Unit = e.lex.UnitNamed("人")
		if e.holds(e.rep.Clauses[r.clause].Pos.Start, r.left.End, "病例") {
			f.Quantity.Unit = e.lex.UnitNamed("例")
		}
		if m := e.noneMeasure(q.Pos.End); m != 0 && m != '人' {
			f.Quantity.Unit = e.lex.UnitNamed(string(m)) // 无一例感染
		}
	case f.Kind == Count && e.set.Mentions[r.nums[0]].Rule == "divided" && e.at(q.Pos.End) == '级':
		f.Quantity.Unit = tier
	case f.Kind == Count && (e.at(q.Pos.End) == '大' || e.set.Mentions[r.nums[0]].Rule == "divided" || e.aspects(r.nums[0])):
		f.Quantity.Unit = e.lex.UnitNamed("个")
	case q.Form == quantity.Bare && e.at(q.Pos.End) == '级':
		f.Quantity.Unit = e.lex.UnitNamed("元")
	case f.Kind == Rank && r.n > 1:
		f.Quantity.Unit = e.nums[r.nums[len(r.nums)-1]].Unit // 第4、第3位
	case f.Kind == Level && r.n > 1 && e.nums[r.nums[len(r.nums)-1]].Unit.Is(lexicon.UnitPlain):
		f.Quantity.Unit = e.nums[r.nums[len(r.nums)-1]].Unit // 10万、20万公里
	case f.Kind == Level && strings.HasSuffix(s.of(0), "人次"):
		f.Quantity.Unit = e.lex.UnitNamed("人次")
	case f.Kind == Level && q.Form == quantity.Bare && e.sumOfMoney(s.of(0)):
		f.Quantity.Unit = e.lex.UnitNamed("元") // 产值突破千亿
	case f.Kind == Level && e.household(r, q):
		f.Quantity.Unit = e.lex.UnitNamed("户")
	case f.Kind == Level && (e.person(r, q) || e.personal(s.of(0))):
		f.Quantity.Unit = e.lex.UnitNamed("人")
	case f.Kind == Level && e.isBefore(q.Full.Start, layoffs):
		f.Quantity.Unit = e.lex.UnitNamed("人")
	case f.Kind == Level && e.holds(q.Full.End, min(q.Full.End+longestNoun, e.rep.Clauses[r.clause].Pos.End), "案件"):
		f.Quantity.Unit = e.lex.UnitNamed("件")
	case f.Kind == Level && strings.HasSuffix(s.of(0), "用户"):
		f.Quantity.Unit = e.lex.UnitNamed("户")
	}
}

// tier is what tiers of government are counted by: 县、乡两级. It is no unit of the lexicon, since
// nearly everywhere else a number before 级 names a grade.
var tier = &lexicon.Unit{Name: "级", Dimension: "count:thing", Factor: big.NewRat(1, 1), Class: "measure", Sort: lexicon.SortOf("measure", "count:thing")}

// layoffs are verbs whose object, people, is part of them.
var layoffs = phrasesOf("裁员", "裁军", "减员", "增员", "扩招", "招生")

// moneys end subjects that are counted in money.
var moneys = []string{"产值", "收入", "税收", "投资", "总额", "增加值", "营收", "交易额", "成交额", "销售额", "零售额", "利润", "产业规模", "余额", "总值", "市值", "生产总值", "GDP", "投入", "支出", "货值"}

// noneMeasure is the measure word at offset i, behind 无一, where what is counted stands behind
// it: 例 of 无一例感染; 0 elsewhere.
func (e *extractor) noneMeasure(i int) rune {
	switch r := e.at(i); r {
	case '例', '起', '件', '宗', '人':
		if !e.ends(i+1) && !e.ends(i+2) {
			return r
		}
	}
	return 0
}

// sumOfMoney reports whether a subject is counted in money.
func (e *extractor) sumOfMoney(subject string) bool { return hasAnySuffix(subject, moneys) }

// household reports whether the noun behind q ends in 户 or 家庭: 510万沼气用户, or
// is the 市场主体.
func (e *extractor) household(r *run, q *quantity.Quantity) bool {
	end := q.Full.End
	for end < e.rep.Clauses[r.clause].Pos.End && end < q.Full.End+longestNoun && !e.ends(end) && !isDigit(e.rs[end]) {
		end++
	}
	for i := q.Full.End; i < end; i++ {
		if e.rs[i] == '户' && e.rs[i-1] != '落' && i > q.Full.End && (e.verbAt(i+1) || e.at(i+2) == '均' && e.isAt(i+1, perHeads)) {
			return true // 带动31万农户增收, 3.2万农户户均增收2100元
		}
	}
	return end > q.Full.End && (e.at(end-1) == '户' && e.at(end-2) != '落' || e.hasBefore(end, "家庭") || e.holds(q.Full.End, end, "市场主体"))
}

// personal reports whether a subject ends in a word for people.
func (e *extractor) personal(subject string) bool {
	rs := e.runesOf(subject)
	for _, t := range e.tokensOf(rs) {
		if int(t.End) == len(rs) && t.Role.Is(lexicon.Person) {
			return true
		}
	}
	return hasAnySuffix(subject, headcounts)
}

// headcounts end subjects that count people by what they are or do.
var headcounts = []string{"人口", "员额", "人数", "劳动力", "新增就业", "再就业", "转移就业", "脱贫"}

// longestNoun is how many runes behind a number the noun that it counts ends.
const longestNoun = 10

// person reports whether the words behind q name people.
func (e *extractor) person(r *run, q *quantity.Quantity) bool {
	right := span{Start: q.Full.End, End: e.rep.Clauses[r.clause].Pos.End}
	for i := right.Start; i < right.End && i < right.Start+longestNoun; i++ {
		t, ok := e.lex.At(e.rs, i, lexicon.ClassWord|lexicon.ClassVerb)
		switch {
		case !ok:
		case t.Role.Is(lexicon.Person):
			return true
		case t.Class&lexicon.ClassVerb != 0 && !t.Role.Is(lexicon.Noun) && t.End-t.Start > 1:
			return i > right.Start && endsPeople(e.at(i-1)) && e.at(i-1) != '户' // 2100万劳动者参加培训
		}
	}
	end := right.Start
	for end < right.End && !e.ends(end) {
		end++
	}
	switch e.at(end - 1) {
	case '者', '员', '民', '生', '工', '人', '口':
		return end > right.Start
	}
	return false
}
