package main

import (
	"context"
	"fmt"
	"log/slog"

	"github.com/spf13/cobra"

	"pledger/audit"
	"pledger/document"
	"pledger/examples"
	"pledger/report"
	"pledger/server"
	"pledger/statement"
)

// demoFlags are the flags of pledger demo.
type demoFlags struct {
	addr string
}

// defaultAddr is a free port of the machine itself: the demonstration is for
// who started it, not for the network.
const defaultAddr = "127.0.0.1:0"

// demoCommand is pledger demo: the sample report, its summary and its page.
func (a *app) demoCommand() *cobra.Command {
	var f demoFlags
	c := &cobra.Command{
		Use:   "demo",
		Short: a.text("cmd.demo"),
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return a.usage("cmd.demo-no-args")
			}
			return nil
		},
		RunE: func(c *cobra.Command, _ []string) error { return a.demo(c.Context(), f) },
	}
	c.Flags().StringVar(&f.addr, "addr", defaultAddr, a.text("cmd.flag-addr"))
	return c
}

// demo prints the summary of the sample report and serves its page until ctx ends.
func (a *app) demo(ctx context.Context, f demoFlags) error {
	lex, err := a.load()
	if err != nil {
		return err
	}
	text := document.FromString(examples.SampleName, string(examples.Sample))
	set := statement.Extract(report.Parse(text), lex)
	if err := a.writeSummary(a.out, set); err != nil {
		return err
	}
	listener, err := server.Listen(f.addr)
	if err != nil {
		return &messageError{a.text("cmd.cannot-listen", f.addr, err)}
	}
	fmt.Fprintln(a.out, a.text("cmd.serving", "http://"+listener.Addr().String()+"/"))
	return server.Serve(ctx, listener, server.Handler(server.Options{
		Reports: []*audit.Findings{audit.Examine(nil, set, lex)},
		Log:     slog.New(slog.NewTextHandler(a.err, nil)),
	}))
}
