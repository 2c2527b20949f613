// Package record finds what has the form of a table on a page: blocks in,
// candidates with rows of cells out. What their columns mean is not its
// business.
//
// Tables are read as they stand. Every other form is found by one search: the
// page is taken as pieces, a line each; lines that begin alike are records of
// one region; of the regions that overlap, those are kept that explain most.
// The template of a region, a regular expression, finds its records again.
//
//	candidate.go     what is found, and tables
//	sidebyside*.go   records side by side in one row, or on one line; tworows.go one
//	                 on two rows
//	titlerow.go      rows that title those below
//	stacked.go       names with more below them in their cells; composed.go codes that begin the texts of cells
//	upright.go       records written downwards, a field a row
//	beside.go        labels and remarks beside codes
//	candidatediv.go  grids of div
//	code.go          tables in preformatted lines
//	program.go       preformatted lines that show a program
//	piece.go         blocks to pieces; declared.go headings with what the line below declares
//	scan.go          a line to atoms and what parts them
//	form.go          what an atom looks like
//	prefix.go        the ways in which a line begins; option.go options of a command
//	template.go      those as regular expressions
//	sibling.go       lines of one kind, and the ways in which several begin
//	run.go           lines that begin alike near one another
//	weight.go        how good a run is; field.go how much its fields look like codes, and what only
//	                 looks so; plainword.go words that only how they are set makes codes
//	stray.go         words among codes, what stands below terms
//	choose.go        the runs that do not overlap and weigh most
//	find.go          the search, and records found again by a template
//	lead.go          notes, second codes and ranges that a record begins with
//	region.go        records to rows; row.go one of them; above.go their lines above the first
//	example.go       what stands below a first line, without examples; body.go its columns
//	heading.go       what regions stand under, and their parts
//	atonce.go        what can be done at once
//	sample.go        records that are parts of samples
//	source.go        marks of source code around texts
package record
