package server

import (
	"context"
	"net/http"
	"time"

	"github.com/alexedwards/scs/v2"

	"pledger/ledger"
)

const (
	sessionLife = 10 * time.Hour   // a working day: one signs in once in the morning
	sessionIdle = time.Hour        // a form may take long, an empty chair longer
	seenStep    = time.Minute      // how exactly the last request is kept: not each is written
	clockSlack  = 10 * time.Minute // how far a clock may be set back without ending sessions
)

// What a session holds. It exists for users only, so that asking for pages
// fills no table.
const (
	keyUser  = "user"  // name
	keyEpoch = "epoch" // ledger.User.Epoch when it began
	keyBegan = "began" // seconds since 1970
	keySeen  = "seen"  // the last request, to seenStep
)

// sessions keeps who has signed in. The store it is given keeps tokens as hashes.
type sessions struct{ *scs.SessionManager }

// newSessions keeps sessions in store. secure says that the site is reached
// over TLS only; failed sends the answer where the store fails.
func newSessions(store scs.CtxStore, secure bool, failed func(http.ResponseWriter, *http.Request, error)) sessions {
	m := scs.New()
	m.Store = store
	m.Lifetime = sessionLife
	m.ErrorFunc = failed
	m.Cookie.Name = cookieName("pledger", secure)
	m.Cookie.Secure = secure
	m.Cookie.Persist = false // it ends with the browser: machines are shared
	m.Cookie.HttpOnly = true
	m.Cookie.SameSite = http.SameSiteLaxMode
	return sessions{m}
}

// cookieName is the name of a cookie that no other host of the same domain can
// set, where the site is reached over TLS.
func cookieName(name string, secure bool) string {
	if secure {
		return "__Host-" + name
	}
	return name
}

// around loads the session before next and saves it after.
func (s sessions) around(next http.Handler) http.Handler { return s.LoadAndSave(next) }

// begin makes the session one of the user, under a new token.
func (s sessions) begin(ctx context.Context, u *ledger.User, now time.Time) error {
	if err := s.Clear(ctx); err != nil {
		return err
	}
	if err := s.RenewToken(ctx); err != nil {
		return err
	}
	s.SetDeadline(ctx, time.Now().Add(sessionLife).UTC())
	s.Put(ctx, keyUser, u.Name)
	s.Put(ctx, keyEpoch, u.Epoch)
	s.Put(ctx, keyBegan, now.Unix())
	s.Put(ctx, keySeen, now.Unix())
	return nil
}

// user is who has signed in, read from the store so that a change acts at
// once; nil for nobody. A session that has run out is removed.
func (s sessions) user(ctx context.Context, rd ledger.Reader, now time.Time) (*ledger.User, error) {
	name := s.GetString(ctx, keyUser)
	if name == "" {
		return nil, nil
	}
	u, err := rd.User(name)
	switch {
	case is[*ledger.NotFound](err):
		return nil, s.Destroy(ctx)
	case err != nil:
		return nil, err
	case u.Disabled || u.Epoch != s.GetInt(ctx, keyEpoch) || s.ranOut(ctx, now):
		return nil, s.Destroy(ctx)
	}
	if now.Sub(time.Unix(s.GetInt64(ctx, keySeen), 0)).Abs() >= seenStep {
		s.Put(ctx, keySeen, now.Unix())
	}
	return u, nil
}

// ranOut reports whether the session is over at now. One that seems to come
// from the future is: the clock was set back, and its age is unknown.
func (s sessions) ranOut(ctx context.Context, now time.Time) bool {
	age := now.Sub(time.Unix(s.GetInt64(ctx, keyBegan), 0))
	idle := now.Sub(time.Unix(s.GetInt64(ctx, keySeen), 0))
	return age > sessionLife || idle > sessionIdle || age < -clockSlack || idle < -clockSlack
}
