package ledger

import "testing"

// TestWritten states what typed values can mean.
func TestWritten(t *testing.T) {
	for _, tt := range []struct{ value, typed, want string }{
		{"6.0", "", "[5.95, 6.05]"},
		{"224000", "22.4万人", "[223500, 224500]"},
		{"224000", "224,000人", "[223999.5, 224000.5]"},
		{"76806000000", "768.06亿斤", "[76805500000, 76806500000]"},
		{"74000000000", "3700万吨", "[73990000000, 74010000000]"},
		{"-3.5", "3.5%", "[-3.55, -3.45]"}, // a fall, where the terms promise a fall
		{"-8.5", "", "[-8.55, -8.45]"},
		{"0", "0.0%", "[-0.05, 0.05]"},
		{"约", "", "(−∞, ∞)"},
	} {
		r := Reading{Value: tt.value, Typed: tt.typed}
		if got := r.Written().String(); got != tt.want {
			t.Errorf("%s typed %s: %s, want %s", tt.value, tt.typed, got, tt.want)
		}
	}
}
