package postgres

import (
	"context"
	"embed"
	"errors"
	"io/fs"
	"strconv"

	"github.com/jackc/pgx/v5/stdlib"
	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/lock"

	"pledger/store/fault"
)

// migrations are numbered steps from an empty database to the current schema;
// each runs in a transaction of its own.
//
//go:embed migrations/*.sql
var migrations embed.FS

// provide calls f with what runs migrations.
func (db *DB) provide(f func(*goose.Provider) error) error {
	files, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return err
	}
	// Two programs that migrate at a time take turns.
	locker, err := lock.NewPostgresSessionLocker()
	if err != nil {
		return err
	}
	pool := stdlib.OpenDBFromPool(db.pool)
	defer pool.Close()
	p, err := goose.NewProvider(goose.DialectPostgres, pool, files, goose.WithDisableGlobalRegistry(true), goose.WithSessionLocker(locker))
	if err != nil {
		return err
	}
	return f(p)
}

// latest is the number of the newest migration.
func (db *DB) latest() (version int64, err error) {
	err = db.provide(func(p *goose.Provider) error {
		sources := p.ListSources()
		version = sources[len(sources)-1].Version
		return nil
	})
	return version, err
}

// version is the schema that the database has; 0 for one without any table. Its
// error is a fault where the tables are another program's.
func (db *DB) version(ctx context.Context) (int64, error) {
	var tables int64
	var goosed, ours bool
	err := db.pool.QueryRow(ctx, `
		SELECT
			(SELECT count(*) FROM pg_catalog.pg_tables WHERE schemaname = current_schema()),
			to_regclass('goose_db_version') IS NOT NULL,
			to_regclass('account_search') IS NOT NULL`,
	).Scan(
		&tables,
		&goosed,
		&ours,
	)
	switch {
	case err != nil:
		return 0, db.translate(err)
	case tables == 0 || tables == 1 && goosed: // the latter where making the schema failed
		return 0, nil
	case !goosed || !ours:
		return 0, fault.Of(fault.Foreign, db.at)
	}
	var version int64
	err = db.pool.QueryRow(ctx, `
		SELECT coalesce(max(version_id), 0)
		FROM goose_db_version
		WHERE is_applied`,
	).Scan(&version)
	return version, db.translate(err)
}

// checkSchema refuses a database whose schema is not the current one.
func (db *DB) checkSchema(ctx context.Context) error {
	have, err := db.version(ctx)
	if err != nil {
		return err
	}
	want, err := db.latest()
	switch args := []string{strconv.FormatInt(have, 10), strconv.FormatInt(want, 10), fault.MigrateCommand + db.at}; {
	case err != nil:
		return err
	case have == 0:
		return fault.Of(fault.Empty, db.at)
	case have < want:
		return fault.Of(fault.Older, db.at, args...)
	case have > want:
		return fault.Of(fault.Newer, db.at, args[:2]...)
	}
	return nil
}

// create makes the current schema in an empty database; one that is there
// already must be the current one.
func (db *DB) create(ctx context.Context) error {
	have, err := db.version(ctx)
	if err != nil {
		return err
	}
	if have == 0 {
		if err := db.migrate(ctx); err != nil {
			return err
		}
	}
	return db.checkSchema(ctx)
}

// migrate runs the migrations that the database lacks.
func (db *DB) migrate(ctx context.Context) error {
	return db.translate(db.provide(func(p *goose.Provider) error {
		_, err := p.Up(ctx)
		return err
	}))
}

// Migrate brings the database at the address to the current schema.
func Migrate(ctx context.Context, address string) (from, to int64, err error) {
	db, err := connect(ctx, address)
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
		return from, from, fault.Of(fault.Newer, db.at, strconv.FormatInt(from, 10), strconv.FormatInt(want, 10))
	case from == want:
		return from, from, nil
	}
	if err := db.migrate(ctx); err != nil {
		return from, from, err
	}
	to, err = db.version(ctx)
	return from, to, err
}
