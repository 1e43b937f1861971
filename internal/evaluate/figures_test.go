package evaluate

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pledger/export"
)

func TestSameSubject(t *testing.T) {
	tests := []struct {
		got             string
		accepted        []string
		strict, lenient bool
	}{
		{"城镇新增就业", []string{"城镇新增就业"}, true, true},
		{"全区城镇新增就业", []string{"城镇新增就业"}, true, true},
		{"城镇新增就业", []string{"我市城镇新增就业"}, true, true},
		{"农牧民的人均可支配收入", []string{"农牧民人均可支配收入"}, true, true},
		{"“四上”企业", []string{"四上 企业"}, true, true},
		{"ＧＤＰ", []string{"GDP"}, true, true},
		{"税收", []string{"税收收入", "税收"}, true, true},
		{"全市", []string{"全市"}, true, true},
		{"规模以上工业企业增加值", []string{"规模以上工业增加值"}, false, true},
		{"粮食产量", []string{"粮食"}, false, false},
		{"税收", []string{"收税"}, false, false},
		{"粮", []string{"粮"}, true, true},
		{"", []string{"粮食"}, false, false},
	}
	for _, tt := range tests {
		strict, lenient := sameSubject(tt.got, tt.accepted)
		if strict != tt.strict || lenient != tt.lenient {
			t.Errorf("%q as %q: strict %t, lenient %t; want %t, %t", tt.got, tt.accepted, strict, lenient, tt.strict, tt.lenient)
		}
	}
}

func TestSameValue(t *testing.T) {
	tests := []struct {
		a, b string
		same bool
	}{
		{"1.0", "1", true},
		{"232000", "232000.00", true},
		{"-0.7", "-0.70", true},
		{"6.5..7", "6.50..7.0", true},
		{"6.5..7", "6.5", false},
		{"6.5..7", "6.5..8", false},
		{"0.3333", "0.33333", false},
		{"1e3", "1000", false},
		{"", "", true},
		{"", "0", false},
	}
	for _, tt := range tests {
		if got := sameValue(tt.a, tt.b); got != tt.same {
			t.Errorf("%q and %q: %t, want %t", tt.a, tt.b, got, tt.same)
		}
	}
}

// goldRows are three figures, a date and a name.
const goldRows = `{"id": "n1", "at": 10, "num": "7.3", "what": "figure", "subject": "地区生产总值", "subject_alt": ["生产总值"], "value": "7.3", "unit": "%", "bound": "exact", "kind": "growth", "direction": "up", "period": "2020", "role": "achieved", "region": null}
{"id": "n2", "at": 20, "num": "5", "what": "figure", "subject": "高标准农田", "subject_alt": null, "value": "50000", "unit": "亩", "bound": "over", "kind": "level", "direction": null, "period": "2021", "role": "target", "region": null}
{"id": "n3", "at": 30, "num": "三", "what": "figure", "subject": "方面", "subject_alt": "工作", "value": "3", "unit": null, "bound": "exact", "kind": "count", "direction": null, "period": "2021", "role": "target", "region": null}

{"id": "n4", "at": 40, "num": "2020", "what": "period"}
{"id": "n5", "at": 50, "num": "5", "what": "name"}
`

func TestCompareFigures(t *testing.T) {
	gold, err := ReadFigures(strings.NewReader(goldRows))
	if err != nil {
		t.Fatal(err)
	}
	read := []export.Figure{
		{Place: export.Place{At: 10}, Num: "7.3", Subject: "生产总值", Value: "7.30", Unit: "％", Bound: "exact", Kind: "growth", Direction: "up", Period: "2020", Role: "achieved"},
		{Place: export.Place{At: 20}, Num: "5", Subject: "农田", Value: "5", Unit: "亩", Bound: "over", Kind: "level", Period: "2021", Role: "target"},
		{Place: export.Place{At: 40}, Num: "2020"},
		{Place: export.Place{At: 60}, Num: "9"},
	}
	got := compareFigures(gold, read)
	if want := (Found{Gold: 3, Predicted: 4, Matched: 2}); got.Found != want {
		t.Errorf("found %+v, want %+v", got.Found, want)
	}
	wantRight := map[string]int{
		"subject": 1, "subject (lenient)": 1, "value": 1, "unit": 2, "bound": 2, "kind": 2,
		"direction": 2, "period": 2, "role": 2, "region": 2, AllFive: 1,
	}
	gotRight := map[string]int{}
	for _, f := range got.Fields {
		gotRight[f.Field] = f.Right
		if f.Matched != 2 || f.Gold != 3 {
			t.Errorf("%s is over %d and %d, want 2 and 3", f.Field, f.Matched, f.Gold)
		}
	}
	if diff := cmp.Diff(wantRight, gotRight); diff != "" {
		t.Errorf("right (-want +got):\n%s", diff)
	}
	wantMismatches := []Mismatch{
		{ID: "n2", At: 20, Field: "subject", Want: "高标准农田", Got: "农田"},
		{ID: "n2", At: 20, Field: "value", Want: "50000", Got: "5"},
		{ID: "n3", At: 30, Field: Missing, Want: "三"},
		{ID: "n4", At: 40, Field: Extra, Want: "period", Got: "2020"},
		{At: 60, Field: Extra, Got: "9"},
	}
	if diff := cmp.Diff(wantMismatches, got.Mismatches); diff != "" {
		t.Errorf("mismatches (-want +got):\n%s", diff)
	}
}

func TestFound(t *testing.T) {
	tests := []struct {
		found                 Found
		precision, recall, f1 float64
	}{
		{Found{Gold: 4, Predicted: 2, Matched: 1}, 0.5, 0.25, 1.0 / 3},
		{Found{}, 1, 1, 1},
		{Found{Gold: 3}, 1, 0, 0},
	}
	for _, tt := range tests {
		if p, r, f := tt.found.Precision(), tt.found.Recall(), tt.found.F1(); p != tt.precision || r != tt.recall || f != tt.f1 {
			t.Errorf("%+v: %v %v %v, want %v %v %v", tt.found, p, r, f, tt.precision, tt.recall, tt.f1)
		}
	}
}

func TestRefusedRows(t *testing.T) {
	tests := []struct{ name, file, want string }{
		{"not JSON", "{\"at\": 1, \"what\": \"name\"}\nhello\n", "line 2: "},
		{"no judgement", "{\"at\": 1}\n", "line 1: not a row"},
		{"another type", "{\"at\": \"x\", \"what\": \"name\"}\n", "line 1: "},
	}
	for _, tt := range tests {
		if _, err := ReadFigures(strings.NewReader(tt.file)); err == nil || !strings.HasPrefix(err.Error(), tt.want) {
			t.Errorf("%s: error %v, want %s…", tt.name, err, tt.want)
		}
	}
}
