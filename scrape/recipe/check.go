package recipe

import (
	"fmt"
	"go/token"
	"maps"
	"path"
	"slices"
	"strings"
	"time"

	"golang.org/x/text/language"

	"github.com/spectab/spectab/model"
)

// check reports all that is wrong with a recipe before any page is read.
func (r *Recipe) check(problems *model.Problems) {
	add := func(line int, hint, format string, args ...any) {
		problems.Add(r.file, line, hint, format, args...)
	}
	if folder := path.Base(path.Dir(r.file)); r.Source != folder && folder != "." {
		add(r.line("source"), "", "source is %q, but the folder is %q", r.Source, folder)
	}
	r.CheckHead(add)
	if len(r.Tables) == 0 {
		add(r.line("tables"), "", "the recipe has no tables")
	}
	first := map[string]int{}
	for i := range r.Tables {
		t := &r.Tables[i]
		if line, ok := first[t.Name]; ok {
			add(t.line("name"), "give one of them another name", "two tables are called %s; the first is in line %d", t.Name, line)
		} else {
			first[t.Name] = t.line("name")
		}
		t.check(add)
	}
	r.checkEnvelopes(add)
}

// CheckHead reports what is wrong with the keys that are of no table.
func (r *Recipe) CheckHead(add adder) {
	if !model.ValidPackage(r.Package) {
		add(r.line("package"), "one lower-case word, such as xsollalogin, and none that Go or Windows keeps for itself", "package %q is no Go package name", r.Package)
	}
	if _, err := time.Parse(time.DateOnly, r.Retrieved); err != nil {
		add(r.line("retrieved"), "the day on which the snapshot was taken, YYYY-MM-DD", "retrieved %q is no date", r.Retrieved)
	}
	if _, err := language.Parse(r.Texts); r.Texts != "" && err != nil {
		add(r.line("texts"), "a BCP 47 tag such as en, zh or pt-BR", "texts %q: %v", r.Texts, err)
	}
	if _, err := language.Parse(r.Language); err != nil {
		add(r.line("language"), "a BCP 47 tag such as en, zh or pt-BR", "language %q: %v", r.Language, err)
	}
	r.checkFetching(add)
}

type adder func(line int, hint, format string, args ...any)

func (t *Table) check(add adder) {
	if !model.ValidIdentifier(t.Name) {
		add(t.line("name"), "a name such as Code or Result", "table name %q is no exported Go identifier", t.Name)
	}
	if t.twice {
		add(t.line("name"), "either codes: Code and the like, or name: and kind:", "table %s says twice what it is", t.Name)
	}
	if !t.Kind.Valid() {
		add(t.line("kind"), Nearest(string(t.Kind), kinds()), "there is no kind %q", t.Kind)
	}
	if t.Language != "" {
		if _, err := language.Parse(t.Language); err != nil {
			add(t.line("language"), "a BCP 47 tag such as en, zh or pt-BR", "language %q: %v", t.Language, err)
		}
	}
	if !slices.Contains(valueTypes, t.Value) {
		add(t.line("value"), Nearest(t.Value, valueTypes[1:]), "there is no value type %q", t.Value)
	}
	if _, err := time.Parse(time.DateOnly, t.Gone); err != nil && t.Gone != "" {
		add(t.line("gone"), "the day since which the page lacks the table, YYYY-MM-DD", "gone %q is no date", t.Gone)
	}
	if t.Min < 0 {
		add(t.line("min"), "the fewest rows that have to be there", "min is %d, and no table has fewer rows than none", t.Min)
	}
	t.checkStyle(add)
	t.checkStatuses(add)
	t.checkNumbers(add)
	for _, p := range t.patterns() {
		if p.err != nil {
			add(p.line, "RE2 syntax: no lookaround, no backreferences", "%v", p.err)
		}
	}
	t.checkFinder(add)
	t.checkRoles(add)
	for _, code := range slices.Sorted(maps.Keys(t.Names)) {
		n := t.Names[code]
		if n.Why == "" {
			add(t.line("names"), "say why, for the next reader", "the name for %q has no why", code)
		}
		if n.Name == "" && len(n.Values) == 0 {
			add(n.line, "", "the name for %q has neither name nor values", code)
		}
		if n.Name != "" && !token.IsIdentifier(t.prefix()+n.Name) {
			add(n.line, "", "%q is no Go identifier", t.prefix()+n.Name)
		}
	}
	for _, s := range t.Skip {
		if (s.Match == nil) == (s.Code == nil) || s.Why == "" {
			add(t.line("skip"), "", "a skip needs code or match, and why")
		}
	}
}

func (t *Table) prefix() string {
	if t.Prefix == nil {
		return ""
	}
	return *t.Prefix
}

func kinds() []string {
	var names []string
	for _, k := range model.Kinds() {
		names = append(names, string(k))
	}
	return names
}

