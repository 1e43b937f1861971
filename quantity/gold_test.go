package quantity

import (
	"bufio"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"pledger/document"
	"pledger/internal/shared"
	"pledger/lexicon"
)

// loadLexicon loads the embedded dictionaries once for all tests.
var loadLexicon = sync.OnceValues(func() (*lexicon.Lexicon, error) { return lexicon.Load() })

func testLexicon(t testing.TB) *lexicon.Lexicon {
	t.Helper()
	lex, err := loadLexicon()
	if lex == nil {
		t.Fatal(err)
	}
	return lex
}

// goldRow is what this stage can be held to of an annotated mention.
type goldRow struct {
	ID    string
	At    int
	Num   string
	What  string
	Value string
	Unit  *string
	Bound string
}

func goldRows(t testing.TB, path string) []goldRow {
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var rows []goldRow
	for sc := bufio.NewScanner(f); sc.Scan(); {
		var r goldRow
		if err := json.Unmarshal(sc.Bytes(), &r); err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		rows = append(rows, r)
	}
	return rows
}

// needsContext are the rows whose unit is not written beside the number, with
// the reason; a later stage supplies it. All else of them must be right.
var needsContext = func() map[string]string {
	m := map[string]string{}
	for reason, rows := range map[string]string{
		"people counted without a measure word": "01-rizhao/n052 01-rizhao/n072 05-anhui/n033 07-gushi/n064 " +
			"nmg-2021/n046 nmg-2021/n081 nmg-2021/n102 nmg-2021/n139 nmg-2021/n142 nmg-2021/n144 nmg-2021/n169",
		"an enumeration (三大, 五大) without a measure word":     "03-kunshan/n056 nmg-2021/n067",
		"无一 counts what an earlier clause names":             "nmg-2021/x001 nmg-2021/x002 nmg-2021/x003 nmg-2021/x004",
		"千亿级, 百亿级 are yuan only by what they are said about": "nmg-2021/n130 nmg-2021/n132",
	} {
		for key := range strings.FieldsSeq(rows) {
			m[key] = reason
		}
	}
	return m
}()

func TestGold(t *testing.T) {
	lex := testLexicon(t)
	rows, found := 0, 0
	err := filepath.WalkDir(shared.Path(t, "gold"), func(path string, _ fs.DirEntry, err error) error {
		base, ok := strings.CutSuffix(path, ".figures.jsonl")
		if err != nil || !ok {
			return err
		}
		text := base + ".txt"
		if _, err := os.Stat(text); err != nil {
			text = shared.Path(t, "reports", filepath.Base(base)+".txt")
		}
		f, err := os.Open(text)
		if err != nil {
			return err
		}
		defer f.Close()
		doc, err := document.Read(text, f)
		if err != nil {
			return err
		}
		at := map[int]Quantity{}
		for _, q := range Scan(doc, lex) {
			at[q.Pos.Start] = q
		}
		for _, r := range goldRows(t, path) {
			rows++
			q, ok := at[r.At]
			key := filepath.Base(base) + "/" + r.ID
			around := doc.Slice(document.Position{Start: max(0, r.At-8), End: min(doc.Len(), r.At+14)})
			if !ok || doc.Slice(q.Pos) != r.Num {
				t.Errorf("%s: %q at %d not found (%q) in %q", key, r.Num, r.At, doc.Slice(q.Pos), around)
				continue
			}
			found++
			if r.What != "figure" {
				continue
			}
			unit := ""
			if r.Unit != nil {
				unit = *r.Unit
			}
			if reason := needsContext[key]; reason != "" {
				if q.Unit != nil {
					t.Errorf("%s has a unit now, against: %s", key, reason)
				}
				unit = ""
			}
			if q.ValueString() != r.Value || q.UnitName() != unit || q.Bound.String() != r.Bound {
				t.Errorf("%s: %s %s %s, want %s %s %s in %q", key, q.ValueString(), q.UnitName(), q.Bound, r.Value, unit, r.Bound, around)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d of %d annotated numbers found", found, rows)
}
