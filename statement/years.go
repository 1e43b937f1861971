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
