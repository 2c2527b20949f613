package vocab

import (
	"slices"
	"strings"
	"unicode"
)

// typeNames are the names of types in JSON Schema, in the formats of OpenAPI,
// among the scalars of protobuf, and in the languages that took after C.
var typeNames = []string{
	"string", "number", "integer", "boolean", "object", "array", "null",
	"date", "date-time", "binary", "byte", "uuid", "uri",
	"double", "float", "float32", "float64", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64", "bool", "bytes",
	"int", "uint", "long", "short", "char", "decimal", "str", "list", "map", "dict", "enum", "timestamp", "datetime", "url", "varchar", "bigint", "nullable", "jsonb",
}

// typeWords is how many words the name of a type has at most: array of strings, required.
const typeWords = 4

// IsType reports whether a text is the name of a type, or begins with one and
// says little more: string[], array of objects, integer (required).
func IsType(text string) bool {
	text = strings.TrimSpace(text)
	name := text
	if end := strings.IndexFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' }); end > 0 {
		name = text[:end]
	}
	return slices.Contains(typeNames, strings.ToLower(name)) && len(strings.Fields(text)) <= typeWords
}
