package pdf

import "golang.org/x/text/unicode/norm"

// radicals are the signs of the block CJK Radicals Supplement that fonts give
// in place of characters and that have no decomposition.
var radicals = map[rune]rune{
	'⺠': '民', '⻁': '虎', '⻄': '西', '⻅': '见', '⻆': '角', '⻉': '贝', '⻋': '车', '⻓': '长', '⻔': '门', '⻘': '青',
	'⻙': '韦', '⻚': '页', '⻛': '风', '⻜': '飞', '⻝': '食', '⻢': '马', '⻣': '骨', '⻤': '鬼', '⻥': '鱼', '⻦': '鸟',
	'⻧': '卤', '⻨': '麦', '⻩': '黄', '⻬': '齐', '⻮': '齿', '⻰': '龙', '⻳': '龟', '⼾': '户',
}

// plain returns the character that a reader takes r for. Programs that write
// pdf files put down radicals（部首）that look like characters: ⼀ for 一.
func plain(r rune) rune {
	if r < 0x2E80 || r > 0x2FDF && r < 0xF900 || r > 0xFAFF {
		return r
	}
	if c, ok := radicals[r]; ok {
		return c
	}
	for _, c := range norm.NFKC.String(string(r)) {
		return c
	}
	return r
}
