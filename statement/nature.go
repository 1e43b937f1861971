package statement

import (
	"pledger/lexicon"
	"pledger/quantity"
	"pledger/report"
)

// natureRule decides what a number is; ok is false where it does not apply.
// The rules are tried in the order of their numbers; each has its examples in
// testdata/nature.txtar.
type natureRule struct {
	order int
	name  string
	judge func(e *extractor, i int) (what What, ok bool)
}

var natureRules = []natureRule{
	{100, "label", (*extractor).judgeLabel},
	{110, "inside", (*extractor).judgeInside},
	{120, "plan", (*extractor).judgePlan},
	{130, "calendar", (*extractor).judgeCalendar},
	{140, "setphrase", (*extractor).judgeSetphrase},
	{150, "latin", (*extractor).judgeLatin},
	{155, "divided", (*extractor).judgeDivided},
	{160, "ordinal", (*extractor).judgeOrdinal},
	{170, "streak", (*extractor).judgeStreak},
	{180, "years", (*extractor).judgeYears},
	{190, "anniversary", (*extractor).judgeAnniversary},
	{200, "name-number", (*extractor).judgeNameNumber},
	{210, "quoted", (*extractor).judgeQuoted},
	{220, "article", (*extractor).judgeArticle},
	{230, "enumeration", (*extractor).judgeEnumeration},
	{240, "per", (*extractor).judgePer},
	{250, "measured", (*extractor).judgeMeasured},
	{260, "unmeasured", (*extractor).judgeUnmeasured},
}

// natures decides what each number of the report is.
func (e *extractor) natures() {
	e.set.Mentions = make([]Mention, len(e.nums))
	for i := range e.nums {
		m := Mention{Pos: e.nums[i].Pos, What: IsNone, Figure: -1}
		for _, r := range natureRules {
			if what, ok := r.judge(e, i); ok {
				m.What, m.Rule = what, r.name
				break
			}
		}
		e.set.Mentions[i] = m
	}
}

// plainValue is the number as a whole number, -1 where it is none or too large.
func (e *extractor) plainValue(i int) int {
	v, n := 0, 0
	for _, r := range e.rs[e.nums[i].Pos.Start:e.nums[i].Pos.End] {
		switch {
		case r >= '0' && r <= '9':
			v, n = v*10+int(r-'0'), n+1
		case r >= '０' && r <= '９':
			v, n = v*10+int(r-'０'), n+1
		case r == ' ':
		default:
			return e.chineseValue(i)
		}
		if n > 6 {
			return -1
		}
	}
	return v
}

// chineseValue reads small Chinese numerals, 十一, 二十, and years written
// digit by digit, 二○三五; -1 for others.
func (e *extractor) chineseValue(i int) int {
	v, tens, n := 0, 0, 0
	for _, r := range e.rs[e.nums[i].Pos.Start:e.nums[i].Pos.End] {
		if r == '十' {
			if v == 0 {
				v = 1
			}
			tens, v = v*10, 0
			continue
		}
		d := -1
		for k, c := range []rune("零一二三四五六七八九") {
			if r == c {
				d = k
			}
		}
		switch r {
		case '〇', '○', 'Ｏ', 'O':
			d = 0
		case '两':
			d = 2
		case '半':
			return -1
		}
		if d < 0 {
			return -1
		}
		if n++; n > 6 {
			return -1
		}
		v = v*10 + d
	}
	return tens + v
}

// judgeLabel: the number of a heading or item: 一、 （二） 3.
func (e *extractor) judgeLabel(i int) (What, bool) {
	p := e.nums[i].Pos
	for lo, hi := 0, len(e.rep.Sections); lo < hi; {
		m := int(uint(lo+hi) >> 1)
		if l := e.rep.Sections[m].Label; l.Contains(p) {
			return IsNone, true
		}
		if e.rep.Sections[m].Pos.Start > p.Start {
			hi = m
		} else {
			lo = m + 1
		}
	}
	// items counted inside a paragraph: 一是, 二要, 其一
	if c, ok := e.anyAt(p.End, "是", "要"); ok && e.nums[i].Form == quantity.Chinese && p.Len() <= 2 && e.opensAt(p.Start) && c != "" {
		return IsNone, true
	}
	if (e.at(p.Start-1) == '第' || e.at(p.Start-1) == '其') && (e.at(p.End) == '，' || e.at(p.End) == '、' || e.at(p.End) == '是') && e.opensAt(p.Start-1) {
		return IsNone, true
	}
	if e.nums[i].Form == quantity.Chinese && e.at(p.End) == '、' && p.Len() <= 2 && e.opensAt(p.Start) && e.lineStart(p.Start) {
		return IsNone, true
	}
	return "", false
}

