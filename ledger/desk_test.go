package ledger_test

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"pledger/internal/pgtest"
	"pledger/ledger"
	"pledger/lexicon"
	"pledger/store"
)

// shortReport is a report of a few pledges, in our own words.
const shortReport = `2024年内蒙古自治区政府工作报告

一、2024年主要目标

地区生产总值增长6%左右，城镇新增就业20万人以上，居民消费价格涨幅3%左右。

二、2024年重点工作

（一）扩大有效需求

新建高标准农田500万亩，6月底前开工建设东岭水库。完善项目调度机制，支持企业改造设备。

（二）改善民生

改造老旧小区16万户。建立零工市场动态监测机制。
`

// office is a ledger of shortReport in a new database, and its desk.
type office struct {
	*testing.T
	*ledger.Desk
	ctx context.Context
	id  ledger.ID
	now time.Time
}

// TestMain stops the PostgreSQL server that a test started.
func TestMain(m *testing.M) { pgtest.Main(m) }

// newOffice opens shortReport in a file.
func newOffice(t *testing.T) *office {
	t.Helper()
	return officeAt(t, filepath.Join(t.TempDir(), "office.db"))
}

// onBoth runs a test over a file and over a PostgreSQL database.
func onBoth(t *testing.T, f func(*testing.T, *office)) {
	t.Run("sqlite", func(t *testing.T) { f(t, newOffice(t)) })
	t.Run("postgres", func(t *testing.T) { f(t, officeAt(t, pgtest.Database(t))) })
}

