package account

import (
	"slices"
	"strings"
	"unicode"

	"pledger/document"
	"pledger/ledger"
	"pledger/report"
)

// Piece is a stretch of the report's text.
type Piece struct {
	Text   string
	Own    bool // it belongs to the account
	Figure bool // it is one of the account's figures
}

// around is how many sentences are shown before and after those of the account.
const around = 2

// context is the account's sentences with those around them, by paragraph.
func context(r *report.Report, a *ledger.Account) [][]Piece {
	if r == nil || len(a.Spans) == 0 {
		return nil
	}
	first, last := -1, -1
	for i, s := range r.Sentences {
		for _, span := range a.Spans {
			if s.Pos.Start < span.End && span.Start < s.Pos.End {
				if first < 0 {
					first = i
				}
				last = i
			}
		}
	}
	if first < 0 {
		return nil
	}
	section := r.Sentences[first].Section
	from, to := max(first-around, 0), min(last+around, len(r.Sentences)-1)
	var all [][]Piece
	paragraph := -1
	for i := from; i <= to; i++ {
		s := r.Sentences[i]
		if s.Heading || (i < first || i > last) && s.Section != section {
			continue // what stands under another heading explains nothing
		}
		pieces := cut(r.Text, s.Pos, a)
		if s.Paragraph == paragraph {
			all[len(all)-1] = append(all[len(all)-1], pieces...)
		} else {
			all = append(all, pieces)
		}
		paragraph = s.Paragraph
	}
	return all
}

// cut cuts a sentence at the ends of the account's spans and figures.
func cut(text *document.Text, pos document.Position, a *ledger.Account) []Piece {
	figures := figures(text, a)
	ends := []int{pos.Start, pos.End}
	for _, s := range slices.Concat(a.Spans, figures) {
		for _, at := range []int{s.Start, s.End} {
			if at > pos.Start && at < pos.End {
				ends = append(ends, at)
			}
		}
	}
	slices.Sort(ends)
	ends = slices.Compact(ends)
	var all []Piece
	for i := 1; i < len(ends); i++ {
		p := Piece{
			Text: shown(text.Slice(document.Position{Start: ends[i-1], End: ends[i]})),
			Own:  within(ends[i-1], a.Spans), Figure: within(ends[i-1], figures),
		}
		if p.Text != "" {
			all = append(all, p)
		}
	}
	return all
}

// within reports whether a rune lies in one of the spans.
func within(at int, spans []ledger.Span) bool {
	return slices.ContainsFunc(spans, func(s ledger.Span) bool { return s.Start <= at && at < s.End })
}

// figures are where the account's targets stand in the text: the words as the
// report writes them, around the place of the number.
func figures(text *document.Text, a *ledger.Account) []ledger.Span {
	const before = 12 // runes that may stand before the number: 不低于
	var all []ledger.Span
	for _, t := range a.Terms {
		written := []rune(t.Written)
		if t.At <= 0 || t.At >= text.Len() || len(written) == 0 {
			continue
		}
		for at := max(t.At-before, 0); at <= t.At; at++ {
			if end := at + len(written); end <= text.Len() && string(text.Runes()[at:end]) == t.Written {
				all = append(all, ledger.Span{Start: at, End: end})
				break
			}
		}
	}
	return all
}

// shown is text as a reader sees it: line breaks in a sentence are soft.
func shown(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t':
			return ' '
		case unicode.IsControl(r), r == '\ufeff':
			return -1
		}
		return r
	}, s)
}
