-- +goose Up

-- What was measured. Rows are never changed and never removed: a later value is
-- the next revision, and what became of a reading is a record of kind check. The
-- entry of a batch holds the SHA-256 over its rows, so that one entry proves
-- them all; seq counts the readings of a journal. ledger and account are empty
-- for a reading of an indicator itself.
CREATE TABLE reading (
	journal   text    COLLATE "C" NOT NULL,
	seq       bigint  NOT NULL CHECK (seq > 0),
	ledger    text    COLLATE "C" NOT NULL,
	account   text    COLLATE "C" NOT NULL,
	indicator text    COLLATE "C" NOT NULL,
	kind      text    COLLATE "C" NOT NULL,
	place     text    COLLATE "C" NOT NULL,
	start     text    COLLATE "C" NOT NULL,
	until     text    COLLATE "C" NOT NULL,
	revision  bigint  NOT NULL CHECK (revision > 0),
	value     text    COLLATE "C" NOT NULL,
	unit      text    COLLATE "C" NOT NULL,
	typed     text    COLLATE "C" NOT NULL,
	final     boolean NOT NULL,
	source    text    COLLATE "C" NOT NULL,
	note      text    COLLATE "C" NOT NULL,
	who       text    COLLATE "C" NOT NULL,
	at        text    COLLATE "C" NOT NULL,
	PRIMARY KEY (journal, seq)
);

-- A series, by its account or by its indicator and place, in the order in which
-- it is read; and no revision is given twice.
CREATE UNIQUE INDEX reading_series ON reading (ledger, account, indicator, place, kind, until, start, revision);

-- +goose StatementBegin
CREATE FUNCTION reading_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'readings are never changed and never removed' USING ERRCODE = 'restrict_violation';
END;
$$;
-- +goose StatementEnd

CREATE TRIGGER reading_stands BEFORE UPDATE OR DELETE OR TRUNCATE ON reading
	FOR EACH STATEMENT EXECUTE FUNCTION reading_stands();
