package drift

import (
	"encoding/json"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/spectab/spectab/model"
)

// source is a Spec with a table of the kind, whose entries have every column.
func source(kind model.Kind, isGuessed bool) *model.Spec {
	s := &model.Spec{
		Source: "acme", Title: "Acme", URL: "https://acme.example/errors", Language: "en", Package: "acme",
		Snapshot: model.Snapshot{File: "page.html"},
		Tables:   []model.Table{full("Code", kind), full("Other", kind)},
	}
	for i := range s.Tables[1].Entries {
		e := &s.Tables[1].Entries[i]
		e.Code, e.Key, e.Name = "o"+e.Code, "other_"+e.Key, "Other"+e.Name
	}
	if isGuessed {
		s.Package = ""
		unname(s)
	}
	return s
}

func unname(s *model.Spec) {
	for i := range s.Tables {
		for j := range s.Tables[i].Entries {
			s.Tables[i].Entries[j].Name, s.Tables[i].Entries[j].Aliases = "", nil
		}
	}
}

func full(name string, kind model.Kind) model.Table {
	t := model.Table{Name: name, Kind: kind, Heading: name + "s of Acme"}
	for i, word := range []string{"token", "account", "payment", "address", "signature", "period"} {
		text := fmt.Sprintf("The %s of %s has %d faults at {place}.", word, name, i+2)
		t.Entries = append(t.Entries, model.Entry{
			Code: fmt.Sprint(101 + i), Name: "Bad" + strings.ToUpper(word), Key: word + "_is_bad", Text: text,
			Texts: map[string]string{"en": text, "pt": fmt.Sprintf("Há %d falhas em %s.", i+2, word)}, Remedy: "Mend the " + word + " within 3 days at {place} first.", Detail: "Seen in the " + word + " log 9 times at {place}.",
			Notes: []string{"Since version 2 of {place}."}, Also: []string{"Bad " + word + ", 4 of {place}."}, HTTP: 400 + i, Group: fmt.Sprintf("Part %d", i/2), Type: "string",
			Required: i%2 == 0, Default: "x" + word, Values: []string{"one", "two", "three"}, Max: 10 + i, Placeholders: []string{"{place}"},
			Extra: map[string]string{"Retriable": "True"}, Deprecated: []string{"", "since v3"}[i%2], Line: 10 * (i + 1),
		})
	}
	t.Entries[2].Aliases = []string{"Former" + name, "Earlier" + name}
	if kind == model.Constants {
		for i := range t.Entries {
			t.Entries[i].Code, t.Entries[i].Type = fmt.Sprint(5+i), "integer"
		}
	}
	return t
}

// deep copies a Spec, so that an edit leaves the original alone.
func deep(s *model.Spec) *model.Spec {
	dup := *s
	dup.Tables = slices.Clone(s.Tables)
	for i := range dup.Tables {
		t := &dup.Tables[i]
		t.Entries, t.Gone = slices.Clone(t.Entries), slices.Clone(t.Gone)
		for j := range t.Entries {
			e := &t.Entries[j]
			e.Notes, e.Also, e.Values, e.Placeholders, e.Aliases = slices.Clone(e.Notes), slices.Clone(e.Also), slices.Clone(e.Values), slices.Clone(e.Placeholders), slices.Clone(e.Aliases)
			e.Texts, e.Extra = maps.Clone(e.Texts), maps.Clone(e.Extra)
		}
	}
	return &dup
}

// An edit is something that a vendor or a maintainer does to a source.
type edit struct {
	what string
	do   func(s *model.Spec)
	// want are the IDs of rules that answer, by kind of table and then for
	// all kinds (""); "guessed" for pages without a recipe.
	want map[string]string
}

func first(s *model.Spec) *model.Entry { return &s.Tables[0].Entries[0] }

func all(s *model.Spec, do func(e *model.Entry)) {
	for i := range s.Tables[0].Entries {
		do(&s.Tables[0].Entries[i])
	}
}

func is(id string) map[string]string { return map[string]string{"": id} }

// perKind are the IDs for codes (and results), params, fields, constants and
// pages without a recipe.
func perKind(codes, params, fields, constants, guessed string) map[string]string {
	return map[string]string{"codes": codes, "results": codes, "params": params, "fields": fields, "constants": constants, "guessed": guessed}
}

