// Package catalog reads files of keys and texts, as programs keep their
// messages in: .properties, .ini, .env, .strings, and .po of gettext.
//
//	catalog.go   keys, texts, sections and comments to blocks
//	property.go  the lines of .properties, .ini, .env and .strings
//	gettext.go   .po and .pot
//
// A file that includes or extends another is read alone.
package catalog
