package identity

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"time"

	"golang.org/x/crypto/argon2"
)

// cost is what one hash costs. A new one takes effect at each user's next
// sign-in.
type cost struct {
	memory  uint32 // KiB
	time    uint32 // passes
	threads uint8
}

// present is the cost of new hashes: the first that the OWASP Password Storage
// Cheat Sheet lists with two passes (19 MiB, t=2, p=1), so that the old machine
// that an office keeps such a program on can check a dozen a second.
var present = cost{memory: 19 << 10, time: 2, threads: 1}

const (
	saltBytes = 16 // RFC 9106, 3.1
	keyBytes  = 32
)

// The greatest cost that is taken from a stored hash: a database that somebody
// wrote into must not make the server eat all memory.
var dearest = cost{memory: 256 << 10, time: 16, threads: 16}

// hashPassword hashes a password in the PHC form
// $argon2id$v=19$m=…,t=…,p=…$salt$key.
func hashPassword(password string, c cost) string {
	salt := make([]byte, saltBytes)
	rand.Read(salt) // never fails: crypto/rand ends the program instead
	return encodeHash(salt, key(password, salt, c, keyBytes), c)
}

// key derives the key of a password.
func key(password string, salt []byte, c cost, length uint32) []byte {
	return argon2.IDKey([]byte(normal(password)), salt, c.time, c.memory, c.threads, length)
}

// encodeHash writes the PHC form.
func encodeHash(salt, key []byte, c cost) string {
	b64 := base64.RawStdEncoding.EncodeToString
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s", argon2.Version, c.memory, c.time, c.threads, b64(salt), b64(key))
}

// errHash says that a stored hash cannot be read.
var errHash = errors.New("identity: a stored password hash is malformed")

// decodeHash reads what encodeHash wrote.
func decodeHash(s string) (salt, sum []byte, c cost, err error) {
	parts := strings.Split(s, "$")
	if len(parts) != 6 || parts[0] != "" || parts[1] != "argon2id" || parts[2] != fmt.Sprintf("v=%d", argon2.Version) {
		return nil, nil, c, errHash
	}
	if _, err := fmt.Sscanf(parts[3], "m=%d,t=%d,p=%d", &c.memory, &c.time, &c.threads); err != nil {
		return nil, nil, c, errHash
	}
	salt, err1 := base64.RawStdEncoding.Strict().DecodeString(parts[4])
	sum, err2 := base64.RawStdEncoding.Strict().DecodeString(parts[5])
	switch {
	case err1 != nil, err2 != nil, len(salt) < 8, len(sum) < 16, len(sum) > 1024:
		return nil, nil, c, errHash
	case c.time < 1 || c.threads < 1 || c.memory < 8*uint32(c.threads):
		return nil, nil, c, errHash
	case c.time > dearest.time || c.threads > dearest.threads || c.memory > dearest.memory:
		return nil, nil, c, errHash
	}
	return salt, sum, c, nil
}

// matches reports whether the password is the one hashed, in a time that does
// not tell how much of it is right; stale says that the hash cost something
// else than is asked today.
func matches(hash, password string) (ok, stale bool, err error) {
	salt, sum, c, err := decodeHash(hash)
	if err != nil {
		return false, false, err
	}
	got := key(password, salt, c, uint32(len(sum)))
	return subtle.ConstantTimeCompare(got, sum) == 1, c != present || len(sum) != keyBytes, nil
}

// nobody is the hash that a password is held against where there is no user, so
// that the answer takes as long. No password has it.
var nobody = encodeHash(make([]byte, saltBytes), make([]byte, keyBytes), present)

const (
	maxSlots = 4               // hashes at once: 76 MiB
	maxWait  = 3 * time.Second // for a slot; longer nobody waits for a page
)

// slots bound how many hashes are computed at once in the whole program.
var slots = make(chan struct{}, max(1, min(maxSlots, runtime.NumCPU())))

// inSlot runs f in a slot. Its error is ErrBusy where none gets free in time,
// or the context's.
func inSlot(ctx context.Context, f func()) error {
	timer := time.NewTimer(maxWait)
	defer timer.Stop()
	select {
	case slots <- struct{}{}:
	case <-timer.C:
		return ErrBusy
	case <-ctx.Done():
		return ctx.Err()
	}
	defer func() { <-slots }()
	f()
	return nil
}
