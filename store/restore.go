package store

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"pledger/ledger"
	"pledger/store/fault"
	"pledger/store/postgres"
	"pledger/store/raw"
	"pledger/store/sqlite"
)

// Restore makes a database out of a backup, at an address where there is none
// or an empty one. What is derived is derived anew, and all of it is proved
// before anything is kept: a backup that was cut short or changed, or whose
// entries do not hold, leaves nothing. The error is a fault or a
// *ledger.Broken.
func Restore(ctx context.Context, address string, r io.Reader) (*Report, error) {
	if server(address) {
		return restoreServer(ctx, address, r)
	}
	return restoreFile(ctx, address, r)
}

// restoreServer fills an empty database in one transaction.
func restoreServer(ctx context.Context, address string, r io.Reader) (report *Report, err error) {
	db, err := postgres.Create(ctx, address)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	err = db.Maintain(ctx, func(w raw.Writer) error {
		report, err = fill(ctx, w, r)
		return err
	})
	return report, err
}

// restoreFile fills a file of another name and renames it when it is proved and
// on the disk.
func restoreFile(ctx context.Context, path string, r io.Reader) (*Report, error) {
	if err := vacant(path); err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp(filepath.Dir(path), ".restore-*")
	if err != nil {
		return nil, fault.Wrap(fault.NoFolder, path, err)
	}
	defer os.RemoveAll(dir)
	beside := filepath.Join(dir, "restored.db")
	report, err := fillFile(ctx, beside, r)
	if err != nil {
		return report, err
	}
	if err := syncPath(beside); err != nil {
		return report, fault.Wrap(fault.Device, path, err)
	}
	// From here on the database is there as a whole, or not at all. A link does
	// not replace a file that somebody made meanwhile.
	if err := vacant(path); err != nil {
		return report, err
	}
	os.Remove(path) // an empty file, or none
	if err := os.Link(beside, path); err != nil {
		if err := os.Rename(beside, path); err != nil { // where the disk has no links
			return report, fault.Wrap(fault.Device, path, err)
		}
	}
	if err := syncPath(filepath.Dir(path)); err != nil {
		return report, fault.Wrap(fault.Device, path, err)
	}
	return report, nil
}

// vacant refuses a path where a database or another file stands.
func vacant(path string) error {
	st, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return fault.Wrap(fault.Permission, path, err)
	case st.IsDir():
		return fault.Of(fault.Directory, path)
	case st.Size() > 0:
		return fault.Of(fault.Exists, path)
	}
	// The log of a database that was removed would be taken for the new one's.
	for _, suffix := range []string{"-wal", "-journal"} {
		if st, err := os.Stat(path + suffix); err == nil && st.Size() > 0 {
			return fault.Of(fault.Exists, path+suffix)
		}
	}
	return nil
}

// fillFile makes a SQLite file out of a backup.
func fillFile(ctx context.Context, path string, r io.Reader) (report *Report, err error) {
	db, err := sqlite.Create(ctx, path)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, db.Close()) }() // closing writes the log back into the file
	err = db.Maintain(ctx, func(w raw.Writer) error {
		report, err = fill(ctx, w, r)
		return err
	})
	return report, err
}

// syncPath forces a file or a folder to the disk.
func syncPath(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// fill writes a backup into an empty database and proves it.
func fill(ctx context.Context, w raw.Writer, r io.Reader) (*Report, error) {
	size, err := w.Size()
	if err != nil {
		return nil, err
	}
	if !size.Empty() {
		return nil, fault.Of(fault.Exists, "")
	}
	u, head, err := unpack(r)
	if err != nil {
		return nil, err
	}
	if err := u.fill(ctx, w); err != nil {
		return nil, err
	}
	if size, err = w.Size(); err != nil {
		return nil, err
	}
	if size != head.Size {
		return nil, refuse("its header counts other rows", fmt.Sprint(head.Size), fmt.Sprint(size))
	}
	if err := rebuild(w); err != nil {
		return nil, err
	}
	report := new(Report)
	return report, verify(ctx, w, report)
}

// chunk is how many entries or readings are written at once.
const chunk = 256

// fill writes every line.
func (u *unpacked) fill(ctx context.Context, w raw.Writer) error {
	var entries []*ledger.Entry
	var readings []*ledger.Reading
	for {
		v, err := u.next()
		if err != nil {
			return err
		}
		if v.Entry == nil || len(entries) == chunk {
			if err := errors.Join(ctx.Err(), w.PutEntries(entries)); err != nil {
				return err
			}
			entries = nil
		}
		if v.Reading == nil || len(readings) == chunk {
			if err := errors.Join(ctx.Err(), w.KeepReadings(readings)); err != nil {
				return err
			}
			readings = nil
		}
		switch {
		case v.Entry != nil:
			e, err := v.Entry.entry()
			if err != nil {
				return err
			}
			entries = append(entries, e)
		case v.Reading != nil:
			r := v.Reading.Data
			r.Journal, r.Seq = v.Reading.Journal, v.Reading.Seq
			readings = append(readings, &r)
		case v.Evidence != nil:
			file, err := u.evidence(v.Evidence)
			if err != nil {
				return err
			}
			if err := w.KeepEvidence(v.Evidence.Sum, file); err != nil {
				return err
			}
		case v.Document != nil:
			d, err := u.document(v.Document)
			if err != nil {
				return err
			}
			if err := w.PutDocument(d); err != nil {
				return err
			}
		case v.Secret != nil:
			if err := w.PutSecret(v.Secret.User, v.Secret.Secret); err != nil {
				return err
			}
		case v.End != nil:
			return u.finish(v.End)
		default:
			return refuse("an unexpected line")
		}
	}
}
