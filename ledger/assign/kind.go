package assign

import "regexp"

// kinds are the forms of names that say what a body is, whatever place or owner
// stands in them. The first that fits counts. A lower government or a zone with
// a name of its own is not among them: it owes by itself.
var kinds = []struct {
	code string
	form *regexp.Regexp
}{
	{"local-governments", regexp.MustCompile(`^(?:各|相关|有关|所属|辖区|属地|其他)*(?:(?:自治)?[省州盟市县区旗乡镇街]|[（(][省州盟市县区旗乡镇街、]+[)）]|街道|街办|苏木|嘎查|办事处|村|社区|直辖市|自治区)+(?:人民政府|政府|行署|行政公署|党工委|管委会|办)?$`)},
	{"all-departments", regexp.MustCompile(`^(?:各|相关|有关|所有|全部|其他|(?:自治区|[省市县区旗盟州])直?|直属|责任|行业|主管|职能|成员|牵头|中央|驻.|政府)*(?:部门|单位|委办局|厅局|部委|机关)(?:和单位|单位)?$`)},
	{"power-grid", regexp.MustCompile(`^国网|供电(?:分|支|总)?公司$|供电(?:分)?局$|电力(?:集团|公司|有限|有限责任|股份)+|电业局$`)},
	{"telecom-operators", regexp.MustCompile(`^(?:中国)?(?:移动|电信|联通|铁塔|广电网络).*(?:公司|分公司)$|通信(?:运营)?(?:企业|公司|商)|运营商`)},
	{"central-bank", regexp.MustCompile(`^(?:中国)?人民?银?行.*(?:行|支|中支|部|营管部)$`)},
	{"financial-regulation", regexp.MustCompile(`(?:银保监|银监|保监|金融监管|金融监督管理).*(?:局|会|分局|支局|组)$`)},
	{"mine-safety", regexp.MustCompile(`矿山安全?监察?局`)},
	{"tax", regexp.MustCompile(`税务(?:总)?(?:局|分局|所)$`)},
	{"customs", regexp.MustCompile(`..海关$`)},
	{"fire-rescue", regexp.MustCompile(`消防(?:救援)?(?:总队|支队|大队|队|局|中队)$`)},
	{"railway", regexp.MustCompile(`铁路.*(?:局|集团|公司|车务段|工务段|站)$`)},
	{"civil-aviation", regexp.MustCompile(`(?:机场|民航).*(?:公司|集团|局|分公司|指挥部)$`)},
	{"statistics", regexp.MustCompile(`调查(?:总)?队$`)},
	{"trade-union", regexp.MustCompile(`总工会$`)},
	{"youth-league", regexp.MustCompile(`^(?:共青)?团.{0,8}(?:[省市县区旗盟州]委|工委|委员会)$`)},
	{"petroleum", regexp.MustCompile(`^(?:中石油|中石化|中国石油|中国石化)|油田(?:分)?公司?$`)},
	{"water-company", regexp.MustCompile(`(?:水务|供水|自来水|供排水|水投)(?:集团|总?公司|有限|投资)+`)},
	{"heating-company", regexp.MustCompile(`(?:供热|热力|燃气)(?:集团|总?公司|有限|企业)+`)},
	{"transport-group", regexp.MustCompile(`(?:公交|交投|交通投资|轨道交通|地铁|高速公路|交通)(?:集团|总?公司|有限|发展|建设)+`)},
	{"city-investment", regexp.MustCompile(`(?:城投|城市投资|城建投|国投|国控|国资|建投|城发|城市建设投资|投资控股|国有资本.{0,4})(?:集团|公司|有限|控股|发展)+`)},
	{"tourism-group", regexp.MustCompile(`(?:文旅|旅游|旅投)(?:投资|发展|集团|总?公司|有限|投)+`)},
	{"general-office", regexp.MustCompile(`^(?:省|市|县|区|旗|盟|州|自治区)(?:府办|政府办|行署办)`)},
}
