package page

import (
	_ "embed"
	"html/template"
	"net/url"
	"strings"

	"pledger/ledger"
	"pledger/locale"
)

//go:embed folder.html.tmpl
var folderTemplate string

//go:embed folder.css
var folderCSS string

// FolderStyle is the style of the head that pages of one ledger share.
var FolderStyle = NewStyle("folder.css", folderCSS)

// Folder（案卷）is what all pages of one ledger have at their head: its title and
// stage, and the ways to its other pages. The template "folder" shows it.
type Folder struct {
	Title string // of the ledger, in Chinese
	Stage Stage
	Tabs  []Choice

	id ledger.ID
}

// Import is the address where a file is sent to the ledger.
func (f Folder) Import() template.URL { return LedgerPath(f.id, FolderImport) }

// Readings is the address where a file of readings is sent to the ledger.
func (f Folder) Readings() template.URL { return LedgerPath(f.id, FolderReadings) }

// Stage is a ledger's stage as pages show it.
type Stage struct{ Name, Label string }

// NewStage words a stage.
func NewStage(s ledger.Stage, lang locale.Lang) Stage {
	return Stage{string(s), lang.Text("page.stage." + string(s))}
}

// The parts of a ledger's folder: the last step of their addresses.
const (
	FolderTable     = ""
	FolderOverview  = "overview"
	FolderReview    = "review"
	FolderSteps     = "steps"
	FolderBodies    = "bodies"
	FolderImport    = "import"
	FolderReporting = "reporting"
	FolderReadings  = "readings"
	FolderChecking  = "checking"
	FolderHistory   = "history"
	FolderBulletin  = "bulletin"
)

// BodyList is the last step of the address where a list of bodies is imported.
const BodyList = "bodylist"

// Rules is the last step of the address of the rules for lights.
const Rules = "rules"

// folderParts lists the pages of a ledger in their order, each with the right
// that it takes.
var folderParts = []struct {
	part, key string
	right     ledger.Right
}{
	{FolderOverview, "office.tab.overview", ledger.SeeStanding},
	{FolderBulletin, "office.tab.bulletin", ledger.SeeStanding},
	{FolderTable, "office.tab.table", ledger.SeeLedger},
	{FolderReview, "office.tab.review", ledger.EditLedger},
	{FolderSteps, "office.tab.steps", ledger.SeeLedger},
	{FolderBodies, "office.tab.bodies", ledger.SeeLedger},
	{FolderImport, "office.tab.import", ledger.EditLedger},
	{FolderReporting, "office.tab.reporting", ledger.Report},
	{FolderChecking, "office.tab.checking", ledger.EditLedger},
	{FolderHistory, "office.tab.history", ledger.SeeHistory},
}

// NewFolder is the head of the pages of l as the actor may see them; at is the
// part that the page belongs to.
func NewFolder(l *ledger.Ledger, who ledger.Actor, at string, lang locale.Lang) Folder {
	f := Folder{Title: l.Title, Stage: NewStage(l.Stage, lang), id: l.ID}
	for _, p := range folderParts {
		if who.May(p.right, l, nil) {
			f.Tabs = append(f.Tabs, Choice{Label: lang.Text(p.key), Href: LedgerPath(l.ID, p.part), Chosen: p.part == at})
		}
	}
	return f
}

// LedgerPath is the address of a part of the ledger's folder, and of what lies
// below it.
func LedgerPath(id ledger.ID, below ...string) template.URL {
	return Steps(append([]string{"ledgers", string(id)}, below...)...)
}

// OnDay is the address of a page as of a day, 2006-01-02; as of today where that
// is "".
func OnDay(at template.URL, day string) template.URL {
	switch {
	case day == "":
		return at
	case strings.Contains(string(at), "?"):
		return at + template.URL("&on="+url.QueryEscape(day))
	}
	return at + template.URL("?on="+url.QueryEscape(day))
}

// Steps is the address of the page at the end of steps; empty ones are left out.
func Steps(steps ...string) template.URL {
	u := ""
	for _, step := range steps {
		if step != "" {
			u += "/" + url.PathEscape(step)
		}
	}
	return template.URL(u) // every step is escaped
}

// Link is a way to another page.
type Link struct {
	Label string
	Href  template.URL
}
