package assign

import (
	"regexp"
	"strings"
)

// Duty（分工）is who owes a row of a breakdown, bodies by name as printed.
type Duty struct {
	Leader     string   // 分管领导, 责任领导: a person; "" where none is named
	Lead       []string // 牵头单位, first the one that sums up
	Supporting []string // 配合单位
	Deadline   string   // 完成时限 as worded; "" where none is
}

// ParseDuty reads the bracket or the cell with which a breakdown says who owes
// a row, with or without its brackets:
//
//	（市经信委、市国土资源局牵头落实）          both lead
//	甲牵头，乙、丙配合，12月底前完成
//	由甲会同乙、丙等部门负责落实
//	（甲、乙、丙等按职责分工负责）              the first leads, the others support
//	牵头单位：甲；责任单位：乙、丙
//	责任单位：甲、乙                            alone, it leads: the first of them
//
// ok is false where text names no body in any of these ways: （含续建）.
func ParseDuty(text string) (lead, supporting []string, deadline string, ok bool) {
	d, ok := readDuty(text)
	return d.Lead, d.Supporting, d.Deadline, ok
}

// CutDuty parts a row that ends with its duty in brackets, or in lines of their
// own（牵头单位：…）, from its task. Where it ends with none, ok is false and
// task is the whole row.
func CutDuty(row string) (task string, d Duty, ok bool) {
	row = strings.TrimSpace(row)
	if m := labels.FindStringIndex(row); m != nil {
		start := m[0]
		if i := strings.LastIndexAny(row[:start], "（(【"); i >= 0 && strings.TrimLeft(row[i:start], "（(【 ") == "" {
			start = i
		}
		if d, ok := readDuty(row[start:]); ok {
			return strings.TrimSpace(row[:start]), d, true
		}
	}
	body := strings.TrimRight(row, "。； ")
	for _, b := range brackets {
		if !strings.HasSuffix(body, b.close) {
			continue
		}
		if i := opening(body, b.open, b.close); i >= 0 {
			if d, ok := readDuty(body[i:]); ok {
				return strings.TrimSpace(body[:i]), d, true
			}
		}
	}
	return row, Duty{}, false
}

// opening is where the bracket that s ends with was opened, or -1.
func opening(s, open, close string) int {
	depth := 0
	for i := len(s); i > 0; {
		switch {
		case strings.HasSuffix(s[:i], close):
			depth++
			i -= len(close)
		case strings.HasSuffix(s[:i], open):
			depth--
			i -= len(open)
			if depth == 0 {
				return i
			}
		default:
			i--
		}
	}
	return -1
}

// readDuty reads one duty.
func readDuty(text string) (d Duty, ok bool) {
	text = unwrap(strings.TrimRight(strings.TrimSpace(text), "。"))
	if text == "" {
		return Duty{}, false
	}
	if labels.MatchString(text) {
		return readLabelled(text)
	}
	p := dutyParser{}
	for _, clause := range splitOutside(text, func(r rune) bool { return strings.ContainsRune("，,；;。\n", r) }) {
		p.clause(strings.TrimSpace(clause))
	}
	return p.finish()
}

// verb is a word that says what the names before it do.
type verb int

const (
	leads    verb = iota // 牵头
	supports             // 配合
	with                 // 会同: those before lead, those after support
	shares               // 按职责分工负责: by the place in the list
)

// verbs finds those words; the submatch says which.
var verbs = regexp.MustCompile(`(牵头(?:负责|落实|办理|推进|组织实施|组织|完成|会同)?(?:落实|办理|实施)?|主办|主责)|((?:具体|分别|积极)?(?:配合|协助|参与|参加|协办|协同)(?:负责|落实|办理|推进|实施)?)|(会同|商同)|((?:按|根据|依据)(?:照|各自)*职责(?:分工)?(?:分别)?(?:负责|落实|推进|组织实施)*|(?:分工|分别|共同|具体|组织)?(?:负责|承办)(?:落实|办理|实施)?|(?:组织)?(?:落实|办理|实施))`)

// dutyParser reads clause by clause.
type dutyParser struct {
	d       Duty
	pending []string // names whose verb has not come yet
	marked  bool     // a verb was met
	after   bool     // 会同 was met in this clause
}

