package assign

// leadWeights say how much each kind of evidence counts for a lead. They are
// fitted, not chosen: go test ./ledger/assign -run Fit -fit prints them.
var leadWeights = [evidences]float64{
	dutyShare: 3, dutyTop: 1, dutyWeight: 0.5, dutyPairs: 0.5, leadPairs: 0.5, likest: 3, votes: 2,
	usual: 0.5, sectionDuty: 0.3, named: 2, precedence: -0.1,
}
