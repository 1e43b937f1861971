package locale

import "golang.org/x/text/language"

// Lang is a language of the catalogue. The zero value is 简体中文.
type Lang uint8

// The languages, in the order of the catalogue's columns.
const (
	ZhCN Lang = iota
	En
)

// langCount is the number of languages, that is, of text columns.
const langCount = 2

// tags are the languages' BCP 47 tags, by Lang.
var tags = [langCount]string{"zh-CN", "en"}

// All returns the languages, the default first.
func All() []Lang { return []Lang{ZhCN, En} }

// String returns the language's BCP 47 tag, as the lang attribute of HTML and
// the parameter ?lang= take it. It panics on a value outside the set.
func (l Lang) String() string { return tags[l] }

// Name is the language's name in itself: 中文, English.
func (l Lang) Name() string { return [langCount]string{"中文", "English"}[l] }

// acceptable is how close a wish must come to one of our languages: 繁體中文 and
// British English do, French does not.
const acceptable = language.Low

var matcher = language.NewMatcher([]language.Tag{language.SimplifiedChinese, language.English})

// Parse reads the name of a language as a person or a link gives it: zh, zh-CN,
// zh_Hans, en, en-GB. It reports false, and ZhCN, where s is empty, malformed
// or another language.
func Parse(s string) (Lang, bool) {
	tag, err := language.Parse(s)
	if err != nil {
		return ZhCN, false
	}
	return match(tag)
}

// Accept returns the language that an Accept-Language header wants most among
// ours, ZhCN where the header is empty, malformed or names neither.
func Accept(header string) Lang {
	wanted, _, err := language.ParseAcceptLanguage(header)
	if err != nil {
		return ZhCN
	}
	l, _ := match(wanted...)
	return l
}

// match is the closest of our languages to those wanted, the best first.
func match(wanted ...language.Tag) (Lang, bool) {
	_, i, confidence := matcher.Match(wanted...)
	if confidence < acceptable {
		return ZhCN, false
	}
	return Lang(i), true
}
