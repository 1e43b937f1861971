package standing

import (
	"cmp"
	"math"
	"math/big"
	"slices"
	"strconv"

	"pledger/ledger"
	"pledger/quantity"
)

// Forecast（预测）is what a value is expected to be at the end of its span, in the
// unit of the terms, with the interval that holds it in Coverage of all cases.
// Where it is not Known, no line may be drawn: Why then says why, and Plain is at
// most what the pace so far would come to, which is no forecast. The zero
// Forecast is of what has no target that can be judged.
//
// Floats are allowed here and nowhere else. Results are rounded to
// forecastDigits, so that they are the same on every machine.
type Forecast struct {
	Value, Low, High float64
	Coverage         float64 // nominal, of 1
	Method           Method  // of the three, the one that gave the middle value
	Years            int     // how many earlier years it stands on; where there are too few, how many there are
	Month            int     // of the last value of the span, 0 where earlier years alone speak
	End              string  // the day that is forecast
	Chance           Chance
	Why              string  // why there is none: the catalogue's standing.forecast.CODE
	Plain            float64 // value so far ÷ share of the months that have passed; 0 where it says nothing
}

// Known reports whether there is a forecast.
func (f *Forecast) Known() bool { return f.Method != "" }

// Method（算法）is a way to say from earlier years what is still to come.
type Method string

// The methods: of an amount / of a rate.
const (
	BySeasonShare Method = "season" // value so far ÷ the mean share that earlier years had reached by then / moved as rates moved on average from then on
	ByLastYear    Method = "last"   // last year's whole × the growth over last year so far / moved as last year's rate moved
	ByRest        Method = "rest"   // what is left of the year comes in as it did last year / the rate stays as it is
)

// Chance（完成把握）is whether the target will be met, by the interval.
type Chance string

// The chances.
const (
	ChanceYes      Chance = "yes"      // all of the interval meets it
	ChanceLikely   Chance = "likely"   // the value meets it, some of the interval does not
	ChanceOpen     Chance = "open"     // the value does not, some of the interval does
	ChanceUnlikely Chance = "unlikely" // none of the interval meets it
)

// Why there is no forecast.
const (
	NoForecastOver  = "over"  // the span is over: there is a result
	NoForecastSpan  = "span"  // the span is not within one year, or ends within a month
	NoForecastYears = "years" // fewer than MinYears earlier years have values of the same month and of the end
)

const (
	// MinYears is how many earlier years a forecast needs: each is tried on the
	// others, and an error of a method needs two years to have a method at all.
	MinYears = 3
	// coverage is what intervals are made for.
	coverage = 0.9
	// forecastDigits is to how many significant digits results are rounded: more
	// than any published total has, fewer than machines differ in.
	forecastDigits = 6
	// leastShare and leastPoints are how wide an interval is at least to each
	// side, as a share of an amount and in points of a rate: half of the last
	// digit that rates are published with, and what preliminary totals are
	// usually revised by.
	leastShare  = 0.005
	leastPoints = 0.05
)

// studentT are the 95 % quantiles of Student's t with 1, 2 … degrees of freedom,
// as printed in any table: the factor from errors as they were to an interval
// of 90 % where only so few errors are known. Of n errors n-1 are free: each is
// judged by what the others say.
var studentT = [...]float64{6.314, 2.920, 2.353, 2.132}

// forecast is the end of the judged target's span, from the points of the span
// and the readings of earlier years.
func (j *judge) forecast(points []Point) Forecast {
	if len(j.account.Terms) == 0 {
		return Forecast{} // how far a task of this year is, no earlier year tells
	}
	o := Outlook{From: j.from, Due: j.due, Amount: j.terms.Kind == "level" || Adds(&j.terms), Sum: Adds(&j.terms), Accepts: j.accepts}
	if n := len(points); n > 0 {
		o.Now = []Mark{points[n-1].mark()}
	}
	if len(j.history) > 0 {
		for year := yearOf(j.from) - seasonYears - 1; year < yearOf(j.from); year++ {
			o.Before = append(o.Before, yearMarks(j.history, yearText(year)+j.from[4:], o.Sum)...)
		}
	}
	return o.Forecast()
}

// yearMarks are the values of the year that begins on start.
func yearMarks(history []*ledger.Reading, start string, sum bool) (all []Mark) {
	history = history[before(history, start):before(history, yearText(yearOf(start)+1))]
	points := levels(nil, history)
	if sum {
		points = sums(nil, history, start)
	}
	for _, p := range points {
		all = append(all, p.mark())
	}
	return all
}

// mark is the point as a Mark.
func (p Point) mark() Mark {
	return Mark{p.Period.End, NumberOf(p.Value).Float64()}
}

// A Mark is a value at the end of a month: of an amount the sum from January on
// or where it stands, of a rate that of the year so far.
type Mark struct {
	End   string // 2006-01-02
	Value float64
}

// Outlook is what a forecast is made from.
type Outlook struct {
	From, Due string // the span of the target
	Amount    bool   // changes are shares of the value; else it is a rate and they are points
	Sum       bool   // it adds up and never falls
	Now       []Mark // of the span, by their ends
	Before    []Mark // of earlier years, by their ends
	Accepts   quantity.Interval
}

// leg is the way an earlier year went from the month of the last value to the
// end.
type leg struct{ from, to float64 }

