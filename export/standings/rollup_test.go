package standings

import (
	"strings"
	"testing"

	"pledger/ledger"
	"pledger/locale"
	"pledger/quantity"
	"pledger/standing"
	"pledger/standing/board"
)

// said is a value that was typed, with its half digits.
func said(value, typed string) quantity.Interval {
	r := ledger.Reading{Value: value, Typed: typed}
	return r.Written()
}

// TestRollUpWords words roll-ups as an office would.
func TestRollUpWords(t *testing.T) {
	name := func(code string) string {
		return map[string]string{"150000": "内蒙古自治区", "150100": "呼和浩特市", "150200": "包头市", "150300": "乌海市"}[code]
	}
	node := func(rule, own string, values ...string) *standing.Rolled {
		of := standing.Rolling{Rule: rule}
		n := standing.Node{Place: "150000", Of: of}
		if own != "" {
			n.Own = said(own, "")
		}
		for i, v := range values {
			leaf := standing.Node{Place: []string{"150100", "150200", "150300"}[i], Of: of, Weight: quantity.Point(quantity.NewDecimal(1, 0))}
			if v != "" {
				leaf.Own = said(v, "")
			}
			if v == "7" {
				leaf.Weight = quantity.Interval{}
			}
			n.Children = append(n.Children, standing.RollUp(leaf))
		}
		return standing.RollUp(n)
	}
	tests := []struct {
		rolled *standing.Rolled
		unit   string
		zh, en string
	}{
		{node("sum", "", "120000", "155000"), "人", "2个地区合计27.5万人", "27.5万人 as the sum of those reporting (2)"},
		{node("sum", "", "12.0", "15.5", ""), "亿元", "2个地区合计27.4亿元至27.6亿元，不是全部；还缺1个：乌海市", "27.4亿元 to 27.6亿元 as the sum of those reporting (2), not all: 1 missing: 乌海市"},
		{node("sum", "20", "12", "15"), "人", "2个地区合计26人至28人|呼和浩特市12人、包头市15人，合计26人至28人，高于内蒙古自治区自报的20人",
			"26人 to 28人 as the sum of those reporting (2)|呼和浩特市 12人, 包头市 15人 make 26人 to 28人, above the 20人 that 内蒙古自治区 reported"},
		{node("sum", "40", "12", "15"), "人", "2个地区合计26人至28人|呼和浩特市12人、包头市15人，合计26人至28人，与内蒙古自治区自报的40人不符",
			"26人 to 28人 as the sum of those reporting (2)|呼和浩特市 12人, 包头市 15人 make 26人 to 28人, not the 40人 that 内蒙古自治区 reported"},
		{node("sum", "10", "12", ""), "人", "1个地区合计11.5人至12.5人，不是全部；还缺1个：包头市|呼和浩特市12人，高于内蒙古自治区的10人",
			"11.5人 to 12.5人 as the sum of those reporting (1), not all: 1 missing: 包头市|呼和浩特市 12人 is above 10人 of 内蒙古自治区"},
		{node("sum", "", "", ""), "人", "2个地区都没有报数", "None of the 2 places reported"},
		{node("mean", "10", "4", "8"), "%", "2个地区加权平均5.5%至6.5%|内蒙古自治区自报的10%，不在各地区的数之间：呼和浩特市4%、包头市8%",
			"5.5% to 6.5% as the weighted mean of those reporting (2)|10% that 内蒙古自治区 reported does not lie between its places: 呼和浩特市 4%, 包头市 8%"},
		{node("mean", "7.5", "4", "8"), "%", "2个地区加权平均5.5%至6.5%|呼和浩特市4%、包头市8%，加权平均5.5%至6.5%，与内蒙古自治区自报的7.5%不符",
			"5.5% to 6.5% as the weighted mean of those reporting (2)|呼和浩特市 4%, 包头市 8% have the weighted mean 5.5% to 6.5%, not the 7.5% that 内蒙古自治区 reported"},
		{node("mean", "", "4", "7"), "%", "缺权数，不能加权平均：包头市", "There is no mean without the weights of 包头市"},
		{node("max", "9", "4", "8"), "%", "2个地区中最高7.5%至8.5%", "7.5% to 8.5% as the most of those reporting (2)"},
		{node("min", "3", "4", "8"), "%", "2个地区中最低3.5%至4.5%", "3.5% to 4.5% as the least of those reporting (2)"},
		{node("", "", "4", ""), "%", "1个地区已报，这一指标不能由各地区的数推得全区的数，不是全部；还缺1个：包头市",
			"of this indicator those reporting (1) make no whole, not all: 1 missing: 包头市"},
		{node("sum", "4"), "%", "", ""},
	}
	for _, tt := range tests {
		for lang, want := range map[locale.Lang]string{locale.ZhCN: tt.zh, locale.En: tt.en} {
			row := Roller{lang, tt.unit, name}.Row(tt.rolled)
			if got := strings.Join(append([]string{row.Text}, row.Findings...), "|"); got != want {
				t.Errorf("%s, want %s", got, want)
			}
		}
	}
	for _, lang := range locale.All() { // every finding of every rule has words
		for code, rules := range map[string][]string{
			standing.PartAbove: {"sum", "max"}, standing.PartBelow: {"min"}, standing.PartsAbove: {"sum"},
			standing.PartsOther: {"sum", "mean", "max", "min"}, standing.WholeOutside: {"mean"},
		} {
			for _, rule := range rules {
				f := &standing.Disagreement{Code: code, Left: []standing.Share{{Place: "150100", Value: said("1", "")}}, Made: said("1", ""), Own: said("9", ""), Place: "150000"}
				if text := (Roller{lang, "元", name}).Finding(rule, f); !strings.Contains(text, "9元") || strings.Contains(text, "⟦") {
					t.Errorf("%s of a %s: %s", code, rule, text)
				}
			}
		}
	}
}

