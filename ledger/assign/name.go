package assign

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"pledger/lexicon"
)

// folded is a name as names are compared: half width, without spaces and
// without the marks that print adds.
func folded(s string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case ' ', '　', '\t', '\n', '\r', '\u00a0', '*', '“', '”', '"', '、', '・', '·', '-', '－':
			return -1
		}
		if f := lexicon.Fold(r); f != 0 {
			return f
		}
		return r
	}, s)
}

// outside parts a name from what stands in brackets in it:
// 农业农村局（乡村振兴局） → 农业农村局, 乡村振兴局. Input is folded.
func outside(s string) (rest string, inner []string) {
	for {
		i := strings.IndexAny(s, "([〔")
		if i < 0 {
			return s, inner
		}
		j := strings.IndexAny(s[i:], ")]〕")
		if j < 0 {
			return s[:i], append(inner, strings.Trim(s[i:], "([〔"))
		}
		inner = append(inner, strings.Trim(s[i:i+j], "([〔"))
		_, size := utf8.DecodeRuneInString(s[i+j:])
		s = s[:i] + s[i+j+size:]
	}
}

// government words stand between a place and a body: 自治区, 市委, 区政府, 盟行署.
var prefix = regexp.MustCompile(`^(?:(?:中共)?(?:自治区|省|市|县|区|旗|盟|州|地)委|(?:自治区|自治州|自治县|自治旗|省|市|县|区|旗|盟|州|地区|本级|全省|全市|全县|全区|全旗|全盟)(?:直属|直|属|级)?(?:人民政府|政府|行署|行政公署|党委|党工委)?|中共|党委|党工委|政府|人民政府|行署|国家|中国|中央|驻[省市县区旗盟]|各)`)

// tail is what is put after a body's name without changing whom it means.
var tail = regexp.MustCompile(`(?:党组|党委|党工委|党总支|机关|等|负责同志|主要负责人|局领导)$`)

// endings are the last parts of bodies' names, which differ from level to level;
// the longest that fits counts.
var endings = []string{
	"监督管理委员会", "工作办公室", "管理委员会", "监督管理局", "委员会", "管理总局", "管理局", "工作局", "发展局",
	"办公室", "工作办", "管理中心", "服务中心", "发展中心", "事务中心", "主管部门", "总局", "分局", "中心",
	"总队", "支队", "大队", "系统", "部门", "局", "委", "厅", "部", "办", "署",
}

// stem is a name without its ending: 财政局 and 财政厅 → 财政; "" where less than
// two runes would remain.
func stem(s string) string {
	rest := s
	for _, end := range endings {
		if cut, ok := strings.CutSuffix(s, end); ok {
			rest = cut
			break
		}
	}
	rest = joiners.Replace(rest)
	if len([]rune(rest)) < 2 || general[rest] {
		return ""
	}
	return rest
}

// general are stems that name no body by themselves.
var general = map[string]bool{"政府": true, "人民": true, "人民政府": true, "党委": true, "行政": true, "行署": true,
	"综合": true, "管理": true, "服务": true, "发展": true, "工作": true, "建设": true, "项目": true, "公共": true}

// joiners are dropped where names are compared by their stems: 发展和改革 is
// 发展改革.
var joiners = strings.NewReplacer("和", "", "与", "", "及", "")
