package quantity

import "math/bits"

// class is what a rune can be in a written number.
type class uint8

const (
	noNumber class = iota
	arabic         // 0–9, half or full width
	hanDigit       // 一, 〇, 两, 叁
	hanPower       // 十, 百, 千, 万, 亿
	half           // 半
	pair           // 双
	first          // 首
	some           // 数, 几: a number only before a power
	no             // 无: a number only in 无一
)

const bmp = 1 << 16

// runeInfo is the class of a rune and, for digits and powers, its value or its
// exponent of ten.
type runeInfo struct {
	class  class
	value  uint8
	cheque bool // it is one of financial
}

// hanDigits are the Chinese digits, by value; the financial forms and the
// characters that stand for them in other character sets with them.
var hanDigits = [...]string{
	0: "〇零○", 1: "一壹", 2: "二两俩贰兩", 3: "三叁", 4: "四肆",
	5: "五伍", 6: "六陆", 7: "七柒", 8: "八捌", 9: "九玖",
}

// financial are the numerals of cheques. One alone is part of a word (队伍,
// 大陆, 收拾); only a run of them is a number.
const (
	financial      = "壹贰叁肆伍陆柒捌玖拾佰仟"
	afterFinancial = financial + "万萬亿億零〇"
)

// hanPowers are the Chinese powers of ten, by exponent.
var hanPowers = map[uint8]string{1: "十拾", 2: "百佰", 3: "千仟", 4: "万萬", 8: "亿億"}

// infos is the table the scanner looks every rune up in.
var infos = func() *[bmp]runeInfo {
	var t [bmp]runeInfo
	for d := range uint8(10) {
		t['0'+rune(d)] = runeInfo{class: arabic, value: d}
		t['０'+rune(d)] = runeInfo{class: arabic, value: d}
		for _, r := range hanDigits[d] {
			t[r] = runeInfo{class: hanDigit, value: d}
		}
	}
	for exp, rs := range hanPowers {
		for _, r := range rs {
			t[r] = runeInfo{class: hanPower, value: exp}
		}
	}
	for _, r := range financial {
		t[r].cheque = true
	}
	t['半'].class, t['双'].class, t['首'].class, t['无'].class = half, pair, first, no
	t['数'].class, t['几'].class, t['幾'].class = some, some, some
	return &t
}()

// info is the table's entry for r; runes beyond the basic plane are in no
// number.
func info(r rune) runeInfo {
	if uint32(r) >= bmp {
		return runeInfo{}
	}
	return infos[r]
}

// lowBits are the bits of a rune by which numeric is looked up.
const lowBits = 1<<13 - 1

// numeric has a 1 for the runes that can be in a written number, each at its lowest bits:
// a table small enough to stay at hand while a text is passed over. Few others have the
// same lowest bits.
var numeric = func() (t [lowBits + 1]uint8) {
	for r := range infos {
		if infos[r].class != noNumber {
			t[r%len(t)] = 1
		}
	}
	return t
}()

// skipOther is the offset of the first of rs from i on that may be in a written number,
// or end. It looks at eight at a time, since nobody can tell where the next is.
func skipOther(rs []rune, i, end int) int {
	for ; i < end && i+8 <= len(rs); i += 8 {
		r := rs[i : i+8]
		if m := fourNumeric(r[:4]) | fourNumeric(r[4:])<<4; m != 0 {
			return min(i+bits.TrailingZeros8(m), end)
		}
	}
	for i < end && numeric[rs[i]&lowBits] == 0 {
		i++
	}
	return min(i, end)
}

// fourNumeric has a bit for each of the four of r that may be in a written number, the
// lowest for the first.
func fourNumeric(r []rune) uint8 {
	return numeric[r[0]&lowBits] | numeric[r[1]&lowBits]<<1 | numeric[r[2]&lowBits]<<2 | numeric[r[3]&lowBits]<<3
}

// isDash reports whether r can stand between the two ends of a range.
func isDash(r rune) bool {
	switch r {
	case '-', '－', '—', '–', '~', '～', '〜', '―', '‐', '‑', '−', '─':
		return true
	}
	return false
}

// isMinus reports whether r can be a sign.
func isMinus(r rune) bool { return r == '-' || r == '－' || r == '−' }

// isSpace reports whether r is a blank or a soft line break.
func isSpace(r rune) bool {
	return r == ' ' || r == '\n' || r == '\r' || r == '\t' || r == '　' || r == '\u00a0'
}

// isPoint reports whether r can be a decimal point between digits.
func isPoint(r rune) bool { return r == '.' || r == '．' }

// endsClause reports whether a word before r does not speak of a number after
// it.
func endsClause(r rune) bool {
	switch r {
	case '，', '。', '；', '：', '！', '？', '、', ',', ';', '\n', '“', '”', '（', '）', '(', ')':
		return true
	}
	return false
}
