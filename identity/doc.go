// Package identity says who may sign in: users, their passwords, and the proof
// that somebody is one of them.
//
// A user is a record of the ledger (ledger.User): its entries in the system
// journal tell who made it, gave it a role, disabled it, and when its password
// changed. What proves a password is kept beside it as a secret that no entry
// tells. The input is a ledger.Store and the commands of a Desk; the output is
// a ledger.User whose Actor the ledger asks for rights.
//
//	desk.go      the commands on users, each one transaction
//	check.go     what a user may be; the last administrator
//	name.go      names as they are typed
//	password.go  what may be a password
//	hash.go      Argon2id, in the form that other programs read
//	secret.go    what is kept of a user beside its record
//	signin.go    name and password → user
//	lockout.go   how long to wait after failures
//	device.go    the cookie of a device that signed in before
//	link.go      links that let a user set a password once
//	setup.go     the link that makes the first administrator
//	oidc.go      signing in by an OpenID Connect provider
//	error.go     what can be wrong
//
// # Guessing
//
// Failures are counted for a user and a client together, and each makes that
// client wait longer. A device that signed in as the user before has a bucket
// of its own, by a cookie; an unknown one shares the bucket of its network
// address. So nobody can keep somebody else out: a stranger who fails a
// thousand times stops neither the devices that the user has used nor other
// addresses. This follows the OWASP page “Slow Down Online Guessing Attacks with
// Device Cookies”; unlike there, unknown devices are not shut out as one, since
// the first sign-in on a new machine must be possible during an attack. The
// price: one who commands many addresses gets a few guesses from each. The
// length that passwords must have is what stands against that.
//
// Hashing is bounded: more sign-ins at once than there are slots wait a little
// and then are told that the server is busy, so that a flood cannot eat memory.
package identity
