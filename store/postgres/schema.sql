-- What the migrations make, for readers; go test -update writes it.

-- account.ledger text NOT NULL COLLATE "C"
-- account.id text NOT NULL COLLATE "C"
-- account.version bigint NOT NULL
-- account.ord bigint NOT NULL
-- account.number text NOT NULL COLLATE "C"
-- account.category text NOT NULL COLLATE "C"
-- account.state text NOT NULL COLLATE "C"
-- account.state_order bigint NOT NULL
-- account.section text NOT NULL COLLATE "C"
-- account.hardness text NOT NULL COLLATE "C"
-- account.task_key text NOT NULL COLLATE "C"
-- account.no_deadline boolean NOT NULL
-- account.deadline text NOT NULL COLLATE "C"
-- account.no_lead boolean NOT NULL
-- account.lead_order bigint NOT NULL
-- account.doc text NOT NULL COLLATE "C"
ALTER TABLE account ADD CONSTRAINT account_pkey PRIMARY KEY (ledger, id);
CREATE INDEX account_deadline ON public.account USING btree (ledger, no_deadline, deadline, ord, id);
CREATE INDEX account_deadline_back ON public.account USING btree (ledger, no_deadline, deadline DESC, ord, id);
CREATE INDEX account_lead ON public.account USING btree (ledger, no_lead, lead_order, ord, id);
CREATE INDEX account_lead_back ON public.account USING btree (ledger, no_lead, lead_order DESC, ord, id);
CREATE INDEX account_list ON public.account USING btree (ledger, ord, id) INCLUDE (state, category, section, hardness, no_lead);
CREATE INDEX account_number ON public.account USING btree (ledger, number);
CREATE INDEX account_state ON public.account USING btree (ledger, state_order, ord, id);
CREATE INDEX account_state_back ON public.account USING btree (ledger, state_order DESC, ord, id);
CREATE INDEX account_task ON public.account USING btree (ledger, task_key, ord, id);
CREATE UNIQUE INDEX account_pkey ON public.account USING btree (ledger, id);
-- account_body.ledger text NOT NULL COLLATE "C"
-- account_body.account text NOT NULL COLLATE "C"
-- account_body.body text NOT NULL COLLATE "C"
-- account_body.role text NOT NULL COLLATE "C"
ALTER TABLE account_body ADD CONSTRAINT account_body_ledger_account_fkey FOREIGN KEY (ledger, account) REFERENCES account(ledger, id);
ALTER TABLE account_body ADD CONSTRAINT account_body_pkey PRIMARY KEY (ledger, account, body, role);
ALTER TABLE account_body ADD CONSTRAINT account_body_role_check CHECK ((role = ANY (ARRAY['lead'::text, 'supporting'::text])));
CREATE INDEX account_body_owes ON public.account_body USING btree (ledger, body, role, account);
CREATE UNIQUE INDEX account_body_pkey ON public.account_body USING btree (ledger, account, body, role);
-- account_search.ledger text NOT NULL COLLATE "C"
-- account_search.account text NOT NULL COLLATE "C"
-- account_search.text text NOT NULL COLLATE "C"
ALTER TABLE account_search ADD CONSTRAINT account_search_ledger_account_fkey FOREIGN KEY (ledger, account) REFERENCES account(ledger, id);
ALTER TABLE account_search ADD CONSTRAINT account_search_pkey PRIMARY KEY (ledger, account);
CREATE UNIQUE INDEX account_search_pkey ON public.account_search USING btree (ledger, account);
-- attempt.bucket text NOT NULL COLLATE "C"
-- attempt.failures bigint NOT NULL
-- attempt.until text NOT NULL COLLATE "C"
ALTER TABLE attempt ADD CONSTRAINT attempt_pkey PRIMARY KEY (bucket);
CREATE UNIQUE INDEX attempt_pkey ON public.attempt USING btree (bucket);
-- document.ledger text NOT NULL COLLATE "C"
-- document.name text NOT NULL COLLATE "C"
-- document.file bytea NOT NULL
-- document.text text NOT NULL COLLATE "C"
ALTER TABLE document ADD CONSTRAINT document_pkey PRIMARY KEY (ledger);
CREATE UNIQUE INDEX document_pkey ON public.document USING btree (ledger);
-- entry.journal text NOT NULL COLLATE "C"
-- entry.seq bigint NOT NULL
-- entry.op bigint NOT NULL
-- entry.at text NOT NULL COLLATE "C"
-- entry.who text NOT NULL COLLATE "C"
-- entry.action text NOT NULL COLLATE "C"
-- entry.kind text NOT NULL COLLATE "C"
-- entry.subject text NOT NULL COLLATE "C"
-- entry.changes json NOT NULL
-- entry.why text NOT NULL COLLATE "C"
-- entry.prev text NOT NULL COLLATE "C"
-- entry.hash text NOT NULL COLLATE "C"
ALTER TABLE entry ADD CONSTRAINT entry_pkey PRIMARY KEY (journal, seq);
ALTER TABLE entry ADD CONSTRAINT entry_seq_check CHECK ((seq > 0));
CREATE INDEX entry_subject ON public.entry USING btree (journal, kind, subject, seq);
CREATE UNIQUE INDEX entry_pkey ON public.entry USING btree (journal, seq);
CREATE TRIGGER entry_stands BEFORE DELETE OR UPDATE OR TRUNCATE ON public.entry FOR EACH STATEMENT EXECUTE FUNCTION entry_stands();
-- evidence.sum text NOT NULL COLLATE "C"
-- evidence.file bytea NOT NULL
ALTER TABLE evidence ADD CONSTRAINT evidence_pkey PRIMARY KEY (sum);
CREATE UNIQUE INDEX evidence_pkey ON public.evidence USING btree (sum);
CREATE TRIGGER evidence_stands BEFORE DELETE OR UPDATE OR TRUNCATE ON public.evidence FOR EACH STATEMENT EXECUTE FUNCTION evidence_stands();
-- reading.journal text NOT NULL COLLATE "C"
-- reading.seq bigint NOT NULL
-- reading.ledger text NOT NULL COLLATE "C"
-- reading.account text NOT NULL COLLATE "C"
-- reading.indicator text NOT NULL COLLATE "C"
-- reading.kind text NOT NULL COLLATE "C"
-- reading.place text NOT NULL COLLATE "C"
-- reading.start text NOT NULL COLLATE "C"
-- reading.until text NOT NULL COLLATE "C"
-- reading.revision bigint NOT NULL
-- reading.value text NOT NULL COLLATE "C"
-- reading.unit text NOT NULL COLLATE "C"
-- reading.typed text NOT NULL COLLATE "C"
-- reading.final boolean NOT NULL
-- reading.source text NOT NULL COLLATE "C"
-- reading.note text NOT NULL COLLATE "C"
-- reading.who text NOT NULL COLLATE "C"
-- reading.at text NOT NULL COLLATE "C"
-- reading.term bigint NOT NULL
-- reading.evidence text NOT NULL COLLATE "C"
-- reading.reason text NOT NULL COLLATE "C"
ALTER TABLE reading ADD CONSTRAINT reading_pkey PRIMARY KEY (journal, seq);
ALTER TABLE reading ADD CONSTRAINT reading_revision_check CHECK ((revision > 0));
ALTER TABLE reading ADD CONSTRAINT reading_seq_check CHECK ((seq > 0));
ALTER TABLE reading ADD CONSTRAINT reading_term_check CHECK ((term >= 0));
CREATE UNIQUE INDEX reading_pkey ON public.reading USING btree (journal, seq);
CREATE UNIQUE INDEX reading_series ON public.reading USING btree (ledger, account, indicator, place, kind, term, until, start, revision);
CREATE TRIGGER reading_stands BEFORE DELETE OR UPDATE OR TRUNCATE ON public.reading FOR EACH STATEMENT EXECUTE FUNCTION reading_stands();
-- reading_open.journal text NOT NULL COLLATE "C"
-- reading_open.first bigint NOT NULL
-- reading_open.last bigint NOT NULL
ALTER TABLE reading_open ADD CONSTRAINT reading_open_check CHECK ((last >= first));
ALTER TABLE reading_open ADD CONSTRAINT reading_open_first_check CHECK ((first > 0));
ALTER TABLE reading_open ADD CONSTRAINT reading_open_pkey PRIMARY KEY (journal, first);
CREATE UNIQUE INDEX reading_open_pkey ON public.reading_open USING btree (journal, first);
-- record.journal text NOT NULL COLLATE "C"
-- record.kind text NOT NULL COLLATE "C"
-- record.id text NOT NULL COLLATE "C"
-- record.version bigint NOT NULL
-- record.doc text NOT NULL COLLATE "C"
ALTER TABLE record ADD CONSTRAINT record_pkey PRIMARY KEY (journal, kind, id);
CREATE UNIQUE INDEX record_pkey ON public.record USING btree (journal, kind, id);
-- secret.name text NOT NULL COLLATE "C"
-- secret.secret text NOT NULL COLLATE "C"
ALTER TABLE secret ADD CONSTRAINT secret_pkey PRIMARY KEY (name);
CREATE UNIQUE INDEX secret_pkey ON public.secret USING btree (name);
-- session.hash text NOT NULL COLLATE "C"
-- session.data bytea NOT NULL
-- session.expiry text NOT NULL COLLATE "C"
ALTER TABLE session ADD CONSTRAINT session_pkey PRIMARY KEY (hash);
CREATE INDEX session_expiry ON public.session USING btree (expiry);
CREATE UNIQUE INDEX session_pkey ON public.session USING btree (hash);
