package statement

import "pledger/lexicon"

// fulfilled are said of all that was promised, and single out none.
var fulfilled = phrasesOf("完成", "兑现", "办结", "办妥", "落实", "落地", "见效")

// promised reports whether what ends at offset i is what a government promises to do.
func (e *extractor) promised(i int) bool {
	_, ok := e.oneBefore(i, promises)
	return ok
}

// promises are what a government calls what it will do for people.
var promises = phrasesOf("实事", "民心工程", "民生工程", "惠民工程", "任务", "重点工作")

// deedOf reports whether verb tells what becomes of projects, and is no part of their name: 推动
// 风电场等28个项目竣工投产.
func (e *extractor) deedOf(noun, verb span) bool {
	if _, project := e.oneBefore(noun.End, endeavours); !project || !verb.Valid() {
		return false
	}
	t, ok := e.lex.At(e.rs[:verb.End], verb.Start, lexicon.ClassVerb)
	return ok && t.Role.Is(lexicon.Checked) && !t.Role.Is(lexicon.Noun) && e.ends(verb.End)
}

// endeavours are things that become of deeds.
var endeavours = phrasesOf("项目", "工程")

// holders are what is counted, and has the measure that stands behind it.
var holders = phrasesOf("人口", "县", "县（市）", "市州", "市县", "县区", "县市区", "区县", "乡镇", "镇", "村", "社区", "盟市", "企业", "学校", "园区", "家庭", "农户", "医院", "国家", "城市", "断面", "灌区", "开发区", "单位", "地区", "站点", "监测点")

// verbEnding is the verb of coming about that ends noun behind a thing; not valid where none does.
func (e *extractor) verbEnding(noun span) span {
	const verb = 2 // runes
	v := span{Start: noun.End - verb, End: noun.End}
	if t, ok := e.lex.At(e.rs[:noun.End], v.Start, lexicon.ClassVerb); ok && v.Start > noun.Start+1 && int(t.End) == noun.End && t.Role.Is(lexicon.Attain) && !t.Role.Is(lexicon.Head|lexicon.Plain) {
		return v
	}
	return span{}
}

// reachedFrom is where 的 parts the things that the run counts, which a verb right before it
// reaches, from the thing that reaches them and is measured next: 覆盖12个乡镇的管网180公里; 0
// elsewhere.
func (e *extractor) reachedFrom(r *run, noun, right span) int {
	i := r.nums[len(r.nums)-1]
	if noun.End != right.End || i+1 >= int(e.cls[r.clause].numEnd) || e.nums[i+1].Full.Start != right.End || e.nums[i+1].Unit == nil || isPercent(&e.nums[i+1]) {
		return 0
	}
	at := e.index(noun.Start+1, noun.End-1, "的")
	if at <= 0 || e.joinsBefore(right.End) || !e.verbBeforeAt(e.trim(r.left).End) {
		return 0
	}
	return at
}

// onlyReaches reports whether p, behind what is measured, holds no more than words that lead on
// to its value: 首次实现, 达到.
func (e *extractor) onlyReaches(c int, p span) bool {
	at := p.Start
	for _, t := range e.tokens(c, p) {
		if int(t.Start) != at || !t.Role.Is(lexicon.Adverb|lexicon.Reach|lexicon.Up|lexicon.Down|lexicon.Make) {
			return false
		}
		at = int(t.End)
	}
	return at == p.End
}

// remainders say that those counted are what is left of a group.
var remainders = phrasesOf("剩余", "其余", "余下", "剩下")

// wordBefore reports whether a word of two runes ends before offset i: 初中, 集中.
func (e *extractor) wordBefore(i int) bool {
	t, ok := e.lex.At(e.rs[:i], i-2, lexicon.ClassAny)
	return ok && int(t.End) == i
}
