package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"runtime"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"pledger/export"
)

// The formats of output.
const (
	formatText  = "text"
	formatJSONL = "jsonl"
	formatCSV   = "csv"
	formatHTML  = "html"
	formatJSON  = "json" // of pledger eval
)

// readFlags are the flags of pledger read.
type readFlags struct {
	format string
	stage  string
	jobs   int
	out    string
	bom    bool
}

// readCommand is pledger read: files in, what they state and promise out.
func (a *app) readCommand() *cobra.Command {
	var f readFlags
	c := &cobra.Command{
		Use:   "read FILE...",
		Short: a.text("cmd.read"),
		Long:  a.text("cmd.read-long"),
		Example: `  pledger read report.txt
  pledger read --format jsonl --jobs 4 reports/ > reports.jsonl
  pledger read --format html -o report.html report.docx
  pledger read --stage quantity report.pdf`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return a.usage("cmd.read-no-file")
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error { return a.readAll(c.Context(), f, args) },
	}
	c.Flags().StringVar(&f.format, "format", formatText, a.text("cmd.flag-format"))
	c.Flags().StringVar(&f.stage, "stage", stageStatement, a.text("cmd.flag-stage"))
	c.Flags().IntVar(&f.jobs, "jobs", runtime.GOMAXPROCS(0), a.text("cmd.flag-jobs"))
	c.Flags().StringVarP(&f.out, "output", "o", "", a.text("cmd.flag-output"))
	c.Flags().BoolVar(&f.bom, "bom", false, a.text("cmd.flag-bom"))
	return c
}

// check refuses flags that do not go together.
func (a *app) check(f readFlags, inputs []input) error {
	formats := formatsOf(f.stage)
	switch {
	case formats == nil:
		return a.usage("cmd.bad-stage", f.stage, strings.Join(stages, ", "))
	case !slices.Contains(formats, f.format):
		return a.usage("cmd.bad-stage-format", f.stage, f.format, strings.Join(formats, ", "))
	case f.jobs < 1:
		return a.usage("cmd.bad-jobs", f.jobs)
	case countStdin(inputs) > 1:
		return a.usage("cmd.stdin-once")
	case f.format == formatHTML && len(inputs) > 1:
		return a.usage("cmd.html-one-file", len(inputs))
	case f.bom && f.format != formatCSV:
		return a.usage("cmd.bom-csv")
	}
	return nil
}

// A result is what one file came to.
type result struct {
	name   string                // of the file
	write  func(io.Writer) error // writes it in the format asked for
	err    error                 // why there is none
	remark remark                // what the user should know of the text though there is output
}

// readAll reads the files that args name and writes them in their order. A file
// that cannot be read is told and the others go on.
func (a *app) readAll(ctx context.Context, f readFlags, args []string) error {
	inputs := a.inputs(args)
	if err := a.check(f, inputs); err != nil {
		return err
	}
	if _, err := a.load(); err != nil {
		return err
	}
	out, err := a.open(f.out)
	if err != nil {
		return err
	}
	w := &writer{app: a, out: out, bar: a.newProgress(len(inputs))}
	err = writeHead(out, f)
	if err == nil {
		ahead := len(inputs) > 1
		err = inOrder(ctx, f.jobs, inputs, func(in input) result { return a.readOne(f, in, ahead) }, w.write)
	}
	w.bar.end()
	if closed := out.close(err == nil && w.failed < len(inputs)); err == nil {
		err = closed
	}
	if err != nil || w.failed == 0 {
		return err
	}
	if len(inputs) > 1 {
		a.say(a.text("cmd.some-failed", w.failed, len(inputs)))
	}
	return errReported
}

// writer writes results as they come and counts those that failed.
type writer struct {
	*app
	out    io.Writer
	bar    *progress
	failed int
}

// write writes one result, or says why there is none.
func (w *writer) write(r result) error {
	w.bar.hide()
	defer w.bar.step()
	if r.err != nil {
		w.failed++
		w.say(w.explain(r.err))
		return nil
	}
	if r.remark.message != "" {
		w.say(r.remark.message)
	}
	if r.remark.failed {
		w.failed++
	}
	err := w.guard(r.name, func() error {
		buf := bufio.NewWriter(w.out)
		if err := r.write(buf); err != nil {
			return err
		}
		return buf.Flush()
	})
	var broke *messageError
	if errors.As(err, &broke) {
		w.failed++
		w.say(w.explain(err))
		return nil
	}
	return err
}

// readOne reads one file through the stage asked for. Where others are waited for, what it
// comes to is put into its format ahead of its turn; else nothing holds the whole of that.
func (a *app) readOne(f readFlags, in input, ahead bool) (r result) {
	r.name = in.name
	r.err = a.guard(in.name, func() error {
		lex, err := a.load()
		if err != nil {
			return err
		}
		t, err := a.read(in)
		if err != nil {
			return err
		}
		if r.remark, r.write = a.output(f, t, lex); !ahead {
			return nil
		}
		var b bytes.Buffer
		if err := r.write(&b); err != nil {
			return err
		}
		r.write = func(w io.Writer) error {
			_, err := w.Write(b.Bytes())
			return err
		}
		return nil
	})
	return r
}

// guard runs a part of the work on the file of a name. A mistake of the reader itself
// costs that file only: its stages share nothing.
func (a *app) guard(name string, work func() error) (err error) {
	defer func() {
		if v := recover(); v != nil {
			err = &messageError{a.text("cmd.reader-broke", name, v)}
		}
	}()
	return work()
}

// writeHead writes what stands once before all files.
func writeHead(w io.Writer, f readFlags) error {
	if f.format == formatCSV {
		return export.WriteCSVHead(w, f.bom)
	}
	return nil
}
