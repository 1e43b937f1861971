package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"pledger/document"
	"pledger/identity"
	"pledger/internal/evaluate"
	"pledger/lexicon"
	"pledger/store"
)

// explain words an error for the user: what was found, and the mend.
func (a *app) explain(err error) string {
	var doc *document.Error
	var row *rowError
	var fault *store.Error
	var worded *messageError
	var path *fs.PathError
	var words lexicon.Mistakes
	var user *identity.Invalid
	switch {
	case errors.As(err, &doc):
		return a.text(doc.Code, doc.Args...)
	case errors.As(err, &words):
		return a.mistakes(words)
	case errors.As(err, &worded):
		return worded.message
	case errors.As(err, &fault):
		return a.text("store."+fault.Code, append(anys(fault.Args), fault.At)...)
	case errors.As(err, &user):
		return a.explainIdentity(user)
	case ledgerError(err):
		return a.explainLedger(err)
	case errors.As(err, &row):
		return a.text("cmd.gold-row", row.file, row.row.Line, row.row.Err)
	case errors.Is(err, context.Canceled):
		return a.text("cmd.interrupted")
	case errors.Is(err, fs.ErrNotExist) && errors.As(err, &path):
		return a.text("cmd.no-file", path.Path)
	case errors.Is(err, fs.ErrPermission) && errors.As(err, &path):
		return a.text("cmd.no-permission", path.Path)
	}
	return a.text("cmd.failed", err)
}

// mistakes words the refused lines of dictionaries, one a line.
func (a *app) mistakes(ms lexicon.Mistakes) string {
	lines := []string{a.text("cmd.bad-lexicon")}
	for _, m := range ms {
		lines = append(lines, fmt.Sprintf("%s:%d: %s", m.File, m.Line, a.text(m.Code, anys(m.Args)...)))
	}
	return strings.Join(lines, "\n")
}

// anys is a list of texts as arguments of a message.
func anys(list []string) []any {
	all := make([]any, len(list))
	for i, s := range list {
		all[i] = s
	}
	return all
}

// A messageError is worded for the user already.
type messageError struct{ message string }

// Error is the message.
func (e *messageError) Error() string { return e.message }

// rowError is a line of a gold file that cannot be used, with the file.
type rowError struct {
	file string
	row  *evaluate.RowError
}

// Error names file and line.
func (e *rowError) Error() string { return e.file + ": " + e.row.Error() }
