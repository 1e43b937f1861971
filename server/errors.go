package server

import (
	"context"
	"errors"
	"net/http"

	"pledger/identity"
	"pledger/ledger"
)

// The errors that a request can meet besides an internal failure.
var (
	errNotFound    = errors.New("server: no such page")
	errMethod      = errors.New("server: method not allowed")
	errHost        = errors.New("server: asked under another machine's name")
	errSignIn      = errors.New("server: not signed in")
	errForbidden   = errors.New("server: the user has no right to this")
	errOrigin      = errors.New("server: sent by another site's page")
	errInvalid     = errors.New("server: malformed")
	errTooLarge    = errors.New("server: larger than allowed")
	errConflict    = errors.New("server: changed by someone else meanwhile")
	errUnavailable = errors.New("server: busy")
)

// allowedMethods are the methods that pages answer.
const allowedMethods = "GET, HEAD"

// retryAfter is in how many seconds one may ask a busy server again.
const retryAfter = 5

// verdict is how an error is told.
type verdict struct {
	err    error
	status int
	key    string // of the sentence that the reader is told
}

// table says of each error how it is told. What is not in it is internal.
var table = []verdict{
	{errNotFound, http.StatusNotFound, "page.error.notfound"},
	{errMethod, http.StatusMethodNotAllowed, "page.error.method"},
	{errHost, http.StatusMisdirectedRequest, "page.error.host"},
	{errSignIn, http.StatusForbidden, "page.error.signin"},
	{errForbidden, http.StatusForbidden, "page.error.forbidden"},
	{errOrigin, http.StatusForbidden, "page.error.origin"},
	{errInvalid, http.StatusBadRequest, "page.error.invalid"},
	{errTooLarge, http.StatusRequestEntityTooLarge, "page.error.toolarge"},
	{errConflict, http.StatusConflict, "page.error.conflict"},
	{errUnavailable, http.StatusServiceUnavailable, "page.error.unavailable"},
	{identity.ErrBusy, http.StatusServiceUnavailable, "page.error.unavailable"},
	{identity.ErrDisabled, http.StatusConflict, "page.error.conflict"},
	{context.DeadlineExceeded, http.StatusServiceUnavailable, "page.error.unavailable"},
	{context.Canceled, http.StatusServiceUnavailable, "page.error.unavailable"},
}

// describe looks an error up in the table.
func describe(err error) verdict {
	for _, row := range table {
		if errors.Is(err, row.err) {
			return row
		}
	}
	switch {
	case is[*ledger.NotFound](err):
		return describe(errNotFound)
	case is[*ledger.Forbidden](err):
		return describe(errForbidden)
	case is[*ledger.Conflict](err), is[*ledger.Exists](err):
		return describe(errConflict)
	case is[*ledger.Invalid](err):
		return describe(errInvalid)
	case is[*http.MaxBytesError](err):
		return describe(errTooLarge)
	}
	return verdict{err, http.StatusInternalServerError, "page.error.internal"}
}

// is reports whether the error is or wraps one of type T.
func is[T error](err error) bool {
	var e T
	return errors.As(err, &e)
}
