package statement

import (
	"pledger/lexicon"
	"pledger/quantity"
)

// judgeSetphrase: the number lies inside a phrase of the lexicon whose
// numerals are no numbers: 千方百计, 一批, 二氧化硫.
func (e *extractor) judgeSetphrase(i int) (What, bool) {
	q := &e.nums[i]
	p := q.Pos
	if q.Form == quantity.Fraction || q.Unit != nil && q.Unit.Name == "大类" {
		return "", false // 十分之一, but 十分重视; 十大类
	}
	if q.Form == quantity.Digits && p.Len() > 1 && q.Unit.Is(lexicon.UnitPlain) {
		return "", false // measured, and no phrase has such digits
	}
	const furthest = 5 // runes before the numeral at which such a phrase can begin
	first, last := p.Start, p.Start-furthest
	if !e.lex.Joins(e.at(p.End-1), e.at(p.End)) {
		first = p.Start - 1 // none begins with it
	}
	for s := first; s >= 0 && s > last; s-- {
		if s < p.Start && !e.lex.Joins(e.rs[s], e.at(s+1)) {
			break // none that begins here or before reaches the numeral
		}
		t, ok := e.lex.At(e.rs, s, lexicon.ClassAny)
		if ok && s == p.Start && int(t.End) == p.End && t.Role.Is(lexicon.Setphrase) && q.Form == quantity.Bare && p.Len() == 2 {
			return IsName, true // 亿万人民
		}
		if !ok || int(t.End) < p.End {
			continue
		}
		switch {
		case s == p.Start && q.Form == quantity.Bare && q.Unit.Is(lexicon.UnitPlain) && e.ends(q.Full.End):
			return "", false // 面积稳定在百万亩
		case t.Class&lexicon.ClassPlace != 0 && p.Len() == 1:
			return IsName, true
		case t.Role.Is(lexicon.Setphrase) && (e.nums[i].Unit == nil || e.nums[i].Form == quantity.Chinese || e.nums[i].Form == quantity.Bare):
			if e.at(p.Start) == '一' || e.at(p.Start) == '首' || e.at(p.Start) == '半' {
				return IsNone, true
			}
			return IsName, true
		case e.nums[i].Unit.Is(lexicon.UnitPlain):
		case t.Class&(lexicon.ClassIndicator|lexicon.ClassBody) != 0 && s < p.Start:
			if e.at(p.Start) == '一' {
				return IsNone, true
			}
			return IsName, true
		case t.Class&lexicon.ClassIndicator != 0 && s == p.Start && int(t.End) > p.End+1:
			if !isDigit(e.at(p.Start)) && !(q.Form == quantity.Bare && e.at(p.End) == '级' && i > 0 && e.nums[i-1].Full.End == p.Start) {
				return IsName, true // but 三个千亿级产业集群 tells their size
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
	q := &e.nums[i]
	before, after := e.at(q.Pos.Start-1), e.at(q.Pos.End)
	if before == '.' || before == '-' || before == '－' {
		before = e.at(q.Pos.Start - 2)
	}
	if !isLatin(before) && !(isLatin(after) && q.Unit == nil) {
		return "", false
	}
	return IsName, !isPercent(q) || !e.hasBefore(q.Pos.Start, "GDP") // 占GDP1.2%
}

// judgeOrdinal: 第N届, 第N次 name a thing; 第一, 首位, 第7位 are ranks; so is
// a bare ordinal label behind the number: 二期, 三级, 十九大, 八项规定.
func (e *extractor) judgeOrdinal(i int) (What, bool) {
	q := &e.nums[i]
	p := q.Pos
	if e.at(p.Start) == '首' {
		if _, put := e.anyBefore(p.Start, "摆在", "放在", "置于", "摆到", "放到"); put {
			return IsNone, true // 把安全摆在首位
		}
		if e.at(p.End) == '位' && e.at(p.End+1) != '度' || e.at(p.Start-1) == '之' || e.at(p.Start-1) == '榜' {
			return IsFigure, true // 首位, 各省之首, 榜首
		}
		return IsNone, true
	}
	if e.hasBefore(p.Start, "第") {
		switch e.at(e.spaced(p.End)) {
		case '位', '名':
			return IsFigure, true
		}
		if e.rankListed(i) {
			return IsFigure, true
		}
		if e.rankMoves(i) {
			return IsFigure, true
		}
		if q.Form != quantity.Digits && e.rankBefore(e.unspaced(p.Start)-1) && (e.ends(p.End) || e.at(p.End) == '和' || e.at(p.End) == '的' || e.at(p.End) == '方') {
			return IsFigure, true
		}
		return IsName, true
	}
	if e.at(p.Start-1) == '前' && (e.at(p.End) == '位' || e.at(p.End) == '名' || e.ends(p.End) && e.rankBefore(p.Start-1)) {
		return IsFigure, true
	}
	if q.Form == quantity.Bare && q.UnitText.Valid() && e.at(q.UnitText.End) == '级' {
		return IsName, true // 万吨级泊位
	}
	switch e.at(p.End) {
	case '大':
		if _, ok := e.anyAt(p.End, "大以来", "大精神", "大报告", "大和", "大关于", "大提出", "大确", "大召", "大、", "大胜利", "大作", "大的"); ok && (e.hasBefore(p.Start, "党的") || q.Form == quantity.Chinese && p.Len() >= 2) {
			return IsName, true
		}
	case '期', '届', '级', '类', '型', '代', '等', '审', '号', '版', '线', '甲', '星', '本', '产', '科':
		if r := e.at(p.End); e.classes(i) {
			return "", false
		} else if twice := e.at(p.Start) == '两' && (r == '届' || r == '期' && e.at(p.Start-1) != '分'); q.Form == quantity.Chinese && p.Len() <= 3 && !twice || q.Form == quantity.Bare && e.hasAt(p.End, "届全国") {
			return IsName, true // 二期, but 举办两届
		}
	case '次':
		if e.hasAt(p.End, "次会议") && (e.hasBefore(p.Start, "人大") || e.hasBefore(p.Start, "政协")) {
			return IsName, true
		}
	case '中':
		if _, ok := e.anyAt(p.End, "中全会"); ok {
			return IsName, true
		}
	}
	return "", false
}

// classes reports whether number i, before 类, counts classes and does not name one: 两类矛盾,
// 以下三类企业, 重点、限制和禁止开发三类区域.
func (e *extractor) classes(i int) bool {
	q := &e.nums[i]
	if e.at(q.Pos.End) != '类' || q.Form != quantity.Chinese || q.Pos.Len() != 1 || e.at(q.Pos.Start) == '一' || e.at(q.Pos.Start) == '二' {
		return false
	}
	if e.pointsOut(i) || e.at(q.Pos.Start) == '两' {
		return true
	}
	switch e.at(q.Pos.Start - 1) {
	case '到', '至', '为', '达', '、', '入', '优', '升':
		return false
	}
	return !e.isAt(q.Full.End, limits) && e.listBefore(e.clause, i)
}

// countLeads stand before the number of what follows, or of what was said before.
var countLeads = phrasesOf("以下", "下列", "如下", "上述", "这", "分为", "划为", "分成")

// limits stand behind a class that is a threshold.
var limits = phrasesOf("以上", "及以上", "以下", "标准", "水")

// rankListed reports whether number i, behind 第, goes on a list of ranks: 居全国第三、第四和第二位.
func (e *extractor) rankListed(i int) bool {
	return i > 0 && e.nums[i-1].Form == quantity.Ordinal && e.set.Mentions[i-1].What == IsFigure && e.joins(e.nums[i-1].Full.End, e.nums[i].Full.Start)
}

// rankMoves reports whether ordinal i, without 位, is where a rank moves from or to: 由倒数第二升至
// 第七.
func (e *extractor) rankMoves(i int) bool {
	q := &e.nums[i]
	at := e.unspaced(q.Pos.Start) - 1
	if r := e.at(at - 1); r == '至' || r == '到' {
		return i > 0 && e.nums[i-1].Form == quantity.Ordinal && e.set.Mentions[i-1].What == IsFigure && e.ends(q.Pos.End) && e.nums[i-1].Pos.End+longestMove >= at
	}
	moves := e.isAt(q.Pos.End, rankMovings)
	return moves && (e.rankBefore(at) || e.at(at-1) == '由' || e.at(at-1) == '从') && e.leadsOn(q)
}

// rankMovings stand between two places in an order, longestMove runes at most.
var rankMovings = phrasesOf("升", "跃", "上升", "提升", "前移", "晋", "攀", "降", "退", "下降", "跌", "滑")

const longestMove = 5

// rankBefore reports whether the words before offset i speak of a rank: a
// ranking verb or a larger place.
func (e *extractor) rankBefore(i int) bool {
	if _, ok := e.anyBefore(i, "全国", "全省", "全区", "全市", "世界", "全球", "榜", "居", "列", "排名", "名列", "排", "亚洲", "同类", "地区", "城市", "之", "中部", "西部", "东部", "总分", "均", "并列", "国内", "倒数"); ok {
		return true
	}
	switch e.at(i - 1) {
	case '区', '省', '市', '县', '州', '盟', '旗', '国', '界':
		return true // 居全省山区第一
	}
	return false
}

// judgeNameNumber: a number with no unit, no multiplier and a noun behind it
// that makes names: 318国道, 12345热线, 500强, 211工程; and 百强, 千人计划.
func (e *extractor) judgeNameNumber(i int) (What, bool) {
	q := &e.nums[i]
	p := q.Pos
	if q.Form == quantity.Digits && e.hasAt(p.End, "小时") {
		for k := p.End + 3; k < min(p.End+7, len(e.rs)) && isHan(e.rs[k]); k++ {
			if e.rs[k] == '率' {
				return IsName, true // 投诉24小时办结率
			}
		}
	}
	if q.Form == quantity.Bare || q.Form == quantity.Chinese {
		if _, ok := e.anyAt(p.End, "强", "佳", "优"); ok && !e.hasAt(p.End, "强化") && !e.hasAt(p.End, "优化") && !e.hasAt(p.End, "优质") {
			return IsName, true
		}
	}
	if e.circle(q) {
		return IsName, true
	}
	if _, ok := e.oneAt(q.Full.End, aroundTheClock); ok && q.Unit != nil && e.hasBefore(q.Full.End, "24小时") {
		return IsName, true // 24小时自助服务
	}
	if q.Form == quantity.Bare && q.Bound == quantity.Exact && e.scaleOfPlan(q.Full.End) {
		return IsName, true
	}
	if q.Form == quantity.Digits {
		if e.at(p.End) == '强' || e.at(p.End) == '佳' {
			return IsName, true
		}
		if q.Unit == nil && q.Full.End == p.End && e.seriesAt(p.End) {
			return IsName, true
		}
	}
	return "", false
}

// circle reports whether q is in the name of what can be reached in so many minutes: 15分钟生活圈.
func (e *extractor) circle(q *quantity.Quantity) bool {
	const longest = 7 // runes of the name
	if q.Unit == nil || q.Unit.Name != "分钟" && q.Unit.Name != "小时" {
		return false
	}
	for i := q.Full.End; i < q.Full.End+longest && !e.ends(i); i++ {
		if e.rs[i] == '圈' {
			return true
		}
	}
	return false
}

// aroundTheClock is what 24 hours before it only say that it never closes.
var aroundTheClock = phrasesOf("自助", "在线", "不打烊", "不间断", "值守", "值班", "营业", "服务", "热线", "政务", "便利", "开放", "警务", "城市书房", "智慧", "全天候", "应急", "咨询", "无人")

// scaleOfPlan reports whether what follows offset i names a plan, so that the
// number before it is part of its name: 千亿斤粮食产能提升行动.
func (e *extractor) scaleOfPlan(i int) bool {
	const longest = 18
	end := i
	for end < len(e.rs) && end < i+longest && !e.ends(end) {
		end++
	}
	_, ok := e.anyBefore(end, "行动", "规划", "计划", "工程", "战略")
	return ok && end > i
}

// seriesAt reports whether a noun that makes names with the number at hand stands at offset i
// behind it.
func (e *extractor) seriesAt(i int) bool {
	if e.clause < 0 || !e.cls[e.clause].roles.Is(lexicon.Series) {
		return false
	}
	k := e.firstToken(e.clause, i)
	return k < int(e.cls[e.clause].tokEnd) && int(e.toks[k].Start) == i && e.toks[k].Role.Is(lexicon.Series)
}

// judgeQuoted: a number inside a short quotation is a name (“三农”, “861”计划)
// unless it is measured there (“十七连丰” was judged before).
func (e *extractor) judgeQuoted(i int) (What, bool) {
	q := &e.nums[i]
	const longest = 14
	open := -1
	for k := e.rep.Text.NextSign(max(q.Pos.Start-longest+1, 0)); k < q.Pos.Start; k = e.rep.Text.NextSign(k + 1) {
		switch e.rs[k] {
		case '“', '《':
			open = k
		case '”', '》', '\n':
			open = -1
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
