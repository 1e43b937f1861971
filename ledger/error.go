package ledger

import (
	"fmt"
	"strings"
)

// Forbidden says that the actor lacks a right.
type Forbidden struct {
	Actor Actor
	Right Right
}

// Error names the right.
func (e *Forbidden) Error() string {
	return fmt.Sprintf("ledger: %s %q has no right to %s", e.Actor.Role, e.Actor.Name, e.Right)
}

// Conflict says that accounts were changed since the author read them. Nothing
// was written. The author decides over what stands now, with what was typed.
type Conflict struct {
	Accounts []*Account // as they stand now
	Since    []*Entry   // what changed them after the author's version, in order
}

// Error names the accounts.
func (e *Conflict) Error() string {
	var ids []string
	for _, a := range e.Accounts {
		ids = append(ids, a.ID)
	}
	return "ledger: changed by somebody else meanwhile: " + strings.Join(ids, ", ")
}

// Exists says that the thing is there already.
type Exists struct {
	Kind Kind
	ID   string
}

// Error names the thing.
func (e *Exists) Error() string { return fmt.Sprintf("ledger: %s %s exists already", e.Kind, e.ID) }

// Problem is one thing that is wrong with a command: of which account, in which
// field, and why. The catalogue words it as ledger.invalid.CODE with Args.
type Problem struct {
	Account string // ID; "" where it is about no one account
	Field   string // of the record's JSON; "" where it is about no one field
	Code    string
	Args    []string
}

// Invalid says everything that is wrong with a command. Nothing was written.
type Invalid struct{ Problems []Problem }

// Error lists the codes, for an operator.
func (e *Invalid) Error() string {
	var all []string
	for _, p := range e.Problems {
		all = append(all, strings.TrimSpace(fmt.Sprintf("%s %s %s %q", p.Account, p.Field, p.Code, p.Args)))
	}
	return "ledger: invalid: " + strings.Join(all, "; ")
}

// The codes of Problem.
const (
	NeedReason    = "need-reason"   // 审定后的修改须说明理由
	NeedDrop      = "need-drop"     // a drop needs a reason
	BadEmpty      = "empty"         // a field that must not be empty
	BadLong       = "long"          // args: limit
	BadText       = "text"          // not plain text: control characters, broken UTF-8
	BadBody       = "body"          // no such body on the list: args code
	BadTwice      = "twice"         // a body stands twice: args code
	BadSection    = "section"       // no such section: args number
	BadIndicator  = "indicator"     // no such indicator: args code
	BadTerms      = "terms"         // numbers that make no target: args what
	BadPart       = "part"          // a part that is malformed: args place
	BadValue      = "value"         // a value outside its set: args value
	BadSpan       = "span"          // a stretch outside the report's text
	BadState      = "state"         // the account's state does not allow it: args state
	BadStage      = "stage"         // the ledger's stage does not allow it: args stage
	BadSplit      = "split"         // a split needs two parts or more
	BadMerge      = "merge"         // a merge needs two accounts or more
	BadUndo       = "undo"          // nothing that could be undone: args op
	NotReady      = "not-ready"     // an approval lacks something: args what, how many, the first numbers
	NothingToDo   = "nothing"       // the command changes nothing
	BadNumber     = "number"        // the number stands on another account: args number
	BadPlaceCode  = "place"         // no such place: args code
	BadMilestone  = "milestone"     // a milestone without words or day
	BadManyBodies = "many-bodies"   // args: limit
	BadLeadTwice  = "lead-supports" // a body leads and supports the same account: args code
	BadDeadline   = "deadline"      // args: text
	NeedUnreach   = "need-unreach"  // what was reported reached is taken back with a reason
	BadNode       = "node"          // the account has no such milestone: args its number
	BadRhythm     = "rhythm"        // months between readings that do not divide the year
)

// The codes of Problem with a reading. The field is that of GivenReading's JSON.
const (
	BadNoValue       = "reading-no-value"     // a cell that is empty
	BadNotNumber     = "reading-not-number"   // args: text
	BadGrouping      = "reading-grouping"     // commas that part no thousands: args text
	BadTwoUnits      = "reading-two-units"    // one beside the number, another in the column: args both
	BadNoUnit        = "reading-no-unit"      // args: the unit that is kept
	BadUnit          = "reading-unit"         // it measures something else, or is none: args unit, the unit that is kept
	BadInexact       = "reading-inexact"      // it does not convert exactly: args unit, the unit that is kept
	BadReadingPeriod = "reading-period"       // args: text
	BadFuture        = "reading-future"       // the period is not over: args its end, today
	BadKnown         = "reading-known"        // known before its period is over, or after today: args text
	BadAccountNumber = "reading-account"      // no live account has the number: args number
	BadNothing       = "reading-nothing"      // neither account nor indicator
	BadReadingPlace  = "reading-place"        // a place outside the government's: args code
	BadReadingRight  = "reading-right"        // the actor may not report it
	BadSecondValue   = "reading-second-value" // another value for the same series and period in one file: args the other value
	BadTerm          = "reading-term"         // the account has no such target: args number, what was asked for, how many it has

	BadEvidenceName  = "evidence-name"  // a file without a name that can be shown
	BadEvidenceEmpty = "evidence-empty" // args: the file's name
	BadEvidenceSize  = "evidence-size"  // args: the file's name, the limit in MB
	BadEvidenceType  = "evidence-type"  // not among EvidenceTypes: args the file's name
	BadManyEvidences = "evidence-many"  // args: limit
)

// The codes of Problem that only ask: a reading with a reason in its Note is
// taken.
const (
	AskFraction = "ask-fraction" // 0.06 where percent are meant: args value, the target or value before, the value as per cent
	AskFall     = "ask-fall"     // a sum so far that fell: args value, the value before, its period
	AskJump     = "ask-jump"     // far from the reading before: args value, the value before, its period
	AskRange    = "ask-range"    // a rate outside its range: args value, from, to
	AskPart     = "ask-part"     // a part above its whole: args value, the whole's, its place
)
