package main

import (
	"bytes"
	"context"
	"fmt"
	"log/slog"
	"net"
	"net/url"
	"os"
	"time"

	"github.com/spf13/cobra"

	"pledger/identity"
	"pledger/server"
	"pledger/store"
)

// serveFlags are the flags of pledger serve.
type serveFlags struct {
	db         string
	addr       string
	hosts      []string
	secure     bool
	trustProxy bool
	issuer     string
	clientID   string
	secretFile string
	claim      string
}

// officeAddr is where an office's site is, unless --addr says otherwise: this
// machine only.
const officeAddr = "127.0.0.1:8080"

// serveCommand is pledger serve: the site of an office's ledgers.
func (a *app) serveCommand() *cobra.Command {
	var f serveFlags
	c := &cobra.Command{
		Use:   "serve",
		Short: a.text("serve.short"),
		Long:  a.text("serve.long"),
		Example: `  pledger serve --db nmg.db
  pledger serve --db nmg.db --host taizhang.example.gov.cn --secure-cookies --trust-proxy`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return a.usage("serve.no-args")
			}
			return nil
		},
		RunE: func(c *cobra.Command, _ []string) error { return a.serve(c.Context(), f) },
	}
	a.databaseFlag(c, &f.db)
	flags := c.Flags()
	flags.StringVar(&f.addr, "addr", officeAddr, a.text("cmd.flag-addr"))
	flags.StringArrayVar(&f.hosts, "host", nil, a.text("serve.flag-host"))
	flags.BoolVar(&f.secure, "secure-cookies", false, a.text("serve.flag-secure"))
	flags.BoolVar(&f.trustProxy, "trust-proxy", false, a.text("serve.flag-proxy"))
	flags.StringVar(&f.issuer, "oidc-issuer", "", a.text("serve.flag-issuer"))
	flags.StringVar(&f.clientID, "oidc-client-id", "", a.text("serve.flag-client"))
	flags.StringVar(&f.secretFile, "oidc-client-secret-file", "", a.text("serve.flag-secret"))
	flags.StringVar(&f.claim, "oidc-claim", "", a.text("serve.flag-claim"))
	return c
}

// serve opens the database and answers until ctx ends.
func (a *app) serve(ctx context.Context, f serveFlags) error {
	provider, err := a.provider(f)
	if err != nil {
		return err
	}
	return a.withStore(ctx, f.db, true, func(s store.Store) error {
		lex, err := a.load()
		if err != nil {
			return err
		}
		listener, err := server.Listen(f.addr)
		if err != nil {
			return &messageError{a.text("cmd.cannot-listen", f.addr, err)}
		}
		setup, token, err := a.firstSetup(ctx, s)
		if err != nil {
			listener.Close()
			return err
		}
		a.announce(listener.Addr(), f, token)
		go sweep(ctx, s)
		handler := server.Office(server.OfficeOptions{
			Store: s, Sessions: s.Sessions(), Failures: s.Attempts().Buckets, Lexicon: lex,
			SecureCookies: f.secure, TrustProxy: f.trustProxy, Setup: setup, Provider: provider,
			Log: slog.New(slog.NewTextHandler(a.err, nil)),
		})
		return server.Serve(ctx, listener, handler, f.hosts...)
	})
}

// firstSetup is the right to make the first administrator, and its token; nil
// where there is a user.
func (a *app) firstSetup(ctx context.Context, s store.Store) (setup *identity.Setup, token string, err error) {
	people, err := a.people(s)
	if err != nil {
		return nil, "", err
	}
	empty, err := people.Empty(ctx)
	if err != nil || !empty {
		return nil, "", err
	}
	setup, token = identity.NewSetup(time.Now())
	return setup, token, nil
}

// announce prints where the site is, and what its operator should know.
func (a *app) announce(addr net.Addr, f serveFlags, token string) {
	at, ok := addr.(*net.TCPAddr)
	local := ok && at.IP.IsLoopback()
	base := "http://" + addr.String() + "/"
	if ok && at.IP.IsUnspecified() {
		base = fmt.Sprintf("http://127.0.0.1:%d/", at.Port)
	}
	fmt.Fprintln(a.out, a.text("serve.at", base))
	if token != "" {
		fmt.Fprintln(a.out, a.text("serve.setup", base+"setup?"+url.Values{"token": {token}}.Encode()))
	}
	if !local && !f.secure {
		a.say(a.text("serve.plain"))
	}
	if !local && len(f.hosts) == 0 {
		a.say(a.text("serve.any-host"))
	}
}

// provider is the OpenID Connect provider that the flags name; nil for none.
func (a *app) provider(f serveFlags) (*identity.Provider, error) {
	switch {
	case f.issuer == "" && f.clientID == "" && f.secretFile == "" && f.claim == "":
		return nil, nil
	case f.issuer == "" || f.clientID == "":
		return nil, a.usage("serve.oidc-half")
	}
	var secret []byte
	if f.secretFile != "" {
		var err error
		if secret, err = os.ReadFile(f.secretFile); err != nil {
			return nil, err
		}
	}
	return identity.NewProvider(identity.ProviderOptions{
		Issuer: f.issuer, ClientID: f.clientID, ClientSecret: string(bytes.TrimSpace(secret)), Claim: f.claim,
	}), nil
}

// sweepEvery is how often what signing in left behind is removed.
const sweepEvery = time.Hour

// sweep removes ended sessions and forgotten failures until ctx ends. What it
// cannot remove now it will the next time.
func sweep(ctx context.Context, s store.Store) {
	ticks := time.NewTicker(sweepEvery)
	defer ticks.Stop()
	for {
		s.Sessions().Clean(ctx)
		s.Attempts().Clean(ctx, time.Now().Add(-identity.Forget))
		select {
		case <-ctx.Done():
			return
		case <-ticks.C:
		}
	}
}
