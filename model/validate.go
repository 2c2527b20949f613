package model

import (
	"fmt"
	"go/token"
	"slices"
	"strings"

	"github.com/spectab/spectab/model/naming"
)

// Validate reports, as Problems, everything for which no Go package could be
// emitted from s, or none that means what the page says. Entries must have
// been named. The problems of a table stand at its line of the recipe, those
// of an entry at its line of the snapshot.
func (s *Spec) Validate() error {
	v := &validator{spec: s, declared: map[string]string{}, again: map[*Entry]bool{}}
	v.source()
	for i := range s.Tables {
		v.table(&s.Tables[i])
	}
	// Types come first: where an entry has the name of one, it is the entry
	// that has to move.
	for i := range s.Tables {
		v.types(&s.Tables[i])
	}
	for id, typ := range s.Reserved() { // an envelope may be added any day
		if v.declared[id] == "" {
			v.declared[id] = "type " + typ
		}
	}
	for i := range s.Tables {
		v.names(&s.Tables[i])
	}
	for i := range s.Envelopes {
		v.envelope(&s.Envelopes[i])
	}
	return v.problems.Err()
}

type validator struct {
	spec     *Spec
	declared map[string]string // identifier → what it is for
	again    map[*Entry]bool   // entries whose ID stands above already
	problems Problems
}

// recipe is the file that declares the tables, as far as it is known.
func (v *validator) recipe() string {
	for i := range v.spec.Tables {
		if file := v.spec.Tables[i].File; file != "" {
			return file
		}
	}
	return v.spec.Snapshot.File
}

func (v *validator) atTable(t *Table, hint, format string, args ...any) {
	v.problems.Add(t.File, t.Line, hint, format, args...)
}

func (v *validator) atEntry(e *Entry, hint, format string, args ...any) {
	v.problems.Add(v.spec.Snapshot.File, e.Line, hint, format, args...)
}

func (v *validator) source() {
	s := v.spec
	switch p := s.Package; {
	case !token.IsIdentifier(p) || p != strings.ToLower(p) || strings.Contains(p, "_"):
		v.problems.Add(v.recipe(), 0, "one lower-case word, such as xsollalogin", "package %q is no Go package name", p)
	case p == "main" || p == "documentation": // the go command leaves them out of builds
		v.problems.Add(v.recipe(), 0, "choose another name", "package %s cannot be imported", p)
	}
	if s.Snapshot.Retrieved != "" && !isDate(s.Snapshot.Retrieved) {
		v.problems.Add(v.recipe(), 0, "the day on which the snapshot was taken, YYYY-MM-DD", "retrieved %q is no date", s.Snapshot.Retrieved)
	}
}

// table checks a table by itself, and its entries but for their names.
func (v *validator) table(t *Table) {
	if !naming.Valid(t.Name) {
		v.atTable(t, "a name such as Code or Result", "table name %q is no exported Go identifier", t.Name)
	}
	if first := v.spec.Table(t.Name); first != t {
		v.atTable(t, "give one of them another name", "two tables are called %s; the first is in line %d", t.Name, first.Line)
	}
	if !t.Kind.Valid() {
		v.atTable(t, "", "table %s has the kind %q, which there is not", t.Name, t.Kind)
	}
	if t.Value.IsInteger() && t.Value.bits() == 0 {
		v.atTable(t, "string, or int8 to int64, or uint8 to uint64", "table %s: %q is no type for codes", t.Name, t.Value.Type)
	}
	if t.Value.Wrap && !strings.HasPrefix(t.Value.Type, "int") {
		v.atTable(t, "drop it, or take a signed type such as int32", "table %s: only codes of a signed type wrap", t.Name)
	}
	for _, b := range t.Value.Bits {
		if b.Low < 0 || b.High < b.Low || b.High >= t.Value.bits() {
			v.atTable(t, "a type that has them, such as uint32", "table %s: %s is of bits that %q does not have", t.Name, b.Name, t.Value.Type)
		}
	}
	seen := make(map[string]*Entry, len(t.Entries))
	for i := range t.Entries {
		e := &t.Entries[i]
		if first := seen[t.ID(e)]; first != nil {
			v.atEntry(e, "mend the page, or declare the row under skip: with a why", "table %s lists %q twice; the first is in line %d", t.Name, t.ID(e), first.Line)
			v.again[e] = true
			continue
		}
		seen[t.ID(e)] = e
		v.entry(t, e)
	}
	for _, gone := range t.Gone {
		if !t.Holds(t.CodeOf(gone.Code)) {
			v.atTable(t, "keep the type; codes of another form are another table", "%q, which the lock has, is no %s as table %s wants it", gone.Code, t.Value.Type, t.Name)
		}
	}
}

