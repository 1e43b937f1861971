// Package fault names what can be wrong with a database itself, as opposed to
// what is asked of it: one code for each case that an operator mends in a way
// of its own.
//
// Its input is the error of a driver, its output an Error with a code; the
// catalogue words each as store.CODE.
package fault

import (
	"errors"
	"fmt"
)

// The codes of Error.
const (
	Missing     = "missing"      // there is no database at the place named
	Empty       = "empty"        // a database without any table: it was never created
	Exists      = "exists"       // a database stands where a new one was to be made
	NotDatabase = "not-database" // a file that is no SQLite database
	Foreign     = "foreign"      // a database of another program
	Directory   = "directory"    // a folder stands where the file should
	NoFolder    = "no-folder"    // the folder of the file does not exist
	Permission  = "permission"   // the system does not let us
	ReadOnly    = "read-only"    // the file or its folder cannot be written
	Full        = "full"         // the disk is full
	Damaged     = "damaged"      // the database's own structure is broken
	Device      = "device"       // reading or writing the disk failed
	Busy        = "busy"         // another program held the database too long
	Older       = "older"        // an older schema: args have, want, the command that mends it
	Newer       = "newer"        // a schema of a later version of this program: args have, want
	Unreachable = "unreachable"  // no server answers, or it refuses the sign-in
	Encoding    = "encoding"     // the database does not keep UTF-8: args its encoding
	Address     = "address"      // the address of the database is malformed
	Unknown     = "unknown"      // the connection broke while a change was kept: nobody can say whether it was
	Text        = "text"         // a text holds NUL or is no UTF-8: args where
	Misuse      = "misuse"       // the caller broke the contract of the store: args how
	Backup      = "backup"       // a backup is cut short, changed or of another format: args how
)

// Error is a fault of the database.
type Error struct {
	Code string
	At   string   // the file, or the address without its password
	Args []string // see the code
	Err  error    // of the driver or the system; nil where we found it ourselves
}

// Of is the fault with the code at a place.
func Of(code, at string, args ...string) *Error {
	return &Error{Code: code, At: at, Args: args}
}

// Wrap is the fault that a driver's error tells of.
func Wrap(code, at string, err error) *Error {
	return &Error{Code: code, At: at, Err: err}
}

// Error says what is wrong, for an operator.
func (e *Error) Error() string {
	s := "store: " + e.Code
	if e.At != "" {
		s += ": " + e.At
	}
	if len(e.Args) > 0 {
		s += fmt.Sprintf(" %q", e.Args)
	}
	if e.Err != nil {
		s += ": " + e.Err.Error()
	}
	return s
}

// Unwrap is the error of the driver or the system.
func (e *Error) Unwrap() error { return e.Err }

// Is reports whether err is a fault with the code.
func Is(err error, code string) bool {
	var f *Error
	return errors.As(err, &f) && f.Code == code
}

// MigrateCommand mends a database with an older schema.
const MigrateCommand = "pledger migrate --db "
