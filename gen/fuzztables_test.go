package gen

import (
	"errors"
	"fmt"
	goconstant "go/constant"
	"go/format"
	"go/types"
	"maps"
	"math/big"
	"math/rand/v2"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/spectab/spectab/model"
)

// FuzzTables feeds random tables through naming and emission. What comes out
// has to be harmless, in the form of gofmt, and compile for 32 and for 64
// bits, and it declares what the model says, no more and no less.
func FuzzTables(f *testing.F) {
	for i, text := range hostile {
		f.Add(uint64(i), text)
	}
	for i := range uint64(20) {
		f.Add(1000+i, "Invalid token.")
	}
	for _, spec := range cases() { // loads the standard library, for which an input has no time
		typeCheck(f, spec.Package, mustPackage(f, spec))
	}
	f.Fuzz(func(t *testing.T, seed uint64, text string) {
		dice := &dice{rand.New(rand.NewPCG(seed, 1)), append(slices.Clone(words), text)}
		lock := model.NewLock(model.LockFile)
		for range 2 { // the second page has tombstones of the first
			spec := dice.spec()
			next, err := lock.Assign(spec)
			var problems model.Problems
			if err != nil {
				if !errors.As(err, &problems) {
					t.Fatalf("%T: %v", err, err)
				}
				continue
			}
			lock = next
			if again, err := model.ParseLock(model.LockFile, lock.Bytes()); err != nil || string(again.Bytes()) != string(lock.Bytes()) {
				t.Fatalf("the lock does not come back: %v\n%s", err, lock.Bytes())
			}
			checkPackage(t, spec)
		}
	})
}

func checkPackage(t *testing.T, spec *model.Spec) {
	t.Helper()
	files, err := Package(spec)
	if err != nil {
		t.Fatalf("named, but not emitted: %v", err)
	}
	for _, file := range files {
		checkHarmless(t, file.Content)
		if formatted, err := format.Source(file.Content); err != nil || string(formatted) != string(file.Content) {
			t.Errorf("not gofmt's form: %v\n%s", err, file.Content)
		}
	}
	scope := typeCheck(t, spec.Package, files)
	want := exported(spec)
	for _, name := range scope.Names() {
		object := scope.Lookup(name)
		code, ok := want[name]
		if !object.Exported() || strings.HasPrefix(name, "Example") && !ok {
			continue
		}
		delete(want, name)
		if c, isConstant := object.(*types.Const); ok && isConstant && code != nil && !hasValue(c.Val(), *code) {
			t.Errorf("%s is %s, not %q", name, c.Val(), *code)
		}
		if !ok {
			t.Errorf("%s is declared, and nothing in the model says so", name)
		}
	}
	for name := range maps.Keys(want) {
		t.Errorf("%s is not declared", name)
	}
}

// exported are the identifiers of a package, with the codes of constants.
func exported(s *model.Spec) map[string]*string {
	names := map[string]*string{}
	add := func(code string, list ...string) {
		for _, name := range list {
			names[name] = &code
		}
	}
	addType := func(name string) {
		for _, id := range []string{name, "Lookup" + name, model.Plural(name)} {
			names[id] = nil
		}
	}
	addSet := func(set *model.ValueSet, values []string) {
		if set == nil {
			return
		}
		addType(set.Type)
		for i, name := range set.Names {
			add(values[i], name)
		}
		for _, gone := range set.Gone {
			add(gone.Code, gone.Name)
		}
	}
	for i := range s.Tables {
		t := &s.Tables[i]
		for j := range t.Entries {
			e := &t.Entries[j]
			add(e.Code, append(e.Aliases, e.Name)...)
			addSet(e.ValueSet, e.Values)
		}
		for _, gone := range t.Gone {
			if t.Kind != model.Constants || gone.Value != "" {
				add(t.CodeOf(gone.Code), append(gone.Aliases, gone.Name)...)
			}
		}
		for j := range t.LostSets {
			addSet(&t.LostSets[j], nil)
		}
		addSet(t.Groups, t.GroupValues())
		if t.Kind != model.Constants {
			addType(t.Name)
		}
	}
	for _, e := range s.Envelopes {
		if t := s.ErrorTable(); t != nil && t.Name == e.Table {
			names["Error"], names["ParseError"] = nil, nil
		} else {
			names["Parse"+e.Table] = nil
		}
	}
	return names
}

// hasValue reports whether a constant is a code, in whatever spelling.
func hasValue(value goconstant.Value, code string) bool {
	if value.Kind() == goconstant.String {
		return goconstant.StringVal(value) == code
	}
	want, _, ok := number(code)
	if !ok {
		return false
	}
	got := value.ExactString()
	for _, bits := range []uint{0, 8, 16, 32, 64} { // as it is, or wrapped
		if bits == 0 && got == want.String() || bits > 0 && want.Sign() > 0 && got == wrapped(new(big.Int).Set(want), strconv.Itoa(int(bits))).String() {
			return true
		}
	}
	return false
}

