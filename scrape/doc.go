// Package scrape is the front door of the rooms below it: from the folder of a
// source to a model.Spec.
//
//	front.go     from bytes to a Spec, without a recipe or with one, and to a draft
//	source.go    a folder of specs/: recipe, snapshot and lock
//	snapshot.go  the files of a snapshot: languages and parts
//	lost.go      tables that a page has no more
//
// The rooms, along the way of the data: charset and read make a page.Page of
// bytes, suspect tells what was delivered instead, record finds what has the
// form of a table, recipe reads it by a recipe, guess without one, by the words
// of vocab. Only fetch speaks to the network.
package scrape
