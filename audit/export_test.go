package audit

import "pledger/quantity"

// Meets reports whether a relation would hold if its k-th figure had the value
// x: the truth that the mutation test measures against.
func Meets(r Relation, k int, x quantity.Interval) bool {
	xs := r.claim.values(false)
	xs[k] = x
	return r.claim.meet(xs)
}

// Finders are the codes of all finders.
func Finders() (codes []Code) {
	for _, f := range finders {
		codes = append(codes, f.code)
	}
	for _, f := range crossFinders {
		codes = append(codes, f.code)
	}
	return codes
}
