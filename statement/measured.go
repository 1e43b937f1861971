package statement

import (
	"strings"

	"pledger/lexicon"
	"pledger/quantity"
)

// dualNames stand behind the name of a policy or campaign that begins with 双.
var dualNames = phrasesOf("”政策", "”工作", "”行动", "”改革", "”要求", "政策", "工作", "行动")

// judgeDual: 双下降, “双提高” count two; 双城, 双创 are names.
func (e *extractor) judgeDual(i int) (What, bool) {
	p := e.nums[i].Pos
	if t, ok := e.lex.At(e.rs, p.End, lexicon.ClassVerb); ok && t.Role.Is(lexicon.Up|lexicon.Down) && p.Len() == 1 {
		if _, named := e.oneAt(int(t.End), dualNames); named {
			return IsName, true // “双减”政策
		}
		return IsFigure, true
	}
	if p.Len() == 2 {
		return IsNone, true
	}
	return IsName, true
}

// evenOnes stand before a 一 that counts.
var evenOnes = phrasesOf("至少", "不少于", "仅", "只有", "每村", "每乡", "每县", "不到", "超过", "不足", "至少有", "至少建")

// judgeArticle: 一 is an article unless something stresses it: 至少一处.
func (e *extractor) judgeArticle(i int) (What, bool) {
	q := &e.nums[i]
	p := q.Pos
	if q.Form == quantity.Dual {
		if e.at(p.Start) == '双' {
			return e.judgeDual(i)
		}
		if q.Unit.Is(lexicon.UnitDuration) && e.eversince(q) {
			return IsPeriod, true
		}
		if e.halved(p.Start) || e.hasAt(p.Start, "一半") || e.hasAt(p.Start, "半数") || q.Unit.Is(lexicon.UnitDuration) {
			return IsFigure, true
		}
		return IsNone, true
	}
	if q.Form == quantity.None {
		return IsFigure, true
	}
	if p.Len() == 2 && e.hasAt(p.Start, "一一") {
		return IsNone, true // 一一核实
	}
	if p.Len() != 1 || e.rs[p.Start] != '一' || q.Form != quantity.Chinese {
		return "", false
	}
	if q.Unit == nil || e.at(p.Start-1) == '每' || e.at(p.End) == '方' || e.at(p.End) == '寸' {
		return IsNone, true // 每一分钱, 任何一方, 一寸土地
	}
	if e.isBefore(p.Start, evenOnes) {
		return IsFigure, true
	}
	if e.verbBeforeAt(p.Start) && (e.hasBefore(p.Start-2, "至少") || e.eachGets(p.Start-2)) {
		return IsFigure, true // 至少建成一处, 每个社区建成一处, 每个镇由县里办好一所
	}
	if _, led := e.anyBefore(p.Start, "从", "由"); led && q.Unit.Is(lexicon.UnitDuration) && e.leadsOn(q) {
		return IsFigure, true // 从一个月压缩到5天
	}
	if q.Unit.Is(lexicon.UnitPoint | lexicon.UnitPlain | lexicon.UnitDoubling | lexicon.UnitMultiple) {
		return IsFigure, true
	}
	return IsNone, true
}

// eachGets reports whether each of several stands before the verb at offset i, or before who
// does it: 每个乡镇, 每个乡镇由县里.
func (e *extractor) eachGets(i int) bool {
	const shortest, longest, doer = 2, 4, 6 // runes of what each is, and of 由 with who does it
	by := i
	for k := i - 1; k > i-doer && isHan(e.at(k)); k-- {
		if e.rs[k] == '由' {
			by = k
		}
	}
	for k := by - shortest; k >= by-longest; k-- {
		if e.at(k-1) == '个' && e.at(k-2) == '每' {
			return true
		}
	}
	return false
}

