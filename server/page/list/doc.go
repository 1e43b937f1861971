// Package list is the page that lists the reports a server holds, with what
// each states in numbers. Its rows link to the reports' own pages.
package list
