// Command pledger reads Chinese government work reports（政府工作报告）into
// figures, targets and pledges, and checks whether its figures fit together.
//
// Its subcommands are demo, read, check and eval; each has a file of its name
// here. The exit status is 0 when everything was done, 1 when a file could not
// be read or an answer could not be given, 2 when the command was called
// wrongly; of check, 1 says that something contradicts and 2 that a file could
// not be read.
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
