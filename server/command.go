package server

import (
	"context"
	"strconv"
	"strings"

	"pledger/document"
	"pledger/ledger"
	"pledger/ledger/assign"
	"pledger/server/page"
	pageaccount "pledger/server/page/account"
	pageledger "pledger/server/page/ledger"
	"pledger/server/page/wording"
	"pledger/standing"
	"pledger/statement"
)

// suggestion is a body suggested to lead.
type suggestion = assign.Suggestion

// command is one command on one account, as its form asks for it.
type command struct {
	office *office
	r      *request
	form   *page.Form
	words  *wording.Words
	set    *statement.Set // what the report states; nil where there is none
	rules  standing.Rules // for lights, those in force
	ref    ledger.Ref
	name   string // of the form
	action ledger.Action
}

// do carries the command out. What the form itself lacks is refused in it.
func (c *command) do() (ledger.Result, error) {
	ctx, desk, who, id := c.r.Context(), c.office.desk(), c.r.actor, c.r.ledger.ID
	why := pageaccount.Why(c.form, c.name)
	switch c.name {
	case pageaccount.FormAccept:
		c.action = ledger.ActAccept
		return desk.Accept(ctx, who, id, []ledger.Ref{c.ref}, why)
	case pageaccount.FormDrop:
		c.action = ledger.ActDrop
		return desk.Drop(ctx, who, id, []ledger.Ref{c.ref}, why)
	case pageaccount.FormRestore:
		c.action = ledger.ActRestore
		return desk.Restore(ctx, who, id, c.ref, why)
	case pageaccount.FormSplit:
		c.action = ledger.ActSplit
		return desk.Split(ctx, who, id, c.ref, pageaccount.ReadSplit(c.form, c.text(), c.r.about), why)
	case pageaccount.FormMerge:
		c.action = ledger.ActMerge
		return c.merge(ctx, why)
	case pageaccount.FormReach, pageaccount.FormUnreach:
		return c.mark(ctx)
	case pageaccount.FormUndo:
		c.action = ledger.ActUndo
		op, err := strconv.ParseInt(c.form.Value("op"), 10, 64)
		if err != nil {
			return ledger.Result{}, errInvalid
		}
		return desk.Undo(ctx, who, id, op, why)
	}
	return c.change(ctx, why)
}

// change carries out a form that changes fields of the account.
func (c *command) change(ctx context.Context, why string) (ledger.Result, error) {
	b := ledger.Batch{Why: why}
	var change func(*ledger.Account)
	switch c.name {
	case pageaccount.FormEdit:
		b.Action, change = ledger.ActEdit, pageaccount.ReadEdit(c.form)
	case pageaccount.FormAssign:
		b.Action, change = ledger.ActAssign, pageaccount.ReadAssign(c.form, c.words)
	case pageaccount.FormSchedule:
		b.Action, change = ledger.ActSchedule, c.schedule(&b)
	case pageaccount.FormWatch:
		b.Action, change = ledger.ActTerms, pageaccount.ReadWatch(c.form, c.words, c.rules)
	case pageaccount.FormParts:
		b.Action, change = ledger.ActBreakDown, pageaccount.ReadParts(c.form, c.words, c.unit())
	case pageaccount.FormTerms:
		i, ok := pageaccount.TermIndex(c.form)
		if !ok {
			return ledger.Result{}, errInvalid
		}
		b.Why = pageaccount.Why(c.form, c.name+"-"+strconv.Itoa(i))
		b.Action, change = ledger.ActTerms, pageaccount.ReadTerms(c.form, c.words, i)
	default:
		return ledger.Result{}, errNotFound
	}
	c.action = b.Action
	if c.form.Refused() {
		return ledger.Result{}, nil
	}
	b.Edits = []ledger.Edit{{Account: c.ref.ID, Version: c.ref.Version, Change: change}}
	return c.office.desk().Do(ctx, c.r.actor, c.r.ledger.ID, b)
}

// mark reports a milestone reached, or takes that back.
func (c *command) mark(ctx context.Context) (ledger.Result, error) {
	i, ok := pageaccount.NodeIndex(c.form)
	if !ok {
		return ledger.Result{}, errInvalid
	}
	why := pageaccount.Why(c.form, c.name+"-"+strconv.Itoa(i))
	if c.name == pageaccount.FormReach {
		c.action = ledger.ActReach
		return c.office.desk().Reach(ctx, c.r.actor, c.r.ledger.ID, c.ref, i, why)
	}
	c.action = ledger.ActUnreach
	return c.office.desk().Unreach(ctx, c.r.actor, c.r.ledger.ID, c.ref, i, why)
}

// noVersion is the version of no account: a form without one meets a conflict
// and not whatever stands.
const noVersion = -1

// schedule is the change of the form for the deadline. Who may only plan the
// account changes the milestones only.
func (c *command) schedule(b *ledger.Batch) func(*ledger.Account) {
	change := pageaccount.ReadSchedule(c.form, c.r.ledger.Year)
	if c.r.actor.May(ledger.EditLedger, c.r.ledger, c.r.about) {
		return change
	}
	b.Right = ledger.PlanAccount
	return func(a *ledger.Account) {
		deadline := a.Deadline
		change(a)
		a.Deadline = deadline
	}
}

// unit is that of the account's first target.
func (c *command) unit() string {
	if len(c.r.about.Terms) == 0 {
		return ""
	}
	return c.r.about.Terms[0].Unit
}

// text is the report's; nil where there is none.
func (c *command) text() *document.Text {
	if c.set == nil {
		return nil
	}
	return c.set.Report.Text
}

// merge merges the accounts chosen into this one.
func (c *command) merge(ctx context.Context, why string) (ledger.Result, error) {
	refs := pageledger.ParsePicks(map[string][]string{pageledger.FieldPick: c.form.Values[pageaccount.FieldWith]})
	if len(refs) == 0 {
		c.form.Refuse("", c.words.Text("account.merge.none"))
		return ledger.Result{}, nil
	}
	task := ledger.OneLine(strings.TrimSpace(c.form.Value(pageaccount.FieldMerged)))
	return c.office.desk().Merge(ctx, c.r.actor, c.r.ledger.ID, append([]ledger.Ref{c.ref}, refs...), task, why)
}

// field is the field of the form that a problem is about.
func (c *command) field(p ledger.Problem) string {
	switch {
	case c.name == pageaccount.FormReach, c.name == pageaccount.FormUnreach:
		return pageaccount.WhyField(c.name + "-" + c.form.Value(pageaccount.FieldNode))
	case p.Code == ledger.NeedReason, p.Code == ledger.NeedDrop, p.Field == "why":
		if c.name == pageaccount.FormTerms {
			return pageaccount.WhyField(c.name + "-" + c.form.Value(pageaccount.FieldTerm))
		}
		return pageaccount.WhyField(c.name)
	case c.name == pageaccount.FormSplit && (p.Field == "task" || p.Code == ledger.BadSplit):
		return pageaccount.FieldPortions
	case c.form.Values.Has(p.Field):
		return p.Field
	}
	return ""
}
