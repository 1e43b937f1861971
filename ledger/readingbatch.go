package ledger

import (
	"encoding/json"
	"fmt"
	"strconv"
)

// ReadingBatch（报送批次）is what was given in at once: a sheet that was imported,
// a form that was sent. Its one entry proves all of its readings, which are rows
// of their own and never changed: how many, which, and the sum over them.
type ReadingBatch struct {
	ID    string `json:"id"`             // the Seq of its first reading
	Name  string `json:"name,omitempty"` // of the file, without its folder
	File  string `json:"file,omitempty"` // SHA-256 of the file as given, in hex
	Count int64  `json:"count"`          // of readings kept
	First int64  `json:"first"`          // Seq of the first
	Last  int64  `json:"last"`           // Seq of the last; none between is missing
	Sum   string `json:"sum"`            // ReadingSum over them
	// Skipped counts what the file had besides: values that were known already.
	Skipped int64 `json:"skipped,omitempty"`
}

// RecordKind is KindBatch.
func (*ReadingBatch) RecordKind() Kind { return KindBatch }

// RecordKey is the batch's ID.
func (b *ReadingBatch) RecordKey() string { return b.ID }

// ReadingID is the key of what is said of the reading numbered seq, and of the
// batch that begins with it.
func ReadingID(seq int64) string { return strconv.FormatInt(seq, 10) }

// ReadingCheck（核实）is what a supervisor decided of a reading.
type ReadingCheck struct {
	ID     string `json:"id"`               // ReadingID
	Status Status `json:"status"`           // Verified or Returned
	Reason string `json:"reason,omitempty"` // why it was returned
}

// RecordKind is KindCheck.
func (*ReadingCheck) RecordKind() Kind { return KindCheck }

// RecordKey is the check's ID.
func (c *ReadingCheck) RecordKey() string { return c.ID }

// ReadingsIn says which readings of its journal an entry is about, by their Seq:
// those of the batch that it tells, or the one that it checks.
func ReadingsIn(e *Entry) (first, last int64, err error) {
	if e.Kind == KindCheck {
		first, err = strconv.ParseInt(e.Subject, 10, 64)
		return first, first, err
	}
	for _, c := range e.Changes {
		switch c.Field {
		case "first":
			err = json.Unmarshal(c.After, &first)
		case "last":
			err = json.Unmarshal(c.After, &last)
		}
		if err != nil {
			return 0, 0, fmt.Errorf("ledger: entry %d of %s: %w", e.Seq, e.Journal, err)
		}
	}
	return first, last, nil
}
