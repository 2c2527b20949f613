// Package scrape reads vendors' documentation pages: bytes to blocks, blocks
// to rows, rows to a model.Spec, by a recipe or, without one, by guessing.
//
// Sources and recipes:
//
//	source.go       a folder of specs/: recipe, snapshot and lock
//	snapshot.go     the files of a snapshot: languages and parts
//	recipe.go       what a recipe may say
//	load.go         YAML to a Recipe, with the place of every mistake
//	yaml.go         YAML to anything, for load.go and the files beside recipes
//	check.go        what must hold before a page is read
//	checkfetching.go what it says of fetching
//	retrieved.go    changes a recipe, as text
//	guard.go        which guard a problem of a page is of
//	status.go       HTTP statuses, and their classes as groups
//	number.go       codes that are integers, and fields of their bits
//	pattern.go      regular expressions of a recipe
//	schema.go       the JSON Schema of recipes
//
// Readers, which make one form of blocks of every format:
//
//	page.go         formats by extension, pages that no recipe vouches for
//	limit.go        how much of a page is read
//	refusal.go      why a page is not read; suspect.go which was delivered
//	                instead of the one asked for, by suspects.txt
//	decode*.go      character sets: declared, detected, refused
//	block.go        Page, Block, Line
//	htmlpage.go     markup as a page: title, truncation, JSON
//	html.go         markup; htmlpre.go its preformatted text; grid.go its tables
//	locate*.go      on which line the text of markup stands
//	text*.go        renditions and plain text: headings, lists, tables that are
//	                drawn, aligned or listed, examples, pages of print
//	markdown*.go    Markdown, by goldmark
//	wikitext*.go    MediaWiki's markup
//	delimited.go    CSV and TSV
//	jsonpage*.go    JSON: arrays and objects of records
//	xmlpage*.go     XML: lists of records; docbook.go pages in DocBook
//
// Reading by a recipe:
//
//	read.go         tables of a recipe, one after another
//	flow.go         blocks as one sequence of lines, and regions of it
//	columns.go      tables with a header
//	form.go         rows of any form, by the number of their columns
//	cut.go          the blocks of a region
//	section.go      a table for each heading
//	records.go      records on one line, on several, or joined
//	capture.go      single values in prose
//	example.go      keys of examples in JSON and XML
//	language.go     the texts of pages in other languages
//	part.go         several pages as one
//	row.go          what was found of one record
//	build.go        rows to entries
//	required.go     what says that something has to be there
//	hole.go         what a server fills in in texts and codes
//
// Reading without one:
//
//	candidate.go    everything that has the form of a table: tables; and in
//	                candidatelist.go lists and definition lists, candidatesection.go
//	                headings, candidateline.go lines of prose, candidatecode.go
//	                preformatted text, candidatedefine.go definitions in C and its
//	                like, candidatediv.go grids of div
//	label.go        cells that say what they are: Cause: …
//	unfold.go       records side by side in one row; fold.go one on two rows
//	token.go        what a word may be the code of
//	header.go       what headers say, by headers.txt
//	stat.go         what the cells of a column look like
//	guess.go        which column is what; guessrow.go what the rows are then
//	guesstitle.go   titles beside texts
//	confidence.go   how sure that is
//	shadow.go       one reading of the same lines
//	category.go     the tables of categories as one, with groups
//	guessname.go    Go types of headings
//	draft*.go       the recipe that reads what was guessed
//	doubt.go        rows without a code, codes with several texts
package scrape