// textEdits are what can happen to a text, and how the rules call it.
func textEdits(name, family string, get func(e *model.Entry) *string) []edit {
	set := func(do func(string) string) func(s *model.Spec) {
		return func(s *model.Spec) {
			e := first(s)
			p := get(e)
			*p = do(*p)
			if e.Texts["en"] = e.Text; e.Text == "" {
				delete(e.Texts, "en")
			}
		}
	}
	removed := is(family + "-removed")
	if name == "message" {
		removed = is("message-removed languages-disagree")
	}
	return []edit{
		{name + " reworded", set(func(s string) string { return "Alas: " + s }), is(family + "-reworded")},
		{name + " with another number", set(func(s string) string { return regexp.MustCompile(`\d`).ReplaceAllString(s, "7") }), is(family + "-suspect")},
		{name + " with one more number", set(func(s string) string { return s + " Since 2027 there are 2 more" }), is(family + "-reworded")},
		{name + " negated", set(func(s string) string { return s + " Do not retry" }), is(family + "-suspect")},
		{name + " with a placeholder", set(func(s string) string { return strings.ReplaceAll(s, "{place}", "%s") }), is(family + "-suspect")},
		{name + " removed", set(func(string) string { return "" }), removed},
		{name + " in other white space", set(func(s string) string { return strings.ReplaceAll(s, " ", "\u00a0 ") }), is("whitespace")},
		{name + " in capitals", set(strings.ToUpper), is("typography")},
		{name + " with a link", set(func(s string) string { return s + " https://acme.example/x" }), is("links")},
	}
}

func edits() []edit {
	return slices.Concat(
		textEdits("message", "message", func(e *model.Entry) *string { return &e.Text }),
		textEdits("remedy", "prose", func(e *model.Entry) *string { return &e.Remedy }),
		textEdits("detail", "prose", func(e *model.Entry) *string { return &e.Detail }),
		textEdits("note", "prose", func(e *model.Entry) *string { return &e.Notes[0] }),
		textEdits("further text", "prose", func(e *model.Entry) *string { return &e.Also[0] }),
		entryEdits(), cellEdits(), columnEdits(), tableEdits(), sourceEdits(),
	)
}

func entryEdits() []edit {
	insert := func(required bool) func(s *model.Spec) {
		return func(s *model.Spec) {
			e := *first(s)
			e.Code, e.Key, e.Name, e.Text, e.Required = "990", "brand_new", "BrandNew", "Something that nobody saw before.", required
			e.Texts = map[string]string{"en": e.Text, "pt": "Nunca visto."}
			if e.Name = "BrandNew"; s.Package == "" {
				e.Name = ""
			}
			s.Tables[0].Entries = append(s.Tables[0].Entries, e)
		}
	}
	remove := func(bury bool) func(s *model.Spec) {
		return func(s *model.Spec) {
			t := &s.Tables[0]
			if bury {
				t.Gone = append(t.Gone, model.Gone{Code: t.ID(&t.Entries[5]), Name: t.Entries[5].Name})
			}
			t.Entries = t.Entries[:5]
		}
	}
	return []edit{
		{"entry added", insert(false), perKind("code-added", "param-added-optional", "field-added", "constant-added", "code-added")},
		{"required entry added", insert(true), perKind("code-added", "param-added-required", "field-added", "constant-added", "code-added")},
		{"entry removed", remove(true), perKind("code-removed", "param-removed", "field-removed", "constant-removed", "code-removed")},
		{"entry purged", remove(false), perKind("code-purged", "code-purged", "code-purged", "code-purged", "code-removed")},
		{"code in capitals", func(s *model.Spec) { first(s).Code, s.Tables[0].Entries[0].Key = "0x65", first(s).Key }, perKind("code-format", "code-format", "code-format", "limit-loosened", "code-notation")},
		{"code with zeros", func(s *model.Spec) { first(s).Code = "0101" }, perKind("code-format", "code-format", "code-format", "limit-loosened", "code-format")},
		{"code renamed", func(s *model.Spec) { first(s).Code = "777" }, perKind("code-renamed", "code-renamed", "code-renamed", "limit-loosened", "code-renamed")},
		{"code reused", func(s *model.Spec) {
			first(s).Key, first(s).Text = "quota", "Something about quotas"
			first(s).Texts["en"] = first(s).Text
		}, perKind("code-reused message-reworded", "code-reused message-reworded", "code-reused message-reworded", "", "code-reused message-reworded")},
		{"identifier renamed", func(s *model.Spec) { first(s).Aliases, first(s).Name = []string{first(s).Name}, "Other" }, map[string]string{"": "code-renamed", "guessed": ""}},
		{"identifier changed", func(s *model.Spec) { first(s).Name = "Other" }, map[string]string{"": "name-changed", "guessed": ""}},
		{"alias added", func(s *model.Spec) { first(s).Aliases = []string{"Older", "Oldest"} }, map[string]string{"": "alias-added", "guessed": "-"}},
		{"alias removed", func(s *model.Spec) { s.Tables[0].Entries[2].Aliases = nil }, map[string]string{"": "alias-removed", "guessed": "-"}},
		{"aliases reordered", func(s *model.Spec) { slices.Reverse(s.Tables[0].Entries[2].Aliases) }, map[string]string{"": "rows-reordered", "guessed": "-"}},
		{"rows reordered", func(s *model.Spec) { slices.Reverse(s.Tables[0].Entries) }, is("rows-reordered")},
	}
}

