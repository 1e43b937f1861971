package assign

import (
	"reflect"
	"slices"
	"testing"

	"pledger/ledger"
	"pledger/lexicon"
)

// TestSuggestWithoutPast suggests from duties alone.
func TestSuggestWithoutPast(t *testing.T) {
	s := New(lexicon.Default(), DefaultBodies(lexicon.Default(), "150200"), nil)
	for task, want := range map[string]string{
		"新建高标准农田20万亩":        "agriculture",
		"除险加固病险水库6座":         "water-resources",
		"新增养老床位500张":         "civil-affairs",
		"开展行政复议体制改革":         "justice",
		"改造老旧小区30个":          "housing-construction",
		"推进数据中心绿色化，建成算力调度平台": "data",
	} {
		list := s.Suggest(task, "")
		if len(list) != Few || list[0].Code != want {
			t.Errorf("%s: %+v, want %s", task, list[0], want)
			continue
		}
		if len(list[0].Reasons) == 0 {
			t.Errorf("%s: no reasons", task)
		}
		for _, r := range list[0].Reasons {
			if got := string([]rune(task)[r.Span.Start:r.Span.End]); r.Why == DutyWord && got != r.Word {
				t.Errorf("%s: the word %s stands at %v, where %s is", task, r.Word, r.Span, got)
			}
		}
	}
}

// learned is a precedent of an office that goes ways of its own.
var learned = &ledger.Precedent{ID: "p", Place: "150200", Year: 2021, Rows: []ledger.PrecedentRow{
	{Task: "北郊钢城二期项目达产", Lead: []string{"北郊钢铁集团"}, Supporting: []string{"市工信局"}},
	{Task: "改造老旧小区25个", Lead: []string{"市城管局"}, Supporting: []string{"市财政局", "各区政府"}},
	{Task: "城区新增停车泊位300个", Lead: []string{"市城管局"}, Supporting: []string{"市公安局"}},
}}

// TestSuggestFromPast lets past rows speak: an office's own way goes before the
// custom, and a company on no list is suggested under its name.
func TestSuggestFromPast(t *testing.T) {
	bodies := DefaultBodies(lexicon.Default(), "150200")
	bodies = append(bodies, &ledger.Body{Place: "150200", Code: "city-management", Name: "城市管理局", Aliases: []string{"城管局"}, Order: 235})
	s := New(lexicon.Default(), bodies, []*ledger.Precedent{learned})
	list := s.Suggest("改造老旧小区40个", "")
	if list[0].Code != "city-management" {
		t.Fatalf("老旧小区: %+v", list[0])
	}
	at := slices.IndexFunc(list[0].Reasons, func(r Reason) bool { return r.Why == PastRow })
	if at < 0 || list[0].Reasons[at].Row != 1 || list[0].Reasons[at].Year != 2021 || list[0].Reasons[at].Similarity < 0.9 {
		t.Errorf("the past row is not told: %+v", list[0].Reasons)
	}
	if list := s.Suggest("北郊钢城三期开工", ""); list[0].Name != "北郊钢铁集团" || list[0].Code != "" {
		t.Errorf("钢城: %+v", list[0])
	}
	if list := s.SuggestSupporting("改造老旧小区40个", "", []string{"city-management"}); list[0].Code != "finance" {
		t.Errorf("support for 老旧小区: %+v", list[0])
	}
	elsewhere := *learned
	elsewhere.Place = "211100"
	for _, s := range New(lexicon.Default(), bodies, []*ledger.Precedent{&elsewhere}).Suggest("北郊钢城三期开工", "") {
		if s.Code == "" {
			t.Errorf("another city's company is suggested: %+v", s)
		}
	}
}

// TestSuggestSame demands the same answer of two Suggesters, and of one asked
// twice.
func TestSuggestSame(t *testing.T) {
	o := offices(t)[0]
	a, b := o.try(0.5, 1), o.try(0.5, 1)
	for i, row := range o.rows {
		x, y := a.Suggest(row.Task, o.sections[i]), b.Suggest(row.Task, o.sections[i])
		if !reflect.DeepEqual(x, y) || !reflect.DeepEqual(x, a.Suggest(row.Task, o.sections[i])) {
			t.Fatalf("%s: two answers", row.Task)
		}
	}
}

func TestSuggestOfNothing(t *testing.T) {
	if list := New(lexicon.Default(), nil, nil).Suggest("改造老旧小区", ""); list != nil {
		t.Errorf("no bodies, but %+v", list)
	}
	s := New(lexicon.Default(), DefaultBodies(lexicon.Default(), "150200"), nil)
	for _, task := range []string{"", "，。", "\x00\xff", "𠀀𠀁"} {
		if list := s.Suggest(task, task); len(list) != Few {
			t.Errorf("%q: %d suggestions", task, len(list))
		}
	}
}

func TestFromAccounts(t *testing.T) {
	bodies := []*ledger.Body{{Code: "finance", Name: "财政局"}}
	p := FromAccounts(&ledger.Ledger{ID: "150200-2021", Place: "150200", Year: 2021}, []*ledger.Account{
		{Task: "过紧日子", State: ledger.Accepted, Lead: []string{"finance"}, Supporting: []string{"某公司"}},
		{Task: "无人牵头", State: ledger.Accepted},
		{Task: "已删除", State: ledger.Dropped, Lead: []string{"finance"}},
	}, bodies)
	want := []ledger.PrecedentRow{{Task: "过紧日子", Lead: []string{"财政局"}, Supporting: []string{"某公司"}}}
	if !reflect.DeepEqual(p.Rows, want) || p.ID != "150200-2021" {
		t.Errorf("%+v", p)
	}
}

func FuzzSuggest(f *testing.F) {
	s := New(lexicon.Default(), DefaultBodies(lexicon.Default(), "150200"), []*ledger.Precedent{learned})
	f.Add("改造老旧小区40个，PM2.5下降", "增进民生福祉")
	f.Fuzz(func(t *testing.T, task, section string) {
		for _, s := range s.Suggest(task, section) {
			for _, r := range s.Reasons {
				if n := len([]rune(task)); r.Span.Start < 0 || r.Span.Start > r.Span.End || r.Span.End > n {
					t.Errorf("%q: %+v lies outside", task, r)
				}
			}
		}
	})
}
