// Package ledgers is an office's first page: the ledgers that the reader may
// see, the latest year first.
package ledgers
