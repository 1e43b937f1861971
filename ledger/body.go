package ledger

// Body（责任单位）is a department, a lower government or another that can owe.
// Each government has a list of its own.
type Body struct {
	Place   string   `json:"place"` // code of the government whose list it is on
	Code    string   `json:"code"`  // unique on the list; of the default list the lexicon's code
	Name    string   `json:"name"`  // as this office prints it: 自治区发展改革委
	Aliases []string `json:"aliases,omitempty"`
	Duties  []string `json:"duties,omitempty"`  // nouns of what it answers for; they suggest it
	Order   int      `json:"order"`             // in the office's own order of precedence（建制顺序）
	Retired bool     `json:"retired,omitempty"` // no longer to be chosen; it stays where it stands
	// Region is the GB/T 2260 code of the place whose government the body is; ""
	// of a department. Its liaison reports the values of places inside it.
	Region string `json:"region,omitempty"`
}

// RecordKind is KindBody.
func (*Body) RecordKind() Kind { return KindBody }

// RecordKey is place and code: 150000/finance.
func (b *Body) RecordKey() string { return BodyKey(b.Place, b.Code) }

// BodyKey is the key of the body with the code on the place's list.
func BodyKey(place, code string) string { return place + "/" + code }

// Precedent（历年分工）is a past breakdown, kept for what it teaches: who led
// what.
type Precedent struct {
	ID    string         `json:"id"`    // SHA-256 of the file, in hex: the same file is not learned twice
	Place string         `json:"place"` // code of the government; "" where unknown
	Year  int            `json:"year"`  // 0 where unknown
	Name  string         `json:"name"`  // of the file
	Rows  []PrecedentRow `json:"rows"`
}

// PrecedentRow is one task of a past breakdown, bodies by name as printed there.
type PrecedentRow struct {
	Task       string   `json:"task"`
	Lead       []string `json:"lead"`
	Supporting []string `json:"supporting,omitempty"`
}

// RecordKind is KindPrecedent.
func (*Precedent) RecordKind() Kind { return KindPrecedent }

// RecordKey is the precedent's ID.
func (p *Precedent) RecordKey() string { return p.ID }
