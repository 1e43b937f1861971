package statement

// ExtractIn is Extract of a report that has nothing to join, in stretches of so many runes
// at least.
var ExtractIn = extract
