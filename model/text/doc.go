// Package text is what the letters of a page mean, whatever they are part of.
//
// The files:
//
//	clean.go        white space, and characters that nobody sees
//	fold.go         one spelling for what readers take for the same
//	placeholder.go  holes in messages: $1, %s, {name}
//	number.go       integers in the notations of pages
//
// The package knows neither pages nor Go source.
package text