// judgeEnumeration: 三大, 六个方面 count a list that stands before them, or
// what is to follow; without a list 三大攻坚战 is a name.
func (e *extractor) judgeEnumeration(i int) (What, bool) {
	q := &e.nums[i]
	p := q.Pos
	if q.Form != quantity.Chinese || q.Unit != nil && q.Unit.Name == "大类" {
		return "", false
	}
	if e.at(p.End) == '大' {
		if e.listBefore(e.clause, i) || e.countsListed(i) || e.greatOnes(p.End+1) {
			return IsFigure, true
		}
		return IsName, true
	}
	return IsFigure, q.Unit == nil && e.aspects(i)
}

// countsListed reports whether number i is one of a list of counts: 有三大园区，两大市场,
// 三大集团、五个工厂.
func (e *extractor) countsListed(i int) bool {
	const longest = 12 // runes of what is counted
	p := e.nums[i].Pos
	if before := e.at(p.Start - 1); before == '有' && e.at(p.Start-2) != '没' || (before == '，' || before == '、') && i > 0 && e.set.Mentions[i-1].What == IsFigure && e.nums[i-1].Form == quantity.Chinese && e.nums[i-1].Full.End+longest >= p.Start {
		return true
	}
	if i+1 == len(e.nums) {
		return false
	}
	next := &e.nums[i+1]
	return e.at(next.Pos.Start-1) == '、' && next.Form == quantity.Chinese && next.Unit.Is(lexicon.UnitMeasure) && next.Pos.Start <= p.End+longest && e.clause >= 0 && i+1 < int(e.cls[e.clause].numEnd)
}

// greats are things of which a place counts its great ones: 三大商圈.
var greats = phrasesOf("产业", "集团", "商圈", "基地", "平台", "园区", "片区", "集群", "板块", "组团", "民生实事")

// greatOnes reports whether the words from offset i on name things that are counted, and no
// campaign: 重点产业, 商圈, but not 攻坚战, 战略.
func (e *extractor) greatOnes(i int) bool {
	const furthest = 6 // runes before the word for them
	for k := i; k <= i+furthest && !e.ends(k); k++ {
		if e.isAt(k, greats) {
			return true
		}
	}
	return false
}

// judgeDivided: what divides reports is a count.
func (e *extractor) judgeDivided(i int) (What, bool) { return IsFigure, e.divides(i) }

// divides reports whether the numeral counts the places or parts of a list
// before it: 黑龙江和吉林两省, 省、市、县三级.
func (e *extractor) divides(i int) bool {
	q := &e.nums[i]
	if q.Form != quantity.Chinese || q.Pos.Len() != 1 || e.at(q.Pos.Start) == '一' {
		return false
	}
	before, end := e.at(q.Pos.Start-1), q.Pos.End
	if before == '这' {
		return false // 这两者
	}
	switch e.at(end) {
	case '国':
		return !e.verbBeforeAt(q.Pos.Start) && e.listBefore(e.clause, i)
	case '地':
		return e.listBefore(e.clause, i) || e.provincesBefore(i)
	case '省', '市', '县', '区', '州', '盟', '镇', '者':
		return e.listBefore(e.clause, i)
	case '方':
		return !e.pointsOut(i) && e.listBefore(e.clause, i)
	case '级':
		return strings.ContainsRune(tiers, before) && e.listBefore(e.clause, i)
	}
	return false
}

// aspects reports whether number i counts aspects or points without a measure word: 以下六方面工作,
// 在这两方面, 四点建议.
func (e *extractor) aspects(i int) bool {
	q := &e.nums[i]
	if q.Form != quantity.Chinese || q.Unit != nil || q.Pos.Len() > 2 || e.at(q.Pos.Start) == '一' {
		return false
	}
	switch end := q.Pos.End; e.at(end) {
	case '方':
		return e.at(end+1) == '面' && e.at(end+2) != '军' && !e.hasBefore(q.Pos.Start, "正反")
	case '点':
		return e.isAt(end+1, remarks) || e.at(q.Pos.Start-1) == '这' && e.ends(end+1)
	}
	return false
}

