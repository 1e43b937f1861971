-- +goose Up

-- What happened. Rows are never changed and never removed: triggers refuse it,
-- and their hashes show it where somebody does it all the same. Times are text
-- in UTC with six decimals, so that text order is time order; hashes are hex.
CREATE TABLE entry (
	journal TEXT    NOT NULL,
	seq     INTEGER NOT NULL CHECK (seq > 0),
	op      INTEGER NOT NULL,
	at      TEXT    NOT NULL,
	who     TEXT    NOT NULL,
	action  TEXT    NOT NULL,
	kind    TEXT    NOT NULL,
	subject TEXT    NOT NULL,
	changes TEXT    NOT NULL CHECK (json_valid(changes)),
	why     TEXT    NOT NULL,
	prev    TEXT    NOT NULL,
	hash    TEXT    NOT NULL,
	PRIMARY KEY (journal, seq)
) STRICT;

-- The history of one record.
CREATE INDEX entry_subject ON entry (journal, kind, subject, seq);

-- +goose StatementBegin
CREATE TRIGGER entry_is_kept BEFORE DELETE ON entry
BEGIN
	SELECT RAISE(ABORT, 'entries are never removed');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER entry_stands BEFORE UPDATE ON entry
BEGIN
	SELECT RAISE(ABORT, 'entries are never changed');
END;
-- +goose StatementEnd

-- The report that a ledger was opened from. The ledger's record holds the
-- SHA-256 of both.
CREATE TABLE document (
	ledger TEXT NOT NULL PRIMARY KEY,
	name   TEXT NOT NULL,
	file   BLOB NOT NULL,
	text   TEXT NOT NULL
) STRICT;

-- What users prove themselves with. No entry tells it.
CREATE TABLE secret (
	user   TEXT NOT NULL PRIMARY KEY,
	secret TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- From here on: what is derived from entries. The state of every record but
-- accounts; version is the seq of the entry that made it.
CREATE TABLE record (
	journal TEXT    NOT NULL,
	kind    TEXT    NOT NULL,
	id      TEXT    NOT NULL,
	version INTEGER NOT NULL,
	doc     TEXT    NOT NULL,
	PRIMARY KEY (journal, kind, id)
) STRICT;

-- The state of accounts, with the columns that lists are sorted and filtered
-- by (package index). no_… are 1 where a list has the account last.
CREATE TABLE account (
	ledger      TEXT    NOT NULL,
	id          TEXT    NOT NULL,
	version     INTEGER NOT NULL,
	ord         INTEGER NOT NULL,
	number      TEXT    NOT NULL,
	category    TEXT    NOT NULL,
	state       TEXT    NOT NULL,
	state_order INTEGER NOT NULL,
	section     TEXT    NOT NULL,
	hardness    TEXT    NOT NULL,
	task_key    TEXT    NOT NULL,
	no_deadline INTEGER NOT NULL,
	deadline    TEXT    NOT NULL,
	no_lead     INTEGER NOT NULL,
	lead_order  INTEGER NOT NULL,
	doc         TEXT    NOT NULL,
	PRIMARY KEY (ledger, id)
) STRICT;

-- One index for each order of a list. The first also holds what lists filter
-- and tallies count by, so that both are told from the index alone.
CREATE INDEX account_list     ON account (ledger, ord, id, state, category, section, hardness, no_lead);
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
	ledger  TEXT NOT NULL,
	account TEXT NOT NULL,
	body    TEXT NOT NULL,
	role    TEXT NOT NULL CHECK (role IN ('lead', 'supporting')),
	PRIMARY KEY (ledger, account, body, role),
	FOREIGN KEY (ledger, account) REFERENCES account (ledger, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX account_body_owes ON account_body (ledger, body, role, account);

-- What a search looks through, apart from account so that it passes over
-- nothing else.
CREATE TABLE account_search (
	ledger  TEXT NOT NULL,
	account TEXT NOT NULL,
	text    TEXT NOT NULL,
	PRIMARY KEY (ledger, account),
	FOREIGN KEY (ledger, account) REFERENCES account (ledger, id)
) STRICT, WITHOUT ROWID;
