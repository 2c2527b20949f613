// Package matrix renders small tables into pages of every form and format that
// a reader knows, each also in the ways in which pages adorn them: what a page
// says is known, and so what must be read of it.
//
//	tables.txt   the tables and the words around them; table.go reads them
//	matrix.go    Pages: every table in every form in every variant
//	variant.go   what is done to a form: badges, notes, merged cells
//	dialect.go   how each format writes text, headings and marks
//	form.go      what a form is; the forms of records one after another:
//	             formmarkup.go, formdata.go, formsource.go
//	grid.go      rows and columns; formtable.go, formaligned.go the forms of them
//
// Only its own tests use it; testdata/open.txt lists what is not read right yet.
package matrix
