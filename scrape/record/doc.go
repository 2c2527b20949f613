// Package record finds what has the form of a table on a page: blocks in,
// candidates with rows of cells out. What their columns mean is not its
// business.
//
//	candidate.go         the search, and tables
//	candidatelist.go     lists and definition lists
//	candidatesection.go  headings with text below
//	candidateline.go     lines of prose
//	candidatecode.go     preformatted text; candidatedefine.go definitions in C
//	candidatediv.go      grids of div
//	label.go             cells that say what they are: Cause: …
//	unfold.go            records side by side in one row; fold.go one on two rows
package record
