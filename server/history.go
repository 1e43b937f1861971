package server

import (
	"bytes"
	"errors"
	"net/http"
	"strconv"
	"strings"

	"pledger/export/journal"
	"pledger/ledger"
	"pledger/server/page"
	"pledger/server/page/history"
)

// historyPage lists what was done to a ledger.
func (o *office) historyPage(r *request) (answer, error) {
	in := history.Input{Ledger: r.ledger, Filter: history.ParseFilter(r.URL.Query())}
	err := o.store.View(r.Context(), func(rd ledger.Reader) error {
		if err := o.historyInput(rd, r, &in); err != nil {
			return err
		}
		named, err := accountsNamed(rd, r.ledger.ID, in.Filter.Account)
		if err != nil {
			return err
		}
		in.Commands, in.More, err = ledger.History(rd, r.ledger.ID.Journal(), in.Filter.Before, history.PageCommands, in.Filter.Match(named))
		if err != nil {
			return err
		}
		for _, c := range in.Commands {
			if err := fillAccounts(rd, &in, history.Subjects(c, history.PageLines)); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return answer{}, err
	}
	return rendered(history.New(o.frameOf(r), in, r.actor))
}

// historyInput reads what the pages of the history need besides commands.
func (o *office) historyInput(rd ledger.Reader, r *request, in *history.Input) (err error) {
	in.Accounts = map[string]*ledger.Account{}
	if in.Words, err = o.words(rd, r); err != nil {
		return err
	}
	if in.Users, err = rd.Users(); err != nil {
		return err
	}
	in.Head, err = rd.Head(r.ledger.ID.Journal())
	return err
}

// accountsNamed are the IDs of the accounts with a number or ID, as typed; nil
// where nothing is asked for.
func accountsNamed(rd ledger.Reader, id ledger.ID, name string) (map[string]bool, error) {
	if name == "" {
		return nil, nil
	}
	found, err := rd.Accounts(ledger.Query{Ledger: id, Number: name})
	if err != nil {
		return nil, err
	}
	named := map[string]bool{name: true}
	for _, a := range found.Accounts {
		named[a.ID] = true
	}
	return named, nil
}

// fillAccounts reads accounts as they stand.
func fillAccounts(rd ledger.Reader, in *history.Input, ids []string) error {
	for _, id := range ids {
		if in.Accounts[id] != nil {
			continue
		}
		a, err := rd.Account(in.Ledger.ID, id)
		if is[*ledger.NotFound](err) {
			continue // its name is its ID then
		}
		if err != nil {
			return err
		}
		in.Accounts[id] = a
	}
	return nil
}

// commandPage shows one command.
func (o *office) commandPage(r *request) (answer, error) {
	d, _, err := o.commandDetail(r)
	if err != nil {
		return answer{}, err
	}
	if r.URL.Query().Get(paramDone) == string(ledger.ActUndo) {
		d.Told = r.lang.Text("office.undo.done")
	}
	return rendered(d)
}

// commandDetail is the page of the command that the address names.
func (o *office) commandDetail(r *request) (*history.Detail, history.Input, error) {
	in := history.Input{Ledger: r.ledger}
	op, err := strconv.ParseInt(r.PathValue("op"), 10, 64)
	if err != nil || op < 1 {
		return nil, in, errNotFound
	}
	var command ledger.Command
	err = o.store.View(r.Context(), func(rd ledger.Reader) error {
		if err := o.historyInput(rd, r, &in); err != nil {
			return err
		}
		found, _, err := ledger.History(rd, r.ledger.ID.Journal(), op+1, 1, nil)
		if err != nil {
			return err
		}
		if len(found) == 0 || found[0].Op() != op {
			return errNotFound
		}
		command = found[0]
		return fillAccounts(rd, &in, history.Subjects(command, 0))
	})
	if err != nil {
		return nil, in, err
	}
	return history.NewDetail(o.frameOf(r), in, command, r.actor, r.form), in, nil
}

// undo takes a command back, or tells why it cannot be.
func (o *office) undo(r *request) (answer, error) {
	op, err := strconv.ParseInt(r.PathValue("op"), 10, 64)
	if err != nil || op < 1 {
		return answer{}, errNotFound
	}
	result, err := o.desk().Undo(r.Context(), r.actor, r.ledger.ID, op, strings.TrimSpace(r.form.Value("why")))
	if err == nil {
		if result.Op == 0 {
			result.Op = op // it was taken back before
		}
		return goTo(string(page.LedgerPath(r.ledger.ID, page.FolderHistory, strconv.FormatInt(result.Op, 10))) + "?" + paramDone + "=" + string(ledger.ActUndo))
	}
	return o.undoRefused(r, err)
}

// undoRefused is the page of the command with why it was not taken back.
func (o *office) undoRefused(r *request, err error) (answer, error) {
	var conflict *ledger.Conflict
	var invalid *ledger.Invalid
	if !errors.As(err, &conflict) && !errors.As(err, &invalid) {
		return answer{}, err
	}
	d, in, err := o.commandDetail(r)
	if err != nil {
		return answer{}, err
	}
	status := http.StatusConflict
	if conflict != nil {
		d.Conflict(in, conflict)
	} else {
		status = http.StatusUnprocessableEntity
		d.Wrongs = &page.Wrongs{Head: r.lang.Text("office.undo.refused")}
		for _, p := range invalid.Problems {
			field := ""
			if p.Code == ledger.NeedReason && d.Undo != nil {
				field, d.Undo.Why.Wrong = "why", in.Words.Problem(p)
			}
			d.Wrongs.Add(in.Words.Problem(p), field)
		}
	}
	a, err := rendered(d)
	a.status = status
	return a, err
}

// entries hands out all entries of a ledger's journal.
func (o *office) entries(r *request) (answer, error) {
	var b bytes.Buffer
	err := o.store.View(r.Context(), func(rd ledger.Reader) (err error) {
		b.Reset()
		w := journal.NewWriter(&b)
		failed := rd.Entries(r.ledger.ID.Journal(), 0, nil, func(e *ledger.Entry) bool {
			err = w.Write(e)
			return err == nil
		})
		return errors.Join(failed, err, w.Flush())
	})
	if err != nil {
		return answer{}, err
	}
	return file(fileName(r.ledger.Title)+".entries.jsonl", "application/jsonl", b.Bytes())
}
