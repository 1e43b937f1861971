package ledger

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// Kind says what an entry speaks of.
type Kind string

// The kinds of record.
const (
	KindLedger    Kind = "ledger"    // a Ledger, in its own journal
	KindAccount   Kind = "account"   // an Account, in its ledger's journal
	KindBody      Kind = "body"      // a Body, in the system journal
	KindPrecedent Kind = "precedent" // a past breakdown, in the system journal
	KindUser      Kind = "user"      // a User, in the system journal
	KindBatch     Kind = "batch"     // a ReadingBatch, in a ledger's journal or the system's
	KindRules     Kind = "rules"     // a RuleTable, in the system journal
	KindCheck     Kind = "check"     // a ReadingCheck, in the journal of its reading
)

// A Record is something that entries change. Its JSON is an object whose
// fields are the unit of change; empty fields are left out.
type Record interface {
	// RecordKind is the kind, and RecordKey the key that is unique among the
	// kind's records in its journal.
	RecordKind() Kind
	RecordKey() string
}

// Encode is the record's JSON as stores keep it: one form for one state.
func Encode(r Record) []byte {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(r); err != nil {
		panic("ledger: a record does not encode: " + err.Error()) // records hold plain values only
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n"))
}

// NewRecord is an empty record of the kind; nil for a kind that is none.
func NewRecord(k Kind) Record {
	switch k {
	case KindLedger:
		return new(Ledger)
	case KindAccount:
		return new(Account)
	case KindBody:
		return new(Body)
	case KindPrecedent:
		return new(Precedent)
	case KindUser:
		return new(User)
	case KindBatch:
		return new(ReadingBatch)
	case KindRules:
		return new(RuleTable)
	case KindCheck:
		return new(ReadingCheck)
	}
	return nil
}

// Decode reads what Encode wrote.
func Decode(k Kind, doc []byte) (Record, error) {
	r := NewRecord(k)
	if r == nil {
		return nil, fmt.Errorf("ledger: no kind of record is called %q", k)
	}
	dec := json.NewDecoder(bytes.NewReader(doc))
	dec.DisallowUnknownFields()
	if err := dec.Decode(r); err != nil {
		return nil, fmt.Errorf("ledger: a record of kind %s: %w", k, err)
	}
	return r, nil
}

// A field is one top-level field of a record's JSON.
type field struct {
	name string
	raw  json.RawMessage
}

// fieldsOf lists a document's fields in its order. doc was written by Encode;
// nil has none.
func fieldsOf(doc []byte) []field {
	if doc == nil {
		return nil
	}
	dec := json.NewDecoder(bytes.NewReader(doc))
	var all []field
	must := func(err error) {
		if err != nil {
			panic("ledger: a record's JSON: " + err.Error())
		}
	}
	_, err := dec.Token() // {
	must(err)
	for dec.More() {
		name, err := dec.Token()
		must(err)
		f := field{name: name.(string)}
		must(dec.Decode(&f.raw))
		all = append(all, f)
	}
	return all
}

// null is the value of a field that is empty.
var null = json.RawMessage("null")

// Diff lists the fields in which two states of a record differ, in the order
// of the record's fields. before is nil for a record that is new.
func Diff(before, after Record) []Change {
	var old []byte
	if before != nil {
		old = Encode(before)
	}
	return diffDocs(old, Encode(after))
}

// diffDocs is Diff over encoded records.
func diffDocs(before, after []byte) []Change {
	was, is := fieldsOf(before), fieldsOf(after)
	kept := make(map[string]json.RawMessage, len(was))
	for _, f := range was {
		kept[f.name] = f.raw
	}
	changes := []Change{}
	for _, f := range is {
		old, ok := kept[f.name]
		delete(kept, f.name)
		if !ok {
			old = null
		}
		if !bytes.Equal(old, f.raw) {
			changes = append(changes, Change{f.name, old, f.raw})
		}
	}
	for _, f := range was {
		if old, gone := kept[f.name]; gone {
			changes = append(changes, Change{f.name, old, null})
		}
	}
	return changes
}
