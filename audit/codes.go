package audit

// Code（关系类别）names a kind of relation. Codes are never reused.
type Code string

// The codes within one report.
const (
	Growth      Code = "growth"
	CAGR        Code = "cagr"
	Share       Code = "share"
	Sum         Code = "sum"
	Completion  Code = "completion"
	Gap         Code = "pp-gap"
	Multiple    Code = "multiple"
	Difference  Code = "difference"
	PerUnit     Code = "per-unit"
	Enumeration Code = "enumeration"
	Annual      Code = "annual-in-total"
	Restated    Code = "restated"
	Range       Code = "range"
	Streak      Code = "streak" // also across two reports
	Rank        Code = "rank"
	Unit        Code = "unit"
)

// The codes across two reports.
const (
	LevelGrowth   Code = "level-growth"
	TargetOutcome Code = "target-outcome"
	Cumulative    Code = "cumulative"
	RestatedBase  Code = "restated-base"
)

// A Definition says what a relation is, with an example that a test runs.
type Definition struct {
	Code    Code
	Means   string // what ties the figures together
	Never   string // what must not be recomputed; "" where there is nothing
	Last    string // last year's report; "" for a relation within one
	Example string
	Want    Result
	Working string // the hand computation
}

// Codes are all relations, in the order in which their finders run. A code may
// stand in several rows: one for each way it ends.
func Codes() []Definition { return definitions }

