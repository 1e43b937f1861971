// Package bulletin is the page of the monthly bulletin（通报）: the draft as it
// prints, with a form for its month, day, number and office above it and the
// Word file beside it. Its words are those of export/bulletin.
package bulletin
