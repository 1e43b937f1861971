package statement

import (
	"strings"

	"pledger/lexicon"
	"pledger/report"
)

// promises reports whether a sentence can hold pledges.
func (e *extractor) promises(sent *report.Sentence) bool {
	switch sent.Stance {
	case report.Goals, report.Arrangement, report.Discipline:
	default:
		return false
	}
	if sent.Heading || sent.Section == 0 {
		return false
	}
	if sec := &e.rep.Sections[sent.Section]; sec.SpanEnd != 0 && sec.Year == 0 && !e.item(sent.Section) && !e.anyTarget(sent) {
		return false // the outlook of a five-year plan promises what it puts in numbers
	}
	e.said = e.open(sent)
	roles := e.said.roles
	if e.closing(sent, roles) {
		return false
	}
	if roles.Is(lexicon.Outline) && !e.begins(sent) || roles.Is(lexicon.Creed) && !e.hasAt(e.rep.Clauses[sent.First].Pos.Start, "坚持以") || e.looksBack(sent) {
		return false
	}
	return !e.stating(sent) && !e.outlines(sent) && !e.reasons(sent, roles) && !e.accounts(sent) && !e.foretells(sent)
}

// gist is what one walk over the clauses of a sentence tells, so that few are walked again.
type gist struct {
	roles  lexicon.Role // of all its words
	target bool         // it holds a promised figure
	goal   int          // see firstGoal
	remark int          // the first clause behind its first that may begin with one of remarkings, -1 none
}

// remarkings begin a clause that says something of what the clauses before it name.
var remarkings = headsOf(judgements, copulas, reckonings, takings)

// open finds how the clauses of a sentence open, and its gist.
func (e *extractor) open(sent *report.Sentence) gist {
	g := gist{goal: -1, remark: -1}
	for c := sent.First; c < sent.Last; c++ {
		e.openClause(c)
		cl := &e.cls[c]
		g.roles |= cl.roles
		g.target = g.target || cl.target
		if remarkings.may(e.rs[e.rep.Clauses[c].Pos.Start]) && c > sent.First && g.remark < 0 {
			g.remark = c
		}
	}
	if g.target {
		g.goal = e.firstGoal(sent)
	}
	return g
}

// begins reports whether a sentence announces what follows and begins with it: 重点
// 做好以下工作：一是完善标准; 办好以下实事：一是对校舍进行加固.
func (e *extractor) begins(sent *report.Sentence) bool {
	for c := sent.First; c+1 < sent.Last; c++ {
		if e.rep.Clauses[c].Mark == '：' {
			return e.opensTask(c+1) || e.targetIn(c+1) || int(e.opens[c+1].label) > e.rep.Clauses[c+1].Pos.Start
		}
	}
	return false
}

// outlines reports whether a sentence only announces how many things follow:
// 着力抓好四项工作.
func (e *extractor) outlines(sent *report.Sentence) bool {
	const longest = 2 // clauses
	from, to := e.cls[sent.First].num, e.cls[sent.Last-1].numEnd
	if sent.Last-sent.First > longest || from == to {
		return false
	}
	n := 0
	for i := from; i < to; i++ {
		f := e.set.Mentions[i].Figure
		if f < 0 {
			continue
		}
		if e.set.Figures[f].Kind != Count || !hasAnyPrefix(e.text(span{Start: e.nums[i].Full.End, End: sent.Pos.End}), worksAhead) {
			return false // 包联2个重点项目
		}
		n++
	}
	if sent.Last-sent.First == longest && e.opensTask(sent.First) && e.cls[sent.First].num == e.cls[sent.First].numEnd {
		return false // 推进体制改革，落实五项重点工作
	}
	return n > 0
}

// hasAnyPrefix reports whether s begins with one of list.
func hasAnyPrefix(s string, list []string) bool {
	for _, p := range list {
		if strings.HasPrefix(s, p) {
			return true
		}
	}
	return false
}

// stating reports whether a sentence only says what is the case: 今年是….
func (e *extractor) stating(sent *report.Sentence) bool {
	if !e.cls[sent.First].mayEquate() || e.said.target || e.copula(sent.First, int(e.opens[sent.First].label)) < 0 {
		return false
	}
	if c := sent.First + 1; c < sent.Last && e.rep.Clauses[sent.First].Mark == '：' && e.opensTask(c) {
		return e.hasBefore(e.rep.Clauses[sent.First].Pos.End, "原则是") // but 主要措施是：…
	}
	for c := sent.First + 1; c < sent.Last; c++ {
		if e.mustAct(c) && e.opensTask(c) {
			return false // 今年仍是就业高峰年，要做好就业指导
		}
	}
	return !e.opensTask(sent.First) || e.named(sent.First) && !e.demands(sent, sent.First)
}

// named reports whether the verb that opens clause c is the name of what the clause says
// something of: 教育是发展的基石.
func (e *extractor) named(c int) bool {
	_, t, ok := e.opening(c)
	return ok && t.Role.Is(lexicon.Noun) && e.at(int(t.End)) == '是'
}

// opensTask reports whether a verb that opens tasks opens clause c.
func (e *extractor) opensTask(c int) bool {
	_, t, _ := e.opening(c)
	return t.Class&lexicon.ClassVerb != 0 && t.Role.Is(lexicon.Task)
}

// closing reports whether a sentence, whose words have roles, calls on all to strive,
// or belongs to the paragraph that does so at the end of a report.
func (e *extractor) closing(sent *report.Sentence, roles lexicon.Role) bool {
	if e.appeals[sent.Paragraph] || !roles.Is(lexicon.Appeal) {
		return e.appeals[sent.Paragraph]
	}
	for c := sent.First; c < sent.Last; c++ {
		if e.cls[c].roles.Is(lexicon.Appeal) && e.calls(c) {
			return true
		}
	}
	return false
}

// anyTarget reports whether a sentence holds a promised figure.
func (e *extractor) anyTarget(sent *report.Sentence) bool {
	for c := sent.First; c < sent.Last; c++ {
		if e.targetIn(c) {
			return true
		}
	}
	return false
}

// onlyLists reports whether the figures of clause c only count what it lists: 围绕粮食、蔬菜
// 两大产业.
func (e *extractor) onlyLists(c int) bool {
	for i := e.cls[c].num; i < e.cls[c].numEnd; i++ {
		if f := e.set.Mentions[i].Figure; f >= 0 && e.set.Figures[f].Kind != Count {
			return false
		}
	}
	return true
}

// targetIn reports whether clause c holds a promised figure.
func (e *extractor) targetIn(c int) bool { return e.cls[c].target }
