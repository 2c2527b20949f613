// Package page is what every reader returns: blocks of text, each line with its
// number, and why a page is not read.
//
//	block.go    Page, Block, Line, and what they say as text
//	mark.go     what stood out in a line: code spans, bold, struck, links, badges
//	note.go     references to notes
//	limit.go    how much of a page is read
//	refusal.go  why a page is not read
//
// Nothing here knows a format, a recipe or a code.
package page
