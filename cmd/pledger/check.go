package main

import (
	"context"
	"errors"
	"runtime"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"pledger/audit"
	"pledger/statement"
)

// checkFormats are the formats of pledger check.
var checkFormats = []string{formatText, formatJSON, formatJSONL, formatHTML}

// checkFlags are the flags of pledger check.
type checkFlags struct {
	format string
	with   string // last year's report
	jobs   int
	out    string
}

// errUnread is the result of a check that could not read a file; it has been
// told. It ranks before a contradiction.
var errUnread = errors.New("could not be read")

// checkCommand is pledger check: do a report's figures fit together?
func (a *app) checkCommand() *cobra.Command {
	var f checkFlags
	c := &cobra.Command{
		Use:   "check [--with LAST_YEAR] FILE...",
		Short: a.text("audit.cmd.check"),
		Long:  a.text("audit.cmd.check-long"),
		Example: `  pledger check report.txt
  pledger check --format jsonl reports/
  pledger check --with report2023.txt report2024.txt`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return a.usage("audit.cmd.no-file")
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error { return a.checkAll(c.Context(), f, args) },
	}
	c.Flags().StringVar(&f.format, "format", formatText, a.text("audit.cmd.flag-format"))
	c.Flags().StringVar(&f.with, "with", "", a.text("audit.cmd.flag-with"))
	c.Flags().IntVar(&f.jobs, "jobs", runtime.GOMAXPROCS(0), a.text("cmd.flag-jobs"))
	c.Flags().StringVarP(&f.out, "output", "o", "", a.text("cmd.flag-output"))
	return c
}

// checkUsage refuses flags that do not go together.
func (a *app) checkUsage(f checkFlags, inputs []input) error {
	n := countStdin(inputs)
	if f.with == stdin {
		n++
	}
	switch {
	case !slices.Contains(checkFormats, f.format):
		return a.usage("cmd.bad-format", f.format, strings.Join(checkFormats, ", "))
	case f.jobs < 1:
		return a.usage("cmd.bad-jobs", f.jobs)
	case n > 1:
		return a.usage("cmd.stdin-once")
	case f.with != "" && len(inputs) != 1:
		return a.usage("audit.cmd.with-one-file", len(inputs))
	case f.format == formatHTML && len(inputs) > 1:
		return a.usage("cmd.html-one-file", len(inputs))
	}
	return nil
}

// checked is what the audit found in one file, or why there is nothing.
type checked struct {
	*audit.Findings
	err error
}

// checkAll checks the files that args name and prints the findings in their order.
func (a *app) checkAll(ctx context.Context, f checkFlags, args []string) error {
	inputs := a.inputs(args)
	if err := a.checkUsage(f, inputs); err != nil {
		return err
	}
	if _, err := a.load(); err != nil {
		return err
	}
	last, err := a.lastYear(f.with)
	if err != nil {
		a.say(a.explain(err))
		return errUnread
	}
	out, err := a.open(f.out)
	if err != nil {
		return err
	}
	p := a.newFindings(out, f.format)
	bar := a.newProgress(len(inputs))
	failed, bad := 0, 0
	err = inOrder(ctx, f.jobs, inputs, func(in input) checked { return a.checkOne(in, last) }, func(c checked) error {
		bar.hide()
		defer bar.step()
		if c.err != nil {
			failed++
			a.say(a.explain(c.err))
			return nil
		}
		bad += c.Count(audit.Contradicts)
		return p.write(c.Findings)
	})
	bar.end()
	if err == nil {
		err = p.end()
	}
	if closed := out.close(err == nil && failed < len(inputs)); err == nil {
		err = closed
	}
	switch {
	case err != nil:
		return err
	case failed > 0:
		return errUnread
	case bad > 0:
		return errReported
	}
	return nil
}

// lastYear reads the report that --with names; nil where it names none.
func (a *app) lastYear(name string) (*statement.Set, error) {
	if name == "" {
		return nil, nil
	}
	return a.extract(input{name: name})
}

// checkOne reads and checks one file. A mistake of the reader or the audit
// costs that file only.
func (a *app) checkOne(in input, last *statement.Set) (c checked) {
	defer func() {
		if v := recover(); v != nil {
			c = checked{err: &messageError{a.text("cmd.reader-broke", in.name, v)}}
		}
	}()
	set, err := a.extract(in)
	if err != nil {
		return checked{err: err}
	}
	lex, err := a.load()
	if err != nil {
		return checked{err: err}
	}
	return checked{Findings: audit.Examine(last, set, lex)}
}
