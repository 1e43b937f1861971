package wording_test

import (
	"strconv"
	"strings"
	"testing"

	"pledger/ledger"
	"pledger/locale"
	"pledger/server/page/ledgertest"
	"pledger/server/page/wording"
)

// words are those of the sample's ledger.
func words(lang locale.Lang) *wording.Words {
	return ledgertest.Words(lang, &ledger.Ledger{Sections: []ledger.Section{
		{Number: "三", Heading: "重点工作", Level: 1}, {Number: "三/（一）", Heading: "抓好项目建设。", Level: 2},
	}})
}

func TestTargets(t *testing.T) {
	tests := []struct {
		name        string
		terms       ledger.Terms
		target, met string
	}{
		{"a ceiling, about", ledger.Terms{Subject: "居民消费价格", Kind: "growth", Bound: ledger.Near, Value: "3", Tolerance: "0.5", Unit: "%", Polarity: ledger.LessIsBetter, Written: "3%左右"},
			"居民消费价格增长3%左右", "不超过3.5%即为完成（越低越好）"},
		{"a floor, about", ledger.Terms{Subject: "地区生产总值", Kind: "growth", Bound: ledger.Near, Value: "6", Tolerance: "0.5", Unit: "%", Polarity: ledger.MoreIsBetter},
			"地区生产总值增长6%左右", "不低于5.5%即为完成（越高越好）"},
		{"an amount", ledger.Terms{Subject: "粮食产量", Kind: "level", Bound: ledger.AtLeast, Value: "70000000000", Unit: "斤", Polarity: ledger.MoreIsBetter},
			"粮食产量700亿斤以上", "不低于700亿斤即为完成（越高越好）"},
		{"more than", ledger.Terms{Subject: "投资", Kind: "level", Bound: ledger.AtLeast, Strict: true, Value: "1200000000000", Unit: "元", Polarity: ledger.MoreIsBetter},
			"投资超过1.2万亿元", "高于1.2万亿元即为完成（越高越好）"},
		{"less than", ledger.Terms{Subject: "失业率", Kind: "share", Bound: ledger.AtMost, Strict: true, Value: "5.5", Unit: "%", Polarity: ledger.LessIsBetter},
			"失业率低于5.5%", "低于5.5%即为完成（越低越好）"},
		{"a range without better", ledger.Terms{Subject: "比例", Kind: "share", Bound: ledger.Within, Value: "6.5", High: "7", Unit: "%", Polarity: ledger.Neither, Written: "6.5%"},
			"比例6.5%—7%", "在6.5%至7%之间即为完成（以所述为准）"},
		{"a fall", ledger.Terms{Subject: "单位能耗", Kind: "growth", Direction: "down", Bound: ledger.Equal, Value: "3", Unit: "%", Polarity: ledger.MoreIsBetter},
			"单位能耗下降3%", "不低于3%即为完成（越高越好）"},
		{"exactly", ledger.Terms{Subject: "数", Kind: "level", Bound: ledger.Equal, Value: "3", Polarity: ledger.Neither}, "数3", "等于3即为完成（以所述为准）"},
		{"a rate by its name", ledger.Terms{Subject: "价格涨幅", Kind: "growth", Bound: ledger.AtMost, Value: "3", Unit: "%", Polarity: ledger.LessIsBetter}, "价格涨幅3%以内", "不超过3%即为完成（越低越好）"},
		{"no target", ledger.Terms{Subject: "数", Kind: "level", Bound: ledger.Near, Value: "x"}, "数x左右", ""},
	}
	w := words(locale.ZhCN)
	for _, tt := range tests {
		if got := w.Target(&tt.terms); got != tt.target {
			t.Errorf("%s: target %q, want %q", tt.name, got, tt.target)
		}
		if got := w.Met(&tt.terms); got != tt.met {
			t.Errorf("%s: met %q, want %q", tt.name, got, tt.met)
		}
	}
}

func TestParseAmount(t *testing.T) {
	lex := ledgertest.Lexicon()
	for in, want := range map[string]string{
		"700亿": "70000000000", "700亿斤": "70000000000", " 6.5 ": "6.5", "1.2万亿": "1200000000000", "７００": "700", "1,200": "1200",
		"-3": "-3", "": "", "很多": "", "6%左右": "", "3 5": "", "700亿吨": "",
	} {
		if got, ok := wording.ParseAmount(lex, in, "斤"); got != want || ok != (want != "") {
			t.Errorf("%q is %q, %v, want %q", in, got, ok, want)
		}
	}
}

