// Package source reads the constants that source code defines: names, values
// and what the comments say of them, in C and the languages that took after
// it, Go, Python and the languages of interfaces.
//
//	source.go   a file, or lines of a page, to blocks
//	token.go    lines to tokens; comment.go what comments say
//	scan.go     where definitions are: defines, constants, enumerations
//	bracket.go  where brackets close, and which hold statements
//	enum.go     members of enumerations; attribute.go their marks
//	object.go   literals of objects and maps, by keys
//	constant.go declarations with a value; define.go those of the preprocessor
//	describe.go which comments are of which definition
//	goconst.go  blocks of constants with iota
//	list.go     lists of records; literal.go of those whose fields have names;
//	            values.go of texts, and of codes and their texts
//	macro.go    macros that are called with a name, a value and a text
//	made.go     constants that calls and literals make of numbers and texts
//	value.go    what a constant expression comes to
//	group.go    definitions to tables; split.go which are lists of their own
//
// Nothing is executed or included, and what no table can say is told.
package source
