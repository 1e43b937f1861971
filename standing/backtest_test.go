package standing

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pledger/document"
	"pledger/internal/shared"
	"pledger/ledger"
	"pledger/lexicon"
	"pledger/report"
	"pledger/statement"
)

// A backtest holds forecasts against what came.
type backtest struct {
	held, covered int
	errors        []float64 // of the forecast: a share of the scale, or with scale 1 points
	naives        []float64 // of the naive forecast
}

// add takes in one held-back period.
func (b *backtest) add(f Forecast, actual, naive, scale float64) {
	if f.Why != "" {
		return
	}
	b.held++
	if f.Low <= actual && actual <= f.High {
		b.covered++
	}
	b.errors = append(b.errors, math.Abs(f.Value-actual)/scale)
	b.naives = append(b.naives, math.Abs(naive-actual)/scale)
}

func (b *backtest) coverage() float64 { return float64(b.covered) / float64(max(b.held, 1)) }
func (b *backtest) error() float64    { return median(b.errors) }
func (b *backtest) naive() float64    { return median(b.naives) }

func (b backtest) String() string {
	return fmt.Sprintf("%d of %d held (%.1f%%), median error %.4f, naive %.4f", b.covered, b.held, 100*b.coverage(), b.error(), b.naive())
}

// median is the median of values, the lower of two; 0 of none.
func median(values []float64) float64 {
	if len(values) == 0 {
		return 0
	}
	return slices.Sorted(slices.Values(values))[(len(values)-1)/2]
}

// A nationalSeries is a yearly series that the visible national reports carry.
type nationalSeries struct {
	indicator string
	kind      statement.Kind
}

// String names it.
func (n nationalSeries) String() string { return n.indicator + "-" + n.kind.String() }

// national are the series with eight values or more. No list of them was
// tried: these are the headline numbers that reports state nearly every year.
var national = []nationalSeries{
	{"gdp", statement.Growth}, {"gdp", statement.Level}, {"grain.output", statement.Level}, {"employment.new_urban", statement.Level},
	{"cpi", statement.Growth}, {"fiscal.revenue", statement.Growth}, {"fiscal.revenue", statement.Level},
	{"trade.total", statement.Growth}, {"trade.total", statement.Level}, {"retail.total", statement.Growth},
	{"income.urban", statement.Growth}, {"income.urban", statement.Level}, {"income.rural_net", statement.Growth},
	{"income.rural_net", statement.Level}, {"fdi.actual", statement.Level}, {"fin.fx_reserve", statement.Level},
}

// exactEnough is how wide what was written may be, as a share of it, to be a
// value of a series: 5%以上 is none, 二十一万亿 is.
const exactEnough = 0.05

// readNational reads the series with the program's own reader: what reports say
// was achieved in a year, in the whole country; where several speak of a year,
// the first. Where a report has several numbers for one thing (the amount, what
// it rose by, five years together), the one nearest to the value before counts,
// of amounts by their ratio, and none where an amount would have doubled or
// halved in a year: then it was read wrong. Each choice knows earlier years only.
func readNational(t testing.TB) map[string][]Mark {
	found := map[string]map[int][]float64{}
	for _, file := range shared.Files(t, "reports", "cn-*.txt") {
		f, err := os.Open(file)
		if err != nil {
			t.Fatal(err)
		}
		text, err := document.Read(file, f)
		f.Close()
		if err != nil {
			t.Fatal(err)
		}
		set := statement.Extract(report.Parse(text), lexicon.Default())
		for _, n := range national {
			all := found[n.String()]
			if all == nil {
				all = map[int][]float64{}
				found[n.String()] = all
			}
			for year, values := range achieved(set, n.indicator, n.kind) {
				if all[year] == nil {
					all[year] = values
				}
			}
		}
	}
	series := map[string][]Mark{}
	for _, n := range national {
		var marks []Mark
		for _, year := range slices.Sorted(maps.Keys(found[n.String()])) {
			if v, ok := n.choose(found[n.String()][year], marks, year); ok {
				marks = append(marks, Mark{yearText(year) + "-12-31", v})
			}
		}
		series[n.String()] = marks
	}
	for _, code := range []string{"fiscal.revenue", "trade.total"} {
		rate := nationalSeries{code, statement.Growth}.String()
		series[rate] = fill(series[rate], series[nationalSeries{code, statement.Level}.String()])
	}
	return series
}

