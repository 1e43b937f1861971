package server

import (
	"bytes"

	exported "pledger/export/bulletin"
	"pledger/ledger"
	"pledger/locale"
	"pledger/server/page"
	"pledger/server/page/bulletin"
	"pledger/standing/board"
)

// bulletinPage shows the draft of a month's bulletin.
func (o *office) bulletinPage(r *request) (answer, error) {
	drafted, in, err := o.draft(r, r.lang)
	if err != nil {
		return answer{}, err
	}
	in.Bulletin = drafted
	return rendered(bulletin.New(o.frameOf(r), in))
}

// bulletinFile hands the draft out as an official document, which is in Chinese.
func (o *office) bulletinFile(r *request) (answer, error) {
	drafted, _, err := o.draft(r, locale.ZhCN)
	if err != nil {
		return answer{}, err
	}
	var b bytes.Buffer
	if err := drafted.WriteDocx(&b); err != nil {
		return answer{}, err
	}
	return file(fileName(drafted.Title)+".docx", formats["docx"].contentType, b.Bytes())
}

// draft makes the bulletin that the address asks for, and what the page needs
// besides.
func (o *office) draft(r *request, lang locale.Lang) (drafted *exported.Bulletin, in bulletin.Input, err error) {
	in = bulletin.Input{
		Ledger: r.ledger, Folder: page.NewFolder(r.ledger, r.actor, page.FolderBulletin, r.lang),
		Asked: bulletin.ParseAsked(r.URL.Query()), Today: o.today(),
	}
	month, on, wrong := in.Asked.In(r.ledger.Year, in.Today)
	in.Month, in.On, in.Wrong = month, on, exported.Wrong(r.lang, r.ledger.Year, wrong)
	err = o.store.View(r.Context(), func(rd ledger.Reader) error {
		bodies, err := rd.Bodies(r.ledger.Place)
		if err != nil {
			return err
		}
		return o.boards.see(rd, o.lexicon, r.ledger.ID, []string{on, month.Before(on)}, func(days []*board.Day) error {
			drafted = exported.New(lang, exported.Input{
				Day: days[0], Before: days[1], Month: month, Number: in.Asked.Number, Office: in.Asked.Office,
				Bodies: bodies, Place: o.placeName,
			})
			return nil
		})
	})
	return drafted, in, err
}
