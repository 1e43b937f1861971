package ledger

import "slices"

// Role（角色）says what a user is for.
type Role string

// The roles.
const (
	Administrator Role = "administrator" // 管理员: users and settings, and all a supervisor may
	Supervisor    Role = "supervisor"    // 督查员: makes and keeps the ledger
	Liaison       Role = "liaison"       // 联络员: sees what its own body owes
	Viewer        Role = "viewer"        // 查阅人: sees everything, changes nothing
	Public        Role = "public"        // 公众: not signed in; sees what is published
)

// Roles are the roles that a user can have, the greatest first. Public is who
// has not signed in.
func Roles() []Role { return []Role{Administrator, Supervisor, Liaison, Viewer} }

// Right（权限）is something that somebody may do.
type Right string

// The rights.
const (
	SeePublished Right = "see-published" // read published ledgers
	SeeLedger    Right = "see-ledger"    // read a ledger in any stage, and its report
	SeeAccount   Right = "see-account"   // read one account and its history
	SeeHistory   Right = "see-history"   // read how a ledger is being made: what is lacking, who changed what
	SeeStanding  Right = "see-standing"  // read where accounts stand: values, lights, forecasts
	EditLedger   Right = "edit-ledger"   // every command on accounts: edit, assign, schedule …
	PlanAccount  Right = "plan-account"  // set the milestones of one account, and report its readings
	Report       Right = "report"        // report readings of some accounts: those of MayReport
	SeeEvidence  Right = "see-evidence"  // read the files that bear out readings of one account
	Approve      Right = "approve"       // approve, reopen and publish a ledger
	KeepBodies   Right = "keep-bodies"   // change the list of bodies, import past breakdowns
	OpenLedger   Right = "open-ledger"   // open a ledger from a report
	KeepUsers    Right = "keep-users"    // users, their roles and passwords
)

// Actor is who acts: a user, the command line's operator, or the public.
type Actor struct {
	Name  string // "" for the operator and the public
	Role  Role
	Place string // code of the government a user belongs to; "" for any
	Body  string // code of a liaison's body on that government's list
}

// Operator is who runs the command on the machine that holds the database: it
// can read and write the file anyway.
func Operator() Actor { return Actor{Role: Administrator} }

// Nobody is who has not signed in.
func Nobody() Actor { return Actor{Role: Public} }

// grants lists for each role the rights it has without looking further.
var grants = map[Role][]Right{
	Administrator: {SeePublished, SeeLedger, SeeAccount, SeeHistory, SeeStanding, EditLedger, PlanAccount, Report, SeeEvidence, Approve, KeepBodies, OpenLedger, KeepUsers},
	Supervisor:    {SeePublished, SeeLedger, SeeAccount, SeeHistory, SeeStanding, EditLedger, PlanAccount, Report, SeeEvidence, Approve, KeepBodies, OpenLedger},
	Viewer:        {SeePublished, SeeLedger, SeeAccount, SeeHistory, SeeStanding, SeeEvidence},
	Liaison:       {SeePublished},
	Public:        {SeePublished},
}

// May decides whether the actor has the right over the ledger and the account;
// nil where the question is about none. It is the only place that decides:
// commands ask it before they write, pages before they show.
//
// A user of one government has rights over its ledgers only. A liaison sees
// the accounts its body owes, and plans those it leads. Whatever is published
// anyone may see, but for where accounts stand.
func (a Actor) May(right Right, l *Ledger, account *Account) bool {
	if l != nil && l.Stage == Published && (right == SeePublished || right == SeeLedger || right == SeeAccount) {
		return account == nil || account.State == Accepted || a.mayOf(right, l, account)
	}
	return a.mayOf(right, l, account)
}

// mayOf is May for what is not public.
func (a Actor) mayOf(right Right, l *Ledger, account *Account) bool {
	if l != nil && a.Place != "" && a.Place != l.Place {
		return false
	}
	if right == SeePublished {
		return l == nil || l.Stage == Published
	}
	if a.Role == Liaison && account != nil && a.Body != "" && account.State.Live() {
		switch right {
		case SeeAccount, SeeStanding, SeeEvidence:
			return account.Owes(a.Body)
		case PlanAccount:
			return slices.Contains(account.Lead, a.Body)
		}
	}
	if a.Role == Liaison && right == Report && a.Body != "" && l != nil && account == nil {
		return true
	}
	return slices.Contains(grants[a.Role], right)
}

// MayReport decides whether the actor may report the account's value of a place:
// who plans the account may, and the liaison of a body that owes it for the places
// of which the body is the government. body is the actor's own; nil for none.
func (a Actor) MayReport(l *Ledger, account *Account, place string, body *Body) bool {
	switch {
	case a.May(PlanAccount, l, account):
		return true
	case a.Role != Liaison || body == nil || body.Code != a.Body || body.Region == "":
		return false
	}
	return a.May(SeeAccount, l, account) && account.Owes(a.Body) && Inside(place, body.Region)
}

// MayKeep decides whether the actor may change the user: one who keeps the
// users of one government keeps no others, and makes none that stand above it.
func (a Actor) MayKeep(u *User) bool {
	return a.May(KeepUsers, nil, nil) && (a.Place == "" || a.Place == u.Place)
}

// User is someone who may sign in. Passwords are kept apart (package identity).
type User struct {
	Name     string `json:"name"`              // what is typed to sign in; never reused
	Display  string `json:"display,omitempty"` // 姓名
	Role     Role   `json:"role"`
	Place    string `json:"place,omitempty"`
	Body     string `json:"body,omitempty"`    // of a liaison
	Subject  string `json:"subject,omitempty"` // the name an OpenID Connect provider knows the user by
	Disabled bool   `json:"disabled,omitempty"`
	Password int    `json:"password,omitempty"` // how many passwords the user has had: all that is told of them
	Links    int    `json:"links,omitempty"`    // how many links to set a password were made
	Epoch    int    `json:"epoch,omitempty"`    // how often all the user's sessions were ended
}

// RecordKind is KindUser.
func (*User) RecordKind() Kind { return KindUser }

// RecordKey is the user's name.
func (u *User) RecordKey() string { return u.Name }

// Actor is the user as one who acts.
func (u *User) Actor() Actor {
	return Actor{Name: u.Name, Role: u.Role, Place: u.Place, Body: u.Body}
}

// Scope narrows a query of the ledger's accounts to those that the actor may
// see; ok is false where that is none.
func (a Actor) Scope(l *Ledger, q Query) (narrowed Query, ok bool) {
	q.Ledger = l.ID
	switch {
	case a.mayOf(SeeLedger, l, nil):
		return q, true
	case a.Role == Liaison && a.Body != "" && (a.Place == "" || a.Place == l.Place) && l.Stage != Published:
		q.Owes, q.States = a.Body, []State{Proposed, Accepted}
		return q, true
	case l.Stage == Published:
		q.States = []State{Accepted}
		return q, true
	}
	return q, false
}
