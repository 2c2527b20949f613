package model

import (
	"strings"

	"github.com/spectab/spectab/model/naming"
)

// Plural is the name of the function that iterates over all values of a Go
// type: "Codes" for "Code", "Statuses" for "Status".
func Plural(typeName string) string {
	for _, end := range []string{"s", "x", "z", "ch", "sh"} {
		if strings.HasSuffix(typeName, end) {
			return typeName + "es"
		}
	}
	if stem, ok := strings.CutSuffix(typeName, "y"); ok && !strings.ContainsAny(stem[max(0, len(stem)-1):], "aeiou") {
		return stem + "ies"
	}
	return typeName + "s"
}

// declares lists what an emitted package declares for a type of typed
// constants, beside the constants themselves.
func declares(typeName string) []string {
	return []string{typeName, "Lookup" + typeName, Plural(typeName), "Parse" + typeName}
}

// Reserved is the set of identifiers that the emitted package declares for
// its own machinery, so that no entry may have one of them. Each maps to the
// type that it belongs to.
func (s *Spec) Reserved() map[string]string {
	reserved := map[string]string{"Error": "Error", "ParseError": "Error"}
	for i := range s.Tables {
		t := &s.Tables[i]
		if t.Kind == Constants {
			continue
		}
		for _, id := range declares(t.Name) {
			reserved[id] = t.Name
		}
		for _, set := range t.sets() {
			for _, id := range declares(set.Type) {
				reserved[id] = set.Type
			}
		}
	}
	return reserved
}

// sets are the value sets of a table, those that are lost too.
func (t *Table) sets() []*ValueSet {
	var sets []*ValueSet
	for i := range t.Entries {
		if set := t.Entries[i].ValueSet; set != nil {
			sets = append(sets, set)
		}
	}
	if t.Groups != nil {
		sets = append(sets, t.Groups)
	}
	for i := range t.LostSets {
		sets = append(sets, &t.LostSets[i])
	}
	return sets
}

// ValidIdentifier reports whether name may be declared by an emitted package.
func ValidIdentifier(name string) bool { return naming.Valid(name) }

// SymbolName is the Go identifier of a vendor's symbol or column header, or
// "" where none can be made.
func SymbolName(symbol string) string { return (*naming.Namer)(nil).Symbol(symbol) }

// Singular is an identifier whose last word stands in the singular.
func Singular(name string) string { return naming.Singular(name) }
