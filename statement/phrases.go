package statement

// phrases are words of which a rule looks for any one at a place. Most places
// are passed over by one look at the rune that stands there.
type phrases struct {
	list        []string
	first, last uint64 // the runes that they begin and end with, by the low bits
}

// phrasesOf are the words of list, in the order in which they are looked for.
func phrasesOf(list ...string) *phrases {
	p := &phrases{list: list}
	for _, s := range list {
		first, _ := firstRune(s)
		last, _ := lastRune(s)
		p.first |= lowBit(first)
		p.last |= lowBit(last)
	}
	return p
}

// lowBit is the bit that stands for r among the first or last runes of phrases.
func lowBit(r rune) uint64 { return 1 << (uint32(r) % 64) }

// oneAt reports whether the text at offset i begins with one of p, and which;
// oneBefore whether it ends there with one.
func (e *extractor) oneAt(i int, p *phrases) (string, bool) {
	if p.first&lowBit(e.at(i)) == 0 {
		return "", false
	}
	return e.anyAt(i, p.list...)
}

func (e *extractor) oneBefore(i int, p *phrases) (string, bool) {
	if p.last&lowBit(e.at(i-1)) == 0 {
		return "", false
	}
	return e.anyBefore(i, p.list...)
}
