package ledger

import (
	"fmt"

	"pledger/quantity"
)

// Bound（口径）says on which side of its value a target is met, before the
// indicator's polarity has its say.
type Bound string

// The bounds.
const (
	AtLeast Bound = "least" // ≥ 以上 不低于
	AtMost  Bound = "most"  // ≤ 以内 不超过
	Near    Bound = "near"  // ≈ 左右
	Within  Bound = "range" // 6.5%—7%
	Equal   Bound = "equal" // = a bare number
)

// Sign is the bound as a formula writes it.
func (b Bound) Sign() string {
	switch b {
	case AtLeast:
		return "≥"
	case AtMost:
		return "≤"
	case Near:
		return "≈"
	case Within:
		return "…"
	case Equal:
		return "="
	}
	return ""
}

// Polarity（极性）says whether more of what a target measures is better.
type Polarity string

// The polarities.
const (
	MoreIsBetter Polarity = "+"
	LessIsBetter Polarity = "-"
	Neither      Polarity = "0" // it should be as stated; also where nobody knows
)

// Flip is the polarity of the fall of a thing whose polarity is p.
func (p Polarity) Flip() Polarity {
	switch p {
	case MoreIsBetter:
		return LessIsBetter
	case LessIsBetter:
		return MoreIsBetter
	}
	return p
}

// Over（统计口径）says how a target's value comes about over the year.
type Over string

// How a value comes about.
const (
	Cumulative Over = "cumulative" // 累计: it adds up from January on
	AtEnd      Over = "end"        // 时点: where it stands at the end
	Average    Over = "average"    // 平均: the mean of the periods
)

// Nature（指标属性）says whether a target binds the government.
type Nature string

// The natures, by the outline of the national five-year plans.
const (
	Binding     Nature = "binding"     // 约束性
	Anticipated Nature = "anticipated" // 预期性
)

// Terms（目标口径）say exactly what was promised, so that a year later nobody
// argues. Numbers are plain decimals in Unit, multiplied out by 万 and 亿.
type Terms struct {
	At        int      `json:"at,omitempty"`        // where the number stands in the report, in runes; 0 where it is of no report
	Subject   string   `json:"subject"`             // what is measured: 地区生产总值
	Indicator string   `json:"indicator,omitempty"` // catalogue code
	Kind      string   `json:"kind"`                // level, growth, pp, share …: statement.Kind
	Direction string   `json:"direction,omitempty"` // up, down: a fall of 3 is 3, down
	Bound     Bound    `json:"bound"`
	Value     string   `json:"value"`               // of a range its lower end
	High      string   `json:"high,omitempty"`      // the upper end of a range
	Strict    bool     `json:"strict,omitempty"`    // the value itself does not meet it: 超过, 低于
	Tolerance string   `json:"tolerance,omitempty"` // how far off still counts, in Unit; of Near and Equal
	Unit      string   `json:"unit,omitempty"`
	Written   string   `json:"written,omitempty"` // as the report writes it: 700亿斤以上
	Polarity  Polarity `json:"polarity"`          // of the value as stated, its Direction included
	Over      Over     `json:"over,omitempty"`
	Nature    Nature   `json:"nature,omitempty"`
	Period    string   `json:"period,omitempty"` // 2021, 2021/2025
}

// Accepts is every value that meets the target, in Unit:
//
//   - ≥ and ≤ by themselves;
//   - ≈ and =: within Tolerance of the value, and beyond it on the good side:
//     “CPI 3%左右” is a ceiling, “GDP 6%左右” a floor, by the polarity;
//   - a range: at least its lower end where more is better, at most its upper
//     end where less is, between them where neither.
//
// Its error says which number is malformed.
func (t *Terms) Accepts() (quantity.Interval, error) {
	value, err := decimal("value", t.Value)
	if err != nil {
		return quantity.Interval{}, err
	}
	lo, hi := value, value
	switch t.Bound {
	case Within:
		if hi, err = decimal("high", t.High); err != nil {
			return quantity.Interval{}, err
		}
		if hi.Cmp(lo) < 0 {
			return quantity.Interval{}, fmt.Errorf("ledger: the range %s to %s runs backwards", t.Value, t.High)
		}
	case Near, Equal:
		tolerance := quantity.Decimal{}
		if t.Tolerance != "" {
			if tolerance, err = decimal("tolerance", t.Tolerance); err != nil {
				return quantity.Interval{}, err
			}
		}
		if tolerance.Sign() < 0 {
			return quantity.Interval{}, fmt.Errorf("ledger: the tolerance %s is negative", t.Tolerance)
		}
		lo, hi = lo.Sub(tolerance), hi.Add(tolerance)
	case AtLeast, AtMost:
	default:
		return quantity.Interval{}, fmt.Errorf("ledger: no bound is called %q", t.Bound)
	}
	kind := quantity.Closed
	if t.Strict {
		kind = quantity.Open
	}
	z := quantity.Interval{Lo: quantity.End{Value: lo, Kind: kind}, Hi: quantity.End{Value: hi, Kind: kind}}
	if t.Bound == AtLeast || t.Bound != AtMost && t.Polarity == MoreIsBetter {
		z.Hi = quantity.End{}
	}
	if t.Bound == AtMost || t.Bound != AtLeast && t.Polarity == LessIsBetter {
		z.Lo = quantity.End{}
	}
	return z, nil
}

// Meets reports whether a result, as published, meets the target. Published
// numbers are compared as they are printed, as offices do: 6.0 meets ≥6.
func (t *Terms) Meets(result quantity.Decimal) (bool, error) {
	z, err := t.Accepts()
	if err != nil {
		return false, err
	}
	return z.Contains(result), nil
}

// decimal reads a number of the terms.
func decimal(name, s string) (quantity.Decimal, error) {
	d, err := quantity.ParseDecimal(s)
	if err != nil {
		return d, fmt.Errorf("ledger: %s: %w", name, err)
	}
	return d, nil
}
