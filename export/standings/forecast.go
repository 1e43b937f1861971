package standings

import (
	"math/big"
	"strconv"

	"pledger/ledger"
	"pledger/locale"
	"pledger/standing"
)

// ForecastRow is a forecast in words. Without one only Years, Why, Pace and Text
// say something; all are empty where there is nothing to forecast.
type ForecastRow struct {
	Value  string          `json:"value"` // with its unit
	Low    string          `json:"low"`   // of the interval
	High   string          `json:"high"`
	Chance standing.Chance `json:"chance"`
	Method standing.Method `json:"method"`
	Years  int             `json:"years"` // how many earlier years it stands on
	Why    string          `json:"why"`   // why there is none
	Pace   string          `json:"pace"`  // what the pace so far would come to: no forecast
	Text   string          `json:"text"`  // all of it in a sentence
}

// ForecastOf words the forecast of an account's terms: 预计到12月底为44万人，有90%
// 把握在43.8万人至44.2万人之间，预计能完成.
func ForecastOf(lang locale.Lang, t *ledger.Terms, f *standing.Forecast) ForecastRow {
	r := ForecastRow{Chance: f.Chance, Method: f.Method, Years: f.Years, Why: f.Why, Pace: floatAmount(f.Plain, t.Unit)}
	if f.Plain == 0 {
		r.Pace = ""
	}
	if !f.Known() {
		r.Text = noForecast(lang, f, r.Pace)
		return r
	}
	r.Value, r.Low, r.High = floatAmount(f.Value, t.Unit), floatAmount(f.Low, t.Unit), floatAmount(f.High, t.Unit)
	method := "standing.forecast.method-" + string(f.Method)
	if f.Method == standing.ByRest && t.Kind != "level" {
		method += "-rate"
	}
	percent := strconv.FormatFloat(100*f.Coverage, 'f', 0, 64)
	r.Text = lang.Text("standing.forecast.known", monthOf(f.End), r.Value, percent, r.Low, r.High,
		ChanceText(lang, f.Chance), lang.Text(method), f.Years)
	if f.Month == 0 {
		r.Text = lang.Text("standing.forecast.ahead", r.Text)
	}
	return r
}

// ChanceText is the word for a chance.
func ChanceText(lang locale.Lang, c standing.Chance) string {
	return lang.Text("standing.chance." + string(c))
}

// noForecast says why there is none; "" where there is nothing to forecast.
func noForecast(lang locale.Lang, f *standing.Forecast, pace string) string {
	switch {
	case f.Why == "":
		return ""
	case f.Why != standing.NoForecastYears:
		return lang.Text("standing.forecast." + f.Why)
	case pace == "":
		return lang.Text("standing.forecast.years", f.Years, standing.MinYears)
	}
	return lang.Text("standing.forecast.years-pace", f.Years, standing.MinYears, pace)
}

// floatAmount is a forecast's number with its unit.
func floatAmount(v float64, unit string) string {
	return Amount(standing.Rational(new(big.Rat).SetFloat64(v)), unit)
}

// monthOf is the month of a day, as messages have it.
func monthOf(day string) int {
	month, _ := strconv.Atoi(day[5:7])
	return month
}
