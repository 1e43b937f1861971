// Package users is the list of those who may sign in, for whoever keeps them.
package users
