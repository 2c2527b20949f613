// Package report shows what pages say to people and to other programs.
//
// The files:
//
//	column.go    what an entry can say, and the order and titles it has in every format
//	csv.go       CSV: a row an entry, for spreadsheets and programs
//	markdown.go  Markdown: a table a table, for wikis and repositories
//	html.go      HTML: one document; html*.go have its tables, anchors and
//	             languages, html.html its templates, html.css its looks
//	catalogue.go Catalogue: a folder of pages; catalogue.js is its search
//	marked.go    Marked: the text of a page with what was read beside it; marked.html
//	find.go      Find: the entries that a word stands for
//	wire.go      other forms in which a code comes: numbers in another notation, codes with numbers in them
//	explain.go   Explain: all about a few entries, for a terminal
//	list.go      List: the sources and their age, for a terminal
//	drift.go     what changed in some sources, by source and table; JSON
//	drift*.go    text, Markdown, annotations of GitHub, SARIF, JUnit, HTML, changelog
//	history.go   what changed in one source, commit by commit
//	terminal.go  vendor text on a terminal: made visible, measured, wrapped
//
// Vendor text is hostile until proven otherwise: it may try to write to the
// terminal, or to leave its cell.
package report
