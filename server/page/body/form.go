package body

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"pledger/ledger"
	"pledger/ledger/assign"
	"pledger/locale"
	"pledger/server/page"
)

// The fields of the form.
const (
	fieldName    = "name"
	fieldAliases = "aliases"
	fieldDuties  = "duties"
	fieldOrder   = "order"
	fieldRegion  = "region"
)

// Limits of what a body's fields may hold, in runes: far above what is printed.
const (
	maxName = 60
	maxList = 4000
)

// Typed is the body b as the form changes it; b is not changed. What is wrong
// is noted in the form. list is its government's; region finds the code of a place
// of the government's by its name, "" for none.
func Typed(form *page.Form, b *ledger.Body, list []*ledger.Body, region func(string) string, lang locale.Lang) *ledger.Body {
	c := *b
	c.Name = strings.Join(strings.Fields(form.Value(fieldName)), "")
	switch {
	case c.Name == "":
		form.Refuse(fieldName, lang.Text("office.body.wrong.name"))
	case utf8.RuneCountInString(c.Name) > maxName:
		form.Refuse(fieldName, lang.Text("office.wrong.long", maxName))
	case !printable(c.Name):
		form.Refuse(fieldName, lang.Text("office.wrong.text"))
	default:
		for _, other := range list {
			if other.Code != b.Code && other.Name == c.Name {
				form.Refuse(fieldName, lang.Text("office.body.wrong.taken", other.Name))
			}
		}
	}
	c.Aliases = typedList(form, fieldAliases, lang)
	c.Duties = typedList(form, fieldDuties, lang)
	order, err := strconv.Atoi(strings.TrimSpace(form.Value(fieldOrder)))
	if err != nil || order < 0 || order > maxOrder {
		form.Refuse(fieldOrder, lang.Text("office.body.wrong.order", maxOrder))
	}
	c.Order, c.Region = order, ""
	if typed := strings.TrimSpace(form.Value(fieldRegion)); typed != "" {
		if c.Region = region(typed); c.Region == "" || c.Region == b.Place {
			form.Refuse(fieldRegion, lang.Text("office.body.wrong.region", typed))
		}
	}
	return &c
}

// maxOrder is the last place on a list: no government has so many bodies.
const maxOrder = 99999

// typedList reads several words out of one field.
func typedList(form *page.Form, field string, lang locale.Lang) []string {
	s := form.Value(field)
	switch {
	case utf8.RuneCountInString(s) > maxList:
		form.Refuse(field, lang.Text("office.wrong.long", maxList))
		return nil
	case !printable(s):
		form.Refuse(field, lang.Text("office.wrong.text"))
		return nil
	}
	return assign.SplitNames(s)
}

// printable reports whether s is text without control characters but tabs and
// line ends.
func printable(s string) bool {
	return utf8.ValidString(s) && !strings.ContainsFunc(s, func(r rune) bool {
		return r < ' ' && r != '\n' && r != '\r' && r != '\t' || r == 0x7f || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069
	})
}

// NewCode is a code for a body that is new on the list: the first of own-1,
// own-2 … that no other has.
func NewCode(list []*ledger.Body) string {
	taken := map[string]bool{}
	for _, b := range list {
		taken[b.Code] = true
	}
	for n := 1; ; n++ {
		if code := fmt.Sprintf("own-%d", n); !taken[code] {
			return code
		}
	}
}

// NextOrder is the place behind the last of the list.
func NextOrder(list []*ledger.Body) int {
	last := 0
	for _, b := range list {
		last = max(last, b.Order)
	}
	return min(last+1, maxOrder)
}
