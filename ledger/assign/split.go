package assign

import (
	"regexp"
	"strings"
)

// SplitNames splits a printed list of bodies into names, in order and each
// once. Separators are 、，,；;／/ and line ends, and spaces where they part
// whole names (市财政局 市水利局) and do not merely widen one (财 政 局). Inside
// brackets nothing is split: 各县（市、区）人民政府 is one name. A closing 等,
// 等部门 or 等有关单位 is dropped.
func SplitNames(list string) []string {
	var names []string
	seen := map[string]bool{}
	for _, part := range splitOutside(list, isSeparator) {
		for _, name := range splitSpaces(part) {
			if name = trimName(name); name != "" && !seen[name] {
				seen[name] = true
				names = append(names, name)
			}
		}
	}
	return names
}

// isSeparator reports whether r parts names.
func isSeparator(r rune) bool {
	return strings.ContainsRune("、，,;；/／\n\r|｜", r)
}

// splitOutside splits s at runes for which at is true, but not inside brackets
// that close again.
func splitOutside(s string, at func(rune) bool) []string {
	var parts []string
	start, depth := 0, 0
	for i, r := range s {
		switch {
		case strings.ContainsRune("（(〔【“", r):
			if strings.ContainsAny(s[i:], "）)〕】”") {
				depth++
			}
		case strings.ContainsRune("）)〕】”", r):
			depth = max(depth-1, 0)
		case depth == 0 && at(r):
			parts = append(parts, s[start:i])
			start = i + len(string(r))
		}
	}
	return append(parts, s[start:])
}

// splitSpaces splits at spaces, unless a piece of one rune shows that they
// stand between the characters of one name.
func splitSpaces(s string) []string {
	pieces := strings.Fields(strings.ReplaceAll(s, "　", " "))
	for _, p := range pieces {
		if len([]rune(p)) == 1 {
			return []string{strings.Join(pieces, "")}
		}
	}
	return pieces
}

// closing is how a list ends without naming more: 甲、乙等部门.
var closing = regexp.MustCompile(`(?:等(?:有关|相关|市直|区直|县直|各)*(?:部门|单位|部门和单位|部门单位|委办局|成员单位)?|等等)$`)

// trimName cuts from a name what a sentence puts around it.
func trimName(s string) string {
	s = strings.Trim(s, " 　\t。.．:：、，,;；")
	s = strings.TrimPrefix(s, "由")
	if rest := closing.ReplaceAllString(s, ""); rest != "" {
		s = rest
	}
	return unwrap(s)
}

// brackets are the pairs that may stand around a whole duty or name.
var brackets = []struct{ open, close string }{{"（", "）"}, {"(", ")"}, {"〔", "〕"}, {"【", "】"}, {"［", "］"}, {"[", "]"}}

// unwrap takes away a pair of brackets around all of s, or one that has lost
// its partner.
func unwrap(s string) string {
	s = strings.TrimSpace(s)
	for _, b := range brackets {
		opens, closes := strings.Count(s, b.open), strings.Count(s, b.close)
		switch {
		case opens > 0 && closes == opens && strings.HasSuffix(s, b.close) && opening(s, b.open, b.close) == 0:
			return unwrap(s[len(b.open) : len(s)-len(b.close)])
		case opens == closes+1 && strings.HasPrefix(s, b.open):
			return unwrap(s[len(b.open):])
		case closes == opens+1 && strings.HasSuffix(s, b.close):
			return unwrap(s[:len(s)-len(b.close)])
		}
	}
	return s
}
