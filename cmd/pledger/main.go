// Command pledger reads Chinese government work reports（政府工作报告）into
// figures, targets and pledges, checks whether the figures fit together, and
// keeps the ledger of who owes what.
//
// Its subcommands read, check, eval and demo work on reports; open, suggest,
// import, export, serve and user on the ledgers of a database; backup, restore,
// migrate and fsck on the database itself. Each has a file of its name here, the
// last four share keep.go. The exit status is 0 when everything was done, 1 when
// a file could not be read or an answer could not be given, 2 when the command
// was called wrongly; of check, 1 says that something contradicts and 2 that a
// file could not be read.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

func main() { os.Exit(realMain()) }

// realMain runs the command on the process's own arguments and streams until it
// is done or interrupted.
func realMain() int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	return run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
}
