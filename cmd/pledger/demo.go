package main

import (
	"context"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"pledger/audit"
	"pledger/ledger"
	"pledger/server"
	"pledger/standing/board"
	"pledger/store"
)

// demoFlags are the flags of pledger demo.
type demoFlags struct {
	addr string
}

// defaultAddr is a free port of the machine itself: the demonstration is for
// who started it, not for the network.
const defaultAddr = "127.0.0.1:0"

// demoCommand is pledger demo: sample reports, their ledgers and a year of
// readings, in a database that is thrown away at the end.
func (a *app) demoCommand() *cobra.Command {
	var f demoFlags
	c := &cobra.Command{
		Use:   "demo",
		Short: a.text("cmd.demo"),
		Long:  a.text("cmd.demo-long"),
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

// demo fills a database, prints what is in it, and serves it until ctx ends.
func (a *app) demo(ctx context.Context, f demoFlags) (err error) {
	folder, err := os.MkdirTemp("", "pledger-demo-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder) // a database that cannot be removed is the system's to clean
	s, err := store.Create(ctx, filepath.Join(folder, "demo.db"))
	if err != nil {
		return err
	}
	defer s.Close()
	listener, err := server.Listen(f.addr)
	if err != nil {
		return &messageError{a.text("cmd.cannot-listen", f.addr, err)}
	}
	defer listener.Close()
	if at, ok := listener.Addr().(*net.TCPAddr); !ok || !at.IP.IsLoopback() {
		return a.usage("cmd.demo-loopback", f.addr)
	}
	reports, err := a.fillDemo(ctx, s)
	if err != nil {
		return err
	}
	if err := a.tellDemo(ctx, s, "http://"+listener.Addr().String()); err != nil {
		return err
	}
	handler, err := a.demoSite(s, reports)
	if err != nil {
		return err
	}
	return server.Serve(ctx, listener, handler)
}

// tellDemo prints where the accounts stand, and where to look.
func (a *app) tellDemo(ctx context.Context, s store.Store, base string) error {
	lex, err := a.load()
	if err != nil {
		return err
	}
	var b strings.Builder
	err = s.View(ctx, func(r ledger.Reader) error {
		for _, d := range demoLedgers {
			loaded, err := board.Load(r, lex, d.id())
			if err != nil {
				return err
			}
			day := loaded.On(d.on)
			fmt.Fprintln(&b, a.text("cmd.demo-ledger", day.Ledger().Title, day.All.All, d.on, a.lightsText(day.All)))
			fmt.Fprintln(&b, "  "+base+"/ledgers/"+string(d.id())+"/overview?on="+d.on)
		}
		return nil
	})
	if err != nil {
		return err
	}
	b.WriteString(a.text("cmd.demo-serving", base+"/") + "\n")
	_, err = fmt.Fprint(a.out, b.String())
	return err
}

// demoSite is the office's site, entered without signing in, with the annotated
// reports beside it.
func (a *app) demoSite(s store.Store, reports []*audit.Findings) (http.Handler, error) {
	lex, err := a.load()
	if err != nil {
		return nil, err
	}
	log := slog.New(slog.NewTextHandler(a.err, nil))
	mux := http.NewServeMux()
	mux.Handle("/", server.Office(server.OfficeOptions{
		Store: s, Sessions: s.Sessions(), Failures: s.Attempts().Buckets, Lexicon: lex, Visitor: demoVisitor, Log: log,
	}))
	mux.Handle("/reports/", server.Handler(server.Options{Reports: reports, Log: log}))
	return mux, nil
}
