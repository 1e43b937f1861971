package statement

import (
	"strings"

	"pledger/lexicon"
	"pledger/quantity"
)

// helps reports whether the verb before the number only helps those it counts to do
// something: 帮助1900名失业人员实现再就业.
func (e *extractor) helps(r *run) bool {
	return e.isBefore(e.trim(r.left).End, helpings)
}

// helpings are verbs of what is done for others to do something.
var helpings = phrasesOf("帮助", "扶持", "支持", "带动", "引导", "组织", "推动")

// measureBehind reports whether a rune that makes a measure of the verb before it stands
// at offset i: 开行量.
func (e *extractor) measureBehind(i int) bool {
	switch e.at(i) {
	case '量', '率', '额', '数':
		return !e.longerWord(i)
	}
	return false
}

// lengths say how long or large what a number counts is.
var lengths = phrasesOf("长达", "总长", "全长", "重达", "多达")

// countedLeft is what stands before a counted thing, less the verbs that bring
// it about; made says whether there was one.
func (e *extractor) countedLeft(r *run) (left span, made bool) {
	left = e.stripLeft(r.clause, e.trim(r.left), r.first)
	if disposed := e.at(left.End-1) == '将' || e.at(left.End-1) == '把'; disposed && left.Valid() {
		left.Start = left.End // 坚持将八成财力用于民生
	}
	if at := e.index(left.Start, left.End, "不仅"); at > left.Start {
		left = e.stripLeft(r.clause, span{Start: at + 2, End: left.End}, false) // 改革不仅取消了500项收费
	}
	if left.Len() > 1 && e.at(left.Start) == '在' {
		if t, ok := e.tokenAt(r.clause, span{Start: left.Start + 1, End: left.End}); ok && int(t.End) == left.End && t.Role.Is(lexicon.Scope) {
			left.Start = left.End // 在全国24个省份开展试点
		}
	}
	if listed := left.Valid() && e.at(left.End-1) == '等' && !e.joinsBefore(left.Start); listed {
		t, ok := e.tokenAt(r.clause, left)
		left.Start, made = left.End, ok && t.Class&lexicon.ClassVerb != 0 // 加快一期等28个项目建设
	}
	left = e.withoutPlace(r, e.withoutParticles(r, left))
	if e.serial(r, left) {
		t, ok := e.tokenAt(r.clause, left)
		left.Start, made = left.End, ok && e.urges(t, left)
	} else if at := e.wonThere(r.clause, left); at > 0 {
		left.Start, made = at, true // 体育健儿在比赛中夺得
	}
	few := e.smallCount(r.nums[len(r.nums)-1])
	if few && left.Valid() && e.joinsInside(left) {
		rest := e.enumerated(r, left)
		if t, ok := e.tokenAt(r.clause, left); ok && int(t.End) <= rest.Start && e.bringsAbout(t, left) {
			e.verbDirection(r, t)
			made = true // 创建甲、乙两个示范区
		}
		return rest, made
	}
	left, brought := e.withoutVerbs(r, left)
	if few {
		left = e.enumerated(r, left)
	}
	return left, made || brought
}

// withoutParticles cuts off left the words that only link it to the number or to the clause before.
func (e *extractor) withoutParticles(r *run, left span) span {
	if s, ok := e.oneBefore(left.End, lengths); ok && left.Valid() {
		left.End = max(left.Start, left.End-len([]rune(s))) // 完成了长达3500公里的堤防
	}
	if left.Len() == 1 && strings.ContainsRune("设建办做干", e.rs[left.Start]) {
		left.Start = left.End // 已设21个试验区
	}
	switch e.at(left.Start) {
	case '在':
		left.Start = e.doneThere(r.clause, left) // 在沿海三市设立
	case '让', '使':
		if left.Len() > 1 && !e.longerWord(left.Start) {
			left.Start++ // 让全省900万老年人
		}
	}
	return left
}

// withoutPlace cuts off left the place that all of a list are counted in or that those counted
// are of: 全县14万群众.
func (e *extractor) withoutPlace(r *run, left span) span {
	q := &e.nums[r.nums[len(r.nums)-1]]
	if t, ok := e.tokenAt(r.clause, left); e.joinsBefore(r.left.End) || q.Form == quantity.Chinese && e.at(q.Pos.End) == '大' || ok && int(t.End) == left.End && t.Role.Is(lexicon.Scope) {
		left.Start = left.End
	}
	switch {
	case left.Valid() && e.at(left.End-1) == '了':
		left.End-- // 新开放了5个城市
	case left.Len() > 1 && e.at(left.End-1) == '着':
		left.Start = left.End // 承载着3000人就业
	}
	toks := e.tokens(r.clause, left)
	n := len(toks)
	if n <= 2 || int(toks[n-1].End) != left.End || !toks[n-1].Role.Is(lexicon.Scope) || toks[n-2].Class&lexicon.ClassVerb == 0 {
		return left
	}
	if (isPercent(q) || q.Form == quantity.Fraction || q.Form == quantity.Tenths) && !e.modalIn(toks) && e.at(left.End-3) != '到' {
		left.End = int(toks[n-1].Start) // 高速公路通达全省80%的县
	} else {
		left.Start = left.End // 团结带领全县14万群众
	}
	return left
}

