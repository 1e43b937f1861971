package ledger

import (
	"context"
	"errors"
	"iter"
	"math/big"
	"slices"
	"strings"
	"time"

	"pledger/lexicon"
)

// GivenReading is a reading as somebody gives it: texts of cells, not looked at.
type GivenReading struct {
	// Number is that of the account, as printed; "" for a reading of an indicator.
	// 12#2 is the second target of account 12; without # it is the one that
	// Indicator or Subject names, else the first.
	Number    string       `json:"number"`
	Indicator string       `json:"indicator"` // catalogue code
	Subject   string       `json:"subject"`   // what one of the account's targets measures, as its terms word it
	Kind      string       `json:"kind"`      // of an indicator's value; an account's is that of its terms
	Place     string       `json:"place"`     // GB/T 2260 code; "" for the ledger's
	Period    string       `json:"period"`
	Value     string       `json:"value"`
	Unit      string       `json:"unit"` // with 万 or 亿 before it as typed
	Final     bool         `json:"final"`
	Source    string       `json:"source"`
	Note      string       `json:"note"`
	Reason    string       `json:"reason"` // for an unusual value
	Known     string       `json:"known"`  // the day it became known, in the past; "" for now
	Evidence  []Attachment `json:"-"`
	// Bad is what a reader of files found wrong with the row: it is refused.
	Bad []Problem `json:"-"`
}

// Intake is readings that are given in at once.
type Intake struct {
	Name string // of the file, without its folder; "" for a form
	File string // SHA-256 of the file, in hex
	// Rows are the readings. They may be asked for again, from the first, where
	// the store has to run its transaction again.
	Rows iter.Seq[GivenReading]
	// Tell is called with what each row does, in their order; nil for nobody. It
	// must not keep the step.
	Tell func(row int, s *ReadingStep)
	// Lag says, for readings of the past, how many days after the end of its
	// period each became known, where it does not say; 0 for now.
	Lag int
	// Asking says that a note is a sentence of progress, so that only Reason answers
	// a question; else a note does too.
	Asking bool
	// DryRun does all of it and keeps nothing.
	DryRun bool
}

// StepKind says what a row of an intake does.
type StepKind string

// The kinds of step.
const (
	StepNew       StepKind = "new"
	StepRevision  StepKind = "revision"  // of an earlier value
	StepDuplicate StepKind = "duplicate" // the value is known already: nothing
	StepQuestion  StepKind = "question"  // it needs a reason
	StepRefused   StepKind = "refused"
)

// StepKinds lists the kinds in the order in which they are counted.
func StepKinds() []StepKind {
	return []StepKind{StepNew, StepRevision, StepDuplicate, StepQuestion, StepRefused}
}

// ReadingStep is what one row does.
type ReadingStep struct {
	Kind     StepKind
	Reading  *Reading // as it is kept; nil where it is refused
	Was      *Reading // what it revises or repeats
	Problems []Problem
}

// Taken is what an intake did.
type Taken struct {
	Steps map[StepKind]int64
	Batch *ReadingBatch // nil where nothing new was there
}

// Blocked says that an intake was not taken because of rows that are refused or
// need a reason. Nothing was written.
type Blocked struct{ Steps map[StepKind]int64 }

// Error counts the rows, for an operator.
func (e *Blocked) Error() string {
	return "ledger: readings refused: " + ReadingID(e.Steps[StepRefused]) + ", in need of a reason: " + ReadingID(e.Steps[StepQuestion])
}

// errDryRun ends the transaction of a dry run.
var errDryRun = errors.New("ledger: a dry run")

// intakeChunk is how many readings are written at once.
const intakeChunk = 1000

