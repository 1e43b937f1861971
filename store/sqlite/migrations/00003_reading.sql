-- +goose Up

-- What was measured. Rows are never changed and never removed: a later value is
-- the next revision, and what became of a reading is a record of kind check. The
-- entry of a batch holds the SHA-256 over its rows, so that one entry proves
-- them all; seq counts the readings of a journal. ledger and account are empty
-- for a reading of an indicator itself.
CREATE TABLE reading (
	journal   TEXT    NOT NULL,
	seq       INTEGER NOT NULL CHECK (seq > 0),
	ledger    TEXT    NOT NULL,
	account   TEXT    NOT NULL,
	indicator TEXT    NOT NULL,
	kind      TEXT    NOT NULL,
	place     TEXT    NOT NULL,
	start     TEXT    NOT NULL,
	until     TEXT    NOT NULL,
	revision  INTEGER NOT NULL CHECK (revision > 0),
	value     TEXT    NOT NULL,
	unit      TEXT    NOT NULL,
	typed     TEXT    NOT NULL,
	final     INTEGER NOT NULL,
	source    TEXT    NOT NULL,
	note      TEXT    NOT NULL,
	who       TEXT    NOT NULL,
	at        TEXT    NOT NULL,
	PRIMARY KEY (journal, seq)
) STRICT, WITHOUT ROWID;

-- A series, by its account or by its indicator and place, in the order in which
-- it is read; and no revision is given twice.
CREATE UNIQUE INDEX reading_series ON reading (ledger, account, indicator, place, kind, until, start, revision);

-- +goose StatementBegin
CREATE TRIGGER reading_is_kept BEFORE DELETE ON reading
BEGIN
	SELECT RAISE(ABORT, 'readings are never removed');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER reading_stands BEFORE UPDATE ON reading
BEGIN
	SELECT RAISE(ABORT, 'readings are never changed');
END;
-- +goose StatementEnd
