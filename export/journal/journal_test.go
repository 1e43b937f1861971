package journal

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"pledger/ledger"
)

// sealed is a journal of three entries with what is hard to write.
func sealed() []*ledger.Entry {
	at := time.Date(2021, 1, 25, 8, 0, 0, 123000, time.UTC)
	book := &ledger.Ledger{ID: "150000-2021", Place: "150000", Title: "分工方案 <&>\u2028\"\\", Stage: ledger.Draft, Next: 2}
	account := &ledger.Account{Ledger: book.ID, ID: "0001", Number: "1", Task: "新建水库3座", State: ledger.Proposed}
	done := account.Clone()
	done.State = ledger.Accepted
	entries := []*ledger.Entry{
		{At: at, Action: ledger.ActOpen, Kind: ledger.KindLedger, Subject: book.RecordKey(), Changes: ledger.Diff(nil, book)},
		{At: at, Action: ledger.ActOpen, Kind: ledger.KindAccount, Subject: "0001", Changes: ledger.Diff(nil, account)},
	}
	head := ledger.Seal(book.ID.Journal(), ledger.Head{}, entries)
	more := []*ledger.Entry{{At: at.Add(time.Hour), Who: "其其格", Action: ledger.ActAccept, Kind: ledger.KindAccount, Subject: "0001", Changes: ledger.Diff(account, done), Why: "核过\n原文"}}
	ledger.Seal(book.ID.Journal(), head, more)
	return append(entries, more...)
}

// written is the file of the entries.
func written(t *testing.T, entries []*ledger.Entry) []byte {
	t.Helper()
	var b bytes.Buffer
	w := NewWriter(&b)
	for _, e := range entries {
		if err := w.Write(e); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestReadBack demands that what is read is what was written, and that it
// proves itself as the ledger's own entries do.
func TestReadBack(t *testing.T) {
	var fold ledger.Fold
	n := 0
	err := Read(bytes.NewReader(written(t, sealed())), func(e *ledger.Entry) error { n++; return fold.Add(e) })
	if err != nil || n != 3 {
		t.Errorf("%d entries: %v", n, err)
	}
}

// TestStranger computes the hashes as one would who has the file and its
// description only.
func TestStranger(t *testing.T) {
	fields := []string{"journal", "seq", "op", "at", "who", "action", "kind", "subject", "changes", "why", "prev"}
	for text := range strings.Lines(string(written(t, sealed()))) {
		var line map[string]json.RawMessage
		if err := json.Unmarshal([]byte(text), &line); err != nil {
			t.Fatal(err)
		}
		array := `["pledger entry 1"`
		for _, f := range fields {
			array += "," + string(line[f])
		}
		sum := sha256.Sum256([]byte(array + "]"))
		if got, want := `"`+hex.EncodeToString(sum[:])+`"`, string(line["hash"]); got != want {
			t.Errorf("%s\ncomputed %s, stated %s", text, got, want)
		}
	}
}

// TestForged demands that a changed file does not prove itself.
func TestForged(t *testing.T) {
	whole := string(written(t, sealed()))
	for _, change := range [][2]string{{"新建水库3座", "新建水库2座"}, {"其其格", "巴特尔"}, {`"seq":2`, `"seq":4`}, {"核过", "未核"}, {"08:00", "09:00"}} {
		var fold ledger.Fold
		if err := Read(strings.NewReader(strings.ReplaceAll(whole, change[0], change[1])), fold.Add); err == nil {
			t.Errorf("%s for %s was not noticed", change[1], change[0])
		}
	}
}

func TestMalformed(t *testing.T) {
	for _, text := range []string{"{", "[]", `{"journal":1}`, `{"extra":1}`, `{"at":"2021"}`, `{"at":"2021-01-25T08:00:00.000000Z","prev":"0"}`, "x\n"} {
		if err := Read(strings.NewReader(text), func(*ledger.Entry) error { return nil }); err == nil || !strings.Contains(err.Error(), "line 1") {
			t.Errorf("%s: %v", text, err)
		}
	}
}