// TestForecastWords words forecasts, and why there is none.
func TestForecastWords(t *testing.T) {
	amount, rate := &ledger.Terms{Kind: "level", Unit: "人"}, &ledger.Terms{Kind: "growth", Unit: "%"}
	f := standing.Forecast{
		Value: 440000, Low: 437800, High: 442200, Coverage: 0.9, Method: standing.BySeasonShare, Years: 3, Month: 9, End: "2021-12-31", Chance: standing.ChanceYes,
	}
	ahead := f
	ahead.Month, ahead.Method, ahead.Chance = 0, standing.ByLastYear, standing.ChanceUnlikely
	rest := f
	rest.Method, rest.Chance, rest.Value, rest.Low, rest.High = standing.ByRest, standing.ChanceOpen, 7.8, 3.26068, 12.3393
	tests := []struct {
		terms    *ledger.Terms
		forecast standing.Forecast
		zh, en   string
	}{
		{amount, f, "预计到12月底为44万人，有90%的把握在43.78万人至44.22万人之间，预计能完成；按往年从此时到年底的平均走势推算，依据前3年的同期数",
			"Expected by the end of month 12: 44万人, with 90% between 43.78万人 and 44.22万人: the target will be met; as earlier years went from here on average, from 3 earlier years"},
		{rate, rest, "预计到12月底为7.8%，有90%的把握在3.26%至12.34%之间，完成有难度；按保持目前水平推算，依据前3年的同期数",
			"Expected by the end of month 12: 7.8%, with 90% between 3.26% and 12.34%: the target may be missed; if it stays as it is, from 3 earlier years"},
		{amount, ahead, "本年还没有报数，只据往年：预计到12月底为44万人，有90%的把握在43.78万人至44.22万人之间，难以完成；按去年从此时到年底的走势推算，依据前3年的同期数",
			"Nothing was reported this year, earlier years alone say: Expected by the end of month 12: 44万人, with 90% between 43.78万人 and 44.22万人: the target is unlikely to be met; as last year went from here, from 3 earlier years"},
		{rate, standing.Forecast{Why: standing.NoForecastYears, Years: 1}, "往年同期的数只有1年，不足3年，不作预测",
			"Only 1 earlier year has values of the same months, 3 are needed: no forecast"},
		{amount, standing.Forecast{Why: standing.NoForecastYears, Plain: 495000}, "往年同期的数只有0年，不足3年，不作预测；照前几个月的平均进度，全期约49.5万人",
			"Only 0 earlier years have values of the same months, 3 are needed: no forecast; the average pace so far would come to 49.5万人"},
		{amount, standing.Forecast{Why: standing.NoForecastOver}, "目标期已满，看实际数", "The span is over: there is a result"},
		{amount, standing.Forecast{Why: standing.NoForecastSpan}, "目标跨年度，或期限不在月底，不作预测", "The target runs over several years, or not to the end of a month: no forecast"},
		{amount, standing.Forecast{}, "", ""},
	}
	for _, tt := range tests {
		for lang, want := range map[locale.Lang]string{locale.ZhCN: tt.zh, locale.En: tt.en} {
			if got := ForecastOf(lang, tt.terms, &tt.forecast); got.Text != want || (got.Value != "") != tt.forecast.Known() {
				t.Errorf("%+v, want %s", got, want)
			}
		}
	}
	for _, lang := range locale.All() {
		for _, kind := range []*ledger.Terms{amount, rate} {
			for _, method := range []standing.Method{standing.BySeasonShare, standing.ByLastYear, standing.ByRest} {
				for _, chance := range []standing.Chance{standing.ChanceYes, standing.ChanceLikely, standing.ChanceOpen, standing.ChanceUnlikely} {
					f.Method, f.Chance = method, chance
					if text := ForecastOf(lang, kind, &f).Text; strings.Contains(text, "⟦") {
						t.Error(text)
					}
				}
			}
		}
	}
}

// TestBoardRow words the worst of an account's targets, in its own unit.
func TestBoardRow(t *testing.T) {
	a := &ledger.Account{Terms: []ledger.Terms{{Kind: "level", Unit: "人", Value: "20", At: 3}, {Kind: "growth", Unit: "%", Value: "6", At: 9}}}
	green := standing.Standing{Terms: &a.Terms[0], Light: standing.Green, Value: standing.NumberOf(quantity.NewDecimal(25, 0)), Code: standing.WhySum}
	red := standing.Standing{Term: 1, Terms: &a.Terms[1], Light: standing.Red, Value: standing.NumberOf(quantity.NewDecimal(2, 0)), Code: standing.WhySum}
	if row := BoardRow(locale.ZhCN, &board.Row{Account: a, Standing: &red, Terms: []standing.Standing{green, red}}); row.Value != "2%" || row.At != 9 || row.Light != "red" || len(row.All) != 2 || row.All[0].At != 3 {
		t.Errorf("%+v", row)
	}
	if row := BoardRow(locale.ZhCN, &board.Row{Account: a, Standing: &green, Terms: []standing.Standing{green}}); row.Value != "25人" || row.At != 3 || row.All != nil {
		t.Errorf("%+v", row)
	}
	if len(a.Terms) != 2 {
		t.Error("the account was changed")
	}
}
