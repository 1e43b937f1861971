package review

import (
	"slices"
	"strings"

	"pledger/document"
	"pledger/ledger"
	"pledger/lexicon"
	"pledger/server/page"
	pageaccount "pledger/server/page/account"
	"pledger/statement"
)

// The fields of the form for an account made by hand.
const (
	FieldWords = "words"   // the report's words that it is to be made of
	FieldWhy   = "why-add" // the reason, where the ledger is approved
)

// AddForm is the form for an account made by hand.
type AddForm struct {
	Action string
	Words  page.Field
	Why    *page.Field // nil where no reason is asked for
	Open   bool        // it was sent, and comes back
}

// add is that form.
func (b *builder) add() AddForm {
	f := AddForm{Action: string(page.LedgerPath(b.Ledger.ID, page.FolderReview, "add")), Open: b.Form != nil}
	f.Words = b.Form.Field(FieldWords, "text", b.Words.Text("review.add.words"), "")
	f.Words.Rows, f.Words.Lang, f.Words.Hint = 3, "zh-CN", b.Words.Text("review.add.hint")
	if b.Ledger.Stage != ledger.Draft {
		why := b.Form.Field(FieldWhy, "text", b.Words.Text("ledger.field.why"), "")
		why.Required = true
		f.Why = &why
	}
	return f
}

// ByHand is the account that the report's words make, and the ID of the account
// that it is listed after; ok is false where the report has no such words. Of
// several places the first counts that lies in no account.
func ByHand(set *statement.Set, lex *lexicon.Lexicon, l *ledger.Ledger, accounts []*ledger.Account, words string) (a *ledger.Account, after string, ok bool) {
	span, ok := place(set.Report.Text, accounts, words)
	if !ok {
		return nil, "", false
	}
	text := set.Report.Text
	a = &ledger.Account{
		Category: ledger.Task, State: ledger.Proposed, Hardness: ledger.Soft, Spans: []ledger.Span{span},
		Task: strings.Trim(ledger.OneLine(text.Slice(document.Position{Start: span.Start, End: span.End})), "，。；：、 "),
	}
	for _, s := range l.Sections {
		if s.At <= span.Start {
			a.Section = s.Number
		}
	}
	for i := range set.Figures {
		f := &set.Figures[i]
		if f.Pos.Start >= span.Start && f.Pos.End <= span.End && f.Role == statement.Target && f.Quantity.Value.Known() {
			a.Terms = append(a.Terms, ledger.DefaultTerms(f, lex.IndicatorCoded(f.Indicator), text))
			a.Hardness = ledger.Hard
		}
	}
	a.Deadline = ledger.DefaultDeadline("", a.Hardness, l.Year)
	return a, before(accounts, span.Start), true
}

// place is where words stand in the text: outside of accounts, if they do.
func place(text *document.Text, accounts []*ledger.Account, words string) (ledger.Span, bool) {
	whole := []ledger.Span{{Start: 0, End: text.Len()}}
	first, found := pageaccount.Locate(text, whole, words, 0)
	for span, ok := first, found; ok; span, ok = pageaccount.Locate(text, whole, words, span.Start+1) {
		taken := slices.ContainsFunc(accounts, func(a *ledger.Account) bool {
			return a.State.Live() && covered(a.Spans, document.Position{Start: span.Start, End: span.End})
		})
		if !taken {
			return span, true
		}
	}
	return first, found
}

// before is the ID of the task that stands last before a place in the text; of
// the last account at all where none does.
func before(accounts []*ledger.Account, at int) string {
	last := ""
	for _, a := range accounts {
		if a.Category == ledger.Task && len(a.Spans) > 0 && a.Spans[0].Start <= at || last == "" && a.Category == ledger.Target {
			last = a.ID
		}
	}
	return last
}
