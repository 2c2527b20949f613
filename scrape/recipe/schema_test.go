package recipe

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
)

// A keyword of JSON Schema and its value; whole schemas are objects of them.
type object = map[string]any

// A document is a schema with its definitions.
type document struct{ root object }

func readSchema(t testing.TB) document {
	t.Helper()
	var root object
	if err := json.Unmarshal(Schema(), &root); err != nil {
		t.Fatal(err)
	}
	return document{root}
}

func (d document) definition(name string) object { return d.root["$defs"].(object)[name].(object) }

// resolve follows the reference of a schema, if it is one.
func (d document) resolve(s object) object {
	if ref, ok := s["$ref"].(string); ok {
		return d.definition(strings.TrimPrefix(ref, "#/$defs/"))
	}
	return s
}

// The schema has the keys of the structs at every level, no more and no fewer.
func TestSchemaHasTheKeysOfTheStructs(t *testing.T) {
	d := readSchema(t)
	d.compare(t, "recipe", reflect.TypeFor[Recipe](), d.root)
}

func (d document) compare(t *testing.T, at string, typ reflect.Type, s object) {
	s = d.resolve(s)
	switch {
	case typ == reflect.TypeFor[*Pattern]():
		if s["type"] != "string" || s["format"] != "regex" {
			t.Errorf("%s is a pattern, and no string of the format regex in the schema", at)
		}
	case typ == reflect.TypeFor[Column]():
		if !reflect.DeepEqual(s, d.definition("column")) {
			t.Errorf("%s is a column, and none in the schema", at)
		}
	case typ.Kind() == reflect.Pointer:
		d.compare(t, at, typ.Elem(), s)
	case typ.Kind() == reflect.Slice:
		d.compareInner(t, at+"[]", typ.Elem(), s, "array", "items")
	case typ.Kind() == reflect.Map:
		d.compareInner(t, at+"{}", typ.Elem(), s, "object", "additionalProperties")
	case typ.Kind() == reflect.Struct:
		d.compareKeys(t, at, typ, s)
	default:
		want := map[reflect.Kind]string{reflect.String: "string", reflect.Int: "integer", reflect.Bool: "boolean"}[typ.Kind()]
		if s["type"] != want && s["enum"] == nil && s["anyOf"] == nil {
			t.Errorf("%s is of type %v in the schema, want %q", at, s["type"], want)
		}
	}
}

func (d document) compareInner(t *testing.T, at string, typ reflect.Type, s object, outer, inner string) {
	next, ok := s[inner].(object)
	if !ok || s["type"] != outer {
		t.Errorf("%s has no %s with %s in the schema", at, outer, inner)
		return
	}
	d.compare(t, at, typ, next)
}

func (d document) compareKeys(t *testing.T, at string, typ reflect.Type, s object) {
	properties, _ := s["properties"].(object)
	if s["additionalProperties"] != false {
		t.Errorf("%s: the schema lets any key pass", at)
	}
	required, _ := s["required"].([]any)
	for _, key := range required {
		if properties[key.(string)] == nil {
			t.Errorf("%s: the required key %s is none", at, key)
		}
	}
	left := maps.Clone(properties)
	for i := range typ.NumField() {
		key := typ.Field(i).Tag.Get("yaml")
		if key == "" {
			continue
		}
		delete(left, key)
		property, ok := properties[key].(object)
		if !ok {
			t.Errorf("%s: the schema lacks the key %s", at, key)
			continue
		}
		if property["description"] == nil {
			t.Errorf("%s.%s has no description", at, key)
		}
		d.compare(t, at+"."+key, typ.Field(i).Type, property)
	}
	for key := range left {
		t.Errorf("%s: the schema has a key %s, the struct has none", at, key)
	}
}

func TestSchemaHasTheListsOfThePackage(t *testing.T) {
	d := readSchema(t)
	table := d.definition("table")
	enum := func(s any, path ...string) []any {
		for _, key := range path {
			s = s.(object)[key]
		}
		return s.([]any)
	}
	for _, test := range []struct {
		what string
		got  []any
		want []string
	}{
		{"kinds", enum(table, "properties", "kind", "enum"), kinds()},
		{"value types", enum(table, "properties", "value", "enum"), valueTypes[1:]},
		{"types of constants", enum(table, "then", "properties", "types", "additionalProperties", "enum"), constantTypes},
		{"types of extra columns", enum(table, "else", "properties", "types", "additionalProperties", "enum"), extraTypes},
		{"roles", enum(d.definition("role")["anyOf"].([]any)[0], "enum"), Roles()},
	} {
		if got, want := fmt.Sprint(test.got), fmt.Sprint(test.want); got != want {
			t.Errorf("the %s are %s in the schema, want %s", test.what, got, want)
		}
	}
}

// fromYAML reads YAML as JSON has it.
func fromYAML(t testing.TB, data []byte) any {
	t.Helper()
	var value any
	text, err := yaml.YAMLToJSON(data)
	if err == nil {
		err = json.Unmarshal(text, &value)
	}
	if err != nil {
		t.Fatal(err)
	}
	return value
}

func TestSchemaAcceptsTheRecipes(t *testing.T) {
	files, _ := filepath.Glob("../../specs/*/" + File)
	if len(files) < 5 {
		t.Fatalf("there are %d recipes", len(files))
	}
	d := readSchema(t)
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, wrong := range d.check("", d.root, fromYAML(t, data)) {
			t.Errorf("%s: %s", file, wrong)
		}
	}
}

