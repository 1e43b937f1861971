package breakdown

import (
	"strings"

	"pledger/ledger/assign"
	"pledger/locale"
)

// owners reads the cells of leads and supporting bodies. both says that one
// column, 责任单位, names all who owe: the first of them leads.
func owners(lead, supporting string, both bool) (leads, supports []string) {
	supports = assign.SplitNames(supporting)
	if both || strings.Contains(lead, "牵头") {
		text := lead
		if !strings.ContainsAny(lead, "：:") && !strings.Contains(lead, "牵头") && !strings.Contains(lead, "配合") {
			text = "责任单位：" + lead
		}
		if l, s, _, ok := assign.ParseDuty(text); ok {
			return l, append(supports, s...)
		}
	}
	return assign.SplitNames(lead), supports
}

// tallySheet is the name of the sheet that counts rows by body, which is not
// read back.
func tallySheet() string { return locale.ZhCN.Text("breakdown.sheet.bodies") }
