package review

import (
	"slices"

	"pledger/document"
	"pledger/ledger"
	pagereport "pledger/server/page/report"
	"pledger/statement"
)

// The classes of the marks.
const (
	classAccount = "acc" // with the state
	classFigure  = "fig" // of an account
	classLoose   = "loose"
	classDoubt   = "loose dbt"
)

// itemID is the id of an account's line in the list, and markID that of its
// first place in the text.
func itemID(account string) string { return "a-" + account }

func markID(account string) string { return "t-" + account }

// text is the report's text with its marks, and how many figures and doubts lie
// in no account.
func (b *builder) text() (blocks []pagereport.Block, figures, doubts int) {
	if b.Set == nil {
		return nil, 0, 0
	}
	var marks []pagereport.Mark
	var spans []ledger.Span
	for _, a := range b.Accounts {
		if a.State == ledger.Merged {
			continue // its words are those of the account it was merged into
		}
		spans = append(spans, a.Spans...)
		marks = append(marks, b.marksOf(a)...)
	}
	slices.SortFunc(spans, func(x, y ledger.Span) int { return x.Start - y.Start })
	for i := range b.Set.Figures {
		f := &b.Set.Figures[i]
		if !covered(spans, f.Pos) {
			figures++
			marks = append(marks, pagereport.Mark{Pos: f.Pos, Kind: pagereport.Light, Class: classLoose})
		}
	}
	for _, d := range slices.Concat(b.Set.Doubts, b.Set.Report.Doubts) {
		if d.Pos.Valid() && !covered(spans, d.Pos) {
			doubts++
			marks = append(marks, pagereport.Mark{Pos: d.Pos, Kind: pagereport.Light, Class: classDoubt})
		}
	}
	return pagereport.Annotate(b.Set.Report, marks), figures, doubts
}

// marksOf are the marks of an account: its places and its figures.
func (b *builder) marksOf(a *ledger.Account) []pagereport.Mark {
	class := classAccount + " " + string(a.State)
	if a.ID == b.At {
		class += " at"
	}
	var marks []pagereport.Mark
	for i, s := range a.Spans {
		m := pagereport.Mark{
			Pos: document.Position{Start: s.Start, End: s.End}, Kind: pagereport.Holding, Class: class,
			Entry: itemID(a.ID), ID: markID(a.ID), Sign: a.Number,
		}
		if i > 0 {
			m.ID += "-" + string(rune('a'+min(i, 25)))
		}
		marks = append(marks, m)
	}
	for _, t := range a.Terms {
		if end := t.At + len([]rune(t.Value)); t.At > 0 && len(a.Spans) > 0 {
			if f, ok := figureAt(b.Set, t.At); ok {
				end = f.End
			}
			marks = append(marks, pagereport.Mark{
				Pos: document.Position{Start: t.At, End: end}, Kind: pagereport.Leading, Class: classFigure, Entry: itemID(a.ID), Title: b.Words.Met(&t),
			})
		}
	}
	return marks
}

// figureAt is the stretch of the figure whose number begins at a place.
func figureAt(set *statement.Set, at int) (document.Position, bool) {
	i, ok := slices.BinarySearchFunc(set.Figures, at, func(f statement.Figure, at int) int { return f.Pos.Start - at })
	if !ok {
		return document.Position{}, false
	}
	return document.Position{Start: at, End: max(set.Figures[i].Quantity.Full.End, set.Figures[i].Pos.End)}, true
}

// covered reports whether a stretch touches one of the spans, which are sorted.
func covered(spans []ledger.Span, p document.Position) bool {
	for _, s := range spans {
		if s.Start >= p.End {
			return false
		}
		if s.End > p.Start {
			return true
		}
	}
	return false
}
