package audit

import (
	"strings"
	"unicode/utf8"
)

// Cues（线索词）: the words around a number that say what part it has in a
// relation. Lists are in the order they are tried, longer words first.

// changeVerbs say a change; with 到, 至 or 为 after them, its end.
var changeVerbs = []string{
	"净增加", "净减少", "增加了", "减少了", "提高了", "下降了", "降低了", "增长了", "上升了", "超额",
	"净增", "净减", "增加", "减少", "增长", "提高", "提升", "上升", "下降", "降低", "压减", "压缩", "缩减", "缩短",
	"扩大", "精简", "取消", "削减", "压降", "缩小", "上涨", "回落", "多增", "前移", "后移", "增收", "减贫", "增产", "减产", "少于", "多于", "高于", "低于", "超过", "超出", "增", "减", "多", "少", "超", "降",
}

// newWords count what is new: no change of a level unless it is compared.
var newWords = []string{"新增", "新增加", "新增长"}

// comparing words open a comparison.
var comparing = []string{"比", "较"}

// changes reports whether a number after lead is an amount of change: 比上年增加,
// 净增, and not 增加到.
func changes(lead string) bool {
	lead = strings.TrimRight(lead, " 约近了达")
	for _, w := range newWords {
		if strings.HasSuffix(lead, w) {
			return containsAny(lead, comparing)
		}
	}
	for _, w := range changeVerbs {
		if strings.HasSuffix(lead, w) {
			return true
		}
	}
	return false
}

// comparesTo reports whether lead ends in a comparison with a plan: 超过年度计划,
// 比计划多.
func comparesTo(lead string) bool {
	if !plans(lead) {
		return false
	}
	for _, w := range []string{"超过", "超出", "高出", "低于", "少于", "超"} {
		if i := strings.LastIndex(lead, w); i >= 0 && plans(lead[i:]) && !strings.HasSuffix(lead, "的") {
			return true
		}
	}
	return false
}

// reaches reports whether lead ends where a change arrives: 增加到, 降至, 达到.
func reaches(lead string) bool {
	lead = strings.TrimRight(lead, " 约近了的")
	for _, w := range []string{"到", "至", "达", "为", "成"} {
		if strings.HasSuffix(lead, w) {
			return true
		}
	}
	return false
}

// arrives reports whether lead says that a change leads to the number: 增加到, 降至.
func arrives(lead string) bool {
	for _, w := range []string{"到", "至", "为"} {
		i := strings.LastIndex(lead, w)
		if i < 0 {
			continue
		}
		for _, v := range changeVerbs {
			if strings.HasSuffix(lead[:i], v) {
				return true
			}
		}
	}
	return false
}

// joins reports whether lead only goes on with a list: 和, 、.
func joins(lead string) bool {
	switch strings.TrimSpace(lead) {
	case "和", "、", "及", "与", "以及":
		return true
	}
	return false
}

// openers begin the level that a change starts from.
var openers = []string{"由", "从", "自"}

// startsChange reports whether lead says that a change starts from the number:
// 由, 从2015年的, 比上年的.
func startsChange(lead string) bool {
	for _, w := range openers {
		if i := strings.LastIndex(lead, w); i >= 0 && !reachesAfter(lead[i+len(w):]) && utf8.RuneCountInString(lead[i:]) <= maxOpener {
			return true
		}
	}
	for _, w := range comparing {
		if i := strings.LastIndex(lead, w); i >= 0 && strings.HasSuffix(lead, "的") {
			return true
		}
	}
	return earlier(lead)
}

// maxOpener is how many runes may stand between 由 and its number.
const maxOpener = 14

func reachesAfter(s string) bool {
	return strings.ContainsAny(s, "到至") || containsAny(s, []string{"增加", "减少", "提高", "下降"})
}

// earlierWords put a level before the one compared with it.
var earlierWords = []string{"上年同期", "去年同期", "上年末", "上年底", "前年", "两年前", "三年前", "五年前", "上年", "年初", "原来", "原有", "此前"}

// earlier reports whether lead says that the number is of an earlier time: 上年为,
// 两年前…只有.
func earlier(lead string) bool {
	if containsAny(lead, comparing) {
		return false
	}
	return containsAny(lead, earlierWords) && !changes(lead) && !plans(lead) || strings.HasSuffix(lead, "只有") || strings.HasSuffix(lead, "仅有") || strings.HasSuffix(lead, "仅为") || strings.HasSuffix(lead, "只为")
}

// planWords make a number a plan.
var planWords = []string{"计划", "目标", "任务", "预算", "年初确定", "批准", "年初安排", "下达", "考核要求", "约束性指标", "控制线", "限额"}

// plans reports whether s speaks of a plan.
func plans(s string) bool {
	if !containsAny(s, planWords) {
		return false
	}
	for _, w := range planNames {
		if strings.Contains(s, w) {
			s = strings.ReplaceAll(s, w, "")
		}
	}
	return containsAny(s, planWords)
}

// planNames hold a plan's word and are names of what is measured.
var planNames = []string{"公共预算", "预算收入", "预算支出", "预算内", "预算外", "预算资金", "目标群体", "计划生育", "计划单列", "市场任务", "限额以上", "限额以下"}

