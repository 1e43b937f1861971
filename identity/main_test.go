package identity

import (
	"os"
	"testing"
)

// stated is the cost of hashes outside of tests.
var stated = present

// TestMain makes hashes cheap: the tests make hundreds.
func TestMain(m *testing.M) {
	present = cost{memory: 64, time: 1, threads: 1}
	nobody = encodeHash(make([]byte, saltBytes), make([]byte, keyBytes), present)
	os.Exit(m.Run())
}

// TestStatedCost demands no less than the OWASP Password Storage Cheat Sheet's
// minimum.
func TestStatedCost(t *testing.T) {
	if stated.memory < 19456 || stated.time < 2 || stated.threads < 1 {
		t.Errorf("a hash costs %+v", stated)
	}
}
