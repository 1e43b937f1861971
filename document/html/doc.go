// Package html finds the article on a saved web page and returns its blocks:
// the report, not the site around it.
//
// Input is the page's text, already decoded. Decode parses it (parse.go), lays
// the tree out as a flat list (page.go), says of every element how much running
// text and how much link text it holds (score.go), goes down to the element
// that holds the article (article.go) and writes its paragraphs, headings and
// table cells (emit.go, table.go). All walks are loops: no page can exhaust the
// stack, and time grows with the page's length.
package html
