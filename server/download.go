package server

import (
	"bytes"
	"io"
	"strings"

	"pledger/export/breakdown"
	"pledger/ledger"
)

// A format is a form in which breakdowns are handed out.
type format struct {
	contentType string
	write       func(io.Writer, *breakdown.Table) error
}

// formats are the forms by the end of the file's name.
var formats = map[string]format{
	"docx": {"application/vnd.openxmlformats-officedocument.wordprocessingml.document", breakdown.WriteDocx},
	"xlsx": {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", breakdown.WriteXlsx},
	"csv":  {"text/csv; charset=utf-8", breakdown.WriteCSV},
	"json": {"application/json", breakdown.WriteJSON},
}

// download hands out the breakdown of a ledger, as far as the actor may see it.
func (o *office) download(r *request) (answer, error) {
	f, ok := formats[r.PathValue("format")]
	if !ok {
		return answer{}, errNotFound
	}
	var accounts []*ledger.Account
	var list []*ledger.Body
	err := o.store.View(r.Context(), func(rd ledger.Reader) (err error) {
		accounts = nil
		if list, err = rd.Bodies(r.ledger.Place); err != nil {
			return err
		}
		return rd.EachAccount(r.ledger.ID, func(a *ledger.Account) bool {
			if seen(r.scope, a) {
				accounts = append(accounts, a)
			}
			return true
		})
	})
	if err != nil {
		return answer{}, err
	}
	var b bytes.Buffer
	if err := f.write(&b, breakdown.FromLedger(r.ledger, accounts, list)); err != nil {
		return answer{}, err
	}
	return file(fileName(r.ledger.Title)+"."+r.PathValue("format"), f.contentType, b.Bytes())
}

// maxFileName is how many runes of a title become a file's name: file systems
// take 255 bytes.
const maxFileName = 60

// fileName is a title as the name of a file on any system.
func fileName(title string) string {
	name := strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || strings.ContainsRune(`/\:*?"<>|`, r) || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 {
			return -1
		}
		return r
	}, strings.ToValidUTF8(title, ""))
	if rs := []rune(name); len(rs) > maxFileName {
		name = string(rs[:maxFileName])
	}
	if name = strings.Trim(name, " ."); name == "" {
		return "breakdown"
	}
	return name
}
