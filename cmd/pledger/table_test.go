package main

import (
	"strings"
	"testing"
)

func TestTable(t *testing.T) {
	var b strings.Builder
	writeTable(&b, [][]string{{"指标", "value"}, {"GDP", "6"}, {"粮食产量", "7", "x"}})
	const want = "" +
		"  指标      value\n" +
		"  GDP       6\n" +
		"  粮食产量  7      x\n\n"
	if b.String() != want {
		t.Errorf("got\n%swant\n%s", b.String(), want)
	}
}
