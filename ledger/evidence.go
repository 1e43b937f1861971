package ledger

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"unicode/utf8"
)

// Evidence（佐证材料）names a file that a reading is borne out by. The file
// itself is kept once, by its sum, whoever gives it again.
type Evidence struct {
	Name string `json:"name"` // as it was given, without its folder
	Sum  string `json:"sum"`  // SHA-256 in lower-case hex
	Type string `json:"type"` // media type, by its content
	Size int64  `json:"size"` // bytes
}

// Limits of evidence: scans of a few pages; whoever has more gives a summary.
const (
	MaxEvidence     = 10 << 20 // bytes of a file
	MaxEvidences    = 5        // files of a reading
	maxEvidenceName = 200      // runes
)

// EvidenceTypes are the media types that evidence may have: what an office
// prints, scans and tabulates, and a browser runs nothing of.
func EvidenceTypes() []string {
	return []string{
		"application/pdf", "image/jpeg", "image/png", "text/plain; charset=utf-8",
		"application/vnd.openxmlformats-officedocument.wordprocessingml.document",
		"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	}
}

// Attachment is a file as somebody gives it with a reading. Its Type is what the
// caller found in its content, "" for none that is taken.
type Attachment struct {
	Name string
	Type string
	File []byte
}

// EvidenceSum is the name by which a file is kept: its SHA-256 in hex.
func EvidenceSum(file []byte) string {
	sum := sha256.Sum256(file)
	return hex.EncodeToString(sum[:])
}

// evidence names the file; the problem says why it is not taken.
func (a *Attachment) evidence() (Evidence, *Problem) {
	name := a.Name[strings.LastIndexAny(a.Name, `/\`)+1:]
	refuse := func(code string, args ...string) (Evidence, *Problem) {
		return Evidence{}, &Problem{Field: "evidence", Code: code, Args: args}
	}
	switch {
	case name == "" || !plain(name) || utf8.RuneCountInString(name) > maxEvidenceName:
		return refuse(BadEvidenceName)
	case len(a.File) == 0:
		return refuse(BadEvidenceEmpty, name)
	case len(a.File) > MaxEvidence:
		return refuse(BadEvidenceSize, name, accountNumber(MaxEvidence>>20))
	case !slices.Contains(EvidenceTypes(), a.Type):
		return refuse(BadEvidenceType, name)
	}
	return Evidence{name, EvidenceSum(a.File), a.Type, int64(len(a.File))}, nil
}

// evidence takes the files of a row in: their names into the reading, their bytes
// to be kept with it.
func (t *intake) evidence(g *GivenReading, r *Reading) []Problem {
	var problems []Problem
	if len(g.Evidence) > MaxEvidences {
		return []Problem{{Field: "evidence", Code: BadManyEvidences, Args: []string{accountNumber(MaxEvidences)}}}
	}
	for i := range g.Evidence {
		e, p := g.Evidence[i].evidence()
		switch {
		case p != nil:
			problems = append(problems, *p)
		case !slices.Contains(r.Evidence, e):
			r.Evidence = append(r.Evidence, e)
			t.files[e.Sum] = g.Evidence[i].File
		}
	}
	return problems
}

// bears reports whether the reading has all the evidence of another.
func (r *Reading) bears(other *Reading) bool {
	for _, e := range other.Evidence {
		if !slices.ContainsFunc(r.Evidence, func(has Evidence) bool { return has.Sum == e.Sum }) {
			return false
		}
	}
	return true
}
