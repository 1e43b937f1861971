package wording

import (
	"encoding/json"
	"strings"

	"pledger/ledger"
	"pledger/locale"
)

// Field is the name of an account's field in words.
func (w *Words) Field(name string) string { return w.value("ledger.field.", name) }

// Change is a change to an account in words.
type Change struct {
	Name   string // of the field
	Before string // "" where nothing stood there
	After  string
}

// Changes words what an entry changed. Fields that say nothing to a reader are
// left out.
func (w *Words) Changes(e *ledger.Entry) []Change {
	var all []Change
	for _, c := range e.Changes {
		if quiet[c.Field] || e.Kind != ledger.KindAccount {
			continue
		}
		all = append(all, Change{w.Field(c.Field), w.Stood(c.Field, c.Before), w.Stood(c.Field, c.After)})
	}
	return all
}

// quiet are the fields whose changes follow from others or mean nothing to a
// reader.
var quiet = map[string]bool{"ledger": true, "id": true, "order": true}

// Stood is in words what a field held, "" for nothing. raw is the field's JSON.
func (w *Words) Stood(field string, raw json.RawMessage) string {
	if len(raw) == 0 || string(raw) == "null" {
		return ""
	}
	a := &ledger.Account{}
	doc, err := json.Marshal(map[string]json.RawMessage{field: raw})
	if err == nil {
		err = json.Unmarshal(doc, a)
	}
	if err != nil || !locale.Has("ledger.field."+field) {
		return string(raw)
	}
	return w.Holds(field, a)
}

// Holds is in words what a field of the account holds, "" for nothing.
func (w *Words) Holds(field string, a *ledger.Account) string {
	switch field {
	case "number":
		return a.Number
	case "category":
		return w.Category(a.Category)
	case "state":
		return w.State(a.State)
	case "section":
		return w.Section(a.Section)
	case "task":
		return a.Task
	case "hardness":
		return w.Hardness(a.Hardness)
	case "lead":
		return List(w.Names(a.Lead))
	case "supporting":
		return List(w.Names(a.Supporting))
	case "leader":
		return a.Leader
	case "note":
		return a.Note
	case "into":
		return a.Into
	case "from":
		return List(a.From)
	}
	return w.holdsMany(field, a)
}

// holdsMany is Holds for the fields that are made of several.
func (w *Words) holdsMany(field string, a *ledger.Account) string {
	var lines []string
	switch field {
	case "deadline":
		return w.deadlineLine(a.Deadline)
	case "watch":
		return w.Watch(a.Watch)
	case "spans":
		for _, s := range a.Spans {
			lines = append(lines, w.Text("ledger.span", s.Start, s.End))
		}
	case "terms":
		for i := range a.Terms {
			lines = append(lines, w.termsLine(&a.Terms[i]))
		}
	case "milestones":
		for _, m := range a.Milestones {
			line := w.Text("ledger.milestone", m.Due.Text, m.What)
			if m.Done != "" {
				line = w.Text("ledger.milestone.done", line, w.Day(m.Done))
			}
			lines = append(lines, line)
		}
	case "parts":
		for _, p := range a.Parts {
			lines = append(lines, w.partLine(p))
		}
	}
	return strings.Join(lines, "；")
}

// deadlineLine is a deadline with the day it means.
func (w *Words) deadlineLine(d ledger.Deadline) string {
	if d.Date == "" {
		return d.Text
	}
	return w.Text("ledger.deadline.line", d.Text, w.Day(d.Date))
}

// termsLine is a target with all that its terms say.
func (w *Words) termsLine(t *ledger.Terms) string {
	facts := []string{w.Met(t), w.Over(t.Over), w.Nature(t.Nature)}
	if t.Indicator != "" {
		facts = append(facts, w.Indicator(t.Indicator))
	}
	line := w.Target(t)
	for _, f := range facts {
		if f != "" {
			line += "，" + f
		}
	}
	return line
}

// partLine is one place's share.
func (w *Words) partLine(p ledger.Part) string {
	if p.Weight == "" {
		return w.Place(p.Place) + " " + w.Lang.Number(p.Value)
	}
	return w.Text("ledger.part", w.Place(p.Place), w.Lang.Number(p.Value), w.Lang.Number(p.Weight))
}