func cellEdits() []edit {
	return []edit{
		{"symbol changed", func(s *model.Spec) { first(s).Key = "token_is_wrong" }, perKind("key-changed", "key-changed", "key-changed", "", "key-changed")},
		{"translation reworded", func(s *model.Spec) { first(s).Texts["pt"] = "Existem 2 falhas em token." }, is("message-reworded")},
		{"translation suspect", func(s *model.Spec) { first(s).Texts["pt"] = "Há 3 falhas em token." }, is("message-suspect")},
		{"status changed", func(s *model.Spec) { first(s).HTTP = 599 }, is("reclassified")},
		{"section changed", func(s *model.Spec) { first(s).Group = "Part 2" }, map[string]string{"": "reclassified", "guessed": "section-changed"}},
		{"section renamed", func(s *model.Spec) {
			all(s, func(e *model.Entry) { e.Group = strings.Replace(e.Group, "Part 1", "Middle", 1) })
		}, map[string]string{"": "section-renamed", "guessed": "section-changed"}},
		{"type changed", func(s *model.Spec) { first(s).Type = "number" }, perKind("attribute-changed", "param-type", "field-type", "constant-type", "")},
		{"became required", func(s *model.Spec) { s.Tables[0].Entries[1].Required = true }, perKind("always-present", "param-became-required", "always-present", "always-present", "")},
		{"became optional", func(s *model.Spec) { first(s).Required = false }, perKind("not-always-present", "param-became-optional", "not-always-present", "not-always-present", "")},
		{"default changed", func(s *model.Spec) { first(s).Default = "y" }, perKind("attribute-changed", "param-default", "attribute-changed", "attribute-changed", "")},
		{"value added", func(s *model.Spec) { first(s).Values = append(first(s).Values, "four") }, perKind("response-value-added", "value-added", "response-value-added", "response-value-added", "")},
		{"value removed", func(s *model.Spec) { first(s).Values = first(s).Values[:2] }, perKind("response-value-removed", "value-removed", "response-value-removed", "response-value-removed", "")},
		{"values reordered", func(s *model.Spec) { slices.Reverse(first(s).Values) }, is("rows-reordered")},
		{"value unreadable", func(s *model.Spec) { first(s).Code = "five" }, map[string]string{"constants": "value-changed"}},
		{"value spelled otherwise", func(s *model.Spec) { first(s).Code += ".0" }, map[string]string{"constants": "value-notation"}},
		{"limit lower", func(s *model.Spec) { first(s).Max = 3 }, is("limit-tightened")},
		{"limit higher", func(s *model.Spec) { first(s).Max = 30 }, is("limit-loosened")},
		{"limit gone", func(s *model.Spec) { first(s).Max = 0 }, is("limit-loosened")},
		{"placeholders changed", func(s *model.Spec) { first(s).Placeholders = []string{"{where}"} }, is("message-suspect")},
		{"deprecated", func(s *model.Spec) { first(s).Deprecated = "use another" }, is("deprecation-marked")},
		{"no longer deprecated", func(s *model.Spec) { s.Tables[0].Entries[1].Deprecated = "" }, is("deprecation-lifted")},
		{"deprecated otherwise", func(s *model.Spec) { s.Tables[0].Entries[1].Deprecated = "since v4" }, is("deprecation-reworded")},
		{"extra changed", func(s *model.Spec) { first(s).Extra["Retriable"] = "False" }, is("attribute-changed")},
	}
}

