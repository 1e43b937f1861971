package standing

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"
	"time"

	"pgregory.net/rapid"

	"pledger/ledger"
	"pledger/quantity"
)

// marks makes marks of "month value" pairs.
func marks(pairs ...any) []Mark {
	var all []Mark
	for i := 0; i < len(pairs); i += 2 {
		p, err := ledger.ParsePeriod(pairs[i].(string), 0)
		if err != nil {
			panic(err)
		}
		all = append(all, Mark{p.End, float64(pairs[i+1].(int))})
	}
	return all
}

// from is what meets a target of at least v.
func from(v int64) quantity.Interval {
	return quantity.Interval{Lo: quantity.End{Value: quantity.NewDecimal(v, 0), Kind: quantity.Closed}}
}

// TestForecast works forecasts out by hand.
func TestForecast(t *testing.T) {
	// Earlier years had reached 60 %, 50 % and 40 % by September.
	uneven := marks("2018-09", 40, "2018-12", 100, "2019-09", 50, "2019-12", 100, "2020-09", 60, "2020-12", 100)
	even := marks("2018-09", 75, "2018-12", 100, "2019-09", 150, "2019-12", 200, "2020-09", 300, "2020-12", 400)
	rates := marks("2018-09", 9, "2018-12", 8, "2019-09", 7, "2019-12", 5, "2020-09", 3, "2020-12", 3)
	years := marks("2017-12", 100, "2018-12", 110, "2019-12", 121, "2020-12", 133)
	tests := []struct {
		what    string
		outlook Outlook
		want    string
	}{
		// 90 ÷ the mean share of 50 % is 180; growth of 50 % over last year gives 150; 40 more as last year 130.
		// 2020 from the others: 60 ÷ 45 % is 133.3, 60 × 2 = 120, 60 + 50 = 110: 100 is 16.7 % below 120. 2019: 50 ÷ 50 % is
		// 100, 50 ÷ 60 % is 83.3, 90: 11.1 % above 90. 2018: 40 ÷ 55 % is 72.7, 66.7, 80: 37.5 % above 72.7.
		// The root of their mean square is 24.546 %, times 2.92 is 71.7 %.
		{"shares of earlier years", Outlook{Amount: true, Sum: true, Now: marks("2021-09", 90), Before: uneven, Accepts: from(140)},
			"150 [90, 257.51] last, 3 years, month 9: likely"},
		// All years had three quarters by September: a growth of 0 errors is no certainty.
		{"years that agree", Outlook{Amount: true, Sum: true, Now: marks("2021-09", 330), Before: even, Accepts: from(430)},
			"440 [437.8, 442.2] season, 3 years, month 9: yes"},
		{"and a target out of reach", Outlook{Amount: true, Sum: true, Now: marks("2021-09", 330), Before: even, Accepts: from(443)},
			"440 [437.8, 442.2] season, 3 years, month 9: unlikely"},
		// On average rates fell by 1 point, last year by none; the rate stays. The middle is 7. Each year from the others
		// is 1.5 and came out 1.5 higher, 7 and 2 lower, 9 and 1 lower: 1.5546 by the square, times 2.92 is 4.539.
		{"rates move by points", Outlook{Now: marks("2021-09", 7), Before: rates, Accepts: from(7)},
			"7 [2.46068, 11.5393] last, 3 years, month 9: likely"},
		// Nothing was reported: a year as the three before it, from last year's end.
		{"the year ahead", Outlook{Amount: true, Sum: true, Before: years, Accepts: from(146)},
			"146.19 [145.459, 146.921] last, 3 years, month 0: likely"},
		{"two years are too few", Outlook{Amount: true, Sum: true, Now: marks("2021-09", 90), Before: uneven[2:]},
			"none: years, 2 years, month 9, at this pace 120"},
		{"other months say nothing", Outlook{Amount: true, Sum: true, Now: marks("2021-06", 90), Before: uneven},
			"none: years, 0 years, month 6, at this pace 180"},
		{"a rate has no pace", Outlook{Now: marks("2021-06", 7), Before: rates}, "none: years, 0 years, month 6, at this pace 0"},
		{"nothing at all", Outlook{Amount: true, Sum: true}, "none: years, 0 years, month 0, at this pace 0"},
		{"last year's end is missing", Outlook{Amount: true, Before: marks("2015-12", 1, "2016-12", 2, "2017-12", 3, "2018-12", 4, "2019-12", 5)},
			"none: years, 0 years, month 0, at this pace 0"},
		{"the year is over", Outlook{Amount: true, Now: marks("2021-12", 90), Before: uneven}, "none: over, 0 years, month 0, at this pace 0"},
		{"a deadline within a month", Outlook{Due: "2021-11-15", Amount: true, Now: marks("2021-09", 90), Before: uneven}, "none: span, 0 years, month 0, at this pace 0"},
		{"a plan of five years", Outlook{Due: "2025-12-31", Amount: true, Now: marks("2021-12", 90), Before: uneven}, "none: span, 0 years, month 0, at this pace 0"},
	}
	for _, tt := range tests {
		tt.outlook.From = "2021-01-01"
		if tt.outlook.Due == "" {
			tt.outlook.Due = "2021-12-31"
		}
		if got := forecastText(tt.outlook.Forecast()); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.what, got, tt.want)
		}
	}
}

