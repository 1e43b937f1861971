package identity

import (
	"errors"
	"fmt"
	"strings"
	"time"
)

// The errors of signing in.
var (
	// ErrWrong says that name and password are not those of a user. It does not
	// say which is wrong.
	ErrWrong = errors.New("identity: wrong name or password")
	// ErrDisabled says that the user is disabled. It is told only to who knew
	// the password, or was vouched for by the provider.
	ErrDisabled = errors.New("identity: the user is disabled")
	// ErrBusy says that too many passwords are being checked at once.
	ErrBusy = errors.New("identity: too many sign-ins at once")
	// ErrLink says that a one-time link is wrong, used or too old.
	ErrLink = errors.New("identity: the link is not valid, or no longer")
	// ErrUnknown says that the provider vouched for somebody who is no user.
	ErrUnknown = errors.New("identity: the provider's user is not known here")
)

// A Wait says that the client must wait before the next attempt.
type Wait struct{ For time.Duration }

// Error gives the time.
func (w *Wait) Error() string { return fmt.Sprintf("identity: wait %s before the next attempt", w.For) }

// A Problem is one thing that is wrong with a command. The catalogue words it
// as identity.invalid.CODE with Args.
type Problem struct {
	Field string // of ledger.User's JSON, or password; "" where it is about no one field
	Code  string
	Args  []any
}

// Invalid says everything that is wrong with a command. Nothing was written.
type Invalid struct{ Problems []Problem }

// Error lists the codes, for an operator.
func (e *Invalid) Error() string {
	var all []string
	for _, p := range e.Problems {
		all = append(all, strings.TrimSpace(p.Field+" "+p.Code))
	}
	return "identity: invalid: " + strings.Join(all, "; ")
}

// The codes of Problem.
const (
	BadName      = "name"      // not a name: letters, digits, Han characters
	NameTaken    = "taken"     // the name is another user's
	BadDisplay   = "display"   // too long, or not plain text
	BadRole      = "role"      // no such role
	BadPlace     = "place"     // no such place
	BadBody      = "body"      // no such body on the place's list
	NeedBody     = "need-body" // a liaison without place or body
	SubjectTaken = "subject"   // the subject is another user's
	LastAdmin    = "last"      // no administrator would be left
	ShortPass    = "short"     // args: the least number of characters
	LongPass     = "long"      // args: the greatest number of characters
	CommonPass   = "common"    // among those that are guessed first
	NamePass     = "like-name" // little more than the user's name
	RepeatPass   = "repeat"    // a few characters over and over
)
