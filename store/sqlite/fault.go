package sqlite

import (
	"errors"

	"modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"

	"pledger/store/fault"
)

// codes are the faults that SQLite's result codes tell of. An extended code has
// its primary code in its low byte.
var codes = map[int]string{
	lib.SQLITE_BUSY:     fault.Busy,
	lib.SQLITE_LOCKED:   fault.Busy,
	lib.SQLITE_PERM:     fault.Permission,
	lib.SQLITE_AUTH:     fault.Permission,
	lib.SQLITE_READONLY: fault.ReadOnly,
	lib.SQLITE_CANTOPEN: fault.Permission,
	lib.SQLITE_FULL:     fault.Full,
	lib.SQLITE_IOERR:    fault.Device,
	lib.SQLITE_CORRUPT:  fault.Damaged,
	lib.SQLITE_NOTADB:   fault.NotDatabase,
}

// translate is the one place where SQLite's errors get a meaning, by code.
func (db *DB) translate(err error) error {
	var e *sqlite.Error
	if !errors.As(err, &e) {
		return err
	}
	if code, ok := codes[e.Code()&0xff]; ok {
		return fault.Wrap(code, db.path, err)
	}
	return err
}
