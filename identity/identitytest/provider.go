package identitytest

import (
	"crypto"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"math/big"
	"net/http"
	"net/http/httptest"
	"net/url"
	"sync"
	"testing"
	"time"
)

// Provider is an OpenID Connect provider on this machine, which vouches for
// whom its Claims name. What a test changes makes it lie.
type Provider struct {
	URL    string
	Claims map[string]any // over those of an honest token
	Signer *rsa.PrivateKey
	Now    func() time.Time

	key  *rsa.PrivateKey
	mu   sync.Mutex
	asks map[string]url.Values // what a sign-in asked for, by code
}

// signer is the key of all honest providers: making one takes long.
var signer = sync.OnceValue(func() *rsa.PrivateKey {
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		panic(err) // the system has no random numbers
	}
	return key
})

// NewProvider starts a provider, which ends with the test.
func NewProvider(t *testing.T, claims map[string]any, now func() time.Time) *Provider {
	t.Helper()
	key := signer()
	p := &Provider{Claims: claims, Signer: key, Now: now, key: key, asks: map[string]url.Values{}}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /.well-known/openid-configuration", p.configuration)
	mux.HandleFunc("GET /authorize", p.authorize)
	mux.HandleFunc("POST /token", p.token)
	mux.HandleFunc("GET /keys", p.keys)
	s := httptest.NewServer(mux)
	t.Cleanup(s.Close)
	p.URL = s.URL
	return p
}

// configuration says where everything is.
func (p *Provider) configuration(w http.ResponseWriter, _ *http.Request) {
	p.send(w, map[string]any{
		"issuer": p.URL, "authorization_endpoint": p.URL + "/authorize", "token_endpoint": p.URL + "/token",
		"jwks_uri": p.URL + "/keys", "id_token_signing_alg_values_supported": []string{"RS256"},
	})
}

// authorize signs in whoever comes, and sends the browser back.
func (p *Provider) authorize(w http.ResponseWriter, r *http.Request) {
	q := r.URL.Query()
	if q.Get("response_type") != "code" || q.Get("code_challenge_method") != "S256" || q.Get("nonce") == "" || q.Get("state") == "" {
		http.Error(w, "no code flow with PKCE, nonce and state", http.StatusBadRequest)
		return
	}
	code := rand.Text()
	p.mu.Lock()
	p.asks[code] = q
	p.mu.Unlock()
	back := url.Values{"code": {code}, "state": {q.Get("state")}}
	http.Redirect(w, r, q.Get("redirect_uri")+"?"+back.Encode(), http.StatusFound)
}

// token gives the token for a code, once, to who holds the verifier.
func (p *Provider) token(w http.ResponseWriter, r *http.Request) {
	p.mu.Lock()
	ask, ok := p.asks[r.PostFormValue("code")]
	delete(p.asks, r.PostFormValue("code"))
	p.mu.Unlock()
	sum := sha256.Sum256([]byte(r.PostFormValue("code_verifier")))
	_, secret, _ := r.BasicAuth()
	if !ok || encode(sum[:]) != ask.Get("code_challenge") || r.PostFormValue("redirect_uri") != ask.Get("redirect_uri") || secret != "secret" {
		http.Error(w, `{"error":"invalid_grant"}`, http.StatusBadRequest)
		return
	}
	claims := map[string]any{
		"iss": p.URL, "aud": ask.Get("client_id"), "sub": "nobody", "nonce": ask.Get("nonce"),
		"iat": p.Now().Unix(), "exp": p.Now().Add(time.Minute).Unix(),
	}
	for name, value := range p.Claims {
		claims[name] = value
	}
	p.send(w, map[string]any{"access_token": "x", "token_type": "Bearer", "id_token": p.sign(claims)})
}

// sign makes the ID token of claims.
func (p *Provider) sign(claims map[string]any) string {
	body, err := json.Marshal(claims)
	if err != nil {
		panic(err) // a test's own claims
	}
	text := encode([]byte(`{"alg":"RS256","kid":"k"}`)) + "." + encode(body)
	sum := sha256.Sum256([]byte(text))
	sign, err := rsa.SignPKCS1v15(rand.Reader, p.Signer, crypto.SHA256, sum[:])
	if err != nil {
		panic(err)
	}
	return text + "." + encode(sign)
}

// keys is the public key.
func (p *Provider) keys(w http.ResponseWriter, _ *http.Request) {
	e := big.NewInt(int64(p.key.E))
	p.send(w, map[string]any{"keys": []any{map[string]any{
		"kty": "RSA", "alg": "RS256", "use": "sig", "kid": "k", "n": encode(p.key.N.Bytes()), "e": encode(e.Bytes()),
	}}})
}

// send answers with JSON.
func (p *Provider) send(w http.ResponseWriter, v any) {
	w.Header().Set("Content-Type", "application/json")
	if err := json.NewEncoder(w).Encode(v); err != nil {
		fmt.Fprintln(w, err)
	}
}

// encode is base64 as JOSE writes it.
func encode(b []byte) string { return base64.RawURLEncoding.EncodeToString(b) }
