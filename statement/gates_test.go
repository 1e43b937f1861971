package statement

import (
	"strings"
	"testing"

	"pledger/lexicon"
)

// TestWalkedWordsAreWords: rules that walk the words of a clause see what they look for only where
// a word of the lexicon begins, and so do the heads of a clause.
func TestWalkedWordsAreWords(t *testing.T) {
	lex := lexicon.Default()
	of := map[string]*phrases{
		"foretellings": foretellings, "musts": musts, "claimings": claimings, "keepings": keepings, "obligations": obligations,
		"strictnesses": strictnesses, "lastings": lastings, "doings": doings, "others": phrasesOf("由", "从", "要", "是", "了", "即将", "改善"),
	}
	for name, list := range of {
		for _, w := range list.list {
			rs := []rune(w)
			if toks := lex.Tokens(nil, rs, 0, len(rs)); len(toks) == 0 || toks[0].Start != 0 {
				t.Errorf("%s: no word of the lexicon begins %s", name, w)
			}
		}
	}
}

// TestRolesOfWalkedWords: what the roles of a clause tell beforehand its words have.
func TestRolesOfWalkedWords(t *testing.T) {
	lex := lexicon.Default()
	for _, c := range []struct {
		list  *phrases
		roles lexicon.Role
	}{
		{musts, lexicon.Modal | lexicon.Not},
		{strictnesses, lexicon.Adverb | lexicon.Modal | lexicon.Not | lexicon.Setphrase},
		{lastings, lexicon.Adverb | lexicon.Not},
		{phrasesOf("要"), lexicon.Modal},
		{phrasesOf("是"), lexicon.Reach},
		{phrasesOf("了"), lexicon.Past},
		{phrasesOf("即将"), lexicon.Adverb},
	} {
		for _, w := range c.list.list {
			rs := []rune(w)
			if toks := lex.Tokens(nil, rs, 0, len(rs)); len(toks) == 0 || !toks[0].Role.Is(c.roles) {
				t.Errorf("%s has none of the roles %v", w, c.roles)
			}
		}
	}
}

// TestGates: what is asked first passes all that what is asked then would find.
func TestGates(t *testing.T) {
	for r := range rune(1 << 16) {
		if isEdge(r) && !edges.may(r) {
			t.Errorf("edges misses %c", r)
		}
	}
	for _, w := range residents {
		if !strings.HasSuffix(w, "民") {
			t.Errorf("ofPeer looks for residents that end in 民, not for %s", w)
		}
	}
	for _, end := range []string{"级", "类", "型", "量", "额", "率"} {
		if r, _ := lastRune(end); !completedEnds.may(r) {
			t.Errorf("completedEnds misses %s", end)
		}
	}
}