// opensAt reports whether a sentence or clause begins at offset i.
func (e *extractor) opensAt(i int) bool {
	for i > 0 && (e.rs[i-1] == ' ' || e.rs[i-1] == '\u3000' || e.rs[i-1] == '“') {
		i--
	}
	switch e.at(i - 1) {
	case 0, '\n', '。', '；', '：', '，', '！', '？', '—':
		return true
	}
	return false
}

// lineStart reports whether only blanks stand before offset i on its line.
func (e *extractor) lineStart(i int) bool {
	for i > 0 && (e.rs[i-1] == ' ' || e.rs[i-1] == '\u3000' || e.rs[i-1] == '\t') {
		i--
	}
	return i == 0 || e.rs[i-1] == '\n'
}

// judgeInside: 百 of 个百分点, and 万 or 亿 left of a number that has taken it.
func (e *extractor) judgeInside(i int) (What, bool) {
	p := e.nums[i].Pos
	if i > 0 && e.nums[i-1].Full.Contains(p) && e.nums[i].RangeWith != -1 {
		return IsNone, true
	}
	if e.hasAt(p.Start, "百分点") {
		return IsNone, true
	}
	return "", false
}

// planAround returns the five-year plan that number i names, with its length:
// “十三五”, 第十四个五年规划, 九五时期.
func (e *extractor) planAround(i int) (plan, n int) {
	p := e.nums[i].Pos
	plan, n = report.PlanAt(e.rs[p.Start:min(len(e.rs), p.Start+3)])
	if n == 0 || n != p.Len() {
		return 0, 0
	}
	if e.at(p.Start-1) == '“' || e.at(p.Start-1) == '"' || e.at(p.Start-1) == '＂' {
		return plan, n
	}
	if _, ok := e.anyAt(p.End, "时期", "期间", "计划", "规划", "末", "以来"); ok {
		return plan, n
	}
	return 0, 0
}

// judgePlan: “十三五”, 第十四个五年规划（both numbers）, but 八五普法 is a name.
func (e *extractor) judgePlan(i int) (What, bool) {
	p := e.nums[i].Pos
	if _, n := e.planAround(i); n > 0 {
		if _, ok := e.anyAt(p.End, "”普法", "普法", "”星火"); ok {
			return IsName, true
		}
		return IsPeriod, true
	}
	if e.at(p.Start-1) == '第' {
		if s, ok := e.anyAt(p.End, "个五年", "个十年", "个百年"); ok && s != "" {
			return IsPeriod, true
		}
	}
	if (e.hasAt(p.End, "年规划") || e.hasAt(p.End, "年计划") || e.hasAt(p.End, "年")) && e.hasBefore(p.Start, "个") && i > 0 {
		if q := e.nums[i-1].Pos; q.End == p.Start-1 && e.at(q.Start-1) == '第' {
			return IsPeriod, true
		}
	}
	return "", false
}

