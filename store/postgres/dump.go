package postgres

import (
	"context"
	"strings"
)

// Schema is what the server knows of our tables: columns, keys, indexes and
// triggers, a line each: what is dumped for readers in schema.sql.
func (db *DB) Schema(ctx context.Context) (string, error) {
	rows, err := db.pool.Query(ctx, `
		SELECT line FROM (
			SELECT c.relname, 1 AS part, a.attnum AS n,
				'-- ' || c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
					|| CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END
					|| CASE WHEN col.collname = 'C' THEN ' COLLATE "C"' ELSE '' END AS line
			FROM pg_attribute a
			JOIN pg_class c ON c.oid = a.attrelid
			LEFT JOIN pg_collation col ON col.oid = a.attcollation
			WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
			UNION ALL
			SELECT c.relname, 2, 0, 'ALTER TABLE ' || c.relname || ' ADD CONSTRAINT ' || k.conname || ' ' || pg_get_constraintdef(k.oid) || ';'
			FROM pg_constraint k
			JOIN pg_class c ON c.oid = k.conrelid
			WHERE c.relnamespace = current_schema()::regnamespace
			UNION ALL
			SELECT tablename, 3, 0, indexdef || ';'
			FROM pg_indexes
			WHERE schemaname = current_schema()
			UNION ALL
			SELECT c.relname, 4, 0, pg_get_triggerdef(t.oid) || ';'
			FROM pg_trigger t
			JOIN pg_class c ON c.oid = t.tgrelid
			WHERE c.relnamespace = current_schema()::regnamespace AND NOT t.tgisinternal
		) AS schema
		WHERE relname <> 'goose_db_version'
		ORDER BY relname COLLATE "C", part, n, line COLLATE "C"`)
	if err != nil {
		return "", db.translate(err)
	}
	defer rows.Close()
	var text strings.Builder
	for rows.Next() {
		var line string
		if err := rows.Scan(&line); err != nil {
			return "", db.translate(err)
		}
		text.WriteString(line + "\n")
	}
	return text.String(), db.translate(rows.Err())
}
