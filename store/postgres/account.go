package postgres

import (
	"errors"
	"strconv"
	"strings"

	"github.com/jackc/pgx/v5"

	"pledger/ledger"
	"pledger/store/index"
)

// Account is the account with the ID.
func (r *reader) Account(id ledger.ID, account string) (*ledger.Account, error) {
	var version int64
	var doc []byte
	err := r.row(`
		SELECT
			version,
			doc
		FROM account
		WHERE ledger = $1 AND id = $2`, id, account,
	).Scan(
		&version,
		&doc,
	)
	if errors.Is(err, pgx.ErrNoRows) {
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
	err = r.each(func(rows pgx.Rows) error {
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
		WHERE ledger = $1 AND ($2 OR (ord, id) > ($3, $4))
		ORDER BY
			ord,
			id
		LIMIT $5`, id, first, order, account, batch)
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
	var c clause
	c.conditions(q)
	page := new(ledger.Page)
	err := r.row(`
		SELECT count(*)
		FROM account
		WHERE `+c.where(), c.args...,
	).Scan(&page.Total)
	if err != nil {
		return nil, r.db.translate(err)
	}
	order := orders[q.Sort][0]
	if q.Reverse {
		order = orders[q.Sort][1]
	}
	if q.Limit <= 0 && q.Offset <= 0 {
		page.Accounts, err = r.scanAccounts(`
		SELECT
			version,
			doc
		FROM account
		WHERE `+c.where()+`
		ORDER BY `+order, c.args...)
		return page, err
	}
	var limit any // NULL for all
	if q.Limit > 0 {
		limit = q.Limit
	}
	page.Accounts, err = r.scanAccounts(`
		SELECT
			version,
			doc
		FROM account
		WHERE ledger = $1 AND id = ANY (ARRAY(
			SELECT id
			FROM account
			WHERE `+c.where()+`
			ORDER BY `+order+`
			LIMIT `+c.arg(limit)+`::bigint OFFSET `+c.arg(max(0, q.Offset))+`
		))
		ORDER BY `+order, c.args...)
	return page, err
}

// clause gathers conditions and their arguments; $1 is the ledger.
type clause struct {
	all  []string
	args []any
}

// arg adds an argument and returns its place.
func (c *clause) arg(v any) string {
	c.args = append(c.args, v)
	return "$" + strconv.Itoa(len(c.args))
}

// add adds a condition.
func (c *clause) add(condition string) { c.all = append(c.all, condition) }

// where is all conditions.
func (c *clause) where() string { return strings.Join(c.all, " AND ") }

// conditions is what a query asks of a row of account.
func (c *clause) conditions(q ledger.Query) {
	c.add("ledger = " + c.arg(q.Ledger))
	if q.Category != "" {
		c.add("category = " + c.arg(q.Category))
	}
	if len(q.States) > 0 {
		states := make([]string, len(q.States))
		for i, s := range q.States {
			states[i] = string(s)
		}
		c.add("state = ANY (" + c.arg(states) + ")")
	}
	if q.Section != "" {
		// 0 is the sign after /.
		c.add("(section = " + c.arg(q.Section) + " OR section >= " + c.arg(q.Section+"/") + " AND section < " + c.arg(q.Section+"0") + ")")
	}
	for _, body := range []string{q.Body, q.Owes} {
		if body != "" {
			c.add("id IN (SELECT account FROM account_body WHERE ledger = $1 AND body = " + c.arg(body) + ")")
		}
	}
	switch q.Lead {
	case "":
	case ledger.NoLead:
		c.add("no_lead")
	default:
		c.add("id IN (SELECT account FROM account_body WHERE ledger = $1 AND body = " + c.arg(q.Lead) + " AND role = 'lead')")
	}
	if q.Hardness != "" {
		c.add("hardness = " + c.arg(q.Hardness))
	}
	if q.Number != "" {
		c.add("number = " + c.arg(q.Number))
	}
	if q.Above != 0 {
		c.add("ord > " + c.arg(q.Above))
	}
	if q.Among != nil {
		c.add("id = ANY (" + c.arg(q.Among) + ")")
	}
	if words := index.Words(q.Text); len(words) > 0 {
		found := "id IN (SELECT account FROM account_search WHERE ledger = $1"
		for _, w := range words {
			found += " AND strpos(text, " + c.arg(w) + ") > 0"
		}
		c.add(found + ")")
	}
}
