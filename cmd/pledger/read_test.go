package main

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"pledger/document"
	"pledger/internal/golden"
	"pledger/lexicon"
	"pledger/locale"
)

// TestStages runs the golden files of what each stage prints.
func TestStages(t *testing.T) {
	var list []golden.Stage
	for _, stage := range stages {
		list = append(list, golden.Stage{Name: stage, Print: func(input string) string {
			a := &app{err: io.Discard, load: func() (*lexicon.Lexicon, error) { return lexicon.Default(), nil }}
			var b bytes.Buffer
			_, write := a.output(readFlags{stage: stage, format: formatText}, document.FromString("report.txt", input), lexicon.Default())
			if err := write(&b); err != nil {
				t.Error(err)
			}
			return b.String()
		}})
	}
	golden.Run(t, "testdata/golden/*.txtar", list...)
}

// TestReaderBroke demands that a fault of the reader itself costs one file and
// is told with its name.
func TestReaderBroke(t *testing.T) {
	a := &app{in: strings.NewReader("一、工作"), lang: locale.En, load: func() (*lexicon.Lexicon, error) { panic("out of step") }}
	r := a.readOne(readFlags{}, input{name: stdin}, false)
	if r.err == nil {
		t.Fatal("no error")
	}
	if got := a.explain(r.err); !strings.HasPrefix(got, "-: the program failed while reading this file (out of step)") {
		t.Errorf("message %q", got)
	}
}
