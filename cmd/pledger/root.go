package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"

	"github.com/spf13/cobra"

	"pledger/lexicon"
	"pledger/locale"
)

// The exit statuses.
const (
	exitDone   = 0
	exitFailed = 1 // a file could not be read; the others were
	exitUsage  = 2 // called wrongly; nothing was done
	exitUnread = 2 // of check: a file could not be read; 1 is a contradiction
)

// app is one run of the command: its streams, its language and what every
// subcommand shares.
type app struct {
	in       io.Reader
	out, err io.Writer
	lang     locale.Lang
	lexDirs  []string
	load     func() (*lexicon.Lexicon, error)
}

// run executes the command and returns the exit status.
func run(ctx context.Context, args []string, in io.Reader, out, err io.Writer) int {
	a := &app{in: in, out: out, err: err}
	lang, known := langOf(args)
	a.lang = lang
	a.load = sync.OnceValues(a.loadLexicon)
	root := a.command()
	root.SetArgs(args)
	root.SetIn(in)
	root.SetOut(out)
	root.SetErr(err)
	if !known {
		return a.status(a.usage("cmd.bad-lang"))
	}
	return a.status(root.ExecuteContext(ctx))
}

// langFlag names the flag for the language of messages.
const langFlag = "--lang"

// langOf finds the language in the arguments before they are parsed, since the
// help itself is worded in it. It reports false for a language that is not
// there, and then gives the default.
func langOf(args []string) (locale.Lang, bool) {
	for i, arg := range args {
		if name, ok := strings.CutPrefix(arg, langFlag+"="); ok {
			return locale.Parse(name)
		}
		if arg == langFlag && i+1 < len(args) {
			return locale.Parse(args[i+1])
		}
		if arg == "--" {
			break
		}
	}
	return locale.ZhCN, true
}

// command is the whole tree of commands.
func (a *app) command() *cobra.Command {
	root := &cobra.Command{
		Use:           "pledger",
		Short:         a.text("cmd.root"),
		SilenceErrors: true,
		SilenceUsage:  true,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return a.usage("cmd.unknown-command", args[0])
			}
			return nil
		},
		RunE: func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	root.SetUsageTemplate(a.usageTemplate())
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return a.usage("cmd.bad-flag", err) })
	root.CompletionOptions.HiddenDefaultCmd = true
	root.SetHelpCommand(&cobra.Command{Use: "help", Hidden: true})
	flags := root.PersistentFlags()
	flags.StringArrayVar(&a.lexDirs, "lexicon", nil, a.text("cmd.flag-lexicon"))
	flags.String("lang", locale.ZhCN.String(), a.text("cmd.flag-lang"))
	flags.BoolP("help", "h", false, a.text("cmd.flag-help"))
	root.AddCommand(a.demoCommand(), a.readCommand(), a.checkCommand(), a.evalCommand(),
		a.openCommand(), a.suggestCommand(), a.importCommand(), a.exportCommand(), a.standingCommand(), a.bulletinCommand(),
		a.backupCommand(), a.restoreCommand(), a.migrateCommand(), a.fsckCommand(),
		a.serveCommand(), a.userCommand())
	return root
}

// usageTemplate is cobra's help in the user's language.
func (a *app) usageTemplate() string {
	return a.text("cmd.help-usage") + `
  {{if .HasAvailableSubCommands}}{{.CommandPath}} COMMAND [FILE...]{{else}}{{.UseLine}}{{end}}{{if .HasExample}}

` + a.text("cmd.help-examples") + `
{{.Example}}{{end}}{{if .HasAvailableSubCommands}}

` + a.text("cmd.help-commands") + `{{range .Commands}}{{if .IsAvailableCommand}}
  {{rpad .Name .NamePadding}} {{.Short}}{{end}}{{end}}{{end}}

` + a.text("cmd.help-flags") + `
{{.LocalFlags.FlagUsages | trimTrailingWhitespaces}}{{if .HasAvailableInheritedFlags}}
{{.InheritedFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}
`
}

// text is a message in the user's language.
func (a *app) text(key string, args ...any) string { return a.lang.Text(key, args...) }

// say writes a line to the error stream.
func (a *app) say(line string) { fmt.Fprintln(a.err, line) }

// loadLexicon loads the dictionaries: those built in, and the user's folders.
func (a *app) loadLexicon() (*lexicon.Lexicon, error) {
	if len(a.lexDirs) == 0 {
		return lexicon.Default(), nil
	}
	return lexicon.Load(a.lexDirs...)
}

// A usageError says that the command was called wrongly. Its message is worded
// for the user.
type usageError struct{ message string }

// Error is the message.
func (e *usageError) Error() string { return e.message }

// usage makes a usageError of a message of the catalogue.
func (a *app) usage(key string, args ...any) error { return &usageError{a.text(key, args...)} }

// errReported is the result of a run whose failures have been told already.
var errReported = errors.New("reported")

// status tells the error, if it has not been told, and gives the exit status.
func (a *app) status(err error) int {
	var wrong *usageError
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errReported):
		return exitFailed
	case errors.Is(err, errUnread):
		return exitUnread
	case errors.As(err, &wrong):
		a.say(wrong.message)
		a.say(a.text("cmd.see-help"))
		return exitUsage
	}
	a.say(a.explain(err))
	return exitFailed
}
