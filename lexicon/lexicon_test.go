package lexicon

import (
	"math/big"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// The sizes that the reader counts on; see the issue of the first reader.
const (
	fewestUnits      = 200
	fewestIndicators = 400
	fewestPlaces     = 3100
)

func TestEmbeddedFilesLoad(t *testing.T) {
	lex, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	if n := len(lex.Units); n < fewestUnits {
		t.Errorf("%d units, want at least %d", n, fewestUnits)
	}
	if n := len(lex.Indicators); n < fewestIndicators {
		t.Errorf("%d indicators, want at least %d", n, fewestIndicators)
	}
	if n := len(lex.Places); n < fewestPlaces {
		t.Errorf("%d places, want at least %d", n, fewestPlaces)
	}
}

// TestUnitExamples runs the example of every unit: 15.3万户 = 153000 户.
func TestUnitExamples(t *testing.T) {
	form := regexp.MustCompile(`^([0-9.]+)(\D.*?) = ([0-9./]+) (.+)$`)
	lex := Default()
	for _, u := range lex.Units {
		m := form.FindStringSubmatch(u.Example)
		if m == nil {
			t.Errorf("unit %s: example %q is not of the form “1.2万吨 = 12000000 千克”", u.Name, u.Example)
			continue
		}
		v, _ := new(big.Rat).SetString(m[1])
		want, ok := new(big.Rat).SetString(m[3])
		if !ok {
			t.Errorf("unit %s: example %q: bad right side", u.Name, u.Example)
			continue
		}
		got := exampleUnit(lex, []rune(m[2]), v)
		if got == nil || got.Name != u.Name {
			t.Errorf("unit %s: example %q is read as %v", u.Name, u.Example, got)
			continue
		}
		if v.Mul(v, u.Factor).Cmp(want) != 0 {
			t.Errorf("unit %s: example %q gives %s", u.Name, u.Example, v.FloatString(6))
		}
	}
}

// exampleUnit reads the unit of an example, after as few powers as can be, and
// multiplies v by those.
func exampleUnit(lex *Lexicon, rs []rune, v *big.Rat) *Unit {
	powers := map[rune]int64{'百': 100, '千': 1000, '万': 10000, '亿': 100000000}
	for i := range rs {
		if u, n := lex.UnitAt(rs, i); n == len(rs)-i {
			return u
		}
		if powers[rs[i]] == 0 {
			return nil
		}
		v.Mul(v, big.NewRat(powers[rs[i]], 1))
	}
	return nil
}

// TestIndicatorExamples demands that every indicator is found in its example,
// and that no alias means two of them.
func TestIndicatorExamples(t *testing.T) {
	lex := Default()
	owner := map[string]string{}
	for _, ind := range lex.Indicators {
		for _, name := range append([]string{ind.Name}, ind.Aliases...) {
			if o, ok := owner[name]; ok && o != ind.Code {
				t.Errorf("%s is an alias of %s and of %s", name, o, ind.Code)
			}
			owner[name] = ind.Code
		}
		rs := []rune(ind.Example)
		found := false
		for i := range rs {
			if tok, ok := lex.At(rs, i, ClassIndicator); ok && lex.Indicator(tok).Code == ind.Code {
				found = true
			}
		}
		if !found {
			t.Errorf("%s is not found in its example %q", ind.Code, ind.Example)
		}
	}
	codes := map[string]bool{}
	units := map[string]bool{"": true}
	for _, u := range lex.Units {
		units[u.Name] = true
	}
	for _, ind := range lex.Indicators {
		codes[ind.Code] = true
		if !units[ind.Unit] {
			t.Errorf("%s: unknown unit %s", ind.Code, ind.Unit)
		}
	}
	for _, ind := range lex.Indicators {
		if w, ok := strings.CutPrefix(ind.Regions, "mean:"); ok && !codes[w] {
			t.Errorf("%s: weighted by %s, which is no indicator", ind.Code, w)
		}
	}
}

func TestLongestMatch(t *testing.T) {
	lex := Default()
	for _, c := range []struct{ text, want string }{
		{"地区生产总值增长", "地区生产总值"},
		{"新开工建设", "新开工"},
		{"ＧＤＰ总量", "ＧＤＰ"},
		{"ｇｄｐ", "ｇｄｐ"},
	} {
		tok, ok := lex.At([]rune(c.text), 0, ClassAny)
		if got := string([]rune(c.text)[tok.Start:tok.End]); !ok || got != c.want {
			t.Errorf("at the start of %s: %q, want %q", c.text, got, c.want)
		}
	}
}

func TestPlaces(t *testing.T) {
	lex := Default()
	for _, c := range []struct{ text, code string }{
		{"内蒙古", "150000"}, {"内蒙古自治区", "150000"}, {"包头", "150200"}, {"包头市", "150200"},
		{"锡林郭勒", "152500"}, {"锡盟", "152500"}, {"察右后旗", "150928"}, {"昆山", "320583"},
	} {
		tok, ok := lex.At([]rune(c.text), 0, ClassPlace)
		found := false
		for _, p := range lex.PlacesOf(tok) {
			found = found || p.Code == c.code
		}
		if !ok || !found {
			t.Errorf("%s: no place with code %s", c.text, c.code)
		}
	}
}

func TestBadFilesAreRefusedWhole(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("units.tsv", "unit\taliases\tdimension\tfactor\tclass\texample\n桶\t\tvolume\tmany\tunit\t\n桶\t\tvolume\t1\tnone\t\n")
	write("verbs.tsv", "verb\thardness\troles\n擘画\tgentle\ttask\n擘画\tsoft\tfly\n")
	write("wrods.tsv", "")
	_, err := Load(dir)
	if err == nil {
		t.Fatal("bad files were taken")
	}
	for _, want := range []string{"units.tsv:2", "units.tsv:3", "verbs.tsv:2", "verbs.tsv:3", "wrods.tsv"} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("the error does not name %s:\n%v", want, err)
		}
	}
}

