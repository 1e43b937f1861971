package server

import (
	"net/http"
	"slices"

	"pledger/server/page"
	"pledger/server/page/account"
	"pledger/server/page/bodies"
	pagebody "pledger/server/page/body"
	"pledger/server/page/bodylist"
	"pledger/server/page/bulletin"
	"pledger/server/page/checking"
	"pledger/server/page/failure"
	"pledger/server/page/history"
	"pledger/server/page/importing"
	"pledger/server/page/indicator"
	pageledger "pledger/server/page/ledger"
	"pledger/server/page/ledgers"
	"pledger/server/page/list"
	"pledger/server/page/opening"
	"pledger/server/page/overview"
	"pledger/server/page/place"
	pagereadings "pledger/server/page/readings"
	"pledger/server/page/report"
	"pledger/server/page/reporting"
	pagereview "pledger/server/page/review"
	"pledger/server/page/rules"
	"pledger/server/page/steps"
	"pledger/server/page/users"
)

// asset is a file of the pages as it is sent.
type asset struct {
	contentType string
	body        []byte
}

// collectAssets gathers the files of all pages by address.
func collectAssets() map[string]asset {
	all := map[string]asset{}
	shared := []page.Asset{page.Base, page.Sheet, page.FolderStyle, page.Icon}
	for _, a := range slices.Concat(shared,
		report.Assets(),
		list.Assets(),
		users.Assets(),
		failure.Assets(),
		ledgers.Assets(),
		pageledger.Assets(),
		account.Assets(),
		pagereview.Assets(),
		steps.Assets(),
		bodies.Assets(),
		pagebody.Assets(),
		history.Assets(),
		opening.Assets(),
		bodylist.Assets(),
		importing.Assets(),
		overview.Assets(),
		place.Assets(),
		indicator.Assets(),
		rules.Assets(),
		bulletin.Assets(),
		reporting.Assets(),
		pagereadings.Assets(),
		checking.Assets(),
	) {
		all[a.Path()] = asset{a.ContentType(), []byte(a.Body())}
	}
	return all
}

// asset serves a file of the pages.
func (s *web) asset(r *request) (answer, error) {
	a, ok := s.assets[r.URL.Path]
	if !ok {
		return answer{}, errNotFound
	}
	return answer{contentType: a.contentType, body: a.body, cache: cacheAsset}, nil
}

// elsewhere answers for addresses and methods that no route has.
func (s *web) elsewhere(r *request) (answer, error) {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		return answer{}, errMethod
	}
	return answer{}, errNotFound
}
