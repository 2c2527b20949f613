// Package recipe reads a page by a recipe: what its columns mean, never how to
// walk the page.
//
//	recipe.go        what a recipe may say; pagefile.go the names of snapshots
//	load.go, yaml.go YAML to a Recipe, with the place of every mistake
//	yamlbound.go     what YAML is refused before it is expanded
//	check*.go        what must hold before a page is read
//	retrieved.go     changes a recipe, as text; follow.go what a page became
//	schema.go        the JSON Schema of recipes
//	pattern.go, number.go, recipestatus.go  parts of a recipe
//
//	reading.go       tables of a recipe, one after another
//	flow.go          blocks as one sequence of lines, and regions of it
//	columns.go       tables with a header; column.go what names a column
//	form.go          rows of any form; rows.go a table of a recipe alone
//	regionblocks.go  the blocks of a region; section.go a table for each heading
//	records.go       records on one line, on several, or joined
//	capture.go       single values in prose; example.go keys of examples
//	language.go, book.go  several pages as one
//	row.go, build.go rows to entries; fields.go what they say; required.go,
//	placeholder.go parts of them
//	mark.go          labels, notes and bars in cells
//	remark.go        what is said of a code beside it; skip.go rows that are none
//	write.go         a recipe as YAML
//	headingname.go   Go types of headings
//	reformed.go      a table in another form or under another heading; near.go
//	                 the heading that reads nearly as the one that is missing
//	guard.go         which guard a problem of a page is of
package recipe