func TestFolderAddsToTheLexicon(t *testing.T) {
	dir := t.TempDir()
	text := "# 一个单位\nunit\taliases\tdimension\tfactor\tclass\texample\n堆垛\t\tcount:thing\t1\tmeasure\t3堆垛 = 3 堆垛\n"
	if err := os.WriteFile(filepath.Join(dir, "units.tsv"), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	lex, err := Load(dir)
	if err != nil {
		t.Fatal(err)
	}
	if u, n := lex.UnitAt([]rune("堆垛"), 0); n != 2 || u.Name != "堆垛" {
		t.Errorf("the added unit is read as %v", u)
	}
	if u, n := Default().UnitAt([]rune("堆垛"), 0); n != 0 {
		t.Errorf("the default lexicon knows the added unit: %v", u)
	}
}

// TestAutomatonAgainstSearch holds the automaton against trying every spelling.
func TestAutomatonAgainstSearch(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.StringOfN(rapid.RuneFrom([]rune("甲乙丙Ａb")), 1, 4, -1)
		words := rapid.SliceOfN(word, 1, 12).Draw(t, "words")
		text := []rune(rapid.StringOfN(rapid.RuneFrom([]rune("甲乙丙丁Aｂ")), 0, 30, -1).Draw(t, "text"))
		var l loader
		for i, w := range words {
			l.add(ClassVerb, i, w)
			l.lex.Verbs = append(l.lex.Verbs, Verb{Text: w})
		}
		lex := l.finish()
		for i := range text {
			best := 0
			for _, w := range words {
				rs := []rune(w)
				if n := len(rs); n > best && i+n <= len(text) && folded(text[i:i+n]) == folded(rs) {
					best = n
				}
			}
			tok, _ := lex.At(text, i, ClassAny)
			if got := int(tok.End - tok.Start); got != best {
				t.Fatalf("at %d of %q: %d runes, search finds %d", i, string(text), got, best)
			}
			for k := i + 1; k < i+best; k++ {
				if !lex.Joins(text[k-1], text[k]) {
					t.Fatalf("%q stands in an entry, and %q joins not %q", string(text[i:i+best]), text[k-1], text[k])
				}
			}
		}
	})
}

func folded(rs []rune) string {
	out := make([]rune, len(rs))
	for i, r := range rs {
		out[i] = Fold(r)
	}
	return string(out)
}

func FuzzLoad(f *testing.F) {
	f.Add("unit\taliases\tdimension\tfactor\tclass\texample\n桶\t\tvolume\t1/3\tunit\t\n")
	f.Add("# x\nunit\n")
	f.Fuzz(func(t *testing.T, text string) {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "units.tsv"), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if lex, err := Load(dir); err == nil && lex == nil {
			t.Error("neither a lexicon nor an error")
		}
	})
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := Load(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkTokens(b *testing.B) {
	lex := Default()
	rs := []rune(strings.Repeat("加快农业现代化，新建高标准农田三百万亩，全年地区生产总值增长百分之六左右，居民收入稳步增长。", 2000))
	b.SetBytes(int64(len(string(rs))))
	var toks []Token
	for b.Loop() {
		toks = lex.Tokens(toks[:0], rs, 0, len(rs))
	}
}
