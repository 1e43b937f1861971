// Package quantity reads numbers as written into what they mean: an exact
// interval with a unit. It alone knows 万, 亿, 多, 近, 以上 and 两位数; it knows no
// indicator and no report.
//
// Its input is a document.Text and a lexicon for the units, its output a list
// of Quantity in the order of the text, by Scan. The steps, each in its file:
//
//	class.go     which runes make numbers: one table look-up a rune
//	scan.go      the pass over the text; forms that are one word: 双, 首, 无一
//	numeral.go   Arabic numerals: what the digits say
//	han.go       Chinese numerals
//	fraction.go  百分之, 三分之一
//	context.go   the words around: 约, 多, the unit, 以上
//	range.go     two numbers that belong together: 3至5个
//	meaning.go   number, unit and bound word to an Interval
//	table.go     the bound words, from data/
//
// The other half is arithmetic on intervals (decimal.go, interval.go, arith.go,
// root.go), exact or rounded outwards, so that a result always holds every value
// that the operands allow, and on amounts with units (amount.go). Sums and
// products of decimals are apd's; quotients and roots go over big.Rat and
// big.Int, since apd rounds to digits of the whole and not after the point.
package quantity
