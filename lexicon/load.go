package lexicon

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"math/big"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"unicode/utf8"
)

//go:embed data/*.tsv
var embedded embed.FS

// Default returns the lexicon of the embedded files. It panics if they are
// malformed, which the package's tests rule out.
var Default = sync.OnceValue(func() *Lexicon {
	l, err := Load()
	if err != nil {
		panic(err)
	}
	return l
})

// Load returns the embedded dictionaries with the files of the same names in
// dirs read on top of them: a row whose key is already known replaces it. All
// mistakes of all files are returned together as Mistakes.
func Load(dirs ...string) (*Lexicon, error) {
	ld := loader{keys: make(map[string]int)}
	data, err := fs.Sub(embedded, "data")
	if err != nil {
		return nil, err
	}
	for _, f := range files {
		ld.read(f, data, f.name, "lexicon/data/"+f.name)
	}
	for _, dir := range dirs {
		if err := ld.folder(dir); err != nil {
			return nil, err
		}
	}
	if len(ld.mistakes) > 0 {
		return nil, ld.mistakes
	}
	ld.anew()
	return ld.finish(), nil
}

// file is one kind of dictionary file: its columns and the reader of a row.
type file struct {
	name    string
	columns []string
	read    func(*loader, row)
}

var files = []file{
	{"units.tsv", []string{"unit", "aliases", "dimension", "factor", "class"}, (*loader).unit},
	{"indicators.tsv", []string{"code", "name", "aliases", "unit", "kind", "polarity", "nature", "regions", "months", "prices"}, (*loader).indicator},
	{"places.tsv", []string{"code", "name", "aliases", "level"}, (*loader).place},
	{"bodies.tsv", []string{"code", "name", "aliases", "levels", "duties"}, (*loader).body},
	{"verbs.tsv", []string{"verb", "hardness", "roles"}, (*loader).verb},
	{"words.tsv", []string{"word", "roles", "value"}, (*loader).word},
}

// loader gathers rows and mistakes.
type loader struct {
	lex       Lexicon
	spellings []spelling
	keys      map[string]int // class and key of a record: its index
	mistakes  Mistakes
}

// folder reads the dictionary files that dir holds; a file of another name is
// a mistake, so that a misspelt name does not pass in silence.
func (l *loader) folder(dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return fmt.Errorf("lexicon: %w", err)
	}
	found := false
	for _, e := range entries {
		if !strings.HasSuffix(e.Name(), ".tsv") {
			continue
		}
		known := false
		for _, f := range files {
			if f.name == e.Name() {
				known, found = true, true
				l.read(f, os.DirFS(dir), f.name, filepath.Join(dir, f.name))
			}
		}
		if !known {
			l.mistake(filepath.Join(dir, e.Name()), 0, "lexicon.unknown-file", e.Name())
		}
	}
	if !found && len(l.mistakes) == 0 {
		return errors.New("lexicon: " + dir + " holds no dictionary file")
	}
	return nil
}

func (l *loader) read(f file, fsys fs.FS, name, shown string) {
	for _, r := range l.table(fsys, name, shown, f.columns) {
		f.read(l, r)
	}
}

// mistake records a refused line.
func (l *loader) mistake(file string, line int, code string, args ...string) {
	l.mistakes = append(l.mistakes, Mistake{File: file, Line: line, Code: code, Args: args,
		Reason: strings.TrimSpace(reasons[code] + " " + strings.Join(args, ", "))})
}

// reasons are the mistakes in English; the catalogue has them in both languages.
var reasons = map[string]string{
	"lexicon.unreadable":   "the file cannot be read:",
	"lexicon.utf8":         "the line is not UTF-8",
	"lexicon.header":       "the header line lacks the column",
	"lexicon.columns":      "columns expected, columns found:",
	"lexicon.unknown-file": "no dictionary has this file name:",
	"lexicon.empty":        "a needed cell is empty:",
	"lexicon.factor":       "the factor is no decimal or fraction above zero:",
	"lexicon.value":        "the cell holds an unknown value:",
	"lexicon.print":        "names are expected in the order state|province|prefecture|county:",
	"lexicon.local":        "what is expected has the form 15=name or 15=name,name,name:",
	"lexicon.rank":         "the rank is no number above zero:",
	"lexicon.twice":        "the spelling stands already for another entry:",
}

