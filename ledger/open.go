package ledger

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"pledger/document"
	"pledger/lexicon"
	"pledger/report"
	"pledger/statement"
)

// Opening（建账）is a ledger as a report gives it, before anybody has looked at
// it: every account proposed, no body assigned.
type Opening struct {
	Ledger   *Ledger
	Accounts []*Account // in the order of the list: the yearly targets, then the tasks as they are read
	Document *Document
}

// Open makes a ledger out of what a report states and promises: an account for
// every pledge and for every target that stands in none. file is the report's
// file as given. place is whose report it is; year its plan year.
func Open(set *statement.Set, lex *lexicon.Lexicon, place lexicon.Place, year int, file []byte) *Opening {
	o := opener{set, lex, year}
	text := set.Report.Text
	decoded := string(text.Runes())
	name := text.Name[strings.LastIndexAny(text.Name, `/\`)+1:]
	id := NewID(place.Code, year)
	l := &Ledger{
		ID: id, Place: place.Code, Government: place.Name, Year: year, Stage: Draft,
		Title:    fmt.Sprintf("%d年%s政府工作报告重点工作分工方案", year, place.Name),
		Source:   Source{Name: name, Format: string(text.Format), File: sum(file), Text: sum([]byte(decoded))},
		Sections: o.sections(),
	}
	accounts := o.accounts()
	for i, a := range accounts {
		a.Ledger, a.ID, a.State = id, accountID(i+1), Proposed
		a.Number, a.Order = fmt.Sprint(i+1), int64(i+1)*OrderStep
	}
	l.Next = len(accounts) + 1
	return &Opening{l, accounts, &Document{Ledger: id, Name: name, File: file, Text: decoded}}
}

// sum is the SHA-256 of data in hex.
func sum(data []byte) string {
	s := sha256.Sum256(data)
	return hex.EncodeToString(s[:])
}

// opener makes accounts of one report.
type opener struct {
	set  *statement.Set
	lex  *lexicon.Lexicon
	year int
}

// sections are the report's, without the whole.
func (o *opener) sections() []Section {
	var all []Section
	for _, s := range o.set.Report.Sections {
		if s.Level == 0 {
			continue
		}
		heading := ""
		if s.Heading.Valid() {
			heading = o.set.Report.Text.Slice(s.Heading)
		}
		all = append(all, Section{Number: s.Number, Heading: heading, Level: s.Level, At: s.Pos.Start})
	}
	return all
}

// promise is an account in the making.
type promise struct {
	*Account
	sentence int  // of its first clause
	subject  bool // it opens with what is measured and not with an act
}

// accounts are those of the pledges and of the targets in no pledge, targets
// first, each in the order of the text.
func (o *opener) accounts() []*Account {
	var all []promise
	taken := map[int]bool{}
	for i := range o.set.Pledges {
		p := &o.set.Pledges[i]
		for _, f := range p.Figures {
			taken[f] = true
		}
		all = append(all, o.ofPledge(p))
	}
	for i := range o.set.Figures {
		if f := &o.set.Figures[i]; !taken[i] && f.Role == statement.Target && f.Indicator != "" && owed(f) && o.aheadOf(f) {
			all = append(all, o.ofFigure(f))
		}
	}
	o.categorise(all)
	slices.SortStableFunc(all, func(a, b promise) int {
		if a.Category != b.Category {
			if a.Category == Target {
				return -1
			}
			return 1
		}
		return a.Spans[0].Start - b.Spans[0].Start
	})
	accounts := make([]*Account, len(all))
	for i, p := range all {
		accounts[i] = p.Account
	}
	return accounts
}

// ofPledge is the account of a pledge.
func (o *opener) ofPledge(p *statement.Pledge) promise {
	a := &Account{
		Section: o.set.Report.Sections[p.Section].Number,
		Task:    o.slice(p.Pos), Spans: []Span{{p.Pos.Start, p.Pos.End}},
		Hardness: Hardness(p.Hardness.String()),
		Deadline: DefaultDeadline(p.Deadline, Hardness(p.Hardness.String()), o.year),
	}
	for _, f := range p.Figures {
		if fig := &o.set.Figures[f]; fig.Role == statement.Target && owed(fig) {
			o.addTerms(a, fig)
		}
	}
	if o.makes(p.Verbs) {
		for i := range a.Terms {
			if t := &a.Terms[i]; t.Kind == statement.Level.String() && t.Over == AtEnd {
				t.Over = Cumulative
			}
		}
	}
	return promise{a, o.sentenceAt(p.Pos), !o.opensWithAct(p.Pos)}
}

// makes reports whether the acts of a pledge make what its numbers count: then an
// amount is what is made over the year, be it of a stock（新建和改造农田400万亩）.
// One act that reaches or keeps a level says that it is the stock.
func (o *opener) makes(verbs []string) bool {
	made := false
	for _, verb := range verbs {
		rs := []rune(verb)
		for _, t := range o.lex.Tokens(nil, rs, 0, len(rs)) {
			if t.Class&lexicon.ClassVerb == 0 || int(t.End-t.Start) != len(rs) {
				continue
			}
			if t.Role.Is(lexicon.Reach) && !t.Role.Is(lexicon.Make) {
				return false // but 完成投资 makes what it reaches
			}
			made = made || t.Role.Is(lexicon.Task) && (t.Role.Is(lexicon.Up) || t.Role.Is(lexicon.Attain))
		}
	}
	return made
}

// ofFigure is the account of a target that no pledge holds.
func (o *opener) ofFigure(f *statement.Figure) promise {
	deadline := ""
	if f.Dated() != fmt.Sprint(o.year) {
		deadline = f.Dated()
	}
	a := &Account{
		Section: o.set.Report.Sections[f.Section].Number,
		Task:    o.slice(f.Quote), Spans: []Span{{f.Quote.Start, f.Quote.End}},
		Hardness: Hard, Deadline: DefaultDeadline(deadline, Hard, o.year),
	}
	o.addTerms(a, f)
	return promise{a, o.sentenceAt(f.Quote), true}
}

// addTerms adds the terms of a figure; the second end of a range only completes
// the words of the first.
func (o *opener) addTerms(a *Account, f *statement.Figure) {
	t := DefaultTerms(f, o.lex.IndicatorCoded(f.Indicator), o.set.Report.Text)
	if n := len(a.Terms); n > 0 && t.Bound == Within {
		if first := &a.Terms[n-1]; first.Bound == Within && first.Value == t.Value && first.High == t.High {
			first.Written = o.slice(document.Position{Start: first.At, End: f.Quantity.Full.End})
			return
		}
	}
	a.Terms = append(a.Terms, t)
}

// owed reports whether a figure can be owed: an enumeration of what the text
// itself lists (三大任务) and a streak cannot.
func owed(f *statement.Figure) bool {
	return f.Kind != statement.Count && f.Kind != statement.Streak && f.Quantity.Value.Known()
}

// aheadOf reports whether a figure is about the plan year or later.
func (o *opener) aheadOf(f *statement.Figure) bool {
	d := f.Dated()
	if _, to, ok := strings.Cut(d, "/"); ok {
		d = to
	}
	return len(d) >= 4 && d[:4] >= fmt.Sprint(o.year)
}

// categorise tells targets from tasks. A target names what is measured and how
// much it is to be, with an indicator of the catalogue; so does what stands
// among such targets without a number (居民收入稳步增长). An act to be done is a
// task, however many it is to do.
func (o *opener) categorise(all []promise) {
	measured := map[int]int{}
	for _, p := range all {
		p.Category = Task
		if p.subject && slices.ContainsFunc(p.Terms, func(t Terms) bool { return t.Indicator != "" }) {
			p.Category = Target
			measured[p.sentence]++
		}
	}
	const among = 2 // targets in a sentence make it a list of targets
	for _, p := range all {
		if p.subject && measured[p.sentence] >= among {
			p.Category = Target
		}
	}
}

// opensWithAct reports whether the text at pos begins with the verb of a task,
// after words that say when, where and how willingly.
func (o *opener) opensWithAct(pos document.Position) bool {
	const before = lexicon.Adverb | lexicon.Time | lexicon.Scope | lexicon.Modal | lexicon.Wish | lexicon.Void
	rs := o.set.Report.Text.Runes()
	at := int32(pos.Start)
	for _, t := range o.lex.Tokens(nil, rs, pos.Start, pos.End) {
		if t.Start != at {
			return false
		}
		verb := t.Class&lexicon.ClassVerb != 0 && t.Role.Is(lexicon.Task) && t.Class&lexicon.ClassIndicator == 0
		switch {
		case verb && !t.Role.Is(before):
			return true
		case !t.Role.Is(before):
			return false
		}
		at = t.End
	}
	return false
}

// sentenceAt is the index of the sentence in which pos begins.
func (o *opener) sentenceAt(pos document.Position) int {
	all := o.set.Report.Sentences
	i, found := slices.BinarySearchFunc(all, pos.Start, func(s report.Sentence, at int) int { return s.Pos.Start - at })
	if !found {
		i--
	}
	return i
}

// slice is the text at pos on one line.
func (o *opener) slice(pos document.Position) string {
	return OneLine(o.set.Report.Text.Plain(pos))
}

// OneLine is s as a table holds it: line breaks and the blanks around them are
// soft and left out, other white space is one space.
func OneLine(s string) string {
	var lines []string
	for line := range strings.Lines(s) {
		lines = append(lines, strings.Join(strings.Fields(line), " "))
	}
	return strings.Join(lines, "")
}
