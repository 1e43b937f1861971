package wording

import (
	"slices"
	"strings"

	"pledger/ledger"
	"pledger/ledger/assign"
	"pledger/lexicon"
	"pledger/locale"
)

// Words words a ledger in one language, for one request.
type Words struct {
	Lang     locale.Lang
	Lexicon  *lexicon.Lexicon
	On       string // the day that is looked back at, 2006-01-02: links lead to it; "" for today
	ledger   *ledger.Ledger
	bodies   []*ledger.Body
	byCode   map[string]*ledger.Body
	displays map[string]string
	resolver *assign.Resolver // nil until a name is not found as it stands
}

// New makes the words for a ledger. bodies is its government's list; users are
// those who changed it, of whom Who tells the display names.
func New(lang locale.Lang, lex *lexicon.Lexicon, l *ledger.Ledger, bodies []*ledger.Body, users []*ledger.User) *Words {
	w := &Words{
		Lang: lang, Lexicon: lex, ledger: l, bodies: bodies,
		byCode: make(map[string]*ledger.Body, len(bodies)), displays: make(map[string]string, len(users)),
	}
	for _, b := range bodies {
		w.byCode[b.Code] = b
	}
	for _, u := range users {
		w.displays[u.Name] = u.Display
	}
	return w
}

// Text is the catalogue's text of key.
func (w *Words) Text(key string, args ...any) string { return w.Lang.Text(key, args...) }

// Bodies is the government's list, in its order.
func (w *Words) Bodies() []*ledger.Body { return w.bodies }

// Body is a body's name; of one that is on no list, its code.
func (w *Words) Body(code string) string {
	if b := w.byCode[code]; b != nil {
		return b.Name
	}
	return code
}

// Names are the names of bodies.
func (w *Words) Names(codes []string) []string {
	names := make([]string, len(codes))
	for i, code := range codes {
		names[i] = w.Body(code)
	}
	return names
}

// Codes reads names of bodies, 甲、乙, into their codes, each once. A name counts
// as offices write it: with or without place and level, by an alias or a former
// name. What means no body that may be chosen is unknown.
func (w *Words) Codes(list string) (codes, unknown []string) {
	for _, name := range assign.SplitNames(list) {
		b := w.bodyNamed(name)
		switch {
		case b == nil:
			unknown = append(unknown, name)
		case !slices.Contains(codes, b.Code):
			codes = append(codes, b.Code)
		}
	}
	return codes, unknown
}

// bodyNamed is the body on the list that a printed name means; nil for none. A
// name that only a part of speaks for a body is none: who types it looks again.
func (w *Words) bodyNamed(name string) *ledger.Body {
	for _, b := range w.bodies {
		if !b.Retired && b.Name == name {
			return b
		}
	}
	if w.resolver == nil {
		w.resolver = assign.NewResolver(w.Lexicon, w.bodies)
	}
	m := w.resolver.Resolve(name)
	if b := w.byCode[m.Code]; b != nil && !b.Retired && (m.How == assign.ByName || m.How == assign.ByKind || m.How == assign.ByToday) {
		return b
	}
	return nil
}

// List joins names as offices do: 甲、乙.
func List(names []string) string { return strings.Join(names, nameMark) }

// nameMark stands between names of bodies.
const nameMark = "、"

// Who is the name by which a user is known; of the operator, a word.
func (w *Words) Who(name string) string {
	switch {
	case name == "":
		return w.Text("ledger.operator")
	case w.displays[name] != "":
		return w.displays[name]
	}
	return name
}

// Place is a place's name; of one that is not in the lexicon, its code.
func (w *Words) Place(code string) string {
	if p := w.Lexicon.PlaceCoded(code); p != nil {
		return p.Name
	}
	return code
}

// Indicator is the name of the indicator with the code; of one that the
// catalogue does not hold, the code.
func (w *Words) Indicator(code string) string {
	if ind := w.Lexicon.IndicatorCoded(code); ind != nil {
		return ind.Name
	}
	return code
}

// Section is a section as people name it: 三（一）加快项目建设. One that the report
// lacks is named by its number.
func (w *Words) Section(number string) string {
	s, ok := w.ledger.Section(number)
	if !ok {
		return number
	}
	return SectionName(s)
}

// SectionName is a section's number and heading: 三（一）加快项目建设.
func SectionName(s ledger.Section) string {
	label := strings.ReplaceAll(s.Number, "/", "")
	if !strings.HasSuffix(label, "）") && !strings.HasSuffix(label, ")") && s.Heading != "" {
		label += "、"
	}
	return label + strings.TrimRight(s.Heading, "。：；:;")
}

// The words for the values of a ledger's sets.

// State is a state in words.
func (w *Words) State(s ledger.State) string { return w.value("ledger.state.", string(s)) }

// Category is a category in words.
func (w *Words) Category(c ledger.Category) string { return w.value("ledger.category.", string(c)) }

// Hardness is a hardness in words.
func (w *Words) Hardness(h ledger.Hardness) string { return w.value("ledger.hardness.", string(h)) }

// Stage is a stage in words.
func (w *Words) Stage(s ledger.Stage) string { return w.value("ledger.stage.", string(s)) }

// Action is an action in words.
func (w *Words) Action(a ledger.Action) string { return w.value("ledger.action.", string(a)) }

// Bound is a bound in words.
func (w *Words) Bound(b ledger.Bound) string { return w.value("ledger.bound.", string(b)) }

// Over is in words how a value comes about.
func (w *Words) Over(o ledger.Over) string { return w.value("ledger.over.", string(o)) }

// Nature is a nature in words.
func (w *Words) Nature(n ledger.Nature) string { return w.value("ledger.nature.", string(n)) }

// Kind is the kind of a target in words.
func (w *Words) Kind(kind string) string { return w.value("page.kind.", kind) }

// Polarity is a polarity in words.
func (w *Words) Polarity(p ledger.Polarity) string {
	switch p {
	case ledger.MoreIsBetter:
		return w.Text("ledger.polarity.more")
	case ledger.LessIsBetter:
		return w.Text("ledger.polarity.less")
	case ledger.Neither:
		return w.Text("ledger.polarity.neither")
	}
	return string(p)
}

// value is the word for a value of a set; "" for none. What the catalogue does
// not hold, from a ledger of a later version, is shown as it is.
func (w *Words) value(prefix, value string) string {
	if value == "" || !locale.Has(prefix+value) {
		return value
	}
	return w.Lang.Text(prefix + value)
}
