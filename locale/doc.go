// Package locale is the message catalogue: every text that a user reads, in
// 简体中文 and in English, by key.
//
// Its input is the embedded files data/*.tsv, one per owner: a header line
//
//	key	zh	en
//
// and then one message a line, columns parted by single tabs. Lines that are
// empty or begin with # are skipped. In a text, {0} to {9} stand for the
// arguments, {0|month|months} for one of two forms by argument 0 (the first where it
// is 1), and \n for a line break; any other brace or backslash is refused.
// A line is also refused when a text is empty, when the two languages do not
// use the same arguments, or when the key stands elsewhere already, be it in
// another file. All mistakes are listed, each with file and line.
//
// Its output is [Lang.Text]. A key that is missing never stops the program: it
// comes back between ⟦ and ⟧, so that it is seen. Two tests keep that from
// happening: one demands every key that the module's Go source writes as a
// literal, the other refuses ⟦ in rendered pages.
//
// Chinese comes first: where nothing says otherwise the language is [ZhCN].
package locale
