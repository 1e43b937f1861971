package audit_test

import (
	"strings"
	"testing"
	"time"

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

// TestCost demands that checking takes no longer than reading did, and that its
// cost per figure does not grow with the report. The best of several runs
// counts, so that a pause of the machine does not.
func TestCost(t *testing.T) {
	if testing.Short() {
		t.Skip("measures time")
	}
	perFigure := map[int]time.Duration{}
	for _, n := range []int{4, 32} {
		text := strings.Repeat(examples.Sample+"\n", n)
		set := extract(text)
		read := best(func() { extract(text) })
		checked := best(func() { check(set) })
		for try := 0; checked > read && try < 2; try++ { // another program may have had the machine
			read = max(read, best(func() { extract(text) }))
			checked = min(checked, best(func() { check(set) }))
		}
		perFigure[n] = checked / time.Duration(len(set.Figures))
		if checked > read {
			t.Errorf("%d samples: checking takes %v, reading %v", n, checked, read)
		}
		t.Logf("%d samples: %d figures, checking %v, reading %v", n, len(set.Figures), checked, read)
	}
	const slack = 3 // caches and the machine's other work
	if perFigure[32] > slack*perFigure[4] {
		t.Errorf("%v a figure in a long report, %v in a short one", perFigure[32], perFigure[4])
	}
}

// best is the shortest of several runs.
func best(f func()) time.Duration {
	const runs = 7
	least := time.Duration(1 << 62)
	for range runs {
		start := time.Now()
		f()
		least = min(least, time.Since(start))
	}
	return least
}