// scopeWords say that a rate is on another footing than the levels: its base
// was adjusted, its prices or currency are others.
var scopeWords = []string{"口径", "可比", "扣除", "剔除", "还原", "不含", "新的统计", "统计制度", "因素后", "因素影响后"}

// revisedWords say that a number was put right since it was first reported.
var revisedWords = []string{"修订", "核实", "普查后", "核定", "调整后", "最终核算"}

// pricesWords say that a rate is at other prices than the levels.
var pricesWords = []string{"实际增长", "实际下降", "实际年均", "不变价", "可比价", "价格因素", "实际增速"}

// currencyWords say that a rate is in another currency than the levels.
var currencyWords = []string{"人民币计价", "美元计价", "以人民币计", "以美元计", "按人民币计", "按美元计", "折合人民币", "折合美元", "本币计价"}

// anaphora stand for what was spoken of before.
var anaphora = []string{"这一数字", "这个数字", "这一数", "这一比例", "这一比重", "这一指标", "这一规模", "该指标", "该数字", "该比例", "前者", "其", "此", "这一"}

func anaphor(core string) bool {
	for _, w := range anaphora {
		if core == w {
			return true
		}
	}
	return false
}

// fringe are the words at either end of a subject that do not say what it is.
var fringe = []string{
	"全年", "去年", "上年", "今年", "当年", "年末", "年初", "年底", "同比", "同期", "期末", "累计", "人代会批准的", "批准", "确定", "计划", "实际",
	"完成", "实现", "达到", "是", "的", "为", "分别", "年均增长", "年平均增长", "年均", "平均增长", "增长", "增加", "减少", "提高", "下降", "上升", "降低",
	"以人民币计价", "以美元计价", "按人民币计价", "按美元计价", "计价", "修订后", "调整后", "考核目标", "控制目标", "目标", "预期", "考核",
	"各月均", "各月", "月均", "全年平均", "平均", "保持", "前移", "位次",
}

// frontFringe and backFringe are those that count at one end only.
var (
	frontFringe = []string{
		"截至", "全省", "全市", "全县", "全区", "全州", "全旗", "全国", "全自治区", "我省", "我市", "我县", "我区", "我国", "各地", "年内", "本年", "目前", "一年", "这一年", "五年来", "一年来", "五年",
		"人代会", "已经", "已", "共", "总共", "合计", "共计", "只有", "仅有", "还有", "尚有", "现有", "拥有", "约", "在", "由", "从", "较", "到", "达", "和", "及", "与", "其中", "下达",
	}
	backFringe = []string{"中", "内", "水平", "等", "情况下", "了", "倍数", "任务", "年度", "增幅", "增速", "涨幅", "降幅", "增长率", "增长速度", "同比"}
)

// fringeByFirst and fringeByLast give the fringe words by their first and last rune.
var (
	fringeByFirst, _ = index(append(frontFringe, fringe...))
	_, fringeByLast  = index(append(backFringe, fringe...))
)

func index(words []string) (first, last map[rune][]string) {
	first, last = map[rune][]string{}, map[rune][]string{}
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		first[r] = append(first[r], w)
		r, _ = utf8.DecodeLastRuneInString(w)
		last[r] = append(last[r], w)
	}
	return first, last
}

// coreOf is the subject without the fringe and without its verb phrase of
// comparison: 比2015年提高 has none, 年末城镇登记失业率低于控制目标 is 城镇登记失业率.
func coreOf(subject string) string {
	s := subject
	if i := strings.Index(s, "占"); i > 0 {
		s = s[:i]
	}
	if i := strings.Index(s, "是"); i > 0 && strings.HasSuffix(s, "倍数") {
		s = s[:i]
	}
	for _, w := range []string{"低于", "高于", "优于", "超出", "超过", "相当于"} {
		if i := strings.Index(s, w); i >= 0 {
			s = s[:i]
		}
	}
	if strings.HasPrefix(s, "比") || strings.HasPrefix(s, "在") && strings.HasSuffix(s, "情况下") {
		return ""
	}
	for {
		t := trimDigits(trimFirst(trimLast(s)))
		if t == s {
			return s
		}
		s = t
	}
}

func trimFirst(s string) string {
	r, _ := utf8.DecodeRuneInString(s)
	for _, w := range fringeByFirst[r] {
		if strings.HasPrefix(s, w) {
			return s[len(w):]
		}
	}
	return s
}

func trimLast(s string) string {
	r, _ := utf8.DecodeLastRuneInString(s)
	for _, w := range fringeByLast[r] {
		if strings.HasSuffix(s, w) {
			return s[:len(s)-len(w)]
		}
	}
	return s
}

// trimDigits takes a year off the front: 2015年, 2015年末.
func trimDigits(s string) string {
	t := strings.TrimLeft(s, "0123456789")
	if t == s {
		return s
	}
	for _, w := range []string{"年末", "年底", "年的", "年"} {
		if rest, ok := strings.CutPrefix(t, w); ok {
			return rest
		}
	}
	return s
}
