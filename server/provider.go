package server

import (
	"encoding/base64"
	"encoding/json"
	"errors"

	"pledger/identity"
)

const (
	flowCookie = "flow"  // keeps a sign-in under way at the provider
	flowAge    = 10 * 60 // seconds
)

// toProvider sends the browser to the provider.
func (o *office) toProvider(r *request) (answer, error) {
	if o.provider == nil {
		return answer{}, errNotFound
	}
	next := safePath(r.URL.Query().Get(nextParam))
	address, flow, err := o.provider.Begin(r.Context(), o.callback(r), next, o.clock())
	if err != nil {
		o.log.Error("the provider cannot be asked", "cause", err)
		return o.notSignedIn(r, next, err)
	}
	kept, err := json.Marshal(flow)
	if err != nil {
		return answer{}, err
	}
	a := answer{redirect: address}
	a.cookies = append(a.cookies, o.cookie(flowCookie, base64.RawURLEncoding.EncodeToString(kept), flowAge))
	return a, nil
}

// fromProvider signs in whom the provider vouches for.
func (o *office) fromProvider(r *request) (answer, error) {
	if o.provider == nil {
		return answer{}, errNotFound
	}
	flow := flowOf(r)
	q := r.URL.Query()
	subject, err := o.provider.Finish(r.Context(), o.callback(r), flow, q.Get("state"), q.Get("code"), o.clock())
	done := o.cookie(flowCookie, "", -1)
	next := safePath(flow.Next)
	var a answer
	if err == nil {
		user, problem := o.people.BySubject(r.Context(), subject)
		if err = problem; err == nil {
			a, err = o.enter(r, user, "", next)
		}
	}
	if err != nil {
		if errors.Is(err, identity.ErrProvider) || errors.Is(err, identity.ErrUnknown) {
			o.log.Warn("the provider's answer signs nobody in", "cause", err, "error", q.Get("error"))
		}
		a, err = o.notSignedIn(r, next, err)
	}
	a.cookies = append(a.cookies, done)
	return a, err
}

// flowOf is the sign-in that the browser brings back; the zero Flow where it
// brings none.
func flowOf(r *request) (f identity.Flow) {
	for _, secure := range []bool{true, false} {
		c, err := r.Cookie(cookieName(flowCookie, secure))
		if err != nil {
			continue
		}
		if kept, err := base64.RawURLEncoding.DecodeString(c.Value); err == nil && json.Unmarshal(kept, &f) == nil {
			return f
		}
	}
	return identity.Flow{}
}

// callback is the address that the provider sends the browser back to. The
// provider takes only those that it was told before.
func (o *office) callback(r *request) string { return o.origin(r) + "/signin/callback" }

// origin is this site's scheme and host, as the browser asked for it.
func (o *office) origin(r *request) string {
	if o.secure {
		return "https://" + r.Host
	}
	return "http://" + r.Host
}
