package sqlite

import (
	"database/sql"
	"encoding/json"
	"errors"
	"strings"

	"pledger/ledger"
	"pledger/store/index"
)

// Account is the account with the ID.
func (r *reader) Account(id ledger.ID, account string) (*ledger.Account, error) {
	var version int64
	var doc []byte
	err := r.tx.QueryRowContext(r.ctx, `
		SELECT
			version,
			doc
		FROM account
		WHERE ledger = ? AND id = ?`, id, account,
	).Scan(
		&version,
		&doc,
	)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, &ledger.NotFound{Kind: ledger.KindAccount, ID: string(id) + "/" + account}
	}
	if err != nil {
		return nil, r.db.translate(err)
	}
	return decodeAccount(doc, version)
}

// decodeAccount reads an account's document.
func decodeAccount(doc []byte, version int64) (*ledger.Account, error) {
	decoded, err := ledger.Decode(ledger.KindAccount, doc)
	if err != nil {
		return nil, err
	}
	a := decoded.(*ledger.Account)
	a.Version = version
	return a, nil
}

// scanAccounts reads rows of version and doc.
func (r *reader) scanAccounts(query string, args ...any) (all []*ledger.Account, err error) {
	err = r.each(func(rows *sql.Rows) error {
		var version int64
		var doc []byte
		if err := rows.Scan(&version, &doc); err != nil {
			return err
		}
		a, err := decodeAccount(doc, version)
		all = append(all, a)
		return err
	}, query, args...)
	return all, err
}

// EachAccount reads in batches along the order of the list.
func (r *reader) EachAccount(id ledger.ID, f func(*ledger.Account) bool) error {
	var order int64
	account, first := "", true
	for {
		accounts, err := r.scanAccounts(`
		SELECT
			version,
			doc
		FROM account
		WHERE ledger = ?1 AND (?2 OR (ord, id) > (?3, ?4))
		ORDER BY
			ord,
			id
		LIMIT ?5`, id, first, order, account, batch)
		if err != nil {
			return err
		}
		for _, a := range accounts {
			if !f(a) {
				return nil
			}
			order, account, first = a.Order, a.ID, false
		}
		if len(accounts) < batch {
			return nil
		}
	}
}

// orders are the sorts of a list, and the same turned round: what has no lead
// or no date stays last, and ties stay in the order of the list.
var orders = map[ledger.SortBy][2]string{
	ledger.ByOrder:    {"ord, id", "ord DESC, id DESC"},
	ledger.ByTask:     {"task_key, ord, id", "task_key DESC, ord, id"},
	ledger.ByLead:     {"no_lead, lead_order, ord, id", "no_lead, lead_order DESC, ord, id"},
	ledger.ByDeadline: {"no_deadline, deadline, ord, id", "no_deadline, deadline DESC, ord, id"},
	ledger.ByState:    {"state_order, ord, id", "state_order DESC, ord, id"},
}

// Accounts finds the rows of the page first, along an index, and reads only
// their documents.
func (r *reader) Accounts(q ledger.Query) (*ledger.Page, error) {
	where, args := conditions(q)
	if words := index.Words(q.Text); len(words) > 0 {
		found, err := r.search(q.Ledger, words)
		if err != nil {
			return nil, err
		}
		where, args = where+" AND +id IN (SELECT value FROM json_each(?))", append(args, found)
	}
	page := new(ledger.Page)
	err := r.tx.QueryRowContext(r.ctx, `
		SELECT count(*)
		FROM account
		WHERE `+where, args...,
	).Scan(&page.Total)
	if err != nil {
		return nil, r.db.translate(err)
	}
	order := orders[q.Sort][0]
	if q.Reverse {
		order = orders[q.Sort][1]
	}
	if q.Number != "" { // few have it: they are found by it and then sorted, and the sign keeps SQLite to that
		order = "+" + strings.ReplaceAll(order, ", ", ", +")
	}
	if q.Limit <= 0 && q.Offset <= 0 {
		page.Accounts, err = r.scanAccounts(`
		SELECT
			version,
			doc
		FROM account
		WHERE `+where+`
		ORDER BY `+order, args...)
		return page, err
	}
	limit := q.Limit
	if limit <= 0 {
		limit = -1 // all
	}
	page.Accounts, err = r.scanAccounts(`
		SELECT
			version,
			doc
		FROM account
		WHERE rowid IN (
			SELECT rowid
			FROM account
			WHERE `+where+`
			ORDER BY `+order+`
			LIMIT ? OFFSET ?
		)
		ORDER BY `+order, append(args, limit, max(0, q.Offset))...)
	return page, err
}

// search lists the accounts that hold all words, as a JSON array. It goes through
// every text of the ledger, and so is asked once a page, not for the count and
// the rows each.
func (r *reader) search(id ledger.ID, words []string) (found string, err error) {
	args := []any{id}
	for _, w := range words {
		args = append(args, w)
	}
	err = r.tx.QueryRowContext(r.ctx, `
		SELECT json_group_array(account)
		FROM account_search
		WHERE ledger = ?`+strings.Repeat(" AND instr(text, ?) > 0", len(words)), args...,
	).Scan(&found)
	return found, r.db.translate(err)
}

// conditions is what a query asks of a row of account, but for its text. The sign before id keeps
// SQLite from fetching the rows that a list of IDs names one by one and sorting
// them: it goes along the index of the list's order instead, and asks of each ID
// whether it is in the list.
func conditions(q ledger.Query) (where string, args []any) {
	all := []string{"ledger = ?"}
	args = []any{q.Ledger}
	add := func(condition string, values ...any) {
		all = append(all, condition)
		args = append(args, values...)
	}
	if q.Category != "" {
		add("category = ?", q.Category)
	}
	if len(q.States) > 0 {
		states := make([]any, len(q.States))
		for i, s := range q.States {
			states[i] = s
		}
		add("state IN (?"+strings.Repeat(", ?", len(states)-1)+")", states...)
	}
	if q.Section != "" {
		add("(section = ? OR section >= ? AND section < ?)", q.Section, q.Section+"/", q.Section+"0") // 0 is the sign after /
	}
	const owes = "+id IN (SELECT account FROM account_body WHERE ledger = ? AND body = ?)"
	if q.Body != "" {
		add(owes, q.Ledger, q.Body)
	}
	if q.Owes != "" {
		add(owes, q.Ledger, q.Owes)
	}
	switch q.Lead {
	case "":
	case ledger.NoLead:
		add("no_lead = 1")
	default:
		add("+id IN (SELECT account FROM account_body WHERE ledger = ? AND body = ? AND role = 'lead')", q.Ledger, q.Lead)
	}
	if q.Hardness != "" {
		add("hardness = ?", q.Hardness)
	}
	if q.Number != "" {
		add("number = ?", q.Number)
	}
	if q.Above != 0 {
		add("ord > ?", q.Above)
	}
	if q.Among != nil {
		ids, err := json.Marshal(q.Among)
		if err != nil {
			panic("sqlite: IDs do not encode: " + err.Error()) // they are texts
		}
		add("+id IN (SELECT value FROM json_each(?))", string(ids))
	}
	return strings.Join(all, " AND "), args
}
