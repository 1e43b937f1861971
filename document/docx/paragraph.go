package docx

import (
	"encoding/xml"
	"strconv"
	"strings"
	"unicode/utf8"

	"pledger/document/block"
)

// paragraph is one w:p being read.
type paragraph struct {
	text     []byte
	style    string
	outline  int // outline level from 1; 0 where the paragraph does not say
	num      numRef
	joins    bool          // its mark is deleted: the next paragraph goes on with its text
	hidden   bool          // the run at hand is hidden text
	runStart int           // where the run at hand begins in text
	after    []block.Block // of its text boxes
}

func (p *paragraph) beginRun() { p.runStart, p.hidden = len(p.text), false }

// endRun takes hidden text out again.
func (p *paragraph) endRun() {
	if p.hidden {
		p.text = p.text[:p.runStart]
	}
	p.hidden = false
}

// sign writes the elements that stand for a character.
func (p *paragraph) sign(e *xml.StartElement) {
	switch e.Name.Local {
	case "tab", "ptab":
		p.text = append(p.text, '\t')
	case "br", "cr":
		if t := attr(e, "type"); t != "page" && t != "column" {
			p.text = append(p.text, '\n')
		}
	case "noBreakHyphen":
		p.text = append(p.text, '-')
	case "sym":
		// Symbol fonts are mapped to private use; any other code is a character.
		if r, err := strconv.ParseUint(attr(e, "char"), 16, 32); err == nil && r >= ' ' && r < 0xD800 {
			p.text = utf8.AppendRune(p.text, rune(r))
		}
	}
}

// property takes over one of the paragraph's properties; path holds the open
// elements from pPr down to it.
func (p *paragraph) property(path []string, val string) {
	local, parent := path[len(path)-1], path[len(path)-2]
	n, err := strconv.Atoi(val)
	switch {
	case local == "pStyle":
		p.style = val
	case local == "outlineLvl" && err == nil && n >= 0 && n < 9:
		p.outline = n + 1
	case parent == "numPr" && local == "numId" && err == nil:
		p.num.id, p.num.set = n, true
	case parent == "numPr" && local == "ilvl" && err == nil:
		p.num.level = n
	case parent == "rPr" && (local == "del" || local == "moveFrom"):
		p.joins = true
	}
}

// finish makes p a block and puts it where it belongs.
func (b *body) finish(p *paragraph) {
	text := b.carry + string(p.text)
	b.carry = ""
	if p.joins {
		b.carry = text
		b.put(len(b.paras), p.after...)
		return
	}
	var out []block.Block
	if strings.TrimSpace(text) != "" {
		out = append(out, b.block(p, text))
	}
	b.put(len(b.paras), append(out, p.after...)...)
}

// block returns p's block with its number written out. Empty paragraphs do not
// come here, so they do not count, where Word may count them: it shows them as
// a number without text, which reports do not have.
func (b *body) block(p *paragraph, text string) block.Block {
	st := b.styles[p.style]
	if st == nil {
		st = b.styles[defaultStyle]
	}
	if st == nil {
		st = &style{}
	}
	ref := p.num
	if !ref.set {
		level := ref.level
		if ref = st.num; level > 0 {
			ref.level = level
		}
	}
	out := block.Block{Level: st.level}
	if p.outline > 0 {
		out.Level = p.outline
	}
	if st.contents {
		out.Kind, out.Level = block.Furniture, 0
	} else if out.Level > 0 {
		out.Kind = block.Heading
	}
	out.Text = text
	if ref.id != 0 {
		out.Text = b.numbering.next(ref) + text
	}
	return out
}
