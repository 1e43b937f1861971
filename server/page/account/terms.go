package account

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"pledger/ledger"
	"pledger/lexicon"
	"pledger/server/page"
	"pledger/server/page/wording"
)

// FieldTerm says which of the account's targets a form is about: its index, or
// their number for one more.
const FieldTerm = "term"

// FieldRemove asks to take the target out.
const FieldRemove = "remove"

// TermsForm is the form for one target.
type TermsForm struct {
	Form
	Index                                          int
	New                                            bool   // it makes one more
	Line                                           string // the target on one line
	Met                                            string // when it is met
	Indicator                                      string // the catalogue's name of what is measured
	Facts                                          []string
	Subject, Indicated, Bound, Value, High, Strict page.Field
	Tolerance, Unit, Kind, Direction, Polarity     page.Field
	Over, Nature, Period                           page.Field
}

// terms are the forms for the targets, and one for one more.
func (b *builder) terms() []*TermsForm {
	var all []*TermsForm
	for i := range b.Account.Terms {
		all = append(all, b.term(i, &b.Account.Terms[i]))
	}
	blank := b.term(len(b.Account.Terms), &ledger.Terms{Kind: "level", Bound: ledger.AtLeast, Polarity: ledger.MoreIsBetter, Period: fmt.Sprint(b.Ledger.Year)})
	blank.New, blank.Line, blank.Met, blank.Facts = true, "", "", nil
	return append(all, blank)
}

// term is the form for the i-th target.
func (b *builder) term(i int, t *ledger.Terms) *TermsForm {
	w := b.Words
	f := &TermsForm{Form: b.form(FormTerms), Index: i, Line: w.Target(t), Met: w.Met(t)}
	f.Sent = f.Sent && b.Form.Value(FieldTerm) == strconv.Itoa(i)
	if !f.Sent {
		f.Message, f.Conflict = "", nil
	}
	if f.Why != nil {
		f.Why.Name = suffixed(f.Why.Name, i)
	}
	f.Facts = present(w.Kind(t.Kind), w.Over(t.Over), w.Nature(t.Nature), b.period(t.Period))
	if t.Indicator != "" {
		f.Indicator = w.Indicator(t.Indicator)
	}
	text := func(name, value string) page.Field {
		x := b.field(FormTerms, suffixed(name, i), "text", w.Text("account.terms."+name), value)
		x.Lang = "zh-CN"
		return x
	}
	f.Subject, f.Value, f.High = text("subject", t.Subject), text("value", w.Lang.Number(t.Value)), text("high", w.Lang.Number(t.High))
	f.Tolerance, f.Unit, f.Period = text("tolerance", w.Lang.Number(t.Tolerance)), text("unit", t.Unit), text("period", t.Period)
	f.Indicated = text("indicator", f.Indicator)
	f.Indicated.List = "indicators"
	f.Indicated.Hint = w.Text("account.terms.indicator.hint")
	f.Tolerance.Hint = w.Text("account.terms.tolerance.hint")
	b.choices(f, i, t)
	return f
}

// choices are the fields of a target that choose from a set.
func (b *builder) choices(f *TermsForm, i int, t *ledger.Terms) {
	w := b.Words
	choose := func(name, value string, options []page.Option) page.Field {
		return b.choice(FormTerms, suffixed(name, i), w.Text("account.terms."+name), value, options)
	}
	f.Bound = choose("bound", string(t.Bound), options(w.Bound, ledger.AtLeast, ledger.AtMost, ledger.Near, ledger.Within, ledger.Equal))
	f.Polarity = choose("polarity", string(t.Polarity), options(w.Polarity, ledger.MoreIsBetter, ledger.LessIsBetter, ledger.Neither))
	unknown := page.Option{Label: w.Text("page.unknown")}
	f.Over = choose("over", string(t.Over), append([]page.Option{unknown}, options(w.Over, ledger.Cumulative, ledger.AtEnd, ledger.Average)...))
	f.Nature = choose("nature", string(t.Nature), append([]page.Option{unknown}, options(w.Nature, ledger.Binding, ledger.Anticipated)...))
	f.Kind = choose("kind", t.Kind, options(w.Kind, kinds...))
	f.Direction = choose("direction", t.Direction, []page.Option{
		{Label: w.Text("page.none")}, {Value: "up", Label: w.Text("page.direction.up")}, {Value: "down", Label: w.Text("page.direction.down")},
	})
	strict := ""
	if t.Strict {
		strict = yes
	}
	f.Strict = choose("strict", strict, []page.Option{{Label: w.Text("account.terms.strict.no")}, {Value: yes, Label: w.Text("account.terms.strict.yes")}})
}

// yes is the value of a choice that says so.
const yes = "1"

// kinds are the kinds of a target.
var kinds = []string{"level", "growth", "pp", "share", "completion", "multiple", "rank", "duration"}

// options are the values of a set with their words.
func options[T ~string](word func(T) string, values ...T) []page.Option {
	all := make([]page.Option, len(values))
	for i, v := range values {
		all[i] = page.Option{Value: string(v), Label: word(v)}
	}
	return all
}

