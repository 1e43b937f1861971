package main

import (
	"io"
	"os"
	"path/filepath"
)

// A destination is where results go: the standard output, or a file that
// appears under its name only when it is whole.
type destination struct {
	io.Writer
	file *os.File // nil for the standard output
	name string
}

// open is the destination that -o names, the standard output for "" and "-".
func (a *app) open(name string) (*destination, error) {
	if name == "" || name == stdin {
		return &destination{Writer: a.out}, nil
	}
	f, err := os.CreateTemp(filepath.Dir(name), ".pledger-*")
	if err != nil {
		return nil, &messageError{a.text("cmd.cannot-write", name, err)}
	}
	return &destination{Writer: f, file: f, name: name}, nil
}

// fileMode lets others read what was written, as a file made by a shell's >
// would; temporary files are closed to them.
const fileMode = 0o644

// close ends the destination. A file takes its name if whole, and vanishes if not.
func (d *destination) close(whole bool) error {
	if d.file == nil {
		return nil
	}
	err := d.file.Close()
	if err == nil && whole {
		if err = os.Chmod(d.file.Name(), fileMode); err == nil {
			return os.Rename(d.file.Name(), d.name)
		}
	}
	os.Remove(d.file.Name())
	return err
}
