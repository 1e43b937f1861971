package quantity

import "strings"

// EndKind says whether an interval reaches its end.
type EndKind uint8

// The kinds of end.
const (
	Unbounded EndKind = iota // the interval goes on for ever; Value is 0 and means nothing
	Open                     // up to Value, without it
	Closed                   // up to Value, with it
)

// End is one end of an interval.
type End struct {
	Value Decimal
	Kind  EndKind
}

// String is the end's value without zeros at its end; "" where there is none.
func (e End) String() string {
	if e.Kind == Unbounded {
		return ""
	}
	return e.Value.trimmed().String()
}

// Interval（区间）is what a number can mean: every value from Lo to Hi. Its zero
// value is the whole line, which is what is meant where nothing is known.
type Interval struct {
	Lo, Hi End
}

// Point is the interval that holds x only.
func Point(x Decimal) Interval { return Between(x, x) }

// Between is [lo, hi].
func Between(lo, hi Decimal) Interval {
	return Interval{End{lo, Closed}, End{hi, Closed}}
}

// nothing is the empty interval that operations return.
var nothing = Interval{End{Kind: Open}, End{Kind: Open}}

// Known reports whether x says anything: it has an end.
func (x Interval) Known() bool { return x.Lo.Kind != Unbounded || x.Hi.Kind != Unbounded }

// Empty reports whether x holds no value: a contradiction.
func (x Interval) Empty() bool {
	if x.Lo.Kind == Unbounded || x.Hi.Kind == Unbounded {
		return false
	}
	c := x.Lo.Value.Cmp(x.Hi.Value)
	return c > 0 || c == 0 && (x.Lo.Kind == Open || x.Hi.Kind == Open)
}

// IsPoint reports whether x holds exactly one value.
func (x Interval) IsPoint() bool {
	return x.Lo.Kind == Closed && x.Hi.Kind == Closed && x.Lo.Value.Cmp(x.Hi.Value) == 0
}

// Contains reports whether v lies in x.
func (x Interval) Contains(v Decimal) bool {
	return x.Lo.below(v) && x.Hi.above(v)
}

// below reports whether e, a lower end, lets v in.
func (e End) below(v Decimal) bool {
	if e.Kind == Unbounded {
		return true
	}
	c := e.Value.Cmp(v)
	return c < 0 || c == 0 && e.Kind == Closed
}

// above reports whether e, an upper end, lets v in.
func (e End) above(v Decimal) bool {
	if e.Kind == Unbounded {
		return true
	}
	c := e.Value.Cmp(v)
	return c > 0 || c == 0 && e.Kind == Closed
}

// Within reports whether every value of x lies in y.
func (x Interval) Within(y Interval) bool {
	return x.Empty() || !y.Empty() && cmpLo(y.Lo, x.Lo) <= 0 && cmpHi(x.Hi, y.Hi) <= 0
}

// Intersect is what x and y have in common; it is empty where they contradict
// each other.
func (x Interval) Intersect(y Interval) Interval {
	z := x
	if cmpLo(y.Lo, x.Lo) > 0 {
		z.Lo = y.Lo
	}
	if cmpHi(y.Hi, x.Hi) < 0 {
		z.Hi = y.Hi
	}
	if z.Empty() {
		return nothing
	}
	return z
}

// Hull is the smallest interval that holds x and y.
func (x Interval) Hull(y Interval) Interval {
	if x.Empty() {
		return y
	}
	if y.Empty() {
		return x
	}
	z := x
	if cmpLo(y.Lo, x.Lo) < 0 {
		z.Lo = y.Lo
	}
	if cmpHi(y.Hi, x.Hi) > 0 {
		z.Hi = y.Hi
	}
	return z
}

// cmpLo orders lower ends: unbounded first, closed before open.
func cmpLo(a, b End) int {
	if a.Kind == Unbounded || b.Kind == Unbounded {
		return boolInt(b.Kind == Unbounded) - boolInt(a.Kind == Unbounded)
	}
	if c := a.Value.Cmp(b.Value); c != 0 {
		return c
	}
	return boolInt(a.Kind == Open) - boolInt(b.Kind == Open)
}

// cmpHi orders upper ends: open before closed, unbounded last.
func cmpHi(a, b End) int {
	if a.Kind == Unbounded || b.Kind == Unbounded {
		return boolInt(a.Kind == Unbounded) - boolInt(b.Kind == Unbounded)
	}
	if c := a.Value.Cmp(b.Value); c != 0 {
		return c
	}
	return boolInt(b.Kind == Open) - boolInt(a.Kind == Open)
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// Widen is x with each end moved outwards by d, which must not be negative.
func (x Interval) Widen(d Decimal) Interval {
	if x.Empty() || d.Sign() < 0 {
		return x
	}
	if x.Lo.Kind != Unbounded {
		x.Lo.Value = x.Lo.Value.Sub(d)
	}
	if x.Hi.Kind != Unbounded {
		x.Hi.Value = x.Hi.Value.Add(d)
	}
	return x
}

// String writes x as mathematicians do: [34.15, 34.25], (1000, 2000), [80, ∞),
// ∅; a single value without brackets. Zeros at the end of decimals are left out.
func (x Interval) String() string {
	if x.Empty() {
		return "∅"
	}
	if x.IsPoint() {
		return x.Lo.String()
	}
	var b strings.Builder
	if x.Lo.Kind == Closed {
		b.WriteByte('[')
	} else {
		b.WriteByte('(')
	}
	if x.Lo.Kind == Unbounded {
		b.WriteString("−∞")
	} else {
		b.WriteString(x.Lo.String())
	}
	b.WriteString(", ")
	if x.Hi.Kind == Unbounded {
		b.WriteString("∞")
	} else {
		b.WriteString(x.Hi.String())
	}
	if x.Hi.Kind == Closed {
		b.WriteByte(']')
	} else {
		b.WriteByte(')')
	}
	return b.String()
}
