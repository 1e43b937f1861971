// Package pagetest holds the checks that every page must pass, in whatever
// state it is. Its input is a page's HTML, its output are a test's failures.
package pagetest

import (
	"bytes"
	"io"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Attack is text that tries to break out of every place it is put in.
const Attack = `"'><script>alert(1)</script><img src=x onerror=alert(2)>&lt;{{.}}</style></title>javascript:alert(3)` + "\u202e\x00\x01"

// Parse is the page that write writes, as a browser reads it, and its source.
func Parse(t *testing.T, write func(io.Writer) error) (*html.Node, string) {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b); err != nil {
		t.Fatal(err)
	}
	root, err := html.Parse(bytes.NewReader(b.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	return root, b.String()
}

// Check demands that ids are unique, links within the page lead somewhere and
// do not nest, no text is missing in the catalogue, and nothing runs but files
// of the site, or inline scripts where the page is self-contained.
func Check(t *testing.T, root *html.Node, standalone bool) {
	t.Helper()
	ids := map[string]bool{}
	for n := range root.Descendants() {
		if strings.Contains(n.Data, "⟦") {
			t.Errorf("a text is missing in the catalogue: %.60s", n.Data)
		}
		for _, a := range n.Attr {
			if a.Key == "id" {
				if ids[a.Val] || a.Val == "" || strings.ContainsAny(a.Val, " \t") {
					t.Errorf("id %q is empty, malformed or stands twice", a.Val)
				}
				ids[a.Val] = true
			}
		}
	}
	for n := range root.Descendants() {
		checkElement(t, n, standalone)
		for _, a := range n.Attr {
			checkAttribute(t, n, a, ids)
		}
	}
}

// inert are the elements that no page has.
var inert = []string{"img", "iframe", "object", "embed", "base"}

// checkElement demands that n may stand where it does.
func checkElement(t *testing.T, n *html.Node, standalone bool) {
	t.Helper()
	switch {
	case n.Type == html.ElementNode && slices.Contains(inert, n.Data):
		t.Errorf("an element %s stands in the page", n.Data)
	case n.DataAtom == atom.Style && !standalone:
		t.Error("a style stands inline in the served page")
	case n.DataAtom == atom.Script && !standalone && (Attr(n, "src") == "" || n.FirstChild != nil):
		t.Error("a script stands inline in the served page")
	case n.DataAtom == atom.A:
		for up := range n.Ancestors() {
			if up.DataAtom == atom.A {
				t.Errorf("a link stands in a link: %s", Attr(n, "href"))
			}
		}
	}
}

// checkAttribute demands that an attribute runs nothing and leads somewhere.
func checkAttribute(t *testing.T, n *html.Node, a html.Attribute, ids map[string]bool) {
	t.Helper()
	switch {
	case strings.HasPrefix(a.Key, "on"), a.Key == "style":
		t.Errorf("%s carries %s=%q", n.Data, a.Key, a.Val)
	case a.Key == "href" && strings.HasPrefix(a.Val, "#") && !ids[a.Val[1:]]:
		t.Errorf("the link %s leads nowhere", a.Val)
	case a.Key == "href" && strings.HasPrefix(strings.ToLower(a.Val), "javascript:"):
		t.Errorf("the link %s runs a script", a.Val)
	case (a.Key == "for" || a.Key == "aria-labelledby") && !ids[a.Val]:
		t.Errorf("%s=%q names nothing", a.Key, a.Val)
	}
}

// Find returns the elements of a name under root, in order.
func Find(root *html.Node, name string) (all []*html.Node) {
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && n.Data == name {
			all = append(all, n)
		}
	}
	return all
}

// Attr is an attribute of n, "" where it has none.
func Attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}
