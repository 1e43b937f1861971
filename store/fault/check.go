package fault

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"time"
	"unicode/utf8"

	"pledger/ledger"
)

// CheckAppend refuses what no store may keep: entries and records that do not
// belong together or to the journal, and texts that hold NUL or are no UTF-8.
func CheckAppend(j ledger.Journal, entries []*ledger.Entry, records []ledger.Record) error {
	if len(entries) != len(records) {
		return Of(Misuse, "", fmt.Sprintf("%d entries make %d records", len(entries), len(records)))
	}
	for i, e := range entries {
		r := records[i]
		switch {
		case e == nil || r == nil:
			return Of(Misuse, "", fmt.Sprintf("entry or record %d is nil", i))
		case e.Kind != r.RecordKind() || e.Subject != r.RecordKey():
			return Of(Misuse, "", fmt.Sprintf("the entry about %s %s makes %s %s", e.Kind, e.Subject, r.RecordKind(), r.RecordKey()))
		case e.Subject == "" || j == "":
			return Of(Misuse, "", "a record or its journal has no name")
		case !belongs(j, r):
			return Of(Misuse, "", fmt.Sprintf("%s %s does not belong to the journal %s", e.Kind, e.Subject, j))
		}
		if err := checkEntry(e); err != nil {
			return err
		}
		if err := checkText(string(e.Kind)+" "+e.Subject, reflect.ValueOf(r)); err != nil {
			return err
		}
	}
	return nil
}

// belongs reports whether the record is one of the journal's.
func belongs(j ledger.Journal, r ledger.Record) bool {
	switch r := r.(type) {
	case *ledger.Ledger:
		return r.ID.Journal() == j && j != ledger.System
	case *ledger.Account:
		return r.Ledger.Journal() == j && j != ledger.System
	case *ledger.ReadingBatch, *ledger.ReadingCheck:
		return true
	}
	return j == ledger.System
}

// CheckReading refuses a reading that no store may keep.
func CheckReading(j ledger.Journal, r *ledger.Reading) error {
	switch {
	case !r.Period.Valid() || r.Revision < 1 || r.Value == "" || r.Kind == "" || r.Place == "":
		return Of(Misuse, "", fmt.Sprintf("a reading without period, revision, value, kind or place: %+v", r))
	case (r.Ledger == "") != (r.Account == "") || r.Account == "" && r.Indicator == "":
		return Of(Misuse, "", fmt.Sprintf("a reading of nothing: %+v", r))
	case r.Ledger != "" && r.Ledger.Journal() != j:
		return Of(Misuse, "", "a reading of "+string(r.Ledger)+" does not belong to the journal "+string(j))
	case r.Term < 0 || r.Term > 0 && r.Account == "":
		return Of(Misuse, "", fmt.Sprintf("a reading of no terms: %+v", r))
	}
	for _, e := range r.Evidence {
		if err := Clean("evidence", e.Name); err != nil {
			return err
		}
	}
	for name, s := range map[string]string{"value": r.Value, "typed": r.Typed, "source": r.Source, "note": r.Note, "reason": r.Reason} {
		if err := Clean(name, s); err != nil {
			return err
		}
	}
	return nil
}

// CheckBatches refuses a transaction whose batches are not what it put: from
// after the reading numbered before up to the one numbered last.
func CheckBatches(before, last int64, batches []*ledger.ReadingBatch) error {
	for _, b := range batches {
		if b.First != before+1 || b.Count != b.Last-b.First+1 || b.ID != ledger.ReadingID(b.First) {
			return Of(Misuse, "", fmt.Sprintf("the batch %+v does not follow the reading %d", b, before))
		}
		before = b.Last
	}
	if before != last {
		return Of(Misuse, "", fmt.Sprintf("readings up to %d are in batches up to %d", last, before))
	}
	return nil
}

// CheckEvidence refuses files that no reading names, and names of files that are
// not kept. put are the sums of the files that a transaction kept, named those
// that its readings name, kept says which files are there.
func CheckEvidence(put, named map[string]bool, kept func(sum string) (bool, error)) error {
	for sum := range put {
		if !named[sum] {
			return Of(Misuse, "", "no reading names the evidence "+sum)
		}
	}
	for sum := range named {
		there, err := kept(sum)
		if err != nil {
			return err
		}
		if !there {
			return Of(Misuse, "", "a reading names the evidence "+sum+", which is not kept")
		}
	}
	return nil
}

// checkEntry refuses an entry that could not be read back as it is.
func checkEntry(e *ledger.Entry) error {
	for name, s := range map[string]string{"who": e.Who, "why": e.Why, "subject": e.Subject, "action": string(e.Action)} {
		if err := Clean(name, s); err != nil {
			return err
		}
	}
	at, err := ledger.ParseTime(ledger.FormatTime(e.At))
	if err != nil || !at.Equal(e.At.Truncate(time.Microsecond)) {
		return Of(Misuse, "", "an entry's time is outside the years 0 to 9999")
	}
	size := 0
	for _, c := range e.Changes {
		size += len(c.Before) + len(c.After)
		if !json.Valid(c.Before) || !json.Valid(c.After) {
			return Of(Misuse, "", "a change of "+c.Field+" is no JSON")
		}
	}
	if size > MaxEntry {
		return Of(Misuse, "", fmt.Sprintf("an entry about %s %s holds %d bytes, more than %d", e.Kind, e.Subject, size, MaxEntry))
	}
	return nil
}

// MaxEntry is how many bytes of values an entry may hold: far above a breakdown
// over every county, and little enough to be a line of a backup.
const MaxEntry = 16 << 20

// Clean refuses a text that holds NUL or is no UTF-8; name says which it is.
func Clean(name, s string) error {
	if strings.IndexByte(s, 0) >= 0 {
		return Of(Text, "", name, "NUL")
	}
	if !utf8.ValidString(s) {
		return Of(Text, "", name, "UTF-8")
	}
	return nil
}

// checkText is Clean for every text inside a value.
func checkText(name string, v reflect.Value) error {
	switch v.Kind() {
	case reflect.String:
		return Clean(name, v.String())
	case reflect.Pointer:
		return checkText(name, v.Elem())
	case reflect.Slice:
		for i := range v.Len() {
			if err := checkText(name, v.Index(i)); err != nil {
				return err
			}
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if err := checkText(name+"."+v.Type().Field(i).Name, v.Field(i)); err != nil {
				return err
			}
		}
	}
	return nil
}

// CheckChanges refuses an entry whose changes do not lead from the record that
// stands (nil where none does) to the one that it makes.
func CheckChanges(e *ledger.Entry, before, after ledger.Record) error {
	changes := ledger.Diff(before, after)
	if len(changes) != len(e.Changes) {
		return Of(Misuse, "", fmt.Sprintf("the entry about %s %s tells %d changes where %d were made", e.Kind, e.Subject, len(e.Changes), len(changes)))
	}
	told := map[string]ledger.Change{}
	for _, c := range e.Changes {
		told[c.Field] = c
	}
	for _, c := range changes {
		t := told[c.Field]
		if string(t.Before) != string(c.Before) || string(t.After) != string(c.After) {
			return Of(Misuse, "", fmt.Sprintf("the entry about %s %s does not tell the change of %s as it was made", e.Kind, e.Subject, c.Field))
		}
	}
	return nil
}
