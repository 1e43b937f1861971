package account

import (
	"strings"

	"pledger/ledger"
	"pledger/lexicon"
	"pledger/quantity"
	"pledger/server/page"
	"pledger/server/page/wording"
)

// The names of the fields of the form for the breakdown: a value and a weight
// for each place, with its code, and lines for more places.
const (
	FieldPartValue  = "part-"
	FieldPartWeight = "weight-"
	FieldMoreParts  = "moreparts"
)

// PartsForm is the form for the breakdown of the first target over places.
type PartsForm struct {
	Form
	Target  string
	Rows    []PartRow
	More    page.Field
	Check   *PartsCheck
	Weights bool // a weighted mean needs them
}

// PartRow is one place.
type PartRow struct {
	Place         string
	Value, Weight page.Field
	Shown         string // the value with its unit
}

// PartsCheck says whether the parts make the whole, with the working.
type PartsCheck struct {
	Sentence string
	Working  string
	Class    string
}

// parts is that form; nil where the account has no target.
func (b *builder) parts() *PartsForm {
	a, w := b.Account, b.Words
	if len(a.Terms) == 0 {
		return nil
	}
	t := &a.Terms[0]
	f := &PartsForm{Form: b.form(FormParts), Target: w.Target(t), Check: b.partsCheck()}
	f.Weights = ledger.CheckParts(a, w.Lexicon).Rule == "mean"
	for _, code := range b.places() {
		var p ledger.Part
		for _, have := range a.Parts {
			if have.Place == code {
				p = have
			}
		}
		row := PartRow{Place: w.Place(code)}
		row.Value = b.field(FormParts, FieldPartValue+code, "text", w.Text("account.parts.value", w.Place(code)), w.Lang.Number(p.Value))
		row.Weight = b.field(FormParts, FieldPartWeight+code, "text", w.Text("account.parts.weight", w.Place(code)), w.Lang.Number(p.Weight))
		if p.Value != "" {
			row.Shown = w.Amount(p.Value, t.Unit)
		}
		f.Rows = append(f.Rows, row)
	}
	f.More = b.area(FormParts, FieldMoreParts, w.Text("account.parts.more"), "", 2)
	f.More.Hint = w.Text("account.parts.more.hint")
	return f
}

// places are the codes of the places of the form: those right below the
// government, and those that the breakdown has besides.
func (b *builder) places() []string {
	below := Below(b.Words.Lexicon, b.Ledger.Place)
	known := map[string]bool{}
	for _, code := range below {
		known[code] = true
	}
	for _, p := range b.Account.Parts {
		if !known[p.Place] {
			known[p.Place] = true
			below = append(below, p.Place)
		}
	}
	return below
}

// Below lists the codes of the places right below a government: its leagues and
// cities, or its banners and counties.
func Below(lex *lexicon.Lexicon, place string) []string {
	const province, prefecture = 2, 4 // leading digits
	lead := province
	if strings.HasSuffix(place, "0000") && strings.Trim(place, "0") == "" {
		lead = 0
	} else if !strings.HasSuffix(place, "0000") {
		lead = prefecture
	}
	if len(place) != 6 || !strings.HasSuffix(place, "00") {
		return nil // a county has nothing with a code below it
	}
	var codes []string
	for i := range lex.Places {
		code := lex.Places[i].Code
		if len(code) == 6 && code != place && code[:lead] == place[:lead] && strings.Trim(code[lead+2:], "0") == "" && code[lead:lead+2] != "00" {
			codes = append(codes, code)
		}
	}
	return codes
}

// partsCheck says whether the parts make the whole; nil where there are none.
func (b *builder) partsCheck() *PartsCheck {
	a, w := b.Account, b.Words
	c := ledger.CheckParts(a, w.Lexicon)
	if c.Making == ledger.PartsNone {
		return nil
	}
	unit := a.Terms[0].Unit
	check := &PartsCheck{Class: string(c.Making), Working: b.working(c, unit)}
	switch c.Making {
	case ledger.PartsMake:
		check.Sentence = w.Text("account.parts.make", w.Interval(c.Total, unit), w.Interval(c.Whole, unit))
	case ledger.PartsMiss:
		check.Sentence = w.Text("account.parts.miss", w.Interval(c.Total, unit), w.Interval(c.Whole, unit))
	default:
		check.Sentence = w.Text("account.parts.unknown", b.missing(c))
	}
	return check
}

