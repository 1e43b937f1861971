package document

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// benchText is a text of about size bytes in the manner of a report.
func benchText(size int) string {
	para := "　　全市地区生产总值增长6.5%，城镇新增就业2.3万人，粮食产量达到21亿斤。" +
		"深入推进重点领域改革，扎实办好民生实事，建成农村公路120公里，惠及群众3万多户。\n\n"
	return strings.Repeat("一、全年工作回顾\n\n"+strings.Repeat(para, 6), size/(6*len(para))+1)
}

func BenchmarkText(b *testing.B) {
	s := benchText(10 << 20)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		FromString("bench.txt", s)
	}
}

// BenchmarkRunes is the plain loop that Text is compared with.
func BenchmarkRunes(b *testing.B) {
	s := []byte(benchText(10 << 20))
	b.SetBytes(int64(len(s)))
	n := 0
	for b.Loop() {
		for i := 0; i < len(s); {
			_, size := utf8.DecodeRune(s[i:])
			i, n = i+size, n+1
		}
	}
}

func BenchmarkGB18030(b *testing.B) {
	data := encode(b, encGB18030, benchText(1<<20))
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := readTXT("bench.txt", data); err != nil {
			b.Fatal(err)
		}
	}
}
