package server

import (
	"crypto/rand"
	"errors"
	"io"
	"net/http"
	"strings"
	"sync"
	"time"

	"pledger/audit"
	"pledger/export/breakdown"
	"pledger/ledger"
	"pledger/standing"
)

// A parked file was sent to be looked at before anything is done with it: it
// waits, in memory, for who sent it to confirm.
type parked struct {
	owner   string // user name
	purpose purpose
	ledger  ledger.ID // "" where it is for none
	name    string    // as sent, without folders
	data    []byte
	until   time.Time

	found    *audit.Findings    // what a report states; nil of other files
	table    *breakdown.Table   // what a breakdown says; nil of other files
	problems breakdown.Problems // with reading it
	past     bool               // it is a past one, to learn from

	rows []*breakdown.BodyRow // of a list of bodies; nil of other files

	rules standing.Rules // what a table of rules says, kept in data as standing reads it

	evidence map[string][]ledger.Attachment // files of a report that was refused, by account
}

// purpose says what a parked file is for.
type purpose string

// The purposes.
const (
	toOpen   purpose = "open"   // a report that a ledger is opened from
	toImport purpose = "import" // a breakdown
	toList   purpose = "list"   // a list of bodies
	toRead   purpose = "read"   // readings
	toLight  purpose = "light"  // rules for lights
	toReport purpose = "report" // evidence, while a report is mended
)

const (
	parkedLife  = 30 * time.Minute // to look at a preview, ask a colleague and decide
	parkedFiles = 4                // of one user: the oldest gives way
	parkedBytes = 256 << 20        // of all users: the oldest gives way
)

// parking keeps parked files by token. Its zero value is empty and ready; it is
// safe for concurrent use. What it holds is gone when the server ends: the file
// is sent again then.
type parking struct {
	mu    sync.Mutex
	files map[string]*parked
}

// park keeps a file and returns the token that finds it.
func (k *parking) park(f *parked, now time.Time) string {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.files == nil {
		k.files = map[string]*parked{}
	}
	f.until = now.Add(parkedLife)
	token := strings.ToLower(rand.Text())
	k.files[token] = f
	k.clear(now)
	for k.count(f.owner) > parkedFiles {
		k.dropOldest(f.owner)
	}
	for k.bytes() > parkedBytes && len(k.files) > 1 {
		k.dropOldest("")
	}
	return token
}

// find is the file of a token that its owner parked for a purpose; ok is false
// where there is none, or no longer.
func (k *parking) find(token, owner string, p purpose, id ledger.ID, now time.Time) (f *parked, ok bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.clear(now)
	f = k.files[token]
	if f == nil || f.owner != owner || f.purpose != p || f.ledger != id {
		return nil, false
	}
	return f, true
}

// drop forgets a file.
func (k *parking) drop(token string) {
	k.mu.Lock()
	defer k.mu.Unlock()
	delete(k.files, token)
}

// clear forgets the files whose time is over. One that would be kept longer
// than parkedLife was parked before the clock was set back.
func (k *parking) clear(now time.Time) {
	for token, f := range k.files {
		if now.After(f.until) || f.until.Sub(now) > parkedLife {
			delete(k.files, token)
		}
	}
}

// count is how many files the owner has.
func (k *parking) count(owner string) (n int) {
	for _, f := range k.files {
		if f.owner == owner {
			n++
		}
	}
	return n
}

// bytes is how much all files hold.
func (k *parking) bytes() (n int) {
	for _, f := range k.files {
		n += len(f.data)
		for _, all := range f.evidence {
			for i := range all {
				n += len(all[i].File)
			}
		}
	}
	return n
}

// dropOldest forgets the oldest file of an owner, of all where it is "".
func (k *parking) dropOldest(owner string) {
	oldest := ""
	for token, f := range k.files {
		if (owner == "" || f.owner == owner) && (oldest == "" || f.until.Before(k.files[oldest].until)) {
			oldest = token
		}
	}
	delete(k.files, oldest)
}

// maxUpload is the greatest file that is taken, in bytes.
const maxUpload = 30 << 20

// uploaded is the file that a form sent in a field; ok is false where it sent
// none. Its error is errTooLarge for one beyond maxUpload.
func uploaded(r *request, field string) (name string, data []byte, ok bool, err error) {
	file, head, err := r.FormFile(field)
	switch {
	case err == http.ErrMissingFile || err == http.ErrNotMultipart:
		return "", nil, false, nil
	case err != nil:
		return "", nil, false, errInvalid
	}
	defer file.Close()
	if head.Size > maxUpload {
		return "", nil, false, errTooLarge
	}
	data, err = io.ReadAll(file)
	if err != nil {
		return "", nil, false, err
	}
	return sentName(head.Filename), data, true, nil
}

// sentFile is the file that a form must send; wrong says in the user's words why
// it cannot be taken.
func sentFile(r *request) (name string, data []byte, wrong string, err error) {
	name, data, ok, err := uploaded(r, "file")
	switch {
	case errors.Is(err, errTooLarge):
		return "", nil, r.lang.Text("breakdown.problem.too-large", maxUpload>>20), nil
	case err != nil:
		return "", nil, "", err
	case !ok:
		return "", nil, r.lang.Text("office.open.file.none"), nil
	}
	return name, data, "", nil
}

// maxSentName is how many runes of a sent file's name are kept.
const maxSentName = 120

// sentName is the name of a sent file without folders and control characters.
func sentName(name string) string {
	name = name[strings.LastIndexAny(name, `/\`)+1:]
	name = strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 {
			return -1
		}
		return r
	}, strings.ToValidUTF8(name, ""))
	if rs := []rune(name); len(rs) > maxSentName {
		name = string(rs[len(rs)-maxSentName:]) // its end says what it is
	}
	return strings.TrimSpace(name)
}
