// Package server shows reports that have been read as pages over HTTP.
//
// Its input is one or several statement.Set, given once to Handler and not
// changed after; its output is an http.Handler. routes.go lists every route.
// A request goes through the list, to a handler that returns an answer or an
// error, to one table that knows the status and the sentence of each error, and
// is written from a buffer, so that no half page is ever sent.
//
// Listen opens a port on this machine only unless an address says otherwise;
// Serve answers until its context ends, then lets running requests finish. The
// package prints nothing; what an operator must know goes to the given logger.
package server