// Forecast says where the value ends up: the median of three methods, within
// the errors that the same median makes on each earlier year from the others.
// Without a value of the span it starts from last year's end.
//
// What it is worth is measured in backtest_test.go.
func (o *Outlook) Forecast() Forecast {
	if o.From[:4] != o.Due[:4] || !endsMonth(o.Due) {
		return Forecast{Why: NoForecastSpan}
	}
	f := Forecast{Coverage: coverage, End: o.Due}
	end, value := o.Due[4:7], 0.0
	if n := len(o.Now); n > 0 {
		last := o.Now[n-1]
		if value = last.Value; last.End >= o.Due {
			return Forecast{Why: NoForecastOver}
		}
		f.Month, _ = strconv.Atoi(last.End[5:7])
	}
	legs := o.legs(end)
	if f.Month == 0 && len(legs) > 0 {
		value = legs[0].to // this year begins where last year ended
		if _, ok := at(o.Before, yearText(yearOf(o.From)-1)+end); !ok {
			legs = nil
		}
	}
	if f.Years = len(legs); f.Years < MinYears {
		return Forecast{Why: NoForecastYears, Years: f.Years, Month: f.Month, Plain: o.plain(f.Month)}
	}
	shares := o.Amount && value > 0 && !slices.ContainsFunc(legs, func(l leg) bool { return l.from <= 0 || l.to <= 0 })
	f.Value, f.Method = foresee(value, legs, shares)
	f.Low, f.High = around(f.Value, legs, shares)
	if o.Sum && f.Month > 0 {
		f.Value, f.Low, f.High = max(f.Value, value), max(f.Low, value), max(f.High, value)
	}
	f.Value, f.Low, f.High = rounded(f.Value), rounded(f.Low), rounded(f.High)
	f.Chance = f.chance(o.Accepts)
	return f
}

// legs are those of the earlier years, last year's first, as far back as
// seasonYears; end is the month that is forecast, as in -12.
func (o *Outlook) legs(end string) []leg {
	if len(o.Before) == 0 {
		return nil
	}
	var all []leg
	this := yearOf(o.From)
	for year := this - 1; year >= this-seasonYears; year-- {
		start := yearText(year-1) + end
		if n := len(o.Now); n > 0 {
			start = yearText(year) + o.Now[n-1].End[4:7]
		}
		from, ok := at(o.Before, start)
		to, ok2 := at(o.Before, yearText(year)+end)
		if ok && ok2 {
			all = append(all, leg{from, to})
		}
	}
	return all
}

// at is the value at the end of a month, as in 2006-01.
func at(marks []Mark, month string) (float64, bool) {
	i, ok := slices.BinarySearchFunc(marks, month, func(m Mark, month string) int { return cmp.Compare(m.End[:7], month) })
	if !ok {
		return 0, false
	}
	return marks[i].Value, true
}

// plain is what a sum would come to at the pace so far.
func (o *Outlook) plain(month int) float64 {
	if !o.Sum || month == 0 {
		return 0
	}
	value := o.Now[len(o.Now)-1].Value
	return value * float64(monthsBetween(o.From, o.Due)) / float64(month)
}

// endsMonth reports whether a day is the last of its month.
func endsMonth(day string) bool {
	y, m, d, ok := date(day)
	return ok && d == daysIn(y, m)
}

// foresee is the median of the three methods, and which it is. With shares
// changes are shares of the value, else they are added.
func foresee(value float64, legs []leg, shares bool) (float64, Method) {
	last := legs[0].to - legs[0].from
	mean := 0.0
	for _, l := range legs {
		if shares {
			mean += l.from / l.to
		} else {
			mean += l.to - l.from
		}
	}
	mean /= float64(len(legs))
	season, growth, rest := value+mean, value+last, value
	if shares {
		season, growth, rest = value/mean, float64(value/legs[0].from)*legs[0].to, value+last
	}
	switch middle := max(min(season, growth), min(max(season, growth), rest)); middle {
	case season:
		return season, BySeasonShare
	case growth:
		return growth, ByLastYear
	default:
		return rest, ByRest
	}
}

// around is the interval around a forecast: each leg is forecast from the
// others, and the root of the mean square of the errors widened as Student's t
// says for so few.
func around(value float64, legs []leg, shares bool) (low, high float64) {
	others := make([]leg, 0, seasonYears)
	squares := 0.0
	for i, l := range legs {
		others = append(append(others[:0], legs[:i]...), legs[i+1:]...)
		expected, _ := foresee(l.from, others, shares)
		e := l.to - expected
		if shares {
			e /= expected
		}
		squares += e * e
	}
	n := len(legs)
	half := studentT[n-2] * math.Sqrt(squares/float64(n))
	if !shares {
		half = max(half, leastPoints)
		return value - half, value + half
	}
	half = max(half, leastShare)
	return value * max(0, 1-half), value * (1 + half)
}

// rounded is v to forecastDigits significant digits.
func rounded(v float64) float64 {
	r, _ := strconv.ParseFloat(strconv.FormatFloat(v, 'e', forecastDigits-1, 64), 64)
	return r
}

// chance holds the interval against what meets the target.
func (f *Forecast) chance(accepts quantity.Interval) Chance {
	lo, hi := math.Inf(-1), math.Inf(1)
	if r := bound(accepts.Lo); r != nil {
		lo, _ = r.Float64()
	}
	if r := bound(accepts.Hi); r != nil {
		hi, _ = r.Float64()
	}
	switch {
	case f.Low >= lo && f.High <= hi:
		return ChanceYes
	case f.High < lo || f.Low > hi:
		return ChanceUnlikely
	case f.Value >= lo && f.Value <= hi:
		return ChanceLikely
	}
	return ChanceOpen
}

// bound is an end of what meets a target; nil where there is none.
func bound(e quantity.End) *big.Rat {
	if e.Kind == quantity.Unbounded {
		return nil
	}
	return e.Value.Rat()
}
