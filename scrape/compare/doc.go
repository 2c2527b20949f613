// Package compare says what changed between two pages, or two snapshots of a
// source, by a recipe or without: bytes come in, changes and what was compared
// with what go out.
//
// The files:
//
//	pages.go   Pages: two pages, by a recipe or by what either shows of itself
//	sources.go Sources: two snapshots of a source, each with its recipe
//	guess.go   both pages read by the union of what either was recognised by
//	fit.go     what becomes of a table that its recipe does not fit any more
//	ground.go  lines of a page, and what on it looks like data
//
// It opens no file and knows no command: what is old and what is new, the
// caller says. How bad a change is, package drift says.
package compare