// judgeCalendar: years, months, days, quarters, half years, centuries.
func (e *extractor) judgeCalendar(i int) (What, bool) {
	q := e.nums[i]
	p := q.Pos
	end := p.End
	for e.at(end) == ' ' {
		end++
	}
	v := e.plainValue(i)
	switch e.at(end) {
	case '年':
		if v >= 1800 && v < 2200 && p.Len() >= 4 || p.Len() == 2 && v >= 49 && e.at(end+1) == '代' || e.at(end+1) == '代' {
			return IsPeriod, true
		}
	case '月':
		if v >= 1 && v <= 12 && (q.Form == quantity.Digits || q.Form == quantity.Chinese) {
			return IsPeriod, true
		}
	case '日', '号':
		if v >= 1 && v <= 31 && i > 0 && e.at(e.nums[i-1].Pos.End) == '月' && e.nums[i-1].Pos.End+1 == p.Start {
			return IsPeriod, true
		}
	case '季':
		if v >= 1 && v <= 4 {
			return IsPeriod, true
		}
	case '个':
		if _, ok := e.anyAt(end, "个季度", "个月"); ok && (e.at(p.Start-1) == '前' || e.at(p.Start-1) == '后' || e.at(p.Start-1) == '头') {
			return IsPeriod, true
		}
	case '世':
		if e.hasAt(end, "世纪") {
			return IsPeriod, true
		}
	case '—', '-', '－', '～', '~', '至', '到', '–':
		if v >= 1900 && v < 2200 && p.Len() == 4 {
			if i+1 < len(e.nums) && e.nums[i+1].Pos.Start <= end+2 {
				if w := e.plainValue(i + 1); w > v && w < 2200 || e.at(e.nums[i+1].Pos.End) == '年' {
					return IsPeriod, true
				}
			}
		}
		if v >= 1 && v <= 12 && i+1 < len(e.nums) && e.nums[i+1].Pos.Start == end+1 && e.at(e.nums[i+1].Pos.End) == '月' {
			return IsPeriod, true
		}
	case '以', '底', '末':
		if v >= 1949 && v < 2200 && p.Len() == 4 && e.at(p.Start-1) == '到' {
			return IsPeriod, true
		}
	}
	if q.Form == quantity.Dual && e.at(p.Start) == '半' {
		if _, ok := e.anyAt(p.End, "年"); ok {
			return IsPeriod, true
		}
	}
	if e.at(p.Start) == '半' && (e.at(p.Start-1) == '上' || e.at(p.Start-1) == '下') && e.at(p.End) == '年' {
		return IsPeriod, true
	}
	if e.at(p.Start) == '首' && e.at(p.End) == '季' {
		return IsPeriod, true
	}
	return "", false
}

// judgeSetphrase: the number lies inside a phrase of the lexicon whose
// numerals are no numbers: 千方百计, 一批, 二氧化硫.
func (e *extractor) judgeSetphrase(i int) (What, bool) {
	p := e.nums[i].Pos
	const furthest = 5 // runes before the numeral at which such a phrase can begin
	for s := p.Start; s >= 0 && s > p.Start-furthest; s-- {
		t, ok := e.lex.At(e.rs, s, lexicon.ClassAny)
		if !ok || int(t.End) < p.End || int(t.End) <= p.Start || t.End-t.Start <= int32(p.Len()) {
			continue
		}
		switch {
		case t.Class&lexicon.ClassPlace != 0 && p.Len() == 1:
			return IsName, true
		case t.Role.Is(lexicon.Setphrase) && int(t.End) >= p.End && (e.nums[i].Unit == nil || e.nums[i].Form == quantity.Chinese || e.nums[i].Form == quantity.Bare || e.nums[i].Form == quantity.Ordinal || e.nums[i].Form == quantity.Dual):
			if e.at(p.Start) == '一' || e.at(p.Start) == '首' || e.at(p.Start) == '半' {
				return IsNone, true
			}
			return IsName, true
		case (t.Role.Is(lexicon.Plain|lexicon.Adverb) || t.Class&(lexicon.ClassIndicator|lexicon.ClassBody) != 0) && s < p.Start:
			if e.at(p.Start) == '一' {
				return IsNone, true
			}
			return IsName, true
		case t.Role.Is(lexicon.PerUnit) || t.Class&lexicon.ClassIndicator != 0 && s == p.Start && int(t.End) > p.End+1:
			if !isDigit(e.at(p.Start)) {
				return IsName, true
			}
		}
	}
	return "", false
}

// isDigit reports whether r is a digit, half or full width.
func isDigit(r rune) bool { return r >= '0' && r <= '9' || r >= '０' && r <= '９' }