// TakeReadings takes readings in: all, or none where one is refused or needs a
// reason. Revisions are numbered here; values that are known already are
// skipped. Its error is *NotFound, *Forbidden, *Blocked or the store's.
func (d *Desk) TakeReadings(ctx context.Context, who Actor, id ID, in *Intake) (*Taken, error) {
	var taken *Taken
	err := d.Store.Update(ctx, id.Journal(), func(tx Tx) error {
		t, err := d.intake(tx, who, id, in)
		if err != nil {
			return err
		}
		if err := t.rows(); err != nil {
			return err
		}
		taken = &Taken{Steps: t.steps}
		switch {
		case t.steps[StepRefused]+t.steps[StepQuestion] > 0:
			return &Blocked{t.steps}
		case in.DryRun:
			return errDryRun
		case t.steps[StepNew]+t.steps[StepRevision] == 0:
			return nil
		}
		taken.Batch, err = t.finish()
		return err
	})
	if errors.Is(err, errDryRun) {
		return taken, nil
	}
	return taken, err
}

// intake is one run of an Intake inside its transaction.
type intake struct {
	*Intake
	lex    *lexicon.Lexicon
	tx     Tx
	who    Actor
	body   *Body // the actor's; nil for none
	ledger *Ledger
	now    time.Time
	today  string

	accounts map[string]*Account // live ones by number, as looked up; nil where there is none
	all      bool                // accounts and targets are all there are
	targets  map[Series]target   // of the ledger's place by indicator and kind, without Place
	files    map[string][]byte   // evidence to be kept, by its sum
	periods  map[string]Period   // as read so far
	known    seriesCache
	units    converter
	before   int64 // Seq of the last reading that stood before
	pending  []*Reading
	sum      *ReadingSum
	steps    map[StepKind]int64
}

// intake prepares a run.
func (d *Desk) intake(tx Tx, who Actor, id ID, in *Intake) (*intake, error) {
	l, err := tx.Ledger(id)
	if err != nil {
		return nil, err
	}
	if !who.May(Report, l, nil) {
		return nil, &Forbidden{who, Report}
	}
	body, err := bodyOf(tx, who, l)
	if err != nil {
		return nil, err
	}
	now := d.Now().UTC().Truncate(time.Microsecond)
	t := &intake{
		Intake: in, lex: d.Lexicon, tx: tx, who: who, body: body, ledger: l, now: now, today: now.In(OfficeTime).Format(time.DateOnly),
		accounts: map[string]*Account{}, files: map[string][]byte{}, periods: map[string]Period{},
		sum: NewReadingSum(), steps: map[StepKind]int64{}, units: converter{d.Lexicon, map[[2]string]*big.Rat{}},
	}
	t.known = seriesCache{tx: tx, series: map[Series]*seriesState{}}
	if err := tx.HoldReadings(); err != nil {
		return nil, err
	}
	if t.before, err = tx.ReadingHead(id.Journal()); err != nil {
		return nil, err
	}
	return t, nil
}

// bodyOf is the actor's body on the list of the ledger's government; nil for none.
func bodyOf(r Reader, who Actor, l *Ledger) (*Body, error) {
	if who.Body == "" {
		return nil, nil
	}
	list, err := r.Bodies(l.Place)
	for _, b := range list {
		if b.Code == who.Body {
			return b, err
		}
	}
	return nil, err
}

// OfficeTime is the clock by which a day is over: Beijing time. It must not be
// changed.
var OfficeTime = time.FixedZone("UTC+8", 8*60*60)

// rows takes the rows one by one, and writes those that are new while none is
// refused.
func (t *intake) rows() error {
	n := 0
	for given := range t.Rows {
		step, err := t.row(&given)
		if err != nil {
			return err
		}
		t.steps[step.Kind]++
		if t.Tell != nil {
			t.Tell(n, step)
		}
		n++
		if step.Kind == StepNew || step.Kind == StepRevision {
			t.known.add(step.Reading)
			t.pending = append(t.pending, step.Reading)
		}
		if len(t.pending) >= intakeChunk {
			if err := t.flush(); err != nil {
				return err
			}
		}
	}
	return t.flush()
}

// target is one of the terms of an account; without an account it is none.
type target struct {
	account *Account
	term    int
}

