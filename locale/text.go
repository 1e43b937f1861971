package locale

import (
	"errors"
	"fmt"
	"strings"
	"sync"
)

// maxArgs is how many arguments a message may take: a place is one digit.
const maxArgs = 10

// text is one message in one language, cut into literal stretches and places.
type text struct {
	pieces []piece
	args   argSet
}

// piece is a literal stretch, or the place of argument arg where literal is "": of
// the argument itself, or of one of two forms by its number.
type piece struct {
	literal   string
	arg       int
	one, many string // {0|month|months}; "" in the place of the argument
}

// argSet is the set of arguments a text uses, one bit each.
type argSet uint16

// String lists the arguments as they are written: {0} {2}, or "none".
func (s argSet) String() string {
	var names []string
	for i := range maxArgs {
		if s&(1<<i) != 0 {
			names = append(names, fmt.Sprintf("{%d}", i))
		}
	}
	if names == nil {
		return "none"
	}
	return strings.Join(names, " ")
}

// gapless reports whether the arguments are counted from 0 without leaving one out.
func (s argSet) gapless() bool { return s&(s+1) == 0 }

// parseText cuts one cell of a catalogue file.
func parseText(cell string) (text, error) {
	var t text
	var literal strings.Builder
	flush := func() {
		if literal.Len() > 0 {
			t.pieces = append(t.pieces, piece{literal: literal.String()})
			literal.Reset()
		}
	}
	if strings.TrimSpace(cell) == "" {
		return t, errors.New("it is empty")
	}
	if strings.TrimSpace(cell) != cell {
		return t, errors.New("it begins or ends with a space")
	}
	for i := 0; i < len(cell); i++ {
		switch cell[i] {
		case '\\':
			if !strings.HasPrefix(cell[i:], `\n`) {
				return t, errors.New(`a backslash may only stand in \n`)
			}
			literal.WriteByte('\n')
			i++
		case '{':
			inside, _, closed := strings.Cut(cell[i+1:], "}")
			p, ok := parsePlace(inside)
			if !closed || !ok {
				return t, errBrace
			}
			flush()
			t.pieces = append(t.pieces, p)
			t.args |= 1 << p.arg
			i += len(inside) + 1
		case '}':
			return t, errBrace
		default:
			literal.WriteByte(cell[i])
		}
	}
	flush()
	if !t.args.gapless() {
		return t, fmt.Errorf("arguments %s leave one out", t.args)
	}
	return t, nil
}

// errBrace refuses braces that are no places.
var errBrace = errors.New("a brace may only stand in {0} to {9}, or about two forms by a number: {0|month|months}")

// parsePlace reads what stands between braces.
func parsePlace(inside string) (p piece, ok bool) {
	digit, forms, chosen := strings.Cut(inside, "|")
	if len(digit) != 1 || digit[0] < '0' || digit[0] > '9' {
		return p, false
	}
	p.arg = int(digit[0] - '0')
	if chosen {
		p.one, p.many, ok = strings.Cut(forms, "|")
		return p, ok && p.one != "" && p.many != "" && !strings.ContainsAny(forms, `{\`) && !strings.Contains(p.many, "|")
	}
	return p, true
}

// write puts the text with its arguments into b. A place without an argument
// stays as it is written.
func (t text) write(b *strings.Builder, args []any) {
	for _, p := range t.pieces {
		switch {
		case p.literal != "":
			b.WriteString(p.literal)
		case p.one != "" && p.arg < len(args) && fmt.Sprint(args[p.arg]) == "1":
			b.WriteString(p.one)
		case p.one != "":
			b.WriteString(p.many)
		case p.arg < len(args):
			fmt.Fprint(b, args[p.arg])
		default:
			fmt.Fprintf(b, "{%d}", p.arg)
		}
	}
}

// messages is the embedded catalogue. A mistake in it is a mistake of the
// build, found by the package's test; at run time it can only panic.
var messages = sync.OnceValue(func() catalogue {
	c, err := load(embedded, "data")
	if err != nil {
		panic("locale: the embedded catalogue is refused:\n" + err.Error())
	}
	return c
})

// Has reports whether the catalogue holds key.
func Has(key string) bool {
	_, ok := messages()[key]
	return ok
}

// Text returns the message of key in language l, with args, printed as
// fmt.Print does, in their places; {0|month|months} is the first form where the
// argument prints as 1, and else the second. Arguments beyond those the message uses are
// ignored; a place without an argument stays visible as written. A key that the
// catalogue does not hold comes back between ⟦ and ⟧.
func (l Lang) Text(key string, args ...any) string {
	m, ok := messages()[key]
	if !ok {
		return "⟦" + key + "⟧"
	}
	var b strings.Builder
	m.texts[l].write(&b, args)
	return b.String()
}
