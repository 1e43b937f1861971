package server

import (
	"net"
	"net/http"
	"slices"
	"strings"
)

// onlyHosts refuses requests under names other than this machine's own and
// those in names: a page of another site could make a browser send them, by
// leading its own name here.
func onlyHosts(next http.Handler, names []string) http.Handler {
	s := newWeb(nil)
	refused := s.protect(s.serve(func(*request) (answer, error) { return answer{}, errHost }))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !isLocal(r.Host) && !slices.Contains(names, strings.ToLower(hostName(r.Host))) {
			refused.ServeHTTP(w, r)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// hostName is a Host header without its port.
func hostName(host string) string {
	if h, _, err := net.SplitHostPort(host); err == nil {
		return h
	}
	return host
}

// isLocal reports whether a Host header names this machine.
func isLocal(host string) bool {
	host = hostName(host)
	if host == "localhost" {
		return true
	}
	ip := net.ParseIP(host)
	if ip == nil && len(host) > 2 && host[0] == '[' {
		ip = net.ParseIP(host[1 : len(host)-1])
	}
	return ip != nil && ip.IsLoopback()
}
