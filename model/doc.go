// Package model is what a vendor's documentation page says, once it has been
// read: sources, tables, entries, each entry with the line it stands on.
//
// The files:
//
//	spec.go        Document, Spec, Table, Entry: the shape of everything
//	json.go        writes the one JSON form of them, "spectab/1"
//	problem.go     an error with its file, line and hint, and lists of them
//	language.go    the languages that texts are in
//	validate.go    what must hold before a Spec is emitted
//	truth.go       yes and no, as pages write it
//	codeform.go    the form that codes have in common, and cells parted by it
//	packagename.go which names folders of packages can have everywhere
//	literal.go     which codes and constants are values of their type
//
//	envelope.go    where replies have their codes, and which paths can be read
//
//	lock.go        names.lock: which code has which Go identifier, for ever
//	lockrow.go     one line of it
//	lockmerge.go   earlier formats, and what a merge leaves behind
//	rank.go        the places of rows, between those of their neighbours
//	assign.go      gives entries their identifiers, and the lost their tombstones
//	second.go      two symbols for one number
//	respell.go     numbers that the page writes in another way
//	reuse.go       codes that mean another thing now
//	purge.go       shows a lock, and gives tombstones up
//	override.go    the identifiers that a recipe fixes, and declared renames
//	meaning.go     what an entry could be called, by package naming
//	settle.go      has naming choose where several want one identifier
//	valueset.go    types and identifiers of the values that parameters take
//	group.go       type and identifiers of the sections of a table
//	method.go      columns that become methods, and those that the page lost
//	reserved.go    the identifiers that an emitted package needs itself
//
// The package knows neither pages nor Go source: scrape makes a Spec, gen
// turns one into files.
package model
