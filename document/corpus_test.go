package document

import (
	"os"
	"strings"
	"testing"

	"pledger/internal/shared"
)

// sharedFiles returns the paths of the real reports and the annotated short ones.
func sharedFiles(t testing.TB) []string {
	t.Helper()
	return append(shared.Files(t, "reports", "*.txt"), shared.Files(t, "gold", "mini", "*.txt")...)
}

// checkText reports whatever breaks the contract of Text.
func checkText(t testing.TB, x *Text) {
	t.Helper()
	at := 0
	for i, b := range x.Blocks {
		if !b.Pos.Valid() || b.Pos.Start < at || b.Pos.End > x.Len() {
			t.Fatalf("%s: block %d at %v, after %d, in a text of %d runes", x.Name, i, b.Pos, at, x.Len())
		}
		for _, r := range x.runes[at:b.Pos.Start] {
			if classify(r) == visible {
				t.Fatalf("%s: %q before block %d is in no block", x.Name, r, i)
			}
		}
		at = b.Pos.End
	}
	for _, r := range x.runes[at:] {
		if classify(r) == visible {
			t.Fatalf("%s: %q after the last block is in no block", x.Name, r)
		}
	}
	if j := x.Joined(); j != x {
		checkText(t, j)
		checkJoined(t, x, j)
	}
}

// checkJoined demands that every rune of j, the joined text of x, is found where it
// stands in x, a blank perhaps as another one, in order and there and back.
func checkJoined(t testing.TB, x, j *Text) {
	t.Helper()
	last := -1
	for i, r := range j.runes {
		p := x.Original(Position{i, i + 1})
		if p.Len() != 1 || p.Start <= last || x.runes[p.Start] != r && (r != ' ' || classify(x.runes[p.Start]) == visible) {
			t.Fatalf("%s: %q at %d of the joined text is said to stand at %v, after %d", x.Name, r, i, p, last)
		}
		last = p.Start
		if at := x.joinedAt(last); at != i {
			t.Fatalf("%s: offset %d of the joined text leads to %d and back to %d", x.Name, i, last, at)
		}
	}
}

func TestRealReports(t *testing.T) {
	for _, path := range sharedFiles(t) {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		f, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		x, err := Read(path, f)
		f.Close()
		if err != nil {
			t.Errorf("%s: %v", path, err)
			continue
		}
		if x.Slice(Position{0, x.Len()}) != string(data) || x.Encoding != "utf-8" {
			t.Errorf("%s: the text is not the file's own", path)
		}
		checkText(t, x)
		furn := 0
		for _, b := range x.Blocks {
			if b.Kind == Furniture {
				furn++
				if s := x.Slice(b.Pos); !licence(s) {
					t.Errorf("%s: report text became furniture: %.40q", path, s)
				}
			}
			if r := x.runes[b.Pos.Start]; continues(r) {
				t.Errorf("%s: a paragraph begins with %q at %d", path, r, b.Pos.Start)
			}
		}
		if strings.Contains(string(data), "Public domain") && furn != licenceBlocks {
			t.Errorf("%s: %d blocks of furniture, want the licence's %d", path, furn, licenceBlocks)
		}
	}
}

// licenceBlocks is the number of paragraphs of the licence at the end of the
// reports that come from a wiki library.
const licenceBlocks = 3

// licence reports whether a paragraph is of that licence.
func licence(s string) bool {
	return strings.HasPrefix(s, "本作品") || strings.Contains(s, "维基文库") || strings.HasPrefix(s, "Public domain")
}
