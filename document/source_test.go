package document

import (
	"testing"

	"pgregory.net/rapid"
)

// TestSlice demands that a part of a text is what its runes spell, whatever
// their widths and also where the file is broken.
func TestSlice(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.OneOf(
			rapid.StringOfN(rapid.RuneFrom([]rune{'a', '9', '\n', 'é', '政', '，', '𠀀', '\ufeff'}), 0, 200, -1),
			rapid.Map(rapid.SliceOf(rapid.Byte()), func(b []byte) string { return string(b) }),
		).Draw(t, "text")
		text := FromString("t.txt", s)
		nextSign, nextNarrow := text.Len(), text.Len()
		for i := text.Len(); i >= 0; i-- {
			if i < text.Len() && !isHan(text.Runes()[i]) {
				nextSign = i
				if r := text.Runes()[i]; r <= 0x3000 || r == 0xFEFF {
					nextNarrow = i
				}
			}
			if a, b := text.source.next(sign, i), text.source.next(narrow, i); a != nextSign || b != nextNarrow {
				t.Fatalf("%q has signs at %d and %d after %d; found %d and %d", s, nextSign, nextNarrow, i, a, b)
			}
		}
		han := 0
		for _, r := range text.Runes() {
			if isHan(r) {
				han++
			}
		}
		if text.Han() != han {
			t.Fatalf("%q has %d Han characters, counted %d", s, han, text.Han())
		}
		from := rapid.IntRange(0, text.Len()).Draw(t, "from")
		to := rapid.IntRange(from, text.Len()).Draw(t, "to")
		if got, want := text.Slice(Position{from, to}), string(text.Runes()[from:to]); got != want {
			t.Fatalf("Slice(%d, %d) of %q is %q, its runes are %q", from, to, s, got, want)
		}
	})
}
