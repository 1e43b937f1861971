package document

import (
	"strings"
	"testing"
)

// TestJoined: what a file broke off or set apart is read in one piece, and leads back to
// where it stands.
func TestJoined(t *testing.T) {
	const full = "全年粮食总产量稳定在合理区间，新建高标准农" // 21 characters
	wrapped := strings.Repeat(full+"\n", minWrapLines)
	for _, c := range []struct{ name, text, part, stands string }{
		{"a word cut by the end of a line", wrapped + "田五万亩。", "高标准农田五万亩", "高标准农\n田五万亩"},
		{"with an indent on the next line", wrapped + "　　　　　 田五万亩。", "高标准农田", "高标准农\n　　　　　 田"},
		{"crlf", strings.ReplaceAll(wrapped, "\n", "\r\n") + "田五万亩。", "高标准农田", "高标准农\r\n田"},
		{"a number", wrapped + "田，全年粮食总产量稳定在合理区间，新建1\n2.5万亩。", "建12.5万亩", "建1\n2.5万亩"},
		{"a page number", wrapped + "田五万亩，比上年增长百分之八，综合机械\n\n— 3 —\n化率提高。", "机械化率", "机械\n\n— 3 —\n化率"},
		{"characters that nobody sees", "新建1\u200b2.5\ufeff万亩。", "12.5万亩", "1\u200b2.5\ufeff万亩"},
		{"other blanks around a number", "新建\t12.5\u3000\u3000万亩。", "新建 12.5 万亩", "新建\t12.5\u3000\u3000万亩"},
		{"two Latin words", strings.Repeat("推动企业参与“一带一路”建设和 the New Silk Road\n", minWrapLines) + "Fund。", "Road Fund", "Road\nFund"},
	} {
		x := FromString(c.name, c.text)
		checkText(t, x)
		j := x.Joined()
		at := strings.Index(j.Slice(Position{0, j.Len()}), c.part)
		if at < 0 {
			t.Errorf("%s: %q has no %q", c.name, j.Slice(Position{0, j.Len()}), c.part)
			continue
		}
		from := len([]rune(j.Slice(Position{0, j.Len()})[:at]))
		p := x.Original(Position{from, from + len([]rune(c.part))})
		if got := x.Slice(p); got != c.stands {
			t.Errorf("%s: %q is said to stand at %q, want %q", c.name, c.part, got, c.stands)
		}
		if got := x.Plain(p); got != c.part {
			t.Errorf("%s: %q reads %q, want %q", c.name, x.Slice(p), got, c.part)
		}
	}
	for _, text := range []string{"全县生产总值增长8%。\n一、去年工作\n新建道路12公里。", "总理　李克强\n" + strings.Repeat(full, 200) + "\n田。"} {
		if x := FromString("", text); x.Joined() != x {
			t.Errorf("%q has nothing to join and was joined", text)
		}
	}
}
