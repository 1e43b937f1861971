package statement_test

import (
	"bufio"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"pledger/document"
	"pledger/internal/evaluate"
	"pledger/lexicon"
	"pledger/report"
	"pledger/statement"
)

// readSets are the sets of the files read so far: several tests judge the same.
var readSets sync.Map // path → *statement.Set

// setOf reads a file through all stages.
func setOf(t testing.TB, path string) *statement.Set {
	t.Helper()
	if set, ok := readSets.Load(path); ok {
		return set.(*statement.Set)
	}
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	text, err := document.Read(filepath.Base(path), file)
	if err != nil {
		t.Fatal(err)
	}
	set := statement.Extract(report.Parse(text), lexicon.Default())
	readSets.Store(path, set)
	return set
}

// stretch is the first line of an annotation that covers a part of a report.
type stretch struct {
	Source   string
	From, To int // rune offsets into the source
}

// annotation is what one gold file says: of the whole of a text, or of a
// stretch of it.
type annotation struct {
	stretch stretch // the zero stretch is the whole
	figures []evaluate.GoldFigure
	pledges []evaluate.GoldPledge
}

// readAnnotation reads NAME.figures.jsonl and NAME.pledges.jsonl, of which one
// may be absent; stretched says that they begin with a stretch.
func readAnnotation(t testing.TB, name string, stretched bool) annotation {
	t.Helper()
	var a annotation
	if r := openGold(t, name+".figures.jsonl", stretched, &a.stretch); r != nil {
		a.figures = rowsOf(t, name, r, evaluate.ReadFigures)
	}
	if r := openGold(t, name+".pledges.jsonl", stretched, &a.stretch); r != nil {
		a.pledges = rowsOf(t, name, r, evaluate.ReadPledges)
	}
	return a
}

// openGold returns the rows of a gold file behind its stretch; nil where there
// is no such file.
func openGold(t testing.TB, path string, stretched bool, s *stretch) io.Reader {
	t.Helper()
	file, err := os.Open(path)
	if os.IsNotExist(err) {
		return nil
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { file.Close() })
	rows := bufio.NewReader(file)
	if !stretched {
		return rows
	}
	line, err := rows.ReadBytes('\n')
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	if err := json.Unmarshal(line, s); err != nil || s.Source == "" || s.To <= s.From {
		t.Fatalf("%s: the first line is no stretch of a report: %s (%v)", path, line, err)
	}
	return rows
}

// rowsOf reads the rows, of which there must be one.
func rowsOf[T any](t testing.TB, name string, r io.Reader, read func(io.Reader) ([]T, error)) []T {
	t.Helper()
	rows, err := read(r)
	if err != nil || len(rows) == 0 {
		t.Fatalf("%s: %d rows, error %v", name, len(rows), err)
	}
	return rows
}

// within is set with only the figures and pledges that begin in the stretch.
func (s stretch) within(set *statement.Set) (figures, pledges *statement.Set) {
	if s == (stretch{}) {
		return set, set
	}
	f, p := *set, *set
	f.Figures, f.Pledges, p.Pledges = nil, nil, nil
	for _, fig := range set.Figures {
		if s.From <= fig.Pos.Start && fig.Pos.Start < s.To {
			f.Figures = append(f.Figures, fig)
		}
	}
	for _, pl := range set.Pledges {
		if s.From <= pl.Pos.Start && pl.Pos.Start < s.To {
			p.Pledges = append(p.Pledges, pl)
		}
	}
	return &f, &p
}
