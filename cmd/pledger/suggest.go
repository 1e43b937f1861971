package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"pledger/ledger"
	"pledger/ledger/assign"
	"pledger/lexicon"
	"pledger/store"
)

// suggestFlags are the flags of pledger suggest.
type suggestFlags struct {
	db     string
	ledger string
	place  string
	format string
	top    int
}

// suggestTop is how many bodies are suggested for a task unless --top says
// otherwise: as many as a person looks at.
const suggestTop = 3

// suggestFormats are the formats of pledger suggest.
var suggestFormats = []string{formatText, formatJSONL}

// suggestCommand is pledger suggest: who should lead a task, and why.
func (a *app) suggestCommand() *cobra.Command {
	var f suggestFlags
	c := &cobra.Command{
		Use:   "suggest [TASK... | -]",
		Short: a.text("desk.suggest"),
		Long:  a.text("desk.suggest-long"),
		Example: `  pledger suggest --db nmg.db
  pledger suggest --db nmg.db 改造老旧小区16万户
  pledger suggest --db nmg.db --format jsonl - <tasks.txt`,
		RunE: func(c *cobra.Command, args []string) error { return a.suggest(c.Context(), f, args) },
	}
	a.databaseFlag(c, &f.db)
	c.Flags().StringVar(&f.ledger, "ledger", "", a.text("desk.flag-ledger"))
	c.Flags().StringVar(&f.place, "place", "", a.text("desk.flag-suggest-place"))
	c.Flags().StringVar(&f.format, "format", formatText, a.text("desk.flag-suggest-format"))
	c.Flags().IntVar(&f.top, "top", suggestTop, a.text("desk.flag-top"))
	return c
}

// asked is a task for which bodies are suggested.
type asked struct {
	task, section string
}

// suggest prints the bodies suggested for the tasks given; without any, for the
// ledger's accounts that have no lead.
func (a *app) suggest(ctx context.Context, f suggestFlags, args []string) error {
	if !slices.Contains(suggestFormats, f.format) {
		return a.usage("cmd.bad-format", f.format, strings.Join(suggestFormats, ", "))
	}
	if f.top < 1 {
		return a.usage("desk.bad-top", f.top)
	}
	tasks, err := a.tasksOf(args)
	if err != nil {
		return err
	}
	lex, err := a.load()
	if err != nil {
		return err
	}
	return a.withStore(ctx, f.db, false, func(s store.Store) error {
		var suggester *assign.Suggester
		if f.place != "" {
			suggester, err = a.suggesterOf(ctx, s, lex, f.place)
		} else {
			suggester, tasks, err = a.suggesterOfLedger(ctx, s, lex, f.ledger, tasks)
		}
		if err != nil {
			return err
		}
		return a.writeSuggestions(f, suggester, tasks)
	})
}

// tasksOf are the tasks that the arguments give, "-" for a line each of the
// standard input.
func (a *app) tasksOf(args []string) ([]asked, error) {
	var tasks []asked
	for _, arg := range args {
		if arg != stdin {
			tasks = append(tasks, asked{task: arg})
			continue
		}
		lines := bufio.NewScanner(io.LimitReader(a.in, maxTaskInput))
		lines.Buffer(nil, maxTaskLine)
		for lines.Scan() {
			if line := strings.TrimSpace(lines.Text()); line != "" {
				tasks = append(tasks, asked{task: line})
			}
		}
		if err := lines.Err(); err != nil {
			return nil, &messageError{a.text("desk.bad-tasks", err)}
		}
	}
	return tasks, nil
}

const (
	maxTaskInput = 64 << 20 // bytes of tasks read from the standard input
	maxTaskLine  = 1 << 20  // bytes of one of them
)