// isLatin reports whether r is a Latin letter, half or full width.
func isLatin(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= 'Ａ' && r <= 'Ｚ' || r >= 'ａ' && r <= 'ｚ'
}

// judgeLatin: a number that touches Latin letters is a name unless the letters
// are its unit: 5G, PM2.5, 4A级, G20, but 500MW.
func (e *extractor) judgeLatin(i int) (What, bool) {
	q := e.nums[i]
	before, after := e.at(q.Pos.Start-1), e.at(q.Pos.End)
	if before == '.' || before == '-' || before == '－' {
		before = e.at(q.Pos.Start - 2)
		if !isLatin(before) {
			before = 0
		}
	}
	if isLatin(before) {
		return IsName, true
	}
	if isLatin(after) && (q.Unit == nil || !isLatin(e.at(q.UnitText.Start)) || q.UnitText.Len() == 1 && isLatin(e.at(q.UnitText.Start))) {
		return IsName, true
	}
	return "", false
}

// judgeOrdinal: 第N届, 第N次 name a thing; 第一, 首位, 第7位 are ranks; so is
// a bare ordinal label behind the number: 二期, 三级, 十九大, 八项规定.
func (e *extractor) judgeOrdinal(i int) (What, bool) {
	q := e.nums[i]
	p := q.Pos
	if e.at(p.Start) == '首' {
		if _, ok := e.anyAt(p.End, "位"); ok && !e.hasAt(p.End, "位度") {
			return IsFigure, true
		}
		return IsNone, true
	}
	if e.at(p.Start-1) == '第' {
		switch e.at(p.End) {
		case '位', '名':
			return IsFigure, true
		}
		if q.Form != quantity.Digits && e.rankBefore(p.Start-1) && (e.ends(p.End) || e.at(p.End) == '的' || e.at(p.End) == '方') {
			return IsFigure, true
		}
		return IsName, true
	}
	if e.at(p.Start-1) == '前' && (e.at(p.End) == '位' || e.at(p.End) == '名' || e.at(p.End) == '列') {
		return IsFigure, true
	}
	switch e.at(p.End) {
	case '大':
		if _, ok := e.anyAt(p.End, "大以来", "大精神", "大报告", "大和", "大关于", "大提出", "大确", "大召", "大、", "大胜利", "大作", "大的"); ok && (e.hasBefore(p.Start, "党的") || q.Form == quantity.Chinese && p.Len() >= 2) {
			return IsName, true
		}
	case '期', '届', '级', '类', '型', '代', '等', '审', '号', '版', '线', '甲', '星', '本', '产', '科':
		if q.Form == quantity.Chinese && p.Len() <= 3 && !e.counted(i) {
			return IsName, true
		}
		if _, ok := e.anyAt(p.End, "号线", "号文", "号令", "版", "号公路", "号高速", "号工程"); ok {
			return IsName, true
		}
	case '中':
		if _, ok := e.anyAt(p.End, "中全会"); ok {
			return IsName, true
		}
		if _, ok := e.anyAt(p.End, "中、"); ok && p.Len() == 1 {
			return IsName, true
		}
	}
	return "", false
}

// counted reports whether the ordinal-like word behind number i is counted
// instead: 举办两届, 实施三期.
func (e *extractor) counted(i int) bool {
	p := e.nums[i].Pos
	return e.at(p.Start) == '两' && e.at(p.End) == '届'
}

// ends reports whether a phrase ends at offset i.
func (e *extractor) ends(i int) bool {
	switch e.at(i) {
	case 0, '，', '。', '；', '、', '！', '\n', '（', '(', ',', ';', '”', '）', '\r', ' ', '\u3000':
		return true
	}
	return false
}

// rankBefore reports whether the words before offset i speak of a rank: a
// ranking verb or a larger place.
func (e *extractor) rankBefore(i int) bool {
	if _, ok := e.anyBefore(i, "全国", "全省", "全区", "全市", "世界", "全球", "榜", "居", "列", "排名", "名列", "排", "亚洲", "同类", "地区", "城市", "之", "中部", "西部", "东部", "总分", "均", "并列", "国内"); ok {
		return true
	}
	return false
}

