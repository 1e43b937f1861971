package chart

import (
	"fmt"
	"html/template"
	"strconv"

	"pledger/lexicon"
	"pledger/locale"
	"pledger/standing"
)

// worth is a value with the text that a page would give it.
func worth(n float64, unit string) Value {
	return Value{n, locale.ZhCN.Number(strconv.FormatFloat(n, 'f', -1, 64)) + unit}
}

// quarters are points at the ends of a year's quarters; NaN-free: a negative
// number stands for none.
func quarters(unit string, values ...float64) (all []Point) {
	for i, v := range values {
		p := Point{Day: []string{"2021-03-31", "2021-06-30", "2021-09-30", "2021-12-31"}[i], Label: fmt.Sprintf("1—%d月", 3*i+3)}
		if v >= 0 {
			p.Value = worth(v, unit)
		}
		all = append(all, p)
	}
	return all
}

// years are points of years, a gap for each negative number.
func years(from int, unit string, values ...float64) (all []Point) {
	for i, v := range values {
		p := Point{Label: strconv.Itoa(from + i)}
		if v >= 0 {
			p.Value = worth(v, unit)
		}
		all = append(all, p)
	}
	return all
}

// lightOf spreads the lights over places.
func lightOf(i int) standing.Light { return standing.Lights()[(i*7+i/5)%6] }

// mapOf is a map of the places of a grid.
func mapOf(lex *lexicon.Lexicon, in func(code string) bool, byValue bool) Tiles {
	c := Tiles{Title: "亮灯", Unit: "元", ByValue: byValue}
	n := 0
	for _, p := range lex.Places {
		if p.Code == "" || !in(p.Code) {
			continue
		}
		t := Tile{Place: p.Code, Name: p.Name, Href: template.URL("/places/" + p.Code), Light: lightOf(n)}
		if n%6 != 2 {
			t.Value = worth(float64(n*n%97)*3e8, "元")
		}
		c.Tiles = append(c.Tiles, t)
		n++
	}
	return c
}

// drawn is one chart of the gallery.
type drawn struct {
	name string
	html func(locale.Lang) template.HTML
}