// officeAt opens shortReport in the database. Its list of bodies is finance,
// reform and health.
func officeAt(t *testing.T, address string) *office {
	t.Helper()
	s, err := store.Create(t.Context(), address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	o := &office{T: t, ctx: t.Context(), id: "150000-2024", now: time.Date(2024, 2, 22, 9, 0, 0, 0, time.UTC)}
	o.Desk = &ledger.Desk{Store: s, Lexicon: lexicon.Default(), Now: func() time.Time { return o.now }}
	var bodies []*ledger.Body
	for i, name := range []string{"财政厅", "发展改革委", "卫生健康委"} {
		bodies = append(bodies, &ledger.Body{Place: "150000", Code: []string{"finance", "reform", "health"}[i], Name: name, Order: i + 1})
	}
	if err := o.OpenLedger(o.ctx, operator, open("r.txt", shortReport, 2024), bodies); err != nil {
		t.Fatal(err)
	}
	return o
}

var operator = ledger.Operator()

// account is the live account with the number, else one that is not.
func (o *office) account(number string) *ledger.Account {
	o.Helper()
	var found *ledger.Account
	o.view(func(r ledger.Reader) error {
		page, err := r.Accounts(ledger.Query{Ledger: o.id, Number: number})
		if err != nil {
			return err
		}
		for _, a := range page.Accounts {
			if found == nil || a.State.Live() {
				found = a
			}
		}
		return err
	})
	if found == nil {
		o.Fatalf("no account is numbered %s", number)
	}
	return found
}

// ref is the account with the number as its reader sees it now.
func (o *office) ref(number string) ledger.Ref {
	o.Helper()
	a := o.account(number)
	return ledger.Ref{ID: a.ID, Version: a.Version}
}

func (o *office) view(f func(ledger.Reader) error) {
	o.Helper()
	if err := o.Store.View(o.ctx, f); err != nil {
		o.Fatal(err)
	}
}

// list is the ledger as lines: number, state, task.
func (o *office) list() string {
	o.Helper()
	var b strings.Builder
	o.view(func(r ledger.Reader) error {
		return r.EachAccount(o.id, func(a *ledger.Account) bool {
			fmt.Fprintf(&b, "%s %s %s\n", a.Number, a.State, a.Task)
			return true
		})
	})
	return b.String()
}

// proved demands that entries and state agree.
func (o *office) proved() {
	o.Helper()
	if _, err := store.Verify(o.ctx, o.Store); err != nil {
		o.Error(err)
	}
}

// must fails the test on an error.
func (o *office) must(r ledger.Result, err error) ledger.Result {
	o.Helper()
	if err != nil {
		o.Fatal(err)
	}
	return r
}

// codes are the codes of an *Invalid, sorted; nil for another error.
func codes(err error) (all []string) {
	var invalid *ledger.Invalid
	if errors.As(err, &invalid) {
		for _, p := range invalid.Problems {
			all = append(all, p.Code)
		}
	}
	slices.Sort(all)
	return all
}

func TestOpenLedger(t *testing.T) {
	o := newOffice(t)
	const want = `1 proposed 地区生产总值增长6%左右
2 proposed 城镇新增就业20万人以上
3 proposed 居民消费价格涨幅3%左右
4 proposed 新建高标准农田500万亩
5 proposed 6月底前开工建设东岭水库
6 proposed 完善项目调度机制
7 proposed 支持企业改造设备
8 proposed 改造老旧小区16万户
9 proposed 建立零工市场动态监测机制
`
	if got := o.list(); got != want {
		t.Errorf("the ledger is\n%s\nwant\n%s", got, want)
	}
	err := o.OpenLedger(o.ctx, operator, open("r.txt", shortReport, 2024), nil)
	var exists *ledger.Exists
	if !errors.As(err, &exists) {
		t.Errorf("opened twice: %v", err)
	}
	o.proved()
}

func TestSplitAndUndo(t *testing.T) {
	o := newOffice(t)
	before := o.list()
	r := o.must(o.Split(o.ctx, operator, o.id, o.ref("6"), []ledger.Portion{{Task: "完善项目调度机制"}, {Task: "建立月度通报"}, {Task: "开展督导"}}, ""))
	const want = `6 proposed 完善项目调度机制
6-1 proposed 建立月度通报
6-2 proposed 开展督导
7 proposed 支持企业改造设备
`
	if got := o.list(); !strings.Contains(got, want) {
		t.Errorf("after the split the ledger is\n%s", got)
	}
	if a := o.account("6-1"); !slices.Equal(a.From, []string{"0006"}) || a.Section != "二/（一）" {
		t.Errorf("the part is %+v", a)
	}
	o.must(o.Undo(o.ctx, operator, o.id, r.Op, ""))
	got := o.list()
	got = strings.ReplaceAll(strings.ReplaceAll(got, "6-1 dropped 建立月度通报\n", ""), "6-2 dropped 开展督导\n", "")
	if got != before {
		t.Errorf("after the undoing the ledger is\n%s", got)
	}
	o.proved()
}

// TestSplitByPlace demands that terms go with the stretch their number stands in.
func TestSplitByPlace(t *testing.T) {
	o := newOffice(t)
	a := o.account("4")
	at := a.Terms[0].At
	o.must(o.Split(o.ctx, operator, o.id, o.ref("4"), []ledger.Portion{
		{Task: "选址", Spans: []ledger.Span{{Start: a.Spans[0].Start, End: at}}},
		{Task: "建成500万亩", Spans: []ledger.Span{{Start: at, End: a.Spans[0].End}}},
	}, ""))
	if n := len(o.account("4").Terms); n != 0 {
		t.Errorf("the first part has %d terms", n)
	}
	if n := len(o.account("4-1").Terms); n != 1 {
		t.Errorf("the second part has %d terms", n)
	}
	o.proved()
}

func TestMerge(t *testing.T) {
	o := newOffice(t)
	r := o.must(o.Merge(o.ctx, operator, o.id, []ledger.Ref{o.ref("4"), o.ref("5")}, "", ""))
	a := o.account("4")
	if a.Task != "新建高标准农田500万亩；6月底前开工建设东岭水库" || len(a.Spans) != 2 || len(a.Terms) != 1 || !slices.Equal(a.From, []string{"0005"}) {
		t.Errorf("the whole is %+v", a)
	}
	if b := o.account("5"); b.State != ledger.Merged || b.Into != "0004" {
		t.Errorf("the part is %+v", b)
	}
	o.must(o.Undo(o.ctx, operator, o.id, r.Op, "看错"))
	if b := o.account("5"); b.State != ledger.Proposed || b.Into != "" {
		t.Errorf("after the undoing the part is %+v", b)
	}
	o.proved()
}

func TestDropAndRestore(t *testing.T) {
	o := newOffice(t)
	if _, err := o.Drop(o.ctx, operator, o.id, []ledger.Ref{o.ref("7")}, " "); !slices.Equal(codes(err), []string{ledger.NeedDrop}) {
		t.Errorf("dropped without a reason: %v", err)
	}
	dropped := o.ref("7").ID
	o.must(o.Drop(o.ctx, operator, o.id, []ledger.Ref{o.ref("7")}, "不是任务"))
	if _, err := o.Accept(o.ctx, operator, o.id, []ledger.Ref{{ID: dropped}}, ""); !slices.Equal(codes(err), []string{ledger.BadState}) {
		t.Errorf("a dropped account was accepted: %v", err)
	}
	o.must(o.Renumber(o.ctx, operator, o.id, ""))
	if a := o.account("7"); a.ID == dropped || a.Task != "改造老旧小区16万户" {
		t.Errorf("after renumbering, 7 is %+v", a)
	}
	o.must(o.Restore(o.ctx, operator, o.id, ledger.Ref{ID: dropped}, ""))
	numbers := map[string]string{}
	o.view(func(r ledger.Reader) error {
		return r.EachAccount(o.id, func(a *ledger.Account) bool {
			if other := numbers[a.Number]; other != "" {
				t.Errorf("%s and %s are both numbered %s", other, a.ID, a.Number)
			}
			numbers[a.Number] = a.ID
			return true
		})
	})
	o.proved()
}

func TestAddByHand(t *testing.T) {
	o := newOffice(t)
	task := &ledger.Account{Category: ledger.Task, State: ledger.Accepted, Task: "新增一项", Hardness: ledger.Hard}
	o.must(o.Add(o.ctx, operator, o.id, task, o.ref("4").ID, ""))
	o.must(o.Add(o.ctx, operator, o.id, task, o.ref("4").ID, ""))
	o.must(o.Add(o.ctx, operator, o.id, task, "", ""))
	const want = `4 proposed 新建高标准农田500万亩
4-2 accepted 新增一项
4-1 accepted 新增一项
5 proposed`
	if got := o.list(); !strings.Contains(got, want) || !strings.HasSuffix(got, "12 accepted 新增一项\n") {
		t.Errorf("the ledger is\n%s", got)
	}
	bad := &ledger.Account{Category: "x", State: ledger.Accepted, Hardness: ledger.Hard, Section: "九", Task: "", Spans: []ledger.Span{{Start: 5, End: 99999}}}
	_, err := o.Add(o.ctx, operator, o.id, bad, "", "")
	if got, want := codes(err), []string{ledger.BadEmpty, ledger.BadSection, ledger.BadSpan, ledger.BadValue}; !slices.Equal(got, want) {
		t.Errorf("codes %v, want %v", got, want)
	}
	o.proved()
}

// TestConflict demands that the second of two editors is told what changed, and
// that nothing of the second's command is written.
func TestConflict(t *testing.T) {
	o := newOffice(t)
	seen := o.ref("5")
	edit := func(who string, r ledger.Ref, task string) error {
		_, err := o.Do(o.ctx, ledger.Actor{Name: who, Role: ledger.Supervisor}, o.id, ledger.Batch{
			Action: ledger.ActEdit,
			Edits:  []ledger.Edit{{Account: r.ID, Version: r.Version, Change: func(a *ledger.Account) { a.Task = task }}},
		})
		return err
	}
	if err := edit("甲", seen, "建设东岭水库"); err != nil {
		t.Fatal(err)
	}
	var conflict *ledger.Conflict
	if err := edit("乙", seen, "开工东岭水库"); !errors.As(err, &conflict) {
		t.Fatalf("the second edit: %v", err)
	}
	if conflict.Accounts[0].Task != "建设东岭水库" || len(conflict.Since) != 1 || conflict.Since[0].Who != "甲" {
		t.Errorf("the conflict tells %+v", conflict)
	}
	if err := edit("乙", o.ref("5"), "开工东岭水库"); err != nil {
		t.Error(err)
	}
	o.proved()
}

// TestEditors lets many edit one ledger at once, each over what it last saw:
// every change is kept or refused with a conflict, and none is lost.
func TestEditors(t *testing.T) { onBoth(t, editors) }

func editors(t *testing.T, o *office) {
	const editors, edits = 100, 5
	var wg sync.WaitGroup
	var mu sync.Mutex
	kept, conflicts := 0, 0
	for n := range editors {
		wg.Go(func() {
			for range edits {
				account := fmt.Sprintf("%04d", 1+n%9)
				var seen *ledger.Account
				if err := o.Store.View(o.ctx, func(r ledger.Reader) (err error) {
					seen, err = r.Account(o.id, account)
					return err
				}); err != nil {
					t.Error(err)
					return
				}
				_, err := o.Do(o.ctx, operator, o.id, ledger.Batch{Action: ledger.ActEdit, Edits: []ledger.Edit{{
					Account: seen.ID, Version: seen.Version, Change: func(a *ledger.Account) { a.Note += "x" },
				}}})
				var conflict *ledger.Conflict
				mu.Lock()
				switch {
				case err == nil:
					kept++
				case errors.As(err, &conflict) && len(conflict.Since) > 0:
					conflicts++
				default:
					t.Error(err)
				}
				mu.Unlock()
			}
		})
	}
	wg.Wait()
	notes := 0
	o.view(func(r ledger.Reader) error {
		return r.EachAccount(o.id, func(a *ledger.Account) bool {
			notes += len(a.Note)
			return true
		})
	})
	if notes != kept || kept+conflicts != editors*edits {
		t.Errorf("%d edits were acknowledged and %d refused of %d; %d are in the ledger", kept, conflicts, editors*edits, notes)
	}
	t.Logf("%d kept, %d conflicts", kept, conflicts)
	o.proved()
}

// TestApproval leads a ledger from its opening to its publication.
func TestApproval(t *testing.T) { onBoth(t, approval) }

func approval(t *testing.T, o *office) {
	_, err := o.Approve(o.ctx, operator, o.id, "")
	if got := codes(err); !slices.Equal(got, []string{ledger.NotReady, ledger.NotReady}) {
		t.Fatalf("approved what nobody has looked at: %v", err)
	}
	var refs []ledger.Ref
	var assign []ledger.Edit
	o.view(func(r ledger.Reader) error {
		return r.EachAccount(o.id, func(a *ledger.Account) bool {
			refs = append(refs, ledger.Ref{ID: a.ID, Version: a.Version})
			assign = append(assign, ledger.Edit{Account: a.ID, Change: func(a *ledger.Account) { a.Lead = []string{"reform"} }})
			return true
		})
	})
	o.must(o.Accept(o.ctx, operator, o.id, refs, ""))
	o.must(o.Drop(o.ctx, operator, o.id, []ledger.Ref{o.ref("6")}, "并入其他"))
	assign = slices.DeleteFunc(assign, func(e ledger.Edit) bool { return e.Account == "0006" })
	o.must(o.Do(o.ctx, operator, o.id, ledger.Batch{Action: ledger.ActAssign, Edits: assign}))
	if _, err := o.Publish(o.ctx, operator, o.id, ""); !slices.Equal(codes(err), []string{ledger.BadStage}) {
		t.Errorf("published a draft: %v", err)
	}
	o.must(o.Approve(o.ctx, operator, o.id, ""))
	if a := o.account("6"); a.Task != "支持企业改造设备" {
		t.Errorf("approval did not number anew: 6 is %s", a.Task)
	}
	change := ledger.Batch{Action: ledger.ActEdit, Edits: []ledger.Edit{{Account: "0001", Change: func(a *ledger.Account) { a.Task = "改了" }}}}
	if _, err := o.Do(o.ctx, operator, o.id, change); !slices.Equal(codes(err), []string{ledger.NeedReason}) {
		t.Errorf("changed after approval without a reason: %v", err)
	}
	change.Why = "人大常委会审议调整"
	o.must(o.Do(o.ctx, operator, o.id, change))
	o.must(o.Publish(o.ctx, operator, o.id, ""))
	if _, err := o.Renumber(o.ctx, operator, o.id, "整理"); !slices.Equal(codes(err), []string{ledger.BadStage}) {
		t.Errorf("numbered anew after publication: %v", err)
	}
	if _, err := o.Reopen(o.ctx, operator, o.id, ""); !slices.Equal(codes(err), []string{ledger.NeedReason}) {
		t.Errorf("reopened without a reason: %v", err)
	}
	o.must(o.Reopen(o.ctx, operator, o.id, "补充"))
	o.proved()
}

// TestRights tries a command with every role.
func TestRights(t *testing.T) {
	o := newOffice(t)
	for _, tt := range []struct {
		who ledger.Actor
		ok  bool
	}{
		{ledger.Actor{Role: ledger.Administrator}, true},
		{ledger.Actor{Role: ledger.Supervisor, Place: "150000"}, true},
		{ledger.Actor{Role: ledger.Supervisor, Place: "640000"}, false},
		{ledger.Actor{Role: ledger.Liaison, Place: "150000", Body: "reform"}, false},
		{ledger.Actor{Role: ledger.Viewer}, false},
		{ledger.Nobody(), false},
	} {
		_, err := o.Accept(o.ctx, tt.who, o.id, []ledger.Ref{o.ref("1")}, "")
		var forbidden *ledger.Forbidden
		if tt.ok != (err == nil) || !tt.ok && !errors.As(err, &forbidden) {
			t.Errorf("%+v: %v", tt.who, err)
		}
	}
	plan := func(who ledger.Actor, number string) error {
		_, err := o.Do(o.ctx, who, o.id, ledger.Batch{Action: ledger.ActSchedule, Right: ledger.PlanAccount, Edits: []ledger.Edit{{
			Account: o.ref(number).ID, Change: func(a *ledger.Account) {
				a.Milestones = []ledger.Milestone{{Due: ledger.ParseDeadline("6月底前", 2024), What: "完成选址"}}
			}}}})
		return err
	}
	o.must(o.Do(o.ctx, operator, o.id, ledger.Batch{Action: ledger.ActAssign, Edits: []ledger.Edit{{
		Account: o.ref("4").ID, Change: func(a *ledger.Account) { a.Lead = []string{"reform"} }}}}))
	liaison := ledger.Actor{Name: "l", Role: ledger.Liaison, Place: "150000", Body: "reform"}
	if err := plan(liaison, "4"); err != nil {
		t.Errorf("a liaison may not plan what its body leads: %v", err)
	}
	if err := plan(liaison, "5"); err == nil {
		t.Error("a liaison planned what its body does not lead")
	}
	o.proved()
}

// TestWatch demands that an account is watched only as is known, and that an
// undoing takes it back.
func TestWatch(t *testing.T) {
	o := newOffice(t)
	set := func(w ledger.Watch) (ledger.Result, error) {
		return o.Do(o.ctx, operator, o.id, ledger.Batch{Action: ledger.ActTerms, Edits: []ledger.Edit{{
			Account: "0002", Change: func(a *ledger.Account) { a.Watch = w }}}})
	}
	for _, bad := range []ledger.Watch{{Pace: "soon"}, {Every: 5}, {Every: -1}, {Rule: "a\nb"}, {Rule: strings.Repeat("长", 41)}} {
		var invalid *ledger.Invalid
		if _, err := set(bad); !errors.As(err, &invalid) {
			t.Errorf("%+v: %v", bad, err)
		}
	}
	good := ledger.Watch{Pace: ledger.BySeason, Rule: "half", Every: 1}
	done := o.must(set(good))
	if got := done.Accounts[0].Watch; got != good {
		t.Errorf("%+v", got)
	}
	if r := o.must(o.Undo(o.ctx, operator, o.id, done.Op, "")); r.Accounts[0].Watch != (ledger.Watch{}) {
		t.Errorf("not taken back: %+v", r.Accounts[0].Watch)
	}
	o.proved()
}

// TestUndoConflict demands that an undoing never takes back what came later.
func TestUndoConflict(t *testing.T) {
	o := newOffice(t)
	set := func(field string) ledger.Result {
		return o.must(o.Do(o.ctx, operator, o.id, ledger.Batch{Action: ledger.ActEdit, Edits: []ledger.Edit{{Account: "0005", Change: func(a *ledger.Account) { a.Task = field }}}}))
	}
	first := set("一")
	set("二")
	var conflict *ledger.Conflict
	if _, err := o.Undo(o.ctx, operator, o.id, first.Op, ""); !errors.As(err, &conflict) || len(conflict.Since) != 1 {
		t.Errorf("undone over a later change: %v", err)
	}
	for _, op := range []int64{0, 1, 3, 9999} {
		if _, err := o.Undo(o.ctx, operator, o.id, op, ""); !slices.Equal(codes(err), []string{ledger.BadUndo}) {
			t.Errorf("undid %d: %v", op, err)
		}
	}
	o.proved()
}

func TestBodies(t *testing.T) {
	o := newOffice(t)
	o.must(o.Do(o.ctx, operator, o.id, ledger.Batch{Action: ledger.ActAssign, Edits: []ledger.Edit{{
		Account: o.ref("4").ID, Change: func(a *ledger.Account) { a.Lead, a.Supporting = []string{"reform"}, []string{"finance"} }}}}))
	added, changed, retired, err := o.PutBodies(o.ctx, operator, "150000", []*ledger.Body{
		{Place: "150000", Code: "reform", Name: "自治区发展改革委", Order: 1},
		{Place: "150000", Code: "water", Name: "水利厅", Order: 2},
	})
	if err != nil || added != 1 || changed != 1 || retired != 2 {
		t.Errorf("added %d, changed %d, retired %d, %v", added, changed, retired, err)
	}
	lead := func(codes ...string) error {
		_, err := o.Do(o.ctx, operator, o.id, ledger.Batch{Action: ledger.ActAssign, Edits: []ledger.Edit{{
			Account: o.ref("4").ID, Change: func(a *ledger.Account) { a.Lead = codes }}}})
		return err
	}
	if got := codes(lead("health")); !slices.Equal(got, []string{ledger.BadBody}) {
		t.Errorf("a retired body was chosen: %v", got)
	}
	if got := codes(lead("nobody")); !slices.Equal(got, []string{ledger.BadBody}) {
		t.Errorf("an unknown body was chosen: %v", got)
	}
	if got := codes(lead("reform", "finance")); !slices.Equal(got, []string{ledger.BadTwice}) {
		t.Errorf("a body leads and supports: %v", got)
	}
	if err := lead("reform", "water"); err != nil {
		t.Errorf("a retired body that stood there already: %v", err)
	}
	o.proved()
}