// judgeStreak: 连续三年, 十七连丰, 八连增.
func (e *extractor) judgeStreak(i int) (What, bool) {
	p := e.nums[i].Pos
	if e.at(p.End) == '连' && !e.hasAt(p.End, "连队") {
		return IsFigure, true
	}
	if _, ok := e.anyBefore(p.Start, "连续", "连续第", "已连续"); ok {
		return IsFigure, true
	}
	return "", false
}

// judgeYears: 三年行动, 过去五年, 五年来, 未来三年, 两年平均 are periods; other
// spans of years are quantities.
func (e *extractor) judgeYears(i int) (What, bool) {
	p := e.nums[i].Pos
	if e.at(p.End) != '年' {
		return "", false
	}
	if _, ok := e.anyAt(p.End, "年行动", "年攻坚", "年规划", "年计划", "年来", "年间", "年里", "年中", "年平均", "年内", "年大变样", "年任务", "年目标",
		"年纲要", "年实施", "年倍增", "年提升", "年滚动", "年的奋斗", "年多来", "年左右的时间", "年改革", "年专项", "年建设", "年发展", "年累计", "年共", "年时间", "年努力", "年奋斗", "年工作", "年的工作", "年政府工作"); ok {
		return IsPeriod, true
	}
	if _, ok := e.anyBefore(p.Start, "过去", "过去的", "未来", "今后", "近", "这", "最近", "前", "后", "那", "每", "的", "又", "头", "第", "本届政府", "下", "再用", "用"); ok {
		if e.at(p.Start-1) != '近' || e.nums[i].Form != quantity.Digits {
			return IsPeriod, true
		}
	}
	if e.at(p.Start) == '一' && p.Len() == 1 {
		return IsPeriod, true
	}
	if e.nums[i].Form == quantity.Digits || e.ends(p.End+1) {
		return "", false
	}
	if _, ok := e.anyBefore(p.Start, "延长", "缩短", "提前", "期限", "为期", "至少", "超过", "不少于", "推迟", "满"); ok {
		return "", false
	}
	if _, ok := e.anyAt(p.End+1, "以上", "以内", "以下", "左右", "的", "期", "义务"); ok {
		return IsName, e.hasAt(p.End+1, "义务") || e.hasAt(p.End+1, "期")
	}
	return IsPeriod, true
}

// judgeAnniversary: “是成立70周年” states one; 庆祝70周年 names an occasion.
func (e *extractor) judgeAnniversary(i int) (What, bool) {
	q := e.nums[i]
	if !e.hasAt(q.Pos.End, "周年") && !e.hasAt(q.Pos.End, "週年") {
		return "", false
	}
	c := e.clauseOf(i)
	if c < 0 {
		return IsName, true
	}
	for _, t := range e.tokens(c, span{Start: e.rep.Clauses[c].Pos.Start, End: q.Pos.Start}) {
		if t.Role.Is(lexicon.Reach) && (e.at(int(t.Start)) == '是' || e.at(int(t.Start)) == '为' && e.at(int(t.Start)+1) != '自') || e.hasAt(int(t.Start), "迎来") {
			return IsFigure, true
		}
	}
	if e.holds(e.rep.Clauses[c].Pos.Start, q.Pos.Start, "是") && e.ends(q.Pos.End+2) {
		return IsFigure, true
	}
	return IsName, true
}

// clauseOf is the clause that number i stands in, or -1.
func (e *extractor) clauseOf(i int) int {
	lo, hi := 0, len(e.cls)
	for lo < hi {
		m := int(uint(lo+hi) >> 1)
		if int(e.cls[m].numEnd) <= i {
			lo = m + 1
		} else {
			hi = m
		}
	}
	if lo < len(e.cls) && int(e.cls[lo].num) <= i && i < int(e.cls[lo].numEnd) {
		return lo
	}
	return -1
}

