package identity

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"net/netip"
	"strings"
)

// Client is where a sign-in comes from.
type Client struct {
	Address netip.Addr // of the network; the zero Addr where unknown
	Device  string     // the value of the cookie DeviceCookie; "" where there is none
}

// DeviceCookie is the name of the cookie that a device keeps for a user name:
// several people share a machine.
func DeviceCookie(name string) string {
	sum := sha256.Sum256([]byte(Name(name)))
	return "device-" + hex.EncodeToString(sum[:4])
}

// The IPv6 networks that are given to one customer: RFC 6177.
const ipv6Prefix = 64

// network is the address that failures of unknown devices are counted by.
func network(a netip.Addr) string {
	a = a.Unmap()
	if !a.Is6() {
		return a.String()
	}
	p, err := a.WithZone("").Prefix(ipv6Prefix)
	if err != nil {
		return a.String()
	}
	return p.String()
}

// nonceBytes tells devices apart.
const nonceBytes = 16

// newDevice is the cookie of a new device of the user.
func newDevice(user string, key []byte) string {
	nonce := base64.RawURLEncoding.EncodeToString(random(nonceBytes))
	return nonce + "." + signDevice(user, nonce, key)
}

// signDevice signs a device's nonce.
func signDevice(user, nonce string, key []byte) string {
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte("pledger device 1\x00" + user + "\x00" + nonce))
	return base64.RawURLEncoding.EncodeToString(mac.Sum(nil))
}

// known reports whether a cookie is that of a device of the user.
func known(cookie, user string, key []byte) bool {
	nonce, sign, ok := strings.Cut(cookie, ".")
	return ok && len(key) > 0 && hmac.Equal([]byte(sign), []byte(signDevice(user, nonce, key)))
}

// bucket is where the client's failures as the user are counted.
func (c Client) bucket(user string, key []byte) string {
	if known(c.Device, user, key) {
		return bucketOf(user, "device "+c.Device)
	}
	return bucketOf(user, "network "+network(c.Address))
}
