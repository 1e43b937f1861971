package quantity

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"pledger/document"
	"pledger/internal/golden"
)

// scanOne prints the first number of a text that is no part of another.
func scanOne(t testing.TB, s string) Quantity {
	t.Helper()
	qs := Scan(document.FromString("t.txt", s), testLexicon(t))
	if len(qs) == 0 {
		return Quantity{}
	}
	return qs[0]
}

// Every row of data/bounds.tsv carries an example.
func TestBoundExamples(t *testing.T) {
	for _, list := range tables.cues {
		for _, cues := range list {
			for _, c := range cues {
				text, want, ok := strings.Cut(c.example, " = ")
				if !ok || !strings.Contains(text, string(c.word)) {
					t.Errorf("%s: no example that holds the word: %q", string(c.word), c.example)
				} else if q := scanOne(t, text+"。"); q.String() != want || q.Bound != c.bound {
					t.Errorf("%s = %s (%s), want %s (%s)", text, q, q.Bound, want, c.bound)
				}
			}
		}
	}
}

// printScan prints what the stage saw, one number a line.
func printScan(t testing.TB) func(string) string {
	lex := testLexicon(t)
	return func(input string) string {
		var b strings.Builder
		text := document.FromString("t.txt", input)
		for _, q := range Scan(text, lex) {
			fmt.Fprintf(&b, "%d:%d %s", q.Pos.Start, q.Pos.End, strings.ReplaceAll(text.Slice(q.Pos), "\n", "↵"))
			if q.Form == Part {
				b.WriteString(" (part)\n")
				continue
			}
			fmt.Fprintf(&b, " %s %s\n", q.Bound, q)
		}
		return b.String()
	}
}

func TestGoldenFiles(t *testing.T) {
	golden.Run(t, "testdata/golden/*.txtar", golden.Stage{Name: "quantity", Print: printScan(t)})
}

// checkScan reports whatever breaks the contract of Scan.
func checkScan(t interface {
	Helper()
	Fatalf(string, ...any)
}, text *document.Text, qs []Quantity) {
	t.Helper()
	at := 0
	for i, q := range qs {
		block := text.At(q.Pos)
		if !q.Pos.Valid() || q.Pos.Start < at || !q.Full.Contains(q.Pos) || !block.Pos.Contains(q.Full) {
			t.Fatalf("number %d at %v, %v stands after %d in block %v", i, q.Pos, q.Full, at, block.Pos)
		}
		at = q.Pos.End
		if q.UnitText.Valid() && (q.Unit == nil || !block.Pos.Contains(q.UnitText)) {
			t.Fatalf("number %d: unit %v at %v", i, q.Unit, q.UnitText)
		}
		if q.Value.Empty() || q.Bound == 0 {
			t.Fatalf("number %d means %v, %q", i, q.Value, q.Bound)
		}
		if p := i + int(q.RangeWith); q.RangeWith != 0 && (p < 0 || p >= len(qs) || qs[p].RangeWith != -q.RangeWith || q.Bound != Range) {
			t.Fatalf("number %d is a range with %d", i, p)
		}
		if v := q.ValueString(); v != "" && q.Bound == Exact && !q.Value.Contains(q.Nominal) {
			t.Fatalf("number %d: %s is not in %v", i, v, q.Value)
		}
	}
}

// pieces are what reports are made of around numbers.
var pieces = []string{
	"1", "2", "5", "0", "３", "一", "二", "三", "五", "十", "百", "千", "万", "亿", "零", "○", "两", "半", "双", "首", "第", "无", "数", "几",
	"点", ".", "．", ",", "，", "分之", "成", "位数", "连丰", "%", "％", "‰", "个", "个百分点", "元", "吨", "工作日", "年", "月", "番", "倍",
	"—", "－", "-", "~", "至", "到", "和", "、", "约", "近", "超过", "不低于", "多", "余", "以上", "以内", "左右", "内", "来", "级",
	" ", "\n", "增长", "由", "从", "全市", "。", "伍", "·", "千瓦", "任务", "翻", "\U0001F600",
}

func TestScanProperties(t *testing.T) {
	lex := testLexicon(t)
	rapid.Check(t, func(t *rapid.T) {
		text := document.FromString("t.txt", strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 1, 30).Draw(t, "pieces"), ""))
		checkScan(t, text, Scan(text, lex))
		checkScan(t, text, Scan(text, nil))
	})
}

// A number means the same however it is written, and holds what it was
// written for.
func TestWrittenNumbers(t *testing.T) {
	lex := testLexicon(t)
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 99999999).Draw(t, "n")
		want := fmt.Sprint(n)
		for _, s := range []string{want, wide(want), thousandsOf(want), han(n)} {
			qs := Scan(document.FromString("t.txt", "共有"+s+"户。"), lex)
			if len(qs) != 1 || qs[0].ValueString() != want || qs[0].UnitName() != "户" || !qs[0].Value.Contains(NewDecimal(int64(n), 0)) {
				t.Fatalf("%s is read %v", s, qs)
			}
		}
	})
}

// wide writes digits in full width.
func wide(s string) string {
	return strings.Map(func(r rune) rune { return r - '0' + '０' }, s)
}

// thousandsOf sets digits apart by commas.
func thousandsOf(s string) string {
	for i := len(s) - thousands; i > 0; i -= thousands {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// han writes n, less than 10^8, in Chinese numerals.
func han(n int) string {
	if n >= 1e4 {
		low := ""
		if rest := n % 1e4; rest > 0 {
			low = han(rest)
			if rest < 1000 {
				low = "零" + low
			}
		}
		return han(n/1e4) + "万" + low
	}
	var b strings.Builder
	zero := false
	for e := 3; e >= 0; e-- {
		d := n / int(pow10(e)) % 10
		if d == 0 {
			zero = b.Len() > 0
			continue
		}
		if zero {
			b.WriteString("零")
		}
		zero = false
		b.WriteString([]string{"", "一", "二", "三", "四", "五", "六", "七", "八", "九"}[d] + []string{"", "十", "百", "千"}[e])
	}
	return b.String()
}

func FuzzScan(f *testing.F) {
	for _, row := range equations {
		left, _, _ := strings.Cut(row, " = ")
		for text := range strings.SplitSeq(left, "|") {
			f.Add(text)
		}
	}
	f.Add(strings.Repeat("一", 500) + strings.Repeat("9 ", 500) + strings.Repeat("1,111", 300))
	lex := testLexicon(f)
	f.Fuzz(func(t *testing.T, s string) {
		text := document.FromString("t.txt", s)
		checkScan(t, text, Scan(text, lex))
	})
}
