package ledger

// Part（分解）is one place's share of a target.
type Part struct {
	Place  string `json:"place"`            // GB/T 2260 code
	Value  string `json:"value"`            // a decimal in the target's unit
	Weight string `json:"weight,omitempty"` // for a weighted mean: the place's share of the denominator, any unit
}
