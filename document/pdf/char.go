package pdf

import (
	"errors"
	"fmt"

	"github.com/klippa-app/go-pdfium"
	pdfiumerrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"

	"pledger/document/block"
)

// isWide reports whether r takes the place of a Han character.
func isWide(r rune) bool { return r >= 0x2E80 }

// char is one character with its place on the page, in points from the lower
// left corner.
type char struct {
	r           rune
	left, right float64
	base        float64 // of the line it stands on
	size        float64 // height of its box
	blank       bool    // the file has a blank before it
}

// page is one page's characters in the order of the file.
type page struct {
	height  float64
	chars   []char
	unknown int // characters without a Unicode value
}

const (
	// maxPages and maxChars bound what is read of one file.
	maxPages = 5_000
	maxChars = 20_000_000
)

var errSlow = errors.New("takes too long to read")

// readPages returns the characters of every page.
func readPages(data []byte) (pages []page, err error) {
	err = withInstance(func(lib pdfium.Pdfium) error {
		doc, err := lib.OpenDocument(&requests.OpenDocument{File: &data})
		if err != nil {
			return err
		}
		defer func() { _, _ = lib.FPDF_CloseDocument(&requests.FPDF_CloseDocument{Document: doc.Document}) }()
		count, err := lib.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: doc.Document})
		if err != nil {
			return err
		}
		if count.PageCount > maxPages {
			return fmt.Errorf("%d pages", count.PageCount)
		}
		total := 0
		for i := range count.PageCount {
			p, err := readPage(lib, doc.Document, i)
			if err != nil {
				return fmt.Errorf("page %d: %w", i+1, err)
			}
			if total += len(p.chars); total > maxChars {
				return errSlow
			}
			pages = append(pages, p)
		}
		return nil
	})
	if err != nil {
		return nil, fault(err)
	}
	return pages, nil
}

// fault says why pdfium could not read a file.
func fault(err error) error {
	reason := block.Malformed
	if errors.Is(err, pdfiumerrors.ErrPassword) || errors.Is(err, pdfiumerrors.ErrSecurity) {
		reason = block.Encrypted
	}
	return &block.Fault{Reason: reason, Err: err}
}

// readPage returns the characters of one page.
func readPage(lib pdfium.Pdfium, doc references.FPDF_DOCUMENT, index int) (p page, err error) {
	byIndex := requests.Page{ByIndex: &requests.PageByIndex{Document: doc, Index: index}}
	size, err := lib.FPDF_GetPageHeightF(&requests.FPDF_GetPageHeightF{Page: byIndex})
	if err != nil {
		return p, err
	}
	p.height = float64(size.PageHeight)
	text, err := lib.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: byIndex})
	if err != nil {
		return p, err
	}
	defer func() { _, _ = lib.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: text.TextPage}) }()
	count, err := lib.FPDFText_CountChars(&requests.FPDFText_CountChars{TextPage: text.TextPage})
	if err != nil {
		return p, err
	}
	blank := false
	for i := range min(count.Count, maxChars) {
		u, err := lib.FPDFText_GetUnicode(&requests.FPDFText_GetUnicode{TextPage: text.TextPage, Index: i})
		if err != nil {
			return p, err
		}
		r := plain(rune(u.Unicode))
		if r <= ' ' && r != 0 || isNothing(r) {
			blank = blank || r == ' '
			continue
		}
		box, err := lib.FPDFText_GetLooseCharBox(&requests.FPDFText_GetLooseCharBox{TextPage: text.TextPage, Index: i})
		if err != nil {
			continue
		}
		origin, err := lib.FPDFText_GetCharOrigin(&requests.FPDFText_GetCharOrigin{TextPage: text.TextPage, Index: i})
		if err != nil {
			continue
		}
		if r == 0 || r >= 0xE000 && r <= 0xF8FF {
			p.unknown++
			if r == 0 {
				continue
			}
		}
		c := char{r, float64(box.Rect.Left), float64(box.Rect.Right), origin.Y, float64(box.Rect.Top - box.Rect.Bottom), blank}
		blank = false
		if isWide(r) { // the box may be the sign's own: 一 is as high as a dash
			c.left = origin.X
		}
		p.chars = append(p.chars, c)
	}
	return p, nil
}

// isNothing reports whether r is a sign of pdfium's own or one without width.
func isNothing(r rune) bool {
	return r == 0x02 || r == 0xFFFE || r == 0xFFFF || r == 0xAD || r >= 0x200B && r <= 0x200F || r == 0xFEFF
}
