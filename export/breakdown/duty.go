package breakdown

import (
	"regexp"
	"slices"
	"strings"

	"pledger/ledger/assign"
	"pledger/locale"
)

// unassigned stands in a bracket where nobody leads yet: whoever prints the
// breakdown should see the gap.
const unassigned = "待定"

// bracket words who owes a row, as it stands after the task in a text:
// （甲牵头，乙、丙配合，12月底前完成）. Where that wording would not be read back
// as it is meant, because a leader is named, nobody leads or a name has such a
// word in it, the parts are labelled: （牵头单位：甲；完成时限：12月底前）. There
// always is one, so that brackets at the end of a task are never taken for it.
func bracket(r *Row) string {
	natural := "（" + naturalDuty(r) + "）"
	if _, d, ok := cutDuty(natural); ok && sameDuty(r, d) {
		return natural
	}
	return "（" + labelledDuty(r) + "）"
}

// naturalDuty words the duty as a sentence does.
func naturalDuty(r *Row) string {
	var parts []string
	say := func(key, what string) {
		if what != "" {
			parts = append(parts, locale.ZhCN.Text("breakdown.duty."+key, what))
		}
	}
	say("leads", strings.Join(r.Lead, nameMark))
	say("supports", strings.Join(r.Supporting, nameMark))
	if day.MatchString(r.Deadline) {
		say("done", r.Deadline)
	} else if r.Deadline != "" {
		parts = append(parts, r.Deadline)
	}
	return strings.Join(parts, "，")
}

// day is how a deadline ends that names a time and no act.
var day = regexp.MustCompile(`(?:[前底内末旬日月年]|季度)$`)

// labelledDuty words the duty with the heads of its columns.
func labelledDuty(r *Row) string {
	lead := strings.Join(r.Lead, nameMark)
	if lead == "" {
		lead = unassigned
	}
	parts := []string{Lead.Head() + "：" + lead}
	for _, p := range []struct {
		column Column
		text   string
	}{
		{Supporting, strings.Join(r.Supporting, nameMark)}, {Leader, r.Leader}, {Deadline, r.Deadline},
	} {
		if p.text != "" {
			parts = append(parts, p.column.Head()+"："+p.text)
		}
	}
	return strings.Join(parts, listMark)
}

// sameDuty reports whether d says what the row does. A name with 、 in it comes
// back as several; Plan knows it again.
func sameDuty(r *Row, d assign.Duty) bool {
	same := func(a, b []string) bool { return strings.Join(a, nameMark) == strings.Join(b, nameMark) }
	return same(r.Lead, d.Lead) && same(r.Supporting, d.Supporting) &&
		r.Leader == d.Leader && deadlineKey(r.Deadline) == deadlineKey(d.Deadline)
}

// cutDuty parts a row of a text from the duty it ends with. ok is false where
// it ends with none, and task is the whole.
func cutDuty(row string) (task string, d assign.Duty, ok bool) {
	row = strings.TrimSpace(row)
	body := strings.TrimRight(row, "。；; ")
	if i := lastBracket(body); i >= 0 {
		if rest, d, ok := assign.CutDuty(body[i:]); ok && rest == "" {
			return strings.TrimSpace(body[:i]), assigned(d), true
		}
	}
	task, d, ok = assign.CutDuty(row)
	return task, assigned(d), ok
}

// assigned is the duty without the word for nobody.
func assigned(d assign.Duty) assign.Duty {
	if slices.Equal(d.Lead, []string{unassigned}) {
		d.Lead = nil
	}
	return d
}

// lastBracket is where the bracket that s ends with was opened, in either
// width; -1 where it ends with none.
func lastBracket(s string) int {
	if !strings.HasSuffix(s, "）") && !strings.HasSuffix(s, ")") {
		return -1
	}
	depth := 0
	for i := len(s); i > 0; {
		i = strings.LastIndexAny(s[:i], "（(）)")
		switch {
		case i < 0:
			return -1
		case strings.HasPrefix(s[i:], "）") || s[i] == ')':
			depth++
		default:
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}
