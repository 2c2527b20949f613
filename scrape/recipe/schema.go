package recipe

import (
	_ "embed"
	"slices"
)

//go:embed recipe.schema.json
var schema []byte

// Schema returns the JSON Schema (draft 2020-12) of recipes, for editors that
// complete and check source.yaml.
//
// It is narrower than ParseRecipe in two things. Codes have to be quoted where
// YAML would read them as numbers, and so change 007 to 7 and 0x80 to 128. Go
// identifiers have to be ASCII, since not every validator knows \p{Lu}. And it
// is wider in many: what no schema can say, such as names that clash, only
// ParseRecipe reports. Patterns are in the syntax of RE2, to which the format
// "regex" is a hint only.
func Schema() []byte { return slices.Clone(schema) }
