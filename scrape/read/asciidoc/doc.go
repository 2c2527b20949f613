// Package asciidoc reads AsciiDoc as Asciidoctor and Antora do, as the HTML that
// it stands for.
//
//	asciidoc.go  a page: its lines, attributes, and what it wants to include
//	block.go     what a line begins
//	list.go      lists of items, terms and callouts
//	table.go     tables and the specifications of their cells
//	inline.go    what is marked up within text
//
// Nothing is included or evaluated: both branches of a condition are read, and
// what a page wants to include is named.
package asciidoc
