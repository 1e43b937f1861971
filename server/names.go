package server

import (
	"slices"
	"strings"

	"pledger/ledger"
	"pledger/lexicon"
)

// placeName is the name of the place with a code; "" for none, the code where
// no place has it.
func (o *office) placeName(code string) string {
	if o.lexicon == nil {
		return code
	}
	if p := o.lexicon.PlaceCoded(code); p != nil {
		return p.Name
	}
	return code
}

// placeTyped is what to type for the place with a code: its name where that
// leads back to it, else the code.
func (o *office) placeTyped(code string) string {
	if name := o.placeName(code); o.placeCode(name) == code {
		return name
	}
	return code
}

// placeCode is the code of the place that was typed, by name or code; what was
// typed where that is no place's, or several places'.
func (o *office) placeCode(typed string) string {
	typed = strings.TrimSpace(typed)
	if o.lexicon == nil {
		return typed
	}
	runes := []rune(typed)
	t, ok := o.lexicon.At(runes, 0, lexicon.ClassPlace)
	if !ok || int(t.End) != len(runes) {
		return typed
	}
	if all := o.lexicon.PlacesOf(t); len(all) == 1 && all[0].Code != "" {
		return all[0].Code
	}
	return typed
}

// bodies is the list of a government.
func (o *office) bodies(r *request, place string) (all []*ledger.Body, err error) {
	err = o.store.View(r.Context(), func(rd ledger.Reader) (err error) {
		all, err = rd.Bodies(place)
		return err
	})
	return all, err
}

// bodyName is the name of a liaison's body; "" where the user has none.
func (o *office) bodyName(r *request, u *ledger.User) (string, error) {
	if u.Body == "" {
		return "", nil
	}
	all, err := o.bodies(r, u.Place)
	for _, b := range all {
		if b.Code == u.Body {
			return b.Name, err
		}
	}
	return u.Body, err
}

// bodyCode is the code of the body that was typed, by code, name or alias; what
// was typed where none on the place's list is called so.
func (o *office) bodyCode(r *request, place, typed string) (string, error) {
	typed = strings.TrimSpace(typed)
	all, err := o.bodies(r, place)
	for _, b := range all {
		if !b.Retired && (b.Code == typed || b.Name == typed || slices.Contains(b.Aliases, typed)) {
			return b.Code, err
		}
	}
	return typed, err
}
