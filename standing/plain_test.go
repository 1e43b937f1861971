package standing

import (
	"fmt"
	"math/big"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"pledger/ledger"
)

// plain is the judgement of a target written for the eye and not for speed: on
// numbers and times of the library, by the practice rules one after another. It
// is the oracle of Plan.Judge. It knows no milestones and no seasonal pace.
func plain(a *ledger.Account, readings []*ledger.Reading, day string) (line string) {
	t := completion
	if len(a.Terms) > 0 {
		t = a.Terms[0]
	}
	rat := func(s string) *big.Rat { r, _ := new(big.Rat).SetString(s); return r }
	zone := time.FixedZone("", 8*60*60)
	today, _ := time.ParseInLocation(time.DateOnly, day, zone)
	from, due := "2021-01-01", t.Period[max(0, len(t.Period)-4):]+"-12-31"
	if d := a.Deadline.Date; d != "" && d < due {
		due = d
	}
	sum := (t.Kind == "level" || t.Kind == "completion") && t.Over != ledger.AtEnd && t.Over != ledger.Average

	// What was known: by period the revision that counts.
	best := map[ledger.Period]*ledger.Reading{}
	for _, r := range readings {
		if r.Status == ledger.Returned || r.Period.End > day || !r.At.Before(today.AddDate(0, 0, 1)) {
			continue
		}
		o := best[r.Period]
		if o == nil || r.Revision > o.Revision || r.Revision == o.Revision && (r.At.After(o.At) || r.At.Equal(o.At) && r.Value > o.Value) {
			best[r.Period] = r
		}
	}
	// The value at the end of each month of the span, and the stock before it.
	values, base := map[string]*big.Rat{}, (*big.Rat)(nil)
	ends := []string{}
	first, _ := time.Parse(time.DateOnly, from)
	for n := range 60 {
		start := first.AddDate(0, n, 0).Format(time.DateOnly)
		end := first.AddDate(0, n+1, -1).Format(time.DateOnly)
		for _, p := range []ledger.Period{{Start: from, End: end}, {Start: start, End: end}, {Start: end, End: end}} {
			r := best[p]
			whole, instant := p.Start == from, p.Start == p.End
			switch {
			case r == nil, values[end] != nil:
			case sum && whole, !sum && whole && end[:4] == from[:4], !sum && instant:
				values[end] = rat(r.Value)
			case sum && !instant && !whole && n > 0 && values[ends[n-1]] != nil:
				values[end] = new(big.Rat).Add(values[ends[n-1]], rat(r.Value))
			}
		}
		ends = append(ends, end)
	}
	if r := best[ledger.Period{Start: "2020-12-31", End: "2020-12-31"}]; r != nil {
		base = rat(r.Value)
	}
	// Which numbers meet the target.
	var floor, ceiling *big.Rat
	lo, hi := rat(t.Value), rat(t.Value)
	if t.Bound == ledger.Within {
		hi = rat(t.High)
	}
	if t.Tolerance != "" && (t.Bound == ledger.Near || t.Bound == ledger.Equal) {
		lo, hi = new(big.Rat).Sub(lo, rat(t.Tolerance)), new(big.Rat).Add(hi, rat(t.Tolerance))
	}
	if t.Bound == ledger.AtLeast || t.Bound != ledger.AtMost && t.Polarity != ledger.LessIsBetter {
		floor = lo
	}
	if t.Bound == ledger.AtMost || t.Bound != ledger.AtLeast && t.Polarity != ledger.MoreIsBetter {
		ceiling = hi
	}
	percent := func(a, b *big.Rat) *big.Rat { return new(big.Rat).Mul(new(big.Rat).Quo(a, b), big.NewRat(100, 1)) }
	minus := func(a, b *big.Rat) *big.Rat { return new(big.Rat).Sub(a, b) }
	months := func(day string) int64 {
		d, _ := time.Parse(time.DateOnly, day)
		return int64(12*(d.Year()-2021) + int(d.Month()))
	}
	byRule := func(distance *big.Rat, red int64) string {
		switch {
		case distance.Cmp(big.NewRat(-red, 1)) < 0:
			return "behind red"
		case distance.Sign() < 0:
			return "behind yellow"
		case distance.Cmp(big.NewRat(10, 1)) >= 0:
			return "ahead green"
		}
		return "on-pace green"
	}
	red := int64(30)
	if !sum && !(t.Kind == "level" && floor != nil) {
		red = 50
	}
	judge := func(end string) string {
		v := values[end]
		low, high := floor != nil && v.Cmp(floor) < 0, ceiling != nil && v.Cmp(ceiling) > 0
		edge := floor
		if floor == nil || high {
			edge = ceiling
		}
		share := big.NewRat(100*min(months(end), months(due)), months(due))
		against := func(sign int) string {
			gap := minus(v, edge)
			if sign < 0 {
				gap.Neg(gap)
			}
			return byRule(percent(gap, new(big.Rat).Abs(edge)), red)
		}
		switch {
		case sum && high, end >= due && (low || high):
			return "missed missed"
		case end >= due:
			return "done done"
		case sum && floor != nil:
			if ceiling == nil && !low {
				return "done-early done"
			}
			return byRule(minus(percent(v, floor), share), red)
		case sum:
			return byRule(minus(share, percent(v, ceiling)), red)
		case high:
			return against(-1)
		case floor != nil && ceiling != nil && !low:
			if t.Kind == "level" || t.Kind == "growth" {
				return "on-pace green"
			}
		case t.Kind == "level" && floor != nil:
			switch {
			case low && base == nil:
				return "unjudged unknown"
			case !low && (base == nil || base.Cmp(floor) < 0):
				return "done-early done"
			case low && base.Cmp(floor) < 0:
				return byRule(minus(percent(minus(v, base), minus(floor, base)), share), red)
			}
		case floor == nil:
			return against(-1)
		}
		return against(1)
	}
	var said []string
	last := ""
	for _, end := range ends {
		if values[end] != nil {
			said, last = append(said, judge(end)), end
		}
	}
	if last == "" {
		return "unreported unknown"
	}
	line = said[len(said)-1]
	if n := len(said); n > 1 && strings.HasSuffix(line, "green") && strings.HasSuffix(said[n-2], "red") {
		line = strings.Replace(line, "green", "yellow", 1)
	}
	if strings.HasPrefix(line, "done") || strings.HasPrefix(line, "missed") {
		return line
	}
	wanted := ""
	for n, end := range ends {
		overdue, _ := time.Parse(time.DateOnly, end)
		if !overdue.AddDate(0, 0, 31).After(today.Add(8*time.Hour)) && end <= due && (n%3 == 2 || end == due) {
			wanted = end
		}
	}
	if last < wanted {
		return "unreported unknown"
	}
	return line
}

