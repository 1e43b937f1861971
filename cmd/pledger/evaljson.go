package main

import (
	"encoding/json"
	"fmt"
	"io"

	"pledger/internal/evaluate"
)

// evalJSON is the shape of pledger eval --format json.
type evalJSON struct {
	Figures *figuresJSON `json:"figures,omitempty"`
	Pledges *pledgesJSON `json:"pledges,omitempty"`
}

type figuresJSON struct {
	Found  foundJSON      `json:"found"`
	Fields []fieldJSON    `json:"fields"`
	Errors []mismatchJSON `json:"errors,omitempty"`
}

type pledgesJSON struct {
	Overlap map[string]foundJSON `json:"overlap"` // by least overlap in percent
	Fields  []fieldJSON          `json:"fields"`
	Errors  []mismatchJSON       `json:"errors,omitempty"`
}

type foundJSON struct {
	Gold      int     `json:"gold"`
	Read      int     `json:"read"`
	Matched   int     `json:"matched"`
	Precision float64 `json:"precision"`
	Recall    float64 `json:"recall"`
	F1        float64 `json:"f1"`
}

type fieldJSON struct {
	Field     string  `json:"field"`
	Right     int     `json:"right"`
	Matched   int     `json:"matched"`
	Gold      int     `json:"gold"`
	OfMatched float64 `json:"of_matched"`
	OfGold    float64 `json:"of_gold"`
}

type mismatchJSON struct {
	At      int      `json:"at"`
	ID      string   `json:"id"`
	Field   string   `json:"field"`
	Want    string   `json:"want"`
	Got     string   `json:"got"`
	Context string   `json:"context"`
	Trace   []string `json:"trace"`
}

// writeJSON prints the evaluation for a program.
func (e evaluation) writeJSON(w io.Writer, listErrors bool) error {
	var out evalJSON
	if f := e.figures; f != nil {
		out.Figures = &figuresJSON{newFoundJSON(f.Found), newFieldsJSON(f.Fields), newMismatchesJSON(f.Mismatches, listErrors)}
	}
	if p := e.pledges; p != nil {
		overlap := map[string]foundJSON{}
		for _, at := range p.At {
			overlap[fmt.Sprint(at.Percent)] = newFoundJSON(at.Found)
		}
		out.Pledges = &pledgesJSON{overlap, newFieldsJSON(p.Fields), newMismatchesJSON(p.Mismatches, listErrors)}
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(out)
}

func newFoundJSON(f evaluate.Found) foundJSON {
	return foundJSON{f.Gold, f.Predicted, f.Matched, f.Precision(), f.Recall(), f.F1()}
}

func newFieldsJSON(fields []evaluate.Accuracy) []fieldJSON {
	out := []fieldJSON{}
	for _, f := range fields {
		out = append(out, fieldJSON{f.Field, f.Right, f.Matched, f.Gold, f.Rate(), f.OfGold()})
	}
	return out
}

func newMismatchesJSON(ms []evaluate.Mismatch, wanted bool) []mismatchJSON {
	if !wanted {
		return nil
	}
	out := []mismatchJSON{}
	for _, m := range ms {
		out = append(out, mismatchJSON{m.At, m.ID, m.Field, m.Want, m.Got, m.Context, m.Trace})
	}
	return out
}
