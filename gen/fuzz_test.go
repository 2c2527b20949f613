package gen

import (
	"go/ast"
	goconstant "go/constant"
	"go/format"
	"go/parser"
	"go/token"
	"strconv"
	"strings"
	"testing"

	"github.com/spectab/spectab/model"
)

func FuzzPackage(f *testing.F) {
	for _, text := range hostile {
		f.Add(text, "InvalidJWT", "source")
	}
	f.Add("Invalid.", "Error", "a-b.c")
	f.Add("Invalid.", "LookupCode", "a b")
	f.Add("\uFFA0", "A", "0") // a letter that cannot be seen
	f.Add("Invalid.", "Été", "x\n//go:build y")
	f.Fuzz(func(t *testing.T, text, name, source string) {
		spec := hostileSpec(text)
		spec.Source = source
		spec.Tables[0].Entries[0].Name = name
		spec.Tables[0].Entries[0].ValueSet = nil
		files, err := Package(spec)
		if err != nil {
			if !model.ValidIdentifier(name) || !sourceName.MatchString(source) || spec.Reserved()[name] != "" || isDeclared(spec, name) {
				return
			}
			t.Fatal(err)
		}
		for _, file := range files {
			checkHarmless(t, file.Content)
			checkDeclarations(t, spec, file)
			if formatted, err := format.Source(file.Content); err != nil || string(formatted) != string(file.Content) {
				t.Errorf("not gofmt's form: %v\n%s", err, file.Content)
			}
		}
	})
}

// isDeclared reports whether something else in a hostileSpec has the name.
func isDeclared(s *model.Spec, name string) bool {
	for _, id := range []string{"Second", "Third", "Endpoint", "SecondValueA", "SecondValueB"} {
		if id == name {
			return true
		}
	}
	return s.Table(name) != nil
}

// checkDeclarations fails where the constants of source are not those of a
// spec, by name and by value.
func checkDeclarations(t *testing.T, s *model.Spec, emitted File) {
	t.Helper()
	if strings.Contains(emitted.Path, "_") {
		return // the examples, the rows, the index
	}
	source := emitted.Content
	file, err := parser.ParseFile(token.NewFileSet(), "x.go", source, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, declaration := range file.Decls {
		group, ok := declaration.(*ast.GenDecl)
		if !ok || group.Tok != token.CONST {
			continue
		}
		for _, spec := range group.Specs {
			v := spec.(*ast.ValueSpec)
			literal, ok := v.Values[0].(*ast.BasicLit)
			if !ok {
				continue // an alias
			}
			got[v.Names[0].Name] = goconstant.StringVal(goconstant.MakeFromLiteral(literal.Value, literal.Kind, 0))
		}
	}
	want := map[string]string{}
	for i := range s.Tables {
		if s.Tables[i].Kind != model.Constants {
			addConstants(want, &s.Tables[i])
		}
	}
	for name, value := range want {
		if got[name] != value {
			t.Errorf("%s is %q, not %q", name, got[name], value)
		}
	}
	if len(got) != len(want) {
		t.Errorf("%d constants, not %d", len(got), len(want))
	}
}

func addConstants(to map[string]string, table *model.Table) {
	for _, gone := range table.Gone {
		to[gone.Name] = gone.Code
	}
	for i := range table.Entries {
		e := &table.Entries[i]
		to[e.Name] = e.Code
		if e.ValueSet == nil {
			continue
		}
		for j, name := range e.ValueSet.Names {
			to[name] = e.Values[j]
		}
		for _, gone := range e.ValueSet.Gone {
			to[gone.Name] = gone.Code
		}
	}
}

func FuzzQuote(f *testing.F) {
	for _, text := range hostile {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		back, err := strconv.Unquote(quote(text))
		if err != nil || back != text {
			t.Errorf("%q became %s, and that %q: %v", text, quote(text), back, err)
		}
		for _, r := range quote(text) {
			if isHidden(r) {
				t.Errorf("%q shows %q", quote(text), r)
			}
		}
	})
}