func TestSectionsAndDays(t *testing.T) {
	zh, en := words(locale.ZhCN), words(locale.En)
	for got, want := range map[string]string{
		zh.Section("三"): "三、重点工作", zh.Section("三/（一）"): "三（一）抓好项目建设", zh.Section("九"): "九",
		zh.Day("2021-06-30"): "2021年6月30日", en.Day("2021-06-30"): "30 June 2021", zh.Day("六月"): "六月",
		zh.Deadline(ledger.ParseDeadline("6月底前", 2021)):   "2021年6月30日前",
		zh.Deadline(ledger.ParseDeadline("年内持续推进", 2021)): "持续推进，至2021年12月31日",
		zh.Deadline(ledger.ParseDeadline("尽快", 2021)):     "无具体日期",
		zh.Who(""): "系统管理员（命令行）", zh.Who("bt"): "巴特尔", zh.Who("x"): "x",
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// TestEveryFieldIsWorded demands a word for every field of an account, value of
// its sets, code of a problem and action.
func TestEveryFieldIsWorded(t *testing.T) {
	for _, c := range ledger.Diff(nil, ledgertest.Hostile()) {
		if c.Field != "ledger" && c.Field != "id" && c.Field != "order" && !locale.Has("ledger.field."+c.Field) {
			t.Errorf("the catalogue has no word for the field %s", c.Field)
		}
	}
	var keys []string
	add := func(prefix string, values ...string) {
		for _, v := range values {
			keys = append(keys, "ledger."+prefix+"."+v)
		}
	}
	add("invalid", ledger.NeedReason, ledger.NeedDrop, ledger.BadEmpty, ledger.BadLong, ledger.BadText, ledger.BadBody, ledger.BadTwice,
		ledger.BadSection, ledger.BadIndicator, ledger.BadTerms, ledger.BadPart, ledger.BadValue, ledger.BadSpan, ledger.BadState, ledger.BadStage,
		ledger.BadSplit, ledger.BadMerge, ledger.BadUndo, ledger.NothingToDo, ledger.BadNumber, ledger.BadPlaceCode, ledger.BadMilestone,
		ledger.BadManyBodies, ledger.BadLeadTwice, ledger.BadDeadline, ledger.BadRhythm, ledger.NeedUnreach, ledger.BadNode,
		ledger.NotReady+"."+ledger.LackDecision, ledger.NotReady+"."+ledger.LackLead, ledger.NotReady+"."+ledger.LackDeadline)
	add("broken", ledger.BrokenGap, ledger.BrokenLink, ledger.BrokenHash, ledger.BrokenBefore, ledger.BrokenState, ledger.BrokenExtra,
		ledger.BrokenLost, ledger.BrokenText, ledger.BrokenIndex)
	for _, a := range []ledger.Action{ledger.ActOpen, ledger.ActAdd, ledger.ActAccept, ledger.ActEdit, ledger.ActSplit, ledger.ActMerge,
		ledger.ActDrop, ledger.ActRestore, ledger.ActAssign, ledger.ActSchedule, ledger.ActTerms, ledger.ActBreakDown, ledger.ActRenumber,
		ledger.ActApprove, ledger.ActReopen, ledger.ActPublish, ledger.ActImport, ledger.ActUndo, ledger.ActUser, ledger.ActReach, ledger.ActUnreach} {
		add("action", string(a))
	}
	for _, p := range ledger.Paces() {
		add("pace", string(p))
	}
	for _, months := range ledger.Rhythms() {
		add("rhythm", strconv.Itoa(months))
	}
	for _, key := range keys {
		if !locale.Has(key) {
			t.Errorf("the catalogue has no key %s", key)
		}
	}
}

// TestChanges demands that an entry reads as a sentence would, in words of the
// office and not in the record's JSON.
func TestChanges(t *testing.T) {
	before := ledgertest.Half(t).Accounts[1]
	after := before.Clone()
	after.Lead, after.State, after.Deadline = []string{"energy"}, ledger.Dropped, ledger.ParseDeadline("6月底前", 2021)
	after.Parts = []ledger.Part{{Place: "150200", Value: "30000", Weight: "2"}}
	after.Watch = ledger.Watch{Pace: ledger.BySeason, Rule: "half", Every: 1}
	var lines []string
	for _, c := range words(locale.ZhCN).Changes(ledgertest.Entry(9, "bt", ledger.ActEdit, before, after, "")) {
		lines = append(lines, c.Name+"："+c.Before+"→"+c.After)
	}
	want := "状态：已确认→已删除\n牵头单位：自治区财政厅、自治区农牧厅→自治区能源局\n完成时限：12月底前（2021年12月31日）→6月底前（2021年6月30日）\n分解：→包头市 3万（权重 2）\n监测口径：→历年同期，亮灯规则“按应完成量”，每月报送"
	if got := strings.Join(lines, "\n"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestCodes demands that names count as offices write them, and that what is
// not clear is left to who typed it.
func TestCodes(t *testing.T) {
	for list, want := range map[string]string{
		"自治区财政厅、自治区能源局": "finance energy |", "财政厅": "finance |", "自治区财政厅、财政厅": "finance |",
		"自治区扶贫办": " | 自治区扶贫办", "": " |", "乌有局，自治区教育厅": "learning | 乌有局",
	} {
		codes, unknown := words(locale.ZhCN).Codes(list)
		if got := strings.TrimRight(strings.Join(codes, " ")+" | "+strings.Join(unknown, " "), " "); got != want {
			t.Errorf("%q: %q, want %q", list, got, want)
		}
	}
}
