package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"golang.org/x/term"

	"pledger/identity"
)

// maxPasswordInput bounds what is read of a password, in bytes.
const maxPasswordInput = 4 << 10

// password is the one that is piped in, or typed twice unseen; "" where there
// is neither and none is needed.
func (a *app) password(f userFlags, needed bool) (string, error) {
	if f.fromPipe {
		data, err := io.ReadAll(io.LimitReader(a.in, maxPasswordInput))
		return strings.TrimRight(string(data), "\r\n"), err
	}
	file, ok := a.in.(*os.File)
	if !ok || !term.IsTerminal(int(file.Fd())) {
		if needed {
			return "", a.usage("user.no-password")
		}
		return "", nil
	}
	once, err := a.typed(file, a.text("user.type", identity.MinPassword))
	if err != nil || once == "" && !needed {
		return "", err
	}
	again, err := a.typed(file, a.text("user.type-again"))
	if err != nil {
		return "", err
	}
	if once != again {
		return "", &messageError{a.text("page.password.differ")}
	}
	return once, nil
}

// typed reads a line that the terminal does not show.
func (a *app) typed(file *os.File, prompt string) (string, error) {
	fmt.Fprint(a.err, prompt)
	line, err := term.ReadPassword(int(file.Fd()))
	fmt.Fprintln(a.err)
	if errors.Is(err, io.EOF) {
		return "", nil
	}
	return string(line), err
}

// explainIdentity words what is wrong with a user, one thing a line.
func (a *app) explainIdentity(e *identity.Invalid) string {
	var lines []string
	for _, p := range e.Problems {
		lines = append(lines, a.text("identity.invalid."+p.Code, p.Args...))
	}
	return strings.Join(lines, "\n")
}
