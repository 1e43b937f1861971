package bodies

import (
	"fmt"
	"net/url"
	"strings"
	"testing"

	"pledger/ledger"
	"pledger/server/page/browsertest"
	"pledger/server/page/pagetest"
)

// list is a list of n bodies, the last retired.
func list(n int) []*ledger.Body {
	names := []string{"自治区发展改革委", "自治区工业和信息化厅", "自治区财政厅", "自治区水利厅", "自治区农牧厅", "自治区教育厅"}
	var all []*ledger.Body
	for i := range n {
		all = append(all, &ledger.Body{
			Place: "150000", Code: fmt.Sprintf("b%d", i), Name: names[i%len(names)], Order: i,
			Aliases: []string{"发改委", "计划委员会"}, Duties: []string{"投资", "价格", "重大项目", "能耗"}, Retired: n > 1 && i == n-1,
		})
	}
	return all
}

var book = &ledger.Ledger{ID: "150000-2021", Place: "150000", Title: "2021年青岚自治区政府工作报告重点工作分工方案", Stage: ledger.Draft}

func TestEveryState(t *testing.T) {
	gallery := browsertest.Gallery{}
	tally := &ledger.Tally{Leads: map[string]int{"b0": 42, "b2": 7}, Supports: map[string]int{"b0": 3, "b1": 11}}
	hostile := &ledger.Body{Place: "150000", Code: "../x?y#z", Name: pagetest.Attack, Aliases: []string{pagetest.Attack}, Duties: []string{pagetest.Attack}}
	long := &ledger.Body{Place: "150000", Code: "long", Name: strings.Repeat("很长的单位名称", 20), Duties: []string{strings.Repeat("职责", 300)}}
	for name, bodies := range map[string][]*ledger.Body{"empty": nil, "one": list(1), "many": list(30), "long": {long}, "hostile": {hostile}} {
		for _, role := range []ledger.Role{ledger.Supervisor, ledger.Viewer} {
			for _, frame := range pagetest.Frames() {
				p := New(frame, book, bodies, tally, ledger.Actor{Role: role}, Current)
				root, _ := pagetest.Parse(t, p.Render)
				pagetest.Check(t, root, false)
				if role == ledger.Supervisor {
					gallery.Add(name, frame, p.Render)
				}
			}
		}
	}
	gallery.Look(t, "bodies", Assets())
}

func TestShow(t *testing.T) {
	tally := &ledger.Tally{Leads: map[string]int{"b0": 1}, Supports: map[string]int{"b3": 1}}
	for value, want := range map[string]string{"": "b0 b1 b2", "owing": "b0 b3", "idle": "b1 b2", "retired": "b3", "else": "b0 b1 b2"} {
		p := New(pagetest.Frames()[0], book, list(4), tally, ledger.Operator(), ParseShow(url.Values{"show": {value}}))
		var got []string
		for _, r := range p.Rows {
			got = append(got, string(r.Href[len("/ledgers/150000-2021/bodies/"):]))
		}
		if strings.Join(got, " ") != want {
			t.Errorf("show=%s lists %v, want %s", value, got, want)
		}
	}
}
