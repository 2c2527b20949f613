package drift

import (
	"slices"
	"strings"
)

// typeOp says whether another type of a parameter takes less or more than it
// did, or is the same by another name. What a vendor calls its types is the vendor's: only alternatives that
// came or went, and numbers, are told apart.
func typeOp(before, after string) op {
	was, is := alternatives(before), alternatives(after)
	switch {
	case takesAll(is, was) && takesAll(was, is):
		return respelled
	case takesAll(is, was):
		return widened
	case takesAll(was, is):
		return narrowed
	}
	return changed
}

// alternatives are the types that are allowed: "string or null", "int|string".
func alternatives(s string) []string {
	s = strings.ToLower(strings.Trim(strings.TrimSpace(s), "{}"))
	for _, separator := range []string{" or ", " oder ", " ou ", " o ", " или ", ",", "/", "或"} {
		s = strings.ReplaceAll(s, separator, "|")
	}
	if optional, ok := strings.CutPrefix(s, "?"); ok { // ?string, as many write it
		s = optional + "|null"
	}
	var list []string
	for _, one := range strings.Split(s, "|") {
		one = strings.TrimSpace(one)
		if same, ok := sameType[one]; ok {
			one = same
		}
		if one != "" {
			list = append(list, one)
		}
	}
	return list
}

// takesAll reports whether a value of any of the types b is one of a.
func takesAll(a, b []string) bool {
	return !slices.ContainsFunc(b, func(t string) bool {
		return !slices.Contains(a, t) && !slices.ContainsFunc(wider[t], func(w string) bool { return slices.Contains(a, w) })
	})
}

// sameType are types that vendors call in several ways.
var sameType = map[string]string{
	"boolean": "bool", "int": "integer", "str": "string", "text": "string", "num": "number", "arr": "array", "list": "array", "obj": "object", "dict": "object", "map": "object",
}

// wider are the types of which each is one.
var wider = map[string][]string{
	"int32":   {"int64", "integer", "number"},
	"int64":   {"integer", "number"},
	"integer": {"long", "number", "float", "double"},
	"float":   {"double", "number"},
	"double":  {"number"},
}
