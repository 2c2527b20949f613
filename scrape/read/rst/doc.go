// Package rst reads reStructuredText as docutils and Sphinx do, as the HTML that
// it stands for.
//
//	rst.go        a page: its lines, targets and substitutions
//	block.go      what a line begins
//	list.go       lists of items, terms, fields and options
//	directive.go  explicit markup: directives, targets, notes, comments
//	listtable.go  tables that directives make of lists or of CSV
//	grid.go       tables that are drawn
//	simple.go     tables under rules
//	inline.go     what is marked up within text
//
// Nothing is included or executed; what a page wants to include is named.
package rst