// pointsOut reports whether a word before number i points at what follows or was said.
func (e *extractor) pointsOut(i int) bool {
	_, out := e.oneBefore(e.nums[i].Pos.Start, countLeads)
	return out
}

// tiers are the last runes of tiers of government and of what belongs to them: 县、乡两级, 中央和
// 省两级, 区和街道两级.
const tiers = "省市县区州盟旗镇乡村社组央方层道地"

// remarks are what is said in so many points: 四点建议.
var remarks = phrasesOf("建议", "意见", "要求", "希望", "体会", "经验", "主张", "措施", "倡议", "看法", "启示", "做法", "说明", "认识", "共识", "情况")

// provinces are the short names of provinces, by which several are named without a mark between them.
const provinces = "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川蜀黔滇藏陕甘青宁新港澳台"

// provincesBefore reports whether number i counts those before it that are named by one rune
// each: 川渝两地, 粤港澳三地.
func (e *extractor) provincesBefore(i int) bool {
	at := e.nums[i].Pos.Start
	for k := max(0, at-e.plainValue(i)); k < at; k++ {
		if !strings.ContainsRune(provinces, e.rs[k]) {
			return false
		}
	}
	return true
}

// listBefore reports whether a list 甲、乙和丙 ends right before number i of clause c.
func (e *extractor) listBefore(c, i int) bool {
	p := e.nums[i].Pos
	if c < 0 || e.opensAt(p.Start) {
		return false
	}
	if e.at(p.Start-1) == '等' && e.at(p.End) == '大' {
		return true // 煤炭清洁利用等十大专项
	}
	const reach = 40
	start := max(e.rep.Clauses[c].Pos.Start, p.Start-reach)
	for k := p.Start - 1; k >= start; k-- {
		switch e.rs[k] {
		case '、', '和', '与', '及':
			return k < p.Start-1
		}
	}
	return false
}

// judgePer: 每万人, 万元产值: the number is what is measured by, not measured.
func (e *extractor) judgePer(i int) (What, bool) {
	q := &e.nums[i]
	p := q.Pos
	if e.at(p.Start-1) == '每' && q.Form != quantity.Digits {
		return IsName, true
	}
	if q.Form == quantity.Bare && q.Bound == quantity.Exact && e.rateBehind(q.Full.End) {
		return IsName, true
	}
	if q.Form == quantity.Bare && q.Unit != nil && q.Bound == quantity.Exact && !e.ends(q.Full.End) && p.Len() == 1 && (e.at(p.Start) == '万' || e.at(p.Start) == '千' || e.at(p.Start) == '百') {
		return IsName, true
	}
	return "", false
}

// rateBehind reports whether the words at offset i are of a rate per the sum before them:
// 百万吨死亡率, 亿元生产总值生产安全事故死亡率.
func (e *extractor) rateBehind(i int) bool {
	const longest = 14
	for k := i; k < i+longest && !e.ends(k); k++ {
		switch r := e.at(k); {
		case r == '率' && k > i:
			return true
		case isDigit(r), r == '项', r == '的', r == '企':
			return false
		}
	}
	return false
}

// judgeMeasured: what has a unit, is a fraction, a rank, a vague power.
func (e *extractor) judgeMeasured(i int) (What, bool) {
	q := &e.nums[i]
	if q.Unit != nil {
		if q.Form == quantity.Chinese && q.Pos.Len() == 1 && (q.Unit.Is(lexicon.UnitMeasure) && !e.opensMeasure(i) || e.at(q.Pos.End) == '方') {
			return IsName, true // 三方协议
		}
		if q.Unit.Is(lexicon.UnitDuration) && e.eversince(q) {
			return IsPeriod, true
		}
		return IsFigure, true
	}
	switch q.Form {
	case quantity.Fraction, quantity.Tenths, quantity.Digitals, quantity.Doubling, quantity.Vague, quantity.None:
		return IsFigure, true
	case quantity.Bare:
		if q.Bound != quantity.Exact || e.at(q.Pos.End) == '级' {
			return IsFigure, true
		}
		return IsName, true
	}
	return "", false
}

