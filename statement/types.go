package statement

import (
	"slices"
	"strings"

	"pledger/document"
	"pledger/quantity"
	"pledger/report"
)

// What（性质）says what a number in the text is.
type What string

// What a mention can be. See docs/contract.md.
const (
	IsFigure What = "figure" // it states a quantity
	IsPeriod What = "period" // it is part of a date or period
	IsName   What = "name"   // it is part of a name or set phrase
	IsNone   What = "none"   // it is no quantity: 一批, 进一步, a heading's number
)

// Kind（类型）is the sort of quantity a figure is.
type Kind int8

// The kinds of figure.
const (
	Level      Kind = iota + 1 // an amount, a stock, a flow, a count of things
	Growth                     // a change rate against an earlier period, in %
	PP                         // a change or gap in percentage points
	Share                      // a proportion, a rate, a coverage
	Completion                 // percent of a plan fulfilled
	Multiple                   // 2.6倍, 翻一番
	Rank                       // 第一, 首位
	Duration                   // 55天, 3个工作日
	Streak                     // 十七连丰, 连续三年
	Count                      // an enumeration: 六个方面
)

var kindNames = [...]string{"", "level", "growth", "pp", "share", "completion", "multiple", "rank", "duration", "streak", "count"}

// String is the name of k, "" of the zero Kind.
func (k Kind) String() string { return kindNames[k] }

// KindNamed is the kind with this name, the zero Kind where there is none.
func KindNamed(name string) Kind { return Kind(max(slices.Index(kindNames[:], name), 0)) }

// Direction says which way a change goes; "" for a plain level.
type Direction string

// The directions.
const (
	Up   Direction = "up"
	Down Direction = "down"
)

// Role（角色）says in what role a figure is stated.
type Role int8

// The roles.
const (
	Achieved  Role = iota + 1 // a result reported
	Target                    // promised or expected
	Required                  // a limit or earlier target held against a result
	Reference                 // a fact about earlier or elsewhere
)

var figureRoles = [...]string{"", "achieved", "target", "required", "reference"}

// String is the name of r, "" of the zero Role.
func (r Role) String() string { return figureRoles[r] }

// BaseKind says what a change, gap or multiple is measured against.
type BaseKind int8

// The comparison bases（比较基准）.
const (
	BasePriorPeriod BaseKind = iota + 1 // 上年, 同比; the default of a growth
	BaseTarget                          // 目标, 计划, 预算, 年度任务
	BaseAverage                         // 全国平均, 全省平均
	BaseStated                          // 比2015年; Period then has base/end
	BaseOther                           // another indicator: 是同期GDP的2.6倍
)

var baseNames = [...]string{"", "prior", "target", "average", "stated", "other"}

// String is the name of b, "" of the zero BaseKind.
func (b BaseKind) String() string { return baseNames[b] }

// Base is a comparison base: its kind and its words. The zero Base means none.
type Base struct {
	Pos  document.Position // the words: 全国平均水平; empty where only implied
	Kind BaseKind
}

// Figure（数据）is a quantity said of a subject, for a period, in a place, in a role.
type Figure struct {
	Pos       document.Position // the number as it stands, without its unit
	Quote     document.Position // the clause it stands in
	Subject   string            // what is measured, in the report's words, completed
	Indicator string            // catalogue code, or ""
	Quantity  quantity.Quantity
	Direction Direction
	Base      Base
	Period    string   // 2020, 2016/2020, 2015/2020, 2020-11, 2021-01/2021-09; "" where unknown; counted from the year 0 where the report names none, see Dated
	Region    string   // the place where it is not the report's own, in the report's words
	Section   int      // index into Report.Sections
	Clause    int      // index into Report.Clauses
	Trace     []string // names of the rules that decided its fields, in order
	Kind      Kind
	Role      Role

	inherited bool // the subject was completed from what stood before
	delimits  bool // it only delimits what a later number counts: 亿元以上项目80个
}

// Dated is Period, or "" where that only orders figures among themselves: 去年 in
// a report that names no year.
func (f *Figure) Dated() string {
	if strings.HasPrefix(f.Period, "0") || strings.HasPrefix(f.Period, "-") {
		return ""
	}
	return f.Period
}

// Mention is one number of the text, figure or not.
type Mention struct {
	Pos    document.Position
	What   What
	Rule   string // the rule that decided
	Figure int    // index into Set.Figures, or -1
}

// Hardness says whether one can check that a pledge was kept.
type Hardness int8

// The hardnesses.
const (
	Hard Hardness = iota + 1
	Soft
)

var hardnessNames = [...]string{"", "hard", "soft"}

// String is the name of h, "" of the zero Hardness.
func (h Hardness) String() string { return hardnessNames[h] }

// Pledge（承诺）is one action promised: what one lead body could own.
type Pledge struct {
	Pos      document.Position
	Section  int // index into Report.Sections
	Verbs    []string
	Objects  []string
	Figures  []int // indices into Set.Figures
	Hardness Hardness
	Deadline string   // 2021-06, 2025; "" means within the plan year
	Places   []string // places named in it, in the report's words
	Trace    []string
}

// Mechanism（机制）is a mention of a standing arrangement: 林长制, 监测预警机制.
type Mechanism struct {
	Pos     document.Position
	Name    string
	Head    string // the word that makes it one: 机制 制度 清单 责任制 监测 预警 考核 交易 …
	Section int
	Pledge  int // index into Set.Pledges, or -1
}

// Coverage（覆盖）says how much of a report was understood.
type Coverage struct {
	Numbers int // numbers present in the text
	Read    int // of them, those whose value and nature were decided
	Figures int // typed as figures
	Linked  int // figures with an indicator of the catalogue
	Doubts  int // left doubtful; the reasons are in Set.Doubts
}

// Set is everything a report states and promises.
type Set struct {
	Report     *report.Report
	Mentions   []Mention // in the order of the text
	Figures    []Figure  // in the order of the text
	Pledges    []Pledge  // in the order of the text
	Mechanisms []Mechanism
	Doubts     []report.Doubt
	Coverage   Coverage
	// Government is the place whose report this is: as the report words it, else
	// the place it names most; "" where it names none.
	Government string
}
