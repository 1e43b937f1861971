package report

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"

	"pledger/audit"
	"pledger/document"
	"pledger/export"
	"pledger/locale"
	"pledger/report"
	"pledger/statement"
)

// EntryKind is what an entry of the list is.
type EntryKind string

// The kinds of entry, as the filter's parameter names them.
const (
	FigureEntry    EntryKind = "figure"    // 数据: a figure that is no target
	TargetEntry    EntryKind = "target"    // 目标
	PledgeEntry    EntryKind = "pledge"    // 承诺
	DoubtEntry     EntryKind = "doubt"     // 存疑
	MechanismEntry EntryKind = "mechanism" // 机制
	FindingEntry   EntryKind = "finding"   // 核对: what the audit found
)

// entryKinds are the kinds in the order in which the page offers them.
var entryKinds = []EntryKind{FigureEntry, TargetEntry, PledgeEntry, DoubtEntry, MechanismEntry, FindingEntry}

// layer is the layer of the kind's marks.
func (k EntryKind) layer() layer {
	switch k {
	case PledgeEntry:
		return layerPledge
	case DoubtEntry:
		return layerDoubt
	case MechanismEntry:
		return layerMechanism
	}
	return layerFigure
}

// Entry is one line of the list with its card.
type Entry struct {
	ID     string // f12, p3, m1, d2, c1; figures and targets count together
	Kind   EntryKind
	Number int      // from 1 within its letter
	Sign   string   // one character for the kind: 数 标 诺 疑 制 核
	Title  string   // a figure's subject, a pledge's text, a mechanism's name, a doubt's reason
	Value  string   // a figure as written, with its unit; a doubt's words
	Facts  []string // the line below: period, role, kind …
	Range  string   // a figure's interval where it is more than one value, for print
	Placed bool     // its mark stands in the text
	Hidden bool     // the filter leaves it out
	Code   string   // of a figure's indicator, by which the filter finds it too
	Card   []Field
	Apart  bool     // a finding that contradicts
	Cites  []string // the entries that a finding is about; it has no mark of its own, but leads to the first of theirs

	pos, core document.Position // its mark, see mark
	section   int               // index into Report.Sections
	class     string            // its mark's class
	tip       string            // see mark.title
	check     string            // see mark.check
	search    string            // what the filter's text looks through, folded
}

// Mark is the id of the entry's place in the text.
func (e Entry) Mark() string {
	if len(e.Cites) > 0 {
		return markID(e.Cites[0])
	}
	return markID(e.ID)
}

// Note is the entry's number as the text shows it.
func (e Entry) Note() string { return e.Sign + strconv.Itoa(e.Number) }

// The letters that begin the entries' ids.
const (
	figureLetter    = "f"
	pledgeLetter    = "p"
	mechanismLetter = "m"
	doubtLetter     = "d"
	findingLetter   = "c"
)

// entryID is the id of the i-th entry, from 0, of a letter.
func entryID(letter string, i int) string { return fmt.Sprint(letter, i+1) }

// writer makes entries of a set in one language.
type writer struct {
	set     *statement.Set
	lang    locale.Lang
	found   export.FindingWords
	doubts  []report.Doubt
	pledges map[int]int   // a figure's index → its pledge's index
	checks  map[int][]int // a figure's index → the relations it stands in, the worst first
}

// newWriter prepares the entries of the report that found is of.
func newWriter(found *audit.Findings, lang locale.Lang) *writer {
	set := found.This
	w := &writer{
		set: set, lang: lang, found: export.FindingWords{Findings: found, Lang: lang},
		pledges: map[int]int{}, checks: checksOf(found),
	}
	for i, p := range set.Pledges {
		for _, f := range p.Figures {
			w.pledges[f] = i
		}
	}
	w.doubts = slices.Clone(set.Doubts)
	for _, d := range set.Report.Doubts {
		if !slices.ContainsFunc(w.doubts, func(e report.Doubt) bool { return e.Pos == d.Pos && e.Code == d.Code }) {
			w.doubts = append(w.doubts, d)
		}
	}
	slices.SortStableFunc(w.doubts, func(a, b report.Doubt) int { return cmp.Compare(a.Pos.Start, b.Pos.Start) })
	return w
}

