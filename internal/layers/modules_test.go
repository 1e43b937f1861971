package layers

import (
	"encoding/json"
	"maps"
	"slices"
	"testing"
)

// modules are the modules of others that our packages may import, each with the
// reason why it is there. Tools stand in go.mod and are not imported.
var modules = map[string]string{
	"github.com/cockroachdb/apd/v3":     "decimals with stated rounding, for interval arithmetic",
	"github.com/schollz/progressbar/v3": "the progress bar of long runs",
	"github.com/spf13/cobra":            "subcommands and flags",
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
	type dependency struct {
		Standard bool
		Module   *struct{ Path string }
	}
	paths := map[string]bool{}
	for _, p := range list(t) {
		for _, path := range slices.Concat(p.Imports, p.TestImports, p.XTestImports) {
			paths[path] = true
		}
	}
	used := map[string]bool{}
	args := []string{"list", "-e", "-json=Standard,Module"}
	decode(t, func(dec *json.Decoder) error {
		var d dependency
		err := dec.Decode(&d)
		if err == nil && !d.Standard && d.Module != nil && d.Module.Path != module {
			used[d.Module.Path] = true
		}
		return err
	}, append(args, slices.Sorted(maps.Keys(paths))...)...)
	for path := range used {
		if modules[path] == "" {
			t.Errorf("module %s is imported and has no reason in the list", path)
		}
	}
	for path, reason := range modules {
		if !used[path] {
			t.Errorf("module %s is listed (%s) and imported nowhere", path, reason)
		}
	}
}
