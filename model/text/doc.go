// Package text is what the letters of a page mean, whatever they are part of.
//
// The files:
//
//	clean.go        white space, and characters that nobody sees
//	ascii.go        Latin letters and marks in ASCII
//	placeholder.go  holes in messages: $1, %s, {name}
//	number.go       integers in the notations of pages
//	likeness.go     how many of their words two texts share
//
// The package knows neither pages nor Go source.
package text
