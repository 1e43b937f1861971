// Package examples holds samples in our own words: for 2024 a report whose facts
// are of the genre and whose figures are invented, with its figures and pledges
// annotated by hand, its breakdown and a year of invented readings; for 2021 a
// report whose targets are those of Inner Mongolia, with readings that were
// published, each with its source.
package examples

import "embed"

// SampleName is the file name of the sample report, as messages show it.
const SampleName = "examples/sample/report.txt"

// Sample is the text of the sample report, UTF-8.
//
//go:embed sample/report.txt
var Sample string

// Files are the samples, in the folders sample（2024）and 2021.
//
//go:embed sample/report.txt sample/ledger.json sample/year.csv 2021
var Files embed.FS
