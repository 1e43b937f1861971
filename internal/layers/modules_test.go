package layers

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// modules are the modules of others that our packages may import, each with the
// reason why it is there. Tools stand in go.mod and are not imported.
var modules = map[string]string{
	"github.com/cockroachdb/apd/v3":     "decimals with stated rounding, for interval arithmetic",
	"github.com/schollz/progressbar/v3": "the progress bar of long runs",
	"github.com/spf13/cobra":            "subcommands and flags",
	"github.com/klippa-app/go-pdfium":   "the text layer of pdf files, in a WebAssembly build that needs no C library",
	"github.com/tetratelabs/wazero":     "the WebAssembly engine under go-pdfium: limits on memory and time",
	"modernc.org/sqlite":                "SQLite translated to Go: the embedded default needs no C compiler and no service",
	"github.com/jackc/pgx/v5":           "PostgreSQL's own protocol: pipelines, errors by code, a pool of connections",
	"github.com/pressly/goose/v3":       "numbered migrations, each in a transaction",
	"github.com/mozillazg/go-pinyin":    "readings of Chinese characters, for searching by pinyin initials",
	"github.com/alexedwards/scs/v2":     "sessions: tokens hashed at rest, renewed at sign-in",
	"github.com/xuri/excelize/v2":       "xlsx files, written row by row",
	"github.com/coreos/go-oidc/v3":      "signing in by an office's own provider: discovery, keys, verified tokens",
	"golang.org/x/oauth2":               "the code flow with PKCE under go-oidc",
	"golang.org/x/crypto":               "Argon2id, for passwords",
	"golang.org/x/net":                  "an HTML parser that reads what browsers read",
	"golang.org/x/term":                 "whether a stream is a terminal",
	"golang.org/x/text":                 "encodings, widths of characters, languages",
	"github.com/google/go-cmp":          "tests: differences that can be read",
	"github.com/rogpeppe/go-internal":   "tests: scripts of the command line, txtar golden files",
	"pgregory.net/rapid":                "tests: properties over generated values",
	"github.com/chromedp/chromedp":      "tests: the page in a real browser",
	"github.com/chromedp/cdproto":       "tests: the messages of chromedp",
}

// TestModules demands that only listed modules are imported, by tests too, and
// that every listed one is.
func TestModules(t *testing.T) {
	required := requirements(t)
	used := map[string]bool{}
	for _, s := range sources(t) {
		for _, imported := range s.imports {
			first, _, _ := strings.Cut(imported, "/")
			if first == module || !strings.Contains(first, ".") {
				continue // ours, or the standard library
			}
			owner := moduleOf(imported, required)
			used[owner] = true
			if modules[owner] == "" {
				t.Errorf("%s imports %s of module %q, which has no reason in the list", s.file, imported, owner)
			}
		}
	}
	for path, reason := range modules {
		if !used[path] {
			t.Errorf("module %s is listed (%s) and imported nowhere", path, reason)
		}
	}
}

// moduleOf is the required module that holds the package imported: the longest
// that is a prefix of it.
func moduleOf(imported string, required []string) string {
	owner := ""
	for _, path := range required {
		if (imported == path || strings.HasPrefix(imported, path+"/")) && len(path) > len(owner) {
			owner = path
		}
	}
	return owner
}

// requirement is a line of go.mod that names a module and its version.
var requirement = regexp.MustCompile(`(?m)^(?:require )?\s*(\S+\.\S+) v\S+`)

// requirements are the modules that go.mod requires.
func requirements(t *testing.T) []string {
	t.Helper()
	data, err := os.ReadFile(root + "/go.mod")
	if err != nil {
		t.Fatal(err)
	}
	var paths []string
	for _, m := range requirement.FindAllStringSubmatch(string(data), -1) {
		paths = append(paths, m[1])
	}
	return paths
}
