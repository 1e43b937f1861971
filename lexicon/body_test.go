package lexicon

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestBodyRows demands that no spelling means two bodies, and that what a row
// says of other rows is true of them.
func TestBodyRows(t *testing.T) {
	lex := Default()
	owner, rank, code := map[string]string{}, map[int]string{}, map[string]bool{"": true}
	for _, b := range lex.Bodies {
		code[b.Code] = true
		for _, name := range append(append([]string{b.Name}, b.Aliases...), b.Also...) {
			if o, ok := owner[name]; ok && o != b.Code {
				t.Errorf("%s means %s and %s", name, o, b.Code)
			}
			owner[name] = b.Code
		}
		if o, ok := rank[b.Rank]; ok && b.Rank > 0 {
			t.Errorf("%s and %s have one rank", o, b.Code)
		}
		rank[b.Rank] = b.Code
		if (b.Rank > 0) != (strings.Join(b.print[:], "") != "") {
			t.Errorf("%s has a rank or a printed name, but not both", b.Code)
		}
	}
	for _, b := range lex.Bodies {
		if !code[b.Now] || b.Now == b.Code {
			t.Errorf("%s: today's body %s is none", b.Code, b.Now)
		}
	}
}

func TestPrinted(t *testing.T) {
	lex := Default()
	for _, c := range []struct{ body, level, code, government, want string }{
		{"finance", "state", "", "", "财政部"},
		{"finance", "province", "150000", "内蒙古自治区", "财政厅"},
		{"finance", "county", "341823", "泾县", "财政局"},
		{"agriculture", "province", "150000", "内蒙古自治区", "农牧厅"},
		{"agriculture", "county", "152522", "阿巴嘎旗", "农牧局"},
		{"agriculture", "county", "341823", "泾县", "农业农村局"},
		{"general-office", "prefecture", "152500", "锡林郭勒盟", "行署办公室"},
		{"general-office", "prefecture", "150100", "呼和浩特市", "政府办公室"},
		{"planning-commission", "state", "", "", ""},
		{"radio-television", "county", "341823", "泾县", ""},
	} {
		for _, b := range lex.Bodies {
			if got := b.Printed(c.level, c.code, c.government); b.Code == c.body && got != c.want {
				t.Errorf("%s of %s is printed %q, want %q", c.body, c.government, got, c.want)
			}
		}
	}
}

func TestBadBodiesAreRefused(t *testing.T) {
	const head = "code\tname\taliases\tlevels\tduties\tprint\tlocal\trank\n"
	for row, code := range map[string]string{
		"a\t甲\t\t\t\t甲部|甲厅\t\t1":         "lexicon.print",
		"a\t甲\t\t\t\t甲|乙|丙|丁\t15\t1":     "lexicon.local",
		"a\t甲\t\t\t\t甲|乙|丙|丁\t15=a,b\t1": "lexicon.local",
		"a\t甲\t\t\t\t甲|乙|丙|丁\t\tfirst":   "lexicon.rank",
	} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "bodies.tsv"), []byte(head+row+"\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		_, err := Load(dir)
		if ms, ok := err.(Mistakes); !ok || len(ms) != 1 || ms[0].Code != code {
			t.Errorf("%s: %v, want %s", row, err, code)
		}
	}
}
