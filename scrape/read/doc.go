// Package read makes blocks of the bytes of a page in any format that a reader
// takes: charset, then the reader of the extension, each a package below.
//
//	page.go  formats by extension; Page for a page that a recipe vouches for,
//	         Unseen for one that nobody does
//
// Nothing here looks for tables.
package read
