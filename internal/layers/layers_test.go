package layers

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// module is this module's path.
const module = "pledger"

// order is the way of the data: a folder imports only folders above it in this
// list. Its sub-folders count as the folder itself.
var order = []string{
	"document",
	"lexicon",
	"quantity",
	"report",
	"statement",
	"audit",
	"ledger",
	"identity", // users are records of the ledger; nothing of the data's way needs to know them
	"standing",
	"mechanism",
	"casework",
	"settlement",
	"publication",
	"export",
	"store",
	"server",
	"cmd",
}

// helpers are the folders beside the way of the data: what each may import, and
// who may import it. An empty list means no folder of ours.
var helpers = map[string]struct{ imports, importers []string }{
	"locale":            {nil, []string{"export", "server", "cmd"}},
	"examples":          {nil, []string{"server", "cmd"}},
	"internal/golden":   {nil, nil},
	"internal/pgtest":   {nil, nil},
	"internal/layers":   {nil, nil},
	"internal/shared":   {nil, nil},
	"internal/evaluate": {[]string{"document", "report", "statement", "export"}, []string{"cmd"}},
}

// A source is one Go file of the module and what it imports.
type source struct {
	file    string // from the top of the repository
	folder  string // the entry of the lists that it belongs to
	test    bool
	outside bool // a test in a package of its own, named x_test
	imports []string
}

// TestOrder demands that imports go up the list only, in a package's own tests
// too. Those may import the helpers besides, and the helpers' tests whatever
// they need. A test from outside (package x_test) sees a stage as a program
// does and may show its result through any later one.
func TestOrder(t *testing.T) {
	for _, s := range sources(t) {
		for _, imported := range s.imports {
			_, fromHelper := helpers[s.folder]
			_, toHelper := helpers[folder(imported)]
			if s.outside || s.test && (fromHelper || toHelper) {
				continue
			}
			if why := refusal(s.folder, imported); why != "" {
				t.Errorf("%s imports %s: %s", s.file, imported, why)
			}
		}
	}
}

// TestRefusal runs the rule on both sides of its limits.
func TestRefusal(t *testing.T) {
	tests := []struct {
		from, imported string
		ok             bool
	}{
		{"quantity", "pledger/document", true},
		{"quantity", "pledger/report", false},
		{"document", "pledger/document/docx", true},
		{"statement", "pledger/locale", false},
		{"server", "pledger/locale", true},
		{"locale", "pledger/report", false},
		{"internal/evaluate", "pledger/export", true},
		{"internal/evaluate", "pledger/server", false},
		{"export", "pledger/internal/evaluate", false},
		{"report", "strings", true},
		{"report", "pledger/nowhere", false},
		{"nowhere", "strings", false},
	}
	for _, tt := range tests {
		if got := refusal(tt.from, tt.imported) == ""; got != tt.ok {
			t.Errorf("%s imports %s: allowed %t, want %t", tt.from, tt.imported, got, tt.ok)
		}
	}
}

// refusal says why a package in folder from may not import the package
// imported; "" where it may.
func refusal(from, imported string) string {
	helper, isHelper := helpers[from]
	at := slices.Index(order, from)
	if at < 0 && !isHelper {
		return "the folder " + from + " is in no list of internal/layers"
	}
	if imported != module && !strings.HasPrefix(imported, module+"/") {
		return ""
	}
	to := folder(imported)
	if to == from {
		return ""
	}
	if isHelper {
		if !slices.Contains(helper.imports, to) {
			return from + " may import " + some(helper.imports)
		}
		return ""
	}
	if h, ok := helpers[to]; ok {
		if !slices.Contains(h.importers, from) {
			return "only " + some(h.importers) + " may import " + to
		}
		return ""
	}
	switch i := slices.Index(order, to); {
	case i < 0:
		return "the folder " + to + " is in no list of internal/layers"
	case i > at:
		return to + " comes after " + from + " on the way of the data"
	}
	return ""
}

// some words a list of folders.
func some(folders []string) string {
	if len(folders) == 0 {
		return "tests"
	}
	return strings.Join(folders, ", ")
}

// folder is the entry of the lists that a package belongs to: its first folder,
// or for internal the first two.
func folder(path string) string {
	parts := strings.Split(strings.TrimPrefix(path, module+"/"), "/")
	if parts[0] == "internal" && len(parts) > 1 {
		return parts[0] + "/" + parts[1]
	}
	return parts[0]
}

// root is the top of the repository.
const root = "../.."

// sources reads the imports of every Go file of the module. It reads the files
// and does not ask the go command, so that go test knows what it depends on.
func sources(t *testing.T) []source {
	t.Helper()
	var all []source
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && path != root && (d.Name() == "testdata" || strings.HasPrefix(d.Name(), ".")):
			return fs.SkipDir
		case d.IsDir() || filepath.Ext(path) != ".go":
			return nil
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		tree, err := parser.ParseFile(token.NewFileSet(), path, data, parser.ImportsOnly)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, path)
		if err != nil {
			return err
		}
		rel = filepath.ToSlash(rel)
		s := source{file: rel, folder: folder(rel), test: strings.HasSuffix(rel, "_test.go"), outside: strings.HasSuffix(tree.Name.Name, "_test")}
		for _, spec := range tree.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			s.imports = append(s.imports, imported)
		}
		all = append(all, s)
		return nil
	})
	if err != nil || len(all) == 0 {
		t.Fatalf("%d Go files were read: %v", len(all), err)
	}
	return all
}
