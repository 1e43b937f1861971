// Package ooxml opens the container of today's Office files（docx、xlsx）under
// limits: the number of parts, their size unpacked, and how far they unpack.
// Decoders read the parts.
package ooxml
