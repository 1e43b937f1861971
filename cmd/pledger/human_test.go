package main

import (
	"strings"
	"testing"

	"pledger/locale"
)

func TestHuman(t *testing.T) {
	tests := []struct{ value, zh, en string }{
		{"6", "6", "6"},
		{"5.0", "5.0", "5.0"},
		{"9999", "9999", "9,999"},
		{"10000", "1万", "10,000"},
		{"232000", "23.2万", "232,000"},
		{"73280000000", "732.8亿", "73,280,000,000"},
		{"100000000", "1亿", "100,000,000"},
		{"-12345.5", "-12345.5", "-12,345.5"},
		{"-50000", "-5万", "-50,000"},
		{"6.5..7", "6.5–7", "6.5–7"},
		{"", "", ""},
	}
	for _, tt := range tests {
		if zh, en := human(tt.value, locale.ZhCN), human(tt.value, locale.En); zh != tt.zh || en != tt.en {
			t.Errorf("%s: %s and %s, want %s and %s", tt.value, zh, en, tt.zh, tt.en)
		}
	}
}

func TestTable(t *testing.T) {
	var b strings.Builder
	writeTable(&b, [][]string{{"指标", "value"}, {"GDP", "6"}, {"粮食产量", "7", "x"}})
	const want = "" +
		"  指标      value\n" +
		"  GDP       6\n" +
		"  粮食产量  7      x\n\n"
	if b.String() != want {
		t.Errorf("got\n%swant\n%s", b.String(), want)
	}
}
