package gen

import (
	"errors"
	"fmt"
	"go/parser"
	"go/token"
	"path/filepath"
	"strings"
	"testing"

	"github.com/spectab/spectab/model"
)

// numbered is a table of an integer type with the codes from first on.
func numbered(typ, first string, n int) *model.Spec {
	value, _, _ := number(first)
	t := model.Table{Name: "Code", Kind: model.Codes, Value: model.Value{Type: typ}}
	for i := range n {
		t.Entries = append(t.Entries, model.Entry{Code: value.String(), Name: fmt.Sprintf("C%d", i), Text: "Text.", Order: i + 1, Line: i + 1})
		value = value.Add(value, oneMore)
	}
	return newSpec(strings.NewReplacer("-", "m").Replace(fmt.Sprintf("from%sof%s", first, typ)), t)
}

var oneMore, _, _ = number("1")

// extremes are sources at the ends of what numbers and texts can be.
func extremes() []*model.Spec {
	list := []*model.Spec{
		numbered("int64", "-9223372036854775808", 40), numbered("int64", "9223372036854775768", 40), numbered("uint64", "18446744073709551576", 40),
		numbered("int8", "-128", 40), numbered("int8", "88", 40), numbered("uint8", "216", 40), numbered("int32", "-20", 40), numbered("int64", "-9223372036854775808", 4),
	}
	wide := numbered("uint64", "1", 2)
	wide.Source, wide.Package = "wide", "wide"
	wide.Tables[0].Entries[0].Code, wide.Tables[0].Entries[1].Code = "0x00000000000000000001", "0x00000000000000000002"
	symbols := numbered("int32", "7", 2)
	symbols.Source, symbols.Package = "symbols", "symbols"
	symbols.Tables[0].Entries[0].Key, symbols.Tables[0].Entries[1].Key = "8", "EIGHT"
	lost := numbered("int32", "1", 2)
	lost.Source, lost.Package = "lost", "lost"
	lost.Tables[0].Value.Bits = []model.Bits{{Name: "Facility", Low: 16, High: 28}}
	lost.Tables[0].Lost = []model.LostColumn{{Name: "Facility", Type: "string", Since: "2026-01-01"}}
	large := newSpec("large", model.Table{Name: "Limit", Kind: model.Constants, Entries: []model.Entry{
		{Code: "5368709120", Key: "MaxBytes", Name: "MaxBytes", Type: "integer", Order: 1},
		{Code: "-5368709120", Key: "LeastOffset", Name: "LeastOffset", Type: "integer", Order: 2},
	}}, model.Table{Name: "Param", Kind: model.Params, Prefix: "Param", Entries: []model.Entry{{Code: "size", Name: "ParamSize", Max: 5368709120, Order: 3}}})
	return append(list, wide, symbols, lost, large)
}

const extremesTest = `package emitted_test

import (
	"testing"

	"example.com/emitted/fromm9223372036854775808ofint64"
	"example.com/emitted/large"
	"example.com/emitted/symbols"
	"example.com/emitted/wide"
)

func TestExtremes(t *testing.T) {
	if got := wide.C1.String(); got != "0x0000000000000002" {
		t.Errorf("a wide number is %s", got)
	}
	if c, ok := symbols.LookupCode("8"); !ok || c != 8 {
		t.Errorf("8 is %d", int32(c))
	}
	if c, ok := symbols.LookupCode("EIGHT"); !ok || c != 8 {
		t.Errorf("EIGHT is %d", int32(c))
	}
	if n := large.MaxBytes(); n != 5368709120 {
		t.Errorf("the limit is %d", n)
	}
	if n := large.ParamSize.Max(); n != 5368709120 {
		t.Errorf("the maximum is %d", n)
	}
	first := fromm9223372036854775808ofint64.C0
	if !first.Known() || (first + 1).Message() != "Text." || (first - 1).Known() || fromm9223372036854775808ofint64.Code(0).Known() {
		t.Error("the least numbers are not found")
	}
}
`

