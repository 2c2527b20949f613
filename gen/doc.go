// Package gen turns a model.Spec into Go source, and compares and writes the
// files that come of it. It reads no page and no recipe, and what it emits
// depends on the Spec alone: no clock, no environment, no tool version.
//
// From a Spec to bytes:
//
//	package.go     Package: a Spec becomes files
//	plan.go        what is to be declared, gathered beforehand
//	type.go        one type of it: its constants and its rows
//	check.go       what is refused because no package could hold it
//	column.go      which columns a table has, and the methods they become
//	header.go      the lines above the package clause, and the package comment
//	constants.go   blocks of typed constants
//	methods.go     the type, String, Known, Error and a method for each column
//	group.go       the sections of a page, and what stands in them
//	language.go    texts in several languages
//	lost.go        methods whose column the page lost
//	marshal.go     the interfaces through which numbers are read and printed
//	errors.go      Error, Err, and the values that mean success
//	flags.go       Has and String of bits that are joined
//	lookup.go      LookupCode and Codes
//	index.go       how a value finds its row
//	rows.go        the data: values and columns, a row a line
//	limits.go      functions for single values out of prose
//	example.go     example_test.go
//	envelope.go    Error, ParseError, ParseResult
//	replynode.go   the struct that a reply is read into
//	words.go       codes and identifiers inside of comments and other names
//	comment.go     vendor text as a Go comment that stays one
//	integer.go     numbers: their spelling, fields of their bits
//	literal.go     vendor text and numbers as Go literals
//	carry.go       codes that carry a number
//	perfect.go     perfect hash tables
//	support.go     hands out the source of the emitted_*.go files
//
// Source that is compiled here, so that tests reach it, and copied into the
// packages that need it:
//
//	emitted_mix.go         the multiplication that both hashes end with
//	emitted_hashtext.go    the hash of a text
//	emitted_half.go        the four bytes at a time that it reads
//	emitted_hashnumber.go  the hash of a number
//	emitted_packed.go      numbers out of a string
//	emitted_hextext.go     a number in hexadecimal
//	emitted_number.go      numbers out of text, without allocation
//	emitted_carried.go     a number in the midst of a code
//	emitted_language.go    the nearest of several languages
//	emitted_json.go        a reply in JSON
//	emitted_xml.go         a reply in XML
//
// From bytes to a folder:
//
//	folder.go      PackageIn: where a package goes, and how it is imported there
//	recall.go      what the package that is there says of codes that are gone
//	compare.go     what is missing, changed or orphaned in a folder
//	compareown.go  the same for a folder that may hold files of others
//	write.go       makes it so, all or nothing
//	journal.go     what a run wants, while it writes
//	recover.go     what a run that was killed left, finished or taken back
package gen
