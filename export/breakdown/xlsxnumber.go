package breakdown

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"pledger/document/ooxml"
)

// A format is how a style shows numbers, as far as it matters here.
type format struct {
	date     bool
	noDay    bool // a date of year and month only
	percent  bool
	decimals int // of a percentage
}

// readFormats reads the formats of numbers, by the style of cells.
func readFormats(c *ooxml.Container) ([]format, error) {
	var styles struct {
		Codes []struct {
			ID   int    `xml:"numFmtId,attr"`
			Code string `xml:"formatCode,attr"`
		} `xml:"numFmts>numFmt"`
		Cells []struct {
			ID int `xml:"numFmtId,attr"`
		} `xml:"cellXfs>xf"`
	}
	if err := c.Unmarshal("xl/styles.xml", &styles); err != nil {
		return nil, err
	}
	codes := map[int]string{}
	for _, f := range styles.Codes {
		codes[f.ID] = f.Code
	}
	var all []format
	for _, x := range styles.Cells {
		all = append(all, formatOf(x.ID, codes[x.ID]))
	}
	return all, nil
}

// literals are the parts of a format's code that are shown as they stand, and
// colours and conditions.
var literals = regexp.MustCompile(`"[^"]*"|\[[^\]]*\]|\\.|_.`)

// formatOf is what a format's number and code say. Numbers below 164 are
// Excel's own; 27–36 and 50–58 are dates in Chinese.
func formatOf(id int, code string) format {
	switch {
	case id >= 14 && id <= 17 || id == 22 || id >= 27 && id <= 31 || id == 36 || id >= 50 && id <= 54 || id == 57 || id == 58:
		return format{date: true, noDay: id == 17 || id == 27 || id == 57}
	case id == 9:
		return format{percent: true}
	case id == 10:
		return format{percent: true, decimals: 2}
	}
	code, _, _ = strings.Cut(strings.ToLower(code), ";")
	shown := literals.ReplaceAllString(code, "")
	switch {
	case strings.Contains(shown, "%"):
		_, zeros, _ := strings.Cut(strings.TrimRight(shown, "% "), ".")
		return format{percent: true, decimals: len(zeros)}
	case strings.Contains(shown, "y") || strings.Contains(shown, "d") && strings.Contains(shown, "m"):
		return format{date: true, noDay: !strings.Contains(shown, "d")}
	}
	return format{}
}

// significant is how many digits a spreadsheet keeps of a number: what is beyond
// them, as in 0.30000000000000004, nobody typed.
const significant = 15

// number is a number as its cell shows it: dates and percentages by the style,
// others as plain decimals.
func (b *workbook) number(text string, style int) string {
	var f format
	if style >= 0 && style < len(b.formats) {
		f = b.formats[style]
	}
	v, err := strconv.ParseFloat(strings.TrimSpace(text), 64)
	switch {
	case err != nil:
		return text
	case f.date:
		if day, ok := b.date(v); ok {
			if f.noDay {
				return day.Format("2006年1月")
			}
			return day.Format("2006年1月2日")
		}
	case f.percent:
		v *= 100
		return strconv.FormatFloat(v, 'f', min(f.decimals, significant), 64) + "%"
	}
	rounded, err := strconv.ParseFloat(strconv.FormatFloat(v, 'g', significant, 64), 64)
	if err != nil || rounded > 1e15 || rounded < -1e15 {
		return text
	}
	return strconv.FormatFloat(rounded, 'f', -1, 64)
}

// date is the day with a serial number. Excel counts from 1900 and takes that
// year, wrongly, for a leap year; files from old Macs count from 1904.
func (b *workbook) date(serial float64) (time.Time, bool) {
	const lastSerial = 2958465 // the end of 9999
	if serial < 1 || serial > lastSerial {
		return time.Time{}, false
	}
	start := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	switch {
	case b.date1904:
		start = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	case serial < 60:
		start = start.AddDate(0, 0, 1)
	}
	return start.AddDate(0, 0, int(serial)), true
}
