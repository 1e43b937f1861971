package document

import (
	"bytes"
	"unicode/utf16"
	"unicode/utf8"
	"unsafe"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// The names of encodings, as in Text.Encoding.
const (
	encUTF8    = "utf-8"
	encGB18030 = "gb18030"
	encUTF16LE = "utf-16le"
	encUTF16BE = "utf-16be"
)

// decoded is a file's text under one reading of its bytes.
type decoded struct {
	encoding string
	runes    []rune
	source   source
	bad      int // broken sequences, read as U+FFFD
}

const (
	// maxBadShare is the share of broken or unprintable characters up to which
	// a file counts as damaged text, read and reported; above, it is no text.
	maxBadShare = 0.05
	// sampleBytes is how much of a file is decoded several ways to compare.
	sampleBytes = 64 << 10
)

// decodeText finds the encoding of b and decodes it, less a byte order mark.
// badShare is the share of its characters that no text has; above maxBadShare
// the caller refuses the file.
func decodeText(b []byte) (d decoded, badShare float64) {
	if enc, n := byteOrderMark(b); enc != "" {
		d = decodeAs(enc, b[n:])
		return d, d.badShare()
	}
	d = decodeAs(encUTF8, b)
	if d.bad > 0 || bytes.IndexByte(b, 0) >= 0 || !hasHan(d.runes) && shortGB18030(b) {
		if enc := guessEncoding(b); enc != encUTF8 {
			d = decodeAs(enc, b)
		}
	}
	return d, d.badShare()
}

// byteOrderMark returns the encoding whose mark b begins with and the mark's
// length; "" if there is none.
func byteOrderMark(b []byte) (enc string, n int) {
	switch {
	case bytes.HasPrefix(b, []byte{0xEF, 0xBB, 0xBF}):
		return encUTF8, 3
	case bytes.HasPrefix(b, []byte{0xFF, 0xFE}):
		return encUTF16LE, 2
	case bytes.HasPrefix(b, []byte{0xFE, 0xFF}):
		return encUTF16BE, 2
	case bytes.HasPrefix(b, []byte{0x84, 0x31, 0x95, 0x33}):
		return encGB18030, 4
	}
	return "", 0
}

// hasHan reports whether the beginning of a text has a Han character. Valid
// UTF-8 with one is UTF-8: no other encoding gives that by chance.
func hasHan(runes []rune) bool {
	for _, r := range runes[:min(len(runes), sampleBytes)] {
		if isHan(r) {
			return true
		}
	}
	return false
}

// shortGB18030 reports whether b, valid UTF-8 without a Han character, is more
// likely a few words of GB18030: its characters are Han then, a common one
// among them. About one Han character in ten is valid UTF-8 by chance, so more
// than a few never are.
func shortGB18030(b []byte) bool {
	const maxChars = 12
	if leadBytes(asString(b)) > 4*maxChars {
		return false
	}
	d := decodeAs(encGB18030, b)
	han, common := 0, false
	for _, r := range d.runes {
		if isHan(r) {
			han++
			common = common || commonSet[r]
		} else if r >= utf8.RuneSelf && !isCJKForm(r) {
			return false
		}
	}
	return common && han <= maxChars
}

// guessEncoding decodes a sample of b in every encoding and takes the one that
// reads most like Chinese, or like any text. A tie goes to the first.
func guessEncoding(b []byte) string {
	sample := b[:min(len(b), sampleBytes)]
	best, bestScore := encUTF8, -1e9
	for _, enc := range []string{encUTF8, encGB18030, encUTF16LE, encUTF16BE} {
		if s := score(decodeAs(enc, sample)); s > bestScore {
			best, bestScore = enc, s
		}
	}
	return best
}

func decodeAs(enc string, b []byte) decoded {
	d := decoded{encoding: enc}
	switch enc {
	case encGB18030:
		out, err := simplifiedchinese.GB18030.NewDecoder().Bytes(b)
		if err != nil { // never by the decoder's contract: it replaces
			out = nil
		}
		d.runes, d.source, _ = decodeUTF8(asString(out))
		d.bad = replaced(d.runes)
	case encUTF16LE, encUTF16BE:
		d.runes, d.bad = decodeUTF16(b, enc == encUTF16BE)
		d.source, _ = newSource(d.runes, string(d.runes))
	default:
		d.runes, d.source, d.bad = decodeUTF8(asString(b))
	}
	return d
}

// asString is b, which nobody writes to any more, as a string: a Text keeps the bytes of
// its file and no copy of them.
func asString(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

// replaced counts the characters that stand for broken sequences.
func replaced(runes []rune) (n int) {
	for _, r := range runes {
		if r == utf8.RuneError {
			n++
		}
	}
	return n
}

func decodeUTF16(b []byte, bigEndian bool) (runes []rune, bad int) {
	units := make([]uint16, len(b)/2)
	for i := range units {
		if bigEndian {
			units[i] = uint16(b[2*i])<<8 | uint16(b[2*i+1])
		} else {
			units[i] = uint16(b[2*i+1])<<8 | uint16(b[2*i])
		}
	}
	runes = utf16.Decode(units)
	bad = replaced(runes)
	if len(b)%2 == 1 {
		runes, bad = append(runes, utf8.RuneError), bad+1
	}
	return runes, bad
}

// commonHan are characters that any page of Chinese has many of; a wrong
// decoding hits them only by chance.
const commonHan = "的一是不了在人有我他这中大来上国个到和说们为以会要时就出也地于年生对可发作市" +
	"工政府加展强建设进经济全民业社新提改革实施农村万元增长高度区城化推动完成面成各重点项目务环保教育"

var commonSet = func() map[rune]bool {
	m := map[rune]bool{}
	for _, r := range commonHan {
		m[r] = true
	}
	return m
}()

// The weights of score, per character. A common character speaks for a reading
// more than a rare one, a broken sequence or a character that no report holds
// (private use, control, a script that wrong decodings land in) against it.
const (
	weightCommon  = 5
	weightHan     = 1
	weightASCII   = 1
	weightForeign = -2
	weightStrange = -8
	weightBroken  = -12
)

// score says how much d reads like text, Chinese before other text.
func score(d decoded) float64 {
	if len(d.runes) == 0 {
		return 0
	}
	sum := 0
	for _, r := range d.runes {
		switch {
		case r == utf8.RuneError:
			sum += weightBroken
		case isHan(r):
			sum += weightHan
			if commonSet[r] {
				sum += weightCommon
			}
		case isStrange(r):
			sum += weightStrange
		case r < utf8.RuneSelf:
			sum += weightASCII
		case isCJKForm(r):
			sum += weightHan
		default:
			sum += weightForeign
		}
	}
	return float64(sum) / float64(len(d.runes))
}

func isHan(r rune) bool { return 0x4E00 <= r && r <= 0x9FFF }

// isCJKForm reports whether r is punctuation or a full-width form of Chinese
// texts, or one of the general signs such texts use.
func isCJKForm(r rune) bool {
	return 0x2000 <= r && r <= 0x206F || 0x2460 <= r && r <= 0x25FF || 0x3000 <= r && r <= 0x303F ||
		0xFF00 <= r && r <= 0xFFEF || 0x2100 <= r && r <= 0x22FF || 0x3200 <= r && r <= 0x33FF ||
		r == 0xB7 || r == 0xD7 || r == 0xA0 || r == 0xB0 || r == 0xB1
}

// isStrange reports whether r is a character that text files do not hold:
// control characters, private use, unpaired surrogates, non-characters, and
// the blocks that bytes read in a wrong encoding mostly land in.
func isStrange(r rune) bool {
	switch {
	case r < 0x20:
		return r != '\n' && r != '\r' && r != '\t' && r != '\f' && r != '\v'
	case r >= 0x7F && r < 0xA0:
		return r != 0x85
	case r >= 0xD800 && r <= 0xF8FF, r >= 0xFFF0 && r <= 0xFFFF, r >= 0xE0000:
		return true
	}
	return false
}

// badShare is the share of broken and strange characters in d.
func (d decoded) badShare() float64 {
	if len(d.runes) == 0 {
		return 0
	}
	bad := d.bad
	for _, r := range d.runes {
		if (r < ' ' || r >= 0x7F && r < 0xA0 || r >= 0xD800) && r != utf8.RuneError && isStrange(r) {
			bad++
		}
	}
	return float64(bad) / float64(len(d.runes))
}
