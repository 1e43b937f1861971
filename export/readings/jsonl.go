package readings

import (
	"bufio"
	"bytes"
	"encoding/json"

	"pledger/ledger"
)

// maxLine is how long a line of JSON may be, in bytes.
const maxLine = 1 << 20

// jsonRows walks lines of JSON.
func (f *File) jsonRows(yield func(ledger.GivenReading) bool) {
	r, closed, err := f.text()
	if err != nil {
		yield(broken(err))
		return
	}
	defer closed()
	in := bufio.NewScanner(r)
	in.Buffer(nil, maxLine)
	for f.at.Line = 1; in.Scan(); f.at.Line++ {
		if len(bytes.TrimSpace(in.Bytes())) == 0 {
			continue
		}
		if !yield(f.line(in.Bytes())) {
			return
		}
	}
	if err := in.Err(); err != nil {
		yield(broken(err))
	}
}

// line reads one line.
func (f *File) line(data []byte) ledger.GivenReading {
	var l struct {
		Number    text `json:"number"`
		Account   text `json:"account"`
		Indicator text `json:"indicator"`
		Kind      text `json:"kind"`
		Place     text `json:"place"`
		Period    text `json:"period"`
		Value     text `json:"value"`
		Unit      text `json:"unit"`
		Source    text `json:"source"`
		Note      text `json:"note"`
		Reason    text `json:"reason"`
		Known     text `json:"known"`
		Final     text `json:"final"`
	}
	if err := json.Unmarshal(data, &l); err != nil {
		return ledger.GivenReading{Bad: []ledger.Problem{{Code: BadLine, Args: []string{err.Error()}}}}
	}
	raw := row{
		number: string(l.Number + l.Account), indicator: string(l.Indicator), place: string(l.Place), final: string(l.Final),
		GivenReading: ledger.GivenReading{
			Kind: string(l.Kind), Period: string(l.Period), Value: string(l.Value), Unit: string(l.Unit),
			Source: string(l.Source), Note: string(l.Note), Reason: string(l.Reason), Known: string(l.Known),
		},
	}
	return f.names.given(&raw)
}

// text is a string, a number as it is written, or true.
type text string

// UnmarshalJSON takes any value that is no list and no object.
func (t *text) UnmarshalJSON(data []byte) error {
	if data[0] == '"' {
		return json.Unmarshal(data, (*string)(t))
	}
	if string(data) != "null" {
		*t = text(data)
	}
	return nil
}
