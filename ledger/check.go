package ledger

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"pledger/quantity"
)

// checks holds what accounts are checked against; each part is read from the
// store when it is first asked for.
type checks struct {
	desk    *Desk
	tx      Tx
	ledger  *Ledger
	bodies  map[string]*Body
	length  int // of the report's text in runes; 0 where there is none
	lenRead bool
}

// account says what is wrong with the state after; only what differs from
// before, nil for a new account, is looked at.
func (c *checks) account(before, after *Account) ([]Problem, error) {
	if before == nil {
		before = &Account{}
	}
	v := &verdict{account: after.ID}
	v.text("task", after.Task, before.Task, MaxTask)
	if after.Task == "" {
		v.say("task", BadEmpty)
	}
	v.text("note", after.Note, before.Note, MaxNote)
	v.text("leader", after.Leader, before.Leader, MaxTask)
	v.among("category", string(after.Category), string(Target), string(Task))
	v.among("hardness", string(after.Hardness), string(Hard), string(Soft))
	v.among("state", string(after.State), string(Proposed), string(Accepted), string(Dropped), string(Merged))
	if _, ok := c.ledger.Section(after.Section); after.Section != "" && !ok {
		v.say("section", BadSection, after.Section)
	}
	if after.Number == "" || !plain(after.Number) || utf8.RuneCountInString(after.Number) > maxNumber {
		v.say("number", BadValue, after.Number)
	}
	c.deadlines(v, after)
	c.watch(v, before, after)
	c.terms(v, after)
	c.parts(v, after)
	for _, part := range []func(*verdict, *Account, *Account) error{c.owing, c.spans} {
		if err := part(v, before, after); err != nil {
			return nil, err
		}
	}
	return v.problems, nil
}

// maxNumber is how many runes a number may have: 1-1-1 to any depth anyone needs.
const maxNumber = 40

// verdict collects problems of one account.
type verdict struct {
	account  string
	problems []Problem
}

func (v *verdict) say(field, code string, args ...string) {
	v.problems = append(v.problems, Problem{v.account, field, code, args})
}

// text checks a field of free text.
func (v *verdict) text(field, now, was string, limit int) {
	switch {
	case now == was:
	case !plain(now):
		v.say(field, BadText)
	case utf8.RuneCountInString(now) > limit:
		v.say(field, BadLong, fmt.Sprint(limit))
	}
}

// among checks a field of a set.
func (v *verdict) among(field, value string, set ...string) {
	if !slices.Contains(set, value) {
		v.say(field, BadValue, value)
	}
}

// plain reports whether s is text that any table can hold: whole characters,
// no control characters, no marks that turn the direction of writing.
func plain(s string) bool {
	return utf8.ValidString(s) && !strings.ContainsFunc(s, func(r rune) bool {
		return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == utf8.RuneError
	})
}

// deadlines checks the deadline and the milestones.
func (c *checks) deadlines(v *verdict, a *Account) {
	const limit = 200
	v.text("deadline", a.Deadline.Text, "", limit)
	if len(a.Milestones) > MaxMilestones {
		v.say("milestones", BadLong, fmt.Sprint(MaxMilestones))
	}
	for _, m := range a.Milestones {
		v.text("milestones", m.What, "", MaxTask)
		v.text("milestones", m.Due.Text, "", limit)
		if _, err := time.Parse(time.DateOnly, m.Done); err != nil && m.Done != "" {
			v.say("milestones", BadValue, m.Done)
		}
		if m.What == "" || m.Due.Text == "" {
			v.say("milestones", BadMilestone)
		}
	}
}

// terms checks the numbers and codes of the terms.
func (c *checks) terms(v *verdict, a *Account) {
	for i := range a.Terms {
		t := &a.Terms[i]
		if _, err := t.Accepts(); err != nil {
			v.say("terms", BadTerms, err.Error())
		}
		v.text("terms", t.Subject+t.Unit+t.Written, "", MaxTask)
		if t.Subject == "" {
			v.say("terms", BadEmpty)
		}
		v.among("terms", string(t.Polarity), string(MoreIsBetter), string(LessIsBetter), string(Neither))
		v.among("terms", string(t.Over), "", string(Cumulative), string(AtEnd), string(Average))
		v.among("terms", string(t.Nature), "", string(Binding), string(Anticipated))
		if t.Indicator != "" && c.desk.Lexicon.IndicatorCoded(t.Indicator) == nil {
			v.say("terms", BadIndicator, t.Indicator)
		}
	}
}

// parts checks the breakdown over places.
func (c *checks) parts(v *verdict, a *Account) {
	if len(a.Parts) > MaxParts {
		v.say("parts", BadLong, fmt.Sprint(MaxParts))
	}
	if len(a.Parts) > 0 && len(a.Terms) == 0 {
		v.say("parts", BadTerms, "no target")
	}
	seen := map[string]bool{}
	for _, p := range a.Parts {
		if c.desk.Lexicon.PlaceCoded(p.Place) == nil {
			v.say("parts", BadPlaceCode, p.Place)
		}
		_, err := quantity.ParseDecimal(p.Value)
		if err == nil && p.Weight != "" {
			_, err = quantity.ParseDecimal(p.Weight)
		}
		if err != nil || seen[p.Place] {
			v.say("parts", BadPart, p.Place)
		}
		seen[p.Place] = true
	}
}

// owing checks the bodies.
func (c *checks) owing(v *verdict, before, after *Account) error {
	if slices.Equal(before.Lead, after.Lead) && slices.Equal(before.Supporting, after.Supporting) {
		return nil
	}
	if c.bodies == nil {
		all, err := c.tx.Bodies(c.ledger.Place)
		if err != nil {
			return err
		}
		c.bodies = map[string]*Body{}
		for _, b := range all {
			c.bodies[b.Code] = b
		}
	}
	if len(after.Lead)+len(after.Supporting) > MaxBodies {
		v.say("lead", BadManyBodies, fmt.Sprint(MaxBodies))
	}
	seen := map[string]bool{}
	check := func(field string, codes []string) {
		for _, code := range codes {
			switch b := c.bodies[code]; {
			case b == nil, b.Retired && !before.Owes(code):
				v.say(field, BadBody, code)
			case seen[code]:
				v.say(field, BadTwice, b.Name)
			}
			seen[code] = true
		}
	}
	check("lead", after.Lead)
	check("supporting", after.Supporting)
	return nil
}

// spans checks that the account stands inside the report.
func (c *checks) spans(v *verdict, before, after *Account) error {
	if slices.Equal(before.Spans, after.Spans) {
		return nil
	}
	if !c.lenRead {
		c.lenRead = true
		if c.ledger.Source.Text != "" {
			doc, err := c.tx.Document(c.ledger.ID)
			if err != nil {
				return err
			}
			c.length = utf8.RuneCountInString(doc.Text)
		}
	}
	for _, s := range after.Spans {
		if s.Start < 0 || s.Start >= s.End || s.End > c.length {
			v.say("spans", BadSpan)
		}
	}
	return nil
}