// columnEdits drop, add and rename every column that tables have as a whole.
func columnEdits() []edit {
	clear := map[string]func(e *model.Entry){
		"key": func(e *model.Entry) { e.Key = "" }, "text": func(e *model.Entry) { e.Text = "" }, "remedy": func(e *model.Entry) { e.Remedy = "" },
		"detail": func(e *model.Entry) { e.Detail = "" }, "notes": func(e *model.Entry) { e.Notes = nil }, "also": func(e *model.Entry) { e.Also = nil },
		"http": func(e *model.Entry) { e.HTTP = 0 }, "group": func(e *model.Entry) { e.Group = "" }, "type": func(e *model.Entry) { e.Type = "" },
		"default": func(e *model.Entry) { e.Default = "" }, "values": func(e *model.Entry) { e.Values = nil }, "max": func(e *model.Entry) { e.Max = 0 },
		"extra": func(e *model.Entry) { e.Extra = nil }, "texts": func(e *model.Entry) { delete(e.Texts, "pt") },
	}
	var list []edit
	for _, name := range slices.Sorted(maps.Keys(clear)) {
		want := map[string]string{"": "column-removed", "guessed": "column-changed"}
		switch name {
		case "http", "group":
			want = map[string]string{"": "class-lost", "guessed": "class-changed"}
		case "texts":
			want = is("language-lost")
		case "key":
			want["constants"] = "" // it is what they are known by
		}
		list = append(list, edit{"column " + name + " gone", func(s *model.Spec) { all(s, clear[name]) }, want})
	}
	return append(list,
		edit{"column added", func(s *model.Spec) { all(s, func(e *model.Entry) { e.Extra["Area"] = "web" }) }, is("column-added")},
		edit{"column renamed", func(s *model.Spec) { all(s, func(e *model.Entry) { e.Extra = map[string]string{"Retry": "True"} }) }, map[string]string{"": "column-renamed", "guessed": "column-changed"}},
		edit{"sections in another column", func(s *model.Spec) {
			all(s, func(e *model.Entry) { e.Extra["Section"], e.Group = e.Group, "" })
		}, map[string]string{"": "class-renamed", "guessed": "class-changed"}},
		edit{"language added", func(s *model.Spec) { all(s, func(e *model.Entry) { e.Texts["tr"] = "Hata" }) }, is("language-added")},
		edit{"language lacking", func(s *model.Spec) { delete(first(s).Texts, "pt") }, is("languages-disagree message-removed")},
	)
}

func tableEdits() []edit {
	return []edit{
		{"table added", func(s *model.Spec) {
			t := full("Third", s.Tables[0].Kind)
			t.Entries = t.Entries[:1]
			t.Entries[0].Code, t.Entries[0].Key, t.Entries[0].Text = "z1", "z_key", "Nothing of the sort."
			s.Tables = append(s.Tables, t)
		}, perKind("table-added code-added", "table-added param-added-required", "table-added field-added", "table-added constant-added", "table-added code-added")},
		{"table lost", func(s *model.Spec) { s.Tables = s.Tables[:1] }, perKind("table-lost code-removed", "table-lost param-removed", "table-lost field-removed", "table-lost constant-removed", "table-lost code-removed")},
		{"tables merged", func(s *model.Spec) {
			s.Tables[0].Entries = append(s.Tables[0].Entries, s.Tables[1].Entries...)
			s.Tables[1].Entries = nil
		}, map[string]string{"": "tables-merged", "guessed": "layout-changed"}},
		{"tables merged, one given up", func(s *model.Spec) {
			s.Tables[0].Entries = append(s.Tables[0].Entries, s.Tables[1].Entries...)
			s.Tables = s.Tables[:1]
		}, map[string]string{"": "table-lost tables-merged", "guessed": "layout-changed"}},
		{"table split", func(s *model.Spec) {
			t := s.Tables[0]
			t.Name, t.Entries, t.Heading = "Third", t.Entries[4:], "Third"
			s.Tables[0].Entries = s.Tables[0].Entries[:4]
			s.Tables = append(s.Tables, t)
		}, map[string]string{"": "tables-split", "guessed": "layout-changed"}},
		{"code moved", func(s *model.Spec) {
			s.Tables[1].Entries = append(s.Tables[1].Entries, s.Tables[0].Entries[5])
			s.Tables[0].Entries = s.Tables[0].Entries[:5]
		}, map[string]string{"": "code-moved", "guessed": "layout-changed"}},
		{"table renamed", func(s *model.Spec) { s.Tables[0].Name = "Failure" }, map[string]string{"": "table-renamed", "guessed": "table-titled"}},
		{"heading changed", func(s *model.Spec) { s.Tables[0].Heading = "Failures" }, is("heading-changed")},
		{"kind changed", func(s *model.Spec) { s.Tables[0].Kind = model.Results }, nil},
		{"value type changed", func(s *model.Spec) { s.Tables[0].Value.Type = "int32" }, is("code-format")},
	}
}

