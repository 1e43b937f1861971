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
var holders = phrasesOf("人口", "县", "县（市）", "市州", "市县", "县区", "县市区", "区县", "乡镇", "镇", "村", "社区", "盟市", "企业", "学校", "园区", "家庭", "农户", "医院", "国家", "城市", "断面", "灌区", "开发区", "单位", "地区")

// verbEnding is the verb of coming about that ends noun behind a thing; not valid where none does.
func (e *extractor) verbEnding(noun span) span {
	const verb = 2 // runes
	v := span{Start: noun.End - verb, End: noun.End}
	if t, ok := e.lex.At(e.rs[:noun.End], v.Start, lexicon.ClassVerb); ok && v.Start > noun.Start+1 && int(t.End) == noun.End && t.Role.Is(lexicon.Attain) && !t.Role.Is(lexicon.Head|lexicon.Plain) {
		return v
	}
	return span{}
}
