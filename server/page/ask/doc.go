// Package ask is a page that asks for something: a heading, what it is about,
// one form, and commands beside it that need no more than a button. Signing in,
// the first administrator, a user and one's own account are such pages.
package ask
