package audit_test

import (
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"pledger/audit"
	"pledger/document"
	"pledger/examples"
	"pledger/internal/shared"
)

// chinese are the numerals that a count is written in, in order.
var chinese = []rune("一二三四五六七八九十")

// digit changes one digit by three.
func digit(num string) (out []string) {
	rs := []rune(num)
	for i, r := range rs {
		c := append([]rune(nil), rs...)
		switch {
		case r >= '0' && r <= '9':
			c[i] = '0' + (r-'0'+3)%10
			if i == 0 && c[0] == '0' {
				c[0] = '4'
			}
		default:
			k := strings.IndexRune(string(chinese), r)
			if k < 0 || len(rs) > 1 {
				continue
			}
			c[0] = chinese[(k/3+3)%9]
		}
		out = append(out, string(c))
	}
	return out
}

// swap exchanges two digits that stand together and differ.
func swap(num string) (out []string) {
	rs := []rune(num)
	for i := 0; i+1 < len(rs); i++ {
		j := i + 1
		if rs[j] == '.' && j+1 < len(rs) {
			j++
		}
		if isDigit(rs[i]) && isDigit(rs[j]) && rs[i] != rs[j] && !(i == 0 && rs[j] == '0') {
			c := append([]rune(nil), rs...)
			c[i], c[j] = c[j], c[i]
			out = append(out, string(c))
		}
	}
	return out
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

// shift moves the decimal point by one place, both ways.
func shift(num string) (out []string) {
	whole, decimals, ok := strings.Cut(num, ".")
	if !ok || strings.Trim(num, "0123456789.") != "" {
		if strings.Trim(num, "0123456789") == "" && len(num) > 1 {
			return []string{num[:len(num)-1] + "." + num[len(num)-1:], num + "0"}
		}
		return nil
	}
	right := whole + decimals[:1]
	if decimals[1:] != "" {
		right += "." + decimals[1:]
	}
	out = append(out, strings.TrimLeft(right, "0"))
	if len(whole) > 1 {
		out = append(out, whole[:len(whole)-1]+"."+whole[len(whole)-1:]+decimals)
	}
	return out
}

// A mutant is a changed text and the number it stands for.
type mutant struct {
	kind string
	text string
}

// mutants are the changes of the number at pos of a text.
func mutants(text []rune, pos document.Position) (out []mutant) {
	num, rest := string(text[pos.Start:pos.End]), string(text[pos.End:])
	before := string(text[:pos.Start])
	add := func(kind, num, rest string) { out = append(out, mutant{kind, before + num + rest}) }
	for _, n := range digit(num) {
		add("digit", n, rest)
	}
	for _, n := range swap(num) {
		add("swap", n, rest)
	}
	for _, n := range shift(num) {
		if n != "" && n[0] != '.' {
			add("point", n, rest)
		}
	}
	for _, u := range [][2]string{{"万亿", "亿"}, {"亿", "万"}, {"万", "亿"}} {
		if r, ok := strings.CutPrefix(rest, u[0]); ok {
			add("万/亿", num, u[1]+r)
			break
		}
	}
	for _, u := range [][2]string{{"%", "个百分点"}, {"％", "个百分点"}, {"个百分点", "%"}} {
		if r, ok := strings.CutPrefix(rest, u[0]); ok {
			add("%/点", num, u[1]+r)
		}
	}
	return out
}

// tally counts what became of mutants.
type tally struct{ still, caught, missed int }

// TestMutants changes each number of each relation that holds by more than its
// rounding and demands that the audit notices. A mutant for which the relation
// still holds is no mistake and is counted apart.
func TestMutants(t *testing.T) {
	byKind, byCode := map[string]*tally{}, map[string]*tally{}
	var missed []string
	total := tally{}
	for _, text := range mutationTexts(t) {
		set := extract(text)
		rs := check(set)
		runes := []rune(text)
		for _, r := range rs {
			if r.Result == audit.Contradicts {
				t.Errorf("unmutated text contradicts: %s %v", r.Code, numbersOf(r, nil, set))
			}
			if r.Result != audit.Holds {
				continue
			}
			for k, f := range r.Figures {
				if string(runes[f.Pos.Start:f.Pos.End]) != set.Report.Text.Slice(f.Pos) {
					t.Fatal("offsets differ")
				}
				for _, m := range mutants(runes, f.Pos) {
					state := judgeMutant(r, k, f, m)
					for _, tl := range []*tally{at(byKind, m.kind), at(byCode, string(r.Code)), &total} {
						switch state {
						case "still":
							tl.still++
						case "caught":
							tl.caught++
						default:
							tl.missed++
						}
					}
					if state == "missed" {
						missed = append(missed, fmt.Sprintf("%s %s %v: %s", r.Code, m.kind, numbersOf(r, nil, set), around(m.text, f.Pos.Start)))
					}
				}
			}
		}
	}
	t.Log(table("by change", byKind) + table("by relation", byCode))
	if os.Getenv("MISSED") != "" {
		t.Log(strings.Join(missed, "\n"))
	}
	const floor = 95
	if total.caught*100 < floor*(total.caught+total.missed) {
		t.Errorf("%d of %d mutants caught, want %d %%", total.caught, total.caught+total.missed, floor)
	}
}

// judgeMutant says whether the relation still holds with the changed number,
// and else whether the audit of the changed text contradicts.
func judgeMutant(r audit.Relation, k int, f audit.Ref, m mutant) string {
	set := extract(m.text)
	for i := range set.Figures {
		g := &set.Figures[i]
		if g.Pos.Start == f.Pos.Start && m.kind != "%/点" && audit.Meets(r, k, g.Quantity.Value) {
			return "still"
		}
	}
	for _, x := range check(set) {
		if x.Result == audit.Contradicts {
			return "caught"
		}
	}
	return "missed"
}

func at(m map[string]*tally, key string) *tally {
	if m[key] == nil {
		m[key] = &tally{}
	}
	return m[key]
}

func table(head string, m map[string]*tally) string {
	var keys []string
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	out := fmt.Sprintf("\n%-16s %6s %6s %6s %6s\n", head, "true", "caught", "missed", "%")
	for _, k := range keys {
		c := m[k]
		out += fmt.Sprintf("%-16s %6d %6d %6d %6.1f\n", k, c.still, c.caught, c.missed, 100*float64(c.caught)/float64(max(1, c.caught+c.missed)))
	}
	return out
}

func around(text string, at int) string {
	rs := []rune(text)
	return string(rs[max(0, at-30):min(len(rs), at+20)])
}

// mutationTexts are the worked examples, the sample report, and where they are
// the judged passages.
func mutationTexts(t *testing.T) []string {
	texts := []string{examples.Sample}
	for _, c := range audit.Codes() {
		if c.Want == audit.Holds && c.Last == "" {
			texts = append(texts, c.Example)
		}
	}
	for _, p := range sharedPassages() {
		if p.Expect == "holds" {
			texts = append(texts, p.Text)
		}
	}
	if dir := shared.Dir(); dir != "" {
		if data, err := os.ReadFile(filepath.Join(dir, "reports", "nmg-2021.txt")); err == nil {
			texts = append(texts, string(data))
		}
	}
	return texts
}
