-- +goose Up

-- Apart from the ledger: nothing here is derived from entries, proved, or kept
-- by a backup.

-- Sessions and failed attempts to sign in are no part of the ledger and of no
-- backup. hash is the SHA-256 of the session's token.
CREATE TABLE session (
	hash   TEXT NOT NULL PRIMARY KEY,
	data   BLOB NOT NULL,
	expiry TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX session_expiry ON session (expiry);

CREATE TABLE attempt (
	bucket   TEXT    NOT NULL PRIMARY KEY,
	failures INTEGER NOT NULL,
	until    TEXT    NOT NULL
) STRICT, WITHOUT ROWID;
