package ledger

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"hash"
	"time"
)

// Status（读数状态）says what became of a reading.
type Status string

// The statuses.
const (
	Submitted Status = "submitted" // 已报: not looked at yet
	Verified  Status = "verified"  // 已核实
	Returned  Status = "returned"  // 已退回: it counts no longer
)

// Reading（读数）is a value of what an account or an indicator measures, for a
// place and a period. A later value for the same thing, place and period is a
// revision; the first stays.
type Reading struct {
	// Account is the ID of the account in Ledger that it is of; "" for a reading
	// of the indicator itself, which any account of that indicator looks at.
	Ledger    ID     `json:"ledger,omitempty"`
	Account   string `json:"account,omitempty"`
	Term      int    `json:"term,omitempty"`      // which of the account's Terms, 0 the first
	Indicator string `json:"indicator,omitempty"` // catalogue code
	Kind      string `json:"kind"`                // what the value is of it: level, growth, share …
	Place     string `json:"place"`               // GB/T 2260 code
	Period    Period `json:"period"`
	Value     string `json:"value"`           // a decimal in Unit; a fall is a fall's amount where the account's terms say down
	Unit      string `json:"unit,omitempty"`  // of the lexicon
	Typed     string `json:"typed,omitempty"` // the value as it was typed, with its unit, where that is not Value and Unit: 12.50亿元
	Final     bool   `json:"final,omitempty"` // 最终数; else 初步数
	Source    string `json:"source,omitempty"`
	Note      string `json:"note,omitempty"`   // a sentence of progress; of a file also the reason for an unusual value
	Reason    string `json:"reason,omitempty"` // what a form answered when it was asked about an unusual value

	Evidence []Evidence `json:"evidence,omitempty"` // 佐证材料

	Revision int       `json:"revision"` // 1, 2 … of the same thing, place and period
	Status   Status    `json:"status,omitempty"`
	Who      string    `json:"who,omitempty"`
	At       time.Time `json:"at"` // when it became known

	// Journal and Seq name the reading for good: Seq counts the readings of the
	// journal that its batch stands in, from 1. A store sets both; like Status,
	// which follows from checks, they are no part of what a batch's sum is over.
	Journal Journal `json:"-"`
	Seq     int64   `json:"-"`
}

// Series is what a reading is a value of: readings of one series differ in
// period and revision only.
type Series struct {
	Ledger    ID
	Account   string
	Term      int
	Indicator string
	Kind      string
	Place     string
}

// Series is the reading's.
func (r *Reading) Series() Series {
	return Series{r.Ledger, r.Account, r.Term, r.Indicator, r.Kind, r.Place}
}

// Same reports whether the reading says nothing that other does not say, so that
// it needs not be kept again. What was returned says nothing any more.
func (r *Reading) Same(other *Reading) bool {
	return r.Unit == other.Unit && r.Final == other.Final && other.Status != Returned &&
		(r.Note == "" || r.Note == other.Note) && other.bears(r) &&
		(r.Value == other.Value || rational(r.Value).Cmp(rational(other.Value)) == 0)
}

// A ReadingSum is the SHA-256 over the readings of a batch: each as one line of
// JSON without Status, in the order of Seq. Anyone can compute it again from
// exported readings. Its zero value is not ready; NewReadingSum is.
type ReadingSum struct {
	sum hash.Hash
	buf bytes.Buffer
}

// NewReadingSum is a sum over no readings yet.
func NewReadingSum() *ReadingSum { return &ReadingSum{sum: sha256.New()} }

// Add takes in the next reading.
func (s *ReadingSum) Add(r *Reading) {
	s.buf.Reset()
	appendReading(&s.buf, r)
	s.sum.Write(s.buf.Bytes())
}

// String is the sum so far in lower-case hex.
func (s *ReadingSum) String() string { return hex.EncodeToString(s.sum.Sum(nil)) }

// appendReading writes the reading as a batch's sum takes it in: a line of JSON.
func appendReading(b *bytes.Buffer, r *Reading) {
	bare := *r
	bare.Status = ""
	enc := json.NewEncoder(b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(&bare); err != nil {
		panic("ledger: a reading does not encode: " + err.Error()) // its time is within the years of a calendar
	}
}