// judgeNameNumber: a number with no unit, no multiplier and a noun behind it
// that makes names: 318国道, 12345热线, 500强, 211工程; and 百强, 千人计划.
func (e *extractor) judgeNameNumber(i int) (What, bool) {
	q := e.nums[i]
	p := q.Pos
	if q.Form == quantity.Bare || q.Form == quantity.Chinese {
		if _, ok := e.anyAt(p.End, "强", "佳", "优"); ok && !e.hasAt(p.End, "强化") && !e.hasAt(p.End, "优化") && !e.hasAt(p.End, "优质") {
			return IsName, true
		}
	}
	if q.Form == quantity.Bare {
		if _, ok := e.anyAt(p.End, "人计划", "人工程", "企", "村", "镇", "县", "校", "乡", "里", "馆", "家", "店", "户万", "姓", "货", "校万", "亩方", "城", "园", "名村", "名干部"); ok && !e.hasAt(p.End, "家以上") && !e.hasAt(p.End, "户以上") {
			return IsName, true
		}
	}
	if q.Unit != nil && q.Unit.Class != "measure" {
		return "", false
	}
	if q.Form == quantity.Digits {
		if e.at(p.End) == '强' || e.at(p.End) == '佳' {
			return IsName, true
		}
		if ts := e.aheadTokens(i); len(ts) > 0 && ts[0].Role.Is(lexicon.Series) && int(ts[0].Start) == p.End && q.Unit == nil && q.Full.End == p.End {
			return IsName, true
		}
	}
	return "", false
}

// aheadTokens are the tokens of number i's clause behind it.
func (e *extractor) aheadTokens(i int) []lexicon.Token {
	c := e.clauseOf(i)
	if c < 0 {
		return nil
	}
	return e.tokens(c, span{Start: e.nums[i].Pos.End, End: e.rep.Clauses[c].Pos.End})
}

// judgeQuoted: a number inside a short quotation is a name (“三农”, “861”计划)
// unless it is measured there (“十七连丰” was judged before).
func (e *extractor) judgeQuoted(i int) (What, bool) {
	q := e.nums[i]
	const longest = 14
	open := -1
	for k := q.Pos.Start - 1; k >= 0 && k > q.Pos.Start-longest; k-- {
		if e.rs[k] == '”' || e.rs[k] == '》' || e.rs[k] == '\n' {
			break
		}
		if e.rs[k] == '“' || e.rs[k] == '《' {
			open = k
			break
		}
	}
	if open < 0 {
		return "", false
	}
	for k := q.Pos.End; k < len(e.rs) && k < open+longest+6; k++ {
		if e.rs[k] == '”' || e.rs[k] == '》' {
			if q.Form == quantity.Dual && e.rs[open] == '“' && q.Pos.Start == open+1 && e.at(q.Pos.Start) == '双' {
				return e.judgeDual(i)
			}
			if e.at(q.Pos.Start) == '一' && q.Pos.Len() == 1 && !isDigit(e.at(q.Pos.End)) && q.Pos.Start > open+1 {
				return IsNone, true
			}
			return IsName, true
		}
		if e.rs[k] == '。' {
			break
		}
	}
	return "", false
}

// judgeDual: 双下降, “双提高” count two; 双城, 双创 are names.
func (e *extractor) judgeDual(i int) (What, bool) {
	p := e.nums[i].Pos
	if t, ok := e.lex.At(e.rs, p.End, lexicon.ClassVerb); ok && t.Role.Is(lexicon.Up|lexicon.Down) && p.Len() == 1 {
		return IsFigure, true
	}
	if p.Len() == 2 {
		return IsNone, true
	}
	return IsName, true
}

