package main

import (
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"pledger/document"
)

// stdin is the argument that stands for the standard input.
const stdin = "-"

// extensions are the files that are read out of a folder.
var extensions = []string{".txt", ".docx", ".pdf", ".html", ".htm"}

// An input is one file to be read, or the reason why there is none.
type input struct {
	name string // its path, or stdin
	err  error  // why the argument gives no file; worded by explain
}

// inputs lists the files that the arguments name, in their order; a folder
// stands for the files in it and below, by name.
func (a *app) inputs(args []string) []input {
	var all []input
	for _, arg := range args {
		info, err := os.Stat(arg)
		switch {
		case arg == stdin || err == nil && !info.IsDir():
			all = append(all, input{name: arg})
		case err != nil:
			all = append(all, input{arg, err})
		default:
			all = append(all, a.folder(arg)...)
		}
	}
	return all
}

// folder lists the readable files in dir and below. What cannot be looked into
// is listed with its error, so that it is told and does not stop the others.
func (a *app) folder(dir string) []input {
	var found []input
	filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			found = append(found, input{path, err})
		case hidden(d.Name()) && path != dir:
			if d.IsDir() {
				return fs.SkipDir
			}
		case !d.IsDir() && slices.Contains(extensions, strings.ToLower(filepath.Ext(path))):
			found = append(found, input{name: path})
		}
		return nil
	})
	if len(found) == 0 {
		found = append(found, input{dir, &messageError{a.text("cmd.empty-folder", dir, strings.Join(extensions, " "))}})
	}
	return found
}

// countStdin is how often the standard input is to be read; it can be once.
func countStdin(inputs []input) int {
	n := 0
	for _, in := range inputs {
		if in.name == stdin {
			n++
		}
	}
	return n
}

// hidden reports whether a file is not meant to be seen: those of the system,
// and the lock files that Word leaves beside an open document.
func hidden(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$")
}

// read decodes the input into a text.
func (a *app) read(in input) (*document.Text, error) {
	if in.err != nil {
		return nil, in.err
	}
	if in.name == stdin {
		return document.Read(a.text("cmd.stdin"), a.in)
	}
	f, err := os.Open(in.name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return document.Read(in.name, io.Reader(f))
}
