package breakdown

import (
	"fmt"
	"strings"

	"pledger/ledger"
)

// sampleBodies is a government's list.
func sampleBodies() []*ledger.Body {
	var all []*ledger.Body
	for i, line := range strings.Fields(`
		reform=自治区发展改革委 finance=自治区财政厅 industry=自治区工业和信息化厅 farming=自治区农牧厅
		housing=自治区住房城乡建设厅 jobs=自治区人力资源社会保障厅 survey=国家统计局内蒙古调查总队 health=自治区卫生健康委
		leagues=各盟行政公署、市人民政府 office=自治区人民政府办公厅（督查室） roads=自治区交通运输厅 schools=自治区教育厅`) {
		code, name, _ := strings.Cut(line, "=")
		all = append(all, &ledger.Body{Place: "150000", Code: code, Name: name, Order: i + 1})
	}
	return all
}

// sampleLedger is a ledger of three parts in words of our own.
func sampleLedger() (*ledger.Ledger, []*ledger.Account) {
	l := &ledger.Ledger{
		ID: "150000-2026", Place: "150000", Government: "内蒙古自治区", Year: 2026,
		Title: "2026年内蒙古自治区政府工作报告重点工作分工方案",
		Sections: []ledger.Section{
			{Number: "一", Heading: "上年工作回顾", Level: 1},
			{Number: "二", Heading: "本年主要目标", Level: 1},
			{Number: "三", Heading: "本年重点工作", Level: 1},
			{Number: "三/（一）", Heading: "把扩大内需落到项目上", Level: 2},
			{Number: "三/（二）", Heading: "让产业链条更长更稳", Level: 2},
			{Number: "三/（三）", Heading: "办好群众身边的事", Level: 2},
		},
	}
	terms := func(subject, written, value, unit string, bound ledger.Bound) []ledger.Terms {
		return []ledger.Terms{{At: 120, Subject: subject, Kind: "growth", Bound: bound, Value: value, Unit: unit, Written: written, Polarity: ledger.MoreIsBetter, Period: "2026"}}
	}
	all := []*ledger.Account{
		{Category: ledger.Target, Section: "二", Task: "地区生产总值增长6%左右", Terms: terms("地区生产总值", "6%左右", "6", "%", ledger.Near), Lead: []string{"reform"}, Supporting: []string{"industry", "farming"}, Hardness: ledger.Hard, Deadline: ledger.Deadline{Text: "12月底前", Date: "2026-12-31"}},
		{Category: ledger.Target, Section: "二", Task: "居民消费价格涨幅控制在2%左右", Terms: terms("居民消费价格", "2%左右", "2", "%", ledger.Near), Lead: []string{"reform", "survey"}, Hardness: ledger.Hard},
		{Category: ledger.Target, Section: "二", Task: "城镇新增就业22万人以上", Terms: terms("城镇新增就业", "22万人以上", "220000", "人", ledger.AtLeast), Lead: []string{"jobs"}, Supporting: []string{"leagues"}, Hardness: ledger.Hard, Deadline: ledger.Deadline{Text: "12月底前", Date: "2026-12-31"}, Leader: "李某某", Milestones: []ledger.Milestone{{Due: ledger.Deadline{Text: "6月底前", Date: "2026-06-30"}, What: "过半"}}, Watch: ledger.Watch{Pace: ledger.ByPlan, Every: 1}},
		{Category: ledger.Task, Section: "三/（一）", Task: "开工建设重大项目3000个以上，年内完成投资8000亿元，项目清单按季公开（含续建）", Terms: terms("重大项目", "3000个以上", "3000", "个", ledger.AtLeast), Lead: []string{"reform"}, Supporting: []string{"finance", "leagues"}, Hardness: ledger.Hard, Deadline: ledger.Deadline{Text: "年内持续推进", Ongoing: true}, Spans: []ledger.Span{{Start: 300, End: 340}}},
		{Category: ledger.Task, Section: "三/（一）", Task: "新建改建农村牧区公路5000公里，让每个苏木乡镇都有通往旗县城的三级以上公路。", Terms: terms("农村牧区公路", "5000公里", "5000", "公里", ledger.Equal), Lead: []string{"roads"}, Hardness: ledger.Hard, Deadline: ledger.Deadline{Text: "10月底前", Date: "2026-10-31"}},
		{Category: ledger.Task, Section: "三/（二）", Task: "推动稀土新材料向下游延伸，支持龙头企业牵头组建创新联合体", Lead: []string{"industry"}, Supporting: []string{"reform", "finance", "office"}, Hardness: ledger.Soft},
		{Category: ledger.Task, Section: "三/（二）", Task: "5G基站乡镇以上全覆盖，“一网通办”事项达到95%以上", Terms: terms("一网通办事项", "95%以上", "95", "%", ledger.AtLeast), Lead: []string{"industry", "office"}, Hardness: ledger.Hard, Deadline: ledger.Deadline{Text: "5月底前启动，12月底前完成", Date: "2026-12-31"}},
		{Category: ledger.Task, Section: "三/（三）", Task: "改造城镇老旧小区1200个（由属地街道牵头）", Terms: terms("老旧小区", "1200个", "1200", "个", ledger.Equal), Lead: []string{"housing"}, Supporting: []string{"leagues"}, Hardness: ledger.Hard, Note: "=结转上年未完工项目另列"},
		{Category: ledger.Task, Section: "三/（三）", Task: "提高城乡居民基础养老金标准\n同步提高优抚对象补助", Hardness: ledger.Soft},
	}
	for i, a := range all {
		a.Ledger, a.ID, a.State = l.ID, fmt.Sprintf("%04d", i+1), ledger.Accepted
		a.Number, a.Order = fmt.Sprint(i+1), int64(i+1)*ledger.OrderStep
	}
	return l, all
}

// sampleTable is the breakdown of the sample.
func sampleTable() *Table {
	l, accounts := sampleLedger()
	return FromLedger(l, accounts, sampleBodies())
}