// fill adds to the rates of growth that reports state of an amount those that two
// years' amounts leave to be reckoned. Only of amounts whose growth is told in the
// prices of the day: reports give incomes and output as amounts of that sort and
// their growth in steady prices. Averages of several years (平均每年增长) are the
// rate of none of them and no part of a series.
func fill(rates, amounts []Mark) []Mark {
	for i, m := range amounts {
		if i == 0 || yearOf(amounts[i-1].End)+1 != yearOf(m.End) {
			continue
		}
		at, stated := slices.BinarySearchFunc(rates, m.End, func(r Mark, end string) int { return cmp.Compare(r.End, end) })
		if !stated {
			rates = slices.Insert(rates, at, Mark{m.End, 100 * (m.Value/amounts[i-1].Value - 1)})
		}
	}
	return rates
}

// choose picks a year's value.
func (n nationalSeries) choose(found []float64, before []Mark, year int) (float64, bool) {
	amount := n.kind == statement.Level
	switch {
	case len(before) == 0 && amount:
		return slices.Max(found), true
	case len(before) == 0:
		return found[0], true
	}
	last := before[len(before)-1]
	distance := func(v float64) float64 {
		if amount {
			return math.Abs(math.Log2(v / last.Value))
		}
		return math.Abs(v - last.Value)
	}
	best := slices.MinFunc(found, func(a, b float64) int { return cmp.Compare(distance(a), distance(b)) })
	return best, !amount || distance(best) < float64(year-yearOf(last.End))
}

// achieved is what a report says of an indicator for years before its own: amounts
// in the base unit of the series' measure, rates in points, a fall below 0.
func achieved(set *statement.Set, code string, kind statement.Kind) map[int][]float64 {
	found := map[int][]float64{}
	for _, f := range set.Figures {
		v := f.Quantity.Value
		if f.Indicator != code || f.Kind != kind || f.Region != "" || f.Role == statement.Target || f.Role == statement.Required ||
			f.Base.Kind == statement.BaseStated || len(f.Dated()) != 4 || f.Quantity.Unit == nil || bound(v.Lo) == nil || bound(v.Hi) == nil {
			continue
		}
		year := yearOf(f.Dated())
		if year >= set.Report.Year {
			continue
		}
		lo, _ := bound(v.Lo).Float64()
		hi, _ := bound(v.Hi).Float64()
		value := (lo + hi) / 2
		factor, _ := f.Quantity.Unit.Factor.Float64()
		switch {
		case kind == statement.Growth && f.Direction == statement.Down:
			found[year] = append(found[year], -value)
		case kind == statement.Growth:
			found[year] = append(found[year], value)
		case hi-lo <= exactEnough*value && sameMeasure(f.Quantity.Unit.Dimension, code):
			found[year] = append(found[year], value*factor)
		}
	}
	return found
}

// sameMeasure keeps one currency to a series: what is traded, invested and held
// abroad is told in dollars, the rest in yuan.
func sameMeasure(dimension, code string) bool {
	switch code {
	case "trade.total", "fdi.actual", "fin.fx_reserve":
		return dimension == "money:USD"
	case "grain.output":
		return dimension == "mass"
	case "employment.new_urban":
		return dimension == "count:person"
	}
	return dimension == "money:CNY"
}

// hold holds back each year of a series that has enough years before it, and
// forecasts it from those alone. The naive forecast is the year before.
func hold(series []Mark, amount bool) (b backtest) {
	for i, m := range series {
		if i == 0 || yearOf(series[i-1].End)+1 != yearOf(m.End) {
			continue
		}
		o := Outlook{From: m.End[:4] + "-01-01", Due: m.End, Amount: amount, Before: series[:i]}
		scale := 1.0
		if amount {
			scale = m.Value
		}
		b.add(o.Forecast(), m.Value, series[i-1].Value, scale)
	}
	return b
}

