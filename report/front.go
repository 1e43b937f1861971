package report

import (
	"slices"
	"strings"

	"pledger/document"
)

// Front matter: what stands before the body.
const (
	frontParagraphs = 10 // a title, its place and date, and a speaker fit into so many paragraphs
	longestFront    = 60 // runes of a front paragraph; the body's are longer
)

var (
	workReport = []rune("工作报告")
	salutation = []rune("各位代表")
	represent  = []rune("我代表")
	theState   = []rune("国务院")
)

// offices are the posts of those who read a report.
var offices = [][]rune{
	[]rune("国务院总理"), []rune("总理"), []rune("省长"), []rune("主席"), []rune("市长"), []rune("州长"),
	[]rune("盟长"), []rune("专员"), []rune("县长"), []rune("旗长"), []rune("区长"), []rune("镇长"), []rune("乡长"), []rune("主任"),
}

// front reads title, date, speaker and government from the first paragraphs.
func (p *parser) front() {
	for i := range p.paras {
		pos := p.paras[i].pos
		if rank := p.rankOf(pos); i >= frontParagraphs || pos.Len() > longestFront || rank == rankPart || rank == rankParen {
			break
		}
		if title := p.titleIn(pos); title.Valid() && (!p.rep.Title.Valid() || p.pointed(p.rep.Title)) {
			p.rep.Title = title
			p.body = i + 1
			if title == pos {
				continue
			}
		}
		if at, n := p.date(pos); n > 0 {
			p.rep.Date = document.Position{Start: at, End: at + n}
			p.body = i + 1
		}
		if name := p.speaker(i); name.Valid() {
			p.rep.Speaker = name
			p.body = i + 1
		}
	}
	p.rep.Government = p.government()
}

// titleIn is the line of pos that names it a work report, blanks trimmed: 政 府 工 作 报 告 too;
// not valid where none does.
func (p *parser) titleIn(pos document.Position) document.Position {
	at := p.findSpaced(pos, workReport)
	if at < 0 || p.rs[pos.End-1] == '。' {
		return document.Position{}
	}
	line := document.Position{Start: at, End: at}
	for line.Start > pos.Start && p.rs[line.Start-1] != '\n' {
		line.Start--
	}
	for line.End < pos.End && p.rs[line.End] != '\n' {
		line.End++
	}
	return p.trim(line)
}

// findSpaced is the offset of the first of what in pos, which may have blanks inside; -1 where
// there is none.
func (p *parser) findSpaced(pos document.Position, what []rune) int {
	for i := pos.Start; i < pos.End; i++ {
		n := 0
		for j := i; j < pos.End && n < len(what); j++ {
			if p.rs[j] == what[n] {
				n++
			} else if n == 0 || p.rs[j] == '\n' || !space(p.rs[j]) {
				break
			}
		}
		if n == len(what) {
			return i
		}
	}
	return -1
}

// pointed reports whether a title only tells where on a page it is or what is labelled by it: 首页 >
// 政府工作报告, 标题：政府工作报告.
func (p *parser) pointed(title document.Position) bool {
	return strings.ContainsAny(string(p.rs[title.Start:title.End]), pointers)
}

// pointers are the marks that stand before what is only pointed to.
const pointers = "：:>＞»|｜"

// speaker finds “office name” as a paragraph of its own, or over two lines.
func (p *parser) speaker(i int) document.Position {
	pos := p.paras[i].pos
	for _, office := range offices {
		at := p.find(pos.Start, pos.End, office)
		if at < 0 {
			continue
		}
		name := p.trim(document.Position{Start: at + len(office), End: pos.End})
		if p.isName(name) {
			return name
		}
		if !name.Valid() && i+1 < len(p.paras) && p.isName(p.paras[i+1].pos) {
			return p.paras[i+1].pos
		}
	}
	return document.Position{}
}

// isName reports whether pos holds two to twelve Han characters, with a dot or
// blanks between them at most: a person's name.
func (p *parser) isName(pos document.Position) bool {
	const shortest, longest = 2, 12
	if pos.Len() < shortest || pos.Len() > longest {
		return false
	}
	for _, r := range p.rs[pos.Start:pos.End] {
		if (r < 0x4E00 || r > 0x9FFF) && r != '·' && r != '•' && !blank(r) {
			return false
		}
	}
	return !p.has(pos, salutation)
}

// date finds a date, 2021年3月5日, or a month that is all a line says of the time,
// （2022年1月） or 二〇二二年一月在…会议上; it returns its offset and length.
func (p *parser) date(pos document.Position) (at, n int) {
	for i := pos.Start; i+yearDigits < pos.End; i++ {
		y, j := number(p.rs, i, pos.End)
		if y = max(y, chineseYear(p.rs[i:pos.End])); j == i {
			j += yearDigits
		}
		if y < 1900 || y > 2200 || j >= pos.End || p.rs[j] != '年' {
			continue
		}
		m, k := p.small(j+1, pos.End)
		if k == j+1 || m > 12 || k >= pos.End || p.rs[k] != '月' {
			continue
		}
		d, l := p.small(k+1, pos.End)
		if l > k+1 && d <= 31 && l < pos.End && p.rs[l] == '日' {
			return i, l + 1 - i
		}
		if l == k+1 && (l == pos.End || strings.ContainsRune("）)在于\n", p.rs[l])) {
			return i, l - i
		}
	}
	return 0, 0
}

