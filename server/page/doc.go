// Package page holds what the pages share: their addressed assets, the base
// style, the frame of a page, and the typed structures that the frame's
// template takes. Each page itself lives in a folder of its own below, with its
// template, its style and its few lines of script.
//
// A page is a typed struct that renders itself. It asks nobody: all it shows is
// in it before rendering starts. A page is legible without script, keeps every
// style and script in files (the served form) or under a hash (the
// self-contained form), and carries no inline handler and no style attribute.
package page
