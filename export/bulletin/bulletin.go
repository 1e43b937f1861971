package bulletin

import (
	"slices"
	"strconv"
	"strings"

	"pledger/export/word"
	"pledger/ledger"
	"pledger/locale"
	"pledger/standing/board"
)

// Bulletin（通报）is a month's bulletin in words.
type Bulletin struct {
	Masthead string // 重点工作推进情况通报
	Issue    string // 第九期
	Office   string // who issues it
	Date     string // the day in words
	Title    string
	Blocks   []Block
}

// Kind says what a block is.
type Kind string

// The kinds.
const (
	Heading  Kind = "heading" // 一、
	Part     Kind = "part"    // （一）
	Text     Kind = "text"    // a paragraph
	Blank    Kind = "blank"   // what the drafter has to write
	Note     Kind = "note"    // names the annex
	Annex    Kind = "annex"   // the word that begins an annex, on a new page
	AnnexTop Kind = "title"   // the annex's title
	Rows     Kind = "rows"    // a Table
)

// A Block is one paragraph, heading or table.
type Block struct {
	Kind  Kind
	Lead  string // what a paragraph begins with: its number and what it is about; "" for none
	Text  string
	Of    string // the ID of the account that the Lead names; "" for none
	Table *Table
}

// Table is a table.
type Table struct {
	Head []string
	Rows [][]string // each as long as Head; one of a single cell is a heading over the next
}

// Input is what a bulletin is made of.
type Input struct {
	Day    *board.Day // of the bulletin
	Before *board.Day // what it is compared with
	Month  Month
	Number int            // of the issue; 0 leaves a bracket
	Office string         // who issues it; "" is the government itself
	Bodies []*ledger.Body // the government's list, in its order
	Place  func(code string) string
}

// builder makes a bulletin.
type builder struct {
	Input
	lang    locale.Lang
	names   map[string]string // of bodies, by code
	order   map[string]int    // of bodies on the list
	numbers word.Headings
	blocks  []Block
}

// New drafts a bulletin. The days are not used after it returns.
func New(lang locale.Lang, in Input) *Bulletin {
	b := &builder{Input: in, lang: lang, names: map[string]string{}, order: map[string]int{}}
	for i, body := range in.Bodies {
		b.names[body.Code], b.order[body.Code] = body.Name, i
	}
	l, day := in.Day.Ledger(), in.Day
	b.say(b.t("lead", l.Government, l.Year, day.All.All, day.Targets.All, day.Tasks.All, lang.Date(day.Date), in.Month.Text(lang)))
	changes := b.changed()
	b.overall(changes)
	b.targets()
	b.tasks()
	b.changes(changes)
	b.behind()
	b.unreported()
	b.heading("next")
	b.add(Block{Kind: Blank, Text: b.t("next.blank")})
	b.annex()
	return &Bulletin{
		Masthead: b.t("masthead"), Issue: b.issue(), Office: b.office(l), Date: lang.Date(day.Date),
		Title: b.t("title", l.Year, in.Month.Text(lang)), Blocks: b.blocks,
	}
}

// t is a text of the catalogue.
func (b *builder) t(key string, args ...any) string { return b.lang.Text("bulletin."+key, args...) }

// add adds a block.
func (b *builder) add(block Block) { b.blocks = append(b.blocks, block) }

// say adds a paragraph of sentences; empty ones are left out.
func (b *builder) say(sentences ...string) {
	sentences = slices.DeleteFunc(sentences, func(s string) bool { return s == "" })
	b.add(Block{Kind: Text, Text: b.list("join", sentences)})
}

// heading adds the next heading of the first level.
func (b *builder) heading(key string) {
	b.add(Block{Kind: Heading, Text: b.numbered(1, b.t(key))})
}

// part adds the next heading of the second level.
func (b *builder) part(text string) {
	b.add(Block{Kind: Part, Text: b.numbered(2, text)})
}

// numbered is a text behind the next number of its level: 一、, （一）.
func (b *builder) numbered(level int, text string) string {
	b.numbers.Next(level)
	return b.t([]string{"number.heading", "number.part"}[level-1], b.number(b.numbers.Count(level)), text)
}

// number is a small number as the language counts headings and issues.
func (b *builder) number(n int) string {
	if b.lang == locale.ZhCN && n <= word.MaxHan {
		return word.HanNumber(n)
	}
	return strconv.Itoa(n)
}

// item adds a paragraph on an account, which begins with its number and task.
func (b *builder) item(a *ledger.Account, text string) {
	b.add(Block{Kind: Text, Lead: word.HeadingText(a.Number, strings.TrimRight(strings.TrimSpace(a.Task), "。")), Text: text, Of: a.ID})
}

// list joins parts of a sentence.
func (b *builder) list(key string, parts []string) string {
	if len(parts) == 0 {
		return ""
	}
	all := parts[0]
	for _, p := range parts[1:] {
		all = b.t(key, all, p)
	}
	return all
}

// issue is the number of the issue.
func (b *builder) issue() string {
	if b.Number <= 0 {
		return b.t("issue-blank")
	}
	return b.t("issue", b.number(b.Number))
}

// office is who issues the bulletin.
func (b *builder) office(l *ledger.Ledger) string {
	switch {
	case b.Office != "":
		return b.Office
	case strings.HasSuffix(l.Government, "政府"):
		return l.Government
	}
	return b.t("office", l.Government)
}

// body is a body's name.
func (b *builder) body(code string) string {
	switch name, ok := b.names[code]; {
	case code == ledger.NoLead:
		return b.t("unled")
	case ok:
		return name
	}
	return code
}
