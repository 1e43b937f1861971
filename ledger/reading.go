package ledger

import "time"

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
	Indicator string `json:"indicator,omitempty"` // catalogue code
	Kind      string `json:"kind"`                // what the value is of it: level, growth, share …
	Place     string `json:"place"`               // GB/T 2260 code
	Period    Period `json:"period"`
	Value     string `json:"value"`           // a decimal, as exact as typed, in Unit; a fall is a fall's amount where the account's terms say down
	Unit      string `json:"unit,omitempty"`  // of the lexicon
	Final     bool   `json:"final,omitempty"` // 最终数; else 初步数
	Source    string `json:"source,omitempty"`
	Note      string `json:"note,omitempty"` // a sentence of progress, or the reason for an unusual value

	Revision int       `json:"revision"` // 1, 2 … of the same thing, place and period
	Status   Status    `json:"status"`
	Who      string    `json:"who,omitempty"`
	At       time.Time `json:"at"` // when it became known
}

// Series is what a reading is a value of: readings of one series differ in
// period and revision only.
type Series struct {
	Ledger    ID
	Account   string
	Indicator string
	Kind      string
	Place     string
}

// Series is the reading's.
func (r *Reading) Series() Series {
	return Series{r.Ledger, r.Account, r.Indicator, r.Kind, r.Place}
}
