package ledger

import (
	"testing"

	"pgregory.net/rapid"
)

func TestParseDeadline(t *testing.T) {
	tests := []struct {
		text    string
		date    string
		ongoing bool
	}{
		{"6月底前", "2021-06-30", false},
		{"６月底前完成", "2021-06-30", false},
		{"六月底前", "2021-06-30", false},
		{"2月底", "2021-02-28", false},
		{"8月底", "2021-08-31", false},
		{"6月下旬", "2021-06-30", false},
		{"12月中旬", "2021-12-20", false},
		{"3月上旬", "2021-03-10", false},
		{"5月15日前", "2021-05-15", false},
		{"十二月三十一日前", "2021-12-31", false},
		{"三季度", "2021-09-30", false},
		{"第2季度末", "2021-06-30", false},
		{"一季度末", "2021-03-31", false},
		{"前三季度", "2021-09-30", false},
		{"上半年", "2021-06-30", false},
		{"年中", "2021-06-30", false},
		{"下半年", "2021-12-31", false},
		{"全年", "2021-12-31", false},
		{"年底前完成", "2021-12-31", false},
		{"年内持续推进", "2021-12-31", true},
		{"持续推进", "", true},
		{"长期坚持", "", true},
		{"2025年底前", "2025-12-31", false},
		{"2025年", "2025-12-31", false},
		{"二〇二五年底", "2025-12-31", false},
		{"2022年6月底前", "2022-06-30", false},
		{"明年3月底前", "2022-03-31", false},
		{"明年", "2022-12-31", false},
		{"5月底前动工，9月投入使用", "2021-09-30", false},
		{"4月至10月", "2021-10-31", false},
		{"4—9月", "2021-09-30", false},
		{"10月底完成年度任务", "2021-10-31", false},
		{"2021-06-30", "2021-06-30", false},
		{"2021.6", "2021-06-30", false},
		{"2021/9/1", "2021-09-01", false},
		{"2月30日前", "", false},
		{"13月底", "", false},
		{"按时间节点", "", false},
		{"新建3个季节性市场", "", false},
		{"", "", false},
	}
	for _, tt := range tests {
		got := ParseDeadline(tt.text, 2021)
		if got.Date != tt.date || got.Ongoing != tt.ongoing || got.Text != tt.text {
			t.Errorf("%s: date %q ongoing %t, want %q %t", tt.text, got.Date, got.Ongoing, tt.date, tt.ongoing)
		}
	}
	if got := ParseDeadline("2月底", 2024); got.Date != "2024-02-29" {
		t.Errorf("2月底 of 2024 is %s", got.Date)
	}
}

func TestDefaultDeadline(t *testing.T) {
	tests := []struct {
		stated   string
		hardness Hardness
		text     string
		date     string
	}{
		{"", Hard, "12月底前", "2021-12-31"},
		{"", Soft, "年内持续推进", "2021-12-31"},
		{"2021", Hard, "12月底前", "2021-12-31"},
		{"2021-06", Hard, "6月底前", "2021-06-30"},
		{"2025", Hard, "2025年底前", "2025-12-31"},
		{"2021/2025", Hard, "2025年底前", "2025-12-31"},
		{"2022-03", Soft, "2022年3月底前", "2022-03-31"},
		{"2021-05-15", Hard, "5月15日前", "2021-05-15"},
	}
	for _, tt := range tests {
		got := DefaultDeadline(tt.stated, tt.hardness, 2021)
		if got.Text != tt.text || got.Date != tt.date {
			t.Errorf("%q %s: %+v, want %s %s", tt.stated, tt.hardness, got, tt.text, tt.date)
		}
	}
}

// TestParseDeadlineAny demands that no text makes the parser fail, and that the
// text is kept.
func TestParseDeadlineAny(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOf(rapid.SampledFrom([]rune("0123456789月年日季度底前上中下旬半内持续推进明全至—-./一二三十〇第末初"))).Draw(t, "text")
		if got := ParseDeadline(s, 2021); got.Text != s {
			t.Fatalf("%q became %q", s, got.Text)
		}
	})
}
