package word

import "fmt"

// A Style names how a paragraph looks.
type Style string

// The styles.
const (
	Body       Style = "Body"         // 正文: 3号仿宋, two characters indented
	Title      Style = "Title"        // 标题: 2号小标宋, in the middle
	Heading1   Style = "Heading1"     // 一、 3号黑体
	Heading2   Style = "Heading2"     // （一） 3号楷体
	Heading3   Style = "Heading3"     // 1. 3号仿宋
	Item       Style = "Item"         // a numbered task
	Blank      Style = "Blank"        // an empty line
	Masthead   Style = "Masthead"     // 发文标志 of a bulletin: 初号小标宋 in red
	Issue      Style = "Issue"        // 期号, in the middle
	Imprint    Style = "Imprint"      // 编发单位 and, behind a tab, the date; a red rule below
	Annex      Style = "Annex"        // 附件, flush left: 3号黑体
	AnnexTitle Style = "AnnexTitle"   // the title of an annex
	tableHead  Style = "TableHead"    // 五号黑体
	tableText  Style = "TableText"    // 五号仿宋
	tableMid   Style = "TableCentred" // the same, in the middle
	tableEnd   Style = "TableEnd"     // what must stand after a table, next to nothing high
	pageOdd    Style = "FooterOdd"    // page number at the right
	pageEven   Style = "FooterEven"   // page number at the left
)

// A look is what a style says.
type look struct {
	style    Style
	name     string // as Word lists it
	font     string
	size     int    // half points
	align    string // both, left, center, right
	indented bool
	outline  int // outline level from 1; 0 for none
	next     Style
	line     int // exact height of lines in twips
	after    int // space below, in twips
	edge     string
	color    string // of the text, as RRGGBB; "" for black
	ruled    bool   // a red rule below
	tab      int    // where the right tab stop is, in twips; 0 for none
}

// looks are the styles in the order of Word's list. Names that Word knows make
// it show headings in its navigation and take them into a table of contents.
var looks = []look{
	{style: Title, name: "Title", font: xiaobiaosong, size: size2, align: "center", line: titleLine, next: Body},
	{style: Heading1, name: "heading 1", font: heiti, size: size3, align: "both", indented: true, outline: 1, line: linePitch, next: Item},
	{style: Heading2, name: "heading 2", font: kaiti, size: size3, align: "both", indented: true, outline: 2, line: linePitch, next: Item},
	{style: Heading3, name: "heading 3", font: fangsong, size: size3, align: "both", indented: true, outline: 3, line: linePitch, next: Item},
	{style: Body, name: "公文正文", font: fangsong, size: size3, align: "both", indented: true, line: linePitch},
	{style: Item, name: "公文任务", font: fangsong, size: size3, align: "both", indented: true, line: linePitch},
	{style: Blank, name: "公文空行", font: fangsong, size: size3, align: "left", line: linePitch},
	{style: Masthead, name: "通报报头", font: xiaobiaosong, size: sizeHead, align: "center", line: headLine, color: red, next: Issue},
	{style: Issue, name: "通报期号", font: kaiti, size: size3, align: "center", line: linePitch, next: Imprint},
	{style: Imprint, name: "通报编发", font: fangsong, size: size3, align: "left", line: linePitch, ruled: true, tab: textWidth, after: linePitch, next: Title},
	{style: Annex, name: "公文附件", font: heiti, size: size3, align: "left", line: linePitch, next: AnnexTitle},
	{style: AnnexTitle, name: "公文附件标题", font: xiaobiaosong, size: size2, align: "center", line: titleLine, outline: 1, next: Body},
	{style: tableHead, name: "公文表头", font: heiti, size: size5, align: "center", line: tableLine},
	{style: tableText, name: "公文表格", font: fangsong, size: size5, align: "left", line: tableLine},
	{style: tableMid, name: "公文表格居中", font: fangsong, size: size5, align: "center", line: tableLine},
	{style: tableEnd, name: "公文表尾", font: fangsong, size: 2, align: "left", line: 20},
	{style: pageOdd, name: "公文页码单", font: songti, size: size4, align: "right", line: numberSize, edge: "right"},
	{style: pageEven, name: "公文页码双", font: songti, size: size4, align: "left", line: numberSize, edge: "left"},
}

// Heights of lines, in twips: of titles of size 2, inside tables, and of
// mastheads.
const (
	titleLine = 700
	tableLine = 320
	headLine  = 1240
)

// red is the colour of mastheads and of the rule below them: 7.2.4, 7.2.7.
const red = "E60012"

// ruleSize is the weight of that rule in eighths of a point.
const ruleSize = 12

// styles writes the part word/styles.xml.
func styles() *sink {
	s := newSink(`<w:styles` + wordSpace + `>`)
	s.raw(`<w:docDefaults><w:rPrDefault><w:rPr>` + fonts(fangsong) +
		fmt.Sprintf(`<w:kern w:val="2"/><w:sz w:val="%d"/><w:szCs w:val="%d"/>`, size3, size3) +
		`<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>`)
	s.raw(`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>` +
		`<w:pPr><w:widowControl w:val="0"/><w:overflowPunct w:val="0"/><w:snapToGrid w:val="0"/></w:pPr></w:style>`)
	s.raw(`<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/>` +
		`<w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>`)
	for _, l := range looks {
		l.write(s)
	}
	return s.close(`</w:styles>`)
}

// write writes one style.
func (l look) write(s *sink) {
	s.raw(fmt.Sprintf(`<w:style w:type="paragraph" w:styleId="%s"><w:name w:val="%s"/><w:basedOn w:val="Normal"/>`, l.style, l.name))
	if l.next != "" {
		s.raw(fmt.Sprintf(`<w:next w:val="%s"/>`, l.next))
	}
	s.raw(`<w:qFormat/><w:pPr>`)
	if l.outline > 0 && l.style != AnnexTitle {
		s.raw(`<w:keepNext/>`)
	}
	if l.ruled {
		s.raw(fmt.Sprintf(`<w:pBdr><w:bottom w:val="single" w:sz="%d" w:space="4" w:color="%s"/></w:pBdr>`, ruleSize, red))
	}
	if l.tab > 0 {
		s.raw(fmt.Sprintf(`<w:tabs><w:tab w:val="right" w:pos="%d"/></w:tabs>`, l.tab))
	}
	s.raw(`<w:overflowPunct w:val="0"/>`) // nothing hangs out of the text block
	s.raw(fmt.Sprintf(`<w:spacing w:before="0" w:after="%d" w:line="%d" w:lineRule="exact"/>`, l.after, l.line))
	switch {
	case l.indented:
		s.raw(fmt.Sprintf(`<w:ind w:firstLineChars="200" w:firstLine="%d"/>`, indent))
	case l.edge != "":
		s.raw(fmt.Sprintf(`<w:ind w:%sChars="100" w:%s="%d"/>`, l.edge, l.edge, numberSize))
	}
	s.raw(`<w:jc w:val="` + l.align + `"/>`)
	if l.outline > 0 {
		s.raw(fmt.Sprintf(`<w:outlineLvl w:val="%d"/>`, l.outline-1))
	}
	s.raw(`</w:pPr><w:rPr>` + fonts(l.font))
	if l.color != "" {
		s.raw(`<w:color w:val="` + l.color + `"/>`)
	}
	if l.size == size3 {
		s.raw(fmt.Sprintf(`<w:spacing w:val="%d"/>`, squeeze))
	}
	s.raw(fmt.Sprintf(`<w:sz w:val="%d"/><w:szCs w:val="%d"/></w:rPr></w:style>`, l.size, l.size))
}
