package shared

import (
	"os"
	"path/filepath"
	"testing"
)

// Dir is the folder, or "" where there is none.
func Dir() string {
	if dir := os.Getenv("PLEDGER_SHARED"); dir != "" {
		return dir
	}
	for at, err := os.Getwd(); err == nil && at != filepath.Dir(at); at = filepath.Dir(at) {
		if st, err := os.Stat(filepath.Join(at, "shared", "gold")); err == nil && st.IsDir() {
			return filepath.Join(at, "shared")
		}
	}
	return ""
}

// Path returns a path inside the folder; it skips the test where the folder is
// absent, and fails it where the folder is there without that path.
func Path(t testing.TB, path ...string) string {
	t.Helper()
	dir := Dir()
	if dir == "" {
		t.Skip("no folder shared with reports and annotations beside the repository, and PLEDGER_SHARED is not set")
	}
	full := filepath.Join(append([]string{dir}, path...)...)
	if _, err := os.Stat(full); err != nil {
		t.Fatal(err)
	}
	return full
}

// Files returns the files inside the folder that fit a pattern; none at all
// fails the test.
func Files(t testing.TB, pattern ...string) []string {
	t.Helper()
	full := filepath.Join(append([]string{Path(t)}, pattern...)...)
	files, err := filepath.Glob(full)
	if err != nil || len(files) == 0 {
		t.Fatalf("no files fit %s: %v", full, err)
	}
	return files
}
