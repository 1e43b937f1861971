package raw

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"

	"pledger/ledger"
	"pledger/store/fault"
)

// Texts are the fields of an entry that stores keep as text of one form.
type Texts struct {
	At, Changes, Prev, Hash string
}

// TextsOf are the texts of an entry. Changes are JSON, their values byte for
// byte as they are hashed.
func TextsOf(e *ledger.Entry) (Texts, error) {
	changes := e.Changes
	if changes == nil {
		changes = []ledger.Change{}
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	err := enc.Encode(changes)
	return Texts{
		At:      ledger.FormatTime(e.At),
		Changes: string(bytes.TrimSuffix(b.Bytes(), []byte("\n"))),
		Prev:    e.Prev.String(),
		Hash:    e.Hash.String(),
	}, err
}

// Read sets the entry's fields from the texts. A text that TextsOf could not
// have written was changed by somebody else: the error is a *ledger.Broken.
func (t Texts) Read(e *ledger.Entry) error {
	broken := func(column, stored string) error {
		return &ledger.Broken{Journal: e.Journal, Seq: e.Seq, Code: ledger.BrokenHash, Args: []string{column + " " + stored, ""}}
	}
	var err error
	if e.At, err = ledger.ParseTime(t.At); err != nil {
		return broken("at", t.At)
	}
	if err := json.Unmarshal([]byte(t.Changes), &e.Changes); err != nil {
		return broken("changes", t.Changes)
	}
	if e.Prev, err = ledger.ParseHash(t.Prev); err != nil {
		return broken("prev", t.Prev)
	}
	if e.Hash, err = ledger.ParseHash(t.Hash); err != nil {
		return broken("hash", t.Hash)
	}
	again, err := TextsOf(e)
	if err != nil || again.Changes != t.Changes {
		return broken("changes", t.Changes)
	}
	if again != t {
		return broken("at, prev, hash", t.At+" "+t.Prev+" "+t.Hash)
	}
	return nil
}

// Sum is a SHA-256 in hex, as ledger.Source has it.
func Sum(data []byte) string {
	s := sha256.Sum256(data)
	return hex.EncodeToString(s[:])
}

// CheckDocument refuses a report that is not what its ledger says it was opened
// from.
func CheckDocument(l *ledger.Ledger, d *ledger.Document) error {
	if l.Source.File != Sum(d.File) || l.Source.Text != Sum([]byte(d.Text)) {
		return fault.Of(fault.Misuse, "", "the report is not the one that the ledger "+string(l.ID)+" says it was opened from")
	}
	return nil
}