func sourceEdits() []edit {
	return []edit{
		{"title", func(s *model.Spec) { s.Title = "Errors" }, is("title-changed")},
		{"moved", func(s *model.Spec) { s.URL = "https://acme.example/docs/errors" }, is("source-moved")},
		{"moved to another host", func(s *model.Spec) { s.URL = "https://docs.example/errors" }, is("source-moved-host")},
		{"language", func(s *model.Spec) { s.Language = "pt" }, is("page-language")},
		{"package", func(s *model.Spec) { s.Package = "acmeerrors" }, map[string]string{"": "package-renamed", "guessed": "-"}},
	}
}

// Every edit of every column, in tables of every kind, with a recipe and
// without: each fact has one rule that answers, and it is the expected one.
func TestEveryEditHasOneRule(t *testing.T) {
	for _, kind := range model.Kinds() {
		for _, isGuessed := range []bool{false, true} {
			for _, e := range edits() {
				t.Run(fmt.Sprintf("%s %v %s", kind, isGuessed, e.what), func(t *testing.T) { checkEdit(t, e, kind, isGuessed) })
			}
		}
	}
}

func checkEdit(t *testing.T, e edit, kind model.Kind, isGuessed bool) {
	before := source(kind, isGuessed)
	after := deep(before)
	e.do(after)
	if isGuessed {
		unname(after)
	}
	var ids []string
	for _, c := range bare(before, after) {
		if n := len(c.answers()); n != 1 {
			t.Errorf("%d rules answer %s.%s in a table of %s", n, c.subject, c.op, c.Kind)
		}
		if !slices.Contains(ids, c.ID) {
			ids = append(ids, c.ID)
		}
	}
	want, ok := e.want["guessed"]
	if !isGuessed || !ok {
		if want, ok = e.want[string(kind)]; !ok {
			want = e.want[""]
		}
	}
	slices.Sort(ids)
	want = inOrder(want)
	if isGuessed && kind == model.Constants {
		return // guessing finds none; that they have a rule is enough
	}
	if got := strings.Join(ids, " "); want != "" && want != "-" && got != want {
		t.Errorf("rules %q answer, want %q\n%s", got, want, show(bare(before, after)))
	}
	if want != "-" && e.want["guessed"] != "-" && len(ids) == 0 && e.want["guessed"] != "" {
		t.Error("nothing was found")
	}
}

func inOrder(ids string) string {
	list := strings.Fields(ids)
	slices.Sort(list)
	return strings.Join(list, " ")
}

func show(changes []Change) string {
	data, _ := json.MarshalIndent(changes, "", " ")
	return string(data)
}

func TestEveryRuleIsNeeded(t *testing.T) {
	ids := map[string]bool{}
	for _, r := range rules {
		if r.Why == "" || r.facts == "" {
			t.Errorf("rule %s lacks its why or its facts", r.ID)
		}
		ids[r.ID] = true
	}
	for _, kind := range model.Kinds() {
		for _, isGuessed := range []bool{false, true} {
			for _, e := range edits() {
				before := source(kind, isGuessed)
				after := deep(before)
				e.do(after)
				for _, changes := range [][]Change{bare(before, after), bare(after, before)} {
					for _, c := range changes {
						delete(ids, c.ID)
					}
				}
			}
		}
	}
	for _, id := range []string{"marks", "unread-changed", "mass-removed", "param-type-narrowed", "param-type-widened", "type-notation"} {
		delete(ids, id) // of pages and causes, which have tests of their own
	}
	for _, changes := range [][]Change{bare(nil, source(model.Codes, false)), bare(source(model.Codes, false), nil)} {
		delete(ids, changes[0].ID)
	}
	if len(ids) > 0 {
		t.Errorf("no edit makes a rule of %q speak", slices.Sorted(maps.Keys(ids)))
	}
}

// bare are the changes of a comparison one by one, before those of one cause
// are one.
func bare(before, after *model.Spec) []Change {
	if before == nil || after == nil {
		return Compare(before, after)
	}
	c := factsOf(before, after)
	c.verdicts()
	return c.changes
}
