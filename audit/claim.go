package audit

import (
	"math/big"

	"pledger/quantity"
)

// A claim is a relation as a finder found it: who takes part, and how to
// compute. The judge makes a Relation of it.
type claim struct {
	code    Code
	formula string  // key of the step that words the computation
	items   []*item // the members, in the order the formula names them; the stated one last
	// eval computes from the members' values what they give and what is said; the
	// two must meet. Of an implied value, said is the whole line.
	eval    func(xs []quantity.Interval) (got, said quantity.Interval)
	unit    string // of what eval gives
	implied bool
	reason  string   // key of the reason why it is not to be recomputed
	names   []string // further arguments of the formula's message
	loose   bool     // a contradiction would more likely be a misreading: drop it
}

// add takes a claim in, unless the same figures stand in the same relation.
func (s *scene) add(c claim) {
	for i := len(s.out) - 1; i >= 0 && i >= len(s.out)-reach; i-- {
		if s.out[i].code == c.code && sameItems(s.out[i].items, c.items) {
			return
		}
	}
	s.out = append(s.out, &c)
}

func sameItems(a, b []*item) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// values are the members' values, or where cut is true the wider ones that
// allow for digits cut instead of rounded.
func (c *claim) values(cut bool) []quantity.Interval {
	xs := make([]quantity.Interval, len(c.items))
	for i, it := range c.items {
		xs[i] = it.value()
		if cut {
			xs[i] = it.widened()
		}
	}
	return xs
}

// meet reports whether what the values give and what is said have a value in
// common.
func (c *claim) meet(xs []quantity.Interval) bool {
	got, said := c.eval(xs)
	return !got.Known() || !said.Known() || !got.Intersect(said).Empty()
}

// comparable is the reason why the members' figures are not to be compared at
// all, or "".
func (c *claim) comparable() string {
	vague := 0
	for _, it := range c.items {
		if it.about() {
			vague++
		}
	}
	if vague > 1 {
		return "audit.reason.about"
	}
	return ""
}

// judge makes the relation; ok is false where there is nothing to say.
func (c *claim) judge() (r Relation, ok bool) {
	r = Relation{Code: c.code, claim: c}
	for _, it := range c.items {
		r.Figures = append(r.Figures, it.ref())
	}
	xs := c.values(false)
	got, said := c.eval(xs)
	if c.reason == "" && !c.implied {
		c.reason = c.comparable()
	}
	switch {
	case c.reason != "":
		r.Result, r.Reason = NotComparable, c.reason
	case !got.Known():
		return r, false
	case c.implied:
		r.Result, r.Implied = Implied, &Amount{significant(got), c.unit}
	case !said.Known() || !got.Intersect(said).Empty():
		r.Result = Holds
	case c.loose:
		return r, false
	default:
		c.contradict(&r, got, said)
	}
	return r, true
}

func (c *claim) both(got, said quantity.Interval) []any {
	return []any{Amount{significant(got), c.unit}, Amount{significant(said), c.unit}}
}

// contradict grades a contradiction and says by how much it misses.
func (c *claim) contradict(r *Relation, got, said quantity.Interval) {
	r.Result, r.Grade = Contradicts, GradeError
	if c.meet(c.values(true)) {
		r.Grade = GradeRounding
	}
	if c.code == Unit {
		return // no value of that unit would fit
	}
	miss := Amount{near(apart(got, said)), c.unit}
	r.Miss = &miss
}

// Working is the computation, step by step, and what came of it.
func (r Relation) Working() []Step {
	c := r.claim
	xs := c.values(false)
	got, said := c.eval(xs)
	steps := c.steps(xs, got)
	switch {
	case r.Result == NotComparable:
		return append(steps, Step{Key: r.Reason})
	case r.Result == Holds:
		return append(steps, Step{"audit.step.meet", c.both(got, said)})
	case r.Grade == GradeRounding:
		return append(steps, Step{"audit.step.cut", append(c.both(got, said), *r.Miss)})
	case r.Result == Contradicts && r.Miss != nil:
		return append(steps, Step{"audit.step.apart", append(c.both(got, said), *r.Miss)})
	}
	return steps
}

// apart is the distance between two intervals that do not meet.
func apart(x, y quantity.Interval) quantity.Decimal {
	if x.Hi.Kind != quantity.Unbounded && y.Lo.Kind != quantity.Unbounded && x.Hi.Value.Cmp(y.Lo.Value) <= 0 {
		return y.Lo.Value.Sub(x.Hi.Value)
	}
	return x.Lo.Value.Sub(y.Hi.Value)
}

