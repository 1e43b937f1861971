// Package bodylist is the way of an office's own list of bodies（责任单位名单）
// from a file onto its government's list: a page that takes the file, and one
// that shows who would be added, changed and retired.
package bodylist
