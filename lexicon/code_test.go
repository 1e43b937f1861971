package lexicon

import "testing"

func TestCodes(t *testing.T) {
	lex := Default()
	if p := lex.PlaceCoded("150200"); p == nil || p.Name != "包头市" {
		t.Errorf("150200 is %v", p)
	}
	if i := lex.IndicatorCoded("cpi"); i == nil || i.Name == "" {
		t.Errorf("cpi is %v", i)
	}
	if lex.PlaceCoded("") != nil || lex.PlaceCoded("999999") != nil || lex.IndicatorCoded("") != nil {
		t.Error("a code that is none names something")
	}
}

func TestPlacesNamed(t *testing.T) {
	lex := Default()
	for name, want := range map[string]string{
		"内蒙古": "150000", "内蒙古自治区": "150000", "包头": "150200", "包头市": "150200", "锡盟": "152500",
		"150000": "150000", "全国": "000000", "000000": "000000",
	} {
		if got := lex.PlacesNamed(name); len(got) != 1 || got[0].Code != want {
			t.Errorf("%s names %v, want %s", name, got, want)
		}
	}
	if got := lex.PlacesNamed("鼓楼区"); len(got) < 2 {
		t.Errorf("鼓楼区 names %d places, there are several", len(got))
	}
	for _, name := range []string{"", "青岚市", "包头市的", "包"} {
		if got := lex.PlacesNamed(name); got != nil {
			t.Errorf("%q names %v", name, got)
		}
	}
}
