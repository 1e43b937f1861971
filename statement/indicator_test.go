package statement_test

import "testing"

// TestLink demands the indicator of the first figure of a clause.
func TestLink(t *testing.T) {
	for clause, want := range map[string]string{
		"1200名下岗职工实现了再就业":                 "employment.reemployed",
		"组织3200名农民参加职业培训":                 "employment.trained",
		"在校学生总数4.2万人":                     "edu.students",
		"实物商品网上零售额占社会消费品零售总额的比重为21%":      "retail.online_share",
		"工业制成品占出口总值的比重为55%":               "",
		"解决4800名农村人口的饮水安全问题":              "",
		"去年经济增长8.8%":                      "gdp",
		"民营经济增长8.8%":                      "",
		"财政收入比上年增加2.1亿元":                  "fiscal.revenue",
		"单位国内生产总值能耗和二氧化碳排放分别降低3%、4%":      "energy.intensity",
		"3.2万名群众受益，城镇居民人均可支配收入实际增长6.2%":   "",
		"城镇居民人均可支配收入，考虑价格上涨因素比上年实际增长6.2%": "income.urban",
	} {
		set := extract("2024年青云县政府工作报告\n\n一、2023年工作回顾\n\n" + clause + "。\n")
		if len(set.Figures) == 0 {
			t.Errorf("%s: no figure", clause)
		} else if got := set.Figures[0].Indicator; got != want {
			t.Errorf("%s: %q, want %q", clause, got, want)
		}
	}
}
