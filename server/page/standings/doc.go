// Package standings shows on pages where an account stands: its light in a row,
// its spark line, and its progress against target and pace. Its input is a
// standing and the account it is of, its output what templates put in.
package standings
