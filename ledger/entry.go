package ledger

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"time"
)

// Journal names a chain of entries: a ledger's ID, or System.
type Journal string

// System is the journal of what belongs to no one ledger: users, bodies and
// past breakdowns.
const System Journal = "system"

// Action（操作）says what an entry's author meant to do. The changes alone say
// what was done.
type Action string

// The actions.
const (
	ActOpen      Action = "open"      // 建账
	ActAdd       Action = "add"       // 新增: an account made by hand
	ActAccept    Action = "accept"    // 确认: the reader was right
	ActEdit      Action = "edit"      // 修改
	ActSplit     Action = "split"     // 拆分
	ActMerge     Action = "merge"     // 合并
	ActDrop      Action = "drop"      // 删除, with a reason; the account stays
	ActRestore   Action = "restore"   // 恢复: a dropped account is taken up again
	ActAssign    Action = "assign"    // 分工: lead and supporting bodies
	ActSchedule  Action = "schedule"  // 定时限: deadline and milestones
	ActTerms     Action = "terms"     // 定口径: the target's terms, its indicator
	ActBreakDown Action = "breakdown" // 分解: over places
	ActRenumber  Action = "renumber"  // 重新编号
	ActApprove   Action = "approve"   // 审定
	ActReopen    Action = "reopen"    // 退回起草: an approved ledger is a draft again
	ActPublish   Action = "publish"   // 印发
	ActImport    Action = "import"    // 导入
	ActUndo      Action = "undo"      // 撤销: a new entry that takes back earlier ones
	ActUser      Action = "user"      // 用户管理
	ActReport    Action = "report"    // 报送: readings came in
	ActReach     Action = "reach"     // 报告节点完成
	ActUnreach   Action = "unreach"   // 撤回节点完成, with a reason
	ActCheck     Action = "check"     // 核实 or 退回 of a reading
)

// Change is one field of a record before and after. Both are JSON; null where
// the field was or is empty. The field's name is that of the record's JSON.
type Change struct {
	Field  string          `json:"field"`
	Before json.RawMessage `json:"before"`
	After  json.RawMessage `json:"after"`
}

// Hash is a SHA-256 sum. The zero Hash stands before a journal's first entry.
type Hash [sha256.Size]byte

// String is the sum in lower-case hex.
func (h Hash) String() string { return hex.EncodeToString(h[:]) }

// ParseHash reads what String wrote.
func ParseHash(s string) (Hash, error) {
	var h Hash
	if len(s) != 2*len(h) {
		return h, fmt.Errorf("ledger: a hash has %d hex digits, not %d", 2*len(h), len(s))
	}
	_, err := hex.Decode(h[:], []byte(s))
	return h, err
}

// Entry（分录）is one change to one record. Entries are never changed and never
// removed; a correction is a new entry.
type Entry struct {
	Journal Journal
	Seq     int64     // 1, 2, 3 … without gaps in its journal; the order of entries is this, not At
	Op      int64     // the Seq of the first entry of the same command: what is undone together
	At      time.Time // the clock's reading, UTC, whole microseconds; a clock may jump
	Who     string    // user name; "" is the command line's operator
	Action  Action
	Kind    Kind   // of the record
	Subject string // the record's key
	Changes []Change
	Why     string // the author's reason; "" where none was asked for
	Prev    Hash   // of the entry before it in the journal
	Hash    Hash   // of this entry, by Sum
}

// timeLayout is At as it is hashed and stored: UTC with six decimals, so that
// text order is time order.
const timeLayout = "2006-01-02T15:04:05.000000Z"

// FormatTime is t as entries keep it.
func FormatTime(t time.Time) string { return t.UTC().Format(timeLayout) }

// ParseTime reads what FormatTime wrote.
func ParseTime(s string) (time.Time, error) { return time.Parse(timeLayout, s) }

// sumDomain keeps the hash of an entry apart from hashes of anything else.
const sumDomain = "pledger entry 1"

// Sum is the entry's hash: SHA-256 over a JSON array, without spaces and
// without HTML escapes, of sumDomain, journal, seq, op, at, who, action, kind,
// subject, changes, why and prev in hex. Anyone can compute it again from the
// exported entry.
func (e *Entry) Sum() Hash {
	changes := e.Changes
	if changes == nil {
		changes = []Change{}
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	// Values of these types always encode; Change values are JSON already.
	err := enc.Encode([]any{
		sumDomain, e.Journal, e.Seq, e.Op, FormatTime(e.At), e.Who, e.Action,
		e.Kind, e.Subject, changes, e.Why, e.Prev.String(),
	})
	if err != nil {
		panic("ledger: an entry's changes are no JSON: " + err.Error())
	}
	return sha256.Sum256(bytes.TrimSuffix(b.Bytes(), []byte("\n")))
}

// Head is the end of a journal: what the next entry must follow. The zero Head
// is an empty journal.
type Head struct {
	Seq  int64
	Hash Hash
}

// Follow checks that e is the entry after h in its journal and returns the new
// head. Its error is a *Broken.
func (h Head) Follow(e *Entry) (Head, error) {
	switch {
	case e.Seq != h.Seq+1:
		return h, &Broken{Journal: e.Journal, Seq: h.Seq + 1, Code: BrokenGap, Args: []string{fmt.Sprint(e.Seq)}}
	case e.Prev != h.Hash:
		return h, &Broken{Journal: e.Journal, Seq: e.Seq, Code: BrokenLink, Args: []string{e.Prev.String(), h.Hash.String()}}
	case e.Hash != e.Sum():
		return h, &Broken{Journal: e.Journal, Seq: e.Seq, Code: BrokenHash, Args: []string{e.Hash.String(), e.Sum().String()}}
	}
	return Head{e.Seq, e.Hash}, nil
}

// The codes of Broken; the catalogue words each as ledger.broken.CODE.
const (
	BrokenGap      = "gap"      // an entry is missing: args the number found
	BrokenLink     = "link"     // an entry does not follow the one before it: args both hashes
	BrokenHash     = "hash"     // an entry was changed: args stored and computed hash
	BrokenBefore   = "before"   // an entry's before is not what stood there: args subject, field, stated, derived
	BrokenState    = "state"    // the stored state is not what the entries make: args subject, field, stored, derived
	BrokenExtra    = "extra"    // a record stands that no entry made: args subject
	BrokenLost     = "lost"     // a record is missing that entries made: args subject
	BrokenText     = "text"     // a report's text or file is not what the ledger was opened from: args hash kept, hash computed
	BrokenIndex    = "index"    // a column kept for searching differs from the record: args subject, column, stored, derived
	BrokenBatch    = "batch"    // readings are not those of their batch: args batch, count and sum stated, count and sum of the rows
	BrokenEvidence = "evidence" // a file of evidence is missing or was changed: args its reading's number, sum named, sum computed or ""
	BrokenStray    = "stray"    // a reading stands that no batch holds, or a check of none: args its number
)

// Broken is a proof that failed: where, and how.
type Broken struct {
	Journal Journal
	Seq     int64 // of the entry; 0 where it is about a record
	Code    string
	Args    []string
}

// Error names the place, for an operator.
func (b *Broken) Error() string {
	return fmt.Sprintf("ledger: journal %s, entry %d: %s %q", b.Journal, b.Seq, b.Code, b.Args)
}
