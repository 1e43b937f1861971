-- What the migrations make, for readers; go test -update writes it.

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

CREATE INDEX account_deadline ON account (ledger, no_deadline, deadline, ord, id);

CREATE INDEX account_deadline_back ON account (ledger, no_deadline, deadline DESC, ord, id);

CREATE INDEX account_lead     ON account (ledger, no_lead, lead_order, ord, id);

CREATE INDEX account_lead_back     ON account (ledger, no_lead, lead_order DESC, ord, id);

CREATE INDEX account_list     ON account (ledger, ord, id, state, category, section, hardness, no_lead);

CREATE INDEX account_number   ON account (ledger, number);

CREATE INDEX account_state    ON account (ledger, state_order, ord, id);

CREATE INDEX account_state_back    ON account (ledger, state_order DESC, ord, id);

CREATE INDEX account_task     ON account (ledger, task_key, ord, id);

CREATE TABLE account_body (
	ledger  TEXT NOT NULL,
	account TEXT NOT NULL,
	body    TEXT NOT NULL,
	role    TEXT NOT NULL CHECK (role IN ('lead', 'supporting')),
	PRIMARY KEY (ledger, account, body, role),
	FOREIGN KEY (ledger, account) REFERENCES account (ledger, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX account_body_owes ON account_body (ledger, body, role, account);

CREATE TABLE account_search (
	ledger  TEXT NOT NULL,
	account TEXT NOT NULL,
	text    TEXT NOT NULL,
	PRIMARY KEY (ledger, account),
	FOREIGN KEY (ledger, account) REFERENCES account (ledger, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE attempt (
	bucket   TEXT    NOT NULL PRIMARY KEY,
	failures INTEGER NOT NULL,
	until    TEXT    NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE document (
	ledger TEXT NOT NULL PRIMARY KEY,
	name   TEXT NOT NULL,
	file   BLOB NOT NULL,
	text   TEXT NOT NULL
) STRICT;

CREATE TRIGGER entry_is_kept BEFORE DELETE ON entry
BEGIN
	SELECT RAISE(ABORT, 'entries are never removed');
END;

CREATE TRIGGER entry_stands BEFORE UPDATE ON entry
BEGIN
	SELECT RAISE(ABORT, 'entries are never changed');
END;

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

CREATE INDEX entry_subject ON entry (journal, kind, subject, seq);

CREATE TRIGGER evidence_is_kept BEFORE DELETE ON evidence
BEGIN
	SELECT RAISE(ABORT, 'evidence is never removed');
END;

CREATE TRIGGER evidence_stands BEFORE UPDATE ON evidence
BEGIN
	SELECT RAISE(ABORT, 'evidence is never changed');
END;

CREATE TABLE evidence (
	sum  TEXT NOT NULL PRIMARY KEY,
	file BLOB NOT NULL
) STRICT;

CREATE TRIGGER reading_is_kept BEFORE DELETE ON reading
BEGIN
	SELECT RAISE(ABORT, 'readings are never removed');
END;

CREATE TRIGGER reading_stands BEFORE UPDATE ON reading
BEGIN
	SELECT RAISE(ABORT, 'readings are never changed');
END;

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
	at        TEXT    NOT NULL, term INTEGER NOT NULL DEFAULT 0 CHECK (term >= 0), evidence TEXT NOT NULL DEFAULT '', reason TEXT NOT NULL DEFAULT '',
	PRIMARY KEY (journal, seq)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX reading_series ON reading (ledger, account, indicator, place, kind, term, until, start, revision);

CREATE TABLE reading_open (
	journal TEXT NOT NULL,
	first   INTEGER NOT NULL CHECK (first > 0),
	last    INTEGER NOT NULL CHECK (last >= first),
	PRIMARY KEY (journal, first)
) STRICT, WITHOUT ROWID;

CREATE TABLE record (
	journal TEXT    NOT NULL,
	kind    TEXT    NOT NULL,
	id      TEXT    NOT NULL,
	version INTEGER NOT NULL,
	doc     TEXT    NOT NULL,
	PRIMARY KEY (journal, kind, id)
) STRICT;

CREATE TABLE secret (
	user   TEXT NOT NULL PRIMARY KEY,
	secret TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE session (
	hash   TEXT NOT NULL PRIMARY KEY,
	data   BLOB NOT NULL,
	expiry TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX session_expiry ON session (expiry);
