package page

import (
	_ "embed"
	"encoding/base64"
	"html/template"
	"net/url"
	"strings"

	"pledger/locale"
)

//go:embed frame.html.tmpl
var frameTemplate string

// Frame is what every page has around its content: language, title, styles and
// scripts, and the bar at its head. A page's struct embeds it.
type Frame struct {
	Lang       locale.Lang
	Title      string // of the document, without the site's name
	Standalone bool   // the self-contained form: assets inline, no links to the site
	Styles     []Asset
	Scripts    []Asset
	Home       string // the address of the first page; "" where there is none
	Switch     []Choice
	Places     []Choice // the parts of the site that the user may go to
	Account    bool     // users can sign in
	User       string   // who has; "" for nobody
}

// Choice is one of several that exclude each other: a language, a page.
type Choice struct {
	Label  string
	Tag    string // the language the label is written in
	Href   template.URL
	Chosen bool
}

// NewChoice is the choice of the page at path; it is the chosen one where at is
// the page itself or below it.
func NewChoice(label, path, at string) Choice {
	return Choice{Label: label, Href: template.URL(path), Chosen: at == path || path != "/" && strings.HasPrefix(at, path+"/")}
}

// With is the frame of a page with its title and its own styles.
func (f Frame) With(title string, styles ...Asset) Frame {
	f.Title = title
	f.Styles = append([]Asset{Base}, styles...)
	return f
}

// T returns the catalogue's text of key in the page's language.
func (f *Frame) T(key string, args ...any) string { return f.Lang.Text(key, args...) }

// SwitchLanguage returns the choice of languages for the page at path with the
// parameters of query, which it keeps.
func SwitchLanguage(chosen locale.Lang, path string, query url.Values) []Choice {
	var all []Choice
	for _, l := range locale.All() {
		q := url.Values{}
		for name, values := range query {
			q[name] = values
		}
		q.Set("lang", l.String())
		u := url.URL{Path: path, RawQuery: q.Encode()}
		all = append(all, Choice{
			Label: l.Name(), Tag: l.String(), Chosen: l == chosen,
			Href: template.URL(u.String()), // built by net/url from a path of our own
		})
	}
	return all
}

// Policy is the Content Security Policy that a self-contained page carries: its
// own styles and scripts by their hashes, and nothing else.
func (f *Frame) Policy() string {
	sources := func(assets []Asset) string {
		if len(assets) == 0 {
			return "'none'"
		}
		var all []string
		for _, a := range assets {
			all = append(all, a.Source())
		}
		return strings.Join(all, " ")
	}
	return "default-src 'none'; style-src " + sources(f.Styles) + "; script-src " +
		sources(f.Scripts) + "; img-src data:; base-uri 'none'; form-action 'none'"
}

// Icon is the address of the site's icon; in a self-contained page, the icon.
func (f *Frame) Icon() template.URL {
	if f.Standalone {
		return template.URL("data:image/svg+xml;base64," + base64.StdEncoding.EncodeToString([]byte(Icon.Body())))
	}
	return template.URL(Icon.Path())
}

// InlineStyle is the style's body, for a style element. It must be exactly what
// the policy's hash was taken of.
func (a Asset) InlineStyle() template.CSS { return template.CSS(a.body) }

// InlineScript is the script's body, for a script element.
func (a Asset) InlineScript() template.JS { return template.JS(a.body) }

// Parse returns the template of a page: the frame's parts, "head" and "bar", what
// pages share ("field", "folder", "wrongs"), and the page's own text. It panics
// where text is malformed: the text is embedded.
func Parse(name, text string) *template.Template {
	t := template.Must(template.New(name).Parse(frameTemplate + folderTemplate + wrongsTemplate))
	return template.Must(t.New(name).Parse(text))
}