// steps are the working up to the result: what each rounded number stands for,
// and the computation.
func (c *claim) steps(xs []quantity.Interval, got quantity.Interval) []Step {
	var steps []Step
	args := make([]any, 0, len(c.items)+1)
	for i, it := range c.items {
		if !xs[i].IsPoint() {
			steps = append(steps, Step{"audit.step.means", []any{it.number, Amount{xs[i], it.unit()}}})
		}
		args = append(args, it.number)
	}
	return append(steps, Step{c.formula, c.formulaArgs(args, got)})
}

// formulaArgs are the arguments of a formula's message: the result, then the
// members as written, then the names.
func (c *claim) formulaArgs(members []any, got quantity.Interval) []any {
	if c.code == Unit || c.formula == "audit.formula.restated" {
		for _, n := range c.names {
			members = append(members, n)
		}
		return members
	}
	args := []any{Amount{significant(got), c.unit}}
	switch c.formula {
	case "audit.formula.sum":
		n := len(members) - 1
		return append(args, joined(members[:n], nil), members[n])
	case "audit.formula.hundred", "audit.formula.count":
		return append(args, joined(members, c.names))
	}
	args = append(args, members...)
	for _, n := range c.names {
		args = append(args, n)
	}
	return args
}

// joined are the terms of a sum or the names of a list as one argument.
func joined(members []any, names []string) string {
	text, plus := "", " + "
	if names != nil {
		plus = "、"
		members = nil
		for _, n := range names {
			members = append(members, n)
		}
	}
	for i, m := range members {
		if i > 0 {
			text += plus
		}
		text += m.(string)
	}
	return text
}

// near is x rounded to the digits that are shown.
func near(x quantity.Decimal) quantity.Interval {
	e := quantity.End{Value: x, Kind: quantity.Closed}
	v := outwards(e, true).Value
	return quantity.Point(v)
}

// figures is how many digits a computed value is shown with; ends are rounded
// outwards.
const figures = 6

// significant is x with ends rounded outwards to so many digits.
func significant(x quantity.Interval) quantity.Interval {
	if x.Empty() {
		return x
	}
	x.Lo, x.Hi = outwards(x.Lo, false), outwards(x.Hi, true)
	return x
}

func outwards(e quantity.End, up bool) quantity.End {
	if e.Kind == quantity.Unbounded || e.Value.Sign() == 0 {
		return e
	}
	r := e.Value.Rat()
	exp := digitsBefore(r) - figures
	unit := power(exp)
	q := new(big.Rat).Quo(r, unit)
	n, rest := new(big.Int).DivMod(q.Num(), q.Denom(), new(big.Int))
	if rest.Sign() == 0 {
		return e
	}
	if up {
		n.Add(n, big.NewInt(1))
	}
	return quantity.End{Value: quantity.NewDecimal(n.Int64(), exp), Kind: e.Kind}
}

// power is 10^n.
func power(n int) *big.Rat {
	p := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(max(n, -n))), nil)
	if n < 0 {
		return new(big.Rat).SetFrac(big.NewInt(1), p)
	}
	return new(big.Rat).SetInt(p)
}

// digitsBefore is how many digits r has before the point: 3 for 123.4, −1 for
// 0.034.
func digitsBefore(r *big.Rat) int {
	a := new(big.Rat).Abs(r)
	n := len(new(big.Int).Quo(a.Num(), a.Denom()).String())
	if a.Cmp(big.NewRat(1, 1)) >= 0 {
		return n
	}
	n = 0
	for ten := big.NewRat(10, 1); a.Cmp(big.NewRat(1, 10)) < 0; n-- {
		a.Mul(a, ten)
	}
	return n
}

// Middle is a value near the middle of x with no more digits than x bears: the
// shortest rounding of the middle that is off by a quarter of x at most. It is "" where x has
// an end without bound or is empty.
func Middle(x quantity.Interval) string {
	if x.Empty() || x.Lo.Kind == quantity.Unbounded || x.Hi.Kind == quantity.Unbounded {
		return ""
	}
	mid := x.Lo.Value.Add(x.Hi.Value).Mul(quantity.NewDecimal(5, -1))
	r := mid.Rat()
	quarter := new(big.Rat).Sub(x.Hi.Value.Rat(), x.Lo.Value.Rat())
	quarter.Quo(quarter, big.NewRat(4, 1))
	for exp := digitsBefore(r); exp > -divDigits; exp-- {
		q := new(big.Rat).Quo(r, power(exp))
		n := new(big.Int).Div(new(big.Int).Add(new(big.Int).Lsh(q.Num(), 1), q.Denom()), new(big.Int).Lsh(q.Denom(), 1))
		if !n.IsInt64() {
			break
		}
		v := quantity.NewDecimal(n.Int64(), exp)
		if off := new(big.Rat).Sub(v.Rat(), r); off.Abs(off).Cmp(quarter) <= 0 {
			return v.String()
		}
	}
	return mid.String()
}
