package server

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"time"
)

const (
	headerTimeout = 5 * time.Second  // a browser sends its header at once
	readTimeout   = 10 * time.Second // for forms; routes that take files allow more
	writeTimeout  = 60 * time.Second // a megabyte over a slow line
	idleTimeout   = 2 * time.Minute
	graceTimeout  = 5 * time.Second // for running requests when the server ends
	maxHeader     = 32 << 10        // bytes; browsers send one or two KB
)

// loopback is the host that is listened on where an address names none.
const loopback = "127.0.0.1"

// Listen opens addr, host:port. Without a host it listens on this machine only;
// the empty addr, or port 0, takes a free port, which the listener's Addr tells.
func Listen(addr string) (net.Listener, error) {
	if addr == "" {
		addr = ":0"
	}
	host, port, err := net.SplitHostPort(addr)
	if err != nil {
		return nil, fmt.Errorf("server: address %q: %w", addr, err)
	}
	if host == "" {
		host = loopback
	}
	return net.Listen("tcp", net.JoinHostPort(host, port))
}

// Serve answers requests on l with handler until ctx ends, then lets running
// requests finish for a few seconds. It closes l. It returns nil after an
// orderly end. On a listener of this machine only, or where hosts are given, it
// refuses requests under other names than this machine's own and hosts; a page
// of another name could make a browser send them.
func Serve(ctx context.Context, l net.Listener, handler http.Handler, hosts ...string) error {
	if addr, ok := l.Addr().(*net.TCPAddr); ok && addr.IP.IsLoopback() || len(hosts) > 0 {
		handler = onlyHosts(handler, hosts)
	}
	s := &http.Server{
		Handler:           handler,
		ReadHeaderTimeout: headerTimeout,
		ReadTimeout:       readTimeout,
		WriteTimeout:      writeTimeout,
		IdleTimeout:       idleTimeout,
		MaxHeaderBytes:    maxHeader,
	}
	ended := make(chan error, 1)
	go func() { ended <- s.Serve(l) }()
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
	}
	grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), graceTimeout)
	defer cancel()
	err := s.Shutdown(grace)
	if errors.Is(err, context.DeadlineExceeded) {
		err = s.Close()
	}
	<-ended
	return err
}