func (v *validator) entry(t *Table, e *Entry) {
	switch {
	case t.Kind == Constants:
		if err := checkConstant(e.Type, e.Code); err != nil {
			v.atEntry(e, "declare another type under types: in the recipe", "%s of table %s: %v", t.ID(e), t.Name, err)
		}
	case !t.Holds(e.Code):
		v.atEntry(e, t.Value.hint(e.Code), "code %q of table %s is no %s", e.Code, t.Name, t.Value.Type)
	}
	if t.Carries != nil && !t.Value.IsInteger() {
		if at := t.Carries.FindStringIndex(e.Code); at != nil && at[0] == 0 && at[1] == len(e.Code) {
			v.atEntry(e, "make carries: read a part of the codes only", "all of code %q of table %s would be a number", e.Code, t.Name)
		}
	}
	seen := map[string]bool{}
	for _, value := range e.Values {
		if seen[value] {
			v.atEntry(e, "mend the page", "%q of table %s lists the value %q twice", t.ID(e), t.Name, value)
		}
		seen[value] = true
	}
	if set := e.ValueSet; set != nil && len(set.Names) != len(e.Values) {
		v.atEntry(e, "", "%q of table %s has %d values and %d names for them", t.ID(e), t.Name, len(e.Values), len(set.Names))
	}
}

// Holds reports whether the table's type has a value for a code.
func (t *Table) Holds(code string) bool {
	return t.Kind == Constants || t.Value.bits() == 0 || t.Value.holds(code)
}

// types declares what the types of a table need.
func (v *validator) types(t *Table) {
	if t.Kind != Constants {
		v.declareType(t, t.Name, "type "+t.Name)
	}
	if t == v.spec.ErrorTable() && slices.ContainsFunc(v.spec.Envelopes, func(e Envelope) bool { return e.Table == t.Name }) {
		for _, id := range []string{"Error", "ParseError"} {
			v.declare(t.File, t.Line, id, "the error reply of "+t.Name)
		}
	}
	for _, set := range t.sets() {
		v.declareType(t, set.Type, fmt.Sprintf("type %s, of values in table %s,", set.Type, t.Name))
	}
}

func (v *validator) declareType(t *Table, name, what string) {
	for _, id := range declares(name) {
		if !v.declare(t.File, t.Line, id, what) {
			return // one problem says it
		}
	}
}

// names declares the identifiers of entries, tombstones and values.
func (v *validator) names(t *Table) {
	snapshot := v.spec.Snapshot.File
	for i := range t.Entries {
		e := &t.Entries[i]
		if v.again[e] {
			continue
		}
		what := fmt.Sprintf("%q of table %s", t.ID(e), t.Name)
		v.declareAll(snapshot, e.Line, what, e.Name, e.Aliases)
		if e.ValueSet == nil {
			continue
		}
		for j, name := range e.ValueSet.Names {
			if j < len(e.Values) && !slices.Contains(e.Values[:j], e.Values[j]) {
				v.declare(snapshot, e.Line, name, fmt.Sprintf("the value %q of %s", e.Values[j], what))
			}
		}
	}
	for _, gone := range t.Gone {
		v.declareAll(t.File, t.Line, fmt.Sprintf("%q, once of table %s,", gone.Code, t.Name), gone.Name, gone.Aliases)
	}
	if t.Groups != nil {
		for _, name := range t.Groups.Names {
			v.declare(t.File, t.Line, name, "a group of table "+t.Name)
		}
	}
	for _, set := range t.sets() {
		for _, gone := range set.Gone {
			v.declareAll(t.File, t.Line, fmt.Sprintf("the value %q, once of type %s,", gone.Code, set.Type), gone.Name, gone.Aliases)
		}
	}
}

func (v *validator) declareAll(file string, line int, what, name string, aliases []string) {
	v.declare(file, line, name, what)
	for _, alias := range aliases {
		v.declare(file, line, alias, "the former name of "+what)
	}
}

// declare notes an identifier of the package, and refuses a second use of it.
func (v *validator) declare(file string, line int, id, what string) bool {
	first, isDeclared := v.declared[id]
	switch {
	case id == "":
		v.problems.Add(file, line, "", "%s has no identifier", what)
	case !naming.Valid(id):
		v.problems.Add(file, line, "", "%s has %q for its identifier, which is no exported one of Go", what, id)
	case isDeclared:
		v.problems.Add(file, line, "name one of them otherwise in the recipe", "%s and %s both have the identifier %s", first, what, id)
	default:
		v.declared[id] = what
		return true
	}
	return false
}

// envelope checks that replies can be read by an envelope.
func (v *validator) envelope(e *Envelope) {
	t := v.spec.Table(e.Table)
	add := func(format string, args ...any) { v.problems.Add(v.recipe(), 0, "", format, args...) }
	if t == nil || t.Kind == Constants {
		add("an envelope is for the table %q, which has no codes or is not there", e.Table)
		return
	}
	if err := e.Check(); err != nil {
		add("the envelope of %s %v", e.Table, err)
	}
	for _, code := range e.Success {
		if !t.Holds(code) {
			add("the envelope of %s: success %q is no %s", e.Table, code, t.Value.Type)
		}
	}
}
