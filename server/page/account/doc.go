// Package account is the page of one account（账户）: its sentence in the report,
// everything it promises, who owes it and by when, and its history, each part
// with a form of its own.
//
// Input is the account as it stands, what surrounds it in the report and in the
// list, its entries, and suggestions; output is HTML, and what a form's fields
// mean as a change to an account. A form that was refused comes back with what
// was typed. Where somebody else changed the account meanwhile, the page says
// field by field what stands, since when and by whom, beside what was typed.
//
//	context.go   the sentence and those around it
//	form.go      forms and their fields
//	edit.go      task, category, section, note
//	owe.go       bodies, with suggestions
//	due.go       deadline and milestones
//	terms.go     what each target means
//	parts.go     the breakdown over places
//	split.go     split, merge, drop, restore
//	history.go   the entries
//	conflict.go  what somebody else changed
//	page.go      the whole
package account
