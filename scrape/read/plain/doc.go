// Package plain reads text renditions of pages and plain text.
//
//	text.go         lines to blocks
//	textheading.go  headings; textlist.go lists and pipe tables; textoption.go options of
//	                commands
//	textbox.go      tables that are drawn; textaligned.go and texttab.go columns
//	textlisttable.go  tables that are written as lists; textsource.go source code
//	textexample.go  examples in JSON, XML and HTTP
//	textpage.go     pages of print; textmanual.go those of manuals, hyphens
//	textdash.go     columns below dashes, textwidth.go by what is shown of them; and fields without titles; textstrip.go
//	                columns that nothing but blanks part
package plain
