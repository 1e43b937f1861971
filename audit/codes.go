package audit

// Code（关系类别）names a kind of relation. Codes are never reused.
type Code string

// The codes within one report.
const (
	Growth      Code = "growth"
	CAGR        Code = "cagr"
	Share       Code = "share"
	Sum         Code = "sum"
	Completion  Code = "completion"
	Gap         Code = "pp-gap"
	Multiple    Code = "multiple"
	Difference  Code = "difference"
	PerUnit     Code = "per-unit"
	Enumeration Code = "enumeration"
	Annual      Code = "annual-in-total"
	Restated    Code = "restated"
	Range       Code = "range"
	Streak      Code = "streak"
	Rank        Code = "rank"
	Unit        Code = "unit"
)

// The codes across two reports; Streak is shared.
const (
	LevelGrowth   Code = "level-growth"
	TargetOutcome Code = "target-outcome"
	Cumulative    Code = "cumulative"
	RestatedBase  Code = "restated-base"
)
