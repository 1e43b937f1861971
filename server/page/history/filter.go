package history

import (
	"html/template"
	"net/url"
	"strconv"
	"strings"

	"pledger/ledger"
)

// Filter chooses commands. The zero Filter chooses all.
type Filter struct {
	Account string // a number or ID, as typed
	Who     string // a user name; Operator for the command line's
	Action  ledger.Action
	Before  int64 // only commands before the one with this number; 0 for all
}

// Operator as Filter.Who asks for what was done on the command line: no user
// is called so.
const Operator = "-"

// The parameters of an address.
const (
	paramAccount = "account"
	paramWho     = "who"
	paramAction  = "action"
	paramBefore  = "before"
)

// maxParam is how many bytes of a parameter are looked at.
const maxParam = 200

// ParseFilter reads the filter of an address. What is malformed asks for nothing.
func ParseFilter(q url.Values) Filter {
	value := func(name string) string {
		s := strings.TrimSpace(q.Get(name))
		return s[:min(len(s), maxParam)]
	}
	before, err := strconv.ParseInt(q.Get(paramBefore), 10, 64)
	if err != nil || before < 0 {
		before = 0
	}
	return Filter{value(paramAccount), value(paramWho), ledger.Action(value(paramAction)), before}
}

// Narrowed reports whether the filter leaves anything out.
func (f Filter) Narrowed() bool { return f.Account != "" || f.Who != "" || f.Action != "" }

// Match is the test of an entry; nil where the filter leaves nothing out.
// accounts are the IDs of the accounts that the filter's Account names.
func (f Filter) Match(accounts map[string]bool) func(*ledger.Entry) bool {
	if !f.Narrowed() {
		return nil
	}
	who := f.Who
	if who == Operator {
		who = ""
	}
	return func(e *ledger.Entry) bool {
		return (f.Account == "" || e.Kind == ledger.KindAccount && accounts[e.Subject]) &&
			(f.Who == "" || e.Who == who) && (f.Action == "" || e.Action == f.Action)
	}
}

// address is the list at path with the filter.
func (f Filter) address(path template.URL) template.URL {
	q := url.Values{}
	for name, value := range map[string]string{paramAccount: f.Account, paramWho: f.Who, paramAction: string(f.Action)} {
		if value != "" {
			q.Set(name, value)
		}
	}
	if f.Before > 0 {
		q.Set(paramBefore, strconv.FormatInt(f.Before, 10))
	}
	if len(q) == 0 {
		return path
	}
	return path + "?" + template.URL(q.Encode())
}