// small reads a number up to 31, in digits or as 十二, at rs[i:end]; it returns the value
// and the offset behind it, i where there is none.
func (p *parser) small(i, end int) (v, next int) {
	if v, next = number(p.rs, i, end); next > i {
		return v, next
	}
	for ; next < end; next++ {
		d := HanDigit(p.rs[next])
		switch {
		case p.rs[next] == '十':
			v = max(v, 1) * 10
		case d > 0:
			v += d
		default:
			return v, next
		}
	}
	return v, next
}

// government words the place: from the title, else from what the speaker says
// to represent.
func (p *parser) government() string {
	if t := p.rep.Title; t.Valid() {
		if place := placeOfTitle(p.rs[t.Start:t.End]); place != "" {
			return place
		}
	}
	for i := 0; i < len(p.paras) && i < 2*frontParagraphs; i++ {
		pos := p.paras[i].pos
		if place := p.placeOfCongress(pos); place != "" {
			return place
		}
		at := p.find(pos.Start, pos.End, represent)
		if at < 0 {
			continue
		}
		at += len(represent)
		if at+len(theState) <= pos.End && slices.Equal(p.rs[at:at+len(theState)], theState) {
			return "全国"
		}
		if end := p.find(at, min(at+20, pos.End), []rune("人民政府")); end > at && !generic(string(p.rs[at:end])) {
			return string(p.rs[at:end])
		}
	}
	return ""
}

// congress ends what says before whom a report was read.
var congress = []rune("届人民代表大会")

// placeOfCongress is the place whose congress heard the report, as a line of the front says it:
// 在青云县第十八届人民代表大会第二次会议上; "" elsewhere.
func (p *parser) placeOfCongress(pos document.Position) string {
	const longest = 20 // runes of the place
	if pos.Len() > longestFront {
		return ""
	}
	at := p.find(pos.Start, pos.End, congress)
	if at < 0 {
		return ""
	}
	ordinal := at
	for ordinal > pos.Start && isNumeral(p.rs[ordinal-1]) {
		ordinal--
	}
	if ordinal--; ordinal < pos.Start || p.rs[ordinal] != '第' {
		return ""
	}
	for i := ordinal - 1; i >= max(pos.Start, ordinal-longest); i-- {
		if p.rs[i] == '在' {
			if place := strings.TrimSpace(string(p.rs[i+1 : ordinal])); !generic(place) {
				return place
			}
			break
		}
	}
	return ""
}

// generic reports whether a place word says only “this place”.
func generic(place string) bool {
	switch place {
	case "省", "市", "县", "区", "旗", "州", "自治区", "自治州", "自治县", "全省", "全市", "全县":
		return true
	}
	return false
}

// placeOfTitle takes year, brackets and genre words from a title.
func placeOfTitle(rs []rune) string {
	s := strings.Map(func(r rune) rune {
		if blank(r) {
			return -1
		}
		return r
	}, string(rs))
	if i := strings.IndexAny(s, "（("); i >= 0 {
		s = s[:i]
	}
	for _, cut := range []string{"人民政府工作报告", "政府工作报告", "工作报告"} {
		if i := strings.Index(s, cut); i >= 0 {
			s = s[:i]
			break
		}
	}
	s = strings.Map(func(r rune) rune {
		if isDigit(r) || r == '关' || strings.ContainsRune("《》“”—-", r) {
			return -1
		}
		return r
	}, s)
	s = strings.TrimPrefix(s, "年")
	s = strings.TrimSuffix(s, "年")
	if rs := []rune(s); len(rs) > 4 && HanDigit(rs[0]) >= 0 && HanDigit(rs[1]) >= 0 && HanDigit(rs[2]) >= 0 && HanDigit(rs[3]) >= 0 {
		s = strings.TrimPrefix(string(rs[4:]), "年")
	}
	if place, session, _ := strings.Cut(s, "第"); strings.HasPrefix(place, "在") && strings.Contains(session, "届") {
		s = strings.TrimPrefix(place, "在") // 在青云县第十八届人民代表大会第二次会议上的政府工作报告
	}
	if generic(s) || s == "国务院" || strings.ContainsAny(s, pointers) {
		return ""
	}
	return s
}

// number reads a number in digits, half or full width, with blanks between
// them, at rs[i:end]; it returns the value and the offset behind it, i where
// there is none.
func number(rs []rune, i, end int) (v, next int) {
	next = i
	for j := i; j < end && v < 1e6; j++ {
		switch r := rs[j]; {
		case r >= '0' && r <= '9':
			v = v*10 + int(r-'0')
			next = j + 1
		case r >= '０' && r <= '９':
			v = v*10 + int(r-'０')
			next = j + 1
		case r == ' ' && next > i:
		default:
			return v, skipBlank(rs, next, end, i)
		}
	}
	return v, skipBlank(rs, next, end, i)
}

// skipBlank passes blanks behind a number that was read.
func skipBlank(rs []rune, next, end, i int) int {
	for next > i && next < end && rs[next] == ' ' {
		next++
	}
	return next
}
