package lexicon

import (
	"bytes"
	"fmt"
	"io/fs"
	"strings"
	"unicode/utf8"
)

// Mistake is one line of a dictionary file that was refused.
type Mistake struct {
	File   string
	Line   int    // from 1; 0 where the whole file is meant
	Code   string // key of the message catalogue: lexicon.columns, lexicon.utf8 …
	Args   []string
	Reason string // the same in English, for logs and tests
}

func (m Mistake) Error() string {
	return fmt.Sprintf("%s:%d: %s", m.File, m.Line, m.Reason)
}

// Mistakes is every mistake of a load, in order of file and line.
type Mistakes []Mistake

func (ms Mistakes) Error() string {
	lines := make([]string, len(ms))
	for i, m := range ms {
		lines[i] = m.Error()
	}
	return strings.Join(lines, "\n")
}

// row is one data line of a table: its cells by column name.
type row struct {
	file  string
	line  int
	cells map[string]string
}

// list splits a cell of several values.
func (r row) list(column string) []string {
	var out []string
	for v := range strings.SplitSeq(r.cells[column], "|") {
		if v = strings.TrimSpace(v); v != "" {
			out = append(out, v)
		}
	}
	return out
}

// table reads the rows of one dictionary file. columns are the names its
// header line must hold, in any order.
func (l *loader) table(fsys fs.FS, name, shown string, columns []string) []row {
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		l.mistake(shown, 0, "lexicon.unreadable", err.Error())
		return nil
	}
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	var header []string
	var rows []row
	for i, line := range strings.Split(string(data), "\n") {
		line = strings.TrimRight(line, "\r")
		if strings.TrimSpace(line) == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if !utf8.ValidString(line) {
			l.mistake(shown, i+1, "lexicon.utf8")
			continue
		}
		cells := strings.Split(line, "\t")
		if header == nil {
			header = cells
			if missing := absent(columns, header); missing != "" {
				l.mistake(shown, i+1, "lexicon.header", missing)
				return nil
			}
			continue
		}
		if len(cells) > len(header) {
			l.mistake(shown, i+1, "lexicon.columns", fmt.Sprint(len(header)), fmt.Sprint(len(cells)))
			continue
		}
		r := row{file: shown, line: i + 1, cells: make(map[string]string, len(header))}
		for j, c := range cells {
			r.cells[header[j]] = strings.TrimSpace(c)
		}
		rows = append(rows, r)
	}
	return rows
}

// absent names the first of want that have lacks, or "".
func absent(want, have []string) string {
	for _, w := range want {
		found := false
		for _, h := range have {
			found = found || h == w
		}
		if !found {
			return w
		}
	}
	return ""
}
