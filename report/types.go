package report

import "pledger/document"

// Stance（语态）is what a stretch of a report is about: it decides whether a
// number is a result or a promise and whether an action is a pledge.
type Stance uint8

// The stances.
const (
	Opening     Stance = iota // salutation, framing, thanks, appeal
	Review                    // 回顾: what was done
	Problems                  // 困难和问题: what is lacking
	Goals                     // 目标: what will be reached
	Arrangement               // 工作安排: what will be done
	Discipline                // 政府自身建设: how the government itself will act
)

// String returns the stance's lower-case English name; it panics on a value
// outside the set.
func (s Stance) String() string {
	return [...]string{"opening", "review", "problems", "goals", "arrangement", "discipline"}[s]
}

// Report is the structure of one report. Every position lies in Text.
type Report struct {
	Text  *document.Text
	Title document.Position // 2021年内蒙古自治区政府工作报告; empty where the text has none
	// Government is the place as the title or the opening words it:
	// 内蒙古自治区, 全国 for the State Council; "" where not stated.
	Government string
	Year       int               // the plan year（计划年度）; 0 where not stated
	Speaker    document.Position // the name of who reads it; empty where not stated
	Date       document.Position // the date of delivery; empty where not stated
	Sections   []Section         // depth first, in the order of the text; disjoint but for nesting
	Sentences  []Sentence        // in the order of the text
	Clauses    []Clause          // in the order of the text
	Doubts     []Doubt           // what could not be read, in the order of the text

	joined *Report // see Joined; nil where it is the report itself
}

// Section（章节）is a numbered part. Section 0 is the whole text, without number.
type Section struct {
	Pos     document.Position // heading and body, nested sections included
	Heading document.Position // the heading without its number; empty for section 0
	Label   document.Position // the number as written: 一、 （三） 1．
	Number  string            // the way to it as annotators write it: 三/（一）
	Level   int               // 0 for the whole, then 1, 2 …
	Parent  int               // index of the enclosing section; -1 for section 0
	Stance  Stance
	// Year is the year the section is about (2020 for a review of 2020), from
	// its heading or its parent; 0 where unknown. Span is the period where the
	// heading names a longer one (“十三五”时期): its first and last year.
	Year      int
	SpanStart int
	SpanEnd   int
	// PlanEnd is the last year of the plan to come that the heading names, alone
	// or behind the one it looks back on (“十三五”成就和“十四五”任务); 0 where none.
	PlanEnd int
}

// Sentence（句）ends at 。！？ or a paragraph's end.
type Sentence struct {
	Pos       document.Position
	Section   int // index into Sections
	Paragraph int // counts from 0
	Stance    Stance
	Heading   bool // it is a section's heading
	First     int  // Clauses[First:Last] are its clauses
	Last      int
}

// Clause（分句）ends at ，；：or a sentence's end. Commas inside brackets,
// quotation marks and numbers do not end it.
type Clause struct {
	Pos      document.Position // without the mark that ends it
	Mark     rune              // the mark that ends it: ， ； ： 。 ！ ？ or 0
	Sentence int32             // index into Sentences
}

// Doubt（存疑）is a stretch that could not be read for sure, and why.
type Doubt struct {
	Pos document.Position
	// Code is a key of the message catalogue.
	Code string
	Args []string
}
