package index

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// TestPolyphones runs the words of the file: each must be found by its letters.
func TestPolyphones(t *testing.T) {
	for n, line := range strings.Split(strings.TrimSuffix(polyphones, "\n"), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		columns := strings.Split(line, "\t")
		if len(columns) != 3 || utf8.RuneCountInString(columns[0]) != 1 || len(columns[1]) < 2 || columns[1][0] == columns[1][1] {
			t.Errorf("polyphones.tsv:%d: a character, two letters and words are wanted: %q", n+1, line)
			continue
		}
		for _, example := range strings.Fields(columns[2]) {
			word, letters, _ := strings.Cut(example, "=")
			if !strings.Contains(word, columns[0]) {
				t.Errorf("polyphones.tsv:%d: %s does not hold %s", n+1, word, columns[0])
			}
			if found := strings.Join(Initials(word), " "); !strings.Contains(found, letters) {
				t.Errorf("polyphones.tsv:%d: %s is found by %s, not by %s", n+1, word, found, letters)
			}
		}
	}
}

// TestInitials shows what is found by what.
func TestInitials(t *testing.T) {
	tests := []struct {
		text, letters string
		found         bool
	}{
		{"居民消费价格涨幅3%左右", "jmxfjg", true},
		{"呼和浩特市、鄂尔多斯市", "hhhts", true},
		{"呼和浩特市、鄂尔多斯市", "eeds", true},
		{"呼和浩特市、鄂尔多斯市", "tse", false},
		{"深化“放管服”改革", "fgfgg", true},
		{"建成5G基站1万个", "5gjz", true},
		{"支持重庆银行调整信贷", "cqyh", true},
		{"支持重庆银行调整信贷", "zqyhtz", true},
		{"绿色发展，女职工", "lsfz", true},
		{"绿色发展，女职工", "nzg", true},
		{"新增长途客运", "xzc", true},
		{"新增长途客运", "xzz", true},
		{"", "a", false},
	}
	for _, tt := range tests {
		words := strings.Join(Initials(tt.text), "\n")
		if got := strings.Contains(words, tt.letters); got != tt.found {
			t.Errorf("%s: %s is found: %t, want %t in %q", tt.text, tt.letters, got, tt.found, words)
		}
	}
}
