package quantity

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"pledger/document"
	"pledger/internal/shared"
)

// benchParagraph has a number every sixty runes or so, as reports have.
const benchParagraph = "　　我们坚持稳中求进、守正创新，统筹推进各方面工作，经济运行总体平稳、稳中向好，全市地区生产总值增长6.5%左右，" +
	"深入推进重点领域和关键环节改革，扎实办好各族群众关心的民生实事，加快补齐农村牧区基础设施和公共服务短板，建成农村公路一百二十公里，" +
	"持续优化营商环境，加强事前事中事后监管，规范行政执法行为，把企业和群众的评价作为衡量标准，主要事项审批时限压缩到5个工作日以内，" +
	"城乡面貌明显改善，生态环境持续好转，人民群众的获得感、幸福感、安全感不断增强，就业形势保持稳定，惠及群众3万多户。\n\n"

func benchText(size int) *document.Text {
	return document.FromString("bench.txt", strings.Repeat(benchParagraph, size/len(benchParagraph)+1))
}

// bareLoop is what no scan can be faster than: every rune is looked at.
func bareLoop(rs []rune) (sum rune) {
	for _, r := range rs {
		sum ^= r
	}
	return sum
}

var sink rune

func bench(b *testing.B, texts ...*document.Text) {
	lex := testLexicon(b)
	size, runes := 0, 0
	for _, t := range texts {
		size += len(string(t.Runes()))
		runes += t.Len()
	}
	start := time.Now()
	const loops = 20
	for range loops {
		for _, t := range texts {
			sink ^= bareLoop(t.Runes())
		}
	}
	bare := float64(time.Since(start).Nanoseconds()) / loops
	b.SetBytes(int64(size))
	b.ReportAllocs()
	numbers := 0
	for b.Loop() {
		numbers = 0
		for _, t := range texts {
			numbers += len(Scan(t, lex))
		}
	}
	ns := float64(b.Elapsed().Nanoseconds()) / float64(b.N)
	b.ReportMetric(ns/bare, "×bare-loop")
	b.ReportMetric(ns/float64(max(1, numbers)), "ns/number")
	b.ReportMetric(float64(runes)/float64(max(1, numbers)), "runes/number")
}

func BenchmarkScan(b *testing.B) { bench(b, benchText(10<<20)) }

func BenchmarkScanReports(b *testing.B) {
	paths, _ := filepath.Glob(shared.Path(b, "reports", "*.txt"))
	var texts []*document.Text
	for _, p := range paths {
		f, err := os.Open(p)
		if err != nil {
			b.Fatal(err)
		}
		t, err := document.Read(p, f)
		f.Close()
		if err != nil {
			b.Fatal(err)
		}
		texts = append(texts, t)
	}
	bench(b, texts...)
}

// BenchmarkScanHostile scans texts made to be slow at two sizes: the speed at
// the greater one shows whether time grows faster than the text.
func BenchmarkScanHostile(b *testing.B) {
	lex := testLexicon(b)
	for _, unit := range []string{"一", "十", "万", "1", "1,111", "1 ", "约", "一百", "百分之", "1至", "多", "近1", "　1", "1\n", "十一"} {
		for _, size := range []struct {
			name  string
			bytes int
		}{{"10KB", 10 << 10}, {"100KB", 100 << 10}} {
			s := strings.Repeat(unit, size.bytes/len(unit))
			text := document.FromString("bench.txt", s)
			b.Run(strings.TrimSpace(unit)+"/"+size.name, func(b *testing.B) {
				b.SetBytes(int64(len(s)))
				for b.Loop() {
					Scan(text, lex)
				}
			})
		}
	}
}
