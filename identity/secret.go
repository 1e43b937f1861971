package identity

import (
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"time"

	"pledger/ledger"
)

// secret is what is kept of a user beside its record: never in an entry, never
// shown. Its zero value is a user without a password.
type secret struct {
	Hash   string `json:"hash,omitempty"`   // of the password, PHC
	Device []byte `json:"device,omitempty"` // the key that device cookies are signed with
	Link   string `json:"link,omitempty"`   // SHA-256 of a one-time link's token, in hex
	Until  string `json:"until,omitempty"`  // when the link ends, as ledger.FormatTime
}

// secretOf reads a user's secret; the zero secret where there is none.
func secretOf(rd ledger.Reader, user string) (secret, error) {
	var s secret
	kept, err := rd.Secret(user)
	var missing *ledger.NotFound
	switch {
	case errors.As(err, &missing):
		return s, nil
	case err != nil:
		return s, err
	}
	if err := json.Unmarshal([]byte(kept), &s); err != nil {
		return secret{}, errors.New("identity: the secret of user " + user + " cannot be read") // without quoting it
	}
	return s, nil
}

// put keeps a user's secret.
func (s secret) put(tx ledger.Tx, user string) error {
	data, err := json.Marshal(s)
	if err != nil {
		return err
	}
	return tx.PutSecret(user, string(data))
}

// renewed is the secret with a new password's hash: links and devices of the
// old one end.
func (s secret) renewed(hash string) secret { return secret{Hash: hash, Device: random(deviceKey)} }

// deviceKey is the length of the key under HMAC-SHA256.
const deviceKey = 32

// random returns n random bytes.
func random(n int) []byte {
	b := make([]byte, n)
	rand.Read(b) // never fails: crypto/rand ends the program instead
	return b
}

// tokenBytes is the length of a one-time token: 256 bits cannot be guessed.
const tokenBytes = 32

// newToken makes a one-time token and what is kept of it.
func newToken() (token, kept string) {
	token = base64.RawURLEncoding.EncodeToString(random(tokenBytes))
	return token, sumToken(token)
}

// sumToken is what is kept of a token. A token is long and random: a plain
// hash cannot be turned back.
func sumToken(token string) string {
	sum := sha256.Sum256([]byte(token))
	return hex.EncodeToString(sum[:])
}

// linked reports whether the token is that of the secret's link, and the link
// has not ended.
func (s secret) linked(token string, now time.Time) bool {
	until, err := ledger.ParseTime(s.Until)
	if s.Link == "" || err != nil {
		return false
	}
	fresh := now.Before(until) && now.After(until.Add(-linkLife-clockSlack))
	return subtle.ConstantTimeCompare([]byte(sumToken(token)), []byte(s.Link)) == 1 && fresh
}

const (
	linkLife   = 72 * time.Hour // over a weekend
	clockSlack = time.Hour      // a clock set back by more makes a link's age unknown: it ends
)
