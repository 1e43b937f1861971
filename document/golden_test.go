package document

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"pledger/internal/golden"
)

// printText writes a text's blocks, one a line.
func printText(x *Text) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s, %d runes\n", x.Format, x.Encoding, x.Len())
	for _, bl := range x.Blocks {
		kind := [...]string{"paragraph", "heading", "cell", "furniture"}[bl.Kind]
		fmt.Fprintf(&b, "%d:%d %s", bl.Pos.Start, bl.Pos.End, kind)
		if bl.Level > 0 {
			fmt.Fprintf(&b, " level %d", bl.Level)
		}
		if bl.Page > 0 {
			fmt.Fprintf(&b, " page %d", bl.Page)
		}
		if bl.Row > 0 {
			fmt.Fprintf(&b, " row %d col %d", bl.Row, bl.Col)
		}
		if bl.Cont {
			b.WriteString(" cont")
		}
		fmt.Fprintf(&b, "\t%s\n", strings.NewReplacer("\r", "␍", "\n", "␤", "\f", "␌").Replace(x.Slice(bl.Pos)))
	}
	return b.String()
}

func printRead(t *testing.T, name string, data []byte) string {
	x, err := Read(name, strings.NewReader(string(data)))
	if err != nil {
		var e *Error
		if !errors.As(err, &e) {
			t.Errorf("%s: not an *Error: %v", name, err)
		}
		return err.Error()
	}
	checkText(t, x)
	return printText(x)
}

func TestPages(t *testing.T) {
	golden.Run(t, "testdata/html/*.txtar", golden.Stage{Name: "document", Print: func(input string) string {
		data := []byte(input)
		if strings.Contains(input, "charset=gb2312") {
			data = encode(t, encGB18030, input)
		}
		return printRead(t, "page.html", data)
	}})
}

func TestTextFiles(t *testing.T) {
	golden.Run(t, "testdata/txt/*.txtar", golden.Stage{Name: "document", Print: func(input string) string {
		return printRead(t, "file.txt", []byte(input))
	}})
}