// gallery is every chart in the states that it can be in.
func gallery(lex *lexicon.Lexicon) []drawn {
	grain := Progress{Title: "固定资产投资", Unit: "元", From: "2021-01-01", To: "2021-12-31", Now: "2021-10-20", Zero: true,
		Points: append([]Point{{Day: "2020-12-31", Label: "年初", Value: worth(0, "元")}}, quarters("元", 31.2e9, 88.4e9, 140.1e9)...),
		Pace:   append([]Point{{Day: "2020-12-31", Value: worth(0, "元")}}, quarters("元", 55e9, 110e9, 165e9, 220e9)...),
		Target: Value{220e9, "2200亿元以上"}, Light: standing.Yellow,
		Forecast: &Forecast{worth(201e9, "元"), worth(188e9, "元"), worth(214e9, "元"), "90%"}}
	gap := grain
	gap.Points, gap.Forecast = quarters("元", 31.2e9, -1, 140.1e9, -1), nil
	rate := Progress{Title: "地区生产总值", Unit: "%", From: "2021-01-01", To: "2021-12-31", Now: "2021-11-30",
		Points: quarters("%", 9.7, 8.6, 7.8), Target: Value{6, "6%左右"}, Light: standing.Green,
		Pace: []Point{{Day: "2020-12-31", Value: worth(6, "%")}, {Day: "2021-12-31", Value: worth(6, "%")}}}
	none := rate
	none.Points = quarters("%", -1, -1, -1)
	plan := grain
	plan.Title, plan.To, plan.Forecast, plan.Now = "规划目标", "2025-12-31", nil, "2022-06-30"
	long := Series{Title: "粮食产量", Unit: "斤", Points: years(2005, "斤", 332e8, 341e8, 362e8, 426e8, 396e8, 432e8, 477e8, 506e8, -1, 551e8, 565e8, 556e8, 651e8, 711e8, 731e8, 733e8, 768e8), Zero: true, Target: Value{700e8, "700亿斤以上"}}
	short := Series{Title: "失业率", Unit: "%", Points: years(2019, "%", 4.2, -1, 3.9)}
	var panels []Panel
	for i, name := range []string{"呼和浩特市", "包头市", "乌海市", "赤峰市", "通辽市", "鄂尔多斯市", "呼伦贝尔市", "巴彦淖尔市", "乌兰察布市", "兴安盟", "锡林郭勒盟", "阿拉善盟"} {
		v := float64(i)
		panels = append(panels, Panel{Name: name, Href: "/x", Light: lightOf(i), Points: quarters("%", 3+v/3, 8-v/2, []float64{5 + v/4, -1}[i%4/3], 6+v/5)})
	}
	rows := []StackRow{
		{Name: "全区", Total: true, Counts: Counts{14, 163, 61, 38, 17, 3}}, {Name: "一、主要预期目标", Href: "/a", Counts: Counts{1, 6, 1, 2, 1, 0}, Hrefs: [6]template.URL{"/d", "/g", "/u", "/y", "/r", "/m"}},
		{Name: "二、推动产业绿色化高端化智能化发展", Href: "/b", Counts: Counts{0, 400, 0, 0, 1, 0}}, {Name: "三、没有账户的部分", Href: "/c", Counts: Counts{}},
		{Name: "四、保障和改善民生", Href: "/d", Counts: Counts{3, 12, 30, 9, 0, 2}}, {Name: "五、只有一项", Counts: Counts{0, 0, 0, 1, 0, 0}},
	}
	spark := func(points []Point, light standing.Light) func(locale.Lang) template.HTML {
		return Spark{Title: "走势", Points: points, Target: worth(6, "%"), Light: light}.HTML
	}
	starts := func(prefix string, level int) func(string) bool {
		return func(code string) bool {
			zeros := 0
			for zeros < 6 && code[5-zeros] == '0' {
				zeros++
			}
			return code[:len(prefix)] == prefix && (level == 4) == (zeros >= 4) && (level == 2) == (zeros == 2 || zeros == 3)
		}
	}
	return []drawn{
		{"progress", grain.HTML}, {"progress-gap", gap.HTML}, {"progress-rate", rate.HTML}, {"progress-none", none.HTML}, {"progress-plan", plan.HTML},
		{"progress-bad", Progress{Title: "口径不明", From: "x"}.HTML},
		{"series", long.HTML}, {"series-gap", short.HTML}, {"series-none", Series{Title: "无"}.HTML},
		{"multiples", Multiples{Title: "生产总值增速", Panels: panels}.HTML}, {"multiples-none", Multiples{Title: "无", Panels: []Panel{{Name: "甲"}}}.HTML},
		{"stack", Stack{First: "章节", Rows: rows}.HTML}, {"stack-none", Stack{First: "章节"}.HTML},
		{"spark", spark(quarters("%", 9.7, 8.6, 7.8), standing.Green)}, {"spark-gap", spark(quarters("%", 4, -1, 3, 5), standing.Red)},
		{"spark-one", spark(quarters("%", 4), standing.Yellow)}, {"spark-none", spark(nil, standing.LightUnknown)},
		{"tiles-provinces", mapOf(lex, starts("", 4), false).HTML}, {"tiles-leagues", mapOf(lex, starts("15", 2), false).HTML},
		{"tiles-leagues-value", mapOf(lex, starts("15", 2), true).HTML}, {"tiles-banners", mapOf(lex, starts("15", 0), false).HTML},
		{"tiles-banners-value", mapOf(lex, starts("15", 0), true).HTML},
		{"tiles-league", mapOf(lex, starts("1504", 0), false).HTML}, {"tiles-plain", mapOf(lex, starts("32", 2), true).HTML}, {"tiles-none", Tiles{Title: "无"}.HTML},
		{"lights", Key},
	}
}
