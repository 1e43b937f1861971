package pdf

import (
	"fmt"

	"pledger/document/block"
)

const (
	// minChars is the least number of characters a page has on average where
	// there is a text layer; scanned pages have a stamp or a number at most.
	minChars = 4
	// maxUnknown is the share of characters without a Unicode value, in
	// percent, from which the text layer is of no use.
	maxUnknown = 30
)

// Decode returns the blocks of a pdf file. An error is always a *block.Fault.
func Decode(data []byte) (blocks []block.Block, err error) {
	defer func() {
		// pdfium runs sandboxed, but its Go side panics on some broken files.
		if p := recover(); p != nil {
			blocks, err = nil, &block.Fault{Reason: block.Malformed, Err: fmt.Errorf("pdfium: %v", p)}
		}
	}()
	pages, err := readPages(data)
	if err != nil {
		return nil, err
	}
	var lines []line
	chars, unknown := 0, 0
	for i := range pages {
		chars += len(pages[i].chars)
		unknown += pages[i].unknown
		lines = append(lines, pages[i].lines(i+1)...)
	}
	if chars < minChars*len(pages) || unknown*100 > (chars+unknown)*maxUnknown || len(lines) == 0 {
		return nil, &block.Fault{Reason: block.NoTextLayer, N: len(pages)}
	}
	settleSizes(lines)
	markFurniture(lines)
	return joinLines(lines), nil
}
