package audit_test

import (
	"strings"
	"testing"

	"pledger/audit"
	"pledger/document"
	"pledger/examples"
	"pledger/lexicon"
	"pledger/report"
	"pledger/statement"
)

// BenchmarkCheck is the audit alone; BenchmarkRead the reading before it.
func BenchmarkCheck(b *testing.B) {
	for _, n := range []int{1, 8, 64} {
		set := extract(strings.Repeat(examples.Sample+"\n", n))
		b.Run(sizes[n], func(b *testing.B) {
			for b.Loop() {
				audit.Check(set, lexicon.Default())
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(set.Figures)), "ns/figure")
		})
	}
}

var sizes = map[int]string{1: "1", 8: "8", 64: "64"}

func BenchmarkRead(b *testing.B) {
	for _, n := range []int{1, 8, 64} {
		text := strings.Repeat(examples.Sample+"\n", n)
		figures := len(extract(text).Figures)
		b.Run(sizes[n], func(b *testing.B) {
			for b.Loop() {
				statement.Extract(report.Parse(document.FromString("sample.txt", text)), lexicon.Default())
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*figures), "ns/figure")
		})
	}
}
