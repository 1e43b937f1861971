package server

import (
	"strings"
	"testing"
)

// TestLights demands that lights are shown and filtered by for those who may see
// them, of what they may see, and for nobody else.
func TestLights(t *testing.T) {
	b := newBench()
	for _, tt := range []struct {
		user, address string
		lamps, rows   int
		filter        bool
	}{
		{"supervisor", "/ledgers/150000-2026", 0, 2, true},
		{"supervisor", "/ledgers/150000-2026?light=unknown", 0, 2, true},
		{"supervisor", "/ledgers/150000-2026?light=red", 0, 0, true},
		{"viewer", "/ledgers/150000-2025?light=unknown", 2, 2, true},
		{"liaison", "/ledgers/150000-2026?light=unknown", 0, 1, true},
		{"liaison", "/ledgers/150000-2025", 1, 1, true},
		{"bystander", "/ledgers/150000-2025", 0, 1, true},
		{"bystander", "/ledgers/150000-2025?light=unknown", 0, 0, true},
		{"stranger", "/ledgers/150000-2025?light=unknown", 0, 1, false},
		{"", "/ledgers/150000-2025?light=red", 0, 1, false},
	} {
		page := body(t, b.as(t, tt.user, "GET", tt.address, ""))
		lamps, rows, filter := strings.Count(page, `class="stands"`), strings.Count(page, `class="row `), strings.Contains(page, `name="light"`)
		if lamps != tt.lamps || rows != tt.rows || filter != tt.filter {
			t.Errorf("%q sees of %s %d lights in %d rows, the filter %t; want %d, %d, %t", tt.user, tt.address, lamps, rows, filter, tt.lamps, tt.rows, tt.filter)
		}
	}
	for user, want := range map[string]bool{"": false, "supervisor": true, "liaison": true, "bystander": false, "stranger": false} {
		if page := body(t, b.as(t, user, "GET", "/ledgers/150000-2025/accounts/0001", "")); strings.Contains(page, `id="stands"`) != want {
			t.Errorf("%q sees where an account of a published ledger stands: %t", user, !want)
		}
	}
}
