package server

import "pledger/ledger"

// route is one address of a site: who it answers, and how.
type route struct {
	pattern string // as http.ServeMux takes it
	need    need
	handle  handlerFunc
}

// routes lists every address of the office: pages and commands over a store.
// A pattern's {ledger}, {account}, {place} and {user} are loaded before the
// handler runs; need.go says what else a route can ask for.
func (o *office) routes() []route {
	return []route{
		// Ledgers
		{"GET /{$}", may(ledger.SeePublished), o.home},

		{"GET /open", may(ledger.OpenLedger), o.openPage},
		{"POST /open", may(ledger.OpenLedger).withFile(), o.openUpload},
		{"GET /open/{token}", may(ledger.OpenLedger), o.openPreview},
		{"POST /open/{token}", may(ledger.OpenLedger), o.openLedger},

		// One ledger
		{"GET /ledgers/{ledger}", maySome(), o.ledgerPage},
		{"GET /ledgers/{ledger}/overview", mayLedger(ledger.SeeStanding), o.overviewPage},
		{"GET /ledgers/{ledger}/places/{code}", mayLedger(ledger.SeeStanding), o.placePage},
		{"GET /ledgers/{ledger}/rules", maySome(), o.rulesPage},
		{"POST /ledgers/{ledger}/rules", mayLedger(ledger.KeepBodies).withFile(), o.rulesUpload},
		{"GET /ledgers/{ledger}/rules/{token}", mayLedger(ledger.KeepBodies), o.rulesPreview},
		{"POST /ledgers/{ledger}/rules/{token}", mayLedger(ledger.KeepBodies), o.rulesApply},
		{"GET /ledgers/{ledger}/rules/download/{format}", maySome(), o.rulesFile},
		{"GET /ledgers/{ledger}/indicators/{code}", mayLedger(ledger.SeeStanding), o.indicatorPage},
		{"GET /ledgers/{ledger}/bulletin", mayLedger(ledger.SeeStanding), o.bulletinPage},
		{"GET /ledgers/{ledger}/bulletin/download", mayLedger(ledger.SeeStanding), o.bulletinFile},
		{"POST /ledgers/{ledger}/bulk", mayLedger(ledger.EditLedger), o.ledgerBulk},
		{"GET /ledgers/{ledger}/accounts/{account}", mayAccount(ledger.SeeAccount), o.accountPage},
		{"POST /ledgers/{ledger}/accounts/{account}/schedule", mayAccount(ledger.PlanAccount), o.accountSchedule},
		{"POST /ledgers/{ledger}/accounts/{account}/reach", mayAccount(ledger.PlanAccount), o.accountReach},
		{"POST /ledgers/{ledger}/accounts/{account}/{do}", mayAccount(ledger.EditLedger), o.accountDo},
		{"GET /ledgers/{ledger}/review", mayLedger(ledger.EditLedger), o.review},
		{"POST /ledgers/{ledger}/review/add", mayLedger(ledger.EditLedger), o.reviewAdd},

		// The steps of a ledger, and its breakdown as a file
		{"GET /ledgers/{ledger}/steps", mayLedger(ledger.SeeLedger), o.stepsPage},
		{"POST /ledgers/{ledger}/approve", mayLedger(ledger.Approve), o.approve},
		{"POST /ledgers/{ledger}/publish", mayLedger(ledger.Approve), o.publish},
		{"POST /ledgers/{ledger}/reopen", mayLedger(ledger.Approve), o.reopen},
		{"POST /ledgers/{ledger}/renumber", mayLedger(ledger.EditLedger), o.renumber},
		{"GET /ledgers/{ledger}/download/{format}", mayLedger(ledger.SeeLedger), o.download},

		// Bodies
		{"GET /ledgers/{ledger}/bodies", mayLedger(ledger.SeeLedger), o.bodiesPage},
		{"GET /ledgers/{ledger}/bodies/new", mayLedger(ledger.KeepBodies), o.newBodyPage},
		{"POST /ledgers/{ledger}/bodies/new", mayLedger(ledger.KeepBodies), o.addBody},
		{"GET /ledgers/{ledger}/bodylist", mayLedger(ledger.KeepBodies), o.listPage},
		{"POST /ledgers/{ledger}/bodylist", mayLedger(ledger.KeepBodies).withFile(), o.listUpload},
		{"GET /ledgers/{ledger}/bodylist/{token}", mayLedger(ledger.KeepBodies), o.listPreview},
		{"POST /ledgers/{ledger}/bodylist/{token}", mayLedger(ledger.KeepBodies), o.listApply},
		{"GET /ledgers/{ledger}/bodies/{body}", maySome(), o.bodyPage},
		{"POST /ledgers/{ledger}/bodies/{body}", mayLedger(ledger.KeepBodies), o.editBody},
		{"POST /ledgers/{ledger}/bodies/{body}/retire", mayLedger(ledger.KeepBodies), o.retireBody},

		// Breakdowns into the ledger
		{"GET /ledgers/{ledger}/import", mayLedger(ledger.EditLedger), o.importPage},
		{"POST /ledgers/{ledger}/import", mayLedger(ledger.EditLedger).withFile(), o.importUpload},
		{"GET /ledgers/{ledger}/import/{token}", mayLedger(ledger.EditLedger), o.importPreview},
		{"POST /ledgers/{ledger}/import/{token}", mayLedger(ledger.EditLedger), o.importApply},

		// Readings: what is to be reported, files of them, and checking them
		{"GET /ledgers/{ledger}/reporting", mayLedger(ledger.Report), o.reportingPage},
		{"POST /ledgers/{ledger}/reporting", mayLedger(ledger.Report).withFile(), o.report},
		{"GET /ledgers/{ledger}/reporting/sheet.xlsx", mayLedger(ledger.Report), o.reportingSheet},
		{"GET /ledgers/{ledger}/readings", mayLedger(ledger.Report), o.readingsPage},
		{"POST /ledgers/{ledger}/readings", mayLedger(ledger.Report).withFile(), o.readingsUpload},
		{"GET /ledgers/{ledger}/readings/{token}", mayLedger(ledger.Report), o.readingsPreview},
		{"POST /ledgers/{ledger}/readings/{token}", mayLedger(ledger.Report), o.readingsApply},
		{"GET /ledgers/{ledger}/checking", mayLedger(ledger.EditLedger), o.checkingPage},
		{"POST /ledgers/{ledger}/checking", mayLedger(ledger.EditLedger), o.check},
		{"GET /ledgers/{ledger}/evidence/{reading}/{n}", maySome(), o.evidence},

		// What was done
		{"GET /ledgers/{ledger}/history", mayLedger(ledger.SeeHistory), o.historyPage},
		{"GET /ledgers/{ledger}/history/entries.jsonl", mayLedger(ledger.SeeHistory), o.entries},
		{"GET /ledgers/{ledger}/history/{op}", mayLedger(ledger.SeeHistory), o.commandPage},
		{"POST /ledgers/{ledger}/history/{op}/undo", mayLedger(ledger.EditLedger), o.undo},

		// Signing in
		{"GET /signin", anyone, o.signInPage},
		{"POST /signin", anyone, o.signIn},
		{"GET /signin/provider", anyone, o.toProvider},
		{"GET /signin/callback", anyone, o.fromProvider},
		{"POST /signout", anyone, o.signOut},
		{"GET /setup", anyone, o.setupPage},
		{"POST /setup", anyone, o.setUp},
		{"GET /password", anyone, o.passwordPage},
		{"POST /password", anyone, o.setPassword},
		{"GET /me", signedIn, o.mePage},
		{"POST /me", signedIn, o.changePassword},

		// Users
		{"GET /users", may(ledger.KeepUsers), o.usersPage},
		{"GET /newuser", may(ledger.KeepUsers), o.newUserPage},
		{"POST /newuser", may(ledger.KeepUsers), o.addUser},
		{"GET /users/{user}", mayUser(), o.userPage},
		{"POST /users/{user}", mayUser(), o.editUser},
		{"POST /users/{user}/link", mayUser(), o.linkUser},
		{"GET /users/{user}/disable", mayUser(), o.disablePage},
		{"POST /users/{user}/disable", mayUser(), o.disableUser},
		{"POST /users/{user}/enable", mayUser(), o.enableUser},

		// Files that pages refer to, by checksum
		{"GET /assets/{sum}/{name}", open, o.asset},

		// All else
		{"/", anyone, o.elsewhere},
	}
}

// places lists what the bar at the head of the office's pages leads to, for
// those who have the right.
var places = []struct {
	key   string // of the name
	path  string
	right ledger.Right // "" for every user
}{
	{"page.nav.ledgers", "/", ledger.SeePublished},
	{"page.nav.users", "/users", ledger.KeepUsers},
}

// routes lists every address of the site of reports, which is open to anyone.
func (s *shelf) routes() []route {
	return []route{
		{"GET /{$}", open, s.home},
		{"GET /reports/{id}", open, s.report},
		{"GET /assets/{sum}/{name}", open, s.asset},
		{"/", open, s.elsewhere},
	}
}
