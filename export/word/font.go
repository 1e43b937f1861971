package word

import "strings"

// The fonts of official documents. Many machines have none of them.
const (
	xiaobiaosong = "方正小标宋简体"
	heiti        = "黑体"
	kaiti        = "楷体_GB2312"
	fangsong     = "仿宋_GB2312"
	songti       = "宋体"
	latin        = "Times New Roman" // letters and digits
)

// substitutes says for each font what it is called elsewhere and what stands in
// for it, the best first, and to which family it belongs.
var substitutes = []struct {
	font, family, pitch string
	names               []string
}{
	{xiaobiaosong, "roman", "variable", []string{"FZXiaoBiaoSong-B05S", "方正小标宋_GBK", "华文中宋", "STZhongsong", "宋体", "SimSun", "Source Han Serif SC", "Noto Serif CJK SC"}},
	{heiti, "swiss", "variable", []string{"SimHei", "Source Han Sans SC", "Noto Sans CJK SC"}},
	{kaiti, "script", "variable", []string{"楷体", "KaiTi", "华文楷体", "STKaiti", "Source Han Serif SC", "Noto Serif CJK SC"}},
	{fangsong, "roman", "variable", []string{"仿宋", "FangSong", "华文仿宋", "STFangsong", "宋体", "SimSun", "Source Han Serif SC", "Noto Serif CJK SC"}},
	{songti, "roman", "variable", []string{"SimSun", "Source Han Serif SC", "Noto Serif CJK SC"}},
	{latin, "roman", "variable", []string{"Liberation Serif", "Tinos"}},
}

// fonts names the font of a run: f for Chinese, latin for letters and digits.
// The hint makes signs that both have, such as “”—, Chinese.
func fonts(f string) string {
	return `<w:rFonts w:hint="eastAsia" w:ascii="` + latin + `" w:hAnsi="` + latin + `" w:eastAsia="` + f + `" w:cs="` + latin + `"/>`
}

// fontTable writes the part word/fontTable.xml.
func fontTable() *sink {
	s := newSink(`<w:fonts` + wordSpace + `>`)
	for _, f := range substitutes {
		s.raw(`<w:font w:name="` + f.font + `"><w:altName w:val="` + strings.Join(f.names, ",") + `"/>`)
		if f.font != latin {
			s.raw(`<w:charset w:val="86"/>`)
		}
		s.raw(`<w:family w:val="` + f.family + `"/><w:pitch w:val="` + f.pitch + `"/></w:font>`)
	}
	return s.close(`</w:fonts>`)
}
