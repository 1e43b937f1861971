package word

// The measures of GB/T 9704-2012, in twips (1/20 point, 1/1440 inch).
const (
	pageWidth  = 11906 // 5.1: A4, 210 by 297 mm
	pageHeight = 16838

	marginTop  = 2098  // 5.2.1: 37 mm above the text
	marginLeft = 1587  // 5.2.1: 28 mm at the binding
	textWidth  = 8845  // 5.2.1: 156 mm
	textHeight = 12756 // 5.2.1: 225 mm

	marginRight  = pageWidth - marginLeft - textWidth
	marginBottom = pageHeight - marginTop - textHeight

	linesPerPage = 22                        // 5.2.3
	linePitch    = textHeight / linesPerPage // 28.95 points: the lines fill the text block

	// numberDrop is how far the page number stands below the text: 7.5, 7 mm.
	numberDrop = 397
	// numberSize is the height of its line: size 4, 14 points.
	numberSize = 280
	// footer is its distance from the edge of the paper.
	footer = marginBottom - numberDrop - numberSize
)

// The sizes of characters（字号）that the standard asks for, in half points.
const (
	sizeHead = 84 // 初号: mastheads

	size2 = 44 // 2号: titles
	size3 = 32 // 3号: all other text
	size4 = 28 // 4号: page numbers
	size5 = 21 // 五号: tables
)

// squeeze is what is taken from the width of every character of size 3, in
// twips: 28 of them are 448 points wide, the text block is 442.
const squeeze = -5

// indent is two characters, in twips: 5.2.3 with size 3.
const indent = 2 * (size3*10 + squeeze)

// mm is a length of n millimetres.
func mm(n int) int { return (n*14400 + 127) / 254 }