func forecastText(f Forecast) string {
	if f.Why != "" {
		return fmt.Sprintf("none: %s, %d years, month %d, at this pace %v", f.Why, f.Years, f.Month, f.Plain)
	}
	return fmt.Sprintf("%v [%v, %v] %s, %d years, month %d: %s", f.Value, f.Low, f.High, f.Method, f.Years, f.Month, f.Chance)
}

// TestForecastLaws holds for all series: the value lies in its interval, a sum
// is never forecast below what is there, an amount scaled is its forecast
// scaled, and where there are too few years there is no value at all.
func TestForecastLaws(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		draw := func(of string) float64 { return float64(rapid.IntRange(-2, 1000).Draw(rt, of)) }
		o := Outlook{From: "2021-01-01", Due: "2021-12-31", Amount: rapid.Bool().Draw(rt, "amount")}
		o.Sum = o.Amount && rapid.Bool().Draw(rt, "sum")
		years := rapid.IntRange(0, 7).Draw(rt, "years")
		for year := 2021 - years; year < 2021; year++ {
			o.Before = append(o.Before, Mark{yearText(year) + "-06-30", draw("half")}, Mark{yearText(year) + "-12-31", draw("whole")})
		}
		value := draw("value")
		o.Now = []Mark{{"2021-06-30", value}}
		f := o.Forecast()
		if years < MinYears {
			if f.Why != NoForecastYears || f.Value != 0 || f.High != 0 || f.Chance != "" {
				rt.Fatalf("%d years, and %+v", years, f)
			}
			return
		}
		if f.Why != "" || !(f.Low <= f.Value && f.Value <= f.High) || math.IsInf(f.High, 0) || o.Sum && f.Low < value {
			rt.Fatalf("%+v of %+v", f, o)
		}
		if !o.Amount {
			return
		}
		const thousand = 1 << 10 // exact
		for _, marks := range [][]Mark{o.Now, o.Before} {
			for i := range marks {
				marks[i].Value *= thousand
			}
		}
		if g := o.Forecast(); math.Abs(g.Value-f.Value*thousand) > 1e-4*math.Abs(f.Value*thousand) || g.Method != f.Method {
			rt.Fatalf("%+v, a thousand times as large %+v", f, g)
		}
	})
}

// A made series is months of an economy of our own: a season that belongs to the
// series, growth that changes from year to year, and noise in every month.
type made struct{ months [][12]float64 }

// makeSeries makes the series of so many years.
func makeSeries(r *rand.Rand, years int) made {
	var season [12]float64
	for i := range season {
		season[i] = math.Exp(0.3 * r.NormFloat64())
	}
	level, m := 100.0, made{}
	for range years {
		level *= 1.06 + 0.04*r.NormFloat64()
		var months [12]float64
		for i := range months {
			months[i] = level * season[i] * math.Exp(0.08*r.NormFloat64())
		}
		m.months = append(m.months, months)
	}
	return m
}

// sums are the sums so far of the years from the first on, as marks of 2021 and
// before.
func (m made) sums() []Mark {
	var all []Mark
	for i, months := range m.months {
		sum := 0.0
		for k, v := range months {
			sum += v
			end := time.Date(2022-len(m.months)+i, time.Month(k+2), 0, 0, 0, 0, 0, time.UTC)
			all = append(all, Mark{end.Format(time.DateOnly), sum})
		}
	}
	return all
}

