package locale

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"
)

//go:embed data/*.tsv
var embedded embed.FS

// header is the first line of every catalogue file that is no comment.
const header = "key\tzh\ten"

// A Mistake is a line of a catalogue file that is refused, and why.
type Mistake struct {
	File   string // the file's name without its folder
	Line   int    // from 1
	Reason string // in English; for whoever keeps the catalogue
}

// Error gives the mistake as file:line: reason.
func (m *Mistake) Error() string { return fmt.Sprintf("%s:%d: %s", m.File, m.Line, m.Reason) }

// catalogue holds the messages of all files by key.
type catalogue map[string]message

// message is one entry: its text in each language, cut at the arguments, and
// the place where it stands.
type message struct {
	texts [langCount]text
	file  string
	line  int
}

// load reads the catalogue files in folder dir of fsys, in the order of their
// names. Its error joins one *Mistake for each line refused.
func load(fsys fs.FS, dir string) (catalogue, error) {
	names, err := fs.Glob(fsys, path.Join(dir, "*.tsv"))
	if err != nil {
		return nil, err
	}
	c := catalogue{}
	var all []error
	for _, name := range names {
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, err
		}
		all = append(all, c.add(path.Base(name), string(data))...)
	}
	return c, errors.Join(all...)
}

// add takes in one file and returns the mistakes in it.
func (c catalogue) add(file, data string) (mistakes []error) {
	headed := false
	refuse := func(line int, format string, args ...any) {
		mistakes = append(mistakes, &Mistake{file, line, fmt.Sprintf(format, args...)})
	}
	line := 0
	for row := range strings.Lines(data) {
		line++
		row = strings.TrimRight(row, "\r\n")
		switch {
		case strings.TrimSpace(row) == "" || strings.HasPrefix(row, "#"):
		case !headed && row != header:
			refuse(line, "the first line must be the header %q", header)
			return mistakes
		case !headed:
			headed = true
		default:
			if err := c.addRow(file, line, row); err != nil {
				refuse(line, "%v", err)
			}
		}
	}
	if !headed {
		refuse(1, "the header %q is missing", header)
	}
	return mistakes
}

// addRow takes in one line, or says why it is refused.
func (c catalogue) addRow(file string, line int, row string) error {
	cells := strings.Split(row, "\t")
	if len(cells) != 1+langCount {
		return fmt.Errorf("%d columns instead of %d", len(cells), 1+langCount)
	}
	key := cells[0]
	if err := checkKey(key); err != nil {
		return err
	}
	if first, ok := c[key]; ok {
		return fmt.Errorf("key %q stands already in %s:%d", key, first.file, first.line)
	}
	m := message{file: file, line: line}
	for i, cell := range cells[1:] {
		t, err := parseText(cell)
		if err != nil {
			return fmt.Errorf("%s text: %w", Lang(i), err)
		}
		m.texts[i] = t
	}
	if zh, en := m.texts[ZhCN].args, m.texts[En].args; zh != en {
		return fmt.Errorf("arguments differ: zh-CN uses %s, en uses %s", zh, en)
	}
	c[key] = m
	return nil
}

// checkKey refuses a key that is empty or holds other than lower-case letters,
// digits, dots, hyphens and underscores.
func checkKey(key string) error {
	if key == "" {
		return errors.New("the key is empty")
	}
	for _, r := range key {
		if !strings.ContainsRune("abcdefghijklmnopqrstuvwxyz0123456789.-_", r) {
			return fmt.Errorf("key %q: %q is not a lower-case letter, digit, dot, hyphen or underscore", key, r)
		}
	}
	return nil
}
