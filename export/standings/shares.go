package standings

import "fmt"

// The shares of counts are printed in tenths of a percent.
const (
	wholeTenths = 1000 // 100.0 %
	perPercent  = 10
)

// Shares are counts in percent of their sum, to one decimal, as offices print
// them: each rounded half up, and what the sum is then off 100.0 taken from the
// greatest, the first of equals: 162 of 222 is 73.0, and printed 72.9 where the
// five shares would make 100.1. All are 0.0 where nothing is counted.
func Shares(counts []int) []string {
	sum, greatest := 0, 0
	for i, n := range counts {
		if sum += n; n > counts[greatest] {
			greatest = i
		}
	}
	tenths, left := make([]int, len(counts)), wholeTenths
	for i, n := range counts {
		if sum > 0 {
			tenths[i] = (2*wholeTenths*n + sum) / (2 * sum)
		}
		left -= tenths[i]
	}
	if sum > 0 {
		tenths[greatest] += left
	}
	texts := make([]string, len(counts))
	for i, n := range tenths {
		texts[i] = fmt.Sprintf("%d.%d", n/perPercent, n%perPercent)
	}
	return texts
}
