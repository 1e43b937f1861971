package main

import (
	"context"
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"pledger/export/bulletin"
	"pledger/ledger"
	"pledger/locale"
	"pledger/standing/board"
	"pledger/store"
)

// bulletinFlags are the flags of pledger bulletin.
type bulletinFlags struct {
	db     string
	ledger string
	asked  bulletin.Asked
	number int
	office string
	format string
	out    string
}

// bulletinWriters are the formats of a bulletin, what offices send first. An
// official document is in Chinese.
var bulletinWriters = []struct {
	format string
	zh     bool
	write  func(*bulletin.Bulletin, io.Writer) error
}{
	{"docx", true, (*bulletin.Bulletin).WriteDocx},
	{"text", false, (*bulletin.Bulletin).WriteText},
}

// bulletinCommand is pledger bulletin: the monthly bulletin（通报）.
func (a *app) bulletinCommand() *cobra.Command {
	var f bulletinFlags
	c := &cobra.Command{
		Use:   "bulletin",
		Short: a.text("desk.bulletin"),
		Long:  a.text("desk.bulletin-long"),
		Example: `  pledger bulletin --db nmg.db --month 2021-09 -o bulletin.docx
  pledger bulletin --db nmg.db --month 2021-09 --number 9 --format text`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return a.usage("desk.no-arguments", args[0])
			}
			return nil
		},
		RunE: func(c *cobra.Command, _ []string) error { return a.bulletin(c.Context(), f) },
	}
	a.databaseFlag(c, &f.db)
	c.Flags().StringVar(&f.ledger, "ledger", "", a.text("desk.flag-ledger"))
	c.Flags().StringVar(&f.asked.Month, "month", "", a.text("desk.flag-month"))
	c.Flags().StringVar(&f.asked.On, "on", "", a.text("desk.flag-bulletin-on"))
	c.Flags().IntVar(&f.number, "number", 0, a.text("desk.flag-number"))
	c.Flags().StringVar(&f.office, "office", "", a.text("desk.flag-office"))
	c.Flags().StringVar(&f.format, "format", bulletinWriters[0].format, a.text("desk.flag-bulletin-format"))
	c.Flags().StringVarP(&f.out, "output", "o", "", a.text("cmd.flag-output"))
	return c
}

// bulletin drafts the bulletin of one ledger and writes it.
func (a *app) bulletin(ctx context.Context, f bulletinFlags) error {
	lang, write := a.lang, (func(*bulletin.Bulletin, io.Writer) error)(nil)
	var formats []string
	for _, w := range bulletinWriters {
		formats = append(formats, w.format)
		if w.format == f.format {
			write = w.write
			if w.zh {
				lang = locale.ZhCN
			}
		}
	}
	if write == nil {
		return a.usage("cmd.bad-format", f.format, strings.Join(formats, ", "))
	}
	return a.withStore(ctx, f.db, false, func(s store.Store) error {
		drafted, err := a.draft(ctx, s, f, lang)
		if err != nil {
			return err
		}
		out, err := a.open(f.out)
		if err != nil {
			return err
		}
		err = write(drafted, out)
		if closed := out.close(err == nil); err == nil {
			err = closed
		}
		return err
	})
}

// draft makes the bulletin of the store's ledger.
func (a *app) draft(ctx context.Context, s store.Store, f bulletinFlags, lang locale.Lang) (*bulletin.Bulletin, error) {
	l, err := a.chooseLedger(ctx, s, f.ledger)
	if err != nil {
		return nil, err
	}
	month, on, wrong := f.asked.In(l.Year, time.Now().In(ledger.OfficeTime).Format(time.DateOnly))
	if wrong != nil {
		return nil, &usageError{bulletin.Wrong(a.lang, l.Year, wrong)}
	}
	lex, err := a.load()
	if err != nil {
		return nil, err
	}
	in := bulletin.Input{Month: month, Number: f.number, Office: f.office, Place: placeNames(lex)}
	err = s.View(ctx, func(r ledger.Reader) (err error) {
		if in.Bodies, err = r.Bodies(l.Place); err != nil {
			return err
		}
		loaded, err := board.Load(r, lex, l.ID)
		if err != nil {
			return err
		}
		in.Day, in.Before = loaded.On(on), loaded.On(month.Before(on))
		return nil
	})
	if err != nil {
		return nil, err
	}
	return bulletin.New(lang, in), nil
}
