package document

import (
	"strings"
	"testing"
)

// Every entry of the table makes its example furniture.
func TestFurnitureExamples(t *testing.T) {
	body := "去年全市生产总值增长6.5%，新增就业2.3万人，粮食产量再创新高，人民生活明显改善。\n\n"
	for _, e := range furniture.examples {
		text := e.example + "\n\n" + body
		if e.kind == "end" || e.kind == "notice" || e.kind == "mark" {
			text = body + e.example
		}
		x := FromString("t.txt", text)
		for _, b := range x.Blocks {
			if got := x.Slice(b.Pos); (got == e.example) != (b.Kind == Furniture) {
				t.Errorf("%s %q: %q has kind %d", e.kind, e.text, got, b.Kind)
			}
		}
	}
}

// Lines that a report may hold are never furniture.
func TestReportLines(t *testing.T) {
	for _, s := range []string{
		"政府工作报告", "政务公开", "（五）政务服务", "来源多样的资金", "资金来源：财政拨款。群众自筹。", "大", "新闻出版",
		"一、政务公开工作", "登录注册企业达到3,000户", "打印机产量达到12万台。", "收藏家协会成立。", "2021年1月25日", "2.5",
		"时间：2021年1月25日", "市长　王某某", "——2021年1月20日在市第五届人民代表大会上", "各位代表：", "服务", "主办单位增加到12家。",
		"编辑出版图书1,200种。", "分享到发展成果的群众越来越多。", "版权所有者的权益得到保护，全年登记作品2万件，同比增长三成。",
		"相关链接产业加快发展，全年实现产值12亿元，带动就业3,000人以上。", "12", "第三页岩气井组投产。",
	} {
		x := FromString("t.txt", "前一段说明全市经济保持平稳增长，各项事业都有新的发展。\n\n"+s+"\n\n后一段说明全市经济保持平稳增长，各项事业都有新的发展。")
		if b := x.Blocks[1]; b.Kind == Furniture {
			t.Errorf("%q became furniture", s)
		}
	}
}

func TestFurnitureTableErrors(t *testing.T) {
	for _, tsv := range []string{"kind\ttext\texample\nword\t首页", "kind\ttext\texample\nname\t首页\t首页", "kind\ttext\texample\nword\t\tx"} {
		if _, err := parseFurniture(tsv); err == nil || !strings.Contains(err.Error(), "line 2") {
			t.Errorf("%q: have error %v, want one for line 2", tsv, err)
		}
	}
}

func TestPageNumbers(t *testing.T) {
	tests := []struct {
		line     string
		n        int
		sure, ok bool
	}{
		{"— 12 —", 12, true, true}, {"-3-", 3, true, true}, {"－１２－", 12, true, true}, {"第3页 共20页", 3, true, true},
		{"第 3 页", 3, true, true}, {"第3页/共20页", 3, true, true}, {"3/20", 3, false, true}, {"12", 12, false, true},
		{"· 7 ·", 7, true, true}, {"Page 3 of 20", 3, true, true}, {"12页", 12, true, true},
		{"2.5", 0, false, false}, {"2021年", 0, false, false}, {"第三", 0, false, false}, {"12%", 0, false, false},
		{"——", 0, false, false}, {"第3", 3, false, true}, {"3、", 0, false, false}, {"12345", 0, false, false},
	}
	for _, tt := range tests {
		n, sure, ok := pageNumber([]rune(tt.line))
		if ok != tt.ok || ok && (n != tt.n || sure != tt.sure) {
			t.Errorf("%q: %d %v %v, want %d %v %v", tt.line, n, sure, ok, tt.n, tt.sure, tt.ok)
		}
	}
}