// words are what random tables are made of, beside the text of the fuzzer.
var words = []string{
	"", "", "token", "Token expired.", "invalid_scope", "INVALID-SCOPE", "init", "_", "func", "type", "string", "true", "main", "nil", "error", "Error", "Code", "Codes", "LookupCode", "ParseError",
	"String", "Known", "Group", "Groups", "123", "007", "0x1F", "😀", "שלום", "مرحبا", "令牌", "été", "a b", "a\u2028b", "x\x00y", "\xff", "*/", "//go:build x", "`", "\"", "\\", "$1 of %d", "Example", "ExampleCodes", "MessageIn", "Value",
}

// A dice makes random tables.
type dice struct {
	*rand.Rand
	words []string
}

func (d *dice) word() string { return d.words[d.IntN(len(d.words))] }

// text is a few words.
func (d *dice) text() string {
	parts := make([]string, d.IntN(4))
	for i := range parts {
		parts[i] = d.word()
	}
	return strings.Join(parts, " ")
}

// often is a text in one of two cases.
func (d *dice) often() string {
	if d.IntN(2) == 0 {
		return ""
	}
	return d.text()
}

func (d *dice) spec() *model.Spec {
	s := newSpec("random", d.table("Code", model.Codes))
	s.Title, s.Owner = d.text(), d.text()
	if d.IntN(2) == 0 {
		s.Tables = append(s.Tables, d.table("Param", model.Params))
	}
	if d.IntN(2) == 0 {
		s.Tables = append(s.Tables, d.table("Result", model.Results))
	}
	if d.IntN(3) > 0 {
		e := model.Envelope{Table: "Code", Format: []string{"json", "xml"}[d.IntN(2)], Code: []string{"error", d.word() + "x"}, Message: []string{"error", d.word() + "y"}}
		if e.Extra = []model.Member{{Name: "RequestID", Path: []string{"error", "0" + d.word()}}}; e.Check() == nil {
			s.Envelopes = append(s.Envelopes, e)
		}
	}
	return s
}

func (d *dice) table(name string, kind model.Kind) model.Table {
	t := model.Table{Name: name, Kind: kind, Doc: d.often(), Heading: d.often(), File: "source.yaml", Line: 7}
	if kind != model.Codes {
		t.Prefix = name
	}
	if kind != model.Params && d.IntN(2) == 0 {
		t.Value = model.Value{Type: []string{"int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64"}[d.IntN(8)]}
		t.Value.Wrap = t.Value.Type[0] == 'i' && d.IntN(2) == 0
		t.Value.Bits = []model.Bits{{Name: "Low", Low: 0, High: 6}, {Name: "Top", Low: 7, High: 7, Flag: true}}[:d.IntN(3)]
	} else if d.IntN(3) == 0 {
		t.Carries = regexp.MustCompile(`\d+|X`)
	}
	n := []int{0, 1, 3, 10, 40}[d.IntN(5)]
	if d.IntN(40) == 0 {
		n = 300 // that may all want one name
	}
	seen := map[string]bool{}
	for i := range n {
		e := d.entry(&t, i)
		if id := e.Code + " " + e.Key; !seen[e.Code] || t.Value.IsInteger() && e.Key != "" && !seen[id] {
			seen[e.Code], seen[id] = true, true
			t.Entries = append(t.Entries, e)
		}
	}
	return t
}

func (d *dice) entry(t *model.Table, i int) model.Entry {
	e := model.Entry{Code: d.code(t), Key: d.often(), Text: d.often(), Remedy: d.often(), Group: d.often(), Deprecated: d.often(), HTTP: d.IntN(3) * 200, Max: d.IntN(2) << d.IntN(40), Line: i + 1}
	if e.Text != "" && d.IntN(3) == 0 {
		e.Texts = map[string]string{"pt": e.Text, "en-GB": d.text()}
	}
	if d.IntN(4) == 0 {
		e.Notes, e.Also, e.Placeholders = []string{d.text()}, []string{d.text(), d.text()}, []string{d.word()}
		e.Extra = map[string]string{"Can retry": "yes", d.word(): d.text()}
	}
	if t.Kind == model.Params && d.IntN(3) == 0 {
		e.Type, e.Default, e.Required = d.text(), d.text(), true
		for range d.IntN(5) {
			if value := d.text(); !slices.Contains(e.Values, value) {
				e.Values = append(e.Values, value)
			}
		}
	}
	return e
}

func (d *dice) code(t *model.Table) string {
	if !t.Value.IsInteger() {
		switch d.IntN(3) {
		case 0:
			return d.text()
		case 1:
			return fmt.Sprintf("%03d-%d", d.IntN(1000), d.IntN(1000))
		}
		return fmt.Sprintf("%s_%d", d.word(), d.IntN(1000))
	}
	switch d.IntN(4) {
	case 0:
		return strconv.Itoa(d.IntN(128))
	case 1:
		return fmt.Sprintf("0x%02X", d.IntN(128))
	case 2:
		return strconv.Itoa(-d.IntN(100))
	}
	return fmt.Sprintf("0x%X", d.Uint64()>>d.IntN(64))
}
