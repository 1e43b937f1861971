package server

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

func TestParking(t *testing.T) {
	var k parking
	now := noon
	f := &parked{owner: "a", purpose: toImport, ledger: draft, data: []byte("x")}
	token := k.park(f, now)
	if len(token) < 26 {
		t.Errorf("the token %q can be guessed", token)
	}
	for _, tt := range []struct {
		what, token, owner string
		purpose            purpose
		at                 time.Duration
		want               bool
	}{
		{"as parked", token, "a", toImport, 0, true},
		{"another user's", token, "b", toImport, 0, false},
		{"for something else", token, "a", toOpen, 0, false},
		{"by another token", token + "x", "a", toImport, 0, false},
		{"at the last moment", token, "a", toImport, parkedLife, true},
		{"too late", token, "a", toImport, parkedLife + 1, false},
	} {
		if _, ok := k.find(tt.token, tt.owner, tt.purpose, draft, now.Add(tt.at)); ok != tt.want {
			t.Errorf("%s: found %t", tt.what, ok)
		}
	}
	token = k.park(f, now)
	if _, ok := k.find(token, "a", toImport, published, now); ok {
		t.Error("a file for one ledger is found for another")
	}
	if _, ok := k.find(token, "a", toImport, draft, now.Add(-time.Hour)); ok {
		t.Error("a clock set back keeps files for ever")
	}
}

// TestParkingIsBounded demands that neither one user nor all together fill the
// memory, and that the newest stays.
func TestParkingIsBounded(t *testing.T) {
	var k parking
	for i := range 2 * parkedFiles {
		k.park(&parked{owner: "a"}, noon.Add(time.Duration(i)))
	}
	if n := k.count("a"); n != parkedFiles {
		t.Errorf("one user has %d files", n)
	}
	data := make([]byte, maxUpload)
	token := ""
	for i := range 12 {
		token = k.park(&parked{owner: fmt.Sprint(i), data: data}, noon.Add(time.Duration(i)*time.Second))
	}
	if n := k.bytes(); n > parkedBytes {
		t.Errorf("%d bytes are kept", n)
	}
	if _, ok := k.find(token, "11", "", "", noon.Add(11*time.Second)); !ok {
		t.Error("the newest file gave way")
	}
}

func TestSentName(t *testing.T) {
	for name, want := range map[string]string{
		`C:\台账\报告.docx`: "报告.docx", "../../etc/passwd": "passwd", "a\x00b\r\n.txt": "ab.txt", "\u202excod.exe": "xcod.exe", "": "",
		strings.Repeat("长", 200) + ".docx": strings.Repeat("长", 115) + ".docx", "\xffa": "a",
	} {
		if got := sentName(name); got != want {
			t.Errorf("%q: %q", name, got)
		}
	}
}
