package importing

import (
	"net/url"
	"strconv"

	"pledger/ledger"
	"pledger/server/page"
)

// Choices say for which body a printed name is taken, by name.
type Choices map[string]string

// The parameters of a choice: names and codes, in the same order.
const (
	paramName = "name"
	paramCode = "code"
)

// maxChoices is how many choices are read of an address or a form.
const maxChoices = 400

// ParseChoices reads the choices of an address or a form; names without a code
// are not chosen.
func ParseChoices(q url.Values) Choices {
	c := Choices{}
	names, codes := q[paramName], q[paramCode]
	for i := range min(len(names), len(codes), maxChoices) {
		if names[i] != "" && codes[i] != "" {
			c[names[i]] = codes[i]
		}
	}
	return c
}

// Unknown is a printed name that no body has.
type Unknown struct {
	Name  string
	Field page.Field // what to take it for
}

// NewUnknown is the i-th unknown name, with the near ones offered first. chosen
// is what it is taken for now.
func NewUnknown(i int, name, chosen string, near, list []*ledger.Body, f *page.Frame) Unknown {
	field := page.Field{
		Name: paramCode + strconv.Itoa(i), Label: f.T("office.import.takefor", name), Value: chosen,
		Options: []page.Option{{Label: f.T("office.import.takefor.none")}},
	}
	offered := map[string]bool{}
	for _, bodies := range [][]*ledger.Body{near, list} {
		for _, b := range bodies {
			if !b.Retired && !offered[b.Code] {
				offered[b.Code] = true
				field.Options = append(field.Options, page.Option{Value: b.Code, Label: b.Name})
			}
		}
	}
	return Unknown{name, field}
}
