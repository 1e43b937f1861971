package ledger

import (
	"context"
	"errors"
	"unicode/utf8"
)

// RuleTable（亮灯规则）is a government's own table of rules for lights. Package
// standing reads it: its rows add to those of the program or replace them.
type RuleTable struct {
	Place string `json:"place"`          // GB/T 2260 code of the government
	Name  string `json:"name,omitempty"` // of the file it came from
	Table string `json:"table,omitempty"`
}

// RecordKind is KindRules.
func (*RuleTable) RecordKind() Kind { return KindRules }

// RecordKey is the place.
func (t *RuleTable) RecordKey() string { return t.Place }

// MaxRuleTable is how many bytes a table of rules may have: far more than the
// rules of any office.
const MaxRuleTable = 1 << 16

// PutRules keeps a government's table of rules in place of the one before; a
// table of no text leaves only the program's rules. What is in it the caller has
// checked: standing.ParseRules.
func (d *Desk) PutRules(ctx context.Context, who Actor, t *RuleTable) error {
	switch {
	case !who.May(KeepBodies, nil, nil), who.Place != "" && who.Place != t.Place:
		return &Forbidden{who, KeepBodies}
	case len(t.Table) > MaxRuleTable:
		return refuse(BadLong, "65536")
	case !utf8.ValidString(t.Table), !plain(t.Name):
		return refuse(BadText)
	}
	return d.system(ctx, who, ActImport, func(tx Tx) ([]update, error) {
		before, err := tx.RuleTable(t.Place)
		var missing *NotFound
		switch {
		case errors.As(err, &missing):
			return []update{{nil, t}}, nil
		case err != nil:
			return nil, err
		}
		return []update{{before, t}}, nil
	})
}
