package postgres

import (
	"errors"
	"io"
	"net"

	"github.com/jackc/pgx/v5/pgconn"

	"pledger/store/fault"
)

// SQLSTATEs that a transaction may run again after.
const (
	uniqueViolation      = "23505" // of entry: another program appended first
	serializationFailure = "40001"
	deadlockDetected     = "40P01"
)

// codes are the faults that SQLSTATEs tell of.
var codes = map[string]string{
	serializationFailure: fault.Busy,
	deadlockDetected:     fault.Busy,
	"55P03":              fault.Busy,        // lock_not_available
	"53100":              fault.Full,        // disk_full
	"58030":              fault.Device,      // io_error
	"XX001":              fault.Damaged,     // data_corrupted
	"XX002":              fault.Damaged,     // index_corrupted
	"25006":              fault.ReadOnly,    // read_only_sql_transaction
	"42501":              fault.Permission,  // insufficient_privilege
	"28000":              fault.Permission,  // invalid_authorization_specification
	"28P01":              fault.Permission,  // invalid_password
	"3D000":              fault.Missing,     // invalid_catalog_name
	"53300":              fault.Unreachable, // too_many_connections
	"57P01":              fault.Unreachable, // admin_shutdown
	"57P02":              fault.Unreachable, // crash_shutdown
	"57P03":              fault.Unreachable, // cannot_connect_now
}

// translate is the one place where the server's errors get a meaning, by code.
func (db *DB) translate(err error) error {
	var ours *fault.Error
	if err == nil || errors.As(err, &ours) {
		return err
	}
	var e *pgconn.PgError
	if errors.As(err, &e) {
		if code, ok := codes[e.Code]; ok {
			return fault.Wrap(code, db.at, err)
		}
		return err
	}
	if broken(err) {
		return fault.Wrap(fault.Unreachable, db.at, err)
	}
	return err
}

// broken reports whether an error is the connection's and not the server's.
func broken(err error) bool {
	var connect *pgconn.ConnectError
	var network net.Error
	return errors.As(err, &connect) || errors.As(err, &network) && !network.Timeout() ||
		errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, net.ErrClosed)
}

// conflict reports whether a transaction failed for what another did, and may
// run again.
func conflict(err error) bool {
	var e *pgconn.PgError
	if !errors.As(err, &e) {
		return false
	}
	return e.Code == serializationFailure || e.Code == deadlockDetected ||
		e.Code == uniqueViolation && e.TableName == "entry"
}
