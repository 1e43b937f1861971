package document

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/txtar"
)

// maxFuzzTime is how long any input of a fuzzer's size may take.
const maxFuzzTime = 5 * time.Second

// checkRead demands of any bytes: a text that keeps its contract, or an *Error.
func checkRead(t *testing.T, name string, data []byte) *Text {
	begin := time.Now()
	x, err := Read(name, bytes.NewReader(data))
	if d := time.Since(begin); d > maxFuzzTime {
		t.Errorf("%d bytes took %v", len(data), d)
	}
	var e *Error
	switch {
	case err != nil && !errors.As(err, &e):
		t.Errorf("not an *Error: %v", err)
	case err != nil && x != nil || err == nil && x == nil:
		t.Errorf("text %v and error %v", x, err)
	case err == nil:
		checkText(t, x)
		if len(x.Blocks) == 0 {
			t.Error("a text without a block and no error")
		}
	}
	return x
}

// seeds adds the inputs of golden cases.
func seeds(f *testing.F, pattern string, convert func(string) []byte) {
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		f.Fatalf("no seeds match %s (%v)", pattern, err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(convert(string(txtar.Parse(data).Files[0].Data)))
	}
}

func FuzzText(f *testing.F) {
	for _, enc := range []string{encUTF8, encGB18030, encUTF16LE, encUTF16BE} {
		b := encode(f, enc, "各位代表：\r\n　　增长6.5%，\n《\n公报\n》公布。\n\n— 1 —\n首页 > 正文\n")
		f.Add(b)
		f.Add(append([]byte(byteOrderMarks[enc]), b...))
	}
	f.Add([]byte("\xff\xfe\x00"))
	f.Fuzz(func(t *testing.T, data []byte) { checkRead(t, "f.txt", data) })
}

// FuzzUTF8 compares the fast decoder with the plain one, and both with what must hold.
func FuzzUTF8(f *testing.F) {
	f.Add("各位代表 ABC \xe5\xff\xed\xa0\x80𠮷\xf0\x9f")
	f.Add("发展改革\xe0\x80\x80稳定")
	f.Add("发展改革\xed\xa0\x80稳定")
	f.Add("发展é改革稳定ABC，ไทย한국")
	f.Fuzz(func(t *testing.T, s string) {
		runes, src, bad := decodeUTF8(s)
		if plain, n := decodeBroken(s); !slices.Equal(runes, plain) || bad != n || src.utf8 != string(plain) {
			t.Errorf("%q was decoded to %q from %q, %d broken; plainly to %q, %d broken", s, string(runes), src.utf8, bad, string(plain), n)
		}
		if utf8.ValidString(s) {
			if string(runes) != s || bad != 0 {
				t.Errorf("%q was decoded to %q, %d broken", s, string(runes), bad)
			}
			return
		}
		if bad == 0 || strings.ToValidUTF8(s, "") != strings.ReplaceAll(strings.Map(dropReplacement, string(runes)), "\x00\x00", "") && !strings.ContainsRune(s, utf8.RuneError) {
			t.Errorf("%q was decoded to %q, %d broken", s, string(runes), bad)
		}
	})
}

func dropReplacement(r rune) rune {
	if r == utf8.RuneError {
		return -1
	}
	return r
}

func FuzzPage(f *testing.F) {
	seeds(f, "testdata/html/*.txtar", func(s string) []byte { return []byte(s) })
	f.Add([]byte(strings.Repeat("<div>", 600) + "各位代表，大家好。"))
	f.Add([]byte(strings.Repeat("<table><tr><td rowspan=200 colspan=200>一，", 50)))
	f.Fuzz(func(t *testing.T, data []byte) { checkRead(t, "f.html", append([]byte("<html>"), data...)) })
}

// FuzzWord changes the text's XML inside a whole container.
func FuzzWord(f *testing.F) {
	seeds(f, "testdata/docx/*.txtar", func(s string) []byte { return []byte(s) })
	f.Fuzz(func(t *testing.T, data []byte) {
		files := map[string]string{"_rels/.rels": docxRels}
		for _, part := range strings.Split(string(data), "@@ ") {
			name, content, _ := strings.Cut(part, "\n")
			if frame, ok := docxParts[name]; ok {
				files["word/"+name+".xml"] = frame[0] + content + frame[1]
			}
		}
		checkRead(t, "f.docx", zipFile(t, files))
	})
}

// FuzzContainer changes the container itself.
func FuzzContainer(f *testing.F) {
	f.Add(docxFile(f, "@@ document\n<w:p><w:r><w:t>各位代表</w:t></w:r></w:p>"))
	f.Fuzz(func(t *testing.T, data []byte) { checkRead(t, "f.docx", append([]byte("PK\x03\x04"), data...)) })
}

// Time must grow with the length of hostile pages and texts, not faster.
func TestHostile(t *testing.T) {
	for about, data := range map[string]string{
		"open tags":      strings.Repeat("<div>", 200_000),
		"open fonts":     "<html>" + strings.Repeat("<font color=1>一，", 50_000),
		"nested tables":  "<html>" + strings.Repeat("<table><tr><td>", 20_000) + "一，二。",
		"wide spans":     "<html><table>" + strings.Repeat("<tr>"+strings.Repeat("<td rowspan=999 colspan=999>一", 50), 200),
		"attributes":     "<html><p " + strings.Repeat("a=1 ", 200_000) + ">各位代表，",
		"list items":     "<html><ol>" + strings.Repeat("<li>一，二。", 100_000),
		"breaks":         "<html><div>" + strings.Repeat("<br>　　一，二。", 100_000),
		"unclosed quote": "<html><p>" + strings.Repeat("一“《（，", 200_000),
		"short lines":    strings.Repeat("一\n", 1_000_000),
		"bare numbers":   strings.Repeat("12\n\n", 500_000),
		"open brackets":  strings.Repeat("《（“", 500_000) + "\n" + strings.Repeat("（\n", 300_000),
		"one line":       strings.Repeat("各", 4_000_000),
		"menus":          strings.Repeat("首页 新闻 政务 大 中 小\n", 100_000),
	} {
		begin := time.Now()
		_, err := Read("hostile", strings.NewReader(data))
		if d := time.Since(begin); d > maxFuzzTime {
			t.Errorf("%s: %d bytes took %v", about, len(data), d)
		} else if testing.Verbose() {
			t.Logf("%s: %d bytes, %v, %v", about, len(data), d, err)
		}
	}
}
