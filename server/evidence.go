package server

import (
	"archive/zip"
	"bytes"
	"io"
	"mime/multipart"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"

	"pledger/ledger"
)

// evidenceType is the media type of a file by its content; "" for what is no
// evidence: everything but what ledger.EvidenceTypes lists.
func evidenceType(file []byte) string {
	switch {
	case bytes.HasPrefix(file, []byte("%PDF-")):
		return "application/pdf"
	case bytes.HasPrefix(file, []byte("\xff\xd8\xff")):
		return "image/jpeg"
	case bytes.HasPrefix(file, []byte("\x89PNG\r\n\x1a\n")):
		return "image/png"
	case bytes.HasPrefix(file, []byte("PK\x03\x04")):
		return officeType(file)
	case plainText(file):
		return typeText
	}
	return ""
}

// officeType is the media type of a file of Word or Excel without macros; "" for
// any other archive.
func officeType(file []byte) string {
	archive, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return ""
	}
	found := ""
	for _, f := range archive.File {
		switch name := strings.ToLower(f.Name); {
		case strings.HasSuffix(name, "vbaproject.bin"):
			return ""
		case name == "word/document.xml":
			found = formats["docx"].contentType
		case name == "xl/workbook.xml":
			found = formats["xlsx"].contentType
		}
	}
	return found
}

// plainText reports whether the file is text in UTF-8 or GB18030.
func plainText(file []byte) bool {
	if !utf8.Valid(file) {
		decoded, err := simplifiedchinese.GB18030.NewDecoder().Bytes(file)
		if err != nil || bytes.ContainsRune(decoded, utf8.RuneError) {
			return false
		}
		file = decoded
	}
	return len(file) > 0 && !bytes.ContainsFunc(file, func(r rune) bool { return r < ' ' && r != '\n' && r != '\r' && r != '\t' })
}

// attachments are the files that a form sent in a field. Its error is errTooLarge
// for one that is no evidence by its size.
func attachments(r *request, field string) (all []ledger.Attachment, err error) {
	if r.MultipartForm == nil {
		return nil, nil
	}
	for _, head := range r.MultipartForm.File[field] {
		if head.Size == 0 && head.Filename == "" {
			continue
		}
		a, err := attach(head)
		if err != nil {
			return nil, err
		}
		all = append(all, a)
	}
	return all, nil
}

// attach reads one file.
func attach(head *multipart.FileHeader) (ledger.Attachment, error) {
	f, err := head.Open()
	if err != nil {
		return ledger.Attachment{}, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, ledger.MaxEvidence+1)) // one more byte tells that it is too large
	return ledger.Attachment{Name: sentName(head.Filename), Type: evidenceType(data), File: data}, err
}

// sandboxed is the policy of a file that somebody else made: whatever opens it in
// the site's place runs nothing of it.
const sandboxed = policy + "; sandbox"

// evidence hands out a file that bears out a reading of the ledger: {reading} is
// its Seq, {n} which of its files, from 0.
func (o *office) evidence(r *request) (answer, error) {
	seq, err := strconv.ParseInt(r.PathValue("reading"), 10, 64)
	n, err2 := strconv.Atoi(r.PathValue("n"))
	if err != nil || err2 != nil {
		return answer{}, errNotFound
	}
	var e ledger.Evidence
	var data []byte
	err = o.store.View(r.Context(), func(rd ledger.Reader) error {
		reading, err := rd.Reading(r.ledger.ID.Journal(), seq)
		if err != nil {
			return err
		}
		if n < 0 || n >= len(reading.Evidence) {
			return errNotFound
		}
		if err := o.mayEvidence(rd, r, reading); err != nil {
			return err
		}
		e = reading.Evidence[n]
		data, err = rd.Evidence(e.Sum)
		return err
	})
	switch {
	case is[*ledger.NotFound](err):
		return answer{}, errNotFound
	case err != nil:
		return answer{}, err
	case !slices.Contains(ledger.EvidenceTypes(), e.Type): // of a later version
		e.Type = "application/octet-stream"
	}
	return answer{contentType: e.Type, body: data, download: fileName(e.Name), cache: cacheNone, policy: sandboxed}, nil
}

// mayEvidence is nil where the actor may see what bears out a reading.
func (o *office) mayEvidence(rd ledger.Reader, r *request, reading *ledger.Reading) error {
	if reading.Account == "" {
		if r.actor.May(ledger.SeeEvidence, r.ledger, nil) {
			return nil
		}
		return errNotFound
	}
	a, err := rd.Account(r.ledger.ID, reading.Account)
	if err != nil {
		return err
	}
	if !r.actor.May(ledger.SeeEvidence, r.ledger, a) {
		return errNotFound
	}
	return nil
}
