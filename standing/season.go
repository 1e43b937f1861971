package standing

import (
	"math/big"

	"pledger/ledger"
)

// seasonal is the mean share of their year's sum that earlier years had reached
// by the same day, in %; nil where no earlier year has both.
func seasonal(history []*ledger.Reading, from, day string) *big.Rat {
	sum, n := new(big.Rat), int64(0)
	for year := yearOf(from) - 1; year > yearOf(from)-1-seasonYears; year-- {
		start := yearText(year) + from[4:]
		var part, whole *big.Rat
		for _, p := range sums(yearReadings(history, year), start) {
			switch p.Period.End[4:] {
			case day[4:]:
				part = p.Value.Rat()
			case "-12-31":
				whole = p.Value.Rat()
			}
		}
		if part != nil && whole != nil && whole.Sign() > 0 {
			sum.Add(sum, percent(part, whole))
			n++
		}
	}
	if n == 0 {
		return nil
	}
	return sum.Quo(sum, big.NewRat(n, 1))
}

// seasonYears is how many earlier years count: longer ago the economy was
// another.
const seasonYears = 5

// yearReadings are the readings whose period ends in the year.
func yearReadings(readings []*ledger.Reading, year int) []*ledger.Reading {
	var all []*ledger.Reading
	for _, r := range readings {
		if r.Period.Year() == year {
			all = append(all, r)
		}
	}
	return all
}

// yearOf is the year of a day.
func yearOf(day string) int {
	n := 0
	for _, c := range day[:4] {
		n = 10*n + int(c-'0')
	}
	return n
}

// yearText is a year as days begin.
func yearText(year int) string {
	text := []byte("0000")
	for i := 3; i >= 0; i-- {
		text[i], year = byte('0'+year%10), year/10
	}
	return string(text)
}
