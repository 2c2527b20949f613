// Package model is what a vendor's documentation page says, once it has been
// read: sources, tables, entries, each entry with the line it stands on.
//
// The files:
//
//	spec.go        Document, Spec, Table, Entry: the shape of everything
//	json.go        the one JSON form of them, "spectab/1"
//	problem.go     an error with its file, line and hint, and lists of them
//	lock.go        names.lock: which code has which Go identifier, for ever
//	assign.go      gives entries their identifiers, by the lock and the namer
//	identifier.go  derives an identifier from a symbol or from a message
//	validate.go    what must hold before a Spec may be emitted
//
// The package knows neither pages nor Go source: scrape makes a Spec, gen
// turns one into files.
package model
