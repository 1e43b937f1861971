package ledger

import "context"

// Store keeps journals of entries and the state that they make. Packages of
// store/ fulfil it; store/storetest is what each must pass.
type Store interface {
	// View runs f on one consistent state of the store.
	View(ctx context.Context, f func(Reader) error) error
	// Update runs f in one transaction. When it returns nil, what f did is kept
	// for good, and survives a crash of the machine; otherwise nothing of it
	// is. f may run again where the store met a conflict of its own: it must
	// change nothing but through tx. No two updates of one journal overlap.
	Update(ctx context.Context, j Journal, f func(tx Tx) error) error
	// Close gives the store back. It waits for running transactions.
	Close() error
}

// Reader reads one consistent state. Where a thing does not exist its error is
// a *NotFound.
type Reader interface {
	// Head is the end of a journal; the zero Head where it has no entries.
	Head(j Journal) (Head, error)
	// Heads are the ends of all journals that have entries.
	Heads() (map[Journal]Head, error)
	// Entries calls f for the journal's entries after seq, in order, until f
	// returns false. subject limits them to one record, where it is not nil.
	Entries(j Journal, after int64, subject *Key, f func(*Entry) bool) error

	// Ledgers lists the ledgers by year, the latest first, then place.
	Ledgers() ([]*Ledger, error)
	Ledger(id ID) (*Ledger, error)
	// Document is the report a ledger was opened from.
	Document(id ID) (*Document, error)

	Account(id ID, account string) (*Account, error)
	// Accounts lists one page of a ledger's accounts.
	Accounts(q Query) (*Page, error)
	// EachAccount calls f for every account of the ledger, whatever its state,
	// in the order of the list, until f returns false.
	EachAccount(id ID, f func(*Account) bool) error
	// Tally counts the ledger's accounts.
	Tally(id ID) (*Tally, error)

	// Readings lists the readings of a series by the end of their period, then
	// its start, then the revision, with the status that checks gave them.
	Readings(s Series) ([]*Reading, error)
	// Reading is the one numbered seq in a journal.
	Reading(j Journal, seq int64) (*Reading, error)
	// EachReading calls f for the readings of a ledger's accounts, those of
	// indicators where id is "", by series and then as Readings lists them, until
	// f returns false.
	EachReading(id ID, f func(*Reading) bool) error
	// LastReading is the latest revision of a series' latest period; nil where it
	// has none.
	LastReading(s Series) (*Reading, error)
	// OpenReadings calls f for the readings of a journal that nobody has checked
	// and that are numbered below before, the last first, until f returns false.
	OpenReadings(j Journal, before int64, f func(*Reading) bool) error
	// ReadingHead is the Seq of a journal's last reading; 0 where it has none.
	ReadingHead(j Journal) (int64, error)
	// Batches lists a journal's batches of readings in their order.
	Batches(j Journal) ([]*ReadingBatch, error)
	// Evidence is the file that PutEvidence kept under its sum.
	Evidence(sum string) ([]byte, error)
	// ReadingCheck is what was decided of a reading.
	ReadingCheck(j Journal, id string) (*ReadingCheck, error)

	// Bodies is the list of a government in its order, retired ones too.
	Bodies(place string) ([]*Body, error)
	// RuleTable is a government's own table of rules for lights.
	RuleTable(place string) (*RuleTable, error)
	// Precedents lists the past breakdowns, by year.
	Precedents() ([]*Precedent, error)
	// Users lists the users by name.
	Users() ([]*User, error)
	User(name string) (*User, error)
	// Secret is what PutSecret kept for the user; a *NotFound where it kept
	// nothing.
	Secret(user string) (string, error)
}

// Tx is a Reader that sees its own writes, and writes.
type Tx interface {
	Reader
	// Append adds entries at the end of the transaction's journal and keeps the
	// records they made: records[i] is the state after entries[i]. The entries
	// are sealed: Seq, Prev and Hash continue the journal.
	Append(entries []*Entry, records []Record) error
	// PutReadings keeps readings after those of the transaction's journal, and
	// sets their Journal and Seq. The transaction must append the batch that holds
	// them. No other transaction puts a reading of the same series, period and
	// revision: HoldReadings comes before they are looked up.
	PutReadings(readings []*Reading) error
	// PutEvidence keeps a file under its EvidenceSum, once. The transaction must put
	// a reading that names it; and a reading may name only what is kept.
	PutEvidence(file []byte) error
	// HoldReadings makes every other transaction that puts readings of indicators
	// wait for this one.
	HoldReadings() error
	// PutDocument keeps the report of a ledger that this transaction opens.
	PutDocument(d *Document) error
	// PutSecret keeps what a user proves to be itself with: the hash of a
	// password. No entry tells it; "" removes it.
	PutSecret(user, secret string) error
}

// Key names a record within its journal.
type Key struct {
	Kind Kind
	ID   string
}

// SortBy says by what a list of accounts is sorted.
type SortBy string

// The orders. Ties are in the order of the list.
const (
	ByOrder    SortBy = "" // the order of the list
	ByTask     SortBy = "task"
	ByLead     SortBy = "lead"     // by the first lead's order on the list of bodies; without lead last
	ByDeadline SortBy = "deadline" // the earliest first; without date last
	ByState    SortBy = "state"
)

// Query chooses accounts of one ledger. Empty fields choose all.
type Query struct {
	Ledger   ID
	Category Category
	States   []State
	Section  string // the section and those below it
	Body     string // code: leads or supports
	Owes     string // the same, asked besides: what a liaison may see
	Lead     string // code: leads; NoLead for accounts without lead
	Hardness Hardness
	Number   string   // exactly this number
	Above    int64    // only accounts whose Order is greater
	Among    []string // only accounts with these IDs; nil for all
	// Text is found in the number, the task, the names of bodies and, as
	// letters, in their pinyin initials: jmxfjg finds 居民消费价格. Words parted
	// by spaces must all be found.
	Text    string
	Sort    SortBy
	Reverse bool
	Offset  int
	Limit   int // 0 for all
}

// NoLead as Query.Lead asks for accounts that nobody leads.
const NoLead = "-"

// Page is a stretch of a list of accounts.
type Page struct {
	Accounts []*Account
	Total    int // how many the query chooses
}

// Tally counts the accounts of a ledger.
type Tally struct {
	States   map[State]int
	Targets  int            // live accounts that are targets
	Tasks    int            // live accounts that are tasks
	NoLead   int            // live accounts without lead
	Sections map[string]int // live accounts by section
	Leads    map[string]int // live accounts by leading body
	Supports map[string]int // live accounts by supporting body
}

// NotFound says that there is no such thing.
type NotFound struct {
	Kind Kind
	ID   string
}

// Error names the thing.
func (e *NotFound) Error() string { return "ledger: no " + string(e.Kind) + " " + e.ID }
