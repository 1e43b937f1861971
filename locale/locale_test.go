package locale

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

// TestEmbedded demands that every embedded file is accepted: both languages
// for each key, the same arguments, no key twice over all files, no empty text.
func TestEmbedded(t *testing.T) {
	c, err := load(embedded, "data")
	if err != nil {
		t.Fatal(err)
	}
	if len(c) == 0 {
		t.Fatal("the catalogue is empty")
	}
}

func TestRefused(t *testing.T) {
	const head = "key\tzh\ten\n"
	tests := []struct {
		name  string
		files map[string]string
		want  string // the whole error
	}{
		{"good", map[string]string{"a.tsv": "# note\n\n" + head + "a.b\t甲{0}\tA {0}\r\n"}, ""},
		{"no header", map[string]string{"a.tsv": "a\t甲\tA\n"}, `a.tsv:1: the first line must be the header "key\tzh\ten"`},
		{"only comments", map[string]string{"a.tsv": "# a\n"}, `a.tsv:1: the header "key\tzh\ten" is missing`},
		{"columns", map[string]string{"a.tsv": head + "a\t甲\n"}, "a.tsv:2: 2 columns instead of 3"},
		{"empty key", map[string]string{"a.tsv": head + "\t甲\tA\n"}, "a.tsv:2: the key is empty"},
		{"key's letters", map[string]string{"a.tsv": head + "A b\t甲\tA\n"}, `a.tsv:2: key "A b": 'A' is not a lower-case letter, digit, dot, hyphen or underscore`},
		{"empty text", map[string]string{"a.tsv": head + "a\t \tA\n"}, "a.tsv:2: zh-CN text: it is empty"},
		{"space", map[string]string{"a.tsv": head + "a\t甲\tA \n"}, "a.tsv:2: en text: it begins or ends with a space"},
		{"arguments", map[string]string{"a.tsv": head + "a\t甲{0}{1}\tA {0}\n"}, "a.tsv:2: arguments differ: zh-CN uses {0} {1}, en uses {0}"},
		{"gap", map[string]string{"a.tsv": head + "a\t甲{1}\tA {1}\n"}, "a.tsv:2: zh-CN text: arguments {1} leave one out"},
		{"brace", map[string]string{"a.tsv": head + "a\t甲{x}\tA\n"}, "a.tsv:2: zh-CN text: " + errBrace.Error()},
		{"forms", map[string]string{"a.tsv": head + "a\t甲{0}\tA {0} {0|one|two}\n"}, ""},
		{"forms of another", map[string]string{"a.tsv": head + "a\t甲{0}\tA {0} {1|one|two}\n"}, "a.tsv:2: arguments differ: zh-CN uses {0}, en uses {0} {1}"},
		{"one form", map[string]string{"a.tsv": head + "a\t甲{0}\tA {0} {0|one}\n"}, "a.tsv:2: en text: " + errBrace.Error()},
		{"empty form", map[string]string{"a.tsv": head + "a\t甲{0}\tA {0} {0||s}\n"}, "a.tsv:2: en text: " + errBrace.Error()},
		{"three forms", map[string]string{"a.tsv": head + "a\t甲{0}\tA {0} {0|a|b|c}\n"}, "a.tsv:2: en text: " + errBrace.Error()},
		{"open brace", map[string]string{"a.tsv": head + "a\t甲{0}\tA {0} {0|a|b\n"}, "a.tsv:2: en text: " + errBrace.Error()},
		{"closing brace", map[string]string{"a.tsv": head + "a\t甲\tA}\n"}, "a.tsv:2: en text: " + errBrace.Error()},
		{"backslash", map[string]string{"a.tsv": head + "a\t甲\tA\\t\n"}, `a.tsv:2: en text: a backslash may only stand in \n`},
		{"twice", map[string]string{"a.tsv": head + "a\t甲\tA\n", "b.tsv": head + "a\t乙\tB\n"}, `b.tsv:2: key "a" stands already in a.tsv:2`},
		{"all listed", map[string]string{"a.tsv": head + "a\t甲\nb\t\tB\n"}, "a.tsv:2: 2 columns instead of 3\na.tsv:3: zh-CN text: it is empty"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			fsys := fstest.MapFS{}
			for name, data := range tt.files {
				fsys["data/"+name] = &fstest.MapFile{Data: []byte(data)}
			}
			_, err := load(fsys, "data")
			got := ""
			if err != nil {
				got = err.Error()
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestText(t *testing.T) {
	c := catalogue{}
	rows := "key\tzh\ten\ngreet\t{1}，{0}好\tHello {0}, {1}\nlines\t一\\n二\tone\\ntwo\nlate\t{0}个月\t{0} {0|month|months}\n"
	if err := c.add("a.tsv", rows); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		key  string
		lang Lang
		args []any
		want string
	}{
		{"greet", ZhCN, []any{"你", 3}, "3，你好"},
		{"greet", En, []any{"you", 3}, "Hello you, 3"},
		{"greet", En, []any{"{1}", "x"}, "Hello {1}, x"},
		{"greet", En, []any{"you"}, "Hello you, {1}"},
		{"greet", En, []any{"a", "b", "c"}, "Hello a, b"},
		{"late", En, []any{1}, "1 month"},
		{"late", En, []any{"1"}, "1 month"},
		{"late", En, []any{0}, "0 months"},
		{"late", En, []any{"1.0"}, "1.0 months"},
		{"late", En, []any{21}, "21 months"},
		{"late", En, nil, "{0} months"},
		{"late", ZhCN, []any{1}, "1个月"},
		{"lines", ZhCN, nil, "一\n二"},
	}
	for _, tt := range tests {
		var b strings.Builder
		c[tt.key].texts[tt.lang].write(&b, tt.args)
		if b.String() != tt.want {
			t.Errorf("%s in %s with %v: %q, want %q", tt.key, tt.lang, tt.args, b.String(), tt.want)
		}
	}
}

// counted is a number in front of a word in the plural.
var counted = regexp.MustCompile(`\{\d\} (?:more |derived |doubtful |earlier |lead |other |older |of them )?([a-z]+s|are|were|have)\b`)

// noPlurals are words after an argument that end like a plural and are none.
var noPlurals = strings.Fields("is was has does as less says stands needs keeps holds means names exists agrees takes")

// names are messages in which a verb follows an argument that is no number.
var names = []string{"breakdown.text.lead", "breakdown.problem.taken-twice", "standing.rollup.parts-other-mean"}

// TestPlurals demands that English words behind a number have the form for one too.
func TestPlurals(t *testing.T) {
	for key, m := range messages() {
		var written strings.Builder
		for _, p := range m.texts[En].pieces {
			switch {
			case p.one != "":
				written.WriteByte('|') // it has its forms
			case p.literal != "":
				written.WriteString(p.literal)
			default:
				written.WriteString("{0}")
			}
		}
		if slices.Contains(names, key) {
			continue
		}
		for _, found := range counted.FindAllStringSubmatch(written.String(), -1) {
			if !slices.Contains(noPlurals, found[1]) {
				t.Errorf("%s:%d: %s: %q would say 1 %s", m.file, m.line, key, found[0], found[1])
			}
		}
	}
}

func TestMissingKeyIsSeen(t *testing.T) {
	if got := ZhCN.Text("no.such.key", 1); got != "⟦no.such.key⟧" {
		t.Errorf("got %q", got)
	}
}

func TestLanguages(t *testing.T) {
	for _, tt := range []struct {
		in   string
		want Lang
		ok   bool
	}{
		{"zh", ZhCN, true}, {"zh-CN", ZhCN, true}, {"zh_CN", ZhCN, true}, {"zh-TW", ZhCN, true},
		{"en", En, true}, {"EN", En, true}, {"en-GB", En, true},
		{"", ZhCN, false}, {"fr", ZhCN, false}, {"<script>", ZhCN, false}, {"中文", ZhCN, false},
	} {
		got, ok := Parse(tt.in)
		if got != tt.want || ok != tt.ok {
			t.Errorf("Parse(%q) = %v, %v, want %v, %v", tt.in, got, ok, tt.want, tt.ok)
		}
	}
	for header, want := range map[string]Lang{
		"":                           ZhCN,
		"zh-CN,zh;q=0.9,en;q=0.8":    ZhCN,
		"en-US,en;q=0.9,zh-CN;q=0.8": En,
		"en;q=0.5,zh;q=0.9":          ZhCN,
		"fr-FR,fr;q=0.9":             ZhCN,
		"fr-FR,en;q=0.2":             En,
		"*":                          ZhCN,
		";;;q=,":                     ZhCN,
	} {
		if got := Accept(header); got != want {
			t.Errorf("Accept(%q) = %v, want %v", header, got, want)
		}
	}
}

// TestLiteralKeys demands every key that the module's Go source gives to a
// method named Text as a literal.
func TestLiteralKeys(t *testing.T) {
	files := token.NewFileSet()
	err := filepath.WalkDir("..", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (d.Name() == "testdata" || d.Name() == ".git") {
			return filepath.SkipDir
		}
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		src, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		tree, err := parser.ParseFile(files, name, src, parser.SkipObjectResolution)
		if err != nil {
			return nil // the compiler will say so
		}
		ast.Inspect(tree, func(n ast.Node) bool {
			if key, at, ok := textCall(n); ok && !Has(key) {
				t.Errorf("%s: the catalogue has no key %q", files.Position(at), key)
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// textCall recognises x.Text("key", …).
func textCall(n ast.Node) (key string, at token.Pos, ok bool) {
	call, isCall := n.(*ast.CallExpr)
	if !isCall || len(call.Args) == 0 {
		return "", 0, false
	}
	sel, isSel := call.Fun.(*ast.SelectorExpr)
	lit, isLit := call.Args[0].(*ast.BasicLit)
	if !isSel || !isLit || sel.Sel.Name != "Text" || lit.Kind != token.STRING {
		return "", 0, false
	}
	key, err := strconv.Unquote(lit.Value)
	return key, lit.Pos(), err == nil
}

// FuzzAdd checks that no catalogue file makes the reader panic and that what it
// accepts can be printed.
func FuzzAdd(f *testing.F) {
	f.Add("key\tzh\ten\na\t甲{0}\tA {0}\n")
	f.Add("# x\nkey\tzh\ten\nb\t\\n{\t}\n")
	f.Fuzz(func(t *testing.T, data string) {
		c := catalogue{}
		c.add("f.tsv", data)
		for _, m := range c {
			for _, text := range m.texts {
				var b strings.Builder
				text.write(&b, nil)
				if b.Len() == 0 {
					t.Errorf("%d: an empty text was accepted", m.line)
				}
			}
		}
	})
}