// clause reads what stands between two commas.
func (p *dutyParser) clause(s string) {
	if m := opensWithDeadline.FindString(s); m != "" {
		p.d.Deadline = strings.TrimSuffix(m, "由")
		if rest := strings.TrimPrefix(s, m); !strings.HasPrefix(rest, "完成") && looksLikeBodies(rest) {
			s = rest
		} else {
			p.d.Deadline = s
			return
		}
	}
	p.after = false
	for {
		m := verbs.FindStringSubmatchIndex(s)
		if m == nil {
			break
		}
		for v := leads; v <= shares; v++ {
			if m[2+2*int(v)] >= 0 {
				p.names(v, SplitNames(s[:m[0]]))
			}
		}
		if strings.HasSuffix(s[m[0]:m[1]], "牵头会同") {
			p.after = true
		}
		s = strings.TrimPrefix(s[m[1]:], "完成")
		p.marked = true
	}
	rest := SplitNames(s)
	if p.after {
		p.d.Supporting = append(p.d.Supporting, rest...)
		return
	}
	p.pending = append(p.pending, rest...)
}

// names files the names before a verb.
func (p *dutyParser) names(v verb, names []string) {
	switch {
	case v == leads:
		p.d.Lead = append(append(p.d.Lead, p.pending...), names...)
	case v == with:
		p.d.Lead = append(append(p.d.Lead, p.pending...), names...)
		p.after = true
	case p.after:
		p.d.Supporting = append(append(p.d.Supporting, p.pending...), names...)
	case v == supports && len(p.d.Lead) == 0:
		p.d.Lead = p.pending
		p.d.Supporting = append(p.d.Supporting, names...)
	case v == supports:
		p.d.Supporting = append(append(p.d.Supporting, p.pending...), names...)
	default:
		p.share(append(p.pending, names...))
	}
	p.pending = nil
}

// share files names of equal rank: the first leads where nobody does yet.
func (p *dutyParser) share(names []string) {
	if len(p.d.Lead) == 0 && len(names) > 0 {
		p.d.Lead, names = names[:1:1], names[1:]
	}
	p.d.Supporting = append(p.d.Supporting, names...)
}

// finish files what is pending. Names alone, without a verb, are a duty only
// where each of them looks like a body.
func (p *dutyParser) finish() (Duty, bool) {
	for _, name := range p.pending {
		if !p.marked && !looksLikeBody(name) {
			return Duty{}, false
		}
	}
	p.share(p.pending)
	if len(p.d.Lead) == 0 {
		return Duty{}, false
	}
	return p.d.tidy(), true
}

// tidy drops from the supporting bodies those that lead.
func (d Duty) tidy() Duty {
	seen := map[string]bool{}
	once := func(names []string) (kept []string) {
		for _, name := range names {
			if !seen[name] {
				seen[name] = true
				kept = append(kept, name)
			}
		}
		return kept
	}
	d.Lead = once(d.Lead)
	d.Supporting = once(d.Supporting)
	return d
}

// bodyEnd is how names of bodies end.
var bodyEnd = regexp.MustCompile(`(?:局|委|厅|部|办|院|署|行|社|会|联|协|队|站|所|馆|中心|公司|集团|政府|公署|行署|支行|分行|办公室|法院|海关|部门|单位|街道|乡镇|镇|乡|苏木|嘎查|学校|大学|学院|医院|银行|企业|专班|机关|场|园区|开发区|高新区|新区|经开区|盟市|旗县区?|旗县市区|市区|县区|区县|市县|县市区)$`)

// looksLikeBody reports whether a name ends as bodies do.
func looksLikeBody(name string) bool {
	if i := strings.IndexAny(name, "（("); i > 0 {
		name = name[:i]
	}
	return bodyEnd.MatchString(name) && len([]rune(name)) >= 2
}

// looksLikeBodies reports whether a text names a body before its first verb.
func looksLikeBodies(s string) bool {
	if m := verbs.FindStringIndex(s); m != nil {
		s = s[:m[0]]
	}
	names := SplitNames(s)
	return len(names) > 0 && looksLikeBody(names[0])
}

// opensWithDeadline finds a time at the head of a clause.
var opensWithDeadline = regexp.MustCompile(`^(?:力争|争取|确保|于)?(?:(?:今|本|当|明)?年(?:内|底|末|中|初)|\d{4}年(?:底|内|末)?|(?:\d{1,2}|[一二三四五六七八九十]{1,3})月(?:份|底|末|初|中旬|上旬|下旬|\d{1,2}日)?|(?:第?[一二三四1-4])季度|[上下]半年|全年|长期|持续|常年|常态化|每[月季年]|按[月季])(?:\d{1,2}月)?(?:底|末|初|中旬|上旬|下旬|\d{1,2}日)*(?:之?前)?(?:完成)?由?`)