// eversince reports whether q only says since when something has been so: 半个多世纪以来,
// 三个月来.
func (e *extractor) eversince(q *quantity.Quantity) bool {
	switch end := q.Full.End; e.at(end) {
	case '以':
		return e.at(end+1) == '来'
	case '来':
		return !e.longerWord(end)
	}
	return e.hasBefore(q.Full.End, "世纪内")
}

// opensMeasure reports whether a small Chinese numeral with a measure word
// counts something: a noun or a phrase's end follows.
func (e *extractor) opensMeasure(i int) bool {
	q := &e.nums[i]
	switch e.at(q.Full.End) {
	case '制':
		return e.at(q.Full.End+1) == '度'
	case '化', '性', '式', '型', '联':
		return false
	}
	return true
}

// longestIndex is how many runes an index has that is written without a point: 102.
const longestIndex = 3

// judgeUnmeasured: a number without unit is a quantity where a multiplier, a
// ratio or a counted noun shows it; else a name (digits) or nothing.
func (e *extractor) judgeUnmeasured(i int) (What, bool) {
	q := &e.nums[i]
	p := q.Pos
	if q.Form == quantity.Digits {
		if q.Full.End > p.End && e.multiplied(p.End) {
			return IsFigure, true
		}
		switch e.at(p.End) {
		case '∶', ':', '：', '︰', '／':
			if isDigit(e.at(p.End + 1)) {
				return IsFigure, true
			}
		case '比':
			if e.toOne(i) {
				return IsFigure, true // 2.3比1
			}
		}
		switch e.at(p.Start - 1) {
		case '∶', ':', '：', '︰':
			if i > 0 && e.nums[i-1].Pos.End == p.Start-1 && e.set.Mentions[i-1].What == IsFigure {
				if e.toOne(i - 1) {
					return IsNone, true
				}
				return IsFigure, true
			}
		}
		if e.at(p.End) == '多' || e.at(p.End) == '余' {
			return IsFigure, true
		}
		if _, led := e.anyBefore(p.Start, "由", "从", "到", "至", "为", "达", "在"); led && (e.decimal(p) || q.Bound != quantity.Exact && p.Len() <= longestIndex && e.ends(q.Full.End)) {
			return IsFigure, true // an index or coefficient: 由0.34降到0.31, 控制在102以内
		}
		return IsName, true
	}
	if q.Form == quantity.Chinese && p.Len() >= 2 {
		if r := e.at(p.End - 1); r == '万' || r == '亿' || r == '千' || r == '百' {
			return IsFigure, true
		}
	}
	if e.at(p.Start) == '一' {
		return IsNone, true
	}
	return IsName, true
}

// decimal reports whether the number at p is written with a decimal point.
func (e *extractor) decimal(p span) bool {
	for i := p.Start + 1; i < p.End-1; i++ {
		if e.rs[i] == '.' || e.rs[i] == '．' {
			return true
		}
	}
	return false
}

// toOne reports whether number i is the first of a ratio to one: 1.7:1.
func (e *extractor) toOne(i int) bool {
	if i+1 >= len(e.nums) || e.nums[i+1].Pos.Start != e.nums[i].Pos.End+1 || e.plainValue(i+1) != 1 || e.nums[i+1].Pos.Len() != 1 || e.nums[i+1].Unit != nil {
		return false
	}
	switch e.at(e.nums[i].Pos.Start - 1) {
	case '∶', ':', '：', '︰':
		return false
	}
	return true
}

// multiplied reports whether a multiplier stands at offset i, perhaps behind 多.
func (e *extractor) multiplied(i int) bool {
	for k := i; k < i+2; k++ {
		switch e.at(k) {
		case '万', '亿', '千', '百':
			return true
		}
	}
	return false
}
