package store

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"time"

	"pledger/ledger"
	"pledger/store/fault"
	"pledger/store/index"
	"pledger/store/raw"
)

// Report says how much of a database was proved.
type Report struct {
	Journals  int
	Entries   int // their chain, and that each follows from the state before it
	Records   int // held against what the entries make
	Columns   int // derived columns, held against the records
	Batches   int // whose sums are those of their readings
	Readings  int
	Evidence  int // files whose sums are their names, and that readings name
	Documents int // whose sums are those the ledgers were opened with
	Warnings  []Warning
}

// Warning is an oddity that proves nothing wrong.
type Warning struct {
	Journal ledger.Journal
	Seq     int64 // of the entry
	Code    string
	Args    []string
}

// WarnClock says that an entry's clock stands before that of the entry before
// it: args both times. Clocks jump; the order of entries is that of Seq.
const WarnClock = "clock"

// Verify proves a database from its entries: that each journal's chain is
// whole, that every record is what its entries make, that what lists are sorted
// and searched by follows from the records, that readings are those of their
// batches and have their evidence, and that the reports are those the ledgers
// were opened from. It reads one snapshot while others write.
//
// The error is a *ledger.Broken that names the first difference, or a fault of
// the database itself; the report says how far the proof came.
func Verify(ctx context.Context, s ledger.Store) (*Report, error) {
	report := new(Report)
	err := s.View(ctx, func(r ledger.Reader) error {
		rows, ok := r.(raw.Reader)
		if !ok {
			return fault.Of(fault.Misuse, "", fmt.Sprintf("a %T shows no rows", s))
		}
		return verify(ctx, rows, report)
	})
	return report, err
}

// checker is a store that can tell whether its own structure is whole.
type checker interface{ Check() error }

// verify proves what a transaction sees.
func verify(ctx context.Context, r raw.Reader, report *Report) error {
	if c, ok := r.(checker); ok {
		if err := c.Check(); err != nil {
			return err
		}
	}
	journals, err := journals(r)
	if err != nil {
		return err
	}
	p := &proof{rows: r, report: report, bodies: map[string]*ledger.Body{}, sources: map[ledger.ID]ledger.Source{}, named: map[string]naming{}}
	for _, j := range journals {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := p.journal(j); err != nil {
			return err
		}
		report.Journals++
	}
	if err := p.evidence(); err != nil {
		return err
	}
	return p.documents()
}

// journals lists all that entries or rows name, the system's first: accounts'
// columns follow from its bodies.
func journals(r raw.Reader) ([]ledger.Journal, error) {
	heads, err := r.Heads()
	if err != nil {
		return nil, err
	}
	all := slices.Collect(maps.Keys(heads))
	owners, err := r.Owners()
	if err != nil {
		return nil, err
	}
	all = append(all, owners...)
	slices.SortFunc(all, func(a, b ledger.Journal) int {
		first := func(j ledger.Journal) int {
			if j == ledger.System {
				return 0
			}
			return 1
		}
		return cmp.Or(cmp.Compare(first(a), first(b)), cmp.Compare(a, b))
	})
	return slices.Compact(all), nil
}

// proof is one run of verify.
type proof struct {
	rows    raw.Reader
	report  *Report
	bodies  map[string]*ledger.Body // by key, as the system's entries make them
	sources map[ledger.ID]ledger.Source
	named   map[string]naming // evidence by its sum
}

// journal proves one journal.
func (p *proof) journal(j ledger.Journal) error {
	fold, err := p.chain(j)
	if err != nil {
		return err
	}
	stored := map[ledger.Key]ledger.Stored{}
	err = p.rows.EachRecord(j, func(key ledger.Key, s ledger.Stored) error {
		s.Doc = bytes.Clone(s.Doc)
		stored[key] = s
		return nil
	})
	if err != nil {
		return err
	}
	var rows []*raw.Row
	err = p.rows.EachRow(ledger.ID(j), func(row *raw.Row) error {
		stored[ledger.Key{Kind: ledger.KindAccount, ID: row.ID}] = row.Stored
		rows = append(rows, row)
		return nil
	})
	if err != nil {
		return err
	}
	if err := compare(fold, j, stored); err != nil {
		return err
	}
	p.report.Records += len(stored)
	if err := p.take(fold, j); err != nil {
		return err
	}
	if err := p.columns(j, rows); err != nil {
		return err
	}
	return p.readings(fold, j)
}

