package recipe

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape/vocab"
)

// build makes entries of the rows: one for each code of a row, and one alone
// for a code that has several rows.
func (rd *reading) build(rows []*row) []model.Entry {
	entries := slices.Grow([]model.Entry(nil), len(rows))
	at := make(map[string]int, len(rows))
	rd.partRemarks(rows)
	for _, r := range rows {
		if !rd.partCode(r) {
			continue // a problem was recorded
		}
		codes := rd.codes(r)
		if len(codes) == 0 {
			continue // a problem was recorded
		}
		keys := rd.keys(r.cells.of("key"), len(codes), r.line)
		for i, code := range codes {
			e := rd.entry(r, code, keys[i])
			id := code
			if rd.table.Kind == model.Constants {
				id = e.Key
			}
			if key := rd.second(entries, at, &e); key != "" {
				id = key
			}
			if first, ok := at[id]; ok {
				rd.merge(&entries[first], &e)
				continue
			}
			at[id] = len(entries)
			entries = append(entries, e)
		}
	}
	return entries
}

// second is the ID of a row that has another symbol for a number that is
// listed above, "" for any other.
func (rd *reading) second(entries []model.Entry, at map[string]int, e *model.Entry) string {
	if isInteger := (model.Value{Type: rd.table.Value}).IsInteger(); !isInteger || e.Key == "" {
		return ""
	}
	first, ok := at[e.Code]
	if !ok || entries[first].Key == "" || entries[first].Key == e.Key {
		return ""
	}
	e.Second = true
	return e.Code + " " + e.Key
}

func (rd *reading) entry(r *row, code, key string) model.Entry {
	e := model.Entry{
		Code: code, Key: key, Line: r.line, Notes: r.notes,
		Text: r.cells.of("text"), Remedy: r.cells.of("remedy"), Detail: r.cells.of("detail"),
		Group: r.cells.of("group"), Type: r.cells.of("type"), Default: r.cells.of("default"), Deprecated: cmp.Or(advice(r.cells.of("deprecated")), vocab.Deprecation(r.cells.of("text"))),
		Values: Values(r.cells.of("values")), Required: rd.required(r),
		HTTP: rd.status(r), Max: rd.number(r, "max"),
	}
	if kind, required, said := cutRequired(e.Type); said && r.cells.of("required") == "" {
		e.Type, e.Required = kind, required
	}
	if e.Text == "" { // all that is said of it
		e.Text, e.Detail = e.Detail, ""
	}
	if rd.table.Groups != "" {
		e.Group = vocab.StatusClass(&e)
	}
	if l := rd.language(); l != "" && e.Text != "" { // else the page alone can say in which it is
		e.Texts = map[string]string{l: e.Text}
	}
	if rd.table.Kind == model.Codes || rd.table.Kind == model.Results {
		e.Placeholders = rd.placeholders(e.Text)
	}
	for _, f := range r.cells {
		if slices.Contains(roles, f.role) {
			continue
		}
		if e.Extra == nil {
			e.Extra = map[string]string{}
		}
		e.Extra[f.role] = f.text
	}
	return e
}

func (rd *reading) language() string {
	if rd.recipe.translation {
		return rd.recipe.Language
	}
	return cmp.Or(rd.table.Language, rd.recipe.Texts, rd.recipe.Language)
}

// merge adds a further row of a code to its entry: another text is kept in
// Also, another remedy or detail in Notes. A further constant is only accepted
// where it says the same.
func (rd *reading) merge(e, again *model.Entry) {
	if rd.table.Kind == model.Constants {
		if e.Code != again.Code {
			rd.problem(again.Line, "make the pattern match in one place only", "%s is %q here and %q in line %d", e.Key, again.Code, e.Code, e.Line)
		}
		return
	}
	if again.Key != "" && e.Key != "" && again.Key != e.Key {
		rd.warn(again.Line, "%q is %s here and %s in line %d, which alone is kept", e.Code, again.Key, e.Key, e.Line)
	}
	if again.HTTP > 0 && e.HTTP > 0 && again.HTTP != e.HTTP {
		rd.warn(again.Line, "%q comes with HTTP status %d here and %d in line %d, which alone is kept", e.Code, again.HTTP, e.HTTP, e.Line)
	}
	if again.Text != "" && e.Text != "" && again.Text != e.Text && !slices.Contains(e.Also, again.Text) {
		e.Also = append(e.Also, again.Text)
	}
	if e.Text == "" {
		e.Text, e.Texts, e.Placeholders = again.Text, again.Texts, again.Placeholders
	}
	notes := slices.Clone(again.Notes)
	for _, pair := range [][2]*string{{&e.Remedy, &again.Remedy}, {&e.Detail, &again.Detail}} {
		if *pair[0] == "" {
			*pair[0] = *pair[1]
		} else if *pair[1] != "" && *pair[1] != *pair[0] {
			notes = append(notes, *pair[1])
		}
	}
	complete(e, again)
	for _, note := range notes {
		if !slices.Contains(e.Notes, note) {
			e.Notes = append(e.Notes, note)
		}
	}
}

// complete takes from a further row of a code what its entry lacks.
func complete(e, again *model.Entry) {
	e.Key, e.Group, e.Type = cmp.Or(e.Key, again.Key), cmp.Or(e.Group, again.Group), cmp.Or(e.Type, again.Type)
	e.Default, e.Deprecated = cmp.Or(e.Default, again.Default), cmp.Or(e.Deprecated, again.Deprecated)
	e.HTTP, e.Max, e.Required = cmp.Or(e.HTTP, again.HTTP), cmp.Or(e.Max, again.Max), e.Required || again.Required
	if e.Values == nil {
		e.Values = again.Values
	}
	for name, text := range again.Extra {
		if e.Extra == nil {
			e.Extra = map[string]string{}
		}
		e.Extra[name] = cmp.Or(e.Extra[name], text)
	}
}

// number reads a cell that has to be a whole number.
func (rd *reading) number(r *row, role string) int {
	text := r.cells.of(role)
	if text == "" {
		return 0
	}
	n, err := strconv.Atoi(text)
	if err != nil {
		rd.problem(r.line, "", "%s of %q is no number: %q", role, Excerpt(r.cells.of("code")), Excerpt(text))
	}
	return n
}

var valueSplit = regexp.MustCompile(`\s*[,|、，]\s*`)

// Values parts a list of allowed values, each once.
func Values(text string) []string {
	if text == "" {
		return nil
	}
	var list []string
	for _, s := range valueSplit.Split(strings.TrimRight(text, ". "), -1) {
		if s != "" && !slices.Contains(list, s) {
			list = append(list, s)
		}
	}
	return list
}

func IsDigits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}

func isAddress(s string) bool {
	return strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://")
}
