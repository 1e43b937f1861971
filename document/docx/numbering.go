package docx

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"pledger/document/ooxml"
)

// maxLevels is the number of levels of a Word list.
const maxLevels = 9

// numbering writes out the automatic numbers of a file's paragraphs. It counts
// as it goes, so paragraphs must come in the order of the text.
type numbering struct {
	lists  map[int]*list       // by numId
	counts map[string]*counter // by abstractNumId: lists of one kind count together
}

// list is one w:num with its kind's levels, overrides worked in.
type list struct {
	abstract string
	levels   [maxLevels]level
	restart  [maxLevels]int // the value that its first use starts from; -1 for none
	used     bool
}

type level struct {
	known  bool
	start  int
	format string
	text   string // %1、
	suffix string // tab, space, nothing
	legal  bool   // all numbers in it as decimals
	after  int    // restarts after this level, from 1; -1: after any higher level; 0: never
}

type counter struct {
	n       [maxLevels]int
	started [maxLevels]bool
}

type levelXML struct {
	Ilvl       int    `xml:"ilvl,attr"`
	Start      *value `xml:"start"`
	NumFmt     *value `xml:"numFmt"`
	LvlText    *value `xml:"lvlText"`
	Suff       *value `xml:"suff"`
	IsLgl      *value `xml:"isLgl"`
	LvlRestart *value `xml:"lvlRestart"`
}

type numberingXML struct {
	AbstractNum []struct {
		ID           string     `xml:"abstractNumId,attr"`
		NumStyleLink *value     `xml:"numStyleLink"`
		StyleLink    *value     `xml:"styleLink"`
		Lvl          []levelXML `xml:"lvl"`
	} `xml:"abstractNum"`
	Num []struct {
		ID            int   `xml:"numId,attr"`
		AbstractNumID value `xml:"abstractNumId"`
		LvlOverride   []struct {
			Ilvl          int       `xml:"ilvl,attr"`
			StartOverride *value    `xml:"startOverride"`
			Lvl           *levelXML `xml:"lvl"`
		} `xml:"lvlOverride"`
	} `xml:"num"`
}

// readNumbering reads a file's lists.
func readNumbering(c *ooxml.Container, name string) (*numbering, error) {
	var x numberingXML
	if err := c.Unmarshal(name, &x); err != nil {
		return nil, err
	}
	kinds, links := map[string][]levelXML{}, map[string]string{}
	for _, a := range x.AbstractNum {
		kinds[a.ID] = a.Lvl
		if a.StyleLink != nil {
			links[a.StyleLink.Val] = a.ID
		}
	}
	for _, a := range x.AbstractNum {
		if a.NumStyleLink != nil && len(a.Lvl) == 0 {
			kinds[a.ID] = kinds[links[a.NumStyleLink.Val]]
		}
	}
	ns := &numbering{lists: map[int]*list{}, counts: map[string]*counter{}}
	for _, n := range x.Num {
		l := &list{abstract: n.AbstractNumID.Val}
		for i := range l.restart {
			l.restart[i] = -1
		}
		for _, lx := range kinds[l.abstract] {
			l.set(lx)
		}
		for _, o := range n.LvlOverride {
			if o.Lvl != nil {
				o.Lvl.Ilvl = o.Ilvl
				l.set(*o.Lvl)
			}
			if v, ok := o.StartOverride.int(); ok && o.Ilvl >= 0 && o.Ilvl < maxLevels {
				l.restart[o.Ilvl] = v
			}
		}
		ns.lists[n.ID] = l
	}
	return ns, nil
}

// set takes over one level.
func (l *list) set(x levelXML) {
	if x.Ilvl < 0 || x.Ilvl >= maxLevels {
		return
	}
	lv := level{known: true, start: 0, format: "decimal", suffix: "tab", after: -1}
	if n, ok := x.Start.int(); ok {
		lv.start = n
	}
	if x.NumFmt != nil {
		lv.format = x.NumFmt.Val
	}
	if x.LvlText != nil {
		lv.text = x.LvlText.Val
	}
	if x.Suff != nil {
		lv.suffix = x.Suff.Val
	}
	lv.legal = x.IsLgl != nil && x.IsLgl.Val != "0" && x.IsLgl.Val != "false"
	if n, ok := x.LvlRestart.int(); ok {
		lv.after = n
	}
	l.levels[x.Ilvl] = lv
}

// next returns the number, with what follows it, of the next paragraph at ref;
// "" where it has none.
func (ns *numbering) next(ref numRef) string {
	l := ns.lists[ref.id]
	if l == nil || ref.level < 0 || ref.level >= maxLevels || !l.levels[ref.level].known {
		return ""
	}
	c := ns.counts[l.abstract]
	if c == nil {
		c = &counter{}
		ns.counts[l.abstract] = c
	}
	if !l.used {
		l.used = true
		for i, v := range l.restart {
			if v >= 0 {
				c.n[i], c.started[i] = v-1, true
			}
		}
	}
	c.count(l, ref.level)
	lv := &l.levels[ref.level]
	if lv.format == "bullet" {
		return bullet(lv)
	}
	text := lv.text
	for i := range maxLevels {
		mark := fmt.Sprintf("%%%d", i+1)
		if !strings.Contains(text, mark) {
			continue
		}
		format := l.levels[i].format
		if lv.legal && format != "none" {
			format = "decimal"
		}
		text = strings.ReplaceAll(text, mark, numeral(c.n[i], format))
	}
	return ended(text, lv.suffix)
}

// count moves the counter of one level on, starts the levels above it that
// were not used yet, and resets those below.
func (c *counter) count(l *list, at int) {
	for i := 0; i < at; i++ {
		if !c.started[i] {
			c.n[i], c.started[i] = l.levels[i].start, true
		}
	}
	if !c.started[at] {
		c.n[at], c.started[at] = l.levels[at].start, true
	} else {
		c.n[at]++
	}
	for i := at + 1; i < maxLevels; i++ {
		if after := l.levels[i].after; after < 0 || after > 0 && at < after {
			c.started[i] = false
		}
	}
}

// bullet returns a bullet's sign; "" where it is one of a symbol font.
func bullet(lv *level) string {
	for _, r := range lv.text {
		if r >= 0xE000 && r <= 0xF8FF {
			return ""
		}
	}
	return ended(lv.text, lv.suffix)
}

// ended adds the blank that separates a number from its text, but not after a
// full-width mark, which has one of its own: 一、 （一）.
func ended(number, suffix string) string {
	last, _ := utf8.DecodeLastRuneInString(number)
	if number == "" || suffix == "nothing" || last >= 0x3000 && !isHan(last) || last == '—' {
		return number
	}
	return number + " "
}

func isHan(r rune) bool { return 0x4E00 <= r && r <= 0x9FFF }
