package ledger

import (
	"fmt"
	"strconv"
	"strings"
)

// ID names a ledger: place code and plan year, 150000-2021. It is the name of
// the ledger's journal too.
type ID string

// NewID is the ID of a government's ledger for a plan year.
func NewID(place string, year int) ID { return ID(fmt.Sprintf("%s-%d", place, year)) }

// Journal is the ledger's chain of entries.
func (id ID) Journal() Journal { return Journal(id) }

// Place is the place code in the ID.
func (id ID) Place() string { place, _, _ := strings.Cut(string(id), "-"); return place }

// Year is the plan year in the ID; 0 where it has none.
func (id ID) Year() int {
	_, year, _ := strings.Cut(string(id), "-")
	n, err := strconv.Atoi(year)
	if err != nil {
		return 0
	}
	return n
}

// Stage（台账状态）says how far a ledger has come.
type Stage string

// The stages, in their order.
const (
	Draft     Stage = "draft"     // 起草
	Approved  Stage = "approved"  // 审定: from here on a change needs a reason
	Published Stage = "published" // 印发: open to the public
)

// Ledger（台账）is what one government owes for one plan year: the head of its
// accounts.
type Ledger struct {
	ID         ID        `json:"id"`
	Place      string    `json:"place"`      // GB/T 2260 code
	Government string    `json:"government"` // 内蒙古自治区
	Year       int       `json:"year"`       // the plan year
	Title      string    `json:"title"`      // of the breakdown: 2021年内蒙古自治区政府工作报告重点工作分工方案
	Stage      Stage     `json:"stage"`
	Issued     string    `json:"issued,omitempty"` // the day it was first published, 2006-01-02
	Source     Source    `json:"source"`
	Sections   []Section `json:"sections,omitempty"` // of the report, in its order
	Next       int       `json:"next"`               // the number of the next account's ID
}

// RecordKind is KindLedger.
func (*Ledger) RecordKind() Kind { return KindLedger }

// RecordKey is the ledger's ID.
func (l *Ledger) RecordKey() string { return string(l.ID) }

// Source（来源）says what a ledger was opened from. The zero Source is a ledger
// that was made from a breakdown and has no text.
type Source struct {
	Name   string `json:"name,omitempty"`   // the file's name without its folder
	Format string `json:"format,omitempty"` // txt, docx, pdf, html
	File   string `json:"file,omitempty"`   // SHA-256 of the file as given, in hex
	Text   string `json:"text,omitempty"`   // SHA-256 of its decoded text in UTF-8, in hex
}

// Section（章节）is a part of the report under which accounts are listed.
type Section struct {
	Number  string `json:"number"`  // the way to it: 三/（一）
	Heading string `json:"heading"` // without its number
	Level   int    `json:"level"`   // 1, 2 …
	At      int    `json:"at"`      // where its heading begins, in runes
}

// Label is the section's own number: （一） of 三/（一）.
func (s Section) Label() string { return s.Number[strings.LastIndexByte(s.Number, '/')+1:] }

// Section returns the section with the number; ok is false where there is none.
func (l *Ledger) Section(number string) (s Section, ok bool) {
	for _, s := range l.Sections {
		if s.Number == number {
			return s, true
		}
	}
	return Section{}, false
}

// A Document is the report that a ledger was opened from, kept whole. Positions
// of accounts count in the runes of Text.
type Document struct {
	Ledger ID
	Name   string // the file's name without its folder
	File   []byte // as given
	Text   string // as decoded
}
