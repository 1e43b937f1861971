-- +goose Up

-- Which of an account's terms a reading is of; the files that bear it out, as JSON
-- as the batch's sum takes it in, '' for none; and the reason for an unusual value.
ALTER TABLE reading ADD COLUMN term INTEGER NOT NULL DEFAULT 0 CHECK (term >= 0);
ALTER TABLE reading ADD COLUMN evidence TEXT NOT NULL DEFAULT '';
ALTER TABLE reading ADD COLUMN reason TEXT NOT NULL DEFAULT '';

-- A series is of one of the terms.
DROP INDEX reading_series;
CREATE UNIQUE INDEX reading_series ON reading (ledger, account, indicator, place, kind, term, until, start, revision);

-- Files of evidence, each kept once by its SHA-256 in hex, whichever readings
-- name it: their batches' sums prove the name, and the name proves the bytes.
CREATE TABLE evidence (
	sum  TEXT NOT NULL PRIMARY KEY,
	file BLOB NOT NULL
) STRICT;

-- +goose StatementBegin
CREATE TRIGGER evidence_is_kept BEFORE DELETE ON evidence
BEGIN
	SELECT RAISE(ABORT, 'evidence is never removed');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER evidence_stands BEFORE UPDATE ON evidence
BEGIN
	SELECT RAISE(ABORT, 'evidence is never changed');
END;
-- +goose StatementEnd
