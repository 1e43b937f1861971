package assign

// leadWeights say how much each kind of evidence counts for a lead. They are
// fitted to rows of six offices, not chosen, so that the right lead is likely
// and among the first three: go test ./ledger/assign -run Fit -fit prints them,
// and how well those fitted to five offices serve the sixth.
var leadWeights = [evidences]float64{
	dutyShare: 0.87, dutyTop: 1.86, dutyWeight: 2.32, dutyPairs: 0.58,
	leadPairs: 0.39, likest: 1.75, repeated: 2.50, votes: 1.64, usual: 0.21,
	sectionDuty: 1.17, named: 0.62, precedence: -0.17,
}

// supportWeights say the same for a supporting body; they are chosen.
var supportWeights = [supportEvidences]float64{
	supportDuty: 2, supportPairs: 0.5, supportVotes: 4, supportBeside: 3, supportUsual: 1.5,
}
