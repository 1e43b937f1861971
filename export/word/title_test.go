package word

import (
	"strings"
	"testing"
)

// TestBreakTitle demands that titles go on in a second line after a word.
func TestBreakTitle(t *testing.T) {
	for title, want := range map[string]string{
		"2026年某市政府工作报告分工方案":         "2026年某市政府工作报告分工方案",
		"2026年内蒙古自治区政府工作报告重点工作分工方案": "2026年内蒙古自治区政府工作报告|重点工作分工方案",
		"关于2024年1—9月重点工作推进情况的通报":    "关于2024年1—9月|重点工作推进情况的通报",
		"甲乙丙丁甲乙丙丁甲乙丙丁甲乙丙丁甲乙丙丁甲":     "甲乙丙丁甲乙丙丁甲乙丙丁甲乙丙丁甲乙丙丁甲",
	} {
		if got := strings.ReplaceAll(BreakTitle(title), "\n", "|"); got != want {
			t.Errorf("%s is broken %s, want %s", title, got, want)
		}
	}
}

// TestHeadings numbers headings of three levels, each beginning anew below one
// above it.
func TestHeadings(t *testing.T) {
	for n, want := range map[int]string{1: "一", 10: "十", 11: "十一", 20: "二十", 42: "四十二"} {
		if got := HanNumber(n); got != want {
			t.Errorf("%d is %s, want %s", n, got, want)
		}
	}
	var h Headings
	got := ""
	for _, level := range []int{1, 2, 3, 3, 2, 3, 9, 1, 2, 0} {
		number, style := h.Next(level)
		got += HeadingText(number, string(style)+" ")
	}
	if want := "一、Heading1 （一）Heading2 1.Heading3 2.Heading3 （二）Heading2 1.Heading3 2.Heading3 二、Heading1 （一）Heading2 三、Heading1 "; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}
