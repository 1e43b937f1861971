package ledger

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
)

// Fold makes the present state out of entries: the oracle that every store is
// held against. Its zero value is the state before the first entry.
type Fold struct {
	heads map[Journal]Head
	docs  map[Journal]map[Key][]byte
	last  map[Journal]map[Key]int64
}

// Add takes in the next entry of its journal. Its error is a *Broken where the
// entry does not follow the one before it, or speaks of a state that is not
// what the entries so far make.
func (f *Fold) Add(e *Entry) error {
	if f.heads == nil {
		f.heads, f.docs, f.last = map[Journal]Head{}, map[Journal]map[Key][]byte{}, map[Journal]map[Key]int64{}
	}
	head, err := f.heads[e.Journal].Follow(e)
	if err != nil {
		return err
	}
	if f.docs[e.Journal] == nil {
		f.docs[e.Journal], f.last[e.Journal] = map[Key][]byte{}, map[Key]int64{}
	}
	key := Key{e.Kind, e.Subject}
	doc, err := apply(f.docs[e.Journal][key], e)
	if err != nil {
		return err
	}
	f.docs[e.Journal][key], f.last[e.Journal][key] = doc, e.Seq
	f.heads[e.Journal] = head
	return nil
}

// apply is the record that e makes out of doc, nil for one that is new.
func apply(doc []byte, e *Entry) ([]byte, error) {
	broken := func(code string, args ...string) error {
		return &Broken{Journal: e.Journal, Seq: e.Seq, Code: code, Args: append([]string{e.Subject}, args...)}
	}
	fields := map[string]json.RawMessage{}
	for _, f := range fieldsOf(doc) {
		fields[f.name] = f.raw
	}
	for _, c := range e.Changes {
		stands, ok := fields[c.Field]
		if !ok {
			stands = null
		}
		if !bytes.Equal(stands, c.Before) {
			return nil, broken(BrokenBefore, c.Field, string(c.Before), string(stands))
		}
		if bytes.Equal(c.After, null) {
			delete(fields, c.Field)
		} else {
			fields[c.Field] = c.After
		}
	}
	raw, err := json.Marshal(fields)
	if err != nil {
		return nil, broken(BrokenState, "", "", err.Error())
	}
	r, err := Decode(e.Kind, raw)
	if err != nil {
		return nil, broken(BrokenState, "", string(raw), err.Error())
	}
	return Encode(r), nil
}

// Head is the end of a journal.
func (f *Fold) Head(j Journal) Head { return f.heads[j] }

// Docs is every record that the journal's entries make, encoded, by key. It is
// the Fold's own and must not be changed.
func (f *Fold) Docs(j Journal) map[Key][]byte { return f.docs[j] }

// Version is the Seq of the last entry about a record; 0 where there is none.
func (f *Fold) Version(j Journal, key Key) int64 { return f.last[j][key] }

// A Stored is a record as a store keeps it.
type Stored struct {
	Doc     []byte
	Version int64
}

// Compare holds what a store keeps of a journal against what its entries make,
// and returns the first difference by kind and key, or nil.
func (f *Fold) Compare(j Journal, stored map[Key]Stored) *Broken {
	keys := slices.Collect(maps.Keys(f.docs[j]))
	for key := range stored {
		if f.docs[j][key] == nil {
			keys = append(keys, key)
		}
	}
	slices.SortFunc(keys, func(a, b Key) int {
		return bytes.Compare([]byte(a.Kind+"\x00"+Kind(a.ID)), []byte(b.Kind+"\x00"+Kind(b.ID)))
	})
	for _, key := range keys {
		derived, kept := f.docs[j][key], stored[key]
		seq := f.last[j][key]
		switch {
		case derived == nil:
			return &Broken{Journal: j, Code: BrokenExtra, Args: []string{key.ID}}
		case kept.Doc == nil:
			return &Broken{Journal: j, Seq: seq, Code: BrokenLost, Args: []string{key.ID}}
		case kept.Version != seq:
			return &Broken{Journal: j, Seq: seq, Code: BrokenState, Args: []string{key.ID, "version", fmt.Sprint(kept.Version), fmt.Sprint(seq)}}
		}
		if d := diffDocs(kept.Doc, derived); len(d) > 0 {
			return &Broken{Journal: j, Seq: seq, Code: BrokenState, Args: []string{key.ID, d[0].Field, string(d[0].Before), string(d[0].After)}}
		}
	}
	return nil
}

// Seal makes entries continue a journal after head: it sets their Journal,
// Seq, Op, Prev and Hash, and returns the new head. All get one Op: the Seq of
// the first.
func Seal(j Journal, head Head, entries []*Entry) Head {
	op := head.Seq + 1
	for _, e := range entries {
		e.Journal, e.Seq, e.Op, e.Prev = j, head.Seq+1, op, head.Hash
		e.Hash = e.Sum()
		head = Head{e.Seq, e.Hash}
	}
	return head
}
