// Package vocab knows words and tokens: what a header says, by headers.txt, and
// what a word may be the code of.
//
//	header.go         what headers say
//	token.go          kinds of tokens, and the codes in a cell
//	status.go         HTTP statuses, and their classes as groups
//	deprecated.go     words that advise against a code, by deprecated.txt
//	nocode.go         what is no single code, by nocode.txt
//	prototype.go      functions with their arguments
//	example_marks.go  what stands before the lines of examples
package vocab