// missing says why it cannot be said whether the parts make the whole.
func (b *builder) missing(c ledger.PartsCheck) string {
	w := b.Words
	switch {
	case c.Rule == "":
		return w.Text("account.parts.norule")
	case len(c.Missing) > 0:
		names := make([]string, len(c.Missing))
		for i, code := range c.Missing {
			names[i] = w.Place(code)
		}
		return w.Text("account.parts.noweight", wording.List(names))
	}
	return w.Text("account.parts.between", w.Interval(c.Total, b.Account.Terms[0].Unit), w.Interval(c.Whole, b.Account.Terms[0].Unit))
}

// shownParts is how many numbers a working shows.
const shownParts = 30

// working is how the parts make the whole, in numbers.
func (b *builder) working(c ledger.PartsCheck, unit string) string {
	if !c.Total.Known() || len(b.Account.Parts) > shownParts {
		return ""
	}
	var terms []string
	for _, p := range b.Account.Parts {
		if c.Rule == "mean" {
			terms = append(terms, p.Value+"×"+p.Weight)
		} else {
			terms = append(terms, b.Words.Lang.Number(p.Value))
		}
	}
	total := b.Words.Interval(c.Total, unit)
	switch c.Rule {
	case "sum":
		return strings.Join(terms, " + ") + " = " + total
	case "mean":
		return "(" + strings.Join(terms, " + ") + ") ÷ " + b.weights().String() + " = " + total
	}
	return c.Rule + "(" + strings.Join(terms, ", ") + ") = " + total
}

// weights is the sum of the weights.
func (b *builder) weights() quantity.Decimal {
	sum := quantity.Decimal{}
	for _, p := range b.Account.Parts {
		if d, err := quantity.ParseDecimal(p.Weight); err == nil {
			sum = sum.Add(d)
		}
	}
	return sum
}

// ReadParts is the change that the form for the breakdown asks for: places
// without a value have no part. What cannot be read is refused at its field.
func ReadParts(form *page.Form, w *wording.Words, unit string) func(*ledger.Account) {
	r := partReader{form, w, unit}
	var parts []ledger.Part
	for i := range w.Lexicon.Places {
		code := w.Lexicon.Places[i].Code
		if code == "" || strings.TrimSpace(form.Value(FieldPartValue+code)) == "" {
			continue
		}
		parts = append(parts, ledger.Part{
			Place: code,
			Value: r.amount(FieldPartValue+code, form.Value(FieldPartValue+code)), Weight: r.amount(FieldPartWeight+code, form.Value(FieldPartWeight+code)),
		})
	}
	for line := range strings.Lines(form.Value(FieldMoreParts)) {
		if words := strings.Fields(line); len(words) > 0 {
			parts = append(parts, r.line(words))
		}
	}
	return func(a *ledger.Account) { a.Parts = parts }
}

// partReader reads parts.
type partReader struct {
	form *page.Form
	w    *wording.Words
	unit string
}

// amount reads a number; "" is none.
func (r partReader) amount(field, s string) string {
	if s = strings.TrimSpace(s); s == "" {
		return ""
	}
	value, ok := wording.ParseAmount(r.w.Lexicon, s, r.unit)
	if !ok {
		r.form.Refuse(field, r.w.Problem(ledger.Problem{Code: badAmount, Args: []string{s}}))
	}
	return value
}

// line reads one more place: 土默特右旗 12.5 3.
func (r partReader) line(words []string) ledger.Part {
	p := ledger.Part{}
	if places := r.w.Lexicon.PlacesNamed(words[0]); len(places) == 1 {
		p.Place = places[0].Code
	} else {
		r.form.Refuse(FieldMoreParts, r.w.Problem(ledger.Problem{Code: ledger.BadPlaceCode, Args: words[:1]}))
	}
	if len(words) > 1 {
		p.Value = r.amount(FieldMoreParts, words[1])
	}
	if len(words) > 2 {
		p.Weight = r.amount(FieldMoreParts, words[2])
	}
	return p
}
