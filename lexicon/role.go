package lexicon

// Role is a set of bits: what verbs and words do in a clause. The names in
// roleNames are those of the role columns of data/verbs.tsv and data/words.tsv.
type Role uint64

// The roles of verbs.
const (
	Task   Role = 1 << iota // can open a task clause with its own object
	Result                  // adds purpose or effect to a previous action
	Up                      // a change upwards: 增长 新增
	Down                    // a change downwards: 下降 压减
	Reach                   // stands between a subject and its value: 达到 为 控制在
	Attain                  // its object is measured by the number after it: 投入资金465亿元
	Noun                    // is as often a noun: 建设 发展

	// The roles of words.
	Adverb    // 已 将 进一步: stripped before a verb
	Scope     // 全市 全区 我国: the report's own place
	Prep      // 由 从 向 通过: opens a phrase before the verb
	Conj      // 和 与 及 以及: joins like things
	Time      // 全年 去年 五年来: value says which period
	Among     // 其中: a part of what stands before
	Each      // 分别 依次: names and values pair up
	Than      // 比 较 高于 低于: opens a comparison
	Goal      // 目标 计划 预算 任务: what a result is held against
	Average   // 平均 平均水平: of a larger place
	Ratio     // 占 占比 比重: a part of a whole
	Plain     // a noun that hides verbs inside it: 增加值 发展中国家
	Head      // a measuring noun that cannot stand alone: 产量 收入 面积
	Frame     // words that frame a list of goals: 预期目标是
	System    // heads of mechanisms: 机制 制度 清单
	Rate      // a noun ending that makes a percentage a share: 率 比例 覆盖面
	PerUnit   // 人均 亩均 每千人口
	Annual    // 年均 平均每年
	Same      // 同比 环比 同口径
	Not       // 不 未 没有: negates what follows
	Setphrase // a phrase whose numerals are no numbers: 千方百计
	Modal     // 要 将 力争 确保: speaks of the future
	Past      // 已 了 累计: speaks of what is done
	Void      // says nothing of its own between a subject and its value: 初步核算
	Person    // a measure noun for people: 人 群众 农牧民
	Series    // a noun that makes a number before it part of a name: 国道 战略 号线
	Make      // brings its object about and is no part of what is measured: 完成 新建 投入
	Ranking   // stands between a subject and its rank: 居 位列 排名
	Wish      // stands before a verb and says how willing: 力争 确保 争取
	Purpose   // as a later clause it says what the action before it is for: 促进 让 确保
	Principle // as an earlier clause it says in what spirit the action after it is done: 坚持 贯彻
	Appeal    // closes a report: 让我们 努力奋斗
	Outline   // announces what follows: 做好以下工作
	Creed     // names what a government is guided by: 为指导
	Argue     // marks a clause that reasons and promises nothing: 可以 不会 有利于
	Agent     // who acts, said before a verb and no part of what is measured: 国家 中央财政
	Aside     // opens a phrase that tells why or how counted: 因…, 剔除…因素, 按…
	Effect    // as a later clause with a figure it tells the effect of the task before: 带动
	Gauge     // an object that can be owned by itself even behind a purpose verb: 水平 标准
	Reaching  // tells whom or what something reaches: 覆盖 惠及 受益

	// Checked is the role of the verbs that are hard: whether they were done can
	// be checked. It has no name of its own in the files.
	Checked
)

var roleNames = map[string]Role{
	"task": Task, "result": Result, "up": Up, "down": Down, "reach": Reach, "attain": Attain, "noun": Noun,
	"adverb": Adverb, "scope": Scope, "prep": Prep, "conj": Conj, "time": Time, "among": Among, "each": Each,
	"than": Than, "goal": Goal, "average": Average, "ratio": Ratio, "plain": Plain, "head": Head, "frame": Frame,
	"system": System, "rate": Rate, "perunit": PerUnit, "annual": Annual, "same": Same, "not": Not,
	"setphrase": Setphrase, "modal": Modal, "past": Past, "void": Void, "person": Person, "series": Series, "make": Make, "ranking": Ranking, "wish": Wish,
	"purpose": Purpose, "principle": Principle, "measurable": Gauge, "aside": Aside, "agent": Agent, "argue": Argue, "appeal": Appeal, "outline": Outline, "creed": Creed, "effect": Effect, "reaching": Reaching,
}

// Is reports whether r has any of the roles in q.
func (r Role) Is(q Role) bool { return r&q != 0 }