// join takes in what another backtest has.
func (b *backtest) join(o backtest) {
	b.held, b.covered = b.held+o.held, b.covered+o.covered
	b.errors, b.naives = append(b.errors, o.errors...), append(b.naives, o.naives...)
}

// backtests holds back every year of every national series that it can.
func backtests(series map[string][]Mark) (each map[string]backtest, amounts, rates backtest) {
	each = map[string]backtest{}
	for _, n := range national {
		t := hold(series[n.String()], n.kind == statement.Level)
		each[n.String()] = t
		if n.kind == statement.Level {
			amounts.join(t)
		} else {
			rates.join(t)
		}
	}
	return each, amounts, rates
}

// TestBacktest is what forecasts of the year ahead are worth on real series. The
// visible reports give few: they miss years, and a year can be held back only
// where three earlier pairs of neighbouring years are there. Reports have no
// months; of no series are three earlier years known by month, so that what the
// months of a year add is measured on made series only.
func TestBacktest(t *testing.T) {
	each, amounts, rates := backtests(readNational(t))
	for _, n := range national {
		t.Logf("%s: %s", n, each[n.String()])
	}
	t.Logf("amounts: %s", amounts)
	t.Logf("rates: %s", rates)
	if amounts.held < 15 || rates.held < 5 {
		t.Errorf("only %d amounts and %d rates could be held back", amounts.held, rates.held)
	}
	if amounts.error() >= amounts.naive() {
		t.Errorf("amounts as last year are nearer: %s", amounts)
	}
	all := amounts
	all.join(rates)
	if got := all.coverage(); got < 0.8 {
		t.Errorf("the interval of %v holds %.3f", coverage, got)
	}
}

// TestTooLittle asks for the end of 2021 from the published readings of a region
// and its leagues. They know no earlier year by month, and no three pairs of
// neighbouring years: of none of them may a line be drawn, and all say why.
func TestTooLittle(t *testing.T) {
	data, err := os.ReadFile(shared.Path(t, "data", "nmg-2021-readings.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	series := map[string][]Mark{}
	for line := range strings.Lines(string(data)) {
		var r struct{ Place, Indicator, Period, Value, Unit string }
		if err := json.Unmarshal([]byte(line), &r); err != nil {
			t.Fatal(err)
		}
		p, err := ledger.ParsePeriod(r.Period, 0)
		v, err2 := strconv.ParseFloat(r.Value, 64)
		if err != nil || err2 != nil { // 6左右
			continue
		}
		key := r.Place + r.Indicator + r.Unit
		series[key] = append(series[key], Mark{p.End, v})
	}
	asked := 0
	for key, marks := range series {
		slices.SortFunc(marks, func(a, b Mark) int { return cmp.Compare(a.End, b.End) })
		o := Outlook{From: "2021-01-01", Due: "2021-12-31"}
		for _, m := range marks {
			if m.End < o.From {
				o.Before = append(o.Before, m)
			} else if m.End < o.Due {
				o.Now = append(o.Now, m)
			}
		}
		asked++
		if f := o.Forecast(); f.Known() || f.Why != NoForecastYears || f.Years > 0 {
			t.Errorf("%s: %+v of %v", key, f, marks)
		}
	}
	if asked < 50 {
		t.Errorf("only %d series were read", asked)
	}
}

// BenchmarkBacktest prints what the forecast is worth on real series: how often
// the interval of 90 % held the year that was held back, in %, and the median
// error of the forecast and of the naive one (as last year), in % of an amount
// or in points of a rate. It needs the folder with the reports.
func BenchmarkBacktest(b *testing.B) {
	series := readNational(b)
	for _, kind := range []string{"amounts", "rates"} {
		b.Run(kind, func(b *testing.B) {
			var t backtest
			for b.Loop() {
				if _, amounts, rates := backtests(series); kind == "rates" {
					t = rates
				} else {
					t = amounts
				}
			}
			scale := 1.0
			if kind == "amounts" {
				scale = 100
			}
			b.ReportMetric(float64(t.held), "held-back")
			b.ReportMetric(100*t.coverage(), "%covered")
			b.ReportMetric(scale*t.error(), "error")
			b.ReportMetric(scale*t.naive(), "naive-error")
		})
	}
}
