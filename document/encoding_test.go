package document

import (
	"errors"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// encode writes s in an encoding, without a byte order mark.
func encode(t testing.TB, enc, s string) []byte {
	t.Helper()
	switch enc {
	case encGB18030:
		b, err := simplifiedchinese.GB18030.NewEncoder().Bytes([]byte(s))
		if err != nil {
			t.Fatal(err)
		}
		return b
	case encUTF16LE, encUTF16BE:
		var b []byte
		for _, u := range utf16.Encode([]rune(s)) {
			if enc == encUTF16LE {
				b = append(b, byte(u), byte(u>>8))
			} else {
				b = append(b, byte(u>>8), byte(u))
			}
		}
		return b
	}
	return []byte(s)
}

var byteOrderMarks = map[string]string{
	encUTF8: "\xEF\xBB\xBF", encUTF16LE: "\xFF\xFE", encUTF16BE: "\xFE\xFF", encGB18030: "\x84\x31\x95\x33",
}

// Every text is read in every encoding, with and without a mark.
func TestEncodings(t *testing.T) {
	texts := []string{
		"各位代表：\r\n\r\n　　去年全市生产总值增长6.5%，新增就业2.3万人。\r\n",
		"政府工作报告",
		"增长６．５％——１２３４５６７８９０",
		"一、工作回顾\n",
		"PM2.5平均浓度下降9.1%，GDP增长6%。",
		"汉字㐂、锕系、喆堃淼犇镕等少见字也在名单里。",
		"。。。，，，",
		"联通",
		"毛泽东同志",
		strings.Repeat("2021 2020 2019 6.5 3.2 ", 40) + "亿元",
	}
	for _, text := range texts {
		for enc, mark := range byteOrderMarks {
			b := encode(t, enc, text)
			for _, data := range [][]byte{b, append([]byte(mark), b...)} {
				marked := len(data) > len(b)
				x, err := readTXT("t.txt", data)
				if err != nil {
					t.Errorf("%s, mark %v, %q: %v", enc, marked, text, err)
				} else if got := string(x.runes); got != text || x.Encoding != enc || x.Broken() != 0 {
					t.Errorf("%s, mark %v: %q was read as %s %q, %d broken", enc, marked, text, x.Encoding, got, x.Broken())
				}
			}
		}
	}
}

// randomBytes returns n bytes that look random and are the same on every run.
func randomBytes(n int) string {
	r := rand.New(rand.NewPCG(1, 2))
	b := make([]byte, n)
	for i := range b {
		b[i] = byte(r.Uint32())
	}
	return string(b)
}

func TestTrickyEncodings(t *testing.T) {
	long := strings.Repeat("全市经济平稳增长，人民生活改善。", 20)
	tests := []struct {
		about, data     string
		encoding, begin string // begin of the text; "" where Read refuses
		broken          int
	}{
		{"plain ASCII", "Report on the work of the government, 2021.\n", "utf-8", "Report", 0},
		{"Latin letters with accents", "Le café coûte 3 €, déjà vu.", "utf-8", "Le café", 0},
		{"Cyrillic", "Доклад о работе правительства", "utf-8", "Доклад", 0},
		{"Mongolian", "ᠮᠣᠩᠭᠣᠯ ᠪᠢᠴᠢᠭ", "utf-8", "ᠮᠣᠩ", 0},
		{"one broken byte", long + "\xFF" + long, "utf-8", "全市", 1},
		{"cut at the end", long[:len(long)-1], "utf-8", "全市", 1},
		{"cut at the start", long[1:], "utf-8", "��市", 2},
		{"overlong form", long + "\xC0\xAF", "utf-8", "全市", 2},
		{"surrogate", long + "\xED\xA0\x80", "utf-8", "全市", 3},
		{"four bytes", "𠮷野家" + long, "utf-8", "𠮷", 0},
		{"a mark in the middle stays", "\ufeff各位\ufeff代表", "utf-8", "各位\ufeff代表", 0},
		{"gbk with a broken byte", string(encode(t, encGB18030, long)) + "\xFF\n" + string(encode(t, encGB18030, long)), "gb18030", "全市", 1},
		{"gbk that is valid utf-8 by bytes", "\xC4\xB3\xC4\xBF\xC2\xBC", "gb18030", "某目录", 0},
		{"gb18030 in four bytes", string(encode(t, encGB18030, "㐀𠀀"+long)), "gb18030", "㐀𠀀", 0},
		{"utf-16 cut in a character", string(encode(t, encUTF16LE, long)) + "\x4e", "utf-16le", "全市", 1},
		{"binary", "\x00\x01\x02\x03\xFE\x80\x91\x00\x00\x07", "", "", 0},
		{"random bytes", randomBytes(4096), "", "", 0},
		{"zeros", strings.Repeat("\x00", 4096), "", "", 0},
		{"mostly broken", strings.Repeat("\xE5\xFF\x81", 100), "", "", 0},
	}
	for _, tt := range tests {
		x, err := readTXT("t.txt", []byte(tt.data))
		if tt.encoding == "" {
			var e *Error
			if !errors.As(err, &e) || e.Code != CodeNotText {
				t.Errorf("%s: want %s, have %v, %v", tt.about, CodeNotText, x, err)
			}
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", tt.about, err)
			continue
		}
		if x.Encoding != tt.encoding || !strings.HasPrefix(string(x.runes), tt.begin) || x.Broken() != tt.broken {
			t.Errorf("%s: %s, %d broken, %.20q; want %s, %d, %q", tt.about, x.Encoding, x.Broken(), string(x.runes), tt.encoding, tt.broken, tt.begin)
		}
	}
}
