package statement_test

import (
	"os"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"pledger/document"
	"pledger/examples"
	"pledger/internal/shared"
	"pledger/lexicon"
	"pledger/quantity"
	"pledger/report"
	"pledger/statement"
)

// sampleOf is the sample report repeated and cut to at most size bytes of
// whole runes.
func sampleOf(size int) string {
	s := strings.Repeat(examples.Sample+"\n", size/len(examples.Sample)+1)[:size]
	return strings.ToValidUTF8(s, "") // the cut may have broken the last rune
}

// benchSizes are the lengths over which the cost must grow no faster than the
// text.
var benchSizes = []struct {
	name string
	size int
}{{"1KB", 1 << 10}, {"10KB", 10 << 10}, {"100KB", 100 << 10}, {"1MB", 1 << 20}, {"10MB", 10 << 20}}

// stageSize is the length at which single stages are measured: past every
// cache, short enough to repeat.
const stageSize = 1 << 20

var runeSink rune

// decodeRunes is the plain loop that no reader of UTF-8 can beat by much.
func decodeRunes(s []byte) {
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRune(s[i:])
		runeSink ^= r
		i += n
	}
}

// decodeTime is how long one decodeRunes over s takes: the best of several
// runs, so that a pause of the machine does not count.
func decodeTime(s string) time.Duration {
	const runs, shortest = 20, 200 * time.Microsecond
	data := []byte(s)
	best := time.Duration(1 << 62)
	for range runs {
		loops := 0
		start := time.Now()
		for loops == 0 || time.Since(start) < shortest {
			decodeRunes(data)
			loops++
		}
		best = min(best, time.Since(start)/time.Duration(loops))
	}
	return max(best, 1)
}

// measure runs op over a text and reports MB/s of the text's UTF-8,
// allocations, and how many times longer op takes than decoding the runes.
func measure(b *testing.B, text string, op func()) {
	decode := decodeTime(text)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		op()
	}
	perOp := float64(b.Elapsed().Nanoseconds()) / float64(b.N)
	b.ReportMetric(perOp/float64(decode.Nanoseconds()), "×decode")
}

// BenchmarkReader is the whole way from a text to its statements.
func BenchmarkReader(b *testing.B) {
	lex := lexicon.Default()
	for _, s := range benchSizes {
		text := sampleOf(s.size)
		b.Run(s.name, func(b *testing.B) {
			measure(b, text, func() {
				statement.Extract(report.Parse(document.FromString("bench.txt", text)), lex)
			})
		})
	}
}

// BenchmarkReports is the way of BenchmarkReader over the real reports, one after
// another: what the speed of the reader is stated for.
func BenchmarkReports(b *testing.B) {
	lex := lexicon.Default()
	var texts []string
	for _, file := range shared.Files(b, "reports", "*.txt") {
		data, err := os.ReadFile(file)
		if err != nil {
			b.Fatal(err)
		}
		texts = append(texts, string(data))
	}
	measure(b, strings.Join(texts, "\n"), func() {
		for _, text := range texts {
			statement.Extract(report.Parse(document.FromString("bench.txt", text)), lex)
		}
	})
}

// BenchmarkStage is each stage alone on the output of the one before. The
// stage statement scans the quantities itself: its own share is its time less
// that of quantity.
func BenchmarkStage(b *testing.B) {
	lex := lexicon.Default()
	text := sampleOf(stageSize)
	doc := document.FromString("bench.txt", text)
	rep := report.Parse(doc)
	var toks []lexicon.Token
	for _, stage := range []struct {
		name string
		op   func()
	}{
		{"decode", func() { decodeRunes([]byte(text)) }},
		{"document", func() { document.FromString("bench.txt", text) }},
		{"tokens", func() { toks = lex.Tokens(toks[:0], doc.Runes(), 0, doc.Len()) }},
		{"quantity", func() { quantity.Scan(doc, lex) }},
		{"report", func() { report.Parse(doc) }},
		{"statement", func() { statement.Extract(rep, lex) }},
	} {
		b.Run(stage.name, func(b *testing.B) { measure(b, text, stage.op) })
	}
}

// TestBenchTexts demands that the texts measured are what their names say.
func TestBenchTexts(t *testing.T) {
	for _, s := range benchSizes {
		text := sampleOf(s.size)
		if !utf8.ValidString(text) || len(text) > s.size || len(text) < s.size-utf8.UTFMax {
			t.Errorf("%s is of %d bytes, valid %t", s.name, len(text), utf8.ValidString(text))
		}
	}
}
