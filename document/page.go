package document

import (
	"bytes"
	"path/filepath"
	"regexp"
	"strings"

	"golang.org/x/text/encoding/htmlindex"
)

// pageBeginnings are the tags that a page may begin with, after blanks,
// comments and an XML declaration.
var pageBeginnings = []string{
	"<!doctype html", "<html", "<head", "<body", "<meta", "<title", "<script", "<style", "<link", "<base",
	"<div", "<p>", "<p ", "<table", "<center", "<font", "<h1", "<h2", "<span", "<section", "<article", "<br",
}

// isHTML reports whether data is a web page. The name decides where the
// content begins with text and holds tags.
func isHTML(name string, data []byte) bool {
	head := data[:min(len(data), sniffBytes)]
	enc, n := byteOrderMark(head)
	if enc == encUTF16LE || enc == encUTF16BE {
		head = []byte(string(decodeAs(enc, head[n:]).runes))
	} else {
		head = head[n:]
	}
	s := strings.ToLower(string(head))
	for {
		s = strings.TrimLeft(s, " \t\r\n\f")
		end := ""
		switch {
		case strings.HasPrefix(s, "<!--"):
			end = "-->"
		case strings.HasPrefix(s, "<?"):
			end = "?>"
		}
		i := strings.Index(s, end)
		if end == "" || i < 0 {
			break
		}
		s = s[i+len(end):]
	}
	for _, tag := range pageBeginnings {
		if strings.HasPrefix(s, tag) {
			return true
		}
	}
	switch strings.ToLower(filepath.Ext(name)) {
	case ".htm", ".html", ".shtml", ".xhtml":
		return strings.Contains(s, "<") && strings.Contains(s, ">")
	}
	return false
}

// charsetName finds the encoding that a page declares.
var charsetName = regexp.MustCompile(`(?i)<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]+)`)

// maxDeclaredBad is the share of broken characters from which a page's
// declared encoding is not believed.
const maxDeclaredBad = 0.01

// decodePage decodes a page by its byte order mark, by the encoding it
// declares, or, where that is wrong or missing, by its bytes.
func decodePage(data []byte) (d decoded, badShare float64) {
	if enc, _ := byteOrderMark(data); enc != "" {
		return decodeText(data)
	}
	m := charsetName.FindSubmatch(data[:min(len(data), sniffBytes)])
	if m == nil {
		return decodeText(data)
	}
	switch name := strings.ToLower(string(m[1])); name {
	case "utf-8", "utf8":
		d = decodeAs(encUTF8, data)
	case "gb2312", "gbk", "gb18030", "gb_2312-80", "x-gbk":
		d = decodeAs(encGB18030, data)
	default:
		var ok bool
		if d, ok = decodeNamed(name, data); !ok {
			return decodeText(data)
		}
	}
	if badShare = d.badShare(); badShare > maxDeclaredBad {
		return decodeText(data)
	}
	return d, badShare
}

// decodeNamed decodes with any other encoding that browsers know, Big5 of
// pages from Hong Kong, Macao and Taiwan first of all.
func decodeNamed(name string, data []byte) (decoded, bool) {
	e, err := htmlindex.Get(name)
	if err != nil || bytes.IndexByte(data, 0) >= 0 {
		return decoded{}, false
	}
	out, err := e.NewDecoder().Bytes(data)
	if err != nil {
		return decoded{}, false
	}
	if canonical, err := htmlindex.Name(e); err == nil {
		name = canonical
	}
	d := decoded{encoding: name}
	d.runes, d.source, _ = decodeUTF8(string(out))
	d.bad = replaced(d.runes)
	return d, true
}
