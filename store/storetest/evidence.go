package storetest

import (
	"context"
	"errors"
	"testing"

	"pledger/ledger"
)

// EvidenceOf names a file with the text.
func EvidenceOf(text string) ledger.Evidence {
	return ledger.Evidence{Name: "“佐证”<1>&.txt", Sum: sum([]byte(text)), Type: "text/plain; charset=utf-8", Size: int64(len(text))}
}

// PutWithEvidence keeps readings, the first with a file of the text, in a
// transaction of its own.
func PutWithEvidence(t testing.TB, s ledger.Store, j ledger.Journal, text string, readings ...*ledger.Reading) {
	t.Helper()
	e := EvidenceOf(text)
	readings[0].Evidence = []ledger.Evidence{e}
	err := s.Update(context.Background(), j, func(tx ledger.Tx) error {
		if err := errors.Join(tx.HoldReadings(), tx.PutReadings(readings), tx.PutEvidence([]byte(text))); err != nil {
			return err
		}
		if got, err := tx.Evidence(e.Sum); err != nil || string(got) != text {
			t.Errorf("a transaction does not see the evidence it put: %q, %v", got, err)
		}
		return Write(tx, j, BatchOf(readings...))
	})
	if err != nil {
		t.Fatal(err)
	}
}

// evidence keeps a file that readings of two journals name, once; a later reading
// names it without giving it again.
func evidence(t *testing.T, s ledger.Store) {
	const text = "验收\x00单"
	Put(t, s, ID.Journal(), Ledger(ID), Account(ID, 1))
	own, indicator := AccountReading(1, "2021-03", "12"), IndicatorReading("2021-03", "6.5")
	PutWithEvidence(t, s, ID.Journal(), text, own)
	PutWithEvidence(t, s, ledger.System, text, indicator)
	later := AccountReading(1, "2021-06", "13")
	later.Evidence = own.Evidence
	PutReadings(t, s, ID.Journal(), later)
	view(t, s, func(r ledger.Reader) error {
		same(t, []byte(text), result(r.Evidence(own.Evidence[0].Sum)))
		same(t, []*ledger.Reading{own, later}, result(r.Readings(own.Series())))
		var missing *ledger.NotFound
		if _, err := r.Evidence(sum(nil)); !errors.As(err, &missing) {
			t.Errorf("%v is no NotFound", err)
		}
		return nil
	})
}

// termReadings keeps values of the same period of two terms of one account.
func termReadings(t *testing.T, s ledger.Store) {
	Put(t, s, ID.Journal(), Ledger(ID), Account(ID, 1))
	first, second, third := AccountReading(1, "2021-03", "12"), AccountReading(1, "2021-03", "13"), AccountReading(1, "2021-06", "14")
	second.Term, third.Term = 1, 1
	PutReadings(t, s, ID.Journal(), third, first, second)
	view(t, s, func(r ledger.Reader) error {
		same(t, []*ledger.Reading{first}, result(r.Readings(first.Series())))
		same(t, []*ledger.Reading{second, third}, result(r.Readings(second.Series())))
		same(t, first, result(r.LastReading(first.Series())))
		var all []*ledger.Reading
		err := r.EachReading(ID, func(reading *ledger.Reading) bool { all = append(all, reading); return true })
		same(t, []*ledger.Reading{first, second, third}, all)
		return err
	})
}