// entries returns all entries in the order of the text; where several begin at
// the same place, the one that holds the others comes first.
func (w *writer) entries() []Entry {
	var all []Entry
	for i := range w.set.Figures {
		all = append(all, w.figure(i))
	}
	for i := range w.set.Pledges {
		all = append(all, w.pledge(i))
	}
	for i := range w.set.Mechanisms {
		all = append(all, w.mechanism(i))
	}
	for i := range w.doubts {
		all = append(all, w.doubt(i))
	}
	for i := range w.found.Relations {
		all = append(all, w.finding(i))
	}
	for i := range all {
		e := &all[i]
		e.Sign = w.name("sign", string(e.Kind))
		e.search = fold(strings.Join(append([]string{e.Title, e.Value, e.Code}, e.Facts...), " "))
	}
	slices.SortStableFunc(all, func(a, b Entry) int {
		return cmp.Or(cmp.Compare(a.pos.Start, b.pos.Start), cmp.Compare(a.Kind.layer(), b.Kind.layer()))
	})
	return all
}

// fold brings full and half width, and letters of either case, to one form; the
// page's script does the same.
func fold(s string) string { return strings.ToLower(norm.NFKC.String(s)) }

// figure is the entry of the i-th figure.
func (w *writer) figure(i int) Entry {
	f := &w.set.Figures[i]
	e := Entry{
		ID: entryID(figureLetter, i), Kind: FigureEntry, Number: i + 1,
		Title: f.Subject, Value: w.written(f), Range: w.widened(f), Code: f.Indicator,
		pos: full(f), core: f.Pos, section: f.Section, class: figureClass(f),
	}
	if f.Role == statement.Target {
		e.Kind = TargetEntry
	}
	if e.Title == "" {
		e.Title = w.text("page.subject.unknown")
	}
	e.Facts = present(w.period(f.Dated()), w.name("role", f.Role.String()), w.kindAndDirection(f), f.Region)
	e.tip = strings.Join(present(w.name("entry", string(e.Kind)), e.Title, strings.Join(e.Facts, " ")), " · ")
	if worst := w.worst(i); worst != nil {
		e.check = checkSigns[worst.Verdict()]
		e.class += " " + checkClass(worst)
		e.tip += " · " + w.text("page.entry.finding") + " " + w.found.Verdict(*worst)
	}
	e.Card = w.figureCard(i)
	return e
}

// full is the stretch that a figure's mark covers: its number with the words
// and the unit that belong to it.
func full(f *statement.Figure) document.Position {
	if f.Quantity.Full.Contains(f.Pos) {
		return f.Quantity.Full
	}
	return f.Pos
}

// pledge is the entry of the i-th pledge.
func (w *writer) pledge(i int) Entry {
	p := &w.set.Pledges[i]
	deadline := "" // said only where stated: most pledges are for the plan year
	if p.Deadline != "" {
		deadline = w.deadline(p.Deadline)
	}
	return Entry{
		ID: entryID(pledgeLetter, i), Kind: PledgeEntry, Number: i + 1,
		Title: w.quote(p.Pos),
		Facts: present(w.name("hardness", p.Hardness.String()), deadline),
		Card:  w.pledgeCard(i),
		pos:   p.Pos, core: p.Pos, section: p.Section, class: classPledge,
	}
}

// mechanism is the entry of the i-th mechanism.
func (w *writer) mechanism(i int) Entry {
	m := &w.set.Mechanisms[i]
	return Entry{
		ID: entryID(mechanismLetter, i), Kind: MechanismEntry, Number: i + 1,
		Title: m.Name, Facts: present(m.Head), Card: w.mechanismCard(i),
		pos: m.Pos, core: m.Pos, section: m.Section, class: classMechanism,
		tip: w.text("page.entry.mechanism") + " · " + m.Name,
	}
}

// doubt is the entry of the i-th doubt.
func (w *writer) doubt(i int) Entry {
	d := &w.doubts[i]
	return Entry{
		ID: entryID(doubtLetter, i), Kind: DoubtEntry, Number: i + 1,
		Title: w.reason(d), Value: shorten(w.quote(d.Pos)), Card: w.doubtCard(i),
		pos: d.Pos, core: d.Pos, section: sectionAt(w.set.Report, d.Pos), class: classDoubt,
	}
}

// shownQuote is how many runes of a doubtful stretch its line shows.
const shownQuote = 16

// shorten cuts a long quote for the list's line.
func shorten(s string) string {
	if r := []rune(s); len(r) > shownQuote {
		return string(r[:shownQuote]) + "…"
	}
	return s
}

// present returns the strings that are not empty.
func present(all ...string) []string {
	return slices.DeleteFunc(all, func(s string) bool { return s == "" })
}

// sectionAt is the innermost section around pos.
func sectionAt(r *report.Report, pos document.Position) int {
	at := 0
	for i, s := range r.Sections {
		if pos.Valid() && s.Pos.Contains(pos) {
			at = i
		}
	}
	return at
}
