package standing

// JudgeAll judges each of the account's terms, in their order, and says which
// of them stands worst: an account is as its worst target is, and the first of
// several that are equally bad speaks for it. The readings are those of all
// terms.
func JudgeAll(q Question) (worst Standing, terms []Standing) {
	for q.Term = range max(len(q.Account.Terms), 1) {
		s := Judge(q.ofTerm())
		terms = append(terms, s)
		if q.Term == 0 || s.Light > worst.Light {
			worst = s
		}
	}
	return worst, terms
}

// ofTerm is the question with the readings of its term only. Readings of an
// account are of its first terms so far.
func (q Question) ofTerm() Question {
	if q.Term > 0 {
		q.Readings = nil
	}
	return q
}
