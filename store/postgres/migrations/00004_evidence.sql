-- +goose Up

-- Which of an account's terms a reading is of; the files that bear it out, as JSON
-- as the batch's sum takes it in, '' for none; and the reason for an unusual value.
ALTER TABLE reading ADD COLUMN term bigint NOT NULL DEFAULT 0 CHECK (term >= 0);
ALTER TABLE reading ADD COLUMN evidence text COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE reading ADD COLUMN reason text COLLATE "C" NOT NULL DEFAULT '';

-- A series is of one of the terms.
DROP INDEX reading_series;
CREATE UNIQUE INDEX reading_series ON reading (ledger, account, indicator, place, kind, term, until, start, revision);

-- Files of evidence, each kept once by its SHA-256 in hex, whichever readings
-- name it: their batches' sums prove the name, and the name proves the bytes.
CREATE TABLE evidence (
	sum  text COLLATE "C" NOT NULL PRIMARY KEY,
	file bytea NOT NULL
);

-- +goose StatementBegin
CREATE FUNCTION evidence_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'evidence is never changed and never removed' USING ERRCODE = 'restrict_violation';
END;
$$;
-- +goose StatementEnd

CREATE TRIGGER evidence_stands BEFORE UPDATE OR DELETE OR TRUNCATE ON evidence
	FOR EACH STATEMENT EXECUTE FUNCTION evidence_stands();
