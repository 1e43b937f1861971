package statement

import (
	"slices"
	"strings"
)

// occasions are what is held, once or every year: 办好旅游节.
var occasions = []string{"活动", "节", "会", "展", "赛", "论坛"}

// furtherings go on with a trial that is under way: 推进试点, but 开展试点 can be checked.
var furtherings = []string{"推进", "推动", "深化", "扩大", "加快"}

// measuredBy reports whether one of figures says more than how many things are listed.
func (e *extractor) measuredBy(figures []int) bool {
	for _, f := range figures {
		if e.set.Figures[f].Kind != Count {
			return true
		}
	}
	return false
}

// hardness settles whether one can check that p, the pledge of cut k, was done: what has a
// figure, a deadline or a trial to hold can be checked too, and what only goes on cannot.
func (e *extractor) hardness(p *Pledge, k *cut) {
	switch {
	case p.Deadline != "" || e.measuredBy(p.Figures):
		p.Hardness = Hard
	case e.rs[k.pos.Start] == '继' && e.hasAt(k.pos.Start, "继续"):
		p.Hardness = Soft
	case p.Hardness == Soft && (e.checkable && e.checkedObject(p) || e.entire(k)):
		p.Hardness = Hard
	}
}

// checkedObject reports whether p has an object that is there or held once it is done: 办好旅游节,
// 开展试点, 实行首席数据官制度.
func (e *extractor) checkedObject(p *Pledge) bool {
	held := len(p.Verbs) > 0 && p.Verbs[0] == "办好"
	for _, o := range p.Objects {
		switch r, _ := lastRune(o); {
		case held && hasAnySuffix(o, occasions):
			return true
		case r == '盖' && strings.HasSuffix(o, "全覆盖"), r == '查' && strings.HasSuffix(o, "普查"):
			return true
		case r == '点' && strings.HasSuffix(o, "试点") && !(len(p.Verbs) > 0 && slices.Contains(furtherings, p.Verbs[0])):
			return true
		case (r == '制' || r == '度' || r == '理') && hasAnySuffix(o, regimes) && (slices.Contains(p.Verbs, "实行") || slices.Contains(p.Verbs, "推行")):
			return true
		}
	}
	return false
}

// checkedEnds are the runes in which such an object ends.
var checkedEnds = tailsOf(phrasesOf("全覆盖", "普查", "试点"), phrasesOf(regimes...), phrasesOf(occasions...))

// regimes are what is in force once it is put so: 推行街长制; a way of doing, 推行清洁生产, is a
// direction.
var regimes = []string{"制", "制度", "清单管理", "”管理"}

// entire reports whether a clause of cut k says that something holds of each and every one,
// 规上企业实现全覆盖, 危桥全部加固, or that a number of works is built: 建设一批泵站.
func (e *extractor) entire(k *cut) bool {
	const verb = 2 // runes
	for c := k.first; c < k.last; c++ {
		pos, at := e.rep.Clauses[c].Pos, int(e.opens[c].at)
		switch e.at(pos.End - 1) {
		case '盖', '长', '零':
			if _, ok := e.anyBefore(pos.End, "全覆盖", "零增长", "清零"); ok {
				return true
			}
		}
		if e.at(pos.End-verb-1) == '部' && e.hasBefore(pos.End-verb, "全部") && e.endsInVerb(pos) && !e.hasBefore(pos.End, "纳入") || e.at(at) == '建' && e.hasAt(at, "建设一批") {
			return true
		}
	}
	return false
}
