package locale

import "testing"

func TestNumber(t *testing.T) {
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
		if zh, en := ZhCN.Number(tt.value), En.Number(tt.value); zh != tt.zh || en != tt.en {
			t.Errorf("%s: %s and %s, want %s and %s", tt.value, zh, en, tt.zh, tt.en)
		}
	}
}
