package server

import (
	"time"

	"pledger/ledger"
	"pledger/server/page"
	pageaccount "pledger/server/page/account"
	"pledger/server/page/indicator"
	"pledger/server/page/overview"
	"pledger/server/page/place"
	"pledger/server/page/standings"
	"pledger/server/page/wording"
	"pledger/standing/board"
)

// paramOn is the parameter that asks where accounts stood on a day, 2006-01-02.
const paramOn = "on"

// today is the day at the office.
func (o *office) today() string { return o.clock().In(ledger.OfficeTime).Format(time.DateOnly) }

// dayAsked is the day that the address asks for; wrong says why it is another:
// what is no day, and days to come.
func (o *office) dayAsked(r *request) (day, wrong string) {
	today := o.today()
	asked := r.URL.Query().Get(paramOn)
	if asked == "" {
		return today, ""
	}
	if _, err := time.Parse(time.DateOnly, asked); err != nil || asked > today {
		return today, r.lang.Text("overview.day.wrong", asked)
	}
	return asked, ""
}

// monthBefore is the last day of the month before the day's.
func monthBefore(day string) string {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return day
	}
	return t.AddDate(0, 0, -t.Day()).Format(time.DateOnly)
}

// overviewPage shows where a ledger stands on a day.
func (o *office) overviewPage(r *request) (answer, error) {
	in := overview.Input{
		Ledger: r.ledger, Folder: page.NewFolder(r.ledger, r.actor, page.FolderOverview, r.lang), Latest: o.today(),
		Below: pageaccount.Below(o.lexicon, r.ledger.Place),
	}
	day, wrong := o.dayAsked(r)
	in.Wrong = wrong
	var p *overview.Page
	err := o.store.View(r.Context(), func(rd ledger.Reader) (err error) {
		if in.Words, err = o.words(rd, r); err != nil {
			return err
		}
		return o.boards.see(rd, o.lexicon, r.ledger.ID, []string{day, monthBefore(day)}, func(days []*board.Day) error {
			in.Day, in.Before = days[0], days[1]
			p = overview.New(o.frameOf(r), in)
			return nil
		})
	})
	if err != nil {
		return answer{}, err
	}
	return rendered(p)
}

// stands is where an account stands on the day asked for; nil where the actor may
// not see that, or the account is on no list.
func (o *office) stands(rd ledger.Reader, r *request, w *wording.Words, a *ledger.Account) (v *standings.View, err error) {
	if !r.actor.May(ledger.SeeStanding, r.ledger, a) {
		return nil, nil
	}
	day, _ := o.dayAsked(r)
	err = o.boards.see(rd, o.lexicon, r.ledger.ID, []string{day}, func(days []*board.Day) error {
		if row := days[0].Row(a.ID); row != nil {
			v = standings.NewView(w, days[0], row, r.actor.May(ledger.SeeEvidence, r.ledger, a))
		}
		return nil
	})
	return v, err
}

// placePage shows how a place's parts stand.
func (o *office) placePage(r *request) (answer, error) {
	in := place.Input{Ledger: r.ledger, Code: r.PathValue("code"), Below: pageaccount.Below(o.lexicon, r.PathValue("code"))}
	in.Folder = page.NewFolder(r.ledger, r.actor, page.FolderOverview, r.lang)
	var p *place.Page
	err := o.onDay(r, func(w *wording.Words, day *board.Day) {
		in.Words, in.Day = w, day
		p = place.New(o.frameOf(r), in)
	})
	if err != nil {
		return answer{}, err
	}
	if p == nil {
		return answer{}, errNotFound
	}
	return rendered(p)
}

// indicatorPage shows the accounts of an indicator.
func (o *office) indicatorPage(r *request) (answer, error) {
	in := indicator.Input{Ledger: r.ledger, Code: r.PathValue("code"), Folder: page.NewFolder(r.ledger, r.actor, page.FolderOverview, r.lang)}
	var p *indicator.Page
	err := o.onDay(r, func(w *wording.Words, day *board.Day) {
		in.Words, in.Day = w, day
		p = indicator.New(o.frameOf(r), in)
	})
	if err != nil {
		return answer{}, err
	}
	if p == nil {
		return answer{}, errNotFound
	}
	return rendered(p)
}

// onDay calls f with where the request's ledger stands on the day asked for. f
// must not keep the day.
func (o *office) onDay(r *request, f func(*wording.Words, *board.Day)) error {
	day, _ := o.dayAsked(r)
	return o.store.View(r.Context(), func(rd ledger.Reader) error {
		w, err := o.words(rd, r)
		if err != nil {
			return err
		}
		return o.boards.see(rd, o.lexicon, r.ledger.ID, []string{day}, func(days []*board.Day) error {
			f(w, days[0])
			return nil
		})
	})
}
