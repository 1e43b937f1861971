package audit

import (
	"pledger/document"
	"pledger/quantity"
)

// Result（结论）is how a relation ends.
type Result string

// The results.
const (
	Holds         Result = "holds"          // 相符: the figures allow one another
	Contradicts   Result = "contradicts"    // 矛盾: no values within the roundings fit
	Implied       Result = "implied"        // 推算: the text leaves one member out; it follows
	NotComparable Result = "not-comparable" // 不可比: related, and not to be recomputed
)

// Grade（等级）says how bad a contradiction is; "" for every other result.
type Grade string

// The grades.
const (
	GradeError    Grade = "error"    // 差错
	GradeRounding Grade = "rounding" // 尾数: a figure was cut instead of rounded
)

// Ref points at one figure that takes part.
type Ref struct {
	Last   bool              // it stands in last year's report, of CheckAcross
	Figure int               // index into that set's Figures
	Pos    document.Position // of the number, in that report's text
}

// Amount is an interval with the name of its unit, for showing.
type Amount struct {
	Value quantity.Interval
	Unit  string // "" for a pure number
}

// String writes the interval and the unit.
func (a Amount) String() string {
	if a.Unit == "" {
		return a.Value.String()
	}
	return a.Value.String() + " " + a.Unit
}

// Step（步骤）is one line of the working: a key of the message catalogue and its
// arguments, which are strings and Amounts.
type Step struct {
	Key  string
	Args []any
}

// Relation（关系）is one relation between figures and what came of checking it.
type Relation struct {
	Code    Code
	Result  Result
	Grade   Grade
	Reason  string // key of the reason where Result is NotComparable, else ""
	Figures []Ref  // in the order the formula names them
	Implied *Amount
	// Miss is by how much a contradiction misses, in the unit of what was stated;
	// nil where nothing is missed, and where the unit itself is wrong.
	Miss *Amount
	// Suspect is the figure whose least change makes this relation and all others
	// that share figures with it hold; nil where no one figure can.
	Suspect *Ref

	claim *claim
}