// terms are the target's; nil where the account has none.
func (t target) terms() *Terms {
	if t.account == nil || t.term >= len(t.account.Terms) {
		return nil
	}
	return &t.account.Terms[t.term]
}

// flush writes what is pending.
func (t *intake) flush() error {
	if len(t.pending) == 0 {
		return nil
	}
	if err := t.tx.PutReadings(t.pending); err != nil {
		return err
	}
	for _, r := range t.pending {
		t.sum.Add(r)
		for _, e := range r.Evidence {
			if file := t.files[e.Sum]; file != nil {
				if err := t.tx.PutEvidence(file); err != nil {
					return err
				}
			}
		}
	}
	clear(t.files)
	t.pending = t.pending[:0]
	t.known.trim()
	return nil
}

// finish appends the batch.
func (t *intake) finish() (*ReadingBatch, error) {
	count := t.steps[StepNew] + t.steps[StepRevision]
	b := &ReadingBatch{
		ID: ReadingID(t.before + 1), Name: t.Name, File: t.File, Count: count,
		First: t.before + 1, Last: t.before + count, Sum: t.sum.String(), Skipped: t.steps[StepDuplicate],
	}
	e := &Entry{At: t.now, Who: t.who.Name, Action: ActReport, Kind: KindBatch, Subject: b.ID, Changes: Diff(nil, b)}
	return b, t.tx.Append([]*Entry{e}, []Record{b})
}

// CheckReading is CheckReadings of one.
func (d *Desk) CheckReading(ctx context.Context, who Actor, id ID, seq int64, status Status, reason string) error {
	_, err := d.CheckReadings(ctx, who, id, []int64{seq}, status, reason)
	return err
}

// CheckReadings records what a supervisor decided of readings, by their Seq:
// verified, or returned with a reason, after which they count no longer. It
// returns how many that changed: all are written, or none. Its error is *NotFound,
// *Forbidden or *Invalid.
func (d *Desk) CheckReadings(ctx context.Context, who Actor, id ID, seqs []int64, status Status, reason string) (n int, err error) {
	err = d.Store.Update(ctx, id.Journal(), func(tx Tx) error {
		l, err := tx.Ledger(id)
		if err != nil {
			return err
		}
		if !who.May(EditLedger, l, nil) {
			return &Forbidden{who, EditLedger}
		}
		switch reason = strings.TrimSpace(reason); {
		case status != Verified && status != Returned:
			return &Invalid{[]Problem{{Field: "status", Code: BadValue, Args: []string{string(status)}}}}
		case status == Returned && reason == "":
			return &Invalid{[]Problem{{Field: "reason", Code: NeedReason}}}
		case !plain(reason):
			return &Invalid{[]Problem{{Field: "reason", Code: BadText}}}
		}
		var entries []*Entry
		var records []Record
		now := d.Now().UTC().Truncate(time.Microsecond)
		for _, seq := range slices.Compact(slices.Sorted(slices.Values(seqs))) {
			after := &ReadingCheck{ID: ReadingID(seq), Status: status, Reason: reason}
			changes, err := checkChanges(tx, id, seq, after)
			if err != nil {
				return err
			}
			if len(changes) > 0 {
				entries = append(entries, &Entry{
					At: now, Who: who.Name, Action: ActCheck, Kind: KindCheck, Subject: after.ID, Changes: changes, Why: reason,
				})
				records = append(records, after)
			}
		}
		if n = len(entries); n == 0 {
			return nil
		}
		return tx.Append(entries, records)
	})
	return n, err
}

// checkChanges is what a check changes of the one that stands.
func checkChanges(tx Tx, id ID, seq int64, after *ReadingCheck) ([]Change, error) {
	if _, err := tx.Reading(id.Journal(), seq); err != nil {
		return nil, err
	}
	var before Record
	var missing *NotFound
	switch stands, err := tx.ReadingCheck(id.Journal(), after.ID); {
	case err == nil:
		before = stands
	case !errors.As(err, &missing):
		return nil, err
	}
	return Diff(before, after), nil
}
