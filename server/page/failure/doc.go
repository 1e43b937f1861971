// Package failure is the page shown where a request cannot be answered: a plain
// sentence for the reader and a way back. What went wrong inside is for the log.
package failure
