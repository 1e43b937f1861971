package document

// furnitureLines says of each line of a txt file whether it is furniture:
// page numbers, running heads beside them, menus and labels of a page.
func furnitureLines(runes []rune, lines []line) []bool {
	furn := make([]bool, len(lines))
	var bare []numberedLine // lines that are a bare number
	pages := false
	for i, ln := range lines {
		text := runes[ln.start:ln.end]
		if insideSentence(runes, lines, i) {
			continue
		}
		if n, sure, ok := pageNumber(text); sure {
			furn[i], pages = true, true
		} else if ok {
			bare = append(bare, numberedLine{i, n})
		} else if furniture.line(text) {
			furn[i] = true
		}
	}
	if markChains(bare, furn) {
		pages = true
	}
	if pages {
		markRunningHeads(runes, lines, furn)
	}
	markMenus(runes, lines, furn)
	return furn
}

// insideSentence reports whether lines[i] is a piece of a sentence that stands
// on several lines, as links do: 《, a title, 》.
func insideSentence(runes []rune, lines []line, i int) bool {
	if i == 0 || lines[i].blanks > 0 {
		return false
	}
	if i+1 < len(lines) && lines[i+1].blanks == 0 && continues(runes[lines[i+1].start]) {
		return true
	}
	return opensBracket(runes[lines[i-1].start:lines[i-1].end])
}

type numberedLine struct{ line, n int }

// markChains marks bare numbers that count pages: three or more in a row, each
// one more than the one before.
func markChains(bare []numberedLine, furn []bool) (found bool) {
	const minChain = 3
	for i := 0; i < len(bare); {
		j := i + 1
		for j < len(bare) && bare[j].n == bare[j-1].n+1 {
			j++
		}
		if j-i >= minChain {
			found = true
			for _, b := range bare[i:j] {
				furn[b.line] = true
			}
		}
		i = j
	}
	return found
}

// markRunningHeads marks lines beside page numbers that stand in the file
// three times or more, word for word.
func markRunningHeads(runes []rune, lines []line, furn []bool) {
	const minRepeats = 3
	beside := func(i int) bool {
		return i > 0 && furn[i-1] || i+1 < len(lines) && furn[i+1]
	}
	count := map[string]int{}
	var candidates []int
	for i, ln := range lines {
		if !furn[i] && beside(i) && ln.width <= maxWrap {
			candidates = append(candidates, i)
			count[string(runes[ln.start:ln.end])]++
		}
	}
	for _, i := range candidates {
		furn[i] = count[string(runes[lines[i].start:lines[i].end])] >= minRepeats
	}
}

// markMenus marks runs of very short lines without any mark before the report
// begins and after it ends: menus whose words are not in the table.
func markMenus(runes []rune, lines []line, furn []bool) {
	const (
		minRun   = 6  // lines; the lines of a title page are fewer
		maxWidth = 12 // columns: six characters, as menus have
	)
	first, last := len(lines), -1
	for i, ln := range lines {
		if ln.width >= longLine && endsSentence(runes, ln) {
			first, last = min(first, i), i
		}
	}
	if last < 0 {
		return
	}
	for i := 0; i < len(lines); {
		if i == first {
			i = last + 1
			continue
		}
		j := i
		for j < len(lines) && j != first && isMenuItem(runes, lines[j], maxWidth) {
			j++
		}
		if j-i >= minRun {
			for k := i; k < j; k++ {
				furn[k] = true
			}
		}
		i = max(j, i+1)
	}
}

func isMenuItem(runes []rune, ln line, maxWidth int) bool {
	if ln.width > maxWidth {
		return false
	}
	text := runes[ln.start:ln.end]
	if isNumbered(text) || isSalutation(text) {
		return false
	}
	for i, r := range text {
		if isFinal(r) || r == '，' || r == '、' || isDigit(r) || r == '《' || r == '》' {
			return false
		}
		if r == '报' && i+1 < len(text) && text[i+1] == '告' {
			return false
		}
	}
	return true
}

// endWindow is the number of blocks at the end of a file in which the
// furniture after the report is looked for.
const endWindow = 120

// markEnd marks the furniture after the report: from the first paragraph that
// begins such furniture, with only furniture and scraps behind it, to the end.
func (t *Text) markEnd() {
	blocks := t.Blocks
	from := max(0, len(blocks)-endWindow)
	start := -1
	for i := len(blocks) - 1; i >= from; i-- {
		b := blocks[i]
		if b.Kind == Furniture {
			continue
		}
		text := t.runes[b.Pos.Start:b.Pos.End]
		sentence := endsSentence(text, line{end: len(text)})
		switch {
		case furniture.begins(t.Slice(Position{b.Pos.Start, min(b.Pos.End, b.Pos.Start+maxEndBlock)}), sentence):
			start = i
		case isReportParagraph(text):
			i = -1 // the report ends here
		}
	}
	if start <= 0 { // all of the file, or nothing
		return
	}
	for i := start; i < len(blocks); i++ {
		blocks[i].Kind, blocks[i].Cont = Furniture, false
	}
}

const (
	// maxEndBlock is how much of a paragraph is searched for the words of
	// licences and footers.
	maxEndBlock = 400
	// minReportParagraph is the length of the shortest paragraph, in
	// characters, that can only be the report's.
	minReportParagraph = 30
)

// isReportParagraph reports whether text can only be a part of the report: a
// paragraph that ends as sentences do, or a numbered heading.
func isReportParagraph(text []rune) bool {
	return len(text) >= minReportParagraph && endsSentence(text, line{end: len(text)}) ||
		isHeadingLine(text) || isSalutation(text)
}
