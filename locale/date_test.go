package locale

import (
	"testing"
	"time"
)

func TestDate(t *testing.T) {
	for day, want := range map[string][2]string{
		"2021-03-05": {"2021年3月5日", "5 March 2021"},
		"2024-02-29": {"2024年2月29日", "29 February 2024"},
		"2023-02-29": {"2023-02-29", "2023-02-29"},
		"":           {"", ""},
	} {
		if zh, en := ZhCN.Date(day), En.Date(day); zh != want[0] || en != want[1] {
			t.Errorf("%s: %s and %s, want %v", day, zh, en, want)
		}
	}
}

// TestMomentIsBeijings demands that the evening of one day elsewhere is the
// morning of the next.
func TestMomentIsBeijings(t *testing.T) {
	at := time.Date(2021, 12, 31, 17, 4, 59, 0, time.UTC)
	if zh, en := ZhCN.Moment(at), En.Moment(at); zh != "2022年1月1日 01:04" || en != "1 January 2022, 01:04" {
		t.Errorf("%s and %s", zh, en)
	}
}
