package page

import "net/url"

// Form is what was typed into a form, and what is wrong with it. A page keeps
// it so that a refused form comes back as it was sent. The zero Form is one
// that nobody has filled in.
type Form struct {
	Values url.Values
	// Wrong says of a field what is wrong with it, in the reader's language;
	// under "" stands what is wrong with the whole.
	Wrong map[string]string
}

// Value is what was typed into a field; "" where nothing was.
func (f *Form) Value(name string) string {
	if f == nil {
		return ""
	}
	return f.Values.Get(name)
}

// Refuse notes what is wrong with a field, "" for the whole form. The first
// that is said of a field stays.
func (f *Form) Refuse(field, sentence string) {
	if f.Wrong == nil {
		f.Wrong = map[string]string{}
	}
	if f.Wrong[field] == "" {
		f.Wrong[field] = sentence
	}
}

// Refused reports whether anything is wrong.
func (f *Form) Refused() bool { return f != nil && len(f.Wrong) > 0 }

// Message is what is wrong with a field; "" for nothing. Of the whole form it
// is Message "".
func (f *Form) Message(field string) string {
	if f == nil {
		return ""
	}
	return f.Wrong[field]
}

// Field is one field of a form as the template "field" shows it.
type Field struct {
	Name     string // of the value, and the element's id
	Label    string
	Type     string // text, password, file …; select where Options are given
	Value    string
	Hint     string // below the field; "" for none
	Wrong    string // in place of nothing; "" where the field is right
	Complete string // the browser's autocomplete token: username, new-password …; "" turns it off
	Required bool
	Focus    bool // the cursor stands here when the page opens
	Options  []Option
	List     string // the id of a list of words to choose from; "" for none
	Rows     int    // lines of a field for several; 0 for a field of one
	Lang     string // of what is typed, where it is not the page's
}

// Option is one of those that a field lets choose from.
type Option struct{ Value, Label string }

// Field is the field of the name with what was typed into it, and else with
// value. A password is never sent back.
func (f *Form) Field(name, kind, label, value string) Field {
	if f != nil && f.Values.Has(name) {
		value = f.Values.Get(name)
	}
	if kind == "password" {
		value = ""
	}
	return Field{Name: name, Type: kind, Label: label, Value: value, Wrong: f.Message(name)}
}
