package index

import (
	"cmp"
	"slices"
	"strings"

	"pledger/ledger"
)

// SortLedgers puts ledgers in the order of Reader.Ledgers.
func SortLedgers(all []*ledger.Ledger) {
	slices.SortFunc(all, func(a, b *ledger.Ledger) int {
		return cmp.Or(cmp.Compare(b.Year, a.Year), strings.Compare(a.Place, b.Place), cmp.Compare(a.ID, b.ID))
	})
}

// SortBodies puts a government's bodies in its order of precedence.
func SortBodies(all []*ledger.Body) {
	slices.SortFunc(all, func(a, b *ledger.Body) int {
		return cmp.Or(cmp.Compare(a.Order, b.Order), strings.Compare(a.Code, b.Code))
	})
}

// SortPrecedents puts past breakdowns in the order of their years.
func SortPrecedents(all []*ledger.Precedent) {
	slices.SortFunc(all, func(a, b *ledger.Precedent) int {
		return cmp.Or(cmp.Compare(a.Year, b.Year), strings.Compare(a.ID, b.ID))
	})
}
