package identity

import (
	"context"
	"crypto/subtle"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"sync"
	"time"

	"github.com/coreos/go-oidc/v3/oidc"
	"golang.org/x/oauth2"
)

// ErrProvider says that the provider did not vouch for anybody: it was not
// reached, refused, or answered what cannot be trusted. It wraps the cause,
// which is for the log.
var ErrProvider = errors.New("identity: the provider did not vouch for the user")

const (
	flowLife        = 10 * time.Minute // for signing in at the provider
	providerTimeout = 10 * time.Second // for each of its answers
)

// ProviderOptions describe the one OpenID Connect provider that is trusted.
type ProviderOptions struct {
	Issuer       string // its address: what it calls itself
	ClientID     string
	ClientSecret string
	// Claim is the claim of the ID token that a user's Subject is compared
	// with; "" is sub, which alone the standard promises to be stable and
	// unique.
	Claim string
}

// Provider signs users in by OpenID Connect: the authorization code flow with
// PKCE (RFC 7636), state and nonce. It never makes a user.
type Provider struct {
	options ProviderOptions
	client  *http.Client

	mu    sync.Mutex
	found *oidc.Provider // nil until it was reached once
}

// NewProvider returns the provider. It is reached for the first time when
// somebody signs in: a provider that is down keeps no server from starting.
func NewProvider(o ProviderOptions) *Provider {
	if o.Claim == "" {
		o.Claim = "sub"
	}
	return &Provider{options: o, client: &http.Client{Timeout: providerTimeout}}
}

// Flow is one sign-in on its way. The browser keeps it, in a cookie that no
// script reads, and brings it back.
type Flow struct {
	State    string `json:"s"`
	Nonce    string `json:"n"`
	Verifier string `json:"v"` // of PKCE
	Began    int64  `json:"b"` // seconds since 1970
	Next     string `json:"x"` // where the user wanted to go
}

// Begin starts a sign-in: the address at the provider to send the browser to,
// and what is to be kept until it comes back to redirect.
func (p *Provider) Begin(ctx context.Context, redirect, next string, now time.Time) (address string, f Flow, err error) {
	config, _, err := p.config(ctx, redirect)
	if err != nil {
		return "", Flow{}, err
	}
	state, _ := newToken()
	nonce, _ := newToken()
	f = Flow{State: state, Nonce: nonce, Verifier: oauth2.GenerateVerifier(), Began: now.Unix(), Next: next}
	return config.AuthCodeURL(f.State, oidc.Nonce(f.Nonce), oauth2.S256ChallengeOption(f.Verifier)), f, nil
}

// Finish takes what the browser brought back and returns the subject that the
// provider vouches for. Its error wraps ErrProvider.
func (p *Provider) Finish(ctx context.Context, redirect string, f Flow, state, code string, now time.Time) (subject string, err error) {
	age := now.Sub(time.Unix(f.Began, 0))
	if f.State == "" || subtle.ConstantTimeCompare([]byte(state), []byte(f.State)) != 1 || age > flowLife || age < -flowLife {
		return "", fmt.Errorf("%w: the answer belongs to no sign-in under way", ErrProvider)
	}
	config, found, err := p.config(ctx, redirect)
	if err != nil {
		return "", err
	}
	token, err := config.Exchange(oidc.ClientContext(ctx, p.client), code, oauth2.VerifierOption(f.Verifier))
	if err != nil {
		return "", fmt.Errorf("%w: %w", ErrProvider, err)
	}
	raw, _ := token.Extra("id_token").(string)
	verifier := found.VerifierContext(oidc.ClientContext(ctx, p.client), &oidc.Config{ClientID: p.options.ClientID, Now: func() time.Time { return now }})
	id, err := verifier.Verify(ctx, raw)
	if err != nil {
		return "", fmt.Errorf("%w: %w", ErrProvider, err)
	}
	if subtle.ConstantTimeCompare([]byte(id.Nonce), []byte(f.Nonce)) != 1 {
		return "", fmt.Errorf("%w: the token answers another sign-in", ErrProvider)
	}
	return p.claim(id)
}

// claim is the value that a user's Subject is compared with. A mail address
// that the provider has not verified is anybody's.
func (p *Provider) claim(id *oidc.IDToken) (string, error) {
	var all map[string]json.RawMessage
	if err := id.Claims(&all); err != nil {
		return "", fmt.Errorf("%w: %w", ErrProvider, err)
	}
	var value string
	if err := json.Unmarshal(all[p.options.Claim], &value); err != nil || value == "" {
		return "", fmt.Errorf("%w: the token has no text claim %q", ErrProvider, p.options.Claim)
	}
	if p.options.Claim == "email" && string(all["email_verified"]) != "true" {
		return "", fmt.Errorf("%w: the mail address is not verified", ErrProvider)
	}
	return value, nil
}

// config reaches the provider where it was not reached before.
func (p *Provider) config(ctx context.Context, redirect string) (*oauth2.Config, *oidc.Provider, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.found == nil {
		// The provider keeps the context for its keys: it must outlive the request.
		found, err := oidc.NewProvider(oidc.ClientContext(context.WithoutCancel(ctx), p.client), p.options.Issuer)
		if err != nil {
			return nil, nil, fmt.Errorf("%w: %w", ErrProvider, err)
		}
		p.found = found
	}
	return &oauth2.Config{
		ClientID: p.options.ClientID, ClientSecret: p.options.ClientSecret, RedirectURL: redirect,
		Endpoint: p.found.Endpoint(), Scopes: []string{oidc.ScopeOpenID, "profile", "email"},
	}, p.found, nil
}
