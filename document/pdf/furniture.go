package pdf

import (
	"slices"
	"strings"
	"unicode"
)

const (
	// edgeLines is how many lines at the top and the bottom of a page may be
	// running heads or page numbers.
	edgeLines = 3
	// edgeShare is how far from the edge, as a share of the page, they stand.
	edgeShare = 0.12
	// minRepeats is on how many pages a running head must stand.
	minRepeats = 2
)

// markFurniture marks page numbers, and lines that stand at the same edge of
// several pages with the same words but for numbers.
func markFurniture(lines []line) {
	type key struct {
		text string
		top  bool
	}
	seen := map[key]map[int]bool{}
	edge := edgesOf(lines)
	for _, i := range edge {
		k := key{numbersOut(lines[i].text), lines[i].base > lines[i].height/2}
		if seen[k] == nil {
			seen[k] = map[int]bool{}
		}
		seen[k][lines[i].page] = true
	}
	for _, i := range edge {
		k := key{numbersOut(lines[i].text), lines[i].base > lines[i].height/2}
		lines[i].furniture = len(seen[k]) >= minRepeats || isPageNumber(k.text) || isPrintMark(k.text)
	}
}

// edgesOf returns the indices of the lines near the edges of their pages.
func edgesOf(lines []line) []int {
	var out []int
	for i := 0; i < len(lines); {
		j := i
		for j < len(lines) && lines[j].page == lines[i].page {
			j++
		}
		order := make([]int, 0, j-i)
		for k := i; k < j; k++ {
			order = append(order, k)
		}
		slices.SortStableFunc(order, func(a, b int) int {
			switch {
			case lines[a].base > lines[b].base:
				return -1
			case lines[a].base < lines[b].base:
				return 1
			}
			return 0
		})
		for n, k := range order {
			top := lines[k].base > lines[k].height*(1-edgeShare) && n < edgeLines
			bottom := lines[k].base < lines[k].height*edgeShare && n >= len(order)-edgeLines
			if top || bottom {
				out = append(out, k)
			}
		}
		i = j
	}
	return out
}

// numbersOut writes # for each number in s, without blanks.
func numbersOut(s string) string {
	var b strings.Builder
	number := false
	for _, r := range s {
		switch {
		case unicode.IsDigit(r):
			if !number {
				b.WriteByte('#')
			}
		case unicode.IsSpace(r):
			continue
		default:
			b.WriteRune(r)
		}
		number = unicode.IsDigit(r)
	}
	return b.String()
}

// isPageNumber reports whether a line, its numbers replaced, is a page's number
// and nothing else.
func isPageNumber(s string) bool {
	s = strings.Trim(s, "-—－–―─·•~～|")
	switch s {
	case "#", "第#页", "#/#", "第#页共#页", "第#页/共#页", "第#页，共#页", "#页", "Page#", "Page#of#", "#of#":
		return true
	}
	return false
}

// isPrintMark reports whether a line is what a browser prints at the edges: the
// time of printing, with the page's title, and its address.
func isPrintMark(s string) bool {
	return strings.Contains(s, "://") || strings.HasPrefix(s, "#/#/#") && strings.Contains(s, ":#")
}
