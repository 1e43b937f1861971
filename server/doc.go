// Package server answers over HTTP, as one of two sites: Handler shows reports
// that have been read, to anyone; Office is the site of an office's ledgers,
// where users sign in and what they do is kept in a store.
//
// routes.go lists every route of both with the right that it needs and what the
// right is over (need.go). A request goes
//
//	protect   headers; nothing from another site's page      secure.go
//	session   who has signed in, as the store has it now     session.go
//	gate      loads what the address names, decides once     gate.go
//	form      reads what was sent, within limits             form.go
//	handler   an answer or an error, by the typed request    request.go, answer.go
//	serve     one table knows each error's status            handler.go, errors.go
//
// and is written from a buffer, so that no half page is ever sent. A handler
// never asks for rights again. To add a page: a folder in page/, a row in
// routes.go, a handler, and a row in the table of rights in routes_test.go,
// which fails without it.
//
// Listen opens a port on this machine only unless an address says otherwise;
// Serve answers until its context ends, then lets running requests finish. The
// package prints nothing; what an operator must know goes to the given logger.
package server