// chain folds a journal's entries.
func (p *proof) chain(j ledger.Journal) (*ledger.Fold, error) {
	fold := new(ledger.Fold)
	var before time.Time
	err := p.rows.EachEntry(j, func(e *ledger.Entry) error {
		if err := fold.Add(e); err != nil {
			return err
		}
		if e.At.Before(before) {
			p.report.Warnings = append(p.report.Warnings, Warning{
				Journal: j, Seq: e.Seq, Code: WarnClock,
				Args: []string{ledger.FormatTime(before), ledger.FormatTime(e.At)},
			})
		}
		before = e.At
		p.report.Entries++
		return nil
	})
	return fold, err
}

// compare holds the stored records against the fold, byte for byte.
func compare(fold *ledger.Fold, j ledger.Journal, stored map[ledger.Key]ledger.Stored) error {
	for _, key := range slices.SortedFunc(maps.Keys(stored), compareKeys) {
		s := stored[key]
		if fields := (map[string]json.RawMessage{}); json.Unmarshal(s.Doc, &fields) != nil {
			return &ledger.Broken{Journal: j, Seq: fold.Version(j, key), Code: ledger.BrokenState, Args: []string{key.ID, "", string(s.Doc), string(fold.Docs(j)[key])}}
		}
	}
	if broken := fold.Compare(j, stored); broken != nil {
		return broken
	}
	for _, key := range slices.SortedFunc(maps.Keys(stored), compareKeys) {
		s := stored[key]
		if derived := fold.Docs(j)[key]; !bytes.Equal(s.Doc, derived) {
			return &ledger.Broken{Journal: j, Seq: fold.Version(j, key), Code: ledger.BrokenState, Args: []string{key.ID, "", string(s.Doc), string(derived)}}
		}
	}
	return nil
}

// compareKeys orders keys by kind and ID.
func compareKeys(a, b ledger.Key) int {
	return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.ID, b.ID))
}

// take remembers of a journal what others are proved by.
func (p *proof) take(fold *ledger.Fold, j ledger.Journal) error {
	for key, doc := range fold.Docs(j) {
		if key.Kind != ledger.KindBody && key.Kind != ledger.KindLedger {
			continue
		}
		r, err := ledger.Decode(key.Kind, doc)
		if err != nil {
			return err
		}
		switch r := r.(type) {
		case *ledger.Body:
			p.bodies[key.ID] = r
		case *ledger.Ledger:
			p.sources[r.ID] = r.Source
		}
	}
	return nil
}

// columns proves the derived columns of a ledger's accounts.
func (p *proof) columns(j ledger.Journal, rows []*raw.Row) error {
	id := ledger.ID(j)
	for _, row := range rows {
		r, err := ledger.Decode(ledger.KindAccount, row.Stored.Doc)
		if err != nil {
			return err
		}
		derived := index.Of(r.(*ledger.Account), func(code string) *ledger.Body {
			return p.bodies[ledger.BodyKey(id.Place(), code)]
		})
		if d := row.Columns.Differs(derived); d != nil {
			return &ledger.Broken{Journal: j, Seq: row.Stored.Version, Code: ledger.BrokenIndex, Args: []string{row.ID, d.Column, d.Stored, d.Derived}}
		}
		p.report.Columns++
	}
	table, account, err := p.rows.Strays(id)
	if err == nil && table != "" {
		return &ledger.Broken{Journal: j, Code: ledger.BrokenIndex, Args: []string{account, table, account, ""}}
	}
	return err
}

// documents proves the reports.
func (p *proof) documents() error {
	err := p.rows.EachDocument(func(d *ledger.Document) error {
		source, ok := p.sources[d.Ledger]
		if !ok {
			return &ledger.Broken{Journal: d.Ledger.Journal(), Code: ledger.BrokenExtra, Args: []string{"document"}}
		}
		for _, pair := range [][2]string{{source.File, raw.Sum(d.File)}, {source.Text, raw.Sum([]byte(d.Text))}} {
			if pair[0] != pair[1] {
				return &ledger.Broken{Journal: d.Ledger.Journal(), Code: ledger.BrokenText, Args: pair[:]}
			}
		}
		if source.Name != d.Name {
			return &ledger.Broken{Journal: d.Ledger.Journal(), Code: ledger.BrokenState, Args: []string{"document", "name", d.Name, source.Name}}
		}
		delete(p.sources, d.Ledger)
		p.report.Documents++
		return nil
	})
	if err != nil {
		return err
	}
	for _, id := range slices.Sorted(maps.Keys(p.sources)) {
		if source := p.sources[id]; source.Text != "" {
			return &ledger.Broken{Journal: id.Journal(), Code: ledger.BrokenText, Args: []string{source.Text, ""}}
		}
	}
	return nil
}
