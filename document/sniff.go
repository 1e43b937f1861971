package document

import "bytes"

// sniffed is what the first bytes of a file say about its format.
type sniffed uint8

const (
	sniffText sniffed = iota // nothing known: txt or html, by its text
	sniffZip
	sniffPDF
	sniffOLE
	sniffOther // a known format that is not read; otherName has its name
)

// magics are the beginnings of files that are no text.
var magics = []struct {
	prefix string
	kind   sniffed
	name   string
}{
	{"PK\x03\x04", sniffZip, "ZIP"},
	{"PK\x05\x06", sniffZip, "ZIP"},
	{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", sniffOLE, "DOC"},
	{"{\\rtf", sniffOther, "RTF"},
	{"\x89PNG\r\n", sniffOther, "PNG"},
	{"\xFF\xD8\xFF", sniffOther, "JPEG"},
	{"GIF8", sniffOther, "GIF"},
	{"II*\x00", sniffOther, "TIFF"},
	{"MM\x00*", sniffOther, "TIFF"},
	{"Rar!\x1A", sniffOther, "RAR"},
	{"7z\xBC\xAF\x27\x1C", sniffOther, "7z"},
	{"\x1F\x8B\x08", sniffOther, "GZIP"},
	{"MIME-Version:", sniffOther, "MHTML"},
	{"From: <Saved by", sniffOther, "MHTML"},
	{"\xFF\xFE\x00\x00", sniffOther, "UTF-32"},
	{"\x00\x00\xFE\xFF", sniffOther, "UTF-32"},
}

// pdfHeaderWithin is how far into a file the header of a pdf may stand.
const pdfHeaderWithin = 1024

func sniff(head []byte) sniffed {
	kind, _ := sniffName(head)
	return kind
}

func sniffName(head []byte) (sniffed, string) {
	for _, m := range magics {
		if bytes.HasPrefix(head, []byte(m.prefix)) {
			return m.kind, m.name
		}
	}
	if bytes.Contains(head[:min(len(head), pdfHeaderWithin)], []byte("%PDF-")) {
		return sniffPDF, "PDF"
	}
	return sniffText, ""
}
