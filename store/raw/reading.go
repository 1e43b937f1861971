package raw

import (
	"bytes"
	"cmp"
	"encoding/json"
	"slices"
	"strings"

	"pledger/ledger"
)

// ReadingColumns are the columns of table reading, as both stores order them.
const ReadingColumns = `
			journal,
			seq,
			ledger,
			account,
			indicator,
			kind,
			place,
			start,
			until,
			revision,
			value,
			unit,
			typed,
			final,
			source,
			note,
			who,
			at,
			term,
			evidence,
			reason`

// ReadingWidth is how many ReadingColumns there are.
const ReadingWidth = 21

// AppendReading appends the reading's values in the order of ReadingColumns.
func AppendReading(dst []any, r *ledger.Reading) []any {
	return append(dst,
		string(r.Journal),
		r.Seq,
		string(r.Ledger),
		r.Account,
		r.Indicator,
		r.Kind,
		r.Place,
		r.Period.Start,
		r.Period.End,
		int64(r.Revision),
		r.Value,
		r.Unit,
		r.Typed,
		r.Final,
		r.Source,
		r.Note,
		r.Who,
		ledger.FormatTime(r.At),
		int64(r.Term),
		evidenceText(r.Evidence),
		r.Reason,
	)
}

// evidenceText is what a reading's evidence is kept as: one form for one list.
func evidenceText(all []ledger.Evidence) string {
	if len(all) == 0 {
		return ""
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(all); err != nil {
		panic("raw: evidence does not encode: " + err.Error()) // it holds plain values only
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// readEvidence reads what evidenceText wrote; ok is false for anything else.
func readEvidence(text string) (all []ledger.Evidence, ok bool) {
	if text == "" {
		return nil, true
	}
	err := json.Unmarshal([]byte(text), &all)
	return all, err == nil && evidenceText(all) == text
}

// ScanReading reads a row of ReadingColumns and, where more is given, of what
// stands behind them.
func ScanReading(scan func(...any) error, more ...any) (*ledger.Reading, error) {
	r := new(ledger.Reading)
	var at, evidence string
	err := scan(append([]any{
		&r.Journal,
		&r.Seq,
		&r.Ledger,
		&r.Account,
		&r.Indicator,
		&r.Kind,
		&r.Place,
		&r.Period.Start,
		&r.Period.End,
		&r.Revision,
		&r.Value,
		&r.Unit,
		&r.Typed,
		&r.Final,
		&r.Source,
		&r.Note,
		&r.Who,
		&at,
		&r.Term,
		&evidence,
		&r.Reason,
	}, more...)...)
	if err != nil {
		return nil, err
	}
	var ok bool
	r.Evidence, ok = readEvidence(evidence)
	if r.At, err = ledger.ParseTime(at); err != nil || !ok || ledger.FormatTime(r.At) != at {
		return nil, &ledger.Broken{Journal: r.Journal, Code: ledger.BrokenStray, Args: []string{ledger.ReadingID(r.Seq)}}
	}
	return r, nil
}

// ScanChecked is ScanReading where the document of the reading's check, "" for
// none, stands behind the columns.
func ScanChecked(scan func(...any) error) (*ledger.Reading, error) {
	var doc string
	r, err := ScanReading(scan, &doc)
	if err != nil {
		return nil, err
	}
	if r.Status = ledger.Submitted; doc == "" {
		return r, nil
	}
	var check ledger.ReadingCheck
	err = json.Unmarshal([]byte(doc), &check)
	r.Status = check.Status
	return r, err
}

// SortBatches puts batches in the order of their readings.
func SortBatches(all []*ledger.ReadingBatch) {
	slices.SortFunc(all, func(a, b *ledger.ReadingBatch) int { return cmp.Compare(a.First, b.First) })
}