// What the schema refuses, ParseRecipe refuses too.
func TestSchemaRefuses(t *testing.T) {
	const good = `source: acme
url: https://acme.example/errors
language: en
package: acme
retrieved: 2026-11-22
tables:
  - name: Code
    kind: codes
    columns: {code: Code, Area: [Area, Bereich]}
    types: {Area: bool}
    skip: [{match: '-+', why: a rule}]
envelopes:
  - {format: json, code: error.code}
`
	d := readSchema(t)
	if wrong := d.check("", d.root, fromYAML(t, []byte(good))); wrong != nil {
		t.Fatal(wrong)
	}
	for _, test := range []struct{ old, bad, want string }{
		{"source: acme", "sauce: acme", "sauce: additionalProperties"},
		{"language: en\n", "", "language: required"},
		{"language: en", "language: english language", "language: pattern"},
		{"retrieved: 2026-11-22", "retrieved: today", "retrieved: pattern"},
		{"name: Code", "name: code", "name: pattern"},
		{"kind: codes", "kind: errors", "kind: enum"},
		{"kind: codes", "kind: constants", "types.Area: enum"},
		{"{code: Code,", "{text: Text,", "columns.code: required"},
		{"Area: [", "area: [", "columns.area: propertyNames"},
		{"'-+'", "'-+('", "match: format"},
		{"why: a rule", "why: ''", "why: minLength"},
		{"match: '-+', why", "why", "skip[0]: anyOf"},
		{"format: json", "format: yaml", "format: enum"},
		{"error.code", "error..code", "code: pattern"},
	} {
		bad := []byte(strings.Replace(good, test.old, test.bad, 1))
		if got := strings.Join(d.check("", d.root, fromYAML(t, bad)), "\n"); !strings.Contains(got, test.want) {
			t.Errorf("with %q the schema says %q, want %s", test.bad, got, test.want)
		}
		if _, err := Parse("acme/"+File, bad); err == nil {
			t.Errorf("ParseRecipe accepts %q", test.bad)
		}
	}
}

// check lists what is wrong with a value: place and keyword. It knows the
// keywords that the schema uses; any other one is wrong too.
func (d document) check(at string, s object, value any) []string {
	var wrong []string
	for _, keyword := range slices.Sorted(maps.Keys(s)) {
		wrong = append(wrong, d.keyword(at, keyword, s, value)...)
	}
	return wrong
}

func (d document) keyword(at, keyword string, s object, value any) []string {
	switch want := s[keyword]; keyword {
	case "$ref":
		return d.check(at, d.resolve(s), value)
	case "if":
		branch := "then"
		if d.check(at, want.(object), value) != nil {
			branch = "else"
		}
		return d.check(at, s[branch].(object), value)
	case "anyOf":
		if slices.ContainsFunc(want.([]any), func(s any) bool { return d.check(at, s.(object), value) == nil }) {
			return nil
		}
		return []string{at + ": anyOf"}
	case "required", "properties", "additionalProperties", "propertyNames":
		members, _ := value.(object)
		return d.members(at, keyword, s, members)
	case "items":
		var wrong []string
		list, _ := value.([]any)
		for i, item := range list {
			wrong = append(wrong, d.check(fmt.Sprintf("%s[%d]", at, i), want.(object), item)...)
		}
		return wrong
	case "contains":
		list, ok := value.([]any)
		if !ok || slices.ContainsFunc(list, func(item any) bool { return d.check(at, want.(object), item) == nil }) {
			return nil
		}
		return []string{at + ": contains"}
	case "$schema", "title", "description", "$defs", "then", "else":
		return nil
	default:
		if holds(keyword, want, value) {
			return nil
		}
		return []string{at + ": " + keyword}
	}
}

// members checks the keys of an object.
func (d document) members(at, keyword string, s, members object) []string {
	var wrong []string
	properties, _ := s["properties"].(object)
	if keyword == "required" {
		for _, key := range s["required"].([]any) {
			if _, ok := members[key.(string)]; !ok {
				wrong = append(wrong, fmt.Sprintf("%s.%s: required", at, key))
			}
		}
	}
	for key, value := range members {
		inner, known := properties[key].(object)
		place := at + "." + key
		switch rest, open := s["additionalProperties"].(object); {
		case keyword == "properties" && known:
			wrong = append(wrong, d.check(place, inner, value)...)
		case keyword == "propertyNames" && d.check(place, s["propertyNames"].(object), key) != nil:
			wrong = append(wrong, place+": propertyNames")
		case keyword == "additionalProperties" && !known && open:
			wrong = append(wrong, d.check(place, rest, value)...)
		case keyword == "additionalProperties" && !known:
			wrong = append(wrong, place+": additionalProperties")
		}
	}
	return wrong
}

// holds checks the keywords that look at one value alone. Those for another
// type than that of the value hold.
func holds(keyword string, want, value any) bool {
	text, isText := value.(string)
	number, isNumber := value.(float64)
	list, isList := value.([]any)
	switch keyword {
	case "type":
		_, isObject := value.(object)
		return map[any]bool{"string": isText, "integer": isNumber && number == float64(int(number)), "array": isList, "object": isObject}[want]
	case "enum":
		return slices.Contains(want.([]any), value)
	case "const":
		return want == value
	case "pattern":
		return !isText || regexp.MustCompile(want.(string)).MatchString(text)
	case "format":
		_, err := regexp.Compile(text)
		return want != "regex" || err == nil // dates and addresses have a pattern
	case "minLength":
		return !isText || utf8.RuneCountInString(text) >= int(want.(float64))
	case "maxLength":
		return !isText || utf8.RuneCountInString(text) <= int(want.(float64))
	case "minItems":
		return !isList || len(list) >= int(want.(float64))
	case "minimum":
		return !isNumber || number >= want.(float64)
	}
	return false
}
