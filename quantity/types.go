package quantity

import "slices"

// Bound（口径）is how exact a text says a quantity is.
type Bound int8

// The bounds, named as the annotation guide does. The zero Bound says nothing.
const (
	Exact Bound = iota + 1
	About       // 约 左右 近
	Over        // 多 余 超过 突破 以上 不低于
	Under       // 以内 以下 不超过 低于
	Range       // 6.5%—7%, 3至5个
)

// boundNames are the names of the bounds.
var boundNames = [...]string{"", "exact", "about", "over", "under", "range"}

// String is the name of b, "" of the zero Bound.
func (b Bound) String() string { return boundNames[b] }

// BoundNamed is the bound with this name; ok is false where there is none.
func BoundNamed(name string) (b Bound, ok bool) {
	i := slices.Index(boundNames[:], name)
	return Bound(max(i, 0)), i >= 0
}

// Form is how a number is written; it decides how a reader may understand it.
type Form uint8

// The forms of a written number.
const (
	Digits   Form = iota // 732.8, １６．２, 1,748.6
	Chinese              // 五百万, 二十八, 二○三五, 两
	Fraction             // 三分之一, 百分之七点九, 一半
	Tenths               // 三成, 八成以上, 两成半
	Vague                // 数百万, 上千, 十余, 几十, 近千: a base power only
	Digitals             // 两位数, 三位数: a count of digits
	Doubling             // 翻一番, 翻两番
	Ordinal              // 第一, 首(位)
	None                 // 无一
	Bare                 // 亿 in 亿元以上, 千亿 in 千亿级, 百 in 百亿: a power with no digit before it
	Dual                 // 双 in 双下降, 一 in 一半: a number inside a word
	Part                 // 万 in 6800多万台, 百 in 个百分点: belongs to the number before it
)