func (l *loader) bad(r row, code string, args ...string) { l.mistake(r.file, r.line, code, args...) }

// oneOf checks that the cell of a column is one of the allowed words.
func (l *loader) oneOf(r row, column string, allowed ...string) bool {
	v := r.cells[column]
	for _, a := range allowed {
		if v == a {
			return true
		}
	}
	l.bad(r, "lexicon.value", column, v, strings.Join(allowed, "|"))
	return false
}

// add stores a record's spellings.
func (l *loader) add(class Class, index int, names ...string) {
	for _, name := range names {
		key := make([]uint16, 0, len(name)/2)
		for _, r := range name {
			key = append(key, uint16(Fold(r)))
		}
		l.spellings = append(l.spellings, spelling{key, kind{class: class}, ref{class, int32(index)}})
	}
}

// claim returns the index a record with this key has or shall have, and
// whether it replaces one.
func (l *loader) claim(class Class, key string, next int) (int, bool) {
	k := fmt.Sprint(class, " ", key)
	if i, ok := l.keys[k]; ok {
		return i, true
	}
	l.keys[k] = next
	return next, false
}

// put stores v in list at i, or at its end.
func put[T any](list []T, i int, v T) []T {
	if i < len(list) {
		list[i] = v
		return list
	}
	return append(list, v)
}

func (l *loader) unit(r row) {
	f, ok := new(big.Rat).SetString(r.cells["factor"])
	if !ok || f.Sign() <= 0 {
		l.bad(r, "lexicon.factor", r.cells["factor"])
		return
	}
	if r.cells["unit"] == "" || r.cells["dimension"] == "" {
		l.bad(r, "lexicon.empty", "unit|dimension")
		return
	}
	if !l.oneOf(r, "class", "measure", "unit", "duration", "ratio") {
		return
	}
	u := Unit{r.cells["unit"], r.cells["dimension"], f, r.cells["class"], r.list("aliases"), r.cells["example"], SortOf(r.cells["class"], r.cells["dimension"])}
	i, _ := l.claim(ClassUnit, u.Name, len(l.lex.Units))
	l.lex.Units = put(l.lex.Units, i, u)
	l.add(ClassUnit, i, append([]string{u.Name}, u.Aliases...)...)
}

func (l *loader) indicator(r row) {
	c := r.cells
	if c["code"] == "" || c["name"] == "" {
		l.bad(r, "lexicon.empty", "code|name")
		return
	}
	ok := l.oneOf(r, "kind", "level", "share", "growth", "duration", "pp", "multiple", "rank") &&
		l.oneOf(r, "polarity", "+", "-", "0") &&
		l.oneOf(r, "nature", "flow", "stock", "ratio", "index") &&
		l.oneOf(r, "months", "cumulative", "sum", "mean", "last") &&
		l.oneOf(r, "prices", "real", "nominal", "")
	if !ok {
		return
	}
	n := Indicator{c["code"], c["name"], c["unit"], c["kind"], c["polarity"], c["nature"],
		c["regions"], c["months"], c["prices"], r.list("aliases"), c["example"]}
	i, _ := l.claim(ClassIndicator, n.Code, len(l.lex.Indicators))
	l.lex.Indicators = put(l.lex.Indicators, i, n)
	l.add(ClassIndicator, i, append(n.Aliases, n.Name)...)
}

func (l *loader) place(r row) {
	c := r.cells
	if c["name"] == "" {
		l.bad(r, "lexicon.empty", "name")
		return
	}
	if !l.oneOf(r, "level", "province", "prefecture", "county", "region") {
		return
	}
	p := Place{c["code"], c["name"], r.list("aliases"), c["level"]}
	i, _ := l.claim(ClassPlace, p.Code+p.Name, len(l.lex.Places))
	l.lex.Places = put(l.lex.Places, i, p)
	l.add(ClassPlace, i, append(p.Aliases, p.Name)...)
}