// TestExtremes compiles packages at the ends of numbers, for 32 bits too, and
// asks them.
func TestExtremes(t *testing.T) {
	specs := extremes()
	seen := map[string]bool{}
	for i, s := range specs {
		if seen[s.Package] {
			s.Package = fmt.Sprintf("%sx%d", s.Package, i)
		}
		seen[s.Package] = true
		if s.Package != "large" { // where math.MaxInt counts, which is that of the machine here
			typeCheck(t, s.Package, mustPackage(t, s))
		}
	}
	if testing.Short() {
		t.Skip("compiles and runs Go programs")
	}
	dir := newModule(t, specs)
	writeFile(t, filepath.Join(dir, "extremes_test.go"), []byte(extremesTest))
	goTool(t, dir, "vet", "./...")
	goTool(t, dir, "test", "./...")
}

// Texts of neighbouring lengths, which one hash without a seed would take for
// one, and columns that the standard library has a method for.
func TestCodesOfNeighbouringLengths(t *testing.T) {
	table := model.Table{Name: "Code", Kind: model.Codes}
	for i, code := range append([]string{"0000", "10000", "200000", "3000000"}, strings.Fields(strings.Repeat("x ", 40))...) {
		if code == "x" {
			code = fmt.Sprint(20000 + i)
		}
		table.Entries = append(table.Entries, model.Entry{Code: code, Name: fmt.Sprintf("C%d", i), Text: "Text.", Order: i + 1})
	}
	mustPackage(t, newSpec("neighbours", table))
}

// ofLengths are codes of so many bytes, each length in turn.
func ofLengths(shortest, longest int) *model.Spec {
	table := model.Table{Name: "Code", Kind: model.Codes}
	for i := range 40 {
		code := fmt.Sprintf("%0*d", shortest+i%(longest-shortest+1), i)
		table.Entries = append(table.Entries, model.Entry{Code: code, Name: fmt.Sprintf("C%d", i), Text: "Text.", Order: i + 1})
	}
	return newSpec(fmt.Sprintf("of%dto%d", shortest, longest), table)
}

// Codes of any lengths are found, and what is shorter or longer than all of
// them is not.
func TestLookupOfLengths(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles and runs Go programs")
	}
	specs := []*model.Spec{ofLengths(2, 3), ofLengths(3, 8), ofLengths(4, 4), ofLengths(4, 8), ofLengths(8, 8), ofLengths(4, 9), ofLengths(8, 20)}
	dir := newModule(t, specs)
	for _, s := range specs {
		writeFile(t, filepath.Join(dir, s.Package, "lookup_test.go"), []byte("package "+s.Package+lengthsTest))
	}
	goTool(t, dir, "vet", "./...")
	goTool(t, dir, "test", "./...")
}

const lengthsTest = `

import "testing"

func TestLookup(t *testing.T) {
	listed := map[Code]bool{}
	for c := range Codes() {
		listed[c] = true
	}
	if len(listed) != 40 {
		t.Errorf("%d codes", len(listed))
	}
	for c := range listed {
		whole := string(c) + "0123456789"
		for n := range whole {
			s := Code(whole[:n])
			if got, ok := LookupCode(string(s)); ok != listed[s] || ok && got != s || s.Known() != ok {
				t.Errorf("%q: %q, %v", s, got, ok)
			}
		}
	}
}
`

func TestColumnsCalledLikeStandardMethods(t *testing.T) {
	for _, name := range []string{"Is", "As", "Unwrap", "ReadByte", "MarshalXML", "String", "MarshalText"} {
		s := numbered("int32", "1", 2)
		s.Tables[0].Columns = []model.Column{{Header: "Column", Name: name}}
		var problems model.Problems
		if _, err := Package(s); !errors.As(err, &problems) || !strings.Contains(err.Error(), "cannot become a method") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Ten thousand entries that want one name are named and emitted, each once.
func TestOneNameForAll(t *testing.T) {
	s := numbered("int32", "1", 10_000)
	for i := range s.Tables[0].Entries {
		s.Tables[0].Entries[i].Name, s.Tables[0].Entries[i].Text = "", "The server failed."
	}
	if _, err := model.NewLock(model.LockFile).Assign(s); err != nil {
		t.Fatal(err)
	}
	names := map[string]bool{}
	for _, e := range s.Tables[0].Entries {
		names[e.Name] = true
	}
	if len(names) != 10_000 {
		t.Errorf("%d names", len(names))
	}
	for _, file := range mustPackage(t, s) {
		if _, err := parser.ParseFile(token.NewFileSet(), file.Path, file.Content, parser.SkipObjectResolution); err != nil {
			t.Error(err)
		}
	}
}
