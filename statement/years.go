package statement

import "strconv"

// twoDigits writes a month.
func twoDigits(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}

// yearText writes a year.
func yearText(y int) string {
	if firstYear <= y && y <= lastYear {
		return yearTexts[y-firstYear]
	}
	return strconv.Itoa(y)
}

// The years that reports speak of.
const (
	firstYear = 1900
	lastYear  = 2199
)

// yearTexts are the years from firstYear to lastYear in writing, made once.
var yearTexts = func() (t [lastYear - firstYear + 1]string) {
	for i := range t {
		t[i] = strconv.Itoa(firstYear + i)
	}
	return t
}()

// endsNamed is the first of the years after one that the sentence of clause c has named up to
// another, which it named last, where that is as many years: 由1990年的8万吨提高到1995年的12万吨，
// 五年增加4万吨; 0 elsewhere.
func (e *extractor) endsNamed(c, years int) int {
	n := len(e.times)
	if n < 2 || years < 2 {
		return 0
	}
	start, end := &e.times[n-2], &e.times[n-1]
	if start.span || end.span || start.relative || end.relative || end.year != start.year+years || start.pos.Start < e.rep.Sentences[e.rep.Clauses[c].Sentence].Pos.Start {
		return 0
	}
	return start.year + 1
}
