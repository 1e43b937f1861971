package docx

import (
	"strconv"
	"strings"

	"pledger/document/ooxml"
)

// styles are the paragraph styles of a file, by id.
type styles map[string]*style

// style is what a style says of its paragraphs, its ancestors' word included.
type style struct {
	level    int  // heading level from 1; 0 for none
	contents bool // a line of the table of contents
	num      numRef
}

// numRef is a place in the numbering; id 0 means none.
type numRef struct {
	id, level int
	set       bool // said here or by an ancestor
}

// value is an element with nothing but a w:val.
type value struct {
	Val string `xml:"val,attr"`
}

func (v *value) int() (int, bool) {
	if v == nil {
		return 0, false
	}
	n, err := strconv.Atoi(v.Val)
	return n, err == nil
}

// styleXML is styles.xml as far as it matters here.
type styleXML struct {
	Style []struct {
		ID      string `xml:"styleId,attr"`
		Default string `xml:"default,attr"`
		Type    string `xml:"type,attr"`
		Name    value  `xml:"name"`
		BasedOn value  `xml:"basedOn"`
		PPr     struct {
			OutlineLvl *value `xml:"outlineLvl"`
			NumPr      *struct {
				Ilvl  *value `xml:"ilvl"`
				NumID *value `xml:"numId"`
			} `xml:"numPr"`
		} `xml:"pPr"`
	} `xml:"style"`
}

// defaultStyle is the key in styles of the style of paragraphs that name none.
const defaultStyle = ""

// readStyles reads the paragraph styles and completes each from its ancestors.
func readStyles(c *ooxml.Container, name string) (styles, error) {
	var x styleXML
	if err := c.Unmarshal(name, &x); err != nil {
		return nil, err
	}
	parents := map[string]string{}
	all := styles{}
	for _, s := range x.Style {
		if s.Type != "paragraph" && s.Type != "" {
			continue
		}
		st := &style{level: headingLevel(s.Name.Val), contents: isContents(s.Name.Val)}
		if n, ok := s.PPr.OutlineLvl.int(); ok && st.level == 0 && n >= 0 && n < 9 {
			st.level = n + 1
		}
		if p := s.PPr.NumPr; p != nil {
			st.num.set = true
			st.num.id, _ = p.NumID.int()
			st.num.level, _ = p.Ilvl.int()
		}
		all[s.ID] = st
		parents[s.ID] = s.BasedOn.Val
		if s.Default == "1" || s.Default == "true" {
			all[defaultStyle] = st
		}
	}
	for id, st := range all {
		const maxDepth = 32 // chains of styles are short; a loop must end
		p := parents[id]
		for n := 0; p != "" && n < maxDepth && all[p] != nil; n, p = n+1, parents[p] {
			if st.level == 0 {
				st.level = all[p].level
			}
			if !st.num.set {
				st.num = all[p].num
			}
		}
	}
	return all, nil
}

// headingLevel returns the level that a style's name gives: heading 1, 标题 1,
// Title.
func headingLevel(name string) int {
	name = strings.ToLower(strings.Join(strings.Fields(name), ""))
	if name == "title" || name == "标题" {
		return 1
	}
	for _, prefix := range []string{"heading", "标题"} {
		if rest, ok := strings.CutPrefix(name, prefix); ok {
			if n, err := strconv.Atoi(rest); err == nil && n >= 1 && n <= 9 {
				return n
			}
		}
	}
	return 0
}

// isContents reports whether a style is one of the table of contents.
func isContents(name string) bool {
	name = strings.ToLower(name)
	return strings.HasPrefix(name, "toc ") || strings.HasPrefix(name, "目录")
}
