-- +goose Up

-- Texts sort by their bytes, whatever the language of the database, so that
-- lists are in one order everywhere.

-- What happened. Rows are never changed and never removed: a trigger refuses it,
-- and their hashes show it where somebody does it all the same. Times are text
-- in UTC with six decimals, as they are hashed; hashes are hex. changes is json
-- and not jsonb: it keeps every byte.
CREATE TABLE entry (
	journal text   COLLATE "C" NOT NULL,
	seq     bigint NOT NULL CHECK (seq > 0),
	op      bigint NOT NULL,
	at      text   COLLATE "C" NOT NULL,
	who     text   COLLATE "C" NOT NULL,
	action  text   COLLATE "C" NOT NULL,
	kind    text   COLLATE "C" NOT NULL,
	subject text   COLLATE "C" NOT NULL,
	changes json   NOT NULL,
	why     text   COLLATE "C" NOT NULL,
	prev    text   COLLATE "C" NOT NULL,
	hash    text   COLLATE "C" NOT NULL,
	PRIMARY KEY (journal, seq)
);

-- The history of one record.
CREATE INDEX entry_subject ON entry (journal, kind, subject, seq);

-- +goose StatementBegin
CREATE FUNCTION entry_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'entries are never changed and never removed' USING ERRCODE = 'restrict_violation';
END;
$$;
-- +goose StatementEnd

CREATE TRIGGER entry_stands BEFORE UPDATE OR DELETE OR TRUNCATE ON entry
	FOR EACH STATEMENT EXECUTE FUNCTION entry_stands();

-- The report that a ledger was opened from. The ledger's record holds the
-- SHA-256 of both.
CREATE TABLE document (
	ledger text  COLLATE "C" NOT NULL PRIMARY KEY,
	name   text  COLLATE "C" NOT NULL,
	file   bytea NOT NULL,
	text   text  COLLATE "C" NOT NULL
);

-- What users prove themselves with. No entry tells it.
CREATE TABLE secret (
	name   text COLLATE "C" NOT NULL PRIMARY KEY,
	secret text COLLATE "C" NOT NULL
);

-- From here on: what is derived from entries. The state of every record but
-- accounts; version is the seq of the entry that made it.
CREATE TABLE record (
	journal text   COLLATE "C" NOT NULL,
	kind    text   COLLATE "C" NOT NULL,
	id      text   COLLATE "C" NOT NULL,
	version bigint NOT NULL,
	doc     text   COLLATE "C" NOT NULL,
	PRIMARY KEY (journal, kind, id)
);

-- The state of accounts, with the columns that lists are sorted and filtered
-- by (package index). no_… are true where a list has the account last.
CREATE TABLE account (
	ledger      text    COLLATE "C" NOT NULL,
	id          text    COLLATE "C" NOT NULL,
	version     bigint  NOT NULL,
	ord         bigint  NOT NULL,
	number      text    COLLATE "C" NOT NULL,
	category    text    COLLATE "C" NOT NULL,
	state       text    COLLATE "C" NOT NULL,
	state_order bigint  NOT NULL,
	section     text    COLLATE "C" NOT NULL,
	hardness    text    COLLATE "C" NOT NULL,
	task_key    text    COLLATE "C" NOT NULL,
	no_deadline boolean NOT NULL,
	deadline    text    COLLATE "C" NOT NULL,
	no_lead     boolean NOT NULL,
	lead_order  bigint  NOT NULL,
	doc         text    COLLATE "C" NOT NULL,
	PRIMARY KEY (ledger, id)
);

-- One index for each order of a list. The first also holds what lists filter
-- and tallies count by, so that both are told from the index alone.
CREATE INDEX account_list     ON account (ledger, ord, id) INCLUDE (state, category, section, hardness, no_lead);
CREATE INDEX account_number   ON account (ledger, number);
CREATE INDEX account_task     ON account (ledger, task_key, ord, id);
CREATE INDEX account_lead     ON account (ledger, no_lead, lead_order, ord, id);
CREATE INDEX account_deadline ON account (ledger, no_deadline, deadline, ord, id);
CREATE INDEX account_state    ON account (ledger, state_order, ord, id);

-- And turned round, where ties, and what is always last, keep their order.
CREATE INDEX account_lead_back     ON account (ledger, no_lead, lead_order DESC, ord, id);
CREATE INDEX account_deadline_back ON account (ledger, no_deadline, deadline DESC, ord, id);
CREATE INDEX account_state_back    ON account (ledger, state_order DESC, ord, id);

-- Who owes which account, as lead or supporting.
CREATE TABLE account_body (
	ledger  text COLLATE "C" NOT NULL,
	account text COLLATE "C" NOT NULL,
	body    text COLLATE "C" NOT NULL,
	role    text COLLATE "C" NOT NULL CHECK (role IN ('lead', 'supporting')),
	PRIMARY KEY (ledger, account, body, role),
	FOREIGN KEY (ledger, account) REFERENCES account (ledger, id)
);

CREATE INDEX account_body_owes ON account_body (ledger, body, role, account);

-- What a search looks through, apart from account so that it passes over
-- nothing else.
CREATE TABLE account_search (
	ledger  text COLLATE "C" NOT NULL,
	account text COLLATE "C" NOT NULL,
	text    text COLLATE "C" NOT NULL,
	PRIMARY KEY (ledger, account),
	FOREIGN KEY (ledger, account) REFERENCES account (ledger, id)
);
