package server

import (
	"errors"
	"net/http"
)

// The errors that a request can meet besides an internal failure.
var (
	errNotFound = errors.New("server: no such page")
	errMethod   = errors.New("server: method not allowed")
	errHost     = errors.New("server: asked under another machine's name")
)

// allowedMethods are the methods that pages answer.
const allowedMethods = "GET, HEAD"

// table says of each error its status and the key of the sentence that the
// reader is told. What is not in it is internal.
var table = []struct {
	err    error
	status int
	key    string
}{
	{errNotFound, http.StatusNotFound, "page.error.notfound"},
	{errMethod, http.StatusMethodNotAllowed, "page.error.method"},
	{errHost, http.StatusMisdirectedRequest, "page.error.host"},
}

// describe looks an error up in the table.
func describe(err error) (status int, key string) {
	for _, row := range table {
		if errors.Is(err, row.err) {
			return row.status, row.key
		}
	}
	return http.StatusInternalServerError, "page.error.internal"
}