// TestPlain is a law: the plan says what the plain way says.
func TestPlain(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		account := rapid.SampledFrom([]*ledger.Account{jobs, gdp, cpi, cap_, wind, plan, early, august, band, store, herd, floor}).Draw(rt, "account")
		value := rapid.IntRange(-2, 12)
		top := map[*ledger.Account]int{jobs: 20000, august: 20000, early: 6, cap_: 50, wind: 600, plan: 50, store: 45, herd: 45}[account]
		number := func(label string) string {
			n := value.Draw(rt, label)
			switch {
			case account == jobs || account == august:
				return fmt.Sprint(n*top + rapid.IntRange(-1, 1).Draw(rt, "hair"))
			case top > 0:
				return fmt.Sprint(n * top)
			}
			return fmt.Sprintf("%d.%d", max(n, 0), rapid.IntRange(0, 9).Draw(rt, "tenths"))
		}
		var lines []string
		if rapid.Bool().Draw(rt, "before") {
			lines = append(lines, "2020年末 "+number("base"))
		}
		for m := 1; m <= 12; m++ {
			for _, form := range []string{"1-%d月", "%d月", "%d月末"} {
				if rapid.IntRange(0, 2).Draw(rt, "reported") > 0 || m == 1 && form == "%d月" {
					continue
				}
				line := fmt.Sprintf(form+" %s #%d", m, number("value"), rapid.IntRange(1, 2).Draw(rt, "revision"))
				if rapid.IntRange(0, 4).Draw(rt, "returned") == 0 {
					line += " x"
				}
				lines = append(lines, line)
			}
		}
		day := fmt.Sprintf("%d-%02d-%02d", rapid.IntRange(2021, 2022).Draw(rt, "year"), rapid.IntRange(1, 12).Draw(rt, "month"), rapid.IntRange(1, 28).Draw(rt, "day"))
		readings := read(t, lines...)
		s := Compile(account, 0, nil).Judge(readings, day)
		if got, want := fmt.Sprint(s.State, " ", s.Light), plain(account, readings, day); got != want {
			rt.Fatalf("%+v\n%s\non %s it is %s %v, and the plain way says %s", account.Terms[0], strings.Join(lines, "\n"), day, got, s.Args(), want)
		}
	})
}

// TestNumber is a law: fractions are those of the library, wide or not.
func TestNumber(t *testing.T) {
	number := rapid.Custom(func(t *rapid.T) *big.Rat {
		n := rapid.OneOf(rapid.Int64Range(-20, 20), rapid.Int64()).Draw(t, "n")
		d := rapid.OneOf(rapid.Int64Range(1, 20), rapid.Int64Range(1, 1<<62)).Draw(t, "d")
		r := big.NewRat(n, d)
		if rapid.IntRange(0, 5).Draw(t, "wide") == 0 {
			r.Mul(r, new(big.Rat).SetInt(new(big.Int).Lsh(big.NewInt(1), 80)))
		}
		return r
	})
	rapid.Check(t, func(rt *rapid.T) {
		a, b := number.Draw(rt, "a"), number.Draw(rt, "b")
		x, y := narrow(a), narrow(b)
		same := func(what string, got Number, want *big.Rat) {
			text := want.FloatString(1)
			if want.IsInt() {
				text = want.Num().String()
			}
			float, _ := want.Float64()
			if got.Rat().Cmp(want) != 0 || got.Text() != text || got.Sign() != want.Sign() || got.Float64() != float {
				rt.Fatalf("%s of %s and %s: %s %s %g, want %s %s %g", what, a, b, got.Rat(), got.Text(), got.Float64(), want, text, float)
			}
		}
		same("a", x, a)
		same("difference", x.Sub(y), new(big.Rat).Sub(a, b))
		same("negative", x.neg(), new(big.Rat).Neg(a))
		same("percent", x.percent(), new(big.Rat).Mul(a, big.NewRat(100, 1)))
		if b.Sign() != 0 {
			same("quotient", x.quo(y), new(big.Rat).Quo(a, b))
		}
		if x.Cmp(y) != a.Cmp(b) {
			rt.Fatalf("%s against %s: %d", a, b, x.Cmp(y))
		}
	})
}
