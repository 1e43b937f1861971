package sqlite

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"io/fs"
	"strconv"

	"github.com/pressly/goose/v3"

	"pledger/store/fault"
)

// migrations are numbered steps from an empty database to the current schema;
// each runs in a transaction of its own.
//
//go:embed migrations/*.sql
var migrations embed.FS

// applicationID marks a file as ours, in its header: "Pldg".
const applicationID = 0x506c6467

// provider runs migrations.
func (db *DB) provider() (*goose.Provider, error) {
	files, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return nil, err
	}
	return goose.NewProvider(goose.DialectSQLite3, db.write, files, goose.WithDisableGlobalRegistry(true))
}

// latest is the number of the newest migration.
func (db *DB) latest() (int64, error) {
	p, err := db.provider()
	if err != nil {
		return 0, err
	}
	sources := p.ListSources()
	return sources[len(sources)-1].Version, nil
}

// version is the schema that the file has; 0 for a file without any table. Its
// error is a fault where the file is another program's.
func (db *DB) version(ctx context.Context) (int64, error) {
	var id, tables, ours int64
	err := db.write.QueryRowContext(ctx, `
		SELECT
			(SELECT application_id FROM pragma_application_id),
			(SELECT count(*) FROM sqlite_schema),
			(SELECT count(*) FROM sqlite_schema WHERE name = 'goose_db_version')`,
	).Scan(&id, &tables, &ours)
	switch {
	case err != nil:
		return 0, db.translate(err)
	case tables == 0 && id == 0:
		return 0, nil
	case id != applicationID || ours == 0:
		return 0, fault.Of(fault.Foreign, db.path)
	}
	var version sql.NullInt64
	err = db.write.QueryRowContext(ctx, `
		SELECT max(version_id)
		FROM goose_db_version
		WHERE is_applied`,
	).Scan(&version)
	return version.Int64, db.translate(err)
}

// checkSchema refuses a file whose schema is not the current one.
func (db *DB) checkSchema(ctx context.Context) error {
	have, err := db.version(ctx)
	if err != nil {
		return err
	}
	want, err := db.latest()
	switch args := []string{strconv.FormatInt(have, 10), strconv.FormatInt(want, 10), fault.MigrateCommand + db.path}; {
	case err != nil:
		return err
	case have == 0:
		return fault.Of(fault.Empty, db.path)
	case have < want:
		return fault.Of(fault.Older, db.path, args...)
	case have > want:
		return fault.Of(fault.Newer, db.path, args[:2]...)
	}
	return nil
}

// create makes the current schema in an empty file; one that is there already
// must be the current one.
func (db *DB) create(ctx context.Context) error {
	have, err := db.version(ctx)
	if err != nil {
		return err
	}
	if have != 0 {
		return db.checkSchema(ctx)
	}
	if _, err := db.migrate(ctx); err != nil {
		return err
	}
	return db.checkSchema(ctx)
}

// migrate runs the migrations that the file lacks.
func (db *DB) migrate(ctx context.Context) (version int64, err error) {
	// The mark first: a crash leaves a file that is ours and at schema 0.
	if _, err := db.write.ExecContext(ctx, "PRAGMA application_id = "+strconv.Itoa(applicationID)); err != nil {
		return 0, db.translate(err)
	}
	p, err := db.provider()
	if err != nil {
		return 0, err
	}
	if _, err := p.Up(ctx); err != nil {
		return 0, db.translate(err)
	}
	return db.version(ctx)
}

// Migrate brings the database in the file to the current schema.
func Migrate(ctx context.Context, path string) (from, to int64, err error) {
	if err := checkFile(path); err != nil {
		return 0, 0, err
	}
	db, err := connect(ctx, path)
	if err != nil {
		return 0, 0, err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	if from, err = db.version(ctx); err != nil {
		return 0, 0, err
	}
	want, err := db.latest()
	switch {
	case err != nil:
		return from, from, err
	case from > want:
		return from, from, fault.Of(fault.Newer, db.path, strconv.FormatInt(from, 10), strconv.FormatInt(want, 10))
	case from == want:
		return from, from, nil
	}
	to, err = db.migrate(ctx)
	return from, to, err
}
