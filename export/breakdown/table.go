package breakdown

import (
	"slices"
	"strings"

	"pledger/ledger"
)

// A Table（分工表）is a breakdown as a table: what every writer writes and every
// reader returns. Bodies stand in it by name, as printed.
type Table struct {
	Title      string    // 2026年…政府工作报告重点工作分工方案; "" where the file has none
	Government string    // 内蒙古自治区; "" where unknown
	Place      string    // its GB/T 2260 code; "" where unknown
	Year       int       // the plan year; 0 where the file names none
	Sections   []Section // in the order of the report, those above others first
	Rows       []*Row
	Bodies     []string // names of the government's list in its order; nil where unknown
	// Columns are those that the file has, in no order. What a file has no
	// column for it says nothing about: it is not empty.
	Columns []Column
}

// Has reports whether the table has the column.
func (t *Table) Has(c Column) bool { return slices.Contains(t.Columns, c) }

// Section（章节）is a part of the report under which rows are listed.
type Section struct {
	Number  string `json:"number"`  // the way to it: 三/（一）
	Heading string `json:"heading"` // without its number
	Level   int    `json:"level"`   // 1, 2 …
}

// A Row is one task or target.
type Row struct {
	Number     string          `json:"number"`   // as printed: 12, 12-1; "" where it has none
	Section    string          `json:"section"`  // Number of its Section; "" where it has none
	Category   ledger.Category `json:"category"` // "" where the file does not say
	Task       string          `json:"task"`
	Target     string          `json:"target"` // as written, its bound included: 6%左右; several joined by ；
	Lead       []string        `json:"lead"`   // names, first the one that sums up
	Supporting []string        `json:"supporting"`
	Leader     string          `json:"leader"`
	Deadline   string          `json:"deadline"` // as worded: 12月底前
	Hardness   ledger.Hardness `json:"hardness"` // "" where the file does not say
	Note       string          `json:"note"`
	// Account is what the account holds besides; nil where it was read from a
	// format that does not carry it.
	Account *Detail `json:"account,omitempty"`
	// At is where a reader found the row.
	At Place `json:"-"`
}

// Detail is the part of an account that is not printed.
type Detail struct {
	ID         string             `json:"id"`
	State      ledger.State       `json:"state"`
	Lead       []string           `json:"lead"` // codes of bodies
	Supporting []string           `json:"supporting"`
	Date       string             `json:"date"`    // the last day of the deadline, 2006-01-02; "" for none
	Ongoing    bool               `json:"ongoing"` // kept up all the time
	Spans      []ledger.Span      `json:"spans"`   // in the report, in runes
	Terms      []ledger.Terms     `json:"terms"`
	Milestones []ledger.Milestone `json:"milestones"`
	Parts      []ledger.Part      `json:"parts"`
	Watch      ledger.Watch       `json:"watch,omitzero"`
}

// A Place is a place in a file, for messages.
type Place struct {
	Sheet string // name of the sheet, or of the table in a text; "" where there is one only
	Cell  string // B12; "" where it is about a line or the whole
	Line  int    // line, row or paragraph from 1; 0 where Cell says it or it is about the whole
}

// section returns the section with the number; ok is false where there is none.
func (t *Table) section(number string) (s Section, ok bool) {
	for _, s := range t.Sections {
		if s.Number == number {
			return s, true
		}
	}
	return Section{}, false
}

// ancestors are the numbers of a section and those above it, the highest first:
// 三, 三/（一）.
func ancestors(number string) []string {
	var all []string
	for i := range len(number) {
		if number[i] == '/' {
			all = append(all, number[:i])
		}
	}
	if number == "" {
		return nil
	}
	return append(all, number)
}

// label is a section's own number: （一） of 三/（一）.
func label(number string) string { return number[strings.LastIndexByte(number, '/')+1:] }
