// Package lexicon holds the dictionaries of the reader: units, indicators,
// bodies, places, verbs and function words.
//
// Its input is a set of tab-separated files: those embedded from data/ and, on
// top of them, the files of the same names in folders the user names. Every
// file begins with comments that say what its columns mean; a bad line is
// refused with file, line and reason, and all mistakes are reported together.
//
// Its output is one Lexicon: the entries, and one automaton over all their
// spellings that finds the longest entry at a place in a text. The automaton
// folds full-width and half-width forms and letter case, so that offsets into
// the text are never moved by normalising it.
package lexicon
