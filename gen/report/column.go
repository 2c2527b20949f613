package report

import (
	"maps"
	"slices"
	"strconv"

	"github.com/spectab/spectab/model"
)

// A column is one thing that an entry can say. Every format has the columns in
// the same order.
type column struct {
	name    string // header in CSV, where programs rely on it; "" keeps it out
	title   string // header for people
	literal bool   // stands so on the wire or in Go, and is no prose
	values  func(e *model.Entry) []string
}

// extraName is the column of all the page's columns that have no role.
const extraName = "extra"

var columns = []column{
	{"code", "Code", true, func(e *model.Entry) []string { return one(e.Code) }},
	{"name", "Go name", true, func(e *model.Entry) []string { return one(e.Name) }},
	{"key", "Key", true, func(e *model.Entry) []string { return one(e.Key) }},
	{"text", "Text", false, func(e *model.Entry) []string { return one(e.Text) }},
	{"", "Translations", false, translations},
	{"remedy", "Remedy", false, func(e *model.Entry) []string { return one(e.Remedy) }},
	{"detail", "Detail", false, func(e *model.Entry) []string { return one(e.Detail) }},
	{"notes", "Notes", false, func(e *model.Entry) []string { return e.Notes }},
	{"also", "Also", false, func(e *model.Entry) []string { return e.Also }},
	{"http", "HTTP status", false, func(e *model.Entry) []string { return number(e.HTTP) }},
	{"group", "Group", false, func(e *model.Entry) []string { return one(e.Group) }},
	{"type", "Type", false, func(e *model.Entry) []string { return one(e.Type) }},
	{"required", "Required", false, required},
	{"default", "Default", true, func(e *model.Entry) []string { return one(e.Default) }},
	{"values", "Values", true, func(e *model.Entry) []string { return e.Values }},
	{"max", "Max", false, func(e *model.Entry) []string { return number(e.Max) }},
	{"placeholders", "Placeholders", true, func(e *model.Entry) []string { return e.Placeholders }},
	{"deprecated", "Deprecated", false, func(e *model.Entry) []string { return one(e.Deprecated) }},
	{"line", "Line", false, func(e *model.Entry) []string { return number(e.Line) }},
	{extraName, "Extra", false, extras},
}

// one is a list of a single value, or nil.
func one(s string) []string {
	if s == "" {
		return nil
	}
	return []string{s}
}

func number(n int) []string {
	if n == 0 {
		return nil
	}
	return []string{strconv.Itoa(n)}
}

func required(e *model.Entry) []string {
	if !e.Required {
		return nil
	}
	return []string{"true"}
}

// translations are the texts in other languages than that of Text.
func translations(e *model.Entry) []string {
	var list []string
	for _, language := range slices.Sorted(maps.Keys(e.Texts)) {
		if text := e.Texts[language]; text != e.Text {
			list = append(list, language+": "+text)
		}
	}
	return list
}

// extras are the columns without a role as header=value.
func extras(e *model.Entry) []string {
	var list []string
	for _, header := range slices.Sorted(maps.Keys(e.Extra)) {
		list = append(list, header+"="+e.Extra[header])
	}
	return list
}