// TestCoverage holds back the rest of the last year of made series: intervals
// must hold the end of the year about as often as they say, and the forecast
// must be nearer to it than the pace so far. How near depends on the noise we
// chose and says nothing about real series; that the interval knows its own
// width does.
func TestCoverage(t *testing.T) {
	const series = 600
	for _, years := range []int{MinYears, seasonYears} {
		for _, month := range []int{3, 6, 9, 11} {
			r := rand.New(rand.NewPCG(uint64(years), uint64(month)))
			var b backtest
			for range series {
				all := makeSeries(r, years+1).sums()
				now := len(all) - 12
				o := Outlook{From: "2021-01-01", Due: "2021-12-31", Amount: true, Sum: true, Before: all[:now], Now: all[now : now+month]}
				actual := all[len(all)-1].Value
				b.add(o.Forecast(), actual, o.Now[month-1].Value*12/float64(month), actual)
			}
			t.Logf("%d years, month %2d: %s", years, month, b)
			if got := b.coverage(); got < 0.85 || got > 0.97 {
				t.Errorf("%d years, month %d: the interval of %v holds %.3f", years, month, coverage, got)
			}
			if b.error() > 0.5*b.naive() {
				t.Errorf("%d years, month %d: %s", years, month, b)
			}
		}
	}
}

// TestForecastOfReadings forecasts from readings as they come in: single months
// of earlier years add up, a revision counts from its day on, what was returned
// does not count, and a rate is a rate.
func TestForecastOfReadings(t *testing.T) {
	years := []string{"2018前三季度 75000", "2018 100000", "2019一季度 50000", "2019二季度 50000", "2019三季度 50000", "2019四季度 50000", "2020前三季度 300000", "2020 400000"}
	tests := []struct {
		what     string
		account  *ledger.Account
		day      string
		readings []string
		want     string
	}{
		{"an amount", jobs, "2021-10-25", []string{"前三季度 330000"}, "440000 [437800, 442200] season, 3 years, month 9: yes"},
		{"reached already, and unlikely to be a ceiling", cap_, "2021-10-25", []string{"前三季度 330000"}, "440000 [437800, 442200] season, 3 years, month 9: unlikely"},
		{"a year ahead", jobs, "2021-02-25", nil, "none: years, 2 years, month 0, at this pace 0"},
		{"of a month that earlier years do not know", jobs, "2021-09-25", []string{"1-8月 330000"}, "none: years, 0 years, month 8, at this pace 495000"},
		{"returned", jobs, "2021-10-25", []string{"上半年 100000", "前三季度 330000 x"}, "none: years, 1 years, month 6, at this pace 200000"},
		{"a revision", jobs, "2021-11-25", []string{"前三季度 330000", "前三季度 150000 @2021-11-01 #2"}, "200000 [199000, 201000] season, 3 years, month 9: likely"},
		{"before it", jobs, "2021-10-31", []string{"前三季度 330000", "前三季度 150000 @2021-11-01 #2"}, "440000 [437800, 442200] season, 3 years, month 9: yes"},
		{"the year is over", jobs, "2022-01-25", []string{"2021 440000"}, "none: over, 0 years, month 0, at this pace 0"},
		{"a plan of five years", plan, "2021-10-25", []string{"前三季度 330000"}, "none: span, 0 years, month 0, at this pace 0"},
		{"a task", task, "2021-10-25", []string{"前三季度 60"}, "0 [0, 0] , 0 years, month 0: "},
		{"given up", gone, "2021-10-25", []string{"前三季度 60"}, "0 [0, 0] , 0 years, month 0: "},
	}
	for _, tt := range tests {
		s := Judge(Question{Account: tt.account, Readings: read(t, append(tt.readings, years...)...), Day: tt.day})
		if got := forecastText(s.Forecast); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.what, got, tt.want)
		}
	}
	rates := read(t, "前三季度 7.8", "2020前三季度 3.0", "2020 3.0", "2019前三季度 7.0", "2019 5.0", "2018前三季度 9.0", "2018 8.0")
	s := Judge(Question{Account: gdp, Readings: rates, Day: "2021-10-25"})
	if got, want := forecastText(s.Forecast), "7.8 [3.26068, 12.3393] last, 3 years, month 9: likely"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if (&Forecast{}).Known() || (&Forecast{Why: NoForecastYears}).Known() || !s.Forecast.Known() {
		t.Error("what is known is said wrongly")
	}
}

// BenchmarkForecast is one account with five earlier years by month.
func BenchmarkForecast(b *testing.B) {
	all := makeSeries(rand.New(rand.NewPCG(1, 2)), seasonYears+1).sums()
	now := len(all) - 12
	o := Outlook{From: "2021-01-01", Due: "2021-12-31", Amount: true, Sum: true, Before: all[:now], Now: all[now : now+9]}
	b.ReportAllocs()
	for b.Loop() {
		o.Forecast()
	}
}
