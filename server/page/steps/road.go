package steps

import (
	"html/template"

	"pledger/ledger"
	"pledger/locale"
	"pledger/server/page"
)

// State says whether a step is behind, at hand or ahead.
type State string

// The states.
const (
	Done  State = "behind" // 已完成
	Now   State = "now"    // 当前一步: the first that is not done
	Later State = "later"  // 未完成, 未到
)

// Step is one step of the way.
type Step struct {
	Number int
	Name   string
	State  State
	Word   string // the state as the reader calls it
	Status string // how far it is, in a sentence
	Of     int    // what its bar counts; 0 where it has none
	Done   int
	Lack   []page.Link // the first accounts that lack it
	More   string      // what follows those; "" where they are all
	Way    page.Link   // where it is done; no address where the reader may not
	Form   *Form       // the command that ends it; nil where it cannot be given now
}

// Form is a command given from the page.
type Form struct {
	Action template.URL
	Hint   string
	Sure   string // what has to be ticked; "" for nothing
	Wrong  string // what is wrong with the tick
	Button string
}

// Road is the way of a ledger. may tells what the reader may do.
func Road(l *ledger.Ledger, c *Counts, may func(ledger.Right) bool, lang locale.Lang) []Step {
	r := roader{l, c, may, lang}
	steps := []Step{r.review(), r.assign(), r.schedule(), r.approve(), r.publish()}
	at := Now
	for i := range steps {
		s := &steps[i]
		s.Number = i + 1
		if s.State == "" {
			s.State, at = at, Later
		}
		s.Word = lang.Text("office.steps.state." + string(s.State))
		if s.State == Later && s.Of > 0 {
			s.Word = lang.Text("office.steps.state.begun")
		}
	}
	return steps
}

// roader makes the steps.
type roader struct {
	ledger *ledger.Ledger
	counts *Counts
	may    func(ledger.Right) bool
	lang   locale.Lang
}

// work is a step that is done account by account. way is where, for those who
// may.
func (r *roader) work(name string, lack *Lack, way template.URL) Step {
	s := Step{
		Name:   r.lang.Text("office.steps." + name),
		Status: r.lang.Text("office.steps."+name+".status", r.counts.Live-lack.N, r.counts.Live),
		Of:     r.counts.Live, Done: r.counts.Live - lack.N,
	}
	switch {
	case r.counts.Live == 0:
		s.Status = r.lang.Text("office.steps.none")
	case lack.N == 0:
		s.State = Done
	default:
		s.Lack = lack.First
		if more := lack.N - len(lack.First); more > 0 {
			s.More = r.lang.Text("office.steps.more", lack.N)
		}
		if r.may(ledger.EditLedger) {
			s.Way = page.Link{Label: r.lang.Text("office.steps." + name + ".way"), Href: way}
		}
	}
	return s
}

func (r *roader) review() Step {
	s := r.work("review", &r.counts.Undecided, page.LedgerPath(r.ledger.ID, page.FolderReview))
	if gone := r.counts.Dropped + r.counts.Merged; gone > 0 {
		s.Status += r.lang.Text("office.steps.review.gone", r.counts.Dropped, r.counts.Merged)
	}
	return s
}

func (r *roader) assign() Step {
	return r.work("assign", &r.counts.Unled, page.LedgerPath(r.ledger.ID)+"?lead=-")
}

func (r *roader) schedule() Step {
	return r.work("schedule", &r.counts.Untimed, page.LedgerPath(r.ledger.ID)+"?sort=deadline")
}

// approve is the step that settles the draft.
func (r *roader) approve() Step {
	s := Step{Name: r.lang.Text("office.steps.approve")}
	switch {
	case r.ledger.Stage != ledger.Draft:
		s.State, s.Status = Done, r.lang.Text("office.steps.approve.done")
	case !r.counts.Ready():
		s.Status = r.lang.Text("office.steps.approve.wait")
	default:
		s.Status = r.lang.Text("office.steps.approve.ready")
		s.Form = r.form("approve", "")
	}
	return s
}

// publish is the step that opens the ledger to the public.
func (r *roader) publish() Step {
	s := Step{Name: r.lang.Text("office.steps.publish")}
	switch r.ledger.Stage {
	case ledger.Published:
		s.State, s.Status = Done, r.lang.Text("office.steps.publish.done", r.lang.Date(r.ledger.Issued))
	case ledger.Approved:
		s.Status = r.lang.Text("office.steps.publish.ready")
		s.Form = r.form("publish", r.lang.Text("office.steps.publish.sure"))
	default:
		s.Status = r.lang.Text("office.steps.publish.wait")
	}
	return s
}

// form is the command's form, nil where the reader may not give it.
func (r *roader) form(command, sure string) *Form {
	if !r.may(ledger.Approve) {
		return nil
	}
	return &Form{
		Action: page.LedgerPath(r.ledger.ID, command), Sure: sure,
		Hint:   r.lang.Text("office.steps." + command + ".hint"),
		Button: r.lang.Text("office.steps." + command + ".button"),
	}
}
