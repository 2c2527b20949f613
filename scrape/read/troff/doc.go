// Package troff reads manual pages as their authors write them: the macros of
// man and of mdoc, and the tables of tbl.
//
//	troff.go    a page to blocks; input.go its lines: conditions, definitions
//	escape.go   what stands behind backslashes; character.go characters by name
//	request.go  what each macro does, as data; man.go those of man
//	mdoc.go     those of mdoc; mdocline.go words within a line
//	tbl.go      tables
//	layout.go   paragraphs, lists and what is nested
//
// Nothing is included or run; what the page defines is bounded by its size.
package troff
