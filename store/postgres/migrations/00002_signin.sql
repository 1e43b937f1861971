-- +goose Up

-- Apart from the ledger: nothing here is derived from entries, proved, or kept
-- by a backup.

-- Sessions and failed attempts to sign in are no part of the ledger and of no
-- backup. hash is the SHA-256 of the session's token.
CREATE TABLE session (
	hash   text  COLLATE "C" NOT NULL PRIMARY KEY,
	data   bytea NOT NULL,
	expiry text  COLLATE "C" NOT NULL
);

CREATE INDEX session_expiry ON session (expiry);

CREATE TABLE attempt (
	bucket   text   COLLATE "C" NOT NULL PRIMARY KEY,
	failures bigint NOT NULL,
	until    text   COLLATE "C" NOT NULL
);
