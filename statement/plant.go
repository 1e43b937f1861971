package statement

// outputs are words before how much a plant makes or treats, and what that is called.
var outputs = map[string]string{
	"年产": "年产能", "日产": "日产能", "月产": "月产能", "年加工": "年加工能力", "日加工": "日加工能力", "年处理": "年处理能力",
	"日处理": "日处理能力", "日供水": "日供水能力", "年屠宰": "年屠宰能力", "年出栏": "年出栏规模",
}

// capacity reads how much the plant behind the number makes: 年产30万吨甲醇项目竣工,
// 日处理5万吨的污水处理厂.
func (e *extractor) capacity(r *run, core, right span, s *subjects) bool {
	const shortest = 2 // runes of the plant
	for n := 2; n <= 3; n++ {
		if e.at(core.End-n-1) == '、' {
			core.Start = core.End - n // 年产20万吨铝板、年屠宰30万头生猪等项目
		}
	}
	if n := core.Len(); n != 2 && n != 3 || e.at(core.Start) != '年' && e.at(core.Start) != '日' && e.at(core.Start) != '月' {
		return false
	}
	called, ok := outputs[e.text(core)]
	if !ok {
		return false
	}
	if e.at(right.Start) == '的' {
		right.Start++
	}
	if at := e.index(right.Start, right.End, "、"); at > 0 {
		right.End = at
	}
	plant, _ := e.cutVerb(r.clause, right)
	if at := e.index(plant.Start, plant.End, "等"); at > plant.Start+1 {
		plant.End = at
	}
	if plant.Len() < shortest {
		return false
	}
	s.core, s.topics, s.quantified = plant, e.words.list(e.text(plant)+called), true
	r.quantified = true
	return true
}
