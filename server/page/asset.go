package page

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"encoding/hex"
)

// addressDigits is how many hex digits of the checksum an address carries: 64
// bits tell any two states of an asset apart.
const addressDigits = 16

// Asset is a file that pages refer to: a style, a script, an icon. It is
// immutable.
type Asset struct {
	name, contentType, body string
	sum                     [sha256.Size]byte
}

// NewAsset returns the asset with the given file name, content type and body.
func NewAsset(name, contentType, body string) Asset {
	return Asset{name, contentType, body, sha256.Sum256([]byte(body))}
}

// Path is the asset's address on the server. It holds the checksum of the body,
// so that what stands there never changes.
func (a Asset) Path() string {
	return "/assets/" + hex.EncodeToString(a.sum[:])[:addressDigits] + "/" + a.name
}

// ContentType is the asset's media type.
func (a Asset) ContentType() string { return a.contentType }

// Body is the asset's content.
func (a Asset) Body() string { return a.body }

// Source is the expression that allows the body inline under a Content
// Security Policy: 'sha256-…'.
func (a Asset) Source() string {
	return "'sha256-" + base64.StdEncoding.EncodeToString(a.sum[:]) + "'"
}

// The content types of the assets.
const (
	typeCSS = "text/css; charset=utf-8"
	typeJS  = "text/javascript; charset=utf-8"
	typeSVG = "image/svg+xml"
)

// NewStyle returns a style sheet.
func NewStyle(name, body string) Asset { return NewAsset(name, typeCSS, body) }

// NewScript returns a script.
func NewScript(name, body string) Asset { return NewAsset(name, typeJS, body) }

//go:embed base.css
var baseCSS string

//go:embed sheet.css
var sheetCSS string

//go:embed icon.svg
var iconSVG string

// Base is the style that all pages share, Sheet that of pages with a table or a
// form; Icon is the site's icon.
var (
	Base  = NewStyle("base.css", baseCSS)
	Sheet = NewStyle("sheet.css", sheetCSS)
	Icon  = NewAsset("icon.svg", typeSVG, iconSVG)
)
