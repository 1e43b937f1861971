// Package report turns a document's text into the structure of a work report
// （政府工作报告）: its title, government, plan year, speaker and date; its
// sections by their numbering; sentences and clauses; and the stance of each
// stretch: review, problems, goals, arrangement or self-discipline.
//
// Its input is a document.Text, its output a Report whose every part has its
// position in that text. It settles sections and clauses before any number is
// looked at and guesses nothing about what a clause means. Parse never fails:
// what it cannot make out is left empty and named in Report.Doubts.
//
// Parse runs as a list of passes, each in a file of its own: front matter
// (front.go), headings and sections (section.go), years (year.go), stances
// (stance.go), sentences and clauses (split.go).
package report
