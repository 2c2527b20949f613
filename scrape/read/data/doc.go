// Package data reads files whose records are data: CSV, TSV, JSON, YAML and XML.
// What tables they make is the business of the room tree.
//
//	delimited.go  CSV and TSV, below what stands above their header
//	jsonpage.go   JSON: arrays and objects of records
//	yamlpage.go   YAML, as JSON; described.go lists in the texts of both
//	xmlpage*.go   XML: lists of records; docbook.go pages in DocBook
package data
