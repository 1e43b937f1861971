package layers

import (
	"encoding/json"
	"io"
	"os/exec"
	"slices"
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
	"internal/layers":   {nil, nil},
	"internal/evaluate": {[]string{"document", "report", "statement", "export"}, []string{"cmd"}},
}

// A listed is what go list says of one package.
type listed struct {
	ImportPath   string
	Imports      []string
	TestImports  []string
	XTestImports []string
}

// TestOrder demands that imports go up the list only, in tests too. Tests may
// import the helpers besides, and the helpers' tests whatever they need.
func TestOrder(t *testing.T) {
	packages := list(t)
	if len(packages) == 0 {
		t.Fatal("go list found no package")
	}
	for _, p := range packages {
		from := folder(p.ImportPath)
		for _, imported := range p.Imports {
			if why := refusal(from, imported); why != "" {
				t.Errorf("%s imports %s: %s", p.ImportPath, imported, why)
			}
		}
		for _, imported := range slices.Concat(p.TestImports, p.XTestImports) {
			if _, helper := helpers[folder(imported)]; helper {
				continue
			}
			if _, helper := helpers[from]; helper {
				continue
			}
			if why := refusal(from, imported); why != "" {
				t.Errorf("a test of %s imports %s: %s", p.ImportPath, imported, why)
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

// list asks go list about every package of the module.
func list(t *testing.T) []listed {
	t.Helper()
	var packages []listed
	decode(t, func(dec *json.Decoder) error {
		var p listed
		err := dec.Decode(&p)
		if err == nil {
			packages = append(packages, p)
		}
		return err
	}, "list", "-e", "-json=ImportPath,Imports,TestImports,XTestImports", module+"/...")
	return packages
}

// decode runs the go command and hands its output to next until that ends.
func decode(t *testing.T, next func(*json.Decoder) error, args ...string) {
	t.Helper()
	out, err := exec.Command("go", args...).Output()
	if err != nil {
		t.Fatalf("go %s: %v", strings.Join(args, " "), err)
	}
	dec := json.NewDecoder(strings.NewReader(string(out)))
	for {
		err := next(dec)
		if err == io.EOF {
			return
		}
		if err != nil {
			t.Fatalf("go %s: %v", strings.Join(args, " "), err)
		}
	}
}