// suffixed is the name of a field of the i-th form.
func suffixed(name string, i int) string { return fmt.Sprintf("%s-%d", name, i) }

// period is a period in words.
func (b *builder) period(s string) string {
	if s == "" {
		return ""
	}
	return b.Words.Text("account.period", strings.ReplaceAll(s, "/", "—"))
}

// present returns the strings that are not empty.
func present(all ...string) []string {
	return slices.DeleteFunc(all, func(s string) bool { return s == "" })
}

// TermIndex is which target a form is about; ok is false where it is malformed.
func TermIndex(form *page.Form) (int, bool) {
	i, err := strconv.Atoi(form.Value(FieldTerm))
	return i, err == nil && i >= 0 && i < maxTerms
}

// maxTerms is how many targets an account may have on the page: a sentence that
// is split has one or a few.
const maxTerms = 50

// ReadTerms is the change that the form for the i-th target asks for. Numbers
// and names that cannot be read are refused at their fields.
func ReadTerms(form *page.Form, w *wording.Words, i int) func(*ledger.Account) {
	if form.Value(FieldRemove) != "" {
		return func(a *ledger.Account) {
			if i < len(a.Terms) {
				a.Terms = slices.Delete(a.Terms, i, i+1)
			}
			if len(a.Terms) == 0 {
				a.Terms = nil
			}
		}
	}
	r := termReader{form, w, i}
	t := r.read()
	return func(a *ledger.Account) {
		if i >= len(a.Terms) {
			a.Terms = append(a.Terms, t)
			return
		}
		was := a.Terms[i]
		t := t
		t.At = was.At
		if was.Value == t.Value && was.High == t.High && was.Bound == t.Bound && was.Unit == t.Unit && was.Strict == t.Strict {
			t.Written = was.Written
		}
		a.Terms[i] = t
	}
}

// termReader reads the fields of one target.
type termReader struct {
	form *page.Form
	w    *wording.Words
	i    int
}

// read is the target that the fields make.
func (r termReader) read() ledger.Terms {
	t := ledger.Terms{
		Subject: r.text("subject"), Indicator: r.indicator(), Kind: r.text("kind"), Direction: r.text("direction"),
		Bound: ledger.Bound(r.text("bound")), Strict: r.text("strict") == yes, Unit: r.text("unit"),
		Polarity: ledger.Polarity(r.text("polarity")), Over: ledger.Over(r.text("over")), Nature: ledger.Nature(r.text("nature")), Period: r.text("period"),
	}
	t.Value = r.amount("value", t.Unit, true)
	if t.Bound == ledger.Within {
		t.High = r.amount("high", t.Unit, true)
	}
	if t.Bound == ledger.Near || t.Bound == ledger.Equal {
		t.Tolerance = r.amount("tolerance", t.Unit, false)
		t.Strict = false
	}
	if t.Subject == "" {
		r.refuse("subject", ledger.BadEmpty)
	}
	return t
}

// text is what a field holds.
func (r termReader) text(name string) string {
	return strings.TrimSpace(r.form.Value(suffixed(name, r.i)))
}

// refuse notes what is wrong with a field.
func (r termReader) refuse(name, code string, args ...string) {
	r.form.Refuse(suffixed(name, r.i), r.w.Problem(ledger.Problem{Code: code, Args: args}))
}

// amount is the number that a field holds.
func (r termReader) amount(name, unit string, needed bool) string {
	s := r.text(name)
	if s == "" && !needed {
		return ""
	}
	value, ok := wording.ParseAmount(r.w.Lexicon, s, unit)
	switch {
	case s == "":
		r.refuse(name, ledger.BadEmpty)
	case !ok:
		r.refuse(name, badAmount, s)
	}
	return value
}

// badAmount is the code for what is no number.
const badAmount = "amount"

// indicator is the code of the indicator that the field names: by its name, an
// alias or its code.
func (r termReader) indicator() string {
	s := r.text("indicator")
	if s == "" {
		return ""
	}
	if ind := indicatorNamed(r.w.Lexicon, s); ind != nil {
		return ind.Code
	}
	r.refuse("indicator", ledger.BadIndicator, s)
	return ""
}

// indicatorNamed finds an indicator by name, code or alias, in that order.
func indicatorNamed(lex *lexicon.Lexicon, s string) *lexicon.Indicator {
	rank, found := 3, (*lexicon.Indicator)(nil)
	for i := range lex.Indicators {
		ind := &lex.Indicators[i]
		at := 3
		switch {
		case ind.Name == s:
			at = 0
		case ind.Code == s:
			at = 1
		case slices.Contains(ind.Aliases, s):
			at = 2
		}
		if at < rank {
			rank, found = at, ind
		}
	}
	return found
}

// Indicators are the names of the catalogue's indicators, to choose from.
func Indicators(lex *lexicon.Lexicon) []string {
	names := make([]string, len(lex.Indicators))
	for i := range lex.Indicators {
		names[i] = lex.Indicators[i].Name
	}
	slices.SortFunc(names, cmp.Compare)
	return slices.Compact(names)
}
