package sqlite

import "context"

// Schema is the text of every table, index and trigger, as the file has them:
// what is dumped for readers in schema.sql.
func (db *DB) Schema(ctx context.Context) (text string, err error) {
	err = db.read.QueryRowContext(ctx, `
		SELECT group_concat(sql, ';' || char(10, 10) ORDER BY tbl_name, type DESC, name) || ';' || char(10)
		FROM sqlite_schema
		WHERE sql IS NOT NULL AND name <> 'sqlite_sequence' AND tbl_name <> 'goose_db_version'`,
	).Scan(&text)
	return text, db.translate(err)
}
