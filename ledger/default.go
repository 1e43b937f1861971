package ledger

import (
	_ "embed"
	"strings"
	"sync"

	"pledger/document"
	"pledger/lexicon"
	"pledger/quantity"
	"pledger/statement"
)

//go:embed data/binding.tsv
var bindingTable string

// binding holds the codes of the indicators that bind.
var binding = sync.OnceValue(func() map[string]bool {
	codes := map[string]bool{}
	for line := range strings.Lines(bindingTable) {
		if code, _, ok := strings.Cut(line, "\t"); ok && !strings.HasPrefix(line, "#") && code != "indicator" {
			codes[code] = true
		}
	}
	return codes
})

// DefaultTerms are the terms offered for a target figure: its words, its value
// no more exact than written, and polarity, span and nature from its indicator,
// nil where the catalogue has none.
func DefaultTerms(f *statement.Figure, ind *lexicon.Indicator, text *document.Text) Terms {
	q := &f.Quantity
	t := Terms{
		At: f.Pos.Start, Subject: f.Subject, Indicator: f.Indicator,
		Kind: f.Kind.String(), Direction: string(f.Direction), Period: f.Dated(),
		Value: q.Nominal.String(), Unit: q.UnitName(), Written: text.Plain(q.Full),
		Polarity: defaultPolarity(f, ind), Over: defaultOver(f, ind), Nature: Anticipated,
	}
	if binding()[f.Indicator] {
		t.Nature = Binding
	}
	switch q.Bound {
	case quantity.Over:
		t.Bound, t.Strict = AtLeast, q.Value.Lo.Kind == quantity.Open
	case quantity.Under:
		t.Bound, t.Strict = AtMost, q.Value.Hi.Kind == quantity.Open
	case quantity.Range:
		t.Bound, t.High = Within, q.Value.Hi.Value.String()
	case quantity.About:
		t.Bound, t.Tolerance = Near, defaultTolerance(q, f.Kind)
	default:
		t.Bound = Equal
	}
	return t
}

// amountTolerance is the most that 左右 tolerates of an amount by default, as a
// share of it: half of the last place of 1万亿元左右 would be half of all.
var amountTolerance = quantity.NewDecimal(1, -1)

// defaultTolerance is what 左右 tolerates until the office says otherwise: what
// rounding to the last written digit leaves open, so that a result which,
// rounded as the target is written, reads like the target meets it. Zeros at
// the end of an amount count as not written (3000个左右 is to the thousand); of
// a rate every digit counts. A bare number tolerates nothing.
func defaultTolerance(q *quantity.Quantity, kind statement.Kind) string {
	if kind != statement.Level {
		return quantity.NewDecimal(5, int(q.Places)-1).String()
	}
	digits := q.Nominal.String()
	zeros := len(digits) - len(strings.TrimRight(digits, "0"))
	if strings.Contains(digits, ".") {
		zeros = int(q.Places)
	}
	half := quantity.NewDecimal(5, max(zeros, int(q.Places))-1)
	if most := q.Nominal.Mul(amountTolerance); most.Cmp(half) < 0 {
		half = most
	}
	return half.String()
}

// defaultPolarity is that of the value as stated. Without an indicator what is
// promised to be done, and by how much it is to change, is good the more it is;
// of a proportion, a duration or a rank nobody can say.
func defaultPolarity(f *statement.Figure, ind *lexicon.Indicator) Polarity {
	if f.Kind == statement.Rank {
		return LessIsBetter
	}
	if ind != nil {
		p := Polarity(ind.Polarity)
		if f.Direction == statement.Down {
			return p.Flip()
		}
		return p
	}
	switch f.Kind {
	case statement.Level, statement.Growth, statement.PP, statement.Completion, statement.Multiple:
		return MoreIsBetter
	}
	return Neither
}

// defaultOver says how the value comes about.
func defaultOver(f *statement.Figure, ind *lexicon.Indicator) Over {
	if ind == nil {
		if f.Kind == statement.Share || f.Kind == statement.Rank || f.Kind == statement.Duration {
			return AtEnd
		}
		return Cumulative
	}
	switch {
	case f.Kind == statement.Level && f.Direction != "": // 新建, 净增: what is added over the year
		return Cumulative
	case ind.Months == "last":
		return AtEnd
	case ind.Months == "mean":
		return Average
	}
	return Cumulative
}