// judgeArticle: 一 is an article unless something stresses it: 至少一处.
func (e *extractor) judgeArticle(i int) (What, bool) {
	q := e.nums[i]
	p := q.Pos
	if q.Form == quantity.Dual {
		if e.at(p.Start) == '双' {
			return e.judgeDual(i)
		}
		if e.hasAt(p.Start, "一半") || e.hasAt(p.Start, "半数") || q.Unit != nil && q.Unit.Class == "duration" {
			return IsFigure, true
		}
		return IsNone, true
	}
	if q.Form == quantity.None {
		return IsFigure, true
	}
	if p.Len() != 1 || e.rs[p.Start] != '一' || q.Form != quantity.Chinese {
		return "", false
	}
	if q.Unit == nil {
		return IsNone, true
	}
	if _, ok := e.anyBefore(p.Start, "至少建成", "至少", "不少于", "仅", "只有", "每村", "每乡", "每县", "不到", "超过", "不足", "至少有", "至少建", "至少建设"); ok {
		return IsFigure, true
	}
	if q.Unit.Class == "unit" || q.Unit.Dimension == "doubling" || q.Unit.Dimension == "multiple" {
		return IsFigure, true
	}
	return IsNone, true
}

// judgeEnumeration: 三大, 六个方面 count a list that stands before them, or
// what is to follow; without a list 三大攻坚战 is a name.
func (e *extractor) judgeEnumeration(i int) (What, bool) {
	q := e.nums[i]
	p := q.Pos
	if q.Form != quantity.Chinese || p.Len() > 2 {
		return "", false
	}
	if e.at(p.End) == '大' {
		if e.listBefore(i) {
			return IsFigure, true
		}
		return IsName, true
	}
	if q.Unit == nil {
		return "", false
	}
	return "", false
}

// judgeDivided: what divides reports is a count.
func (e *extractor) judgeDivided(i int) (What, bool) { return IsFigure, e.divides(i) }

// divides reports whether the numeral counts the places or parts of a list
// before it: 黑龙江和吉林两省, 省、市、县三级.
func (e *extractor) divides(i int) bool {
	q := e.nums[i]
	if q.Form != quantity.Chinese || q.Pos.Len() != 1 || e.at(q.Pos.Start) == '一' || !e.listBefore(i) {
		return false
	}
	switch e.at(q.Pos.End) {
	case '省', '市', '县', '区', '州', '盟', '地', '国', '级', '者', '方':
		return e.at(q.Pos.End) != '级' || e.at(q.Pos.Start-1) == '县' || e.at(q.Pos.Start-1) == '乡' || e.at(q.Pos.Start-1) == '村'
	}
	return false
}

// listBefore reports whether a list 甲、乙和丙 ends right before number i.
func (e *extractor) listBefore(i int) bool {
	p := e.nums[i].Pos
	c := e.clauseOf(i)
	if c < 0 || e.opensAt(p.Start) {
		return false
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
	q := e.nums[i]
	p := q.Pos
	if e.at(p.Start-1) == '每' && q.Form != quantity.Digits {
		return IsName, true
	}
	if q.Form == quantity.Bare && q.Unit != nil && q.Bound == quantity.Exact && !e.ends(q.Full.End) && e.at(p.Start) == '万' {
		return IsName, true
	}
	return "", false
}

// judgeMeasured: what has a unit, is a fraction, a rank, a vague power.
func (e *extractor) judgeMeasured(i int) (What, bool) {
	q := e.nums[i]
	if q.Unit != nil {
		if q.Form == quantity.Chinese && q.Pos.Len() == 1 && q.Unit.Class == "measure" && !e.opensMeasure(i) {
			return IsName, true
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

// opensMeasure reports whether a small Chinese numeral with a measure word
// counts something: a noun or a phrase's end follows.
func (e *extractor) opensMeasure(i int) bool {
	q := e.nums[i]
	switch e.at(q.Full.End) {
	case '制':
		return e.at(q.Full.End+1) == '度'
	case '化', '性', '式', '型', '联':
		return false
	}
	return true
}

// judgeUnmeasured: a number without unit is a quantity where a multiplier, a
// ratio or a counted noun shows it; else a name (digits) or nothing.
func (e *extractor) judgeUnmeasured(i int) (What, bool) {
	q := e.nums[i]
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

// toOne reports whether number i is the first of a ratio to one: 1.7:1.
func (e *extractor) toOne(i int) bool {
	if i+1 >= len(e.nums) || e.nums[i+1].Pos.Start != e.nums[i].Pos.End+1 || e.plainValue(i+1) != 1 || e.nums[i+1].Pos.Len() != 1 {
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
