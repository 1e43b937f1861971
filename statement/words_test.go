package statement_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"pledger/examples"
)

// pieces are what nonsense reports are made of: the words and marks that the
// rules look for. Random bytes seldom make any of them.
var pieces = [][]string{
	strings.Fields("3 5% 6.5%—7% 三分之一 1000多 十余 数百万 第一 第3 翻一番 2024 十三五 “十四五” 两位数 50 105.5% ２．３万 百分之八 0.7个百分点 2.6倍 一半 四成 8∶37∶55 亿 多"),
	strings.Fields("元 亿元 万人 户 公里 套 % 个百分点 项 所 个 天 倍 年 月 位 张 吨 人次 个工作日"),
	strings.Fields("地区生产总值 城镇新增就业 居民消费价格 粮食 税收 工业 农牧民人均可支配收入 污水处理率 高标准农田 床位 每千人口 三次产业 企业 学校 道路"),
	strings.Fields("新增 新建 建成 完成 达到 增长 下降 提高到 增加到 降至 由 从 比 占 是 居 控制在 力争 不低于 低于 超过 以上 以内 左右 约 近 分别 分别为 其中 累计 年均 连续 完善 推进 实施 开展"),
	strings.Fields("去年 今年 五年来 到2025年 11月底 前三季度 同期 上年 “十三五”期间 2015年 6月底前 全国平均 年度任务 控制目标 我市 全区 包头市"),
	strings.Fields("的 和 、 ， ； 。 ： “ ” （ ） —— 机制 制度 以 为 让 使"),
	{"\n", "\n\n", "\n一、2023年工作回顾\n", "\n二、2024年工作安排\n", "\n（一）抓好农业。", "\n今年的主要预期目标是：", "\n困难和问题：", "　　"},
}

// nonsense draws a report-like text of such pieces.
func nonsense(t *rapid.T) string {
	const most = 120
	piece := rapid.Custom(func(t *rapid.T) string {
		return rapid.SampledFrom(rapid.SampledFrom(pieces).Draw(t, "sort")).Draw(t, "piece")
	})
	head := rapid.SampledFrom([]string{"", "2024年青云县政府工作报告\n", "政府工作报告\n二、今年工作安排\n"}).Draw(t, "head")
	return head + strings.Join(rapid.SliceOfN(piece, 1, most).Draw(t, "pieces"), "")
}

// TestExtractOfNonsense: words in any order may mean nothing, but what is read
// of them keeps its positions and references.
func TestExtractOfNonsense(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		for _, w := range walk(extract(nonsense(t))) {
			t.Error(w)
		}
	})
}

// TestExtractOfShuffledSample: the sample's own sentences in any order, cut
// anywhere.
func TestExtractOfShuffledSample(t *testing.T) {
	sentences := strings.SplitAfter(examples.Sample, "，")
	rapid.Check(t, func(t *rapid.T) {
		text := []rune(strings.Join(rapid.Permutation(sentences).Draw(t, "order"), ""))
		from := rapid.IntRange(0, len(text)-1).Draw(t, "from")
		to := rapid.IntRange(from, len(text)).Draw(t, "to")
		for _, w := range walk(extract(string(text[from:to]))) {
			t.Error(w)
		}
	})
}
