package main

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// A destination is where results go: the standard output, a device, or a file
// that appears under its name only when it is whole.
type destination struct {
	io.WriteCloser
	made string // path of the file being made; "" where there is none
	name string // the name it takes
}

// open is the destination that -o names, the standard output for "" and "-".
func (a *app) open(name string) (*destination, error) {
	if name == "" || name == stdin {
		return &destination{WriteCloser: staysOpen{a.out}}, nil
	}
	made := ""
	f, err := create(name)
	if err == nil && f.Name() != name {
		made = f.Name()
	}
	var path *fs.PathError
	if errors.As(err, &path) {
		err = path.Err // the name in it is of no use to the user
	}
	if err != nil {
		return nil, &messageError{a.text("cmd.cannot-write", name, err)}
	}
	return &destination{f, made, name}, nil
}

// create opens the file to write to: a new one beside name, or name itself
// where that is a device or a pipe, which must not be replaced.
func create(name string) (*os.File, error) {
	if info, err := os.Stat(name); err == nil && !info.Mode().IsRegular() {
		return os.OpenFile(name, os.O_WRONLY, 0)
	}
	return os.CreateTemp(filepath.Dir(name), ".pledger-*")
}

// staysOpen is a stream that is not ours to close.
type staysOpen struct{ io.Writer }

// Close does nothing.
func (staysOpen) Close() error { return nil }

// fileMode lets others read what was written, as a file made by a shell's >
// would; temporary files are closed to them.
const fileMode = 0o644

// close ends the destination. A file takes its name if whole, and vanishes if not.
func (d *destination) close(whole bool) error {
	err := d.Close()
	if d.made == "" {
		return err
	}
	if err == nil && whole {
		if err = os.Chmod(d.made, fileMode); err == nil {
			err = os.Rename(d.made, d.name)
		}
	}
	if err != nil || !whole {
		os.Remove(d.made)
	}
	return err
}