var valueTypes = []string{"", "string", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64"}

func (t *Table) patterns() []*Pattern {
	all := []*Pattern{t.Trim, t.Code, t.Split, t.Carries, t.Holes, t.Under, t.After, t.Until, t.Start, t.Line, t.Record, t.Once}
	all = append(append(all, t.Facets...), t.Capture...)
	for _, s := range t.Skip {
		all = append(all, s.Match, s.Code)
	}
	return slices.DeleteFunc(all, func(p *Pattern) bool { return p == nil })
}

// checkFinder wants a way to find the table, and not two ways to cut records.
func (t *Table) checkFinder(add adder) {
	forms := 0
	for _, there := range []bool{t.Line != nil, len(t.Lines) > 0, t.Record != nil} {
		if there {
			forms++
		}
	}
	if forms > 1 {
		add(t.line("line", "lines", "record"), "keep one of them", "table %s has more than one of line, lines and record", t.Name)
	}
	if forms == 0 && len(t.Columns) == 0 && len(t.Capture) == 0 && t.Example == "" {
		add(t.line("name"), "add columns, line, lines, record, capture or example", "table %s does not say where its rows are", t.Name)
	}
	if t.Form != "" && !slices.Contains(Forms(), t.Form) {
		add(t.line("form"), Nearest(t.Form, Forms()), "there is no form %q", t.Form)
	}
	if t.Each != "" && t.Each != "heading" && t.Each != "group" {
		add(t.line("each"), "", "there can be a table for each heading or group, not for each %q", t.Each)
	}
	if t.Each != "" && t.Form == "" {
		add(t.line("each"), "such as form: table", "table %s has each, but no form", t.Name)
	}
	if t.Form != "" && len(t.Columns) == 0 {
		add(t.line("form"), "say which column is which, such as columns: {code: 1, text: 2}", "table %s has a form, but no columns", t.Name)
	}
	if t.In != "" && t.In != "items" {
		add(t.line("in"), "", "records can begin in items, not in %q", t.In)
	}
	if len(t.Lines) > 0 && t.Code == nil && t.Start == nil || t.Record != nil && t.Code == nil && t.Start == nil {
		add(t.line("lines", "record"), "add code: with the form of a code, or start:", "table %s does not say how a record begins", t.Name)
	}
}

// checkRoles wants a code in every way of finding, and known roles in columns.
func (t *Table) checkRoles(add adder) {
	known := Roles()
	for _, role := range slices.Sorted(maps.Keys(t.Columns)) {
		if !slices.Contains(known, role) && !model.ValidIdentifier(role) {
			add(t.line("columns"), Nearest(role, known), "there is no role %q", role)
		}
	}
	for _, role := range t.Lines {
		if !slices.Contains(known, role) && !model.ValidIdentifier(role) {
			add(t.line("lines"), Nearest(role, known), "there is no role %q", role)
		}
	}
	if len(t.Columns) > 0 && !t.has("code") {
		add(t.line("columns"), "", "no column of table %s is the code", t.Name)
	}
	if len(t.Lines) > 0 && !slices.Contains(t.Lines, "code") {
		add(t.line("lines"), "", "no line of table %s is the code", t.Name)
	}
	t.checkColumns(add)
	t.checkGroups(known, add)
	for _, p := range []*Pattern{t.Line, t.Record} {
		if p != nil && p.err == nil && !p.has("code") && t.Form == "" {
			add(p.line, "name one with (?P<code>…)", "no group of %s is the code", p)
		}
	}
	for _, p := range t.Capture {
		if p == nil || p.err != nil {
			continue
		}
		if t.Kind != model.Constants && !p.has("code") {
			add(p.line, "name one with (?P<code>…)", "no group of %s is the code", p)
		}
		if t.Kind == model.Constants && len(p.names()) == 0 {
			add(p.line, "name one with (?P<MaxAttempts>…)", "no group of %s has a name", p)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(t.Types)) {
		typ, allowed := t.Types[name], extraTypes
		if t.Kind == model.Constants {
			allowed = constantTypes
		}
		if !slices.Contains(allowed, typ) {
			add(t.line("types"), Nearest(typ, allowed), "%s cannot be of type %q", name, typ)
		}
	}
}

// checkGroups wants a role, or a name for an extra column, of every named
// group; the groups of constants are their names.
func (t *Table) checkGroups(known []string, add adder) {
	if slices.Contains(t.Facets, nil) || slices.Contains(t.Capture, nil) {
		add(t.line("facets", "capture"), "drop the empty one", "table %s lists a pattern that is empty", t.Name)
	}
	list := append([]*Pattern{t.Code, t.Line, t.Record}, t.Facets...)
	if t.Form != "" {
		list[1] = nil // with a form its groups are columns
	}
	if t.Kind != model.Constants {
		list = append(list, t.Capture...)
	}
	for _, p := range list {
		if p == nil || p.err != nil {
			continue
		}
		for _, name := range p.names() {
			if !slices.Contains(known, name) && !model.ValidIdentifier(name) {
				add(p.line, Nearest(name, known), "there is no role %q", name)
			}
		}
	}
}

var (
	extraTypes    = []string{"string", "bool", "int"}
	constantTypes = []string{"string", "url", "integer", "number", "milliseconds", "seconds", "minutes", "hours"}
)

func (r *Recipe) checkEnvelopes(add adder) {
	byPage := slices.ContainsFunc(r.Tables, func(t Table) bool { return t.Each != "" }) // then the page has the names
	for _, e := range r.Envelopes {
		if e.Table != "" && !byPage && !slices.ContainsFunc(r.Tables, func(t Table) bool { return t.Name == e.Table }) {
			add(e.line, "", "the envelope is for table %s, which is not there", e.Table)
		}
		if e.Format != "json" && e.Format != "xml" {
			add(e.line, "", "the format of an envelope is json or xml, not %q", e.Format)
		}
		for _, p := range []string{e.Code, e.Message} {
			if p != "" && slices.Contains(strings.Split(p, "."), "") {
				add(e.line, "keys joined by dots, such as error.code", "path %q has an empty key", p)
			}
		}
		if e.Code == "" {
			add(e.line, "", "an envelope needs the path of its code")
		}
		for name := range e.Extra {
			if !model.ValidIdentifier(name) {
				add(e.line, "a Go name: path, such as RequestID: request_id", "the further member %q is no exported Go identifier", name)
			}
		}
	}
}

// place is file:line of a table's key, for hints.
func (r *Recipe) place(t *Table, keys ...string) string {
	return fmt.Sprintf("%s:%d", r.file, t.line(keys...))
}
