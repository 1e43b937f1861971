package rulesheet

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/simplifiedchinese"

	"pledger/ledger"
	"pledger/locale"
	"pledger/standing"
)

// head is the head of tables.
var head = strings.Join(standing.RuleColumns(), "\t") + "\n"

// TestRoundTrip demands that the sheet that is given out reads as the rules it was
// made of, in both languages.
func TestRoundTrip(t *testing.T) {
	own, err := standing.ParseRules("own.tsv", head+"time\tpoints\t0\t5.5\t10\t办法\t53 75 100: red; 75 75 100: green\n民生\tmonths\t1\t2\t1\t\t0: green\n")
	if err != nil {
		t.Fatal(err)
	}
	want := standing.InForce(own)
	for _, lang := range locale.All() {
		var b bytes.Buffer
		if err := Write(&b, lang, "某市", want); err != nil {
			t.Fatal(err)
		}
		_, got, err := Read("规则.xlsx", b.Bytes())
		if err != nil {
			t.Fatalf("%s: %v", lang, err)
		}
		for name, r := range want {
			if g := got[name]; g == nil || !cmp.Equal(r.Row(), g.Row()) {
				t.Errorf("%s: %s: %v, want %v", lang, name, g, r.Row())
			}
		}
		if len(got) != len(want) {
			t.Errorf("%s: %d rules, want %d", lang, len(got), len(want))
		}
	}
}

// TestRead demands that the forms in which offices keep tables give one table.
func TestRead(t *testing.T) {
	const chinese = "规则,计量,黄灯界限,红灯界限,超序时界限,出处,例子\n按百分点,百分点,0,5,10,办法,53.3 75 100：红灯；75 75 100：绿\n"
	want := head + "time\tpoints\t0\t5\t10\t办法\t53.3 75 100: red; 75 75 100: green\n"
	gbk, err := simplifiedchinese.GB18030.NewEncoder().Bytes([]byte(chinese))
	if err != nil {
		t.Fatal(err)
	}
	moved := "备注,例子,出处,规则,超序时界限,红灯界限,黄灯界限,计量\n随便,\"53.3 75 100: 红\n75 75 100: 绿\",办法,按百分点,10,5,0,百分点\n"
	for name, tt := range map[string]struct{ data, want string }{
		"tsv":              {head + "time\tpoints\t0\t5\t10\t办法\t53.3 75 100: red; 75 75 100: green\r\n", want},
		"chinese":          {chinese, want},
		"marked":           {"\ufeff" + chinese, want},
		"pasted":           {strings.ReplaceAll(chinese, ",", "\t"), want},
		"gbk":              {string(gbk), want},
		"columns moved":    {moved, want},
		"title and blanks": {"本市规则\n\n" + chinese, "\n\n" + want},
		"comment":          {"# 说明\n" + chinese, "\n" + want},
	} {
		table, rules, err := Read("a", []byte(tt.data))
		if err != nil || table != tt.want || len(rules) != 1 {
			t.Errorf("%s: %q, %v, want %q", name, table, err, tt.want)
		}
	}
}

// TestMistakes demands that what is wrong is told by the line of the file.
func TestMistakes(t *testing.T) {
	book := excelize.NewFile()
	for cell, text := range map[string]string{"A1": "某市亮灯规则", "A3": "规则", "B3": "计量", "C3": "黄灯界限", "D3": "红灯界限", "E3": "超序时界限", "F3": "出处", "G3": "例子", "A5": "甲", "B5": "里", "C5": "0", "D5": "1", "E5": "1"} {
		if err := book.SetCellStr("Sheet1", cell, text); err != nil {
			t.Fatal(err)
		}
	}
	var sheet bytes.Buffer
	if _, err := book.WriteTo(&sheet); err != nil {
		t.Fatal(err)
	}
	for data, want := range map[string]string{
		"":                     "1 表头应为：规则 · 计量",
		"甲,乙\n1,2\n":           "1 表头应为",
		"PK\x03\x04 nothing":   "1 这不是规则表",
		"%PDF-1.7":             "1 这不是规则表",
		"\xd0\xcf\x11\xe0 old": "1 这不是规则表",
		sheet.String():         "5 没有“里”这种计量",
		head + "a\tpoints\n":   "2 有 2 列，应为 7 列",
		head + "\n# x\na\tpoints\t0\t30\t1\t\t53 75 100: 绿\n":                                      "4 例子“53 75 100: 绿”按这条规则是 黄",
		head + "a\tpoints\t0\t30\t1\t" + strings.Repeat("长", ledger.MaxRuleTable) + "\t0 1 1: 红\n": "1 规则表太大，最多 64 KiB",
	} {
		_, rules, err := Read("a", []byte(data))
		var bad *standing.BadRules
		if !errors.As(err, &bad) || rules != nil {
			t.Errorf("%.40q: %v", data, err)
			continue
		}
		if got := fmt.Sprint(bad.All[0].Line, " ", Mistake(locale.ZhCN, bad.All[0])); !strings.HasPrefix(got, want) {
			t.Errorf("%.40q: %s, want %s", data, got, want)
		}
		for _, m := range bad.All {
			if s := Mistake(locale.En, m); strings.ContainsAny(s, "⟦{") {
				t.Errorf("%.40q: %s", data, s)
			}
		}
	}
}

// FuzzRead demands that whatever is sent is read or refused, and that what is read
// reads the same again.
func FuzzRead(f *testing.F) {
	f.Add([]byte(head + "time\tpoints\t0\t5\t10\t办法\t53.3 75 100: red\n"))
	f.Add([]byte("规则,计量,黄灯界限,红灯界限,超序时界限,出处,例子\n\"按\n百分点\",百分点,0,5,10,\"\",53.3 75 100：红灯；\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		table, rules, err := Read("a", data)
		if err != nil {
			return
		}
		again, err := standing.ParseRules("a", rules.Table())
		if err != nil || len(again) != len(rules) {
			t.Errorf("%q gives %q, which gives %v", data, table, err)
		}
	})
}