var definitions = []Definition{
	{Growth, "a rate of change, and the levels it leads from and to, or the level and the amount of change",
		"growth at constant prices, on a comparable coverage, in another currency, averaged over years whose first level is not given",
		"", "全县粮食产量由上年的42.0万吨增加到44.1万吨，增长5.0%。", Holds, "44.1/42.0 − 1 = 5.0 %"},
	{Growth, "the same with the amount of change", "", "", "全县公路通车里程达到2340公里，比上年增加140公里，增长6.4%。", Holds, "140/(2340 − 140) = 6.36 %"},
	{Growth, "the same, wrong", "", "", "全县公路通车里程达到2340公里，比上年增加140公里，增长6.0%。", Contradicts, "6.36 % is not 6.0 %: divided by this year's level"},
	{Growth, "a rate at constant prices", "", "", "全县地区生产总值由上年的92.0亿元增加到99.8亿元，增长6.1%。", NotComparable, "naive 8.5 %; GDP growth is real"},
	{Growth, "a level and a rate: the earlier level follows", "", "", "全县外贸出口达到12.6亿元，增长5.0%。", Implied, "12.6/1.05 = 12.0亿元"},
	{CAGR, "an average yearly rate over n years, and the levels at both ends", "growth at constant prices", "",
		"全县旅游收入从2015年的20.0亿元增加到2020年的32.2亿元，年均增长10.0%。", Holds, "(32.2/20.0)^(1/5) − 1 = 10.0 %"},
	{Share, "a share, its part and its whole", "parts and wholes of different years", "",
		"全县耕地面积80.0万亩，已建成高标准农田36.0万亩，占耕地面积的45.0%。", Holds, "36.0/80.0 = 45.0 %"},
	{Sum, "parts and their total: after 其中, before 合计, or shares that make 100", "parts that may leave something out: they may only not exceed the total", "",
		"全县投入衔接资金8.6亿元，其中中央资金5.1亿元、省级资金2.3亿元、市县资金1.2亿元。", Holds, "5.1 + 2.3 + 1.2 = 8.6"},
	{Completion, "a percentage of a plan, the result and the plan", "", "",
		"年初计划改造农村危房4000户，全年实际改造4240户，完成计划的106.0%。", Holds, "4240/4000 = 106.0 %"},
	{Completion, "a result and its percentage: the plan follows", "", "", "城镇新增就业3200人，完成年度任务的106.7%。", Implied, "3200/1.067 = 3000人"},
	{Gap, "a change or gap in percentage points, and the two rates", "rates on another coverage", "",
		"全县城镇化率由2015年的48.2%提高到2020年的53.9%，提高5.7个百分点。", Holds, "53.9 − 48.2 = 5.7"},
	{Gap, "a rate and its gap to a target: the target follows", "", "", "城镇登记失业率3.4%，低于控制目标0.6个百分点。", Implied, "3.4 + 0.6 = 4.0 %"},
	{Multiple, "a multiple and the two levels", "levels at current prices where the rate is real", "",
		"全县电商交易额达到9.6亿元，是2016年3.2亿元的3.0倍。", Holds, "9.6/3.2 = 3.0"},
	{Difference, "an amount of change, and the levels before and after", "levels on another coverage", "",
		"全县农村贫困人口由上年的2.4万人减少到0.9万人，减少1.5万人。", Holds, "2.4 − 0.9 = 1.5"},
	{PerUnit, "a figure per head, household or mu, its total and what it is divided by", "figures by the year's mean population against the population at its end", "",
		"全县常住人口38.6万人，医疗卫生机构床位2780张，每千人口拥有床位7.2张。", Holds, "2780/386 = 7.20"},
	{Enumeration, "a number of things and the things named beside it", "lists that end in 等", "",
		"聚焦产业升级、科技创新、民生改善三个方面持续发力。", Holds, "three named, three said"},
	{Annual, "a year's amount and the total of years that hold it", "amounts of other things", "",
		"“十三五”期间，全县累计新建农村公路860公里，其中2020年新建农村公路210公里。", Holds, "210 ≤ 860"},
	{Restated, "one indicator of one period given twice", "", "",
		"2020年末，全县常住人口城镇化率达到53.9%。城乡面貌明显改善，53.9%的常住人口生活在城镇。", Holds, "53.9 twice"},
	{Range, "a figure and limits it cannot leave: a mean and its months, a rate and 0 to 100, a count of places and how many exist", "", "",
		"城镇调查失业率各月保持在4.8%—5.4%之间，全年平均为5.1%。", Holds, "4.8 ≤ 5.1 ≤ 5.4"},
	{Range, "the same, wrong", "", "", "全县农村自来水普及率达到108.5%。", Contradicts, "more than all"},
	{Streak, "a run of years given twice, or a year apart", "", "", "粮食生产实现“十七连丰”，农业基础更加稳固。粮食生产实现“十六连丰”，肉类产量稳定增长。", Contradicts, "17 is not 16"},
	{Streak, "a run of years, a year later", "", "粮食生产实现“十六连丰”。", "粮食生产实现“十七连丰”。", Holds, "16 + 1 = 17"},
	{Rank, "a move in a ranking, and the ranks before and after", "", "",
		"我县在全市营商环境评价中由第9位上升到第4位，前移5位。", Holds, "9 − 4 = 5"},
	{Unit, "a unit that cannot belong: points where a share or a growth of an amount stands", "", "",
		"全县公路通车里程达到2340公里，增长6.4个百分点。", Contradicts, "an amount grows by %, not by points"},
	{Unit, "the same: a level in a unit that measures something else", "water and gas in 吨 or 立方米, energy in 吨 of coal", "",
		"全县公路通车里程达到2340万吨，比上年又有增加。", Contradicts, "a length is not weighed"},
	{LevelGrowth, "this year's level and growth, and last year's level", "growth at constant prices, on another coverage, revised bases",
		"全社会用电量达到42.0亿千瓦时。", "全社会用电量达到44.1亿千瓦时，增长5.0%。", Holds, "44.1/42.0 − 1 = 5.0 %"},
	{TargetOutcome, "last year's target and the outcome reported now", "targets with 左右, of which a tenth either way is met",
		"今年的主要预期目标是：城镇新增就业3000人以上。", "城镇新增就业3200人，完成年度任务的106.7%。", Holds, "3200/3000 = 106.7 %"},
	{Cumulative, "running totals: they do not shrink, and grow by what the year added", "totals from another year",
		"累计改造城镇老旧小区126个。", "全年新改造城镇老旧小区35个，累计改造161个。", Holds, "126 + 35 = 161"},
	{RestatedBase, "an earlier year's figure and what the report of that year said", "revised bases",
		"全县完成工业投资61.8亿元。", "全县完成工业投资69.5亿元，上年为61.8亿元。", Holds, "61.8 twice"},
}
