// Package naming makes Go identifiers of vendors' symbols and sentences, as a
// Go developer would type them.
//
// A symbol is parted into words at every sign and wherever its case says that
// a word begins; letters that are written as one are parted by the lists of
// words, where these cover them whole. Each word is in title case, but for
// what initialisms.txt has, and for up to five letters without a vowel, which
// are an abbreviation. The one exception is a symbol that is a single word in
// capitals and that no list knows: it stays whole where it has no more than
// four letters, or begins with E, SIG or WSA, as the names of C do (EINVAL). A
// prefix that the symbols of a table share goes, and the word for errors
// behind it. British spelling is made American, as in Go's own library.
//
// A sentence gives all of its words up to the first stop, but for "a" and "an",
// a "the" or "this" in front, and what stands in brackets. Where that is longer
// than 40 bytes, "the" and "this" go wherever they stand; where it is longer
// than 42 then, the words that say least go, and then its end, but never a
// negation. Sentences in other languages are shortened as English ones are, by
// particles.txt.
//
// The files:
//
//	namer.go       what a table may ask for: initialisms, verbatim symbols
//	symbol.go      identifiers from symbols
//	prefix.go      what the symbols of a table share
//	spell.go       one word, by initialisms.txt, errno.txt and american.txt
//	word.go        forms of English words
//	singular.go    singulars of plurals
//	segment.go     parts symbols that are written in one word, by words.txt
//	               and english.txt
//	sentence.go    identifiers from messages
//	clause.go      what a clause can lose
//	prose.go       parts a message into clauses and words
//	particle.go    small words of other languages, by particles.txt
//	code.go        tells symbols from numbers; identifiers from codes alone
//	apart.go       words for what only case, signs and punctuation tell apart
//	identifier.go  what is an identifier, and how words become one
//	settle.go      chooses where several want one identifier
//
// The package knows neither pages nor tables nor the lock.
package naming