// suggesterOfLedger suggests for a ledger. Its assigned accounts teach too;
// those without a lead are the tasks where none are given.
func (a *app) suggesterOfLedger(ctx context.Context, s store.Store, lex *lexicon.Lexicon, id string, tasks []asked) (*assign.Suggester, []asked, error) {
	l, err := a.chooseLedger(ctx, s, id)
	if err != nil {
		return nil, nil, err
	}
	var suggester *assign.Suggester
	err = s.View(ctx, func(r ledger.Reader) error {
		accounts, bodies, err := contents(r, l)
		if err != nil {
			return err
		}
		past, err := r.Precedents()
		if err != nil {
			return err
		}
		suggester = assign.New(lex, bodies, append(past, assign.FromAccounts(l, accounts, bodies)))
		if len(tasks) > 0 {
			return nil
		}
		for _, acc := range accounts {
			if acc.State.Live() && len(acc.Lead) == 0 {
				section, _ := l.Section(acc.Section)
				tasks = append(tasks, asked{acc.Task, section.Heading})
			}
		}
		return nil
	})
	return suggester, tasks, err
}

// suggesterOf suggests for a government without a ledger: its list of bodies,
// the default one where it has none, and all past breakdowns.
func (a *app) suggesterOf(ctx context.Context, s store.Store, lex *lexicon.Lexicon, place string) (*assign.Suggester, error) {
	places := lex.PlacesNamed(place)
	if len(places) != 1 {
		return nil, a.usage("desk.no-place", place)
	}
	var bodies []*ledger.Body
	var past []*ledger.Precedent
	err := s.View(ctx, func(r ledger.Reader) (err error) {
		if bodies, err = r.Bodies(places[0].Code); err != nil {
			return err
		}
		past, err = r.Precedents()
		return err
	})
	if len(bodies) == 0 {
		bodies = assign.DefaultBodies(lex, places[0].Code)
	}
	return assign.New(lex, bodies, past), err
}

// suggestionLine is a task and its suggestions as a line of JSON.
type suggestionLine struct {
	Task        string           `json:"task"`
	Suggestions []suggestionJSON `json:"suggestions"`
}

type suggestionJSON struct {
	Code    string   `json:"code"` // "" for a body that is not on the list
	Name    string   `json:"name"`
	Score   float64  `json:"score"` // in [0, 1]
	Reasons []string `json:"reasons"`
}

// writeSuggestions prints tasks with their suggestions.
func (a *app) writeSuggestions(f suggestFlags, s *assign.Suggester, tasks []asked) error {
	out := bufio.NewWriter(a.out)
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	for _, t := range tasks {
		found := s.Suggest(t.task, t.section)
		found = found[:min(len(found), f.top)]
		if f.format == formatJSONL {
			line := suggestionLine{t.task, []suggestionJSON{}}
			for _, sug := range found {
				line.Suggestions = append(line.Suggestions, suggestionJSON{sug.Code, sug.Name, sug.Score, a.reasons(sug)})
			}
			if err := enc.Encode(line); err != nil {
				return err
			}
			continue
		}
		fmt.Fprintln(out, t.task)
		for i, sug := range founded(found) {
			fmt.Fprintf(out, "  %d. %s  %s\n", i+1, sug.Name, strings.Join(a.reasons(sug), a.text("desk.reason-join")))
		}
	}
	return out.Flush()
}

// founded are the suggestions for which a reason can be shown: a person is told
// no body without why.
func founded(all []assign.Suggestion) []assign.Suggestion {
	return slices.DeleteFunc(slices.Clone(all), func(s assign.Suggestion) bool { return len(s.Reasons) == 0 })
}

// reasons words what speaks for a suggestion.
func (a *app) reasons(s assign.Suggestion) []string {
	all := []string{}
	for _, r := range s.Reasons {
		switch r.Why {
		case assign.DutyWord:
			all = append(all, a.text("desk.reason-duty", r.Word))
		case assign.OwnName:
			all = append(all, a.text("desk.reason-name", r.Word))
		case assign.PastRow:
			all = append(all, a.text("desk.reason-past", a.stated(yearText(r.Year)), r.Task))
		}
	}
	return all
}

// yearText is a year, "" for an unknown one.
func yearText(year int) string {
	if year == 0 {
		return ""
	}
	return fmt.Sprint(year)
}
