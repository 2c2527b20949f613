package naming

import "strings"

// plurals are the endings of plurals, and those of their singulars, the likelier
// first.
var plurals = []struct{ plural, singular string }{
	{"ies", "y"},
	{"ves", "f"},
	{"ives", "ife"},
	{"s", ""},
	{"es", ""},
	{"ices", "ex"},
	{"ices", "ix"},
}

// Singular is an identifier whose last word stands in the singular: the first
// that English has of those whose plural the word may be, and else what is left
// without its plural ending. A word that only ends like a plural stays: Status,
// Access, Series.
func Singular(name string) string {
	words := splitCase(name)
	last := words[len(words)-1]
	head, lower := strings.TrimSuffix(name, last), strings.ToLower(last)
	for _, p := range plurals {
		stem, ok := strings.CutSuffix(lower, p.plural)
		if ok && len(stem+p.singular) > 1 && isKnown(stem+p.singular) {
			return head + last[:len(stem)] + p.singular
		}
	}
	if isKnown(lower) {
		return name
	}
	for _, p := range unknownPlurals {
		if stem, ok := strings.CutSuffix(lower, p.plural); ok && len(stem) > 2 {
			return head + last[:len(stem)] + p.singular
		}
	}
	return name
}

// unknownPlurals are the endings of words that no list has. Those that singulars
// have too stay.
var unknownPlurals = []struct{ plural, singular string }{
	{"ss", "ss"},
	{"us", "us"},
	{"is", "is"},
	{"as", "as"},
	{"ies", "y"},
	{"sses", "ss"},
	{"xes", "x"},
	{"ches", "ch"},
	{"shes", "sh"},
	{"s", ""},
}

// isKnown reports whether a list has just this word.
func isKnown(lower string) bool {
	return english()[lower] || noNamer.initialism(lower) != ""
}
