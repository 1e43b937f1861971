// Package examples holds a sample report in our own words, with its figures and
// pledges annotated by hand. Its facts are of the genre, its figures invented.
package examples

import _ "embed"

// SampleName is the file name of the sample report, as messages show it.
const SampleName = "examples/sample/report.txt"

// Sample is the text of the sample report, UTF-8.
//
//go:embed sample/report.txt
var Sample string