// withoutVerbs cuts off left the doer and the verbs that bring about what is counted, and the
// adverbs that it ends in then; brought says whether there was such a verb.
func (e *extractor) withoutVerbs(r *run, left span) (rest span, brought bool) {
	for left.Valid() {
		t, ok := e.tokenAt(r.clause, left)
		if ok && int(t.End) == left.End && e.helps(r) {
			left.Start = left.End // 组织2100万劳动者参加培训
			break
		}
		if ok && (t.Role.Is(lexicon.Agent) || t.Class&lexicon.ClassBody != 0 && e.willsAt(int(t.End))) && int(t.End) < left.End {
			next := e.skipTime(r.clause, int(t.End))
			next = e.pastResolve(next, left.End)
			if e.verbAt(next) {
				left.Start = next
				continue
			}
		}
		if !ok || e.measureBehind(int(t.End)) || !e.bringsAbout(t, left) && !(t.Role.Is(lexicon.Prep) && int(t.End) == left.End) {
			break
		}
		brought = brought || !t.Role.Is(lexicon.Prep) && !e.hasAt(int(t.End)-1, "有")
		e.verbDirection(r, t)
		left = e.stripLeft(r.clause, span{Start: int(t.End), End: left.End}, false)
	}
	toks := e.tokens(r.clause, left)
	for n := len(toks); n > 0 && left.Valid(); n-- {
		t := toks[n-1]
		if int(t.End) != left.End || !t.Role.Is(lexicon.Adverb|lexicon.Void) || t.Role.Is(lexicon.Plain|lexicon.Noun) || e.joinsBefore(int(t.Start)) {
			break // 需要和可能两个方面
		}
		left = e.trim(span{Start: left.Start, End: int(t.Start)})
	}
	return left, brought
}

// willsAt reports whether a word at offset i says that who stands before it will act.
func (e *extractor) willsAt(i int) bool {
	t, ok := e.lex.At(e.rs, i, lexicon.ClassWord)
	return ok && t.Role.Is(lexicon.Modal|lexicon.Wish) || e.isAt(i, resolves)
}

// bringsAbout reports whether t, which left opens with, brings about what is counted.
func (e *extractor) bringsAbout(t lexicon.Token, left span) bool {
	return e.brings(t) || e.lonelyTask(t, left) || t.Class&lexicon.ClassVerb != 0 && t.Role.Is(lexicon.Task) && int(t.End) < left.End && e.verbAt(int(t.End))
}

// doneThere is where the verb begins that ends left and says what is done in the place that
// it opens with: 设立 of 在上海等省市设立; the start of left where nothing does.
func (e *extractor) doneThere(c int, left span) int {
	const shortest = 2 // runes of the place
	toks := e.tokens(c, left)
	n := len(toks)
	if n < 2 || int(toks[n-1].End) != left.End || int(toks[n-1].Start) <= left.Start+shortest || e.longerWord(left.Start) {
		return left.Start
	}
	if t := toks[n-1]; t.Class&lexicon.ClassVerb == 0 || !t.Role.Is(lexicon.Task|lexicon.Make) || t.Role.Is(lexicon.Noun|lexicon.Head|lexicon.Effect) {
		return left.Start
	}
	return int(toks[n-1].Start)
}

// wonThere is where left ends if it tells who did something where, right before the things that
// are counted: 健儿在比赛中夺得; 0 elsewhere.
func (e *extractor) wonThere(c int, left span) int {
	const furthest = 12 // runes of where
	toks := e.tokens(c, left)
	n := len(toks)
	if n == 0 || int(toks[n-1].End) != left.End || toks[n-1].Class&lexicon.ClassVerb == 0 || toks[n-1].Role.Is(lexicon.Noun|lexicon.Head) {
		return 0
	}
	at := int(toks[n-1].Start)
	if !strings.ContainsRune("上中里", e.at(at-1)) || !e.holds(max(left.Start+1, at-furthest), at, "在") {
		return 0
	}
	return left.End
}

// modalIn reports whether one of toks says that something has to be done.
func (e *extractor) modalIn(toks []lexicon.Token) bool {
	for _, t := range toks {
		if t.Role.Is(lexicon.Modal) {
			return true
		}
	}
	return false
}

// serial reports whether the verb that a counted thing follows is a later verb of
// its clause, so that what stands before it is no part of the thing: 安排资金支持
// 441个项目, 农村中小学改造危房、建设7000所学校.
func (e *extractor) serial(r *run, left span) bool {
	toks := e.tokens(r.clause, left)
	n := len(toks)
	if n < 2 || int(toks[n-1].End) != left.End || toks[n-1].Class&lexicon.ClassVerb == 0 {
		return false
	}
	if last := toks[n-1]; last.Role.Is(lexicon.Noun) && !e.hasAt(int(last.Start), "支持") && e.at(int(last.Start)-1) != '、' {
		return false // 民营企业改革发展24条措施
	}
	if !r.first {
		return true
	}
	if e.urges(toks[0], left) && toks[n-1].Role.Is(lexicon.Up) {
		return true
	}
	for _, t := range toks[:n-1] {
		if t.Class&lexicon.ClassVerb != 0 && t.Role.Is(lexicon.Make) && !t.Role.Is(lexicon.Noun|lexicon.Head) && t.End-t.Start >= 2 {
			return int(t.End) < int(toks[n-1].Start)
		}
	}
	return false
}

// urges reports whether t, with which left opens, only sets about what a later verb
// brings about: 推进全省新增三万吨果品加工能力建设.
func (e *extractor) urges(t lexicon.Token, left span) bool {
	return int(t.Start) == left.Start && t.Class&lexicon.ClassVerb != 0 && t.Role.Is(lexicon.Task) && !t.Role.Is(lexicon.Make|lexicon.Noun|lexicon.Head)
}

// lonelyTask reports whether all that stands before a counted thing is one verb
// that does it, 启动两个项目; what it has effect on stays: 惠及6000万居民.
func (e *extractor) lonelyTask(t lexicon.Token, left span) bool {
	return int(t.End) == left.End && t.Class&lexicon.ClassVerb != 0 && t.Role.Is(lexicon.Task) && !t.Role.Is(lexicon.Effect|lexicon.Noun|lexicon.Head)
}