func (l *loader) body(r row) {
	c := r.cells
	if c["code"] == "" || c["name"] == "" {
		l.bad(r, "lexicon.empty", "code|name")
		return
	}
	b := Body{Code: c["code"], Name: c["name"], Aliases: r.list("aliases"), Levels: r.list("levels"),
		Duties: r.list("duties"), Also: r.list("also"), Now: c["now"]}
	if !l.printed(r, &b) {
		return
	}
	i, _ := l.claim(ClassBody, b.Code, len(l.lex.Bodies))
	l.lex.Bodies = put(l.lex.Bodies, i, b)
	l.add(ClassBody, i, append(b.Aliases, b.Name)...)
}

// rolesOf reads a cell of role names.
func (l *loader) rolesOf(r row) (roles Role) {
	for _, name := range r.list("roles") {
		bit, ok := roleNames[name]
		if !ok {
			l.bad(r, "lexicon.value", "roles", name)
		}
		roles |= bit
	}
	return roles
}

func (l *loader) verb(r row) {
	if r.cells["verb"] == "" {
		l.bad(r, "lexicon.empty", "verb")
		return
	}
	if !l.oneOf(r, "hardness", "hard", "soft", "") {
		return
	}
	v := Verb{r.cells["verb"], r.cells["hardness"], l.rolesOf(r)}
	i, _ := l.claim(ClassVerb, v.Text, len(l.lex.Verbs))
	l.lex.Verbs = put(l.lex.Verbs, i, v)
	l.add(ClassVerb, i, v.Text)
}

// anew adds 新 before each verb of two characters whose object is there once it is done,
// where no row has it: 新投放 of 投放. Where 新 and the first of the two are a verb, a row must
// say so, for the second can belong to what follows: 新建通村路 is no 新建通.
func (l *loader) anew() {
	const size = 2
	for _, v := range l.lex.Verbs {
		first, _ := utf8.DecodeRuneInString(v.Text)
		if _, known := l.keys[fmt.Sprint(ClassVerb, " ", "新"+string(first))]; known {
			continue
		}
		if v.Hardness != "hard" || !v.Role.Is(Task) || !v.Role.Is(Attain) || v.Role.Is(Noun|Up|Down) || utf8.RuneCountInString(v.Text) != size {
			continue
		}
		made := Verb{"新" + v.Text, v.Hardness, Task | Up}
		if i, known := l.claim(ClassVerb, made.Text, len(l.lex.Verbs)); !known {
			l.lex.Verbs = put(l.lex.Verbs, i, made)
			l.add(ClassVerb, i, made.Text)
		}
	}
}

// word reads a row of words.tsv; its word column may hold several spellings.
// Rows of one spelling add up their roles.
func (l *loader) word(r row) {
	names := r.list("word")
	if len(names) == 0 {
		l.bad(r, "lexicon.empty", "word")
		return
	}
	roles := l.rolesOf(r)
	for _, name := range names {
		w := Word{name, roles, r.cells["value"]}
		i, known := l.claim(ClassWord, name, len(l.lex.Words))
		if known {
			w.Role |= l.lex.Words[i].Role
			if w.Value == "" {
				w.Value = l.lex.Words[i].Value
			}
		}
		l.lex.Words = put(l.lex.Words, i, w)
		if !known {
			l.add(ClassWord, i, name)
		}
	}
}

// finish compiles the automaton.
func (l *loader) finish() *Lexicon {
	lex := l.lex
	lex.codes = sync.OnceValue(lex.indexCodes)
	for i := range l.spellings {
		s := &l.spellings[i]
		s.kind.role = lex.role(s.ref)
	}
	lex.auto, lex.outs = compile(l.spellings)
	return &lex
}

// role is that of a verb or word, 0 of other records.
func (l *Lexicon) role(r ref) Role {
	switch r.class {
	case ClassVerb:
		if l.Verbs[r.index].Hardness == "hard" {
			return l.Verbs[r.index].Role | Checked
		}
		return l.Verbs[r.index].Role
	case ClassWord:
		return l.Words[r.index].Role
	}
	return 0
}
